//! `/uaa/{zone}/sap/rest/…`: role collections, roles, applications, and who has what.

use super::error::{AdminProblem, AdminResult};
use super::realm::InRealm;
use super::sent::Sent;
use super::view;
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::{FromRequestParts, Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, put};
use engine::identity::collections::{self, Change, RoleKey};
use engine::identity::rights::{AssignRoles, ReadAssignments, ReadRoles, WriteRoles};
use engine::identity::users::{self, Membership, UserName};
use engine::identity::zone::ZoneRow;
use engine::{Cx, Error};
use http::StatusCode;
use http::request::Parts;
use serde::Deserialize;
use wire::xsuaa::{App, Role, RoleCollection, RoleReference, RoleTemplate, User};

/// Below `/uaa/{zone}`.
pub(super) fn routes() -> Router<Cx> {
    let authorization = Router::new()
        .route("/rolecollections", get(list).post(create))
        .route("/rolecollections/{name}", get(one).put(describe).delete(delete))
        .route("/rolecollections/{name}/roles", get(roles_of).put(replace_roles))
        .route("/rolecollections/{name}/roles/{app}/{role}/{template}", put(add_role).delete(remove_role))
        .route("/apps", get(apps))
        .route("/apps/roles", axum::routing::post(create_role))
        .route("/apps/{app}", get(app))
        .route("/apps/{app}/roletemplates", get(templates))
        .route("/apps/{app}/roletemplates/{template}", get(template))
        .route("/apps/{app}/roles/{template}/{role}", get(role).put(update_role).delete(delete_role))
        .route("/roles", get(roles).post(create_role));
    Router::new()
        .nest("/sap/rest/authorization/v2", authorization)
        .route("/sap/rest/user/origin/{origin}/name/{user}", get(user))
        .route("/sap/rest/user/origin/{origin}/name/{user}/rolecollections", get(user_collections))
        .route("/sap/rest/user/origin/{origin}/name/{user}/rolecollections/{rc}", put(assign).delete(unassign))
}

/// What stands in a path; which of it, the route says.
#[derive(Debug, Deserialize)]
struct Named {
    #[serde(default)]
    name: String,
    #[serde(default)]
    app: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    template: String,
    #[serde(default)]
    origin: String,
    #[serde(default)]
    user: String,
    #[serde(default)]
    rc: String,
}

/// The zone of the address, and what else it names.
struct Place(ZoneRow, Named);

impl FromRequestParts<Cx> for Place {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self, Response> {
        let realm = InRealm::from_request_parts(parts, cx).await;
        let InRealm(realm) = realm.map_err(IntoResponse::into_response)?;
        let named = Path::from_request_parts(parts, cx).await;
        let Path(named) = named.map_err(IntoResponse::into_response)?;
        let zone = realm.zone().cloned();
        Ok(Self(zone.map_err(|e| AdminProblem::from(e).into_response())?, named))
    }
}

impl Named {
    fn role(self) -> RoleKey {
        RoleKey { app_id: self.app, template: self.template, name: self.role }
    }

    fn user(self) -> (UserName, String) {
        (UserName { origin: self.origin, name: self.user }, self.rc)
    }
}

async fn list(At(cx, caller): At<ReadRoles>, Place(zone, _): Place) -> AdminResult<Json<Vec<RoleCollection>>> {
    let found = collections::list(&cx, caller, &zone).await?;
    Ok(Json(found.into_iter().map(view::collection).collect()))
}

async fn one(At(cx, caller): At<ReadRoles>, Place(zone, at): Place) -> AdminResult<Json<RoleCollection>> {
    Ok(Json(view::collection(collections::get(&cx, caller, &zone, at.name).await?)))
}

async fn create(
    At(cx, caller): At<WriteRoles>,
    Place(zone, _): Place,
    Sent(body): Sent<RoleCollection>,
) -> AdminResult<impl IntoResponse> {
    let made = collections::create(&cx, caller, &zone, view::new_collection(body)?).await?;
    Ok((StatusCode::CREATED, Json(view::collection(made))))
}

async fn describe(
    At(cx, caller): At<WriteRoles>,
    Place(zone, at): Place,
    Sent(body): Sent<RoleCollection>,
) -> AdminResult<StatusCode> {
    view::no_groups(&body)?;
    collections::change(&cx, caller, &zone, at.name, Change::Describe(body.description)).await?;
    Ok(StatusCode::OK)
}

async fn delete(At(cx, caller): At<WriteRoles>, Place(zone, at): Place) -> AdminResult<StatusCode> {
    collections::change(&cx, caller, &zone, at.name, Change::Delete).await?;
    Ok(StatusCode::OK)
}

async fn roles_of(At(cx, caller): At<ReadRoles>, Place(zone, at): Place) -> AdminResult<Json<Vec<RoleReference>>> {
    let found = collections::get(&cx, caller, &zone, at.name).await?;
    Ok(Json(view::collection(found).role_references))
}

async fn replace_roles(
    At(cx, caller): At<WriteRoles>,
    Place(zone, at): Place,
    Sent(body): Sent<Vec<RoleReference>>,
) -> AdminResult<StatusCode> {
    let roles = body.into_iter().map(view::role_key).collect();
    collections::change(&cx, caller, &zone, at.name, Change::Replace(roles)).await?;
    Ok(StatusCode::OK)
}

async fn add_role(At(cx, caller): At<WriteRoles>, Place(zone, at): Place) -> AdminResult<StatusCode> {
    let name = at.name.clone();
    collections::change(&cx, caller, &zone, name, Change::Add(at.role())).await?;
    Ok(StatusCode::OK)
}

