//! `/v3/roles`.

use super::error::{Body, Problem, Result};
use super::query::{Asked, Key, with};
use super::view::{View, referred};
use super::{users, work};
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::role::{self, Filter, NewRole, Role};
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

async fn list(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<cf::Role>>> {
    let query = asked.only(&["guids", "types", "user_guids", "space_guids", "organization_guids", "include"])?;
    query.includable(&["user", "space", "organization"])?;
    if query.labels()?.is_some() {
        return Err(Problem::query("Unknown query parameter(s): 'label_selector'"));
    }
    let filter = Filter {
        guids: query.list("guids"),
        types: query.list("types"),
        users: query.list("user_guids"),
        spaces: query.list("space_guids"),
        orgs: query.list("organization_guids"),
    };
    let page = role::list(&cx, caller.clone(), filter, query.sheet(key)?).await?.finish();
    let view = View::of(&cx);
    let list = query.listed(&page, |role| view.role(role))?;
    let (with_users, with_spaces) = (query.includes("user"), query.includes("space"));
    let with_orgs = query.includes("organization");
    if !(with_users || with_spaces || with_orgs) {
        return Ok(Json(list));
    }
    let related = role::related(&cx, caller, page.items).await?;
    let included = Included {
        users: with_users.then(|| related.users.iter().map(|user| view.user(user)).collect()),
        spaces: with_spaces.then(|| related.spaces.iter().map(|space| view.space(space)).collect()),
        organizations: with_orgs.then(|| related.orgs.iter().map(|org| view.org(org)).collect()),
        ..Included::default()
    };
    Ok(Json(with(list, included)))
}

async fn create(At(cx, caller): At<CfWrite>, body: Body<cf::Request>) -> Result<(StatusCode, Json<cf::Role>)> {
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
    Ok((StatusCode::CREATED, Json(View::of(&cx).role(&role))))
}

async fn read(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<cf::Role>> {
    let role = role::get(&cx, caller, guid(&text)?).await?;
    Ok(Json(View::of(&cx).role(&role)))
}

async fn remove(At(cx, caller): At<CfWrite>, Path(text): Path<String>) -> Result<Response> {
    let job = engine::cf::async_call::delete_role(&cx, caller, guid(&text)?).await?;
    Ok(work::accepted(&cx, job))
}
