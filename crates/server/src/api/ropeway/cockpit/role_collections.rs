//! `…/subaccounts/{subaccount}/role-collections` and `…/roles`: what people are given, and what it is made of. The global
//! account has its own, under its subdomain.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging;
use super::super::version::{IfMatch, Tagged};
use super::InSubaccount;
use super::behind::Behind;
use super::users::zone_of;
use ::wire::ropeway::{ErrorBody, cockpit::users as wire};
use axum::Json;
use axum::extract::Path;
use engine::identity::collections::{self, Outline, ReferenceRow, RoleKey, RoleRow};
use engine::identity::rights::{ReadRoles, WriteRoles};
use engine::identity::role_editing::{self, Draft, Edited};
use engine::identity::zone::ZoneRow;
use engine::{Caller, Cx};
use http::StatusCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(read, replace, delete))
        .routes(routes!(list_roles))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// In name, description or the name of a role, whatever its case.
    text: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfCollection {
    /// Subdomain or GUID, of the global account as well.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Name of the role collection.
    collection: String,
}

/// List role collections.
///
/// Those of the subaccount, by name, with their roles.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/role-collections", operation_id = "listRoleCollections",
    tag = "users", params(InSubaccount, Options),
    responses((status = 200, description = "A page of them.", body = wire::RoleCollectionPage), Problem))]
async fn list(
    Here(cx, caller): Here<ReadRoles>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(asked): Asked<Options>,
) -> Result<Json<wire::RoleCollectionPage>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let text = asked.text.unwrap_or_default().to_lowercase();
    let finds = move |one: &Outline| {
        let has = |said: &String| said.to_lowercase().contains(&text);
        text.is_empty() || has(&one.row.name) || has(&one.row.description) || one.roles.iter().any(|one| has(&one.role))
    };
    let mut page = Behind::new(asked.after, paging::limit(asked.limit)?, |one: &Outline| one.row.name.clone());
    page = page.only(finds);
    page.extend(collections::outline(&cx, caller.clone(), &zone).await?);
    let (items, next) = page.page();
    let items = items.into_iter().map(|one| outline(&caller, one)).collect();
    let can = can::told(vec![("create", caller.may::<WriteRoles>())]);
    Ok(Json(wire::RoleCollectionPage { items, next, can }))
}

fn outline(caller: &Caller<ReadRoles>, Outline { row, roles, holders }: Outline) -> wire::RoleCollection {
    let can = can::told(role_editing::can(caller, &row));
    wire::RoleCollection {
        name: row.name,
        description: row.description,
        is_predefined: row.read_only,
        roles: roles.into_iter().map(role).collect(),
        users: holders,
        can,
    }
}

fn role(one: ReferenceRow) -> wire::RoleInCollection {
    wire::RoleInCollection { name: one.role, template: one.template, application: one.app_id }
}

/// See a role collection.
///
/// The `ETag` is its version. Who has it is told by the list of users.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/role-collections/{collection}",
    operation_id = "readRoleCollection", tag = "users", params(OfCollection),
    responses((status = 200, description = "The role collection.", body = wire::RoleCollection,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn read(
    Here(cx, caller): Here<ReadRoles>,
    Path(OfCollection { collection, .. }): Path<OfCollection>,
) -> Result<Tagged<wire::RoleCollection>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    again(&cx, &caller, &zone, collection).await
}

async fn again<P>(
    cx: &Cx,
    caller: &Caller<P>,
    zone: &ZoneRow,
    name: String,
) -> Result<Tagged<wire::RoleCollection>, Problem> {
    let reader = Caller::<ReadRoles>::new(caller.shared())?;
    let Edited { row, roles, holders, version, can } = role_editing::read(cx, &reader, zone, name).await?;
    let body = wire::RoleCollection {
        name: row.name,
        description: row.description,
        is_predefined: row.read_only,
        roles: roles.into_iter().map(role).collect(),
        users: holders,
        can: can::told(can),
    };
    Ok(Tagged(version, body))
}

fn draft(sent: wire::RoleCollectionDraft) -> Draft {
    let key = |one: wire::RoleInCollection| RoleKey { app_id: one.application, template: one.template, name: one.name };
    Draft { name: sent.name, description: sent.description, roles: sent.roles.into_iter().map(key).collect() }
}

/// Make a role collection.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/role-collections",
    operation_id = "createRoleCollection", tag = "users", params(InSubaccount),
    request_body = wire::RoleCollectionDraft,
    responses((status = 201, description = "The role collection.", body = wire::RoleCollection,
        headers(("ETag" = String, description = "Its version."))),
        (status = 409, description = "There is one of that name.", body = ErrorBody), Problem))]
