//! What the cf command line asks before it logs in, and the codes it logs in with.

use super::error::Problem;
use crate::auth;
use crate::page::{cookie, show_code, sign_in_first};
use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::response::{IntoResponse, Response};
use engine::identity::{page, passcode};
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

/// `GET /passcode`: a code for whoever logs in with the request, or is signed in with his browser; who is not signs in
/// first. A program that cannot is challenged.
pub(super) async fn passcode(State(cx): State<Cx>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let (drawn, is_browser) = match auth::basic(&headers) {
        Some((user, password)) => (passcode::draw(&cx, &user, &password).await, false),
        None if accepts(&headers, "text/html") => (page::passcode(&cx, cookie::read(&cx, &headers)).await, true),
        None => return challenge(),
    };
    match drawn {
        Ok(code) => shown(&headers, code),
        Err(error) if error.kind() == Kind::Unauthenticated && is_browser => sign_in_first(uri.path()),
        Err(error) if error.kind() == Kind::Unauthenticated => challenge(),
        Err(error) => Problem::from(error).into_response(),
    }
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
        false => show_code(&code),
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
