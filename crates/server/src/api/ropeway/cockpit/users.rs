//! `…/subaccounts/{subaccount}/users` and `…/people`: who is known, and has which role collections.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging;
use super::super::version::{IfMatch, Tagged};
use super::InSubaccount;
use super::behind::Behind;
use ::wire::ropeway::{ErrorBody, cockpit::users as wire};
use axum::Json;
use axum::extract::Path;
use engine::identity::rights::{AssignRoles, MakePeople, ReadAssignments, ReadUsers, WriteUsers};
use engine::identity::users::{self, Filter, Membership, PersonRow, User, UserName};
use engine::identity::zone::{self, ZoneRow};
use engine::identity::{person, role_editing};
use engine::{Caller, Cx, Error};
use http::StatusCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(read, forget))
        .routes(routes!(assign_all))
        .routes(routes!(assign, unassign))
        .routes(routes!(create_person))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// In name or mail address, whatever its case.
    text: Option<String>,
    /// Only those who have the role collection of this name.
    #[serde(rename = "roleCollection")]
    role_collection: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// Which of two users of one name is meant.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfOrigin {
    /// The identity provider of the user; the default one, unless it is said.
    origin: Option<String>,
}

impl OfOrigin {
    fn name(self, name: String) -> UserName {
        UserName { origin: self.origin.unwrap_or_default(), name }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfUser {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Log-in name.
    user: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfAssignment {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Log-in name.
    user: String,
    /// Name of the role collection.
    collection: String,
}

pub(super) async fn zone_of<P>(cx: &Cx, caller: &Caller<P>) -> Result<ZoneRow, Error> {
    Ok(zone::realm(cx, &caller.identity().zone_name).await?.zone()?.clone())
}

/// List users.
///
/// Those who are known in the subaccount, by log-in name, with their role collections.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/users", operation_id = "listUsers", tag = "users",
    params(InSubaccount, Options),
    responses((status = 200, description = "A page of them.", body = wire::UserPage), Problem))]
async fn list(
    Here(cx, caller): Here<ReadUsers>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(asked): Asked<Options>,
) -> Result<Json<wire::UserPage>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let text = asked.text.unwrap_or_default().to_lowercase();
    let holders = match asked.role_collection.filter(|name| !name.is_empty()) {
        Some(name) => Some(role_editing::holders(&cx, &caller, &zone, name).await?),
        None => None,
    };
    let finds = move |row: &PersonRow| {
        let told = [&row.user_name, &row.email, &row.given_name, &row.family_name];
        holders.as_ref().is_none_or(|holders| holders.contains(&row.id))
            && (text.is_empty() || told.iter().any(|said| said.to_lowercase().contains(&text)))
    };
    let page = Behind::new(asked.after, paging::limit(asked.limit)?, PersonRow::sort_key);
    let page = users::list(&cx, caller.clone(), &zone, Filter::default(), page.only(finds)).await?;
    let (rows, next) = page.page();
    let can = vec![
        ("create", caller.may::<WriteUsers>()),
        ("assign", caller.may::<AssignRoles>()),
        ("remove", caller.may::<WriteUsers>()),
    ];
    let found = users::with_collections(&cx, caller, &zone, rows).await?;
    Ok(Json(wire::UserPage { items: found.into_iter().map(user).collect(), next, can: can::told(can) }))
}

/// Make somebody known in a subaccount.
///
/// Role collections are assigned afterwards. Somebody whom nobody knows yet cannot log in before he has a password.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/users", operation_id = "createUser", tag = "users",
    params(InSubaccount), request_body = wire::NewUser,
    responses((status = 201, description = "The user.", body = wire::User),
        (status = 409, description = "The subaccount knows him already.", body = ErrorBody), Problem))]
async fn create(
    Here(cx, caller): Here<WriteUsers>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(sent): Sent<wire::NewUser>,
) -> Result<(StatusCode, Json<wire::User>), Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let wire::NewUser { origin, name, email, given_name, family_name } = sent;
    let new =
        person::NewPerson { origin, user_name: name, email, given: given_name, family: family_name, password: None };
    Ok((StatusCode::CREATED, Json(user(users::create(&cx, caller, &zone, new).await?))))
}

/// See a user.
///
/// The `ETag` is the version of the role collections that the user has.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/users/{user}", operation_id = "readUser", tag = "users",
    params(OfUser, OfOrigin),
    responses((status = 200, description = "The user.", body = wire::User,
        headers(("ETag" = String, description = "The version of what the user has."))), Problem))]
async fn read(
    Here(cx, caller): Here<ReadAssignments>,
    Path(OfUser { user, .. }): Path<OfUser>,
    Asked(origin): Asked<OfOrigin>,
) -> Result<Tagged<wire::User>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    Ok(tagged(users::by_name(&cx, caller, &zone, origin.name(user)).await?))
}

fn tagged(found: User) -> Tagged<wire::User> {
    Tagged(role_editing::version_of(&found), user(found))
}

