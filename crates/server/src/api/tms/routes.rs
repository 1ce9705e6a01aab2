//! Routes between nodes.

use super::error::Problem;
use super::paging::{self, Page, Window};
use super::read::{self, Body};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use engine::Error;
use engine::transport::right::{Display, ManageLandscape};
use engine::transport::route;
use http::StatusCode;
use model::route::{Change, Draft};
use model::{NodeId, RouteId};
use wire::tms::{Number, Route, RouteRequest, Routes};

pub(super) async fn list(at: At<Display>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let next = |At(cx, caller): At<Display>, after, limit| async move {
        let found = route::page(&cx, caller, RouteId(after), limit).await?;
        Page::of(found.iter().map(view::route), found.last().map_or(after, |route| route.id.get()))
    };
    let window = Window::asked(&read::query(raw.as_deref()))?;
    paging::list(at, &Routes { routes: Vec::new() }, window, next).await
}

pub(super) async fn get(At(cx, caller): At<Display>, Path(id): Path<String>) -> Result<Json<Route>, Problem> {
    Ok(Json(view::route(&route::get(&cx, caller, read::id(&id)?).await?)))
}

pub(super) async fn create(
    At(cx, caller): At<ManageLandscape>,
    Body(body): Body<RouteRequest>,
) -> Result<(StatusCode, Json<Route>), Problem> {
    let made = route::create(&cx, caller, draft(body)?).await?;
    Ok((StatusCode::CREATED, Json(view::route(&made))))
}

pub(super) async fn update(
    At(cx, caller): At<ManageLandscape>,
    Path(id): Path<String>,
    Body(body): Body<RouteRequest>,
) -> Result<Json<Route>, Problem> {
    Ok(Json(view::route(&route::update(&cx, caller, read::id(&id)?, change(body), None).await?)))
}

pub(super) async fn remove(At(cx, caller): At<ManageLandscape>, Path(id): Path<String>) -> Result<StatusCode, Problem> {
    route::delete(&cx, caller, read::id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A new route: all of its fields are needed but the description.
fn draft(body: RouteRequest) -> Result<Draft, Error> {
    let RouteRequest { id, description, name, source_node_id, target_node_id } = body;
    if id.is_some() {
        return Err(Error::unprocessable("the id of a route is given by the server; leave it out"));
    }
    let node = |number: Option<Number>, field: &str| number.map(|id| NodeId(id.0)).ok_or_else(|| read::missing(field));
    Ok(Draft {
        name: name.ok_or_else(|| read::missing("name"))?,
        description: description.filter(|text| !text.is_empty()),
        source: node(source_node_id, "sourceNodeId")?,
        target: node(target_node_id, "targetNodeId")?,
    })
}

fn change(body: RouteRequest) -> Change {
    Change {
        id: body.id.map(|id| RouteId(id.0)),
        name: body.name,
        description: body.description,
        source: body.source_node_id.map(|id| NodeId(id.0)),
        target: body.target_node_id.map(|id| NodeId(id.0)),
    }
}
