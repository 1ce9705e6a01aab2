//! `…/runs/{service}/{process}`: how far a process is, what it says, what can be asked of it.

use super::answer::{document, done};
use super::error::{Problem, Result};
use super::processes::id;
use super::view;
use axum::response::{IntoResponse, Response};
use engine::Cx;
use engine::slp::operation::{self, LOG, Operation};
use engine::slp::place::{Deployer, Reader};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use model::operation::{Action, State};
use wire::deploy::{Actions, Logs, Metadata, Tasklist, VERSION};

async fn find(cx: &Cx, place: &Reader, service: &str, process: &str) -> Result<Operation> {
    let operation = operation::get(cx, place, id(process)?).await?;
    if operation.service == service { Ok(operation) } else { Err(Problem::not_found()) }
}

pub(super) async fn read(
    cx: &Cx,
    place: &Reader,
    service: &'static str,
    process: &str,
    rest: &[&str],
) -> Result<Response> {
    let operation = find(cx, place, service, process).await?;
    match rest {
        ["metadata"] => document(&Metadata { slmpversion: None, slppversion: Some(VERSION.to_owned()) }),
        ["tasklist"] => {
            let messages = operation::messages(cx, place, operation.id).await?;
            document(&Tasklist { items: vec![view::task(&operation, messages)] })
        }
        ["tasklist", task] if *task == service => {
            let messages = operation::messages(cx, place, operation.id).await?;
            document(&view::task(&operation, messages))
        }
        ["tasklist", task, "error"] if *task == service => error(&operation),
        ["error"] => error(&operation),
        ["tasklist", task, "logs"] if *task == service => logs(cx, place, &operation).await,
        ["logs"] => logs(cx, place, &operation).await,
        ["logs", LOG] => {
            let (text, last) = operation::log(cx, place, operation.id).await?;
            document(&view::log(&text, last))
        }
        ["logs", LOG, "content"] => {
            let (text, _) = operation::log(cx, place, operation.id).await?;
            Ok(([(CONTENT_TYPE, "text/plain;charset=UTF-8")], text).into_response())
        }
        ["actions"] => {
            document(&Actions { items: operation.state.actions().iter().map(|a| view::action(*a)).collect() })
        }
        ["actions", action] => {
            let offered = Action::parse(action).filter(|action| operation.state.actions().contains(action));
            document(&view::action(offered.ok_or_else(Problem::not_found)?))
        }
        _ => Err(Problem::not_found()),
    }
}

fn error(operation: &Operation) -> Result<Response> {
    match operation.state {
        State::Error => document(&view::error(operation)),
        _ => Err(Problem::new(StatusCode::NOT_FOUND, "The process is not in an error state")),
    }
}

async fn logs(cx: &Cx, place: &Reader, operation: &Operation) -> Result<Response> {
    let (text, last) = operation::log(cx, place, operation.id).await?;
    document(&Logs { items: vec![view::log(&text, last)] })
}

pub(super) async fn act(
    cx: &Cx,
    place: &Deployer,
    service: &'static str,
    process: &str,
    action: &str,
) -> Result<Response> {
    let operation = find(cx, &place.reader(), service, process).await?;
    let action = Action::parse(action).ok_or_else(Problem::not_found)?;
    operation::act(cx, place, operation.id, action).await?;
    done()
}
