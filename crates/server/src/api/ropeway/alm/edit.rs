//! What is said of a feature: its fields and references, changed.

use super::view::{feature as view, tagged};
use super::{OfFeature, feature_id};
use crate::api::ropeway::body::{Asked, Sent};
use crate::api::ropeway::error::Problem;
use crate::api::ropeway::here::Here;
use crate::api::ropeway::version::{IfMatch, Tagged};
use axum::Json;
use axum::extract::Path;
use engine::change::feature::{self, Edit};
use engine::change::reference;
use engine::change::right::Work;
use engine::{Cx, Error};
use http::StatusCode;
use model::UrlReferenceId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::ErrorBody;
use wire::ropeway::alm::{Feature, FeatureChange, NewReference};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(change)).routes(routes!(add)).routes(routes!(remove))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfReference {
    /// Subdomain or GUID of the subaccount with Cloud ALM.
    tenant: String,
    /// The feature's `uuid`.
    feature: String,
    /// The reference's `id`.
    reference: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Sort {
    /// Whether it is a pointer into another system.
    #[serde(default)]
    external: bool,
}

/// Change a feature.
///
/// What is not said stays. `If-Match` with the version of what was looked at keeps what somebody else changed meanwhile
/// from being lost.
#[utoipa::path(patch, path = "/api/v1/alm/{tenant}/features/{feature}", operation_id = "changeFeature", tag = "alm",
    params(OfFeature, ("If-Match" = Option<String>, Header, description = "The version that is changed; any, unless it is said.")),
    request_body = FeatureChange,
    responses((status = 200, description = "The feature.", body = Feature,
        headers(("ETag" = String, description = "Its version."))),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody), Problem))]
async fn change(
    Here(cx, caller): Here<Work>,
    Path(OfFeature { tenant, feature }): Path<OfFeature>,
    IfMatch(version): IfMatch,
    Sent(wish): Sent<FeatureChange>,
) -> Result<Tagged<Feature>, Problem> {
    let FeatureChange { title, description, priority_code } = wish;
    let edit = Edit { title, description, priority: priority_code, version, ..Edit::default() };
    let (details, warnings) = feature::change(&cx, caller, &tenant, feature_id(&feature)?, edit).await?;
    Ok(tagged(details, warnings))
}

/// Add a reference to a feature.
#[utoipa::path(post, path = "/api/v1/alm/{tenant}/features/{feature}/references", operation_id = "addFeatureReference",
    tag = "alm",
    params(OfFeature),
    request_body = NewReference,
    responses((status = 201, description = "The feature.", body = Feature), Problem))]
async fn add(
    Here(cx, caller): Here<Work>,
    Path(OfFeature { tenant, feature }): Path<OfFeature>,
    Sent(wish): Sent<NewReference>,
) -> Result<(StatusCode, Json<Feature>), Problem> {
    let id = feature_id(&feature)?;
    let new = feature::NewReference { external: wish.id, name: wish.name, url: wish.url };
    reference::add(&cx, caller.clone(), &tenant, id, new).await?;
    Ok((StatusCode::CREATED, Json(view(feature::get(&cx, caller, &tenant, id).await?, Vec::new()))))
}

/// Remove a reference of a feature.
#[utoipa::path(delete, path = "/api/v1/alm/{tenant}/features/{feature}/references/{reference}",
    operation_id = "removeFeatureReference", tag = "alm",
    params(OfReference, Sort),
    responses((status = 204, description = "It is gone."), Problem))]
async fn remove(
    Here(cx, caller): Here<Work>,
    Path(OfReference { tenant, feature, reference }): Path<OfReference>,
    Asked(Sort { external }): Asked<Sort>,
) -> Result<StatusCode, Problem> {
    let id = feature_id(&feature)?;
    if external {
        reference::drop_external(&cx, caller, &tenant, id, reference).await?;
        return Ok(StatusCode::NO_CONTENT);
    }
    let missing = || Error::not_found(format!("URL reference '{reference}' does not exist"));
    let link = reference.parse::<UrlReferenceId>().map_err(|_| missing())?;
    let of = feature::get(&cx, caller.clone(), &tenant, id).await?;
    if !of.urls.iter().any(|one| one.id == link) {
        return Err(missing().into());
    }
    reference::drop_url(&cx, caller, &tenant, link).await?;
    Ok(StatusCode::NO_CONTENT)
}
