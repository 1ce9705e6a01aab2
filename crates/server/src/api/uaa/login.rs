//! What the cf command line asks before it logs in, and the codes it logs in with.

use super::error::Problem;
use crate::auth;
use axum::Json;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use engine::identity::passcode;
use engine::{Cx, Error, Kind};
use http::{HeaderMap, HeaderValue, header};
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

/// `GET /passcode`: the log-in of the browser is its own dialog for user name and password.
pub(super) async fn passcode(State(cx): State<Cx>, headers: HeaderMap) -> Response {
    let Some((user, password)) = auth::basic(&headers) else { return challenge() };
    match passcode::draw(&cx, &user, &password).await {
        Ok(code) => shown(&headers, code),
        Err(error) if error.kind() == Kind::Unauthenticated => challenge(),
        Err(error) => Problem::from(error).into_response(),
    }
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
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response = match accept.contains("application/json") {
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
