//! The tenant's transport module, through which the Content Agent reads packages and the deploy service brings them
//! in. The original's protocol is not public; this is ours.

use super::error::Problem;
use crate::auth::At;
use crate::memory;
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use engine::content::delivery::{Delivery, LARGEST};
use engine::content::export::{self, Selection};
use engine::content::import::{self, Mode};
use engine::content::rights::{ExportTransports, ImportTransports};
use engine::content::{tenant, transport_module};
use http::{StatusCode, header};
use serde::Deserialize;
use wire::cpi::{TransportImported, TransportPackages};

/// `GET …/Transport?type=CloudIntegration`.
pub(super) async fn list(
    At(cx, caller): At<ExportTransports>,
    Path(tenant): Path<String>,
) -> Result<Json<TransportPackages>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let packages = transport_module::list(&cx, &caller, &tenant).await?;
    Ok(Json(TransportPackages { packages }))
}

#[derive(Debug, Deserialize)]
pub(super) struct Chosen {
    artifacts: Option<String>,
}

/// `GET …/Transport/packages/{id}?artifacts=a,b`.
pub(super) async fn read(
    At(cx, caller): At<ExportTransports>,
    Path((tenant, package)): Path<(String, String)>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let ids = chosen.artifacts.unwrap_or_default();
    let ids = ids.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let exported = export::export(&cx, &tenant, &package, Selection::of(ids)).await.map_err(final_draft)?;
    Ok(([(header::CONTENT_TYPE, "application/zip")], memory::counted(exported.bytes, exported.room)).into_response())
}

/// A draft does not go away by trying again, so it must not look like trouble of the server.
fn final_draft(error: engine::Error) -> Problem {
    let draft = error.code() == Some("draft");
    let problem = Problem::from(error);
    if draft { problem.when(StatusCode::INTERNAL_SERVER_ERROR, StatusCode::UNPROCESSABLE_ENTITY) } else { problem }
}

/// `PUT …/Transport/packages/{id}`: merges what comes in.
pub(super) async fn write(
    At(cx, caller): At<ImportTransports>,
    Path((tenant, package)): Path<(String, String)>,
    body: Body,
) -> Result<Json<TransportImported>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let held = memory::read(&cx, body, LARGEST).await.map_err(|e| e.or_too_large("The package is too large"))?;
    let delivery = Delivery::from_bytes(&cx, held.bytes.clone()).await?;
    if delivery.package_id() != package {
        let found = delivery.package_id();
        return Err(Problem::bad_request(format!("The archive holds package '{found}', not '{package}'")));
    }
    let imported = import::import(&cx, &tenant, delivery, Mode::Merge).await?;
    drop(held);
    Ok(Json(TransportImported {
        package: imported.package,
        new_package: imported.new_package,
        created: imported.created,
        overwritten: imported.overwritten,
        unchanged: imported.unchanged,
        warnings: imported.warnings,
    }))
}
