//! Exports, and how they went.

use super::super::body::Asked;
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::{self, PageOptions};
use super::{InSubaccount, OfExport, told};
use ::wire::ropeway::content_agent as wire;
use axum::Json;
use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use engine::content::agent::activity::Message;
use engine::content::page::agent::{self, ActivitySearch, Details, Line};
use engine::content::page::key::Key;
use engine::content::rights::ReadContent;
use engine::{Cx, Error};
use http::header;
use model::activity::{ActivityState, ExportMode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use tokio_util::io::ReaderStream;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list)).routes(routes!(read)).routes(routes!(log)).routes(routes!(file))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// In who asked for it, a person or a client, whatever its case.
    text: Option<String>,
    /// `INITIAL`, `RUNNING`, `FINISHED` or `ERROR`.
    state: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List activities of the Content Agent.
///
/// Exports out of the subaccount, whoever asked for them, the newest first.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/content-agent/activities",
    operation_id = "listExportActivities", tag = "content agent", params(InSubaccount, Options),
    responses((status = 200, description = "A page of them.", body = wire::ExportActivityPage), Problem))]
async fn list(
    Here(cx, caller): Here<ReadContent>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(asked): Asked<Options>,
) -> Result<Json<wire::ExportActivityPage>, Problem> {
    let limit = paging::limit(asked.limit)?;
    let behind = asked.after.filter(|after| !after.is_empty()).map_or(Ok(Key::begin()), |text| Key::parse(&text))?;
    let state = asked.state.filter(|state| !state.is_empty());
    let state = state.map(|state| state.parse::<ActivityState>()).transpose();
    let state = state.map_err(|error| Error::invalid(error.to_string()))?;
    let state = state.map(|state| state.word().to_owned()).unwrap_or_default();
    let wish = ActivitySearch { text: asked.text.unwrap_or_default(), state, behind, limit };
    let found = agent::activities(&cx, &caller, wish).await?;
    let is_full = i64::try_from(found.len()).is_ok_and(|count| count >= limit);
    let next =
        found.last().map(|last| Key::after(last.activity.started_at, &last.activity.id.text())).filter(|_| is_full);
    Ok(Json(wire::ExportActivityPage { items: found.into_iter().map(line).collect(), next }))
}

fn line(found: Line) -> wire::ExportActivity {
    let Line { activity, started_by, description, contents, place, mode } = found;
    wire::ExportActivity {
        id: activity.id.text(),
        state: activity.state.word().to_owned(),
        progress: activity.progress,
        mode: match mode {
            ExportMode::TransportManagement => "TransportManagementService",
            ExportMode::Download => "download",
        }
        .to_owned(),
        requestor: activity.requestor,
        started_by,
        started_at: activity.started_at.rfc3339_millis(),
        ended_at: activity.ended_at.map(|at| at.rfc3339_millis()),
        description,
        contents,
        transport_request: activity.request.map(|(id, _)| id),
        transport_request_place: place.map(told),
    }
}

/// See an activity of the Content Agent.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/content-agent/activities/{id}",
    operation_id = "readExportActivity", tag = "content agent", params(OfExport),
    responses((status = 200, description = "How it stands.", body = wire::ExportActivityDetails), Problem))]
async fn read(
    Here(cx, caller): Here<ReadContent>,
    Path(OfExport { id, .. }): Path<OfExport>,
) -> Result<Json<wire::ExportActivityDetails>, Problem> {
    let Details { line: found, resources, node, archive, can } = agent::activity(&cx, &caller, &id).await?;
    let content = |(kind, id, components): (&str, String, Vec<String>)| wire::ExportedContent {
        r#type: kind.to_owned(),
        id,
        components,
    };
    let (file_name, file_size) = archive.map(|archive| (archive.name, archive.size)).unzip();
    Ok(Json(wire::ExportActivityDetails {
        resources: resources.into_iter().map(content).collect(),
        node,
        queues: found.activity.queues.clone(),
        transport_request_url: found.activity.request.as_ref().map(|(_, url)| url.clone()),
        file_name,
        file_size,
        can: can::told(can),
        activity: line(found),
    }))
}

/// Read the log of an activity.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/content-agent/activities/{id}/log",
    operation_id = "readExportLog", tag = "content agent", params(OfExport, PageOptions),
    responses((status = 200, description = "A page of its lines.", body = wire::ExportLogPage), Problem))]
async fn log(
    Here(cx, caller): Here<ReadContent>,
    Path(OfExport { id, .. }): Path<OfExport>,
    Asked(page): Asked<PageOptions>,
) -> Result<Json<wire::ExportLogPage>, Problem> {
    let limit = page.limit()?;
    let found = agent::log(&cx, &caller, &id, (page.after(-1)?, limit)).await?;
    let next = paging::next(found.len(), limit, found.last().map(|line| line.pos));
    Ok(Json(wire::ExportLogPage { items: found.into_iter().map(log_line).collect(), next }))
}

fn log_line(said: Message) -> wire::ExportLogLine {
    wire::ExportLogLine {
        id: said.pos,
        severity: said.severity.word().to_owned(),
        text: said.text,
        at: said.at.rfc3339_millis(),
    }
}

/// Download the archive of an activity.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/content-agent/activities/{id}/file",
    operation_id = "downloadExportedArchive", tag = "content agent", params(OfExport),
    responses((status = 200, description = "The MTA archive.", content_type = "application/octet-stream"), Problem))]
async fn file(
    Here(cx, caller): Here<ReadContent>,
    Path(OfExport { id, .. }): Path<OfExport>,
) -> Result<Response, Problem> {
    let (name, file, size) = agent::archive(&cx, &caller, &id).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_LENGTH, size.to_string()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename*=UTF-8''{}", utf8_percent_encode(&name, NON_ALPHANUMERIC)),
        ),
    ];
    Ok((headers, Body::from_stream(ReaderStream::new(file))).into_response())
}
