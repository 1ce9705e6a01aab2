//! Nodes.

use super::error::Problem;
use super::read::{self, Body};
use super::view;
use crate::auth::Auth;
use axum::Json;
use axum::extract::{Path, State};
use engine::transport::node::{self, Wish};
use engine::transport::right::{Display, ManageLandscape};
use engine::{Cx, Error};
use http::StatusCode;
use model::node::{BadNode, Draft, DraftTarget};
use model::{DestinationName, NodeName};
use wire::tms::{Node, NodeTarget, Nodes};

pub(super) async fn list(Auth(caller): Auth<Display>, State(cx): State<Cx>) -> Result<Json<Nodes>, Problem> {
    let nodes = node::list(&cx, caller).await?;
    Ok(Json(Nodes { nodes: nodes.iter().map(view::node).collect() }))
}

pub(super) async fn get(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Json<Node>, Problem> {
    Ok(Json(view::node(&node::get(&cx, caller, read::id(&id)?).await?)))
}

pub(super) async fn create(
    Auth(caller): Auth<ManageLandscape>,
    State(cx): State<Cx>,
    Body(body): Body<Node>,
) -> Result<(StatusCode, Json<Node>), Problem> {
    let made = node::create(&cx, caller, wish(body)?).await?;
    Ok((StatusCode::CREATED, Json(view::node(&made))))
}

pub(super) async fn update(
    Auth(caller): Auth<ManageLandscape>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
    Body(body): Body<Node>,
) -> Result<Json<Node>, Problem> {
    Ok(Json(view::node(&node::update(&cx, caller, read::id(&id)?, wish(body)?).await?)))
}

pub(super) async fn remove(
    Auth(caller): Auth<ManageLandscape>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    node::delete(&cx, caller, read::id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn wish(body: Node) -> Result<Wish, Error> {
    let draft = Draft {
        name: NodeName(body.name),
        description: body.description,
        upload_allowed: body.upload_allowed,
        notification_enabled: body.notification_enabled,
        forward_mode: body.forward_mode.parse()?,
        controlled_by: body.controlled_by.filter(|by| !by.is_empty()),
        is_virtual: body.r#virtual,
        target: target(body.targets)?,
    };
    let (import_disabled, import_disabled_reason) = (body.import_disabled, body.import_disabled_reason);
    Ok(Wish { draft, import_disabled, import_disabled_reason })
}

fn target(targets: Vec<NodeTarget>) -> Result<Option<DraftTarget>, Error> {
    let count = targets.len();
    if count > 1 {
        return Err(BadNode::Targets(count).into());
    }
    let Some(target) = targets.into_iter().next() else { return Ok(None) };
    Ok(Some(DraftTarget {
        content_type: target.content_type.parse()?,
        destination: DestinationName(target.destination_name),
        strategy: target.import_options.map_or_else(|| "default".to_owned(), |options| options.strategy),
    }))
}
