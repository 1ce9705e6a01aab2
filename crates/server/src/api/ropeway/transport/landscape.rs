//! The landscape as a whole: seen, made in one go, and what is where in it.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::limit;
use super::nodes::said;
use super::{InSubaccount, view};
use ::wire::ropeway::landscape as wire;
use axum::Json;
use axum::extract::Path;
use engine::transport::matrix::{self, Search};
use engine::transport::right::{Display, ManageLandscape};
use engine::transport::{landscape, overview};
use engine::{Caller, Cx, Error};
use http::StatusCode;
use model::first_landscape::{RouteWish, Wish};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::{MatrixPage, NewLandscape};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(read, create)).routes(routes!(what_is_where))
}

/// See the landscape.
///
/// Every node, with its queue in numbers and what the caller may do, and every route.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/landscape", operation_id = "readLandscape",
    tag = "transport", params(InSubaccount),
    responses((status = 200, description = "The landscape.", body = ::wire::ropeway::transport::Landscape), Problem))]
async fn read(
    Here(cx, caller): Here<Display>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<::wire::ropeway::transport::Landscape>, Problem> {
    Ok(Json(shown(&cx, caller).await?))
}

/// Make a landscape.
///
/// Nodes and the routes between them: all of them or none. A route may also lead from or to a node that is there.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/landscape", operation_id = "createLandscape",
    tag = "transport", params(InSubaccount), request_body = NewLandscape,
    responses((status = 201, description = "The landscape as it is now.",
        body = ::wire::ropeway::transport::Landscape), Problem))]
async fn create(
    Here(cx, caller): Here<ManageLandscape>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(sent): Sent<NewLandscape>,
) -> Result<(StatusCode, Json<::wire::ropeway::transport::Landscape>), Problem> {
    landscape::create(&cx, caller.clone(), wish(sent)?).await?;
    let seen = shown(&cx, Caller::<Display>::new(caller.shared())?).await?;
    Ok((StatusCode::CREATED, Json(seen)))
}

async fn shown(cx: &Cx, caller: Caller<Display>) -> Result<::wire::ropeway::transport::Landscape, Error> {
    let found = overview::landscape(cx, caller).await?;
    Ok(::wire::ropeway::transport::Landscape {
        nodes: found.nodes.into_iter().map(view::node).collect(),
        routes: found.routes.iter().map(view::route).collect(),
        can: can::told(found.can),
    })
}

fn wish(NewLandscape { nodes, routes }: NewLandscape) -> Result<Wish, Error> {
    if nodes.iter().any(|node| node.name.is_none()) {
        return Err(Error::invalid("the field 'name' of a node is missing"));
    }
    let route =
        |wire::NamedRoute { name, description, source, target }| RouteWish { name, description, source, target };
    let nodes = nodes.into_iter().map(said).collect::<Result<_, _>>()?;
    Ok(Wish { nodes, routes: routes.into_iter().map(route).collect() })
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Only MTAs that have this in their id, in whatever case.
    text: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// See what is where.
///
/// For each MTA and node: the version that came there last, how that stands to the node in front, and what waits, runs
/// or has failed. By the id of the MTA, page by page.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/matrix", operation_id = "readMatrix",
    tag = "transport", params(InSubaccount, Options),
    responses((status = 200, description = "A page of MTAs.", body = MatrixPage), Problem))]
async fn what_is_where(
    Here(cx, caller): Here<Display>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(asked): Asked<Options>,
) -> Result<Json<MatrixPage>, Problem> {
    let limit = limit(asked.limit)?;
    let text = asked.text.unwrap_or_default();
    let rows = matrix::page(&cx, caller, Search { text, after: asked.after.unwrap_or_default(), limit }).await?;
    let is_full = i64::try_from(rows.len()).is_ok_and(|count| count >= limit);
    let next = rows.last().filter(|_| is_full).map(|row| row.mta.clone());
    Ok(Json(MatrixPage { items: rows.into_iter().map(row).collect(), next }))
}

fn row(row: matrix::Row) -> wire::MatrixRow {
    wire::MatrixRow { mta: row.mta, cells: row.cells.into_iter().map(cell).collect() }
}

fn cell(cell: matrix::Cell) -> wire::MatrixCell {
    let pending = |one: engine::transport::stored::Pending| wire::MatrixPending {
        status: one.status.to_string(),
        count: one.requests,
        request: one.newest.get(),
        version: one.version,
    };
    wire::MatrixCell {
        node: cell.node.get(),
        standing: cell.standing.to_string(),
        request: cell.installed.as_ref().map(|one| one.request.get()),
        arrived_at: cell.installed.as_ref().map(|one| one.at.rfc3339_millis()),
        version: cell.installed.map(|one| one.version),
        pending: cell.pending.into_iter().map(pending).collect(),
    }
}
