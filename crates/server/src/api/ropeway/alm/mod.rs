//! `/api/v1/alm/{tenant}/…`: projects, features and their transports, for people. The same rules as in the public API.

mod edit;
mod features;
mod lifecycle;
mod overview;
mod projects;
mod transports;
mod view;

pub(crate) use projects::{new_project, project_view};

use super::error::Problem;
use engine::{Cx, Error};
use model::FeatureId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .merge(projects::routes())
        .merge(features::routes())
        .merge(overview::routes())
        .merge(edit::routes())
        .merge(lifecycle::routes())
        .merge(transports::routes())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct InTenant {
    /// Subdomain or GUID of the subaccount with Cloud ALM.
    tenant: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfFeature {
    /// Subdomain or GUID of the subaccount with Cloud ALM.
    tenant: String,
    /// The feature's `uuid`.
    feature: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfTransport {
    /// Subdomain or GUID of the subaccount with Cloud ALM.
    tenant: String,
    /// The feature's `uuid`.
    feature: String,
    /// The transport's `id`.
    transport: String,
}

/// What cannot be an id names nothing.
fn feature_id(text: &str) -> Result<FeatureId, Problem> {
    text.parse().map_err(|_| Error::not_found(format!("feature '{text}' does not exist")).into())
}
