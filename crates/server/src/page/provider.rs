//! `/sign-in/{origin}`: to an identity provider, and back from it.

use super::cookie::{self, Cookie};
use super::sign_in::{onward, screen};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use engine::identity::trust::way::{self, Back};
use engine::{Cx, Error, Kind};
use http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

/// `GET /sign-in/{origin}`.
pub(super) async fn begin(
    State(cx): State<Cx>,
    Path(origin): Path<String>,
    Query(Asked { next }): Query<Asked>,
) -> Response {
    match way::begin(&cx, &origin, &next).await {
        Ok(begun) => {
            let mut response = to(begun.to.as_str());
            Cookie::Way.set(&cx, &begun.cookie, Some(way::LIFE), response.headers_mut());
            response
        }
        Err(error) => refused(&cx, &next, &error),
    }
}

/// `GET /sign-in/{origin}/callback`: the browser is back. Its cookie is good once, whatever comes of it.
pub(super) async fn end(
    State(cx): State<Cx>,
    Path(origin): Path<String>,
    Query(back): Query<Back>,
    headers: HeaderMap,
) -> Response {
    let cookies = (Cookie::Way.read(&cx, &headers), cookie::read(&cx, &headers));
    let mut response = match way::end(&cx, &origin, back, cookies).await {
        Ok(arrived) => {
            let mut response = onward(&arrived.next);
            Cookie::Session.set(&cx, &arrived.session.cookie, None, response.headers_mut());
            response
        }
        Err(error) => refused(&cx, "", &error),
    };
    Cookie::Way.clear(&cx, response.headers_mut());
    guarded(&mut response);
    response
}

fn to(place: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    response.headers_mut().insert(LOCATION, HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/")));
    guarded(&mut response);
    response
}

/// Codes stand in the address: nobody on the way keeps it, and it is told to no third.
fn guarded(response: &mut Response) {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
}

/// The sign-in once more, with what is wrong, what to do, and what to tell the operator.
fn refused(cx: &Cx, next: &str, error: &Error) -> Response {
    let status = match error.kind() {
        Kind::Invalid => StatusCode::BAD_REQUEST,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Upstream => StatusCode::BAD_GATEWAY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    let text = match error.kind() {
        Kind::Invalid | Kind::NotFound | Kind::Unauthenticated | Kind::Forbidden => error.message(),
        Kind::Upstream => {
            "the identity provider cannot be used at the moment; the operator of this server finds why in its log, and an \
             administrator under Trust in the cockpit"
        }
        _ => "the server is busy; try again in a moment",
    };
    tracing::warn!(error = %error.chain(), "a sign-in with an identity provider failed");
    let id = engine::current_correlation().map(|id| format!(" (correlation id {id})")).unwrap_or_default();
    let mut first = text.chars();
    let text: String = first.next().map(|c| c.to_uppercase().chain(first).collect()).unwrap_or_default();
    screen(cx, status, next, &format!("You are not signed in. {text}.{id}"), cx.settings.password_form)
}
