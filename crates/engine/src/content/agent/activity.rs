//! Activities: what was asked, how far it is, what it led to.

use crate::caller::Caller;
use crate::content::rights::ReadContent;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::activity::{ActivityState, ExportDetail, ExportStage};
use model::{ActivityId, SubaccountId, Time};
use serde_json::Value;
use store::Tx;
use store::activity::Activity as Row;

pub use store::activity::Message;

/// An activity as callers see it.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Its id; the process has the same.
    pub id: ActivityId,
    /// What the client called the export.
    pub client_id: Option<Value>,
    /// What the client calls itself.
    pub requestor: String,
    /// How it stands.
    pub state: ActivityState,
    /// In percent.
    pub progress: i64,
    pub started_at: Time,
    pub ended_at: Option<Time>,
    /// The archive, once it is made.
    pub file: Option<String>,
    /// Transport request and where it can be seen.
    pub request: Option<(i64, String)>,
    /// Names of the nodes whose queues it came into.
    pub queues: Vec<String>,
}

pub(in crate::content) fn seen(row: Row) -> Activity {
    let detail = row.detail;
    Activity {
        id: row.id,
        requestor: row.requestor,
        state: row.state,
        progress: progress(row.state, &detail),
        started_at: row.started_at,
        ended_at: row.ended_at,
        file: detail.archive.map(|archive| archive.digest.to_string()),
        request: detail.request.map(|id| (id, detail.request_url.unwrap_or_default())),
        queues: detail.queues,
        client_id: detail.wish.client_id,
    }
}

fn progress(state: ActivityState, detail: &ExportDetail) -> i64 {
    match state {
        ActivityState::Initial => 0,
        ActivityState::Finished => 100,
        _ => ExportStage::after(detail.facts()).unwrap_or(ExportStage::Export).progress(),
    }
}

/// An activity of the subaccount; one of another answers like one that does not exist.
pub(in crate::content) async fn must_find(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<Row> {
    let missing = || Error::not_found(format!("There is no operation '{id}'"));
    let row = store::activity::find(tx, id.parse().map_err(|_| missing())?).await?;
    row.filter(|row| row.subaccount == subaccount).ok_or_else(missing)
}

/// The subaccount that has the request of an activity of this server, of whichever subaccount the activity is.
pub(in crate::content) async fn place(cx: &Cx, id: &str) -> Result<Option<SubaccountId>> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::activity::find(tx, id).await?)).await?;
    Ok(row.and_then(|row| row.detail.place))
}

/// One activity.
///
/// # Errors
/// `NotFound`.
pub async fn find(cx: &Cx, caller: &Caller<ReadContent>, id: &str) -> Result<Activity> {
    let (subaccount, id) = (caller.subaccount()?, id.to_owned());
    Ok(seen(cx.db.read(async move |tx| must_find(tx, subaccount, &id).await).await?))
}

/// The log of an activity, oldest line first.
///
/// # Errors
/// `NotFound`.
pub async fn messages(cx: &Cx, caller: &Caller<ReadContent>, id: &str) -> Result<Vec<Message>> {
    let (subaccount, id) = (caller.subaccount()?, id.to_owned());
    cx.db
        .read(async move |tx| {
            let row = must_find(tx, subaccount, &id).await?;
            Ok(store::activity::messages(tx, row.id).await?)
        })
        .await
}

/// The newest activities, of all requestors or of one, and how many there are.
pub async fn list(
    cx: &Cx,
    caller: &Caller<ReadContent>,
    requestor: Option<String>,
    limit: usize,
) -> Result<(i64, Vec<Activity>)> {
    let subaccount = caller.subaccount()?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let (count, rows) = cx
        .db
        .read(async move |tx| {
            let count = store::activity::count(tx, subaccount, requestor.as_deref()).await?;
            let rows = match &requestor {
                Some(requestor) => store::activity::newest_of(tx, subaccount, requestor, limit).await?,
                None => store::activity::newest(tx, subaccount, limit).await?,
            };
            Ok::<_, Error>((count, rows))
        })
        .await?;
    Ok((count, rows.into_iter().map(seen).collect()))
}

/// The archive of an activity.
///
/// # Errors
/// `NotFound`.
pub async fn file(
    cx: &Cx,
    caller: &Caller<ReadContent>,
    id: &str,
    file: &str,
) -> Result<(String, tokio::fs::File, u64)> {
    let (subaccount, key) = (caller.subaccount()?, id.to_owned());
    let row = cx.db.read(async move |tx| must_find(tx, subaccount, &key).await).await?;
    let archive = row.detail.archive.filter(|archive| archive.digest.as_str() == file);
    let archive = archive.ok_or_else(|| Error::not_found(format!("Operation '{id}' has no file '{file}'")))?;
    let reader = cx.blobs.reader(&archive.digest).await?;
    Ok((archive.name, reader.file, reader.size))
}