/// Set the role collections of a user.
///
/// Exactly these: the others are taken away. All of it happens, or nothing. `If-Match` with the `ETag` of what was looked
/// at keeps what somebody else assigned meanwhile.
#[utoipa::path(put, path = "/api/v1/subaccounts/{subaccount}/users/{user}/role-collections",
    operation_id = "setUserRoleCollections", tag = "users",
    params(OfUser, OfOrigin, ("If-Match" = Option<String>, Header, description = "The version that is replaced; any, unless it is said.")),
    request_body = wire::UserRoleCollections,
    responses((status = 200, description = "The user.", body = wire::User,
        headers(("ETag" = String, description = "The version of what the user has."))),
        (status = 409, description = "A group at the identity provider gives one that is to be taken.", body = ErrorBody),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody), Problem))]
async fn assign_all(
    Here(cx, caller): Here<AssignRoles>,
    Path(OfUser { user: name, .. }): Path<OfUser>,
    Asked(origin): Asked<OfOrigin>,
    IfMatch(version): IfMatch,
    Sent(wire::UserRoleCollections { role_collections }): Sent<wire::UserRoleCollections>,
) -> Result<Tagged<wire::User>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let who = origin.name(name);
    let wanted = role_collections.into_iter().collect();
    Ok(tagged(role_editing::assign_all(&cx, caller, &zone, (who, version), wanted).await?))
}

/// Make a subaccount forget somebody.
///
/// His role collections there are gone; he can still log in elsewhere.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/users/{user}", operation_id = "forgetUser", tag = "users",
    params(OfUser, OfOrigin),
    responses((status = 204, description = "He is forgotten."), Problem))]
async fn forget(
    Here(cx, caller): Here<WriteUsers>,
    Path(OfUser { user, .. }): Path<OfUser>,
    Asked(origin): Asked<OfOrigin>,
) -> Result<StatusCode, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let found = users::by_name(&cx, Caller::new(caller.shared())?, &zone, origin.name(user)).await?;
    users::forget(&cx, caller, &zone, found.row.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Assign a role collection.
#[utoipa::path(put, path = "/api/v1/subaccounts/{subaccount}/users/{user}/role-collections/{collection}",
    operation_id = "assignRoleCollection", tag = "users", params(OfAssignment, OfOrigin),
    responses((status = 200, description = "The user.", body = wire::User), Problem))]
async fn assign(
    Here(cx, caller): Here<AssignRoles>,
    Path(of): Path<OfAssignment>,
    Asked(origin): Asked<OfOrigin>,
) -> Result<Json<wire::User>, Problem> {
    set(&cx, caller, (of, origin), Membership::Assign { create: false }).await
}

/// Take a role collection away.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/users/{user}/role-collections/{collection}",
    operation_id = "unassignRoleCollection", tag = "users", params(OfAssignment, OfOrigin),
    responses((status = 200, description = "The user.", body = wire::User),
        (status = 409, description = "A group at the identity provider gives it.", body = ErrorBody), Problem))]
async fn unassign(
    Here(cx, caller): Here<AssignRoles>,
    Path(of): Path<OfAssignment>,
    Asked(origin): Asked<OfOrigin>,
) -> Result<Json<wire::User>, Problem> {
    set(&cx, caller, (of, origin), Membership::Unassign).await
}

async fn set(
    cx: &Cx,
    caller: Caller<AssignRoles>,
    (of, origin): (OfAssignment, OfOrigin),
    how: Membership,
) -> Result<Json<wire::User>, Problem> {
    let zone = zone_of(cx, &caller).await?;
    let who = origin.name(of.user);
    Ok(Json(user(users::set_membership(cx, caller, &zone, who, (of.collection, how)).await?)))
}

/// Make a person.
///
/// Somebody who can log in, in every subaccount that knows him; for the administrator of the global account.
#[utoipa::path(post, path = "/api/v1/people", operation_id = "createPerson", tag = "people",
    request_body = wire::NewPerson,
    responses((status = 201, description = "The person.", body = wire::User),
        (status = 409, description = "There is a person of that name.", body = ErrorBody), Problem))]
async fn create_person(
    Here(cx, caller): Here<MakePeople>,
    Sent(sent): Sent<wire::NewPerson>,
) -> Result<(StatusCode, Json<wire::User>), Problem> {
    let wire::NewPerson { name, email, given_name, family_name, password } = sent;
    if password.is_empty() {
        return Err(Error::invalid("a password is missing: the person could not log in").into());
    }
    let password = Some(password);
    let new = person::NewPerson {
        user_name: name,
        email,
        given: given_name,
        family: family_name,
        password,
        ..person::NewPerson::default()
    };
    let made = users::create_person(&cx, Caller::new(caller.shared())?, new, "").await?;
    Ok((StatusCode::CREATED, Json(user(made))))
}

fn user(User { row, collections, by_group }: User) -> wire::User {
    wire::User {
        id: row.id.to_string(),
        origin: row.origin,
        name: row.user_name,
        email: row.email,
        given_name: row.given_name,
        family_name: row.family_name,
        role_collections: collections,
        from_groups: by_group,
    }
}