async fn remove_role(At(cx, caller): At<WriteRoles>, Place(zone, at): Place) -> AdminResult<StatusCode> {
    let name = at.name.clone();
    collections::change(&cx, caller, &zone, name, Change::Remove(at.role())).await?;
    Ok(StatusCode::OK)
}

async fn apps(At(cx, caller): At<ReadRoles>, Place(zone, _): Place) -> AdminResult<Json<Vec<App>>> {
    let found = collections::apps(&cx, caller, &zone).await?;
    Ok(Json(found.iter().map(|id| view::app(id)).collect()))
}

async fn offered(cx: &Cx, caller: engine::Caller<ReadRoles>, zone: &ZoneRow, id: &str) -> AdminResult<App> {
    let found = collections::apps(cx, caller, zone).await?;
    match found.iter().any(|known| known == id) {
        true => Ok(view::app(id)),
        false => Err(Error::not_found(format!("No entity found with values = [[{id}]]")).into()),
    }
}

async fn app(At(cx, caller): At<ReadRoles>, Place(zone, at): Place) -> AdminResult<Json<App>> {
    Ok(Json(offered(&cx, caller, &zone, &at.app).await?))
}

async fn templates(At(cx, caller): At<ReadRoles>, Place(zone, at): Place) -> AdminResult<Json<Vec<RoleTemplate>>> {
    Ok(Json(offered(&cx, caller, &zone, &at.app).await?.role_templates))
}

async fn template(At(cx, caller): At<ReadRoles>, Place(zone, at): Place) -> AdminResult<Json<RoleTemplate>> {
    let templates = offered(&cx, caller, &zone, &at.app).await?.role_templates;
    let found = templates.into_iter().find(|template| template.name == at.template);
    let missing = || Error::not_found(format!("No entity found with values = [[{}, {}]]", at.app, at.template));
    Ok(Json(found.ok_or_else(missing)?))
}

/// `?appId=`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OfApp {
    app_id: Option<String>,
}

async fn roles(
    At(cx, caller): At<ReadRoles>,
    Place(zone, _): Place,
    Query(of): Query<OfApp>,
) -> AdminResult<Json<Vec<Role>>> {
    let found = collections::roles(&cx, caller, &zone).await?;
    let found = found.into_iter().filter(|role| of.app_id.as_ref().is_none_or(|app| *app == role.app_id));
    Ok(Json(found.map(view::role).collect()))
}

async fn role(At(cx, caller): At<ReadRoles>, Place(zone, at): Place) -> AdminResult<Json<Role>> {
    let key = at.role();
    let found = collections::roles(&cx, caller, &zone).await?;
    let same = |row: &engine::identity::collections::RoleRow| {
        row.app_id == key.app_id && row.template == key.template && row.name == key.name
    };
    let missing = || Error::not_found(format!("No entity found with values = [[{}]]", key.name));
    Ok(Json(view::role(found.into_iter().find(same).ok_or_else(missing)?)))
}

async fn create_role(
    At(cx, caller): At<WriteRoles>,
    Place(zone, _): Place,
    Sent(body): Sent<Role>,
) -> AdminResult<impl IntoResponse> {
    let shown = body.clone();
    collections::put_role(&cx, caller, &zone, view::new_role(body), true).await?;
    Ok((StatusCode::CREATED, Json(shown)))
}

async fn update_role(
    At(cx, caller): At<WriteRoles>,
    Place(zone, at): Place,
    Sent(body): Sent<Role>,
) -> AdminResult<StatusCode> {
    let mut new = view::new_role(body);
    new.key = at.role();
    collections::put_role(&cx, caller, &zone, new, false).await?;
    Ok(StatusCode::OK)
}

async fn delete_role(At(cx, caller): At<WriteRoles>, Place(zone, at): Place) -> AdminResult<StatusCode> {
    collections::delete_role(&cx, caller, &zone, at.role()).await?;
    Ok(StatusCode::OK)
}

async fn user(At(cx, caller): At<ReadAssignments>, Place(zone, at): Place) -> AdminResult<Json<User>> {
    let found = users::by_name(&cx, caller, &zone, at.user().0).await?;
    Ok(Json(view::user(found, &zone.id.to_string())))
}

async fn user_collections(
    At(cx, caller): At<ReadAssignments>,
    Place(zone, at): Place,
) -> AdminResult<Json<Vec<String>>> {
    Ok(Json(users::by_name(&cx, caller, &zone, at.user().0).await?.collections))
}

/// `?createUserIfMissing=`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct IfMissing {
    #[serde(default)]
    create_user_if_missing: bool,
}

async fn assign(
    At(cx, caller): At<AssignRoles>,
    Place(zone, at): Place,
    Query(missing): Query<IfMissing>,
) -> AdminResult<Json<User>> {
    let (who, collection) = at.user();
    let membership = Membership::Assign { create: missing.create_user_if_missing };
    let done = users::set_membership(&cx, caller, &zone, who, (collection, membership)).await?;
    Ok(Json(view::user(done, &zone.id.to_string())))
}

async fn unassign(At(cx, caller): At<AssignRoles>, Place(zone, at): Place) -> AdminResult<Json<User>> {
    let (who, collection) = at.user();
    let done = users::set_membership(&cx, caller, &zone, who, (collection, Membership::Unassign)).await?;
    Ok(Json(view::user(done, &zone.id.to_string())))
}
