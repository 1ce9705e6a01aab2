//! What is sent along with a call: JSON in the body, options in the query. What cannot be read is refused in our own
//! words and our own envelope.

use super::error::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use engine::{Cx, Error, Kind};
use http::StatusCode;
use http::request::Parts;
use serde::de::DeserializeOwned;

/// A body that has to be there.
#[derive(Debug)]
pub(super) struct Sent<T>(pub(super) T);

/// A body that may be empty.
#[derive(Debug)]
pub(super) struct MaybeSent<T>(pub(super) Option<T>);

/// The options in the query.
#[derive(Debug)]
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Cx> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, cx: &Cx) -> Result<Self, Problem> {
        read(&bytes(request, cx).await?).map(Self)
    }
}

impl<T: DeserializeOwned> FromRequest<Cx> for MaybeSent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, cx: &Cx) -> Result<Self, Problem> {
        let body = bytes(request, cx).await?;
        if body.is_empty() { Ok(Self(None)) } else { read(&body).map(Self) }
    }
}

impl<T: DeserializeOwned> FromRequestParts<Cx> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _cx: &Cx) -> Result<Self, Problem> {
        let read = Query::try_from_uri(&parts.uri);
        let Query(options) =
            read.map_err(|e| Error::invalid(format!("the query cannot be read: {}", e.body_text())))?;
        Ok(Self(options))
    }
}

async fn bytes(request: Request, cx: &Cx) -> Result<Bytes, Problem> {
    let read = Bytes::from_request(request, cx).await;
    read.map_err(|e| match e.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::new(Kind::TooLarge, "the body is larger than 2 MiB").into(),
        _ => Error::invalid(format!("the body cannot be read: {}", e.body_text())).into(),
    })
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    wire::json::read(body).map_err(|e| Error::invalid(format!("the body is not what is wanted here: {e}")).into())
}
