//! `…/services/{id}/processes`, `…/processes`.

use super::answer::{document, done, xml};
use super::error::{Problem, Result};
use super::view;
use axum::body::{Body, to_bytes};
use axum::response::Response;
use engine::Cx;
use engine::slp::operation;
use engine::slp::place::{Deployer, Reader};
use http::StatusCode;
use model::OperationId;
use wire::deploy::{OngoingOperations, Process, Processes, from_xml};

/// The largest request other than an upload.
const LARGEST: usize = 1 << 20;

pub(super) fn id(text: &str) -> Result<OperationId> {
    text.parse().map_err(|_| Problem::new(StatusCode::NOT_FOUND, "There is no such process in this space"))
}

pub(super) async fn list(cx: &Cx, place: &Reader, service: Option<&str>) -> Result<Response> {
    let operations = operation::list(cx, place, service).await?;
    document(&Processes { items: operations.iter().map(view::process).collect() })
}

/// What clients look at before they deploy: whether somebody is at it.
pub(super) async fn ongoing(cx: &Cx, place: &Reader) -> Result<Response> {
    let operations = operation::list(cx, place, None).await?;
    let ongoing = operations.iter().filter(|operation| operation.ended_at.is_none());
    let items = ongoing.map(|operation| view::ongoing(operation, place.space().guid)).collect();
    xml(OngoingOperations { items }.to_xml())
}

pub(super) async fn one(cx: &Cx, place: &Reader, process: &str) -> Result<Response> {
    document(&view::process(&operation::get(cx, place, id(process)?).await?))
}

pub(super) async fn service(cx: &Cx, place: &Reader, process: &str) -> Result<Response> {
    let operation = operation::get(cx, place, id(process)?).await?;
    document(&view::service(&operation.service))
}

pub(super) async fn start(cx: &Cx, place: &Deployer, service: &str, body: Body) -> Result<Response> {
    let too_large = |_| Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "A request may have at most 1 MiB");
    let body = to_bytes(body, LARGEST).await.map_err(too_large)?;
    let unreadable = |why: String| Problem::new(StatusCode::BAD_REQUEST, format!("The process cannot be read: {why}"));
    let text = std::str::from_utf8(&body).map_err(|e| unreadable(e.to_string()))?;
    let process: Process = from_xml(text).map_err(|e| unreadable(e.to_string()))?;
    if !process.service.is_empty() && process.service != service {
        return Err(unreadable(format!("its service is '{}', the path says '{service}'", process.service)));
    }
    let started = operation::start(cx, place, service, view::parameters(process)).await?;
    document(&view::process(&started))
}

pub(super) async fn delete(cx: &Cx, place: &Deployer, service: Option<&str>, process: &str) -> Result<Response> {
    let id = id(process)?;
    let operation = operation::get(cx, &place.reader(), id).await?;
    if service.is_some_and(|service| service != operation.service) {
        return Err(Problem::not_found());
    }
    operation::remove(cx, place, id).await?;
    done()
}
