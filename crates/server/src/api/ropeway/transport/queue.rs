//! The import queue of a node, and what people do in it.

use super::super::body::{Asked, MaybeSent, Sent};
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::{after, limit, next};
use super::One;
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use engine::transport::import;
use engine::transport::queue::{self, Filter, Named, Queued, Span};
use engine::transport::right::{Display, ImportAll, ImportSelected, OnNode, Operate};
use engine::{Caller, Cx, Error};
use http::{HeaderValue, StatusCode, header};
use model::RequestId;
use model::queue::Status;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::transport::{Begun, Chosen, NewImport, QueuePage, WrittenItem};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .routes(routes!(import))
        .routes(routes!(forward))
        .routes(routes!(reset))
        .routes(routes!(remove))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Statuses, separated by commas; without it those that an import takes or treats: `initial`, `repeat`, `fatal`,
    /// `running`.
    status: Option<String>,
    /// Log-in name of the owner.
    owner: Option<String>,
    /// Only those that have this in description, entry node or owner, in whatever case, or whose whole number it is.
    text: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

const WAITING: [Status; 4] = [Status::Initial, Status::Repeatable, Status::Fatal, Status::Running];

impl Options {
    fn filter(&self) -> Result<Filter, Error> {
        let statuses = match &self.status {
            None => WAITING.to_vec(),
            Some(words) => {
                let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
                words.map(|word| word.parse().map_err(Error::from)).collect::<Result<_, _>>()?
            }
        };
        Ok(Filter {
            statuses,
            created_from: None,
            created_to: None,
            queued_from: None,
            queued_to: None,
            owner: self.owner.clone().filter(|owner| !owner.is_empty()),
            text: self.text.clone().unwrap_or_default(),
        })
    }
}

/// See an import queue.
///
/// In its order, page by page.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue", operation_id = "readQueue",
    tag = "transport", params(One, Options),
    responses((status = 200, description = "A page of the queue.", body = QueuePage), Problem))]
async fn list(
    Here(cx, caller): Here<Display>,
    Path(one): Path<One>,
    Asked(options): Asked<Options>,
) -> Result<Response, Problem> {
    let span = Span { after: after(options.after.as_deref(), 0)?, limit: limit(options.limit)? };
    let found = queue::page(&cx, caller, one.id()?, options.filter()?, span, written).await?;
    let next = next(found.ends.len(), span.limit, found.ends.last().map(|(pos, _)| *pos));
    let mut text = b"{\"items\":[".to_vec();
    // Behind each item there is a comma.
    text.extend_from_slice(found.text.strip_suffix(b",").unwrap_or(&found.text));
    text.extend_from_slice(b"],\"next\":");
    text.extend_from_slice(serde_json::to_string(&next).map_err(Error::from)?.as_bytes());
    text.push(b'}');
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response())
}

/// Writes a request of a queue, with a comma behind it.
fn written(queued: &Queued<'_>, entries: &str, text: &mut Vec<u8>) {
    let item = WrittenItem {
        request: queued.request.get(),
        status: queued.status.word(),
        position: queued.pos,
        description: queued.description,
        owner: queued.named_user.unwrap_or(queued.created_by),
        origin: queued.origin,
        created_at: &queued.created_at.rfc3339_millis(),
        queued_at: &queued.queued_at.rfc3339_millis(),
    };
    // Into memory nothing fails. The entries are JSON already, and go in front of the closing brace.
    if serde_json::to_writer(&mut *text, &item).is_ok() {
        text.pop();
        text.extend_from_slice(b",\"entries\":");
        text.extend_from_slice(entries.as_bytes());
        text.extend_from_slice(b"},");
    }
}

fn named(chosen: Chosen) -> Named {
    Named { requests: chosen.requests.into_iter().map(RequestId).collect(), named_user: None }
}

/// Import requests.
///
/// Those named, in the order of the queue; without any everything that can be imported. It goes on after the answer.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/imports", operation_id = "startImport",
    tag = "transport", params(One), request_body = NewImport,
    responses((status = 202, description = "The action that shows how it goes.", body = Begun), Problem))]
async fn import(
    Here(cx, caller): Here<Display>,
    Path(one): Path<One>,
    MaybeSent(sent): MaybeSent<NewImport>,
) -> Result<(StatusCode, Json<Begun>), Problem> {
    let node = one.id()?;
    let action = match sent.and_then(|sent| sent.requests) {
        None => import::all(&cx, with::<ImportAll>(&caller)?, node, None).await?,
        Some(requests) => {
            import::selected(&cx, with::<ImportSelected>(&caller)?, node, named(Chosen { requests })).await?
        }
    };
    Ok((StatusCode::ACCEPTED, Json(Begun { action: action.get() })))
}

/// The same caller with another right, which depends on what was sent.
fn with<P: OnNode>(caller: &Caller<Display>) -> Result<Caller<P>, Error> {
    Caller::new(Arc::clone(&caller.shared()))
}

/// Forward requests to the nodes that follow.
///
/// All of them or none.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue/forward",
    operation_id = "forwardRequests", tag = "transport", params(One), request_body = Chosen,
    responses((status = 204, description = "They are forwarded."), Problem))]
async fn forward(
    Here(cx, caller): Here<Operate>,
    Path(one): Path<One>,
    Sent(chosen): Sent<Chosen>,
) -> Result<StatusCode, Problem> {
    queue::forward(&cx, caller, one.id()?, named(chosen)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Reset requests, so that they can be imported again.
///
/// All of them or none.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue/reset",
    operation_id = "resetRequests", tag = "transport", params(One), request_body = Chosen,
    responses((status = 204, description = "They can be imported again."), Problem))]
async fn reset(
    Here(cx, caller): Here<Operate>,
    Path(one): Path<One>,
    Sent(chosen): Sent<Chosen>,
) -> Result<StatusCode, Problem> {
    queue::reset(&cx, caller, one.id()?, named(chosen)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Remove requests from the queue.
///
/// All of them or none. They stay in other queues.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue/remove",
    operation_id = "removeRequests", tag = "transport", params(One), request_body = Chosen,
    responses((status = 204, description = "They are no longer in the queue."), Problem))]
async fn remove(
    Here(cx, caller): Here<Operate>,
    Path(one): Path<One>,
    Sent(chosen): Sent<Chosen>,
) -> Result<StatusCode, Problem> {
    queue::remove(&cx, caller, one.id()?, named(chosen)).await?;
    Ok(StatusCode::NO_CONTENT)
}
