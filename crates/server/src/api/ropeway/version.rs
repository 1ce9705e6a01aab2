//! Versions of what is edited: an answer carries one as `ETag`, a change names the one it is about as `If-Match`, and is
//! refused with 412 when somebody else was faster. The comparison itself is the use case's, in its transaction.

use super::error::Problem;
use axum::Json;
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use engine::{Cx, Error};
use http::header::{ETAG, IF_MATCH};
use http::request::Parts;
use serde::Serialize;

/// The version that a change is about; none, when any will do (`*`, or nothing said).
#[derive(Debug)]
pub(super) struct IfMatch(pub(super) Option<String>);

impl FromRequestParts<Cx> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _cx: &Cx) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(IF_MATCH) else { return Ok(Self(None)) };
        let text = value.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Ok(Self(None));
        }
        let tag = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let one = tag.filter(|tag| !tag.is_empty() && !tag.contains('"'));
        let one = one.ok_or_else(|| Error::invalid("If-Match must be the ETag of the answer that is changed, or *"))?;
        Ok(Self(Some(one.to_owned())))
    }
}

/// An answer with its version.
#[derive(Debug)]
pub(super) struct Tagged<T>(pub(super) String, pub(super) T);

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        ([(ETAG, format!("\"{}\"", self.0))], Json(self.1)).into_response()
    }
}
