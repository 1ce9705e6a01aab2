//! Packages: listed, seen, brought in, taken out, deleted.

use super::super::body::Asked;
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::limit;
use super::{InTenant, OfPackage, view, zip};
use crate::memory;
use axum::Json;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Response;
use engine::Cx;
use engine::content::delivery::{Delivery, LARGEST};
use engine::content::import::{self, Mode};
use engine::content::page::package::{self, Search};
use engine::content::rights::{EditPackages, ReadPackages};
use engine::content::{self, export, tenant};
use http::StatusCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::integration::{ImportedPackage, PackageDetails, PackagePage};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .merge(OpenApiRouter::default().routes(routes!(bring)).layer(DefaultBodyLimit::disable()))
        .routes(routes!(read, delete))
        .routes(routes!(download))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Only those that have this text in id or name, or in those of one of their artifacts, in whatever case.
    text: Option<String>,
    /// Only those with drafts.
    drafts: Option<bool>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List packages.
///
/// By id, page by page, with how many of their artifacts are drafts and how many are deployed.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/packages", operation_id = "listPackages", tag = "integration",
    params(InTenant, Options),
    responses((status = 200, description = "A page of packages.", body = PackagePage), Problem))]
async fn list(
    Here(cx, caller): Here<ReadPackages>,
    Path(InTenant { tenant }): Path<InTenant>,
    Asked(options): Asked<Options>,
) -> Result<Json<PackagePage>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let limit = limit(options.limit)?;
    let wish = Search {
        after: options.after.unwrap_or_default(),
        text: options.text.unwrap_or_default(),
        with_drafts: options.drafts.unwrap_or_default(),
        limit,
    };
    let (found, can) = package::list(&cx, &caller, &tenant, wish).await?;
    let next = view::next(found.len(), limit, found.last().map(|line| line.id.clone()));
    let items = found.into_iter().map(view::package_line).collect();
    Ok(Json(PackagePage { items, next, can: can::told(can) }))
}

/// See a package.
///
/// With its artifacts, and what the caller may do.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/packages/{package}", operation_id = "readPackage",
    tag = "integration", params(OfPackage),
    responses((status = 200, description = "The package.", body = PackageDetails), Problem))]
async fn read(
    Here(cx, caller): Here<ReadPackages>,
    Path(OfPackage { tenant, package }): Path<OfPackage>,
) -> Result<Json<PackageDetails>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    Ok(Json(view::package(package::read(&cx, &caller, &tenant, &package).await?)))
}

/// Import a package.
///
/// The body is an export zip. What the tenant has of the package is overwritten, what it has beside stays; configured
/// values stay, too, and nothing is deployed.
#[utoipa::path(post, path = "/api/v1/tenants/{tenant}/package-imports", operation_id = "importPackage",
    tag = "integration", params(InTenant),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "What came of it.", body = ImportedPackage), Problem))]
async fn bring(
    Here(cx, caller): Here<EditPackages>,
    Path(InTenant { tenant }): Path<InTenant>,
    body: Body,
) -> Result<(StatusCode, Json<ImportedPackage>), Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let held = memory::read(&cx, body, LARGEST).await;
    let held = held.map_err(|refused| refused.or_too_large("a package must not be larger than 256 MiB"))?;
    let delivery = Delivery::from_bytes(&cx, held.bytes.clone()).await?;
    let imported = import::import(&cx, &tenant, delivery, Mode::Merge).await?;
    Ok((StatusCode::CREATED, Json(view::imported(imported))))
}

/// Download a package.
///
/// As an export zip, which any tenant takes.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/packages/{package}/content", operation_id = "downloadPackage",
    tag = "integration", params(OfPackage),
    responses((status = 200, description = "The zip.", content_type = "application/zip", body = Vec<u8>), Problem))]
async fn download(
    Here(cx, caller): Here<ReadPackages>,
    Path(OfPackage { tenant, package }): Path<OfPackage>,
) -> Result<Response, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let exported = export::download(&cx, &caller, &tenant, &package).await?;
    Ok(zip(&exported.file_name, memory::counted(exported.bytes, exported.room)))
}

/// Delete a package.
///
/// With all its artifacts. What is deployed of it keeps running.
#[utoipa::path(delete, path = "/api/v1/tenants/{tenant}/packages/{package}", operation_id = "deletePackage",
    tag = "integration", params(OfPackage),
    responses((status = 204, description = "It is gone."), Problem))]
async fn delete(
    Here(cx, caller): Here<EditPackages>,
    Path(OfPackage { tenant, package }): Path<OfPackage>,
) -> Result<StatusCode, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    content::package::delete(&cx, &caller, &tenant, &package).await?;
    Ok(StatusCode::NO_CONTENT)
}
