//! `/uaa/{zone}/sap/rest/…`: role collections, roles, applications, and who has what.

use super::error::AdminResult;
use super::realm::InRealm;
use super::sent::Sent;
use super::view;
use crate::auth::Auth;
use axum::Json;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use axum::routing::{get, put};
use engine::identity::collections::{self, Change, RoleKey};
use engine::identity::rights::{AssignRoles, ReadAssignments, ReadRoles, WriteRoles};
use engine::identity::users::{self, Membership, UserName};
use engine::{Cx, Error};
use http::StatusCode;
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
struct At {
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

impl At {
    fn role(self) -> RoleKey {
        RoleKey { app_id: self.app, template: self.template, name: self.role }
    }

    fn user(self) -> (UserName, String) {
        (UserName { origin: self.origin, name: self.user }, self.rc)
    }
}

async fn list(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
) -> AdminResult<Json<Vec<RoleCollection>>> {
    let found = collections::list(&cx, caller, realm.zone()?).await?;
    Ok(Json(found.into_iter().map(view::collection).collect()))
}

async fn one(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<RoleCollection>> {
    Ok(Json(view::collection(collections::get(&cx, caller, realm.zone()?, at.name).await?)))
}

async fn create(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Sent(body): Sent<RoleCollection>,
) -> AdminResult<impl IntoResponse> {
    let made = collections::create(&cx, caller, realm.zone()?, view::new_collection(body)?).await?;
    Ok((StatusCode::CREATED, Json(view::collection(made))))
}

async fn describe(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
    Sent(body): Sent<RoleCollection>,
) -> AdminResult<StatusCode> {
    view::no_groups(&body)?;
    collections::change(&cx, caller, realm.zone()?, at.name, Change::Describe(body.description)).await?;
    Ok(StatusCode::OK)
}

async fn delete(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<StatusCode> {
    collections::change(&cx, caller, realm.zone()?, at.name, Change::Delete).await?;
    Ok(StatusCode::OK)
}

async fn roles_of(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<Vec<RoleReference>>> {
    let found = collections::get(&cx, caller, realm.zone()?, at.name).await?;
    Ok(Json(view::collection(found).role_references))
}

async fn replace_roles(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
    Sent(body): Sent<Vec<RoleReference>>,
) -> AdminResult<StatusCode> {
    let roles = body.into_iter().map(view::role_key).collect();
    collections::change(&cx, caller, realm.zone()?, at.name, Change::Replace(roles)).await?;
    Ok(StatusCode::OK)
}

async fn add_role(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<StatusCode> {
    let name = at.name.clone();
    collections::change(&cx, caller, realm.zone()?, name, Change::Add(at.role())).await?;
    Ok(StatusCode::OK)
}

async fn remove_role(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<StatusCode> {
    let name = at.name.clone();
    collections::change(&cx, caller, realm.zone()?, name, Change::Remove(at.role())).await?;
    Ok(StatusCode::OK)
}

async fn apps(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
) -> AdminResult<Json<Vec<App>>> {
    let found = collections::apps(&cx, caller, realm.zone()?).await?;
    Ok(Json(found.iter().map(|id| view::app(id)).collect()))
}

async fn offered(cx: &Cx, caller: engine::Caller<ReadRoles>, realm: &InRealm, id: &str) -> AdminResult<App> {
    let found = collections::apps(cx, caller, realm.0.zone()?).await?;
    match found.iter().any(|known| known == id) {
        true => Ok(view::app(id)),
        false => Err(Error::not_found(format!("No entity found with values = [[{id}]]")).into()),
    }
}

async fn app(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    realm: InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<App>> {
    Ok(Json(offered(&cx, caller, &realm, &at.app).await?))
}

async fn templates(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    realm: InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<Vec<RoleTemplate>>> {
    Ok(Json(offered(&cx, caller, &realm, &at.app).await?.role_templates))
}

async fn template(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    realm: InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<RoleTemplate>> {
    let templates = offered(&cx, caller, &realm, &at.app).await?.role_templates;
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
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Query(of): Query<OfApp>,
) -> AdminResult<Json<Vec<Role>>> {
    let found = collections::roles(&cx, caller, realm.zone()?).await?;
    let found = found.into_iter().filter(|role| of.app_id.as_ref().is_none_or(|app| *app == role.app_id));
    Ok(Json(found.map(view::role).collect::<Result<_, _>>()?))
}

async fn role(
    Auth(caller): Auth<ReadRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<Role>> {
    let key = at.role();
    let found = collections::roles(&cx, caller, realm.zone()?).await?;
    let same = |row: &engine::identity::collections::RoleRow| {
        row.app_id == key.app_id && row.template == key.template && row.name == key.name
    };
    let missing = || Error::not_found(format!("No entity found with values = [[{}]]", key.name));
    Ok(Json(view::role(found.into_iter().find(same).ok_or_else(missing)?)?))
}

async fn create_role(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Sent(body): Sent<Role>,
) -> AdminResult<impl IntoResponse> {
    let shown = body.clone();
    collections::put_role(&cx, caller, realm.zone()?, view::new_role(body), true).await?;
    Ok((StatusCode::CREATED, Json(shown)))
}

async fn update_role(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
    Sent(body): Sent<Role>,
) -> AdminResult<StatusCode> {
    let mut new = view::new_role(body);
    new.key = at.role();
    collections::put_role(&cx, caller, realm.zone()?, new, false).await?;
    Ok(StatusCode::OK)
}

async fn delete_role(
    Auth(caller): Auth<WriteRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<StatusCode> {
    collections::delete_role(&cx, caller, realm.zone()?, at.role()).await?;
    Ok(StatusCode::OK)
}

async fn user(
    Auth(caller): Auth<ReadAssignments>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<User>> {
    let found = users::by_name(&cx, caller, realm.zone()?, at.user().0).await?;
    Ok(Json(view::user(found, &realm.zid())))
}

async fn user_collections(
    Auth(caller): Auth<ReadAssignments>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<Vec<String>>> {
    Ok(Json(users::by_name(&cx, caller, realm.zone()?, at.user().0).await?.collections))
}

/// `?createUserIfMissing=`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct IfMissing {
    #[serde(default)]
    create_user_if_missing: bool,
}

async fn assign(
    Auth(caller): Auth<AssignRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
    Query(missing): Query<IfMissing>,
) -> AdminResult<Json<User>> {
    let (who, collection) = at.user();
    let membership = Membership::Assign { create: missing.create_user_if_missing };
    let done = users::set_membership(&cx, caller, realm.zone()?, who, (collection, membership)).await?;
    Ok(Json(view::user(done, &realm.zid())))
}

async fn unassign(
    Auth(caller): Auth<AssignRoles>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(at): Path<At>,
) -> AdminResult<Json<User>> {
    let (who, collection) = at.user();
    let done = users::set_membership(&cx, caller, realm.zone()?, who, (collection, Membership::Unassign)).await?;
    Ok(Json(view::user(done, &realm.zid())))
}
