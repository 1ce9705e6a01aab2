//! `…/tenants/{t}/…`: what a tenant's own web page offers and no public API does.

use super::error::Problem;
use crate::auth::{Auth, Dialect};
use axum::extract::{Path, State};
use axum::routing::put;
use axum::{Json, Router};
use engine::Cx;
use engine::content::artifact::Which;
use engine::content::rights::{ChangeSettings, EditPackages};
use engine::content::{lock, tenant};
use http::StatusCode;
use wire::ropeway::TransportSettings;

impl Dialect for ChangeSettings {
    type Problem = Problem;
}

impl Dialect for EditPackages {
    type Problem = Problem;
}

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/api/v1/tenants/{tenant}/transport-settings", put(set_transport_mode))
        .route("/api/v1/tenants/{tenant}/artifacts/{id}/lock", put(take_lock))
}

async fn set_transport_mode(
    Auth(caller): Auth<ChangeSettings>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    Json(settings): Json<TransportSettings>,
) -> Result<Json<TransportSettings>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    tenant::set_transport_mode(&cx, &caller, &tenant, settings.mode.clone()).await?;
    Ok(Json(settings))
}

/// What opening a flow in the editor does. Deleting a lock is in the OData service.
async fn take_lock(
    Auth(caller): Auth<EditPackages>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    lock::take(&cx, &caller, &tenant, Which { kind: "IFlow", id, version: "active".to_owned() }).await?;
    Ok(StatusCode::NO_CONTENT)
}
