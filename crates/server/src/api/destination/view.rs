//! Our types to the wire.

use super::paging::Metadata;
use engine::Error;
use engine::platform::destination::find::{Found, Proof};
use engine::platform::destination::write::Written;
use engine::platform::destination::{NOT_FOUND, Owner, Stored};
use http::StatusCode;
use model::destination::Level;
use serde_json::{Value, json};
use wire::destination::{AuthToken, DeleteStatus, Deleted, FindResult, HttpHeader, Owner as WireOwner, WriteStatus};

pub(super) fn found(found: Found, skip_credentials: bool) -> FindResult {
    let Found { stored, proof } = found;
    let destination = &stored.destination;
    let configuration = if skip_credentials { destination.without_secrets() } else { destination.properties().clone() };
    FindResult {
        owner: owner(stored.owner),
        destination_configuration: configuration,
        auth_tokens: proof.map(|proof| vec![auth_token(proof)]),
    }
}

fn owner(owner: Owner) -> WireOwner {
    let instance_id = match owner.level {
        Level::Subaccount => None,
        Level::Instance(id) => Some(id.text()),
    };
    WireOwner { subaccount_id: Some(owner.subaccount.text()), instance_id }
}

fn auth_token(proof: Proof) -> AuthToken {
    let header = |kind: &str, value: &str| {
        Some(HttpHeader { key: "Authorization".to_owned(), value: format!("{kind} {value}") })
    };
    match proof {
        Proof::Basic(value) => {
            let http_header = header("Basic", &value);
            AuthToken { kind: "Basic".to_owned(), value, http_header, ..AuthToken::default() }
        }
        Proof::Bearer(token) => AuthToken {
            kind: "Bearer".to_owned(),
            http_header: header("Bearer", &token.value),
            value: token.value,
            expires_in: Some(token.expires_in.to_string()),
            scope: token.scope,
            error: None,
        },
        Proof::Failed(why) => AuthToken { error: Some(why), ..AuthToken::default() },
    }
}

pub(super) fn listed(stored: &Stored, name_only: bool, metadata: &[Metadata]) -> Value {
    if name_only {
        return json!({"Name": stored.destination.name()});
    }
    let mut properties = stored.destination.properties().clone();
    if !metadata.is_empty() {
        let told = metadata.iter().map(|one| match one {
            Metadata::Etag => ("etag".to_owned(), json!(stored.etag)),
            Metadata::ModificationTime => {
                ("modification_time".to_owned(), json!(stored.modified_at.millis().to_string()))
            }
        });
        properties.insert("$metadata".to_owned(), Value::Object(told.collect()));
    }
    Value::Object(properties)
}

pub(super) fn written(one: Written, good: StatusCode, status: impl Fn(&Error) -> StatusCode) -> WriteStatus {
    match one.outcome {
        Ok(etag) => WriteStatus { name: one.name, status: good.as_u16(), etag: Some(etag), cause: None },
        Err(why) => {
            let error = Error::from(why);
            let (status, cause) = (status(&error).as_u16(), Some(error.message().to_owned()));
            WriteStatus { name: one.name, status, etag: None, cause }
        }
    }
}

pub(super) fn violated(violation: &model::destination::Violation) -> WriteStatus {
    let (name, cause) = (violation.configuration.clone(), Some(violation.errors.join("; ")));
    WriteStatus { name, status: StatusCode::BAD_REQUEST.as_u16(), etag: None, cause }
}

pub(super) fn deleted(outcome: Vec<(String, bool)>) -> Deleted {
    let count = outcome.iter().filter(|(_, deleted)| *deleted).count();
    let status = |(name, deleted): (String, bool)| {
        let (status, reason) = if deleted { ("DELETED", None) } else { ("NOT_FOUND", Some(NOT_FOUND.to_owned())) };
        DeleteStatus { name, status: status.to_owned(), reason }
    };
    Deleted { count, summary: outcome.into_iter().map(status).collect() }
}
