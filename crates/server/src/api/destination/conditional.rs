//! `If-None-Match` and `If-Match`: answers that depend on the version the caller knows.

use super::error::Problem;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::header::{ETAG, HeaderName, IF_MATCH, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::Serialize;

/// What the caller already knows decides the answer.
pub(super) enum Known {
    /// Nothing, or something else: the whole answer.
    No,
    /// The present version.
    Yes,
}

/// Compares with the present version.
///
/// # Errors
/// When the caller insists on another version.
pub(super) fn known(headers: &HeaderMap, etag: &str) -> Result<Known, Problem> {
    if lists(headers, &IF_MATCH, etag) == Some(false) {
        return Err(Problem::precondition_failed());
    }
    Ok(if lists(headers, &IF_NONE_MATCH, etag) == Some(true) { Known::Yes } else { Known::No })
}

/// Whether the header lists the version; `None` without the header. With or without quotes.
fn lists(headers: &HeaderMap, name: &HeaderName, etag: &str) -> Option<bool> {
    let mut values = headers.get_all(name).iter().peekable();
    values.peek()?;
    let listed = |value: &HeaderValue| {
        let text = value.to_str().unwrap_or_default();
        text.split(',').map(bare).any(|known| known == "*" || known == etag)
    };
    Some(values.any(listed))
}

fn bare(tag: &str) -> &str {
    let tag = tag.trim();
    tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"')
}

/// `304` without a body.
pub(super) fn not_modified(etag: &str) -> Response {
    (StatusCode::NOT_MODIFIED, [(ETAG, etag.to_owned())]).into_response()
}

/// The answer with its version.
pub(super) fn tagged<T: Serialize>(etag: &str, body: T) -> Response {
    ([(ETAG, etag.to_owned())], Json(body)).into_response()
}
