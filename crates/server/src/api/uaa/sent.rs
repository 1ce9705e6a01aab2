//! A JSON body, whatever the content type says; what cannot be read is refused in the dialect of the service.

use super::error::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use engine::{Cx, Error};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use wire::xsuaa::ScimUser;

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

/// A user, as UAA reads one (`ScimUserJsonDeserializer`): names in whatever case; one that it does not know is refused, and
/// here one that is not kept, too.
#[derive(Debug)]
pub(super) struct SentUser(pub(super) ScimUser);

const KEPT: [&str; 12] = [
    "id", "meta", "userName", "name", "emails", "groups", "active", "verified", "origin", "zoneId", "password",
    "schemas",
];
/// What the service itself says of a user. Clients send back what they were shown.
const SHOWN: [&str; 6] =
    ["approvals", "passwordLastModified", "previousLogonTime", "lastLogonTime", "aliasId", "aliasZid"];

impl FromRequest<Cx> for SentUser {
    type Rejection = Problem;

    async fn from_request(request: Request, cx: &Cx) -> Result<Self, Self::Rejection> {
        let Sent(body): Sent<Map<String, Value>> = Sent::from_request(request, cx).await?;
        let mut kept = Map::new();
        for (name, value) in body {
            let is_said = |known: &&&str| known.eq_ignore_ascii_case(&name);
            let is_empty = value.is_null() || value == Value::Array(Vec::new()) || value == "";
            match KEPT.iter().find(is_said) {
                Some(known) if !value.is_null() => drop(kept.insert((*known).to_owned(), value)),
                None if !is_empty && !SHOWN.iter().any(|known| is_said(&known)) => {
                    let text = format!("the field '{name}' of a user is not known, or not kept here; leave it out");
                    return Err(Error::invalid(text).with_code("scim").into());
                }
                _ => {}
            }
        }
        let read = serde_json::from_value(Value::Object(kept));
        Ok(Self(read.map_err(|e| Error::invalid(format!("the body is no user: {e}")))?))
    }
}
