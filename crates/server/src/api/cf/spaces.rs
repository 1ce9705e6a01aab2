//! `/v3/spaces`.

use super::auth::Cf;
use super::error::{Body, Problem, Result};
use super::query::{Asked, Key, with};
use super::view::{View, given_metadata, referred};
use super::work;
use axum::Json;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::space::{self, Change, Filter, Space};
use http::StatusCode;
use model::SpaceGuid;
use serde::Serialize;
use wire::cf::{self, Included, List};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/spaces", get(list).post(create))
        .route("/spaces/{guid}", get(read).patch(change).delete(remove))
}

/// A space with its organization, when that was asked for.
#[derive(Serialize)]
struct One {
    #[serde(flatten)]
    space: cf::Space,
    #[serde(skip_serializing_if = "Option::is_none")]
    included: Option<Included>,
}

pub(super) fn key(space: &Space) -> Key<'_> {
    Key { name: &space.name, created_at: space.created_at, updated_at: space.updated_at }
}

pub(super) fn guid(text: &str) -> Result<SpaceGuid> {
    text.parse().map_err(|_| Problem::not_found("Space"))
}

fn includes_org(query: &super::query::Query) -> bool {
    query.includes("organization") || query.includes("org")
}

async fn list(Cf(caller): Cf<CfRead>, State(cx): State<Cx>, asked: Asked) -> Result<Json<List<cf::Space>>> {
    let query = asked.only(&["names", "guids", "organization_guids", "include"])?;
    let (names, guids, orgs) = (query.list("names"), query.list("guids"), query.list("organization_guids"));
    let filter = Filter { names, guids, orgs, labels: query.labels()? };
    let (spaces, orgs) = space::list(&cx, caller, filter).await?;
    let view = View { api: cx.addresses().cf() };
    let list = query.cut(spaces, key, |space| view.space(space))?;
    let shown = |org: &cf::Organization| {
        list.resources.iter().any(|s| s.relationships["organization"].data.as_ref().is_some_and(|d| d.guid == org.guid))
    };
    let organizations = includes_org(&query).then(|| orgs.iter().map(|org| view.org(org)).filter(shown).collect());
    Ok(Json(with(list, Included { organizations, ..Included::default() })))
}

async fn create(
    Cf(caller): Cf<CfWrite>,
    State(cx): State<Cx>,
    body: Body<cf::Request>,
) -> Result<(StatusCode, Json<cf::Space>)> {
    let body = body.only(&["name", "relationships.organization", "metadata"])?;
    let name = body.name.ok_or_else(|| Problem::unprocessable("Name can't be blank"))?;
    let invalid =
        || Problem::unprocessable("Invalid organization. Ensure the organization exists and you have access to it.");
    let org = referred(&body.relationships, "organization").and_then(|org| org.guid).ok_or_else(invalid)?;
    let org = org.parse().map_err(|_| invalid())?;
    let space = space::create(&cx, caller, org, name, given_metadata(body.metadata)).await?;
    Ok((StatusCode::CREATED, Json(View { api: cx.addresses().cf() }.space(&space))))
}

async fn read(
    Cf(caller): Cf<CfRead>,
    State(cx): State<Cx>,
    Path(text): Path<String>,
    asked: Asked,
) -> Result<Json<One>> {
    let query = asked.only(&["include"])?;
    let (space, org) = space::get(&cx, caller, guid(&text)?).await?;
    let view = View { api: cx.addresses().cf() };
    let included =
        includes_org(&query).then(|| Included { organizations: Some(vec![view.org(&org)]), ..Included::default() });
    Ok(Json(One { space: view.space(&space), included }))
}

async fn change(
    Cf(caller): Cf<CfWrite>,
    State(cx): State<Cx>,
    Path(text): Path<String>,
    body: Body<cf::Request>,
) -> Result<Json<cf::Space>> {
    let body = body.only(&["name", "metadata"])?;
    let change = Change { name: body.name, metadata: given_metadata(body.metadata) };
    let space = space::change(&cx, caller, guid(&text)?, change).await?;
    Ok(Json(View { api: cx.addresses().cf() }.space(&space)))
}

async fn remove(Cf(caller): Cf<CfWrite>, State(cx): State<Cx>, Path(text): Path<String>) -> Result<Response> {
    let job = engine::cf::async_call::delete_space(&cx, caller, guid(&text)?).await?;
    Ok(work::accepted(&cx, job))
}
