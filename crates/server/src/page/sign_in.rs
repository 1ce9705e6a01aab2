//! `/sign-in`: a form that needs no script.

use super::cookie::{self, Cookie};
use super::plain::{escaped, plain};
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use engine::identity::page;
use engine::identity::trust::Provider;
use engine::{Cx, Kind};
use http::header::{LOCATION, ORIGIN};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
    #[serde(default)]
    ended: Option<String>,
    /// A program wants to know again who it is.
    #[serde(default)]
    again: Option<String>,
    /// `password`: the form, also where people sign in with an identity provider.
    #[serde(default)]
    with: Option<String>,
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
    if signed_in && asked.again.is_none() {
        return go(target(&asked.next));
    }
    let notice = asked.ended.map_or("", |_| "Your session has ended. Sign in again to go on.");
    let form = cx.settings.password_form || asked.with.as_deref() == Some("password");
    screen(&cx, StatusCode::OK, &asked.next, notice, form)
}

/// `POST /sign-in`.
pub(super) async fn sign_in(
    State(cx): State<Cx>,
    headers: HeaderMap,
    form: Result<Form<SignIn>, FormRejection>,
) -> Response {
    let Ok(Form(SignIn { username, password, next })) = form else {
        return shown(&cx, StatusCode::BAD_REQUEST, "", "Enter your e-mail address and your password.");
    };
    if is_foreign(&cx, &headers) {
        // Who is signed in unawares, as somebody else, hands over what he enters then.
        return shown(&cx, StatusCode::FORBIDDEN, "", "This form was sent by another site. Sign in here.");
    }
    match page::sign_in(&cx, &username, &password, cookie::read(&cx, &headers)).await {
        Ok(begun) => {
            let mut response = onward(&next);
            Cookie::Session.set(&cx, &begun.cookie, None, response.headers_mut());
            response
        }
        Err(error) => {
            let (status, text) = refusal(&error);
            shown(&cx, status, &next, text)
        }
    }
}

/// `POST /sign-out`: for those without script; the page calls the API.
pub(super) async fn sign_out(State(cx): State<Cx>, headers: HeaderMap) -> Response {
    if is_foreign(&cx, &headers) {
        return shown(&cx, StatusCode::FORBIDDEN, "", "This was sent by another site.");
    }
    if let Some(value) = cookie::read(&cx, &headers)
        && page::sign_out(&cx, value).await.is_err()
    {
        return shown(&cx, StatusCode::SERVICE_UNAVAILABLE, "", "The server is busy: try again in a moment.");
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
        (Kind::Forbidden, _) => (
            StatusCode::FORBIDDEN,
            "People sign in with the company's identity provider; only administrators with a password.",
        ),
        (Kind::Overloaded, _) => (StatusCode::TOO_MANY_REQUESTS, "Too many attempts. Wait a moment and try again."),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "The server is busy. Try again in a moment."),
    }
}

/// Whether the way goes on to a program elsewhere. A browser lets no form lead there, by whatever redirects, as the
/// policy of this page says; so its way ends here, and a new one begins.
fn leads_away(next: &str) -> bool {
    target(next).split('?').next().is_some_and(|path| path.ends_with("/oauth/authorize"))
}

/// Where somebody goes who has just signed in.
pub(super) fn onward(next: &str) -> Response {
    if leads_away(next) { go_on(target(next)) } else { go(target(next)) }
}

fn go_on(to: &str) -> Response {
    let to = escaped(to);
    let head = format!("<meta http-equiv=\"refresh\" content=\"0;url={to}\">");
    let body = format!("<p class=\"lead\">You are signed in.</p><p><a href=\"{to}\">Go on</a></p>");
    plain(StatusCode::OK, "Signed in", &head, &body)
}

/// First to the sign-in, then back to a place of this server.
pub(crate) fn sign_in_first(next: &str) -> Response {
    let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    go(&format!("/sign-in?{query}"))
}

fn go(to: &str) -> Response {
    let value = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, value)]).into_response()
}

/// The sign-in with the form. What was entered is never shown again.
fn shown(cx: &Cx, status: StatusCode, next: &str, notice: &str) -> Response {
    screen(cx, status, next, notice, true)
}

/// The sign-in, with the form or without.
pub(super) fn screen(cx: &Cx, status: StatusCode, next: &str, notice: &str, form: bool) -> Response {
    let notice = match notice {
        "" => String::new(),
        text => format!("<p class=\"notice\" role=\"alert\">{}</p>", escaped(text)),
    };
    let next = target(next);
    let (links, form) = (links(cx, next), if form { password(next, cx) } else { to_password(next) });
    let lead = "<p class=\"lead\">Change and transport for integration content</p>";
    plain(status, "Sign in", "", &format!("{lead}{notice}{links}{form}"))
}

/// The ways through identity providers. They are links: the policy lets a form lead nowhere else.
fn links(cx: &Cx, next: &str) -> String {
    let link = |provider: &Provider| {
        let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
        let (origin, query, name) = (&provider.origin, escaped(&query), escaped(&provider.display_name));
        format!("<a class=\"button\" href=\"/sign-in/{origin}?{query}\">Sign in with {name}</a>")
    };
    cx.settings.providers.iter().map(link).collect()
}

fn to_password(next: &str) -> String {
    let query = serde_urlencoded::to_string([("with", "password"), ("next", next)]).unwrap_or_default();
    let query = escaped(&query);
    format!("<p class=\"soft\"><a href=\"/sign-in?{query}\">Sign in with a password</a> (administrators)</p>")
}

fn password(next: &str, cx: &Cx) -> String {
    let next = escaped(next);
    let or = if cx.settings.providers.is_empty() { "" } else { "<p class=\"or soft\">or with a password</p>" };
    let focus = if cx.settings.providers.is_empty() { " autofocus" } else { "" };
    format!(
        "{or}<form method=\"post\" action=\"/sign-in\"><input type=\"hidden\" name=\"next\" value=\"{next}\">\
         <label for=\"username\">E-mail address</label>\
         <input id=\"username\" name=\"username\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" \
         required{focus}>\
         <label for=\"password\">Password</label>\
         <input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" required>\
         <button>Sign in</button></form>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_way_to_another_program_is_begun_anew() {
        assert!(leads_away("/uaa/alm/oauth/authorize?client_id=x"));
        assert!(!leads_away("/s/alm/home?x=/oauth/authorize"));
        assert!(!leads_away("//evil.example/oauth/authorize"));
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for next in ["", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\r\nb"]
        {
            assert_eq!(target(next), "/", "{next:?}");
        }
        assert_eq!(target("/s/alm/transport/nodes/3?status=initial"), "/s/alm/transport/nodes/3?status=initial");
    }
}
