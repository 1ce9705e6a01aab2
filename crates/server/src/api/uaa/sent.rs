//! A JSON body, whatever the content type says; what cannot be read is refused in the dialect of the service.

use super::error::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use engine::{Cx, Error};
use serde::de::DeserializeOwned;

/// The body that was sent.
#[derive(Debug)]
pub(super) struct Sent<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Cx> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, cx: &Cx) -> Result<Self, Self::Rejection> {
        let bytes = Bytes::from_request(request, cx).await;
        let bytes = bytes.map_err(|e| Error::invalid(format!("the body cannot be read: {e}")))?;
        let body = wire::json::read(&bytes);
        Ok(Self(body.map_err(|e| Error::invalid(format!("the body is not the JSON that is expected: {e}")))?))
    }
}
