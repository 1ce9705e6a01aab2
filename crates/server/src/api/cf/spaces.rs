//! `/v3/spaces`.

use super::error::{Body, Problem, Result};
use super::query::{Asked, Key, One, one, with};
use super::view::{View, given_metadata, referred};
use super::work;
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::space::{self, Change, Filter, Space};
use http::StatusCode;
use model::SpaceGuid;
use wire::cf::{self, Included, List};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/spaces", get(list).post(create))
        .route("/spaces/{guid}", get(read).patch(change).delete(remove))
}

pub(super) fn key(space: &Space) -> Key<'_> {
    Key { name: &space.name, created_at: space.created_at, updated_at: space.updated_at }
}

pub(super) fn guid(text: &str) -> Result<SpaceGuid> {
    text.parse().map_err(|_| Problem::not_found("Space"))
}

fn includes_org(query: &super::query::Query) -> Result<bool> {
    query.includable(&["organization", "org"])?;
    Ok(query.includes("organization") || query.includes("org"))
}

async fn list(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<cf::Space>>> {
    let query = asked.only(&["names", "guids", "organization_guids", "include"])?;
    let with_orgs = includes_org(&query)?;
    let (names, guids, orgs) = (query.list("names"), query.list("guids"), query.list("organization_guids"));
    let filter = Filter { names, guids, orgs, labels: query.labels()? };
    let page = space::list(&cx, caller.clone(), filter, query.sheet(key)?).await?.finish();
    let view = View::of(&cx);
    let list = query.listed(&page, |space| view.space(space))?;
    if !with_orgs {
        return Ok(Json(list));
    }
    let orgs = space::orgs(&cx, caller, page.items.iter().map(|space| space.org).collect()).await?;
    let organizations = Some(orgs.iter().map(|org| view.org(org)).collect());
    Ok(Json(with(list, Included { organizations, ..Included::default() })))
}

async fn create(At(cx, caller): At<CfWrite>, body: Body<cf::Request>) -> Result<(StatusCode, Json<cf::Space>)> {
    let body = body.only(&["name", "relationships.organization", "metadata"])?;
    let name = body.name.ok_or_else(|| Problem::unprocessable("Name can't be blank"))?;
    let invalid =
        || Problem::unprocessable("Invalid organization. Ensure the organization exists and you have access to it.");
    let org = referred(&body.relationships, "organization").and_then(|org| org.guid).ok_or_else(invalid)?;
    let org = org.parse().map_err(|_| invalid())?;
    let space = space::create(&cx, caller, org, name, given_metadata(body.metadata)).await?;
    Ok((StatusCode::CREATED, Json(View::of(&cx).space(&space))))
}

async fn read(At(cx, caller): At<CfRead>, Path(text): Path<String>, asked: Asked) -> Result<Json<One<cf::Space>>> {
    let query = asked.only(&["include"])?;
    let with_org = includes_org(&query)?;
    let (space, org) = space::get(&cx, caller, guid(&text)?).await?;
    let view = View::of(&cx);
    let organizations = with_org.then(|| vec![view.org(&org)]);
    Ok(one(view.space(&space), Included { organizations, ..Included::default() }))
}

async fn change(
    At(cx, caller): At<CfWrite>,
    Path(text): Path<String>,
    body: Body<cf::Request>,
) -> Result<Json<cf::Space>> {
    let body = body.only(&["name", "metadata"])?;
    let change = Change { name: body.name, metadata: given_metadata(body.metadata) };
    let space = space::change(&cx, caller, guid(&text)?, change).await?;
    Ok(Json(View::of(&cx).space(&space)))
}

async fn remove(At(cx, caller): At<CfWrite>, Path(text): Path<String>) -> Result<Response> {
    let job = engine::cf::async_call::delete_space(&cx, caller, guid(&text)?).await?;
    Ok(work::accepted(&cx, job))
}
