//! Answers: documents, and nothing.

use super::error::{Problem, Result};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use wire::deploy::{BadXml, Document, to_xml};

/// 200 with a document.
pub(super) fn document<T: Document + serde::Serialize>(value: &T) -> Result<Response> {
    xml(to_xml(value))
}

/// 200 with text that is XML.
pub(super) fn xml(written: std::result::Result<String, BadXml>) -> Result<Response> {
    let text = written.map_err(|e| {
        tracing::error!(error = %e, "deploy service");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The answer could not be written")
    })?;
    Ok(([(CONTENT_TYPE, "application/xml;charset=UTF-8")], text).into_response())
}

/// 204.
pub(super) fn done() -> Result<Response> {
    Ok(StatusCode::NO_CONTENT.into_response())
}
