//! Routes.

use super::super::body::Sent;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::version::{IfMatch, Tagged};
use super::{InSubaccount, One, view};
use axum::extract::Path;
use engine::Cx;
use engine::transport::right::ManageLandscape;
use engine::transport::route;
use http::StatusCode;
use model::NodeId;
use model::route::{Change, Draft};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::ErrorBody;
use wire::ropeway::transport::{NewRoute, Route, RouteChange};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(create)).routes(routes!(change, delete))
}

/// Make a route.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/routes", operation_id = "createRoute",
    tag = "transport", params(InSubaccount), request_body = NewRoute,
    responses((status = 201, description = "The route.", body = Route,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn create(
    Here(cx, caller): Here<ManageLandscape>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(sent): Sent<NewRoute>,
) -> Result<(StatusCode, Tagged<Route>), Problem> {
    let NewRoute { name, description, source, target } = sent;
    let draft = Draft { name, description, source: NodeId(source), target: NodeId(target) };
    let made = route::create(&cx, caller, draft).await?;
    Ok((StatusCode::CREATED, tagged(&made)))
}

/// Change a route.
///
/// What is not said stays as it is. `If-Match` with the version of what was looked at keeps what somebody else changed
/// meanwhile from being lost.
#[utoipa::path(patch, path = "/api/v1/subaccounts/{subaccount}/routes/{id}", operation_id = "changeRoute",
    tag = "transport",
    params(One, ("If-Match" = Option<String>, Header, description = "The version that is changed; any, unless it is said.")),
    request_body = RouteChange,
    responses((status = 200, description = "The route.", body = Route,
        headers(("ETag" = String, description = "Its version."))),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody), Problem))]
async fn change(
    Here(cx, caller): Here<ManageLandscape>,
    Path(one): Path<One>,
    IfMatch(version): IfMatch,
    Sent(sent): Sent<RouteChange>,
) -> Result<Tagged<Route>, Problem> {
    let RouteChange { name, description, source, target } = sent;
    let change = Change { id: None, name, description, source: source.map(NodeId), target: target.map(NodeId) };
    Ok(tagged(&route::update(&cx, caller, one.id()?, change, version).await?))
}

fn tagged(route: &model::route::Route) -> Tagged<Route> {
    let shown = view::route(route);
    Tagged(shown.version.clone(), shown)
}

/// Delete a route.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/routes/{id}", operation_id = "deleteRoute",
    tag = "transport", params(One),
    responses((status = 204, description = "It is gone."), Problem))]
async fn delete(Here(cx, caller): Here<ManageLandscape>, Path(one): Path<One>) -> Result<StatusCode, Problem> {
    route::delete(&cx, caller, one.id()?).await?;
    Ok(StatusCode::NO_CONTENT)
}
