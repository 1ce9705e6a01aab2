//! What the cf command line asks before it logs in, and the codes it logs in with.

use super::error::Problem;
use crate::auth;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::response::{Html, IntoResponse, Response};
use axum::{Form, Json};
use engine::identity::passcode;
use engine::{Cx, Error, Kind};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use wire::xsuaa::{LoginApp, LoginInfo, LoginLinks, LoginPrompts};

/// The UAA release whose behaviour this is; cf wants 4.26.0 at least.
const VERSION: &str = "77.18.0";

/// `GET /login`, `GET /info`.
pub(super) async fn info(State(cx): State<Cx>) -> Json<LoginInfo> {
    let url = cx.addresses().cf_uaa();
    let prompt = |kind: &str, label: &str| [kind.to_owned(), label.to_owned()];
    let passcode = prompt("password", &format!("Temporary Authentication Code ( Get one at {url}/passcode )"));
    Json(LoginInfo {
        app: LoginApp { version: VERSION.to_owned() },
        links: LoginLinks { login: url.clone(), uaa: url },
        prompts: LoginPrompts { username: prompt("text", "Email"), password: prompt("password", "Password"), passcode },
        zone_name: "uaa".to_owned(),
    })
}

/// What the log-in page sends.
#[derive(Debug, Deserialize)]
pub(super) struct LogIn {
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: String,
}

/// `GET /passcode`: a code for whoever logs in with the request, a page to log in for a browser, else a challenge.
pub(super) async fn passcode(State(cx): State<Cx>, headers: HeaderMap) -> Response {
    let Some((user, password)) = auth::basic(&headers) else {
        return if accepts(&headers, "text/html") { page(StatusCode::OK, "") } else { challenge() };
    };
    match passcode::draw(&cx, &user, &password).await {
        Ok(code) => shown(&headers, code),
        Err(error) if error.kind() == Kind::Unauthenticated => challenge(),
        Err(error) => Problem::from(error).into_response(),
    }
}

/// `POST /passcode`: what the page sends, in a form that needs no script.
pub(super) async fn log_in(
    State(cx): State<Cx>,
    headers: HeaderMap,
    form: Result<Form<LogIn>, FormRejection>,
) -> Response {
    let Ok(Form(LogIn { username, password })) = form else {
        return page(StatusCode::BAD_REQUEST, "Enter your e-mail address and your password.");
    };
    match passcode::draw(&cx, &username, &password).await {
        Ok(code) => shown(&headers, code),
        Err(error) if error.kind() == Kind::Unauthenticated => {
            page(StatusCode::UNAUTHORIZED, "E-mail address or password are wrong. Try again.")
        }
        Err(error) => Problem::from(error).into_response(),
    }
}

/// The log-in page. The notice is text of ours; what was entered is never shown again.
fn page(status: StatusCode, notice: &'static str) -> Response {
    let notice = if notice.is_empty() { String::new() } else { format!("<p role=\"alert\">{notice}</p>") };
    let text = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Log in</title>\
         <h1>Log in to get a temporary authentication code</h1>{notice}\
         <form method=\"post\"><p><label>E-mail address<br>\
         <input name=\"username\" autocomplete=\"username\" required autofocus></label>\
         <p><label>Password<br>\
         <input name=\"password\" type=\"password\" autocomplete=\"current-password\" required></label>\
         <p><button>Log in</button></form></html>"
    );
    (status, [(header::CACHE_CONTROL, "no-store")], Html(text)).into_response()
}

fn accepts(headers: &HeaderMap, kind: &str) -> bool {
    headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains(kind))
}

fn challenge() -> Response {
    let text = "Log in with your user name and password to get a temporary authentication code";
    let mut response = Problem::from(Error::unauthenticated(text).with_code("unauthorized")).into_response();
    let scheme = HeaderValue::from_static("Basic realm=\"Cloud Foundry\"");
    response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
    response
}

/// A page for people, a JSON string for programs.
fn shown(headers: &HeaderMap, code: String) -> Response {
    let mut response = match accepts(headers, "application/json") {
        true => Json(code).into_response(),
        false => Html(format!(
            "<!doctype html><html lang=\"en\"><title>Temporary Authentication Code</title>\
             <h1>Temporary Authentication Code</h1><p><code>{code}</code></p><p>Good once, for five minutes.</p></html>"
        ))
        .into_response(),
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
