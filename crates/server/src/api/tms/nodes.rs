//! Nodes.

use super::error::Problem;
use super::paging::{self, Page, Window};
use super::read::{self, Body};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use engine::Error;
use engine::transport::node;
use engine::transport::right::{Display, ManageLandscape};
use http::StatusCode;
use model::node::{Change, TargetChange};
use model::{DestinationName, NodeId, NodeName, TargetId};
use wire::tms::{Node, NodeRequest, Nodes, TargetRequest};

pub(super) async fn list(at: At<Display>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let next = |At(cx, caller): At<Display>, after, limit| async move {
        let found = node::page(&cx, caller, NodeId(after), limit).await?;
        Page::of(found.iter().map(view::node), found.last().map_or(after, |node| node.id.get()))
    };
    let window = Window::asked(&read::query(raw.as_deref()))?;
    paging::list(at, &Nodes { nodes: Vec::new() }, window, next).await
}

pub(super) async fn get(At(cx, caller): At<Display>, Path(id): Path<String>) -> Result<Json<Node>, Problem> {
    Ok(Json(view::node(&node::get(&cx, caller, read::id(&id)?).await?)))
}

pub(super) async fn create(
    At(cx, caller): At<ManageLandscape>,
    Body(body): Body<NodeRequest>,
) -> Result<(StatusCode, Json<Node>), Problem> {
    let change = change(body)?;
    if change.name.is_none() {
        return Err(read::missing("name").into());
    }
    let made = node::create(&cx, caller, change).await?;
    Ok((StatusCode::CREATED, Json(view::node(&made))))
}

pub(super) async fn update(
    At(cx, caller): At<ManageLandscape>,
    Path(id): Path<String>,
    Body(body): Body<NodeRequest>,
) -> Result<Json<Node>, Problem> {
    Ok(Json(view::node(&node::update(&cx, caller, read::id(&id)?, change(body)?, None).await?)))
}

pub(super) async fn remove(At(cx, caller): At<ManageLandscape>, Path(id): Path<String>) -> Result<StatusCode, Problem> {
    node::delete(&cx, caller, read::id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn change(body: NodeRequest) -> Result<Change, Error> {
    if body.import_automatically == Some(true) {
        return Err(Error::unprocessable(
            "importAutomatically cannot be switched on: this server does not import automatically yet; leave it out",
        ));
    }
    let targets = body.targets.map(|targets| targets.into_iter().map(target).collect::<Result<_, _>>()).transpose()?;
    Ok(Change {
        id: body.id.map(|id| NodeId(id.0)),
        name: body.name.map(NodeName),
        description: body.description,
        upload_allowed: body.upload_allowed,
        notification_enabled: body.notification_enabled,
        forward_mode: body.forward_mode.map(|mode| mode.parse()).transpose()?,
        controlled_by: body.controlled_by,
        is_virtual: body.r#virtual,
        tags: body.tags,
        targets,
        import_disabled: body.import_disabled,
        import_disabled_reason: body.import_disabled_reason,
    })
}

fn target(target: TargetRequest) -> Result<TargetChange, Error> {
    Ok(TargetChange {
        id: target.id.map(|id| TargetId(id.0)),
        content_type: target.content_type.map(|content_type| content_type.parse()).transpose()?,
        destination: target.destination_name.map(DestinationName),
        strategy: target.import_options.and_then(|options| options.strategy),
    })
}
