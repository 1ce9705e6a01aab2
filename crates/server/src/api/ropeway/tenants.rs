//! `…/tenants/{t}/…`: what a tenant's own web page offers and no public API does.

use super::error::Problem;
use crate::auth::{Auth, Dialect};
use axum::extract::{Path, State};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use engine::Cx;
use engine::content::artifact::Which;
use engine::content::rights::{ChangeSettings, EditPackages, StartTransports};
use engine::content::{check, lock, tenant, transport};
use http::StatusCode;
use wire::ropeway::{
    ActivityMessage, ConfigurationLine, NewTransport, StartedTransport, TransportActivity, TransportSettings,
};

impl Dialect for ChangeSettings {
    type Problem = Problem;
}

impl Dialect for StartTransports {
    type Problem = Problem;
}

impl Dialect for EditPackages {
    type Problem = Problem;
}

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/api/v1/tenants/{tenant}/transport-settings", put(set_transport_mode))
        .route("/api/v1/tenants/{tenant}/configuration-check", post(check_configuration))
        .route("/api/v1/tenants/{tenant}/packages/{package}/transports", post(start_transport))
        .route("/api/v1/tenants/{tenant}/activities/{id}", get(show_transport))
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

async fn check_configuration(
    Auth(caller): Auth<ChangeSettings>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
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

async fn start_transport(
    Auth(caller): Auth<StartTransports>,
    State(cx): State<Cx>,
    Path((tenant, package)): Path<(String, String)>,
    Json(wish): Json<NewTransport>,
) -> Result<(StatusCode, Json<StartedTransport>), Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let NewTransport { artifacts, comment, propagate_owner } = wish;
    let wish = transport::Wish { artifacts, comment, propagate_owner };
    let activity_id = transport::start(&cx, &caller, &tenant, &package, wish).await?;
    Ok((StatusCode::ACCEPTED, Json(StartedTransport { activity_id })))
}

async fn show_transport(
    Auth(caller): Auth<StartTransports>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
) -> Result<Json<TransportActivity>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    Ok(Json(activity(transport::find(&cx, &caller, &tenant, &id).await?)))
}

fn activity(found: transport::Activity) -> TransportActivity {
    let (transport_request_id, transport_request_url) = found.transport_request.unzip();
    let message = |line: transport::Line| ActivityMessage {
        severity: line.severity,
        text: line.text,
        at: line.at.rfc3339_millis(),
    };
    TransportActivity {
        activity_id: found.id,
        package: found.package,
        state: found.state,
        started_by: found.started_by,
        started_at: found.started_at.rfc3339_millis(),
        ended_at: found.ended_at.map(|at| at.rfc3339_millis()),
        description: found.description,
        process_id: found.process,
        transport_request_id,
        transport_request_url,
        messages: found.lines.into_iter().map(message).collect(),
    }
}
