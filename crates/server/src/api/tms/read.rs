//! What comes in: path ids, JSON bodies, queries, and forms with a file. Generous, as clients need it.

use super::error::Problem;
use crate::form::{Form, Part};
use crate::memory;
use axum::body::Bytes;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{FromRequest, Request};
use engine::transport::queue::Named;
use engine::transport::request::NewRequest;
use engine::{Cx, Error};
use http::StatusCode;
use model::request::named_user;
use model::{BadId, RequestId};
use serde::de::DeserializeOwned;
use std::str::FromStr;
use wire::tms::{NodeUpload, Number, Selection, Uri};

/// The most of a JSON body.
const BODY_MAX: usize = 4 << 20;
/// The most of a text field of a form.
const FIELD_MAX: usize = 64 << 10;

/// An id in the path.
pub(super) fn id<T: FromStr<Err = BadId>>(text: &str) -> Result<T, Problem> {
    Ok(text.parse().map_err(Error::from)?)
}

/// A JSON body of whatever content type; an empty one is an empty object.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Cx> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, cx: &Cx) -> Result<Self, Problem> {
        let held = memory::read(cx, request.into_body(), BODY_MAX).await;
        let held = held.map_err(|e| match e {
            memory::Refused::NoRoom(error) => error,
            _ => Error::invalid("the body cannot be read, or is too large"),
        })?;
        let bytes = &held.bytes;
        let text: &[u8] = if bytes.iter().all(u8::is_ascii_whitespace) { b"{}" } else { bytes };
        let value = wire::json::read(text)
            .map_err(|e| Error::invalid(format!("the body is not the JSON that is expected here: {e}")))?;
        Ok(Self(value))
    }
}

/// A field that a new thing needs.
pub(super) fn missing(field: &str) -> Error {
    Error::invalid(format!("the field '{field}' is missing"))
}

/// The value of a query parameter; its first, should it be repeated.
pub(super) fn query(raw: Option<&str>) -> Query {
    Query(serde_urlencoded::from_str(raw.unwrap_or_default()).unwrap_or_default())
}

/// A query; what nobody asks for is ignored.
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// The parameter's value, if it is there and not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// A parameter that is a list: separated by commas, repeated, or both.
    pub(super) fn all(&self, name: &str) -> Option<String> {
        let named = self.0.iter().filter(|(key, value)| key == name && !value.is_empty());
        let values: Vec<&str> = named.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(","))
    }
}

/// A request to be made.
pub(super) fn new_request(body: NodeUpload) -> Result<NewRequest, Problem> {
    Ok(NewRequest {
        node: body.node_name,
        content_type: body.content_type.parse().map_err(Error::from)?,
        storage_type: body.storage_type.parse().map_err(Error::from)?,
        description: body.description,
        named_user: user(body.named_user.as_deref())?,
        uris: body
            .entries
            .into_iter()
            .map(|entry| {
                let Uri(text) = entry.uri;
                text
            })
            .collect(),
    })
}

/// Requests that are named.
pub(super) fn named(body: &Selection) -> Result<Named, Problem> {
    let requests = body.transport_requests.iter().map(|&Number(id)| RequestId(id)).collect();
    Ok(Named { requests, named_user: user(body.named_user.as_deref())? })
}

/// A named user; empty is absent.
pub(super) fn user(text: Option<&str>) -> Result<Option<String>, Problem> {
    Ok(named_user(text).map_err(Error::from)?)
}

/// A form, or why the body is none.
pub(super) fn form(given: Result<Form, MultipartRejection>) -> Result<Form, Problem> {
    Ok(given.map_err(|e| Error::invalid(format!("a multipart form with a file is expected: {}", e.body_text())))?)
}

/// A form that broke off or is malformed.
pub(super) fn broken(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::new(engine::Kind::TooLarge, "the form is larger than allowed").into(),
        _ => Error::invalid(format!("the form cannot be read: {}", error.body_text())).into(),
    }
}

/// A whole field of at most `limit` bytes.
pub(super) async fn whole(part: &mut Part<'_>, limit: usize) -> Result<Vec<u8>, Problem> {
    let mut all = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|e| broken(&e))? {
        if all.len() + piece.len() > limit {
            let name = part.said.name.as_deref().unwrap_or_default();
            let text = format!("the field '{name}' is larger than the {limit} bytes allowed");
            return Err(Error::new(engine::Kind::TooLarge, text).into());
        }
        all.extend_from_slice(&piece);
    }
    Ok(all)
}

/// The text fields of a form.
#[derive(Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Takes one in. Refuses what nothing would be done with, and what is there twice.
    pub(super) async fn take(&mut self, part: &mut Part<'_>, known: &[&str]) -> Result<(), Problem> {
        let name = part.said.name.clone().unwrap_or_default();
        if !known.contains(&name.as_str()) {
            let text = format!("the form field '{name}' is not known here; known are file, {}", known.join(", "));
            return Err(Error::invalid(text).into());
        }
        if self.get(&name).is_some() {
            return Err(Error::invalid(format!("the form field '{name}' is there twice")).into());
        }
        let text = String::from_utf8_lossy(&whole(part, FIELD_MAX).await?).into_owned();
        self.0.push((name, text));
        Ok(())
    }

    /// The value of a field.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A form has one file.
pub(super) fn second_file() -> Problem {
    Error::invalid("the form has more than one file; send one form for each").into()
}

/// A form's file in memory, and its text fields.
#[derive(Default)]
pub(super) struct SmallForm {
    /// What its file takes up, as long as the form is there.
    pub(super) room: Option<memory::Room>,
    /// Name and content.
    pub(super) file: Option<(String, Bytes)>,
    /// The others.
    pub(super) fields: Fields,
}

impl SmallForm {
    /// Reads a form whose file has at most `limit` bytes, and whose other fields are these.
    pub(super) async fn read(cx: &Cx, mut form: Form, limit: usize, known: &[&str]) -> Result<Self, Problem> {
        let mut read = Self::default();
        while let Some(mut part) = form.next().await.map_err(|e| broken(&e))? {
            if part.is_file() {
                if read.file.is_some() {
                    return Err(second_file());
                }
                let name = part.said.file_name.take().unwrap_or_default();
                read.room = Some(memory::room(cx, limit as u64).await?);
                read.file = Some((name, Bytes::from(whole(&mut part, limit).await?)));
            } else {
                read.fields.take(&mut part, known).await?;
            }
        }
        Ok(read)
    }
}
