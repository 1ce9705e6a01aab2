//! Exports, and how they went.

use crate::caller::{Caller, Can};
use crate::content::agent::activity::{self, Message, must_find};
use crate::content::agent::resources::content_type;
use crate::content::page::key::Key;
use crate::content::place::{self, Place};
use crate::content::rights::ReadContent;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::SubaccountId;
use model::activity::{Archive, ExportMode, ExportedResource};
use std::collections::BTreeMap;
use store::activity::Activity as Row;

/// What is looked for; an empty text looks for anything.
#[derive(Debug, Clone)]
pub struct Search {
    /// In who asked for it, whatever its case.
    pub text: String,
    /// The word of a state.
    pub state: String,
    pub behind: Key,
    pub limit: i64,
}

/// An activity in a list.
#[derive(Debug, Clone)]
pub struct Line {
    pub activity: activity::Activity,
    /// The person or client.
    pub started_by: String,
    pub description: String,
    /// Names of what was asked for.
    pub contents: Vec<String>,
    /// Where the transport request is.
    pub place: Option<Place>,
    /// Where the archive goes.
    pub mode: ExportMode,
}

/// Activities that fit, the newest first.
///
/// # Errors
/// Of the store.
pub async fn activities(cx: &Cx, caller: &Caller<ReadContent>, wish: Search) -> Result<Vec<Line>> {
    let subaccount = caller.subaccount()?;
    let read = cx.db.report(async move |tx| {
        let Search { text, state, behind, limit } = wish;
        Ok(store::activity::behind(tx, subaccount, (behind.at, &behind.id), (&state, &text), limit).await?)
    });
    let found: Result<Vec<Row>> = read.await;
    let rows = found?;
    let subdomains = place::subdomains(cx, rows.iter().filter_map(|row| row.detail.place)).await?;
    Ok(rows.into_iter().map(|row| line(row, &subdomains)).collect())
}

fn line(row: Row, subdomains: &BTreeMap<SubaccountId, String>) -> Line {
    let detail = &row.detail;
    let url = detail.request_url.as_deref().unwrap_or_default();
    Line {
        started_by: row.started_by.clone(),
        description: detail.wish.description.clone(),
        contents: detail.wish.resources.iter().map(|wanted| wanted.id.clone()).collect(),
        place: detail.request.and_then(|_| place::place(detail.place, url, subdomains)),
        mode: detail.wish.mode,
        activity: activity::seen(row),
    }
}

/// An activity with all that is known of it.
#[derive(Debug, Clone)]
pub struct Details {
    pub line: Line,
    /// What was asked for: type, id, names of chosen components (all when empty).
    pub resources: Vec<(&'static str, String, Vec<String>)>,
    /// The node the request starts from.
    pub node: Option<String>,
    pub archive: Option<Archive>,
    pub can: Can,
}

/// One activity.
///
/// # Errors
/// `NotFound`.
pub async fn activity(cx: &Cx, caller: &Caller<ReadContent>, id: &str) -> Result<Details> {
    let row = row(cx, caller, id).await?;
    let subdomains = place::subdomains(cx, row.detail.place.into_iter()).await?;
    let detail = &row.detail;
    let asked = |one: &ExportedResource| {
        let parts = one.components.iter().map(|(_, name)| name.clone()).collect();
        (content_type(one.kind), one.id.clone(), parts)
    };
    let download = match detail.archive {
        Some(_) => Ok(()),
        None if row.ended_at.is_some() => Err("no archive was made; the log says why".to_owned()),
        None => Err("the archive is not made yet".to_owned()),
    };
    Ok(Details {
        resources: detail.wish.resources.iter().map(asked).collect(),
        node: detail.node.as_ref().map(|node| node.name.clone()).or_else(|| detail.wish.node.clone()),
        archive: detail.archive.clone(),
        can: vec![("download", download)],
        line: line(row, &subdomains),
    })
}

async fn row(cx: &Cx, caller: &Caller<ReadContent>, id: &str) -> Result<Row> {
    let (subaccount, id) = (caller.subaccount()?, id.to_owned());
    cx.db.read(async move |tx| must_find(tx, subaccount, &id).await).await
}

/// What was said behind a line of the log, the oldest first.
///
/// # Errors
/// `NotFound`.
pub async fn log(cx: &Cx, caller: &Caller<ReadContent>, id: &str, (after, limit): (i64, i64)) -> Result<Vec<Message>> {
    let (subaccount, id) = (caller.subaccount()?, id.to_owned());
    cx.db
        .read(async move |tx| {
            let row = must_find(tx, subaccount, &id).await?;
            Ok(store::activity::messages_behind(tx, row.id, after, limit).await?)
        })
        .await
}

/// The archive of an activity: its name, what it is read from, bytes.
///
/// # Errors
/// `NotFound`, also while there is none.
pub async fn archive(cx: &Cx, caller: &Caller<ReadContent>, id: &str) -> Result<(String, tokio::fs::File, u64)> {
    let row = row(cx, caller, id).await?;
    let none = || Error::not_found(format!("activity '{id}' has made no archive"));
    let digest = row.detail.archive.ok_or_else(none)?.digest.to_string();
    activity::file(cx, caller, id, &digest).await
}
