//! Activities: what was asked, how far it is, what it led to.

use super::job::facts;
use crate::caller::Caller;
use crate::content::rights::ReadContent;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::activity::{ActivityState, ExportStage};
use model::{SubaccountId, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::activity::{ActivityRow, MessageRow};
use store::blob::BlobId;

/// What kind of content a resource is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum ContentKind {
    Package,
    Destination,
}

/// Where the archive goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Mode {
    TransportManagement,
    Download,
}

/// One resource that is to go.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ExportedResource {
    pub(super) kind: ContentKind,
    pub(super) id: String,
    pub(super) reg_id: Option<String>,
    /// GUID and name of the chosen components; all when empty.
    pub(super) components: Vec<(String, String)>,
    pub(super) after: Vec<String>,
}

/// What was asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ExportOptions {
    /// What the client called it.
    pub(super) client_id: Option<Value>,
    pub(super) mode: Mode,
    pub(super) description: String,
    pub(super) node: Option<String>,
    pub(super) destination: String,
    pub(super) owner: Option<String>,
    pub(super) resources: Vec<ExportedResource>,
}

/// The archive.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Archive {
    pub(super) digest: String,
    pub(super) size: u64,
    pub(super) name: String,
}

/// The node it goes to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Node {
    pub(super) name: String,
    /// Nodes right behind it.
    pub(super) successors: Vec<i64>,
}

/// Stored as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Detail {
    /// Of this form.
    pub(super) v: u32,
    pub(super) wish: ExportOptions,
    pub(super) node: Option<Node>,
    pub(super) archive: Option<Archive>,
    /// Id of the uploaded file: the `uri` of the request's entry.
    pub(super) file: Option<i64>,
    pub(super) request: Option<i64>,
    pub(super) request_url: Option<String>,
    pub(super) queues: Vec<String>,
}

/// A line of its log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its place.
    pub pos: i64,
    /// `INFO`, `WARNING`, `ERROR`.
    pub severity: String,
    /// For people.
    pub text: String,
    /// When.
    pub at: Time,
}

/// An activity as callers see it.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Its id; the process has the same.
    pub id: String,
    /// What the client called the export.
    pub client_id: Option<Value>,
    /// What the client calls itself.
    pub requestor: String,
    /// `INITIAL`, `RUNNING`, `FINISHED`, `ERROR`.
    pub state: String,
    /// In percent.
    pub progress: i64,
    /// When it began.
    pub started_at: Time,
    /// When it ended.
    pub ended_at: Option<Time>,
    /// The archive, once it is made.
    pub file: Option<String>,
    /// Transport request and where it can be seen.
    pub request: Option<(i64, String)>,
    /// Names of the nodes whose queues it came into.
    pub queues: Vec<String>,
}

pub(super) fn seen(row: &ActivityRow) -> Result<Activity> {
    let detail: Detail = serde_json::from_str(&row.detail)?;
    Ok(Activity {
        id: row.id.clone(),
        requestor: row.requestor.clone(),
        state: row.state.clone(),
        progress: progress(&row.state, &detail),
        started_at: Time(row.started_at),
        ended_at: row.ended_at.map(Time),
        file: detail.archive.map(|archive| archive.digest),
        request: detail.request.map(|id| (id, detail.request_url.unwrap_or_default())),
        queues: detail.queues,
        client_id: detail.wish.client_id,
    })
}

fn progress(state: &str, detail: &Detail) -> i64 {
    match state.parse() {
        Ok(ActivityState::Initial) => 0,
        Ok(ActivityState::Finished) => 100,
        _ => ExportStage::after(facts(detail)).unwrap_or(ExportStage::Export).progress(),
    }
}

/// An activity of the subaccount; one of another answers like one that does not exist.
pub(super) async fn must_find(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<ActivityRow> {
    let row = store::activity::find(tx, id).await?.filter(|row| row.subaccount == subaccount.text());
    row.ok_or_else(|| Error::not_found(format!("There is no operation '{id}'")))
}

/// One activity.
///
/// # Errors
/// `NotFound`.
pub async fn find(cx: &Cx, caller: &Caller<ReadContent>, id: &str) -> Result<Activity> {
    let (subaccount, id) = (caller.subaccount()?, id.to_owned());
    let row = cx.db.read(async move |tx| must_find(tx, subaccount, &id).await).await?;
    seen(&row)
}

/// The log of an activity, oldest line first.
///
/// # Errors
/// `NotFound`.
pub async fn messages(cx: &Cx, caller: &Caller<ReadContent>, id: &str) -> Result<Vec<Message>> {
    let (subaccount, id) = (caller.subaccount()?, id.to_owned());
    let rows = cx
        .db
        .read(async move |tx| {
            must_find(tx, subaccount, &id).await?;
            Ok::<_, Error>(store::activity::messages(tx, &id).await?)
        })
        .await?;
    let line = |row: MessageRow| Message { pos: row.pos, severity: row.severity, text: row.text, at: Time(row.at) };
    Ok(rows.into_iter().map(line).collect())
}

/// The newest activities, of all requestors or of one, and how many there are.
///
/// # Errors
/// Of the store.
pub async fn list(
    cx: &Cx,
    caller: &Caller<ReadContent>,
    requestor: Option<String>,
    limit: usize,
) -> Result<(i64, Vec<Activity>)> {
    let subaccount = caller.subaccount()?.text();
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let (count, rows) = cx
        .db
        .read(async move |tx| {
            let count = store::activity::count(tx, &subaccount, requestor.as_deref()).await?;
            let rows = match &requestor {
                Some(requestor) => store::activity::newest_of(tx, &subaccount, requestor, limit).await?,
                None => store::activity::newest(tx, &subaccount, limit).await?,
            };
            Ok::<_, Error>((count, rows))
        })
        .await?;
    Ok((count, rows.iter().map(seen).collect::<Result<_>>()?))
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
    let detail: Detail = serde_json::from_str(&row.detail)?;
    let archive = detail.archive.filter(|archive| archive.digest == file);
    let archive = archive.ok_or_else(|| Error::not_found(format!("Operation '{id}' has no file '{file}'")))?;
    let blob: BlobId =
        archive.digest.parse().map_err(|error| Error::internal("a stored digest is malformed").because(error))?;
    let reader = cx.blobs.reader(&blob).await?;
    Ok((archive.name, reader.file, reader.size))
}
