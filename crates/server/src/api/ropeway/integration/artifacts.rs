//! Artifacts: seen, configured, deployed, taken out.

use super::super::body::Sent;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::version::IfMatch;
use super::{OfArtifact, view, zip};
use crate::memory;
use axum::Json;
use axum::extract::Path;
use axum::response::Response;
use engine::Cx;
use engine::content::rights::{ConfigureArtifacts, DeployArtifacts, ReadPackages};
use engine::content::{artifact, configuration, page, runtime, tenant};
use engine::memory::Loaded;
use http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::ErrorBody;
use wire::ropeway::integration::{ArtifactDetails, BegunDeployment, ParameterValues};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(read))
        .routes(routes!(configure))
        .routes(routes!(deploy))
        .routes(routes!(download))
}

/// See an artifact.
///
/// As it is now, draft or not: with its parameters and versions, and what is deployed of it.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}", operation_id = "readArtifact",
    tag = "integration", params(OfArtifact),
    responses((status = 200, description = "The artifact.", body = ArtifactDetails), Problem))]
async fn read(
    Here(cx, caller): Here<ReadPackages>,
    Path(of): Path<OfArtifact>,
) -> Result<Json<ArtifactDetails>, Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    Ok(Json(view::artifact(page::artifact::read(&cx, &caller, &tenant, of.which()?).await?)))
}

/// Configure an artifact.
///
/// Sets values of externalised parameters: all that are named or none. They take effect when it is deployed next.
#[utoipa::path(patch, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}/parameters",
    operation_id = "configureArtifact", tag = "integration",
    params(OfArtifact, ("If-Match" = Option<String>, Header, description = "The `configurationVersion` that is changed; any, unless it is said.")),
    request_body = ParameterValues,
    responses((status = 204, description = "They are set."),
        (status = 412, description = "Somebody else configured it meanwhile.", body = ErrorBody), Problem))]
async fn configure(
    Here(cx, caller): Here<ConfigureArtifacts>,
    Path(of): Path<OfArtifact>,
    IfMatch(version): IfMatch,
    Sent(sent): Sent<ParameterValues>,
) -> Result<StatusCode, Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    let wish = configuration::Wish { values: sent.values.into_iter().collect(), version };
    configuration::set_all(&cx, &caller, &tenant, of.which()?, wish).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Deploy an artifact.
///
/// As it is now. It goes on after the answer; how it went is shown with the artifact. It is undeployed as what runs.
#[utoipa::path(post, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}/deployments",
    operation_id = "deployArtifact", tag = "integration", params(OfArtifact),
    responses((status = 202, description = "The task.", body = BegunDeployment), Problem))]
async fn deploy(
    Here(cx, caller): Here<DeployArtifacts>,
    Path(of): Path<OfArtifact>,
) -> Result<(StatusCode, Json<BegunDeployment>), Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    page::check_deployable(&of.r#type)?;
    let task = runtime::deploy(&cx, &caller, &tenant, of.which()?).await?;
    Ok((StatusCode::ACCEPTED, Json(BegunDeployment { task: task.text() })))
}

/// Download an artifact.
///
/// As a zip.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}/content", operation_id = "downloadArtifact",
    tag = "integration", params(OfArtifact),
    responses((status = 200, description = "The zip.", content_type = "application/zip", body = Vec<u8>), Problem))]
async fn download(Here(cx, caller): Here<ReadPackages>, Path(of): Path<OfArtifact>) -> Result<Response, Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    let which = of.which()?;
    let Loaded { bytes, room } = artifact::content(&cx, &caller, &tenant, &which).await?;
    Ok(zip(&format!("{}.zip", of.id), memory::counted(bytes.into(), room)))
}
