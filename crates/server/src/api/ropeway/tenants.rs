//! `…/tenants/{t}/…`: what a tenant's own web page offers and no public API does.

use super::body::Sent;
use super::error::Problem;
use super::place::{InTenant, OfPackage};
use super::version::{IfMatch, Tagged};
use crate::api::ropeway::here::Here;
use crate::api::ropeway::integration::activity;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::content::artifact::Which;
use engine::content::rights::{ChangeSettings, EditPackages, StartTransports};
use engine::content::{check, lock, tenant, transport};
use http::StatusCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::{
    ConfigurationLine, ErrorBody, NewTransport, StartedTransport, TransportActivity, TransportSettings,
};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(set_transport_mode))
        .routes(routes!(check_configuration))
        .routes(routes!(start_transport))
        .routes(routes!(show_transport))
        .routes(routes!(take_lock))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfActivity {
    /// Subdomain or GUID of the tenant's subaccount.
    tenant: String,
    /// The `activityId` of a transport that was started.
    id: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfArtifact {
    /// Subdomain or GUID of the tenant's subaccount.
    tenant: String,
    /// Technical id of an integration flow.
    id: String,
}

/// Set where transports of a tenant go.
#[utoipa::path(put, path = "/api/v1/tenants/{tenant}/transport-settings", operation_id = "setTransportMode",
    tag = "tenants",
    params(InTenant, ("If-Match" = Option<String>, Header, description = "The version that is replaced; any, unless it is said.")),
    request_body = TransportSettings,
    responses((status = 200, description = "The settings in force.", body = TransportSettings,
        headers(("ETag" = String, description = "Their version."))),
        (status = 412, description = "Somebody else changed them meanwhile.", body = ErrorBody), Problem))]
async fn set_transport_mode(
    Here(cx, caller): Here<ChangeSettings>,
    Path(InTenant { tenant }): Path<InTenant>,
    IfMatch(version): IfMatch,
    Sent(settings): Sent<TransportSettings>,
) -> Result<Tagged<TransportSettings>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    tenant::set_transport_mode(&cx, &caller, &tenant, settings.mode.clone(), version).await?;
    Ok(Tagged(tenant::settings_version(settings.mode.as_deref()), settings))
}

/// Lock an integration flow.
///
/// What opening it in the editor does. Locks are seen and deleted over the tenant's OData service.
#[utoipa::path(put, path = "/api/v1/tenants/{tenant}/artifacts/{id}/lock", operation_id = "lockArtifact",
    tag = "tenants", params(OfArtifact),
    responses(
        (status = 204, description = "It is locked for the caller."),
        (status = 409, description = "Somebody else holds the lock.", body = ErrorBody),
        Problem,
    ))]
async fn take_lock(
    Here(cx, caller): Here<EditPackages>,
    Path(OfArtifact { tenant, id }): Path<OfArtifact>,
) -> Result<StatusCode, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    lock::take(&cx, &caller, &tenant, Which { kind: "IFlow", id, version: "active".to_owned() }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Check the configuration of a tenant's transports.
///
/// Settings, destinations, credentials and nodes, one line each, with what to do.
#[utoipa::path(post, path = "/api/v1/tenants/{tenant}/configuration-check", operation_id = "checkConfiguration",
    tag = "tenants", params(InTenant),
    responses((status = 200, description = "What was found.", body = Vec<ConfigurationLine>), Problem))]
async fn check_configuration(
    Here(cx, caller): Here<ChangeSettings>,
    Path(InTenant { tenant }): Path<InTenant>,
) -> Result<Json<Vec<ConfigurationLine>>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let lines = check::check(&cx, &caller, &tenant).await?;
    Ok(Json(lines.into_iter().map(configuration_line).collect()))
}

fn configuration_line(line: check::Line) -> ConfigurationLine {
    ConfigurationLine {
        check: line.check,
        state: line.state.text().to_owned(),
        code: line.code.to_owned(),
        text: line.text,
        fix: line.fix,
    }
}

/// Transport a package.
///
/// The whole of it, or some of its artifacts. The transport goes on after the answer: the activity shows how.
#[utoipa::path(post, path = "/api/v1/tenants/{tenant}/packages/{package}/transports",
    operation_id = "startTransport", tag = "tenants", params(OfPackage), request_body = NewTransport,
    responses(
        (status = 202, description = "The activity that shows how it goes.", body = StartedTransport),
        (status = 409, description = "The tenant has no transport mode.", body = ErrorBody),
        (status = 422, description = "Drafts are among what was chosen, or function libraries alone.",
            body = ErrorBody),
        Problem,
    ))]
async fn start_transport(
    Here(cx, caller): Here<StartTransports>,
    Path(OfPackage { tenant, package }): Path<OfPackage>,
    Sent(wish): Sent<NewTransport>,
) -> Result<(StatusCode, Json<StartedTransport>), Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let NewTransport { artifacts, comment, propagate_owner } = wish;
    let wish = transport::TransportOptions { artifacts, comment, propagate_owner };
    let activity_id = transport::start(&cx, &caller, &tenant, &package, wish).await?;
    Ok((StatusCode::ACCEPTED, Json(StartedTransport { activity_id: activity_id.text() })))
}

/// See how a transport goes.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/activities/{id}", operation_id = "readActivity",
    tag = "tenants", params(OfActivity),
    responses((status = 200, description = "How it stands.", body = TransportActivity), Problem))]
async fn show_transport(
    Here(cx, caller): Here<StartTransports>,
    Path(OfActivity { tenant, id }): Path<OfActivity>,
) -> Result<Json<TransportActivity>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    Ok(Json(activity(transport::find(&cx, &caller, &tenant, &id).await?)))
}
