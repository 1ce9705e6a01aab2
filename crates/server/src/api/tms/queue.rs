//! Reading queues.

use super::error::Problem;
use super::paging::{self, Page, Window};
use super::read::Query;
use super::{read, view};
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use engine::Error;
use engine::transport::queue::{self, Filter, Span};
use engine::transport::right::Display;
use model::Time;
use model::queue::Status;
use std::time::Duration;
use wire::tms::{Tracking, TransportRequests};

const DATE: &str = "%Y-%m-%dT%H:%M:%S%.3fZ";

pub(super) async fn list(
    at: At<Display>,
    Path(node): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = read::query(raw.as_deref());
    let (node, filter) = (read::id(&node)?, filter(&query)?);
    let next = move |At(cx, caller): At<Display>, after, limit| {
        let filter = filter.clone();
        async move {
            let found = queue::page(&cx, caller, node, filter, Span { after, limit }, view::queued()).await?;
            Ok(Page::written(found.text, found.ends.len(), found.ends.last().map_or(after, |(pos, _)| *pos)))
        }
    };
    let frame = TransportRequests { transport_requests: Vec::new() };
    paging::list(at, &frame, Window::asked(&query)?, next).await
}

pub(super) async fn one(
    At(cx, caller): At<Display>,
    Path((node, request)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let mut text = queue::get(&cx, caller, read::id(&node)?, read::id(&request)?, view::queued()).await?;
    // Behind each there is a comma.
    text.pop();
    Ok(paging::json(text))
}

pub(super) async fn track(At(cx, caller): At<Display>, Path(request): Path<String>) -> Result<Json<Tracking>, Problem> {
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
        text: String::new(),
    })
}

/// Exactly `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'`.
fn date(query: &Query, name: &str) -> Result<Option<Time>, Error> {
    let Some(text) = query.get(name) else { return Ok(None) };
    let time = Time::parse_rfc3339(text).filter(|time| time.format(DATE) == text);
    let wrong = || Error::invalid(format!("{name} must have the form yyyy-MM-ddTHH:mm:ss.SSSZ, '{text}' has not"));
    time.map(Some).ok_or_else(wrong)
}
