//! Small pages that need no script: the sign-in, a code, a refusal.

use axum::response::{Html, IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use http::{HeaderValue, StatusCode};

/// Its own style and its own form, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";
const STYLE: &str = include_str!("plain.css");
const LOGO: &str = "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M2 9 30 3M10 7.3v5M22 4.7v5\"/>\
    <rect x=\"5\" y=\"12\" width=\"10\" height=\"9\" rx=\"2\"/><rect x=\"17\" y=\"9.5\" width=\"10\" height=\"9\" rx=\"2\"/>\
    <path d=\"M4 29h24\"/></svg>";

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// A page of this title; head and body are HTML.
pub(super) fn plain(status: StatusCode, title: &str, head: &str, body: &str) -> Response {
    let text = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">{head}<title>{title} · Ropeway</title><style>{STYLE}</style>\
         <main><h1>{LOGO}Ropeway</h1>{body}</main></html>"
    );
    let policy = (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    (status, [policy, (CACHE_CONTROL, HeaderValue::from_static("no-store"))], Html(text)).into_response()
}

/// Says what is wrong; the text may hold what somebody sent.
pub(crate) fn notice(status: StatusCode, title: &str, text: &str) -> Response {
    let text = escaped(text);
    plain(status, title, "", &format!("<p class=\"lead\">{title}</p><p class=\"notice\" role=\"alert\">{text}</p>"))
}

/// Shows a code to be typed in elsewhere.
pub(crate) fn show_code(code: &str) -> Response {
    let body = format!(
        "<p class=\"lead\">Temporary Authentication Code</p><p><code>{code}</code></p>\
         <p class=\"soft\">Enter it where you log in on the command line. It is good once, for five minutes.</p>"
    );
    plain(StatusCode::OK, "Temporary Authentication Code", "", &body)
}
