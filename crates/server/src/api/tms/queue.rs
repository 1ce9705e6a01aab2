//! Reading queues. Without `top` the whole queue is answered, page by page as it is read, so that its length costs no
//! memory; `top` and `after` (a position) are ours.

use super::error::Problem;
use super::read::Query;
use super::{read, view};
use crate::auth::Auth;
use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use engine::transport::queue::{self, Filter, Queued};
use engine::transport::right::Display;
use engine::{Caller, Cx, Error};
use futures_util::stream::{self, Stream};
use http::header::CONTENT_TYPE;
use model::queue::Status;
use model::{NodeId, Time};
use std::time::Duration;
use wire::tms::{Tracking, TransportRequest, TransportRequests};

/// How many entries are read at a time.
const PAGE: i64 = 500;
const DATE: &str = "%Y-%m-%dT%H:%M:%S%.3fZ";

/// What is asked of a queue.
#[derive(Clone)]
struct Wanted {
    node: NodeId,
    filter: Filter,
}

pub(super) async fn list(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(node): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = read::query(raw.as_deref());
    let wanted = Wanted { node: read::id(&node)?, filter: filter(&query)? };
    let (top, after) = (number(&query, "top")?, number(&query, "after")?.unwrap_or(0));
    let limit = top.unwrap_or(PAGE);
    let first = queue::page(&cx, caller.clone(), wanted.node, wanted.filter.clone(), after, limit).await?;
    let more = top.is_none() && first.len() == usize::try_from(PAGE).unwrap_or_default();
    if more {
        let body = Body::from_stream(whole(cx, caller, wanted, first));
        return Ok(([(CONTENT_TYPE, "application/json")], body).into_response());
    }
    let transport_requests = first.iter().map(view::queued).collect();
    Ok(Json(TransportRequests { transport_requests }).into_response())
}

pub(super) async fn one(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path((node, request)): Path<(String, String)>,
) -> Result<Json<TransportRequest>, Problem> {
    let queued = queue::get(&cx, caller, read::id(&node)?, read::id(&request)?).await?;
    Ok(Json(view::queued(&queued)))
}

pub(super) async fn track(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(request): Path<String>,
) -> Result<Json<Tracking>, Problem> {
    let tracked = queue::track(&cx, caller, read::id(&request)?).await?;
    Ok(Json(view::tracking(&tracked)))
}

fn filter(query: &Query) -> Result<Filter, Error> {
    let codes = query.all("status").ok_or_else(|| {
        Error::invalid("the query parameter status is missing; name one or more of in,ru,re,su,sk,wa,er,fa,de")
    })?;
    let status = |code: &str| {
        Status::from_code(code)
            .ok_or_else(|| Error::invalid(format!("'{code}' is no status; known are in,ru,re,su,sk,wa,er,fa,de")))
    };
    let codes = codes.split(',').map(str::trim).filter(|code| !code.is_empty());
    let last = |time: Time| time.plus(Duration::from_micros(999));
    Ok(Filter {
        statuses: codes.map(status).collect::<Result<_, _>>()?,
        created_from: date(query, "createdAtFrom")?,
        created_to: date(query, "createdAtTo")?.map(last),
        queued_from: date(query, "queuedAtFrom")?,
        queued_to: date(query, "queuedAtTo")?.map(last),
        owner: query.get("owner").map(str::to_owned),
    })
}

/// Exactly `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'`.
fn date(query: &Query, name: &str) -> Result<Option<Time>, Error> {
    let Some(text) = query.get(name) else { return Ok(None) };
    let time = Time::parse_rfc3339(text).filter(|time| time.format(DATE) == text);
    let wrong = || Error::invalid(format!("{name} must have the form yyyy-MM-ddTHH:mm:ss.SSSZ, '{text}' has not"));
    time.map(Some).ok_or_else(wrong)
}

fn number(query: &Query, name: &str) -> Result<Option<i64>, Error> {
    let Some(text) = query.get(name) else { return Ok(None) };
    let number = text.parse().ok().filter(|number: &i64| *number >= 0);
    number.map(Some).ok_or_else(|| Error::invalid(format!("{name} must be a number, '{text}' is not")))
}

/// How far the streaming of a queue is.
enum At {
    First(Vec<Queued>),
    After(i64),
    End,
}

/// The whole queue as JSON. An entry that is moved to the end meanwhile may come twice, as it would in two pages.
fn whole(
    cx: Cx,
    caller: Caller<Display>,
    wanted: Wanted,
    first: Vec<Queued>,
) -> impl Stream<Item = Result<Bytes, std::io::Error>> {
    stream::unfold(At::First(first), move |at| {
        let (cx, caller, wanted) = (cx.clone(), caller.clone(), wanted.clone());
        async move {
            let (page, opening) = match at {
                At::End => return None,
                At::First(page) => (page, true),
                At::After(pos) => match queue::page(&cx, caller, wanted.node, wanted.filter, pos, PAGE).await {
                    Ok(page) => (page, false),
                    Err(error) => return Some((Err(std::io::Error::other(error.chain())), At::End)),
                },
            };
            Some(piece(&page, opening))
        }
    })
}

fn piece(page: &[Queued], opening: bool) -> (Result<Bytes, std::io::Error>, At) {
    let mut text = Vec::with_capacity(page.len() * 400);
    for (index, queued) in page.iter().enumerate() {
        let before: &[u8] = match (index, opening) {
            (0, true) => b"{\"transportRequests\":[",
            _ => b",",
        };
        text.extend_from_slice(before);
        if let Err(error) = serde_json::to_writer(&mut text, &view::queued(queued)) {
            return (Err(error.into()), At::End);
        }
    }
    match page.last() {
        Some(last) => (Ok(text.into()), At::After(last.pos)),
        None => (Ok(Bytes::from_static(b"]}")), At::End),
    }
}
