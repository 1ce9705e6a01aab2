//! Features: made, and read.

use super::view::{entry, feature as view, tagged};
use super::{InTenant, OfFeature, feature_id};
use crate::api::ropeway::body::{Asked, Sent};
use crate::api::ropeway::error::Problem;
use crate::api::ropeway::here::Here;
use crate::api::ropeway::version::Tagged;
use axum::Json;
use axum::extract::Path;
use engine::change::feature::{self, Edit};
use engine::change::right::Work;
use engine::{Cx, Error};
use http::StatusCode;
use model::ProjectId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::alm::{Feature, HistoryEntry, NewFeature};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list, create)).routes(routes!(one)).routes(routes!(history))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListOptions {
    /// Only features of this project.
    project_id: Option<String>,
}

/// List features.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/features", operation_id = "listFeatures", tag = "alm",
    params(InTenant, ListOptions),
    responses((status = 200, description = "The features.", body = Vec<Feature>), Problem))]
async fn list(
    Here(cx, caller): Here<Work>,
    Path(InTenant { tenant }): Path<InTenant>,
    Asked(options): Asked<ListOptions>,
) -> Result<Json<Vec<Feature>>, Problem> {
    let all = feature::list(&cx, caller.clone(), &tenant).await?.into_iter();
    let wanted = all.filter(|(one, _)| options.project_id.as_ref().is_none_or(|id| *id == one.project.text()));
    let ids = wanted.map(|(one, _)| one.id).collect();
    let found = feature::many(&cx, caller, &tenant, ids).await?;
    Ok(Json(found.into_iter().map(|details| view(details, Vec::new())).collect()))
}

/// Create a feature.
///
/// For leads of the project. It starts in specification.
#[utoipa::path(post, path = "/api/v1/alm/{tenant}/features", operation_id = "createFeature", tag = "alm",
    params(InTenant),
    request_body = NewFeature,
    responses((status = 201, description = "The feature.", body = Feature), Problem))]
async fn create(
    Here(cx, caller): Here<Work>,
    Path(InTenant { tenant }): Path<InTenant>,
    Sent(wish): Sent<NewFeature>,
) -> Result<(StatusCode, Json<Feature>), Problem> {
    let NewFeature { title, project_id, description, priority_code } = wish;
    let project = project_id.parse::<ProjectId>().map_err(Error::from)?;
    let edit = Edit { title: Some(title), description, priority: priority_code, ..Edit::default() };
    let new = feature::NewFeature { project, edit, references: Vec::new() };
    let made = feature::create(&cx, caller, &tenant, new).await?;
    Ok((StatusCode::CREATED, Json(view(made, Vec::new()))))
}

/// Read a feature.
///
/// With its transports, and where the caller can take it from here.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/features/{feature}", operation_id = "readFeature", tag = "alm",
    params(OfFeature),
    responses((status = 200, description = "The feature.", body = Feature,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn one(
    Here(cx, caller): Here<Work>,
    Path(OfFeature { tenant, feature }): Path<OfFeature>,
) -> Result<Tagged<Feature>, Problem> {
    Ok(tagged(feature::get(&cx, caller, &tenant, feature_id(&feature)?).await?, Vec::new()))
}

/// Read a feature's history.
///
/// Everything that happened to it, and who did it.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/features/{feature}/history", operation_id = "readFeatureHistory",
    tag = "alm",
    params(OfFeature),
    responses((status = 200, description = "The entries.", body = Vec<HistoryEntry>), Problem))]
async fn history(
    Here(cx, caller): Here<Work>,
    Path(OfFeature { tenant, feature }): Path<OfFeature>,
) -> Result<Json<Vec<HistoryEntry>>, Problem> {
    let entries = feature::past(&cx, caller, &tenant, feature_id(&feature)?).await?;
    Ok(Json(entries.into_iter().map(entry).collect()))
}
