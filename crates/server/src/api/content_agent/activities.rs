//! Operations and activities. The id of an operation is that of its activity, for clients ask by either.

use super::error::Problem;
use super::view;
use crate::auth::At;
use axum::Json;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use engine::content::agent::activity;
use engine::content::rights::ReadContent;
use http::header;
use serde::Deserialize;
use tokio_util::io::ReaderStream;
use wire::content_agent::{Activities, Config, Logs, Operation};

/// How many activities are answered when the client does not say.
const PAGE: usize = 1000;

#[derive(Debug, Deserialize)]
pub(super) struct Options {
    messages: Option<String>,
    logs: Option<String>,
}

fn wished(option: Option<&String>) -> bool {
    option.is_some_and(|text| text.eq_ignore_ascii_case("true"))
}

pub(super) async fn operation(
    At(cx, caller): At<ReadContent>,
    Path(id): Path<String>,
    options: Result<Query<Options>, QueryRejection>,
) -> Result<Json<Operation>, Problem> {
    let Query(options) = options?;
    let found = activity::find(&cx, &caller, &id).await?;
    let messages = match wished(options.messages.as_ref()) {
        true => Some(activity::messages(&cx, &caller, &id).await?),
        false => None,
    };
    Ok(Json(view::operation(found, messages)))
}

pub(super) async fn logs(At(cx, caller): At<ReadContent>, Path(id): Path<String>) -> Result<Json<Logs>, Problem> {
    let messages = activity::messages(&cx, &caller, &id).await?;
    Ok(Json(Logs { logs: view::messages(messages) }))
}

pub(super) async fn config(
    At(cx, caller): At<ReadContent>,
    Path(id): Path<String>,
    options: Result<Query<Options>, QueryRejection>,
) -> Result<Json<Config>, Problem> {
    let Query(options) = options?;
    let found = activity::find(&cx, &caller, &id).await?;
    let logs = match wished(options.logs.as_ref()) {
        true => Some(activity::messages(&cx, &caller, &id).await?),
        false => None,
    };
    Ok(Json(view::config(found, logs)))
}

pub(super) async fn file(
    At(cx, caller): At<ReadContent>,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (name, file, size) = activity::file(&cx, &caller, &id, &file).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_LENGTH, size.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, Body::from_stream(ReaderStream::new(file))).into_response())
}

#[derive(Debug, Deserialize)]
pub(super) struct Listing {
    filters: Option<String>,
    top: Option<usize>,
}

/// The real service answers 400 while there is nothing; clients that know this also take an empty list.
pub(super) async fn list(
    At(cx, caller): At<ReadContent>,
    listing: Result<Query<Listing>, QueryRejection>,
) -> Result<Json<Activities>, Problem> {
    let Query(listing) = listing?;
    let requestor = view::requestor(&view::filter(listing.filters.as_deref())?)?;
    let (count, found) = activity::list(&cx, &caller, requestor, listing.top.unwrap_or(PAGE).min(PAGE)).await?;
    Ok(Json(Activities { count, activities: found.into_iter().map(view::activity).collect() }))
}
