//! Routes between nodes.

use super::error::Problem;
use super::read::{self, Body};
use super::view;
use crate::auth::Auth;
use axum::Json;
use axum::extract::{Path, State};
use engine::Cx;
use engine::transport::right::{Display, ManageLandscape};
use engine::transport::route;
use http::StatusCode;
use model::NodeId;
use model::route::Draft;
use wire::tms::{Route, Routes};

pub(super) async fn list(Auth(caller): Auth<Display>, State(cx): State<Cx>) -> Result<Json<Routes>, Problem> {
    let routes = route::list(&cx, caller).await?;
    Ok(Json(Routes { routes: routes.iter().map(view::route).collect() }))
}

pub(super) async fn get(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Json<Route>, Problem> {
    Ok(Json(view::route(&route::get(&cx, caller, read::id(&id)?).await?)))
}

pub(super) async fn create(
    Auth(caller): Auth<ManageLandscape>,
    State(cx): State<Cx>,
    Body(body): Body<Route>,
) -> Result<(StatusCode, Json<Route>), Problem> {
    let made = route::create(&cx, caller, draft(body)).await?;
    Ok((StatusCode::CREATED, Json(view::route(&made))))
}

pub(super) async fn update(
    Auth(caller): Auth<ManageLandscape>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
    Body(body): Body<Route>,
) -> Result<Json<Route>, Problem> {
    Ok(Json(view::route(&route::update(&cx, caller, read::id(&id)?, draft(body)).await?)))
}

pub(super) async fn remove(
    Auth(caller): Auth<ManageLandscape>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    route::delete(&cx, caller, read::id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn draft(body: Route) -> Draft {
    let (source, target) = (NodeId(body.source_node_id), NodeId(body.target_node_id));
    Draft { name: body.name, description: body.description, source, target }
}
