//! From the raw path to the resource.

use super::csrf::Session;
use super::error::{Problem, Result};
use super::{ROOT, files, identity, processes, runs, services};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use engine::slp::operation::SERVICES;
use engine::slp::place::{self, Deployer, Reader};
use engine::{Cx, Identity};
use http::{Method, StatusCode};
use model::deploy_url::{self, Target};
use percent_encoding::percent_decode_str;
use std::sync::Arc;

/// Any resource of SLP.
pub(super) async fn slp(State(cx): State<Cx>, request: Request) -> Response {
    let session = Session::of(&cx, request.headers());
    let outcome = answer(&cx, &session, request).await;
    let required = outcome.as_ref().is_err_and(Problem::needs_csrf_token);
    let mut response = outcome.unwrap_or_else(Problem::into_response);
    session.put_into(&cx, &mut response, required);
    response
}

async fn answer(cx: &Cx, session: &Session, request: Request) -> Result<Response> {
    let path = request.uri().path().to_owned();
    let below = path.strip_prefix(ROOT).unwrap_or(&path);
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if let Some(target) = deploy_url::of_operations(below).filter(|_| reads) {
        let identity = identity::of(cx, &request.headers().clone()).await?;
        return processes::ongoing(cx, &Call { cx: cx.clone(), identity, target }.reader().await?).await;
    }
    let (target, rest) = deploy_url::split(below).ok_or_else(Problem::not_found)?;
    let segments = segments(rest)?;
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    // A body cannot be shared between threads, so nothing borrows the request across an await.
    let (headers, method) = (request.headers().clone(), request.method().clone());
    let call = Call { cx: cx.clone(), identity: identity::of(cx, &headers).await?, target };
    if reads {
        return read(call, &segments).await;
    }
    if !session.is_proven {
        return Err(Problem::csrf());
    }
    write(call, request, method, &segments).await
}

fn segments(rest: &str) -> Result<Vec<String>> {
    let pieces = rest.split('/').filter(|piece| !piece.is_empty());
    let decoded = pieces.map(|piece| percent_decode_str(piece).decode_utf8().map(|text| text.into_owned()));
    decoded.collect::<std::result::Result<_, _>>().map_err(|_| Problem::not_found())
}

/// A call whose target was understood, by somebody who was identified.
pub(super) struct Call {
    pub(super) cx: Cx,
    identity: Arc<Identity>,
    target: Target,
}

impl Call {
    pub(super) async fn reader(&self) -> Result<Reader> {
        Ok(place::read(&self.cx, Arc::clone(&self.identity), self.target.clone()).await?)
    }

    pub(super) async fn deployer(&self) -> Result<Deployer> {
        Ok(place::write(&self.cx, Arc::clone(&self.identity), self.target.clone()).await?)
    }
}

async fn read(call: Call, segments: &[&str]) -> Result<Response> {
    let reader = call.reader().await?;
    let cx = &call.cx;
    match segments {
        ["metadata"] => services::metadata(),
        ["services"] => services::list(),
        ["services", service, rest @ ..] => {
            let service = known(service)?;
            match rest {
                [] => services::one(service),
                ["parameters"] => services::parameters(),
                ["versions"] => services::versions(service),
                ["files"] => files::list(cx, &reader).await,
                ["processes"] => processes::list(cx, &reader, Some(service)).await,
                _ => Err(Problem::not_found()),
            }
        }
        ["processes"] => processes::list(cx, &reader, None).await,
        ["processes", process] => processes::one(cx, &reader, process).await,
        ["processes", process, "service"] => processes::service(cx, &reader, process).await,
        ["runs", service, process, rest @ ..] => runs::read(cx, &reader, known(service)?, process, rest).await,
        _ => Err(Problem::not_found()),
    }
}

async fn write(call: Call, request: Request, method: Method, segments: &[&str]) -> Result<Response> {
    let deployer = call.deployer().await?;
    match (method, segments) {
        (Method::POST, ["services", service, "files"]) => {
            known(service)?;
            files::upload(&call.cx, &deployer, request).await
        }
        (Method::DELETE, ["services", service, "files"]) => {
            known(service)?;
            files::delete_all(&call.cx, &deployer).await
        }
        (Method::DELETE, ["services", service, "files", file]) => {
            known(service)?;
            files::delete(&call.cx, &deployer, file).await
        }
        (Method::POST, ["services", service, "processes"]) => {
            let service = known(service)?;
            processes::start(&call.cx, &deployer, service, request.into_body()).await
        }
        (Method::DELETE, ["services", service, "processes", process]) => {
            processes::delete(&call.cx, &deployer, Some(known(service)?), process).await
        }
        (Method::DELETE, ["processes", process]) => processes::delete(&call.cx, &deployer, None, process).await,
        (Method::POST, ["runs", service, process, "actions", action]) => {
            runs::act(&call.cx, &deployer, known(service)?, process, action).await
        }
        _ => Err(Problem::not_found()),
    }
}

fn known(service: &str) -> Result<&'static str> {
    let found = SERVICES.into_iter().find(|known| *known == service);
    found.ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, format!("Service {service} is not supported")))
}
