//! Nodes.

use super::super::body::Sent;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::version::{IfMatch, Tagged};
use super::{InSubaccount, One, view};
use axum::extract::Path;
use engine::transport::node;
use engine::transport::overview::{self, NodeSeen};
use engine::transport::right::{Display, ManageLandscape};
use engine::{Caller, Cx, Error};
use http::StatusCode;
use model::node::{Change, TargetChange};
use model::{DestinationName, NodeId, NodeName};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::ErrorBody;
use wire::ropeway::transport::{Node, NodeChange};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(create)).routes(routes!(read, change, delete))
}

/// See a node.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}", operation_id = "readNode",
    tag = "transport", params(One),
    responses((status = 200, description = "The node.", body = Node,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn read(Here(cx, caller): Here<Display>, Path(one): Path<One>) -> Result<Tagged<Node>, Problem> {
    Ok(tagged(overview::node(&cx, caller, one.id()?).await?))
}

/// Make a node.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/nodes", operation_id = "createNode",
    tag = "transport", params(InSubaccount), request_body = NodeChange,
    responses((status = 201, description = "The node.", body = Node,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn create(
    Here(cx, caller): Here<ManageLandscape>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(sent): Sent<NodeChange>,
) -> Result<(StatusCode, Tagged<Node>), Problem> {
    if sent.name.is_none() {
        return Err(Error::invalid("the field 'name' is missing").into());
    }
    let made = node::create(&cx, caller.clone(), said(sent)?).await?;
    Ok((StatusCode::CREATED, tagged(shown(&cx, &caller, made.id).await?)))
}

/// Change a node.
///
/// What is not said stays as it is. `If-Match` with the version of what was looked at keeps what somebody else changed
/// meanwhile from being lost.
#[utoipa::path(patch, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}", operation_id = "changeNode",
    tag = "transport",
    params(One, ("If-Match" = Option<String>, Header, description = "The version that is changed; any, unless it is said.")),
    request_body = NodeChange,
    responses((status = 200, description = "The node.", body = Node,
        headers(("ETag" = String, description = "Its version."))),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody), Problem))]
async fn change(
    Here(cx, caller): Here<ManageLandscape>,
    Path(one): Path<One>,
    IfMatch(version): IfMatch,
    Sent(sent): Sent<NodeChange>,
) -> Result<Tagged<Node>, Problem> {
    let id = one.id()?;
    node::update(&cx, caller.clone(), id, said(sent)?, version).await?;
    Ok(tagged(shown(&cx, &caller, id).await?))
}

/// Delete a node.
///
/// Its queue goes with it. A node with routes stays.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}", operation_id = "deleteNode",
    tag = "transport", params(One),
    responses((status = 204, description = "It is gone."), Problem))]
async fn delete(Here(cx, caller): Here<ManageLandscape>, Path(one): Path<One>) -> Result<StatusCode, Problem> {
    node::delete(&cx, caller, one.id()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whoever manages the landscape is shown what he made.
async fn shown(cx: &Cx, caller: &Caller<ManageLandscape>, id: NodeId) -> Result<NodeSeen, Error> {
    overview::node(cx, Caller::<Display>::new(caller.shared())?, id).await
}

fn tagged(seen: NodeSeen) -> Tagged<Node> {
    let shown = view::node(seen);
    Tagged(shown.version.clone(), shown)
}

pub(super) fn said(sent: NodeChange) -> Result<Change, Error> {
    let clears = sent.content_type.as_deref() == Some("");
    let target = TargetChange {
        id: None,
        content_type: sent.content_type.filter(|text| !text.is_empty()).map(|text| text.parse()).transpose()?,
        destination: sent.destination.map(DestinationName),
        strategy: None,
    };
    let targets = match clears {
        true => Some(Vec::new()),
        false => Some(target).filter(|target| *target != TargetChange::default()).map(|target| vec![target]),
    };
    Ok(Change {
        id: None,
        name: sent.name.map(NodeName),
        description: sent.description,
        upload_allowed: sent.upload_allowed,
        notification_enabled: None,
        forward_mode: sent.forward_mode.map(|mode| mode.parse()).transpose()?,
        controlled_by: sent.controlled_by,
        is_virtual: sent.is_virtual,
        tags: sent.tags,
        targets,
        import_disabled: sent.import_disabled,
        import_disabled_reason: sent.import_disabled_reason,
    })
}
