//! `…/subaccounts/{subaccount}/destinations`: found, looked at, written, deleted.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::destinations::hint;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging;
use super::super::version::{IfMatch, Tagged};
use super::{InSubaccount, OfDestination};
use ::wire::ropeway::{ErrorBody, cockpit::destinations as wire};
use axum::Json;
use axum::extract::Path;
use engine::platform::destination::overview::{self, Search, Seen};
use engine::platform::destination::right::{ReadSubaccount, WriteSubaccount};
use engine::platform::destination::write;
use engine::{Caller, Cx, Error};
use http::StatusCode;
use model::destination::{Destination, validate};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list, create)).routes(routes!(read, replace, delete))
}

/// What is looked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// In name, address or description, whatever its case.
    text: Option<String>,
    /// Types, with commas.
    r#type: Option<String>,
    /// Types of authentication, with commas.
    authentication: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List destinations.
///
/// Those of the subaccount itself, by name, with what is likely to be wrong with each. Secrets are never shown.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/destinations", operation_id = "listDestinations",
    tag = "destinations", params(InSubaccount, Options),
    responses((status = 200, description = "A page of them.", body = wire::DestinationPage), Problem))]
async fn list(
    Here(cx, caller): Here<ReadSubaccount>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(asked): Asked<Options>,
) -> Result<Json<wire::DestinationPage>, Problem> {
    let wish = Search {
        text: asked.text.unwrap_or_default(),
        kinds: asked.r#type.unwrap_or_default(),
        authentications: asked.authentication.unwrap_or_default(),
        after: asked.after.unwrap_or_default(),
        limit: usize::try_from(paging::limit(asked.limit)?).unwrap_or_default(),
    };
    let page = overview::list(&cx, caller, wish).await?;
    let items = page.items.into_iter().map(line).collect();
    Ok(Json(wire::DestinationPage { items, next: page.next, can: can::told(page.can) }))
}

/// See a destination.
///
/// Its secrets are named, not shown. The `ETag` is its version.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/destinations/{name}", operation_id = "readDestination",
    tag = "destinations", params(OfDestination),
    responses((status = 200, description = "The destination.", body = wire::Destination,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn read(
    Here(cx, caller): Here<ReadSubaccount>,
    Path(OfDestination { name, .. }): Path<OfDestination>,
) -> Result<Tagged<wire::Destination>, Problem> {
    Ok(shown(overview::one(&cx, caller, name).await?))
}

/// Make a destination.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/destinations", operation_id = "createDestination",
    tag = "destinations", params(InSubaccount), request_body = wire::DestinationDraft,
    responses((status = 201, description = "The destination.", body = wire::Destination,
        headers(("ETag" = String, description = "Its version."))),
        (status = 409, description = "There is one of that name.", body = ErrorBody), Problem))]
async fn create(
    Here(cx, caller): Here<WriteSubaccount>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(draft): Sent<wire::DestinationDraft>,
) -> Result<(StatusCode, Tagged<wire::Destination>), Problem> {
    let given = checked(draft.properties)?;
    let name = given.name().to_owned();
    // What is left empty is not there.
    let given = given.with_secrets_of(&Destination::stored(Map::new()));
    let written = write::create(&cx, caller.clone(), vec![given]).await?;
    if written.into_iter().any(|one| one.outcome == Err(write::NotWritten::Exists)) {
        let text = format!("there is a destination '{name}' already; choose another name, or edit that one");
        return Err(Error::conflict(text).into());
    }
    Ok((StatusCode::CREATED, again(&cx, &caller, name).await?))
}

/// Replace a destination.
///
/// With all its properties; a secret with an empty text stays what it was. `If-Match` with the `ETag` of what was looked
/// at keeps what somebody else changed meanwhile from being lost.
#[utoipa::path(put, path = "/api/v1/subaccounts/{subaccount}/destinations/{name}", operation_id = "replaceDestination",
    tag = "destinations",
    params(OfDestination, ("If-Match" = Option<String>, Header, description = "The version that is replaced; any, unless it is said.")),
    request_body = wire::DestinationDraft,
    responses((status = 200, description = "The destination.", body = wire::Destination,
        headers(("ETag" = String, description = "Its version."))),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody), Problem))]
async fn replace(
    Here(cx, caller): Here<WriteSubaccount>,
    Path(OfDestination { name, .. }): Path<OfDestination>,
    IfMatch(version): IfMatch,
    Sent(draft): Sent<wire::DestinationDraft>,
) -> Result<Tagged<wire::Destination>, Problem> {
    let given = checked(draft.properties)?;
    if given.name() != name {
        let text =
            format!("property 'Name' is '{}', but the destination is '{name}'; make another one instead", given.name());
        return Err(Error::invalid(text).into());
    }
    write::replace(&cx, caller.clone(), given, version).await?;
    again(&cx, &caller, name).await
}

/// Delete a destination.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/destinations/{name}", operation_id = "deleteDestination",
    tag = "destinations", params(OfDestination),
    responses((status = 204, description = "It is gone."), Problem))]
async fn delete(
    Here(cx, caller): Here<WriteSubaccount>,
    Path(OfDestination { name, .. }): Path<OfDestination>,
) -> Result<StatusCode, Problem> {
    write::delete(&cx, caller, name).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn checked(properties: Map<String, Value>) -> Result<Destination, Error> {
    validate::read(&Value::Object(properties)).map_err(|violation| Error::invalid(violation.errors.join("; ")))
}

/// Whoever may write a destination is shown what he wrote.
async fn again(cx: &Cx, caller: &Caller<WriteSubaccount>, name: String) -> Result<Tagged<wire::Destination>, Problem> {
    Ok(shown(overview::one(cx, Caller::new(caller.shared())?, name).await?))
}

fn line(seen: Seen) -> wire::DestinationLine {
    let Seen { stored, hints, can } = seen;
    let (destination, shown) = (&stored.destination, stored.destination.shown());
    let said = |key: &str| shown.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    wire::DestinationLine {
        name: said("Name"),
        r#type: said("Type"),
        url: said("URL"),
        authentication: said("Authentication"),
        description: said("Description"),
        missing_secrets: destination.missing_secrets().into_iter().map(str::to_owned).collect(),
        hints: hints.into_iter().map(hint).collect(),
        modified_at: stored.modified_at.rfc3339_millis(),
        can: can::told(can),
    }
}

fn shown(seen: Seen) -> Tagged<wire::Destination> {
    let Seen { stored, hints, can } = seen;
    let destination = &stored.destination;
    let body = wire::Destination {
        name: destination.name().to_owned(),
        properties: destination.shown(),
        secrets: destination.secrets(),
        missing_secrets: destination.missing_secrets().into_iter().map(str::to_owned).collect(),
        hints: hints.into_iter().map(hint).collect(),
        created_at: stored.created_at.rfc3339_millis(),
        modified_at: stored.modified_at.rfc3339_millis(),
        can: can::told(can),
    };
    Tagged(stored.etag, body)
}
