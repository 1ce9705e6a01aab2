//! What is inside of an artifact.

use super::super::body::Asked;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::{after, limit};
use super::{OfArtifact, view};
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use engine::Cx;
use engine::content::page::inside;
use engine::content::resource::{self, At};
use engine::content::rights::ReadPackages;
use engine::content::tenant;
use http::header;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::integration::{ArtifactResource, ResourceText, ValueMappingPage};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(model))
        .routes(routes!(resources))
        .routes(routes!(resource_text))
        .routes(routes!(values))
}

/// See the model of a flow.
///
/// BPMN, as it is in the artifact.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}/model", operation_id = "readModel",
    tag = "integration", params(OfArtifact),
    responses((status = 200, description = "The model.", content_type = "application/xml", body = String), Problem))]
async fn model(Here(cx, caller): Here<ReadPackages>, Path(of): Path<OfArtifact>) -> Result<Response, Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    let xml = inside::model(&cx, &caller, &tenant, &of.which()?).await?;
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

/// List the resources of an artifact.
///
/// Scripts, mappings, schemas and libraries.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}/resources", operation_id = "listResources",
    tag = "integration", params(OfArtifact),
    responses((status = 200, description = "The resources.", body = Vec<ArtifactResource>), Problem))]
async fn resources(
    Here(cx, caller): Here<ReadPackages>,
    Path(of): Path<OfArtifact>,
) -> Result<Json<Vec<ArtifactResource>>, Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    let found = resource::list(&cx, &caller, &tenant, &of.which()?).await?;
    Ok(Json(found.into_iter().map(view::resource).collect()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OneResource {
    /// Name of the file.
    name: String,
    /// `groovy`, `xslt`, …
    resource_type: String,
}

/// Read a resource of an artifact.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}/resource", operation_id = "readResource",
    tag = "integration", params(OfArtifact, OneResource),
    responses((status = 200, description = "The resource.", body = ResourceText), Problem))]
async fn resource_text(
    Here(cx, caller): Here<ReadPackages>,
    Path(of): Path<OfArtifact>,
    Asked(OneResource { name, resource_type }): Asked<OneResource>,
) -> Result<Json<ResourceText>, Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    let at = At { which: of.which()?, name, kind: resource_type };
    let shown = inside::text(&cx, &caller, &tenant, at).await?;
    Ok(Json(ResourceText { resource: view::resource(shown.resource), text: shown.text }))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Only rows in which a value has this text, in whatever case.
    text: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// Read a value mapping.
///
/// As a table: a column for each system and sort of value, page by page.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/designtime/{type}/{id}/values", operation_id = "readValueMapping",
    tag = "integration", params(OfArtifact, Options),
    responses((status = 200, description = "A page of it.", body = ValueMappingPage), Problem))]
async fn values(
    Here(cx, caller): Here<ReadPackages>,
    Path(of): Path<OfArtifact>,
    Asked(options): Asked<Options>,
) -> Result<Json<ValueMappingPage>, Problem> {
    let tenant = tenant::open(&cx, &caller, &of.tenant).await?;
    let limit = limit(options.limit)?;
    let last = after(options.after.as_deref(), -1)?;
    let from = usize::try_from(last.saturating_add(1)).unwrap_or_default();
    let wish = (options.text.unwrap_or_default(), from, usize::try_from(limit).unwrap_or_default());
    let table = inside::values(&cx, &caller, &tenant, &of.which()?, wish).await?;
    let next = view::next(table.rows.len(), limit, table.rows.last().map(|(number, _)| number.to_string()));
    Ok(Json(view::values(table, next)))
}
