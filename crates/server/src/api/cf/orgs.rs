//! `/v3/organizations`.

use super::error::{Body, Problem, Result};
use super::query::{Asked, Key};
use super::view::{View, given_metadata};
use super::work;
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::cf::org::{self, Change, Filter, Org};
use engine::cf::rights::{CfRead, CfWrite};
use http::StatusCode;
use model::OrgGuid;
use wire::cf::{List, Organization, OrganizationRequest};

pub(super) fn routes() -> Router<Cx> {
    let one = get(read).patch(change).delete(remove);
    Router::new()
        .route("/organizations", get(list).post(create))
        .route("/organizations/{guid}", one.clone())
        // The command line ends this path with a slash when it deletes.
        .route("/organizations/{guid}/", one)
}

pub(super) fn key(org: &Org) -> Key<'_> {
    Key { name: &org.name, created_at: org.created_at, updated_at: org.updated_at }
}

pub(super) fn guid(text: &str) -> Result<OrgGuid> {
    text.parse().map_err(|_| Problem::not_found("Organization"))
}

async fn list(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<Organization>>> {
    let query = asked.only(&["names", "guids"])?;
    let filter = Filter { names: query.list("names"), guids: query.list("guids"), labels: query.labels()? };
    let page = org::list(&cx, caller, filter, query.sheet(key)?).await?.finish();
    let view = View::of(&cx);
    query.listed(&page, |org| view.org(org)).map(Json)
}

async fn create(
    At(cx, caller): At<CfWrite>,
    body: Body<OrganizationRequest>,
) -> Result<(StatusCode, Json<Organization>)> {
    let body = body.only(&["name", "suspended", "metadata"])?;
    let name = body.name.ok_or_else(|| Problem::unprocessable("Name can't be blank"))?;
    let change = Change { name: None, suspended: body.suspended, metadata: given_metadata(body.metadata) };
    let org = org::add(&cx, caller, name, change).await?;
    Ok((StatusCode::CREATED, Json(View::of(&cx).org(&org))))
}

async fn read(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<Organization>> {
    let org = org::get(&cx, caller, guid(&text)?).await?;
    Ok(Json(View::of(&cx).org(&org)))
}

async fn change(
    At(cx, caller): At<CfWrite>,
    Path(text): Path<String>,
    body: Body<OrganizationRequest>,
) -> Result<Json<Organization>> {
    let body = body.only(&["name", "suspended", "metadata"])?;
    let change = Change { name: body.name, suspended: body.suspended, metadata: given_metadata(body.metadata) };
    let org = org::change(&cx, caller, guid(&text)?, change).await?;
    Ok(Json(View::of(&cx).org(&org)))
}

async fn remove(At(cx, caller): At<CfWrite>, Path(text): Path<String>) -> Result<Response> {
    let job = engine::cf::async_call::delete_org(&cx, caller, guid(&text)?).await?;
    Ok(work::accepted(&cx, job))
}
