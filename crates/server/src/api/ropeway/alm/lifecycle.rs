//! A feature on its way: from status to status, and its transports from node to node.

use super::view::feature as view;
use super::{OfFeature, feature_id};
use crate::api::ropeway::body::{MaybeSent, Sent};
use crate::api::ropeway::error::Problem;
use crate::api::ropeway::here::Here;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::change::feature::{self, Edit};
use engine::change::right::Work;
use engine::change::{deploy, sync};
use http::StatusCode;
use model::ActionId;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::alm::{DeployAnswer, DeployWish, Feature, StatusWish};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(set_status)).routes(routes!(start_deployment)).routes(routes!(refresh))
}

/// Bring a feature to another status.
///
/// Which ones can be reached, and by whom, is in the feature's `next`.
#[utoipa::path(post, path = "/api/v1/alm/{tenant}/features/{feature}/status", operation_id = "setFeatureStatus",
    tag = "alm",
    params(OfFeature),
    request_body = StatusWish,
    responses((status = 200, description = "The feature.", body = Feature), Problem))]
async fn set_status(
    Here(cx, caller): Here<Work>,
    Path(OfFeature { tenant, feature }): Path<OfFeature>,
    Sent(wish): Sent<StatusWish>,
) -> Result<Json<Feature>, Problem> {
    let edit = Edit { status: Some(wish.status_code), ..Edit::default() };
    let (details, warnings) = feature::change(&cx, caller, &tenant, feature_id(&feature)?, edit).await?;
    Ok(Json(view(details, warnings)))
}

/// Deploy a feature's transports.
///
/// Into the nodes that they go to next, or into the one that is named. The imports go on after the answer: refresh the
/// feature to see how they end.
#[utoipa::path(post, path = "/api/v1/alm/{tenant}/features/{feature}/deploy", operation_id = "deployFeature",
    tag = "alm",
    params(OfFeature),
    request_body = Option<DeployWish>,
    responses(
        (status = 202, description = "What was started.", body = DeployAnswer),
        (status = 409, description = "Another import of the same transports is under way.", body = wire::ropeway::ErrorBody),
        Problem,
    ))]
async fn start_deployment(
    Here(cx, caller): Here<Work>,
    Path(OfFeature { tenant, feature }): Path<OfFeature>,
    MaybeSent(wish): MaybeSent<DeployWish>,
) -> Result<(StatusCode, Json<DeployAnswer>), Problem> {
    let target = wish.and_then(|wish| wish.target).filter(|target| !target.is_empty());
    let done = deploy::deploy(&cx, caller, &tenant, feature_id(&feature)?, target).await?;
    let answer =
        DeployAnswer { action_ids: done.actions.into_iter().map(ActionId::get).collect(), warnings: done.warnings };
    Ok((StatusCode::ACCEPTED, Json(answer)))
}

/// Ask transport management how a feature's transports stand.
#[utoipa::path(post, path = "/api/v1/alm/{tenant}/features/{feature}/refresh", operation_id = "refreshFeature",
    tag = "alm",
    params(OfFeature),
    responses((status = 200, description = "The feature, brought up to date.", body = Feature), Problem))]
async fn refresh(
    Here(cx, caller): Here<Work>,
    Path(OfFeature { tenant, feature }): Path<OfFeature>,
) -> Result<Json<Feature>, Problem> {
    Ok(Json(view(sync::refresh(&cx, caller, &tenant, feature_id(&feature)?).await?, Vec::new())))
}
