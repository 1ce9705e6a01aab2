//! `/v3/roles`.

use super::auth::Cf;
use super::error::{Body, Problem, Result};
use super::query::{Asked, Key, with};
use super::view::{View, referred};
use super::{users, work};
use axum::Json;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::role::{self, Filter, Listed, NewRole, Role};
use http::StatusCode;
use model::CfRoleGuid;
use model::cf::RoleKind;
use model::word::UnknownWord;
use uuid::Uuid;
use wire::cf::{self, Included, List};

pub(super) fn routes() -> Router<Cx> {
    Router::new().route("/roles", get(list).post(create)).route("/roles/{guid}", get(read).delete(remove))
}

fn key(role: &Role) -> Key<'_> {
    Key { name: role.kind.word(), created_at: role.created_at, updated_at: role.created_at }
}

fn guid(text: &str) -> Result<CfRoleGuid> {
    text.parse().map_err(|_| Problem::not_found("Role"))
}

async fn list(Cf(caller): Cf<CfRead>, State(cx): State<Cx>, asked: Asked) -> Result<Json<List<cf::Role>>> {
    let query = asked.only(&["guids", "types", "user_guids", "space_guids", "organization_guids", "include"])?;
    let filter = Filter {
        guids: query.list("guids"),
        types: query.list("types"),
        users: query.list("user_guids"),
        spaces: query.list("space_guids"),
        orgs: query.list("organization_guids"),
    };
    let Listed { roles, users, spaces, orgs } = role::list(&cx, caller, filter).await?;
    let view = View { api: cx.addresses().cf() };
    let list = query.cut(roles, key, |role| view.role(role))?;
    let on_page = |name: &str, guid: &str| {
        let guids = list.resources.iter().filter_map(|role| role.relationships[name].data.as_ref());
        guids.into_iter().any(|data| data.guid == guid)
    };
    let users = users.iter().filter(|user| on_page("user", &user.guid)).map(|user| view.user(user));
    let spaces = spaces.iter().filter(|space| on_page("space", &space.id.text())).map(|space| view.space(space));
    let orgs = orgs.iter().filter(|org| on_page("organization", &org.id.text())).map(|org| view.org(org));
    let included = Included {
        users: query.includes("user").then(|| users.collect()),
        spaces: query.includes("space").then(|| spaces.collect()),
        organizations: query.includes("organization").then(|| orgs.collect()),
        ..Included::default()
    };
    Ok(Json(with(list, included)))
}

async fn create(
    Cf(caller): Cf<CfWrite>,
    State(cx): State<Cx>,
    body: Body<cf::Request>,
) -> Result<(StatusCode, Json<cf::Role>)> {
    let body = body.only(&["type", "relationships.user", "relationships.organization", "relationships.space"])?;
    if ["organization", "space"].iter().all(|to| body.relationships.contains_key(*to)) {
        let detail = "Relationships Role cannot be associated with both an organization and a space.";
        return Err(Problem::unprocessable(detail));
    }
    let kind: RoleKind = body.kind.as_deref().unwrap_or_default().parse().map_err(|unknown: UnknownWord| {
        Problem::unprocessable(format!("Type must be one of the allowed types {}", unknown.known))
    })?;
    let user = referred(&body.relationships, "user")
        .ok_or_else(|| Problem::unprocessable("Relationships User can't be blank"))?;
    let where_to = if kind.is_in_space() { "space" } else { "organization" };
    let invalid = || {
        Problem::unprocessable(format!(
            "Invalid {where_to}. Ensure that the {where_to} exists and you have access to it."
        ))
    };
    let target = referred(&body.relationships, where_to).and_then(|to| to.guid).ok_or_else(invalid)?;
    let target = Uuid::parse_str(&target).map_err(|_| invalid())?;
    let role = role::create(&cx, caller, NewRole { kind, user: users::meant(user)?, target }).await?;
    Ok((StatusCode::CREATED, Json(View { api: cx.addresses().cf() }.role(&role))))
}

async fn read(Cf(caller): Cf<CfRead>, State(cx): State<Cx>, Path(text): Path<String>) -> Result<Json<cf::Role>> {
    let role = role::get(&cx, caller, guid(&text)?).await?;
    Ok(Json(View { api: cx.addresses().cf() }.role(&role)))
}

async fn remove(Cf(caller): Cf<CfWrite>, State(cx): State<Cx>, Path(text): Path<String>) -> Result<Response> {
    let job = engine::cf::async_call::delete_role(&cx, caller, guid(&text)?).await?;
    Ok(work::accepted(&cx, job))
}
