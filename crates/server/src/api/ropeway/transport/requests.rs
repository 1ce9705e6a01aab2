//! Transport requests, wherever they are.

use super::super::body::Asked;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::{after, limit, next};
use super::{InSubaccount, One, view};
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::transport::overview;
use engine::transport::right::Display;
use model::RequestId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::transport::{RequestDetails, RequestPage};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list)).routes(routes!(read))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Only those that have this in description, entry node or owner, in whatever case, or whose whole number it is.
    text: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List transport requests.
///
/// The newest first, page by page.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/requests", operation_id = "listRequests",
    tag = "transport", params(InSubaccount, Options),
    responses((status = 200, description = "A page of requests.", body = RequestPage), Problem))]
async fn list(
    Here(cx, caller): Here<Display>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(options): Asked<Options>,
) -> Result<Json<RequestPage>, Problem> {
    let (before, limit) = (after(options.after.as_deref(), i64::MAX)?, limit(options.limit)?);
    let text = options.text.unwrap_or_default();
    let found = overview::requests(&cx, caller, RequestId(before), text, limit).await?;
    let next = next(found.len(), limit, found.last().map(|request| request.id.get()));
    Ok(Json(RequestPage { items: found.iter().map(view::request).collect(), next }))
}

/// See a transport request.
///
/// What it carries, and in which queues it is.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/requests/{id}", operation_id = "readRequest",
    tag = "transport", params(One),
    responses((status = 200, description = "The request.", body = RequestDetails), Problem))]
async fn read(Here(cx, caller): Here<Display>, Path(one): Path<One>) -> Result<Json<RequestDetails>, Problem> {
    let (tracked, carried) = overview::request(&cx, caller, one.id()?).await?;
    Ok(Json(RequestDetails {
        request: view::request(&tracked.request),
        entries: carried.into_iter().map(view::carried).collect(),
        tracking: tracked.queues.iter().map(view::track).collect(),
        routes: tracked.routes.iter().map(view::route).collect(),
    }))
}
