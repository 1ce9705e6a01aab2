//! What is deployed in a tenant.

use super::super::body::Asked;
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::limit;
use super::{InTenant, view};
use axum::Json;
use axum::extract::Path;
use engine::content::page::runtime::{self, Search};
use engine::content::rights::{DeployArtifacts, SeeRuntime};
use engine::content::{self, tenant};
use engine::{Cx, Error};
use http::StatusCode;
use model::runtime::RuntimeStatus;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::integration::RuntimePage;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list)).routes(routes!(undeploy))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Only those that have this text in id or name, in whatever case.
    text: Option<String>,
    /// Only those in these statuses: `STARTING`, `STARTED`, `ERROR`, with commas.
    status: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List what is deployed.
///
/// By id, page by page.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/runtime", operation_id = "listRuntime", tag = "integration",
    params(InTenant, Options),
    responses((status = 200, description = "A page of deployed artifacts.", body = RuntimePage), Problem))]
async fn list(
    Here(cx, caller): Here<SeeRuntime>,
    Path(InTenant { tenant }): Path<InTenant>,
    Asked(options): Asked<Options>,
) -> Result<Json<RuntimePage>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let (limit, statuses) = (limit(options.limit)?, options.status.unwrap_or_default());
    for status in statuses.split(',').filter(|status| !status.is_empty()) {
        status.parse::<RuntimeStatus>().map_err(|error| Error::invalid(error.to_string()))?;
    }
    let (after, text) = (options.after.unwrap_or_default(), options.text.unwrap_or_default());
    let (found, can) = runtime::list(&cx, &caller, &tenant, Search { after, text, statuses, limit }).await?;
    let next = view::next(found.len(), limit, found.last().map(|row| row.id.clone()));
    Ok(Json(RuntimePage { items: found.into_iter().map(view::runtime).collect(), next, can: can::told(can) }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct Deployed {
    /// Subdomain or GUID of the tenant's subaccount.
    tenant: String,
    /// Technical id of the artifact.
    id: String,
}

/// Undeploy an artifact.
///
/// It stays in its package.
#[utoipa::path(delete, path = "/api/v1/tenants/{tenant}/runtime/{id}", operation_id = "undeployArtifact",
    tag = "integration", params(Deployed),
    responses((status = 204, description = "It is no longer deployed."), Problem))]
async fn undeploy(
    Here(cx, caller): Here<DeployArtifacts>,
    Path(Deployed { tenant, id }): Path<Deployed>,
) -> Result<StatusCode, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    content::runtime::undeploy(&cx, &caller, &tenant, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
