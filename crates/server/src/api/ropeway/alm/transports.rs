//! Transports that Cloud ALM knows, and the features that they belong to.

use super::view::{feature as view, transport as transport_view};
use super::{InTenant, OfTransport, feature_id};
use crate::api::ropeway::body::Asked;
use crate::api::ropeway::error::Problem;
use crate::api::ropeway::here::Here;
use axum::Json;
use axum::extract::Path;
use engine::change::right::Work;
use engine::change::transport;
use engine::{Cx, Error};
use model::RequestId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::alm::{Feature, Transport};

/// How many transports are listed unless something is said.
const PAGE: i64 = 200;
/// How many at most.
const LARGEST_PAGE: i64 = 1000;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list)).routes(routes!(assign, unassign))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListOptions {
    /// Only those that belong to a feature, or only those that belong to none.
    assigned: Option<bool>,
    /// Only those with a smaller number: the last one of the page before.
    before: Option<i64>,
    /// How many; 200 unless something is said.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<i64>,
}

/// List transports, the newest first.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/transports", operation_id = "listTransports", tag = "alm",
    params(InTenant, ListOptions),
    responses((status = 200, description = "The transports.", body = Vec<Transport>), Problem))]
async fn list(
    Here(cx, caller): Here<Work>,
    Path(InTenant { tenant }): Path<InTenant>,
    Asked(options): Asked<ListOptions>,
) -> Result<Json<Vec<Transport>>, Problem> {
    let limit = options.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let wish = transport::ListOptions { assigned: options.assigned, before: options.before.map(RequestId), limit };
    let found = transport::list(&cx, caller, &tenant, wish).await?;
    Ok(Json(found.into_iter().map(transport_view).collect()))
}

/// Assign a transport to a feature.
#[utoipa::path(put, path = "/api/v1/alm/{tenant}/features/{feature}/transports/{transport}",
    operation_id = "assignTransport", tag = "alm",
    params(OfTransport),
    responses(
        (status = 200, description = "The feature.", body = Feature),
        (status = 409, description = "It belongs to another feature.", body = wire::ropeway::ErrorBody),
        Problem,
    ))]
async fn assign(
    Here(cx, caller): Here<Work>,
    Path(OfTransport { tenant, feature, transport }): Path<OfTransport>,
) -> Result<Json<Feature>, Problem> {
    let (id, transport) = (feature_id(&feature)?, transport_id(&transport)?);
    Ok(Json(view(transport::assign(&cx, caller, &tenant, id, transport).await?, Vec::new())))
}

/// Take a transport away from a feature.
#[utoipa::path(delete, path = "/api/v1/alm/{tenant}/features/{feature}/transports/{transport}",
    operation_id = "unassignTransport", tag = "alm",
    params(OfTransport),
    responses((status = 200, description = "The feature.", body = Feature), Problem))]
async fn unassign(
    Here(cx, caller): Here<Work>,
    Path(OfTransport { tenant, feature, transport }): Path<OfTransport>,
) -> Result<Json<Feature>, Problem> {
    let (id, transport) = (feature_id(&feature)?, transport_id(&transport)?);
    Ok(Json(view(transport::unassign(&cx, caller, &tenant, id, transport).await?, Vec::new())))
}

fn transport_id(text: &str) -> Result<RequestId, Problem> {
    text.parse().map_err(|_| Error::not_found(format!("transport '{text}' is not known")).into())
}