async fn create(
    Here(cx, caller): Here<WriteRoles>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(sent): Sent<wire::RoleCollectionDraft>,
) -> Result<(StatusCode, Tagged<wire::RoleCollection>), Problem> {
    let (zone, draft) = (zone_of(&cx, &caller).await?, draft(sent));
    let name = draft.name.trim().to_owned();
    role_editing::create(&cx, caller.clone(), &zone, draft).await?;
    Ok((StatusCode::CREATED, again(&cx, &caller, &zone, name).await?))
}

/// Replace a role collection.
///
/// Name, description and roles; who has it keeps it. Predefined ones cannot be changed. `If-Match` with the `ETag` of
/// what was looked at keeps what somebody else changed meanwhile from being lost.
#[utoipa::path(put, path = "/api/v1/subaccounts/{subaccount}/role-collections/{collection}",
    operation_id = "replaceRoleCollection", tag = "users",
    params(OfCollection, ("If-Match" = Option<String>, Header, description = "The version that is replaced; any, unless it is said.")),
    request_body = wire::RoleCollectionDraft,
    responses((status = 200, description = "The role collection.", body = wire::RoleCollection,
        headers(("ETag" = String, description = "Its version."))),
        (status = 409, description = "There is one of the new name.", body = ErrorBody),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody),
        (status = 422, description = "It is predefined.", body = ErrorBody), Problem))]
async fn replace(
    Here(cx, caller): Here<WriteRoles>,
    Path(OfCollection { collection, .. }): Path<OfCollection>,
    IfMatch(version): IfMatch,
    Sent(sent): Sent<wire::RoleCollectionDraft>,
) -> Result<Tagged<wire::RoleCollection>, Problem> {
    let (zone, draft) = (zone_of(&cx, &caller).await?, draft(sent));
    let name = draft.name.trim().to_owned();
    role_editing::replace(&cx, caller.clone(), &zone, (collection, version), draft).await?;
    again(&cx, &caller, &zone, name).await
}

/// Delete a role collection.
///
/// It is taken from everybody who has it. Predefined ones cannot be deleted.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/role-collections/{collection}",
    operation_id = "deleteRoleCollection", tag = "users",
    params(OfCollection, ("If-Match" = Option<String>, Header, description = "The version that is deleted; any, unless it is said.")),
    responses((status = 204, description = "It is gone."),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody),
        (status = 422, description = "It is predefined.", body = ErrorBody), Problem))]
async fn delete(
    Here(cx, caller): Here<WriteRoles>,
    Path(OfCollection { collection, .. }): Path<OfCollection>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    role_editing::delete(&cx, caller, &zone, (collection, version)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List roles.
///
/// Of every application that the subaccount knows: what role collections are made of, by application and template.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/roles", operation_id = "listRoles", tag = "users",
    params(InSubaccount),
    responses((status = 200, description = "The roles.", body = Vec<wire::Role>), Problem))]
async fn list_roles(
    Here(cx, caller): Here<ReadRoles>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<Vec<wire::Role>>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let one = |row: RoleRow| wire::Role {
        name: row.name,
        template: row.template,
        application: row.app_id,
        description: row.description,
        is_predefined: row.read_only,
    };
    Ok(Json(role_editing::roles(&cx, caller, &zone).await?.into_iter().map(one).collect()))
}
