//! `/sign-in`: a form that needs no script.

use super::cookie;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use engine::identity::page;
use engine::{Cx, Kind};
use http::header::{CONTENT_SECURITY_POLICY, LOCATION, ORIGIN};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// Its own style and its own form, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";
const STYLE: &str = include_str!("sign_in.css");

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
    #[serde(default)]
    ended: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct SignIn {
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// Where to go on: a place of this server, and nothing that a browser takes for another one.
fn target(next: &str) -> &str {
    let foreign = next.starts_with("//") || next.contains(['\\', '\r', '\n', '\t']) || !next.starts_with('/');
    if foreign { "/" } else { next }
}

/// `GET /sign-in`.
pub(super) async fn form(State(cx): State<Cx>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let signed_in = match cookie::read(&cx, &headers) {
        Some(cookie) => page::overview(&cx, cookie).await.is_ok(),
        None => false,
    };
    if signed_in {
        return go(target(&asked.next));
    }
    let notice = asked.ended.map_or("", |_| "Your session has ended. Sign in again to go on.");
    shown(StatusCode::OK, &asked.next, notice)
}

/// `POST /sign-in`.
pub(super) async fn sign_in(
    State(cx): State<Cx>,
    headers: HeaderMap,
    form: Result<Form<SignIn>, FormRejection>,
) -> Response {
    let Ok(Form(SignIn { username, password, next })) = form else {
        return shown(StatusCode::BAD_REQUEST, "", "Enter your e-mail address and your password.");
    };
    if is_foreign(&cx, &headers) {
        // Who is signed in unawares, as somebody else, hands over what he enters then.
        return shown(StatusCode::FORBIDDEN, "", "This form was sent by another site. Sign in here.");
    }
    match page::sign_in(&cx, &username, &password, cookie::read(&cx, &headers)).await {
        Ok(begun) => {
            let mut response = go(target(&next));
            cookie::set(&cx, &begun.cookie, response.headers_mut());
            response
        }
        Err(error) => {
            let (status, text) = refusal(&error);
            shown(status, &next, text)
        }
    }
}

/// `POST /sign-out`: for those without script; the page calls the API.
pub(super) async fn sign_out(State(cx): State<Cx>, headers: HeaderMap) -> Response {
    if is_foreign(&cx, &headers) {
        return shown(StatusCode::FORBIDDEN, "", "This was sent by another site.");
    }
    if let Some(value) = cookie::read(&cx, &headers)
        && page::sign_out(&cx, value).await.is_err()
    {
        return shown(StatusCode::SERVICE_UNAVAILABLE, "", "The server is busy: try again in a moment.");
    }
    let mut response = go("/sign-in");
    cookie::clear(&cx, response.headers_mut());
    response
}

/// Whether a browser says that another site sent this.
pub(crate) fn is_foreign(cx: &Cx, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(SEC_FETCH_SITE) {
        return !matches!(site, "same-origin" | "none");
    }
    let origin = |url: &str| url::Url::parse(url).map(|url| url.origin()).ok();
    text(ORIGIN).is_some_and(|sent| origin(sent) != origin(cx.addresses().public()))
}

fn refusal(error: &engine::Error) -> (StatusCode, &'static str) {
    match (error.kind(), error.code()) {
        (Kind::Unauthenticated, Some("account_locked")) => {
            (StatusCode::UNAUTHORIZED, "Too many attempts: your account is locked here for some minutes.")
        }
        (Kind::Unauthenticated, _) => (StatusCode::UNAUTHORIZED, "E-mail address or password are wrong. Try again."),
        (Kind::Overloaded, _) => (StatusCode::TOO_MANY_REQUESTS, "Too many attempts. Wait a moment and try again."),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "The server is busy. Try again in a moment."),
    }
}

fn go(to: &str) -> Response {
    let value = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, value)]).into_response()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// The form. What was entered is never shown again.
fn shown(status: StatusCode, next: &str, notice: &'static str) -> Response {
    let notice =
        if notice.is_empty() { String::new() } else { format!("<p class=\"notice\" role=\"alert\">{notice}</p>") };
    let next = escaped(target(next));
    let text = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Sign in · Ropeway</title><style>{STYLE}</style>\
         <main><h1><svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M2 9 30 3M10 7.3v5M22 4.7v5\"/>\
         <rect x=\"5\" y=\"12\" width=\"10\" height=\"9\" rx=\"2\"/><rect x=\"17\" y=\"9.5\" width=\"10\" height=\"9\" rx=\"2\"/>\
         <path d=\"M4 29h24\"/></svg>Ropeway</h1>\
         <p class=\"lead\">Change and transport for integration content</p>{notice}\
         <form method=\"post\" action=\"/sign-in\"><input type=\"hidden\" name=\"next\" value=\"{next}\">\
         <label for=\"username\">E-mail address</label>\
         <input id=\"username\" name=\"username\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" \
         required autofocus>\
         <label for=\"password\">Password</label>\
         <input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" required>\
         <button>Sign in</button></form></main></html>"
    );
    (status, [(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY))], Html(text)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_to_another_site() {
        for next in ["", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\r\nb"]
        {
            assert_eq!(target(next), "/", "{next:?}");
        }
        assert_eq!(target("/s/alm/transport/nodes/3?status=initial"), "/s/alm/transport/nodes/3?status=initial");
    }
}
