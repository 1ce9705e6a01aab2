//! Import queues: which requests are in which, in what order and status.

use crate::error::{Error, Result};
use crate::request::{Request, RequestRow, entries};
use crate::sql::Value;
use crate::tx::Tx;
use crate::{dialect, p, record};
use model::import::Candidate;
use model::node::ForwardMode;
use model::queue::{Placement, Status};
use model::{NodeId, NodeName, QueueId, RequestId, SubaccountId, Time};
use std::collections::BTreeMap;

fn status(id: i64, text: &str) -> Result<Status> {
    text.parse().map_err(|e| Error::corrupt("queue_entry", id, e))
}

fn list(requests: &[RequestId]) -> String {
    let numbers: Vec<String> = requests.iter().map(ToString::to_string).collect();
    format!("[{}]", numbers.join(","))
}

record! {
    struct CandidateRow {
        id: i64,
        request: i64,
        status: String,
        pos: i64,
        again: bool,
        description: String,
        content_type: String,
        storage_type: String,
        entries: String,
    }
}

impl CandidateRow {
    fn parse(self) -> Result<Candidate> {
        let corrupt = |what: String| Error::corrupt("request", self.request, what);
        Ok(Candidate {
            queue: QueueId(self.id),
            request: RequestId(self.request),
            content_type: self.content_type.parse().map_err(|e| corrupt(format!("{e}")))?,
            storage_type: self.storage_type.parse().map_err(|e| corrupt(format!("{e}")))?,
            entries: entries(&self.entries).map_err(|e| corrupt(format!("{e}")))?,
            status: status(self.id, &self.status)?,
            description: self.description,
            pos: self.pos,
        })
    }
}

const IMPORTABLE: &str = "select q.id, q.request, q.status, q.pos, q.again, r.description, r.content_type, \
    r.storage_type, r.entries from queue_entry q join request r on r.id = q.request \
    where q.node = $1 and q.status in ('initial', 'repeat', 'fatal') order by q.pos";

/// Everything an import of all would take, in the order of the queue.
pub async fn importable(tx: &mut Tx, node: NodeId) -> Result<Vec<Candidate>> {
    let rows: Vec<CandidateRow> = tx.query(IMPORTABLE, p![node.get()]).await?;
    rows.into_iter().map(CandidateRow::parse).collect()
}

/// Those of the named requests that are in the queue, in its order.
pub async fn named(tx: &mut Tx, node: NodeId, requests: &[RequestId]) -> Result<Vec<Candidate>> {
    let rows: Vec<CandidateRow> = tx.query(dialect::QUEUE_NAMED, p![node.get(), list(requests)]).await?;
    rows.into_iter().map(CandidateRow::parse).collect()
}

/// Status of those of the requests that are in the queue, and whether each arrived again while running.
pub async fn present(tx: &mut Tx, node: NodeId, requests: &[RequestId]) -> Result<BTreeMap<RequestId, (Status, bool)>> {
    let rows: Vec<(i64, String, bool)> = tx.query(dialect::QUEUE_PRESENT, p![node.get(), list(requests)]).await?;
    rows.into_iter().map(|(id, text, again)| Ok((RequestId(id), (status(id, &text)?, again)))).collect()
}

/// Gives requests a status.
pub async fn set_status(tx: &mut Tx, node: NodeId, requests: &[RequestId], to: Status, now: Time) -> Result<()> {
    if requests.is_empty() {
        return Ok(());
    }
    tx.execute(dialect::QUEUE_SET_STATUS, p![node.get(), list(requests), to.word(), now.micros()]).await.map(drop)
}

const INSERT: &str = "insert into queue_entry (id, node, request, status, pos, again, queued_at, changed_at) \
    values ($1, $2, $3, $4, $5, false, $6, $6)";
const MOVE: &str = "update queue_entry set status = $3, pos = $4, again = $5, queued_at = $6, changed_at = $6 \
    where node = $1 and request = $2";

/// Puts requests where the rules placed them. The queue must be held. Answers the ids of new entries.
pub async fn place(tx: &mut Tx, node: NodeId, placed: &[Placement], now: Time) -> Result<Vec<(RequestId, QueueId)>> {
    let mut ids = Vec::new();
    for chunk in placed.chunks(200) {
        let (mut new, mut moved) = (Vec::new(), Vec::new());
        for p in chunk {
            if p.is_new {
                let id = tx.next_id();
                ids.push((p.request, QueueId(id)));
                new.push(p![id, node.get(), p.request.get(), p.status.word(), p.pos, now.micros()]);
            } else {
                moved.push(p![node.get(), p.request.get(), p.status.word(), p.pos, p.again, now.micros()]);
            }
        }
        if !new.is_empty() {
            tx.execute_many(INSERT, &new).await?;
        }
        if !moved.is_empty() {
            tx.execute_many(MOVE, &moved).await?;
        }
    }
    Ok(ids)
}

/// An entry of a queue with its request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// Its status.
    pub status: Status,
    /// Its place.
    pub pos: i64,
    /// When it came, or was moved to the end.
    pub queued_at: Time,
    /// The request.
    pub request: Request,
}

record! {
    struct QueuedRow {
        queue: i64,
        status: String,
        pos: i64,
        queued_at: i64,
        id: i64,
        description: String,
        origin: String,
        content_type: String,
        storage_type: String,
        entries: String,
        created_at: i64,
        created_by: String,
        named_user: Option<String>,
    }
}

impl QueuedRow {
    fn parse(self) -> Result<Queued> {
        let (at, pos) = (Time(self.queued_at), self.pos);
        let status = status(self.queue, &self.status)?;
        let row = RequestRow {
            id: self.id,
            description: self.description,
            origin: self.origin,
            content_type: self.content_type,
            storage_type: self.storage_type,
            entries: self.entries,
            created_at: self.created_at,
            created_by: self.created_by,
            named_user: self.named_user,
        };
        Ok(Queued { status, pos, queued_at: at, request: row.parse()? })
    }
}

/// Which entries of a queue are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// In one of these.
    pub statuses: Vec<Status>,
    /// Made from then on.
    pub created_from: Option<Time>,
    /// Made until then.
    pub created_to: Option<Time>,
    /// Queued from then on.
    pub queued_from: Option<Time>,
    /// Queued until then.
    pub queued_to: Option<Time>,
    /// Made by them.
    pub owner: Option<String>,
}

const PAGE: &str = "select q.id as queue, q.status, q.pos, q.queued_at, r.id, r.description, r.origin, \
    r.content_type, r.storage_type, r.entries, r.created_at, r.created_by, r.named_user \
    from queue_entry q join request r on r.id = q.request where q.node = $1 and q.pos > $2 \
    and q.queued_at between $4 and $5 and r.created_at between $6 and $7 and ($8 = '' or r.created_by = $8) \
    order by q.pos limit $3";
const PAGE_OF_STATUS: &str = "select q.id as queue, q.status, q.pos, q.queued_at, r.id, r.description, r.origin, \
    r.content_type, r.storage_type, r.entries, r.created_at, r.created_by, r.named_user \
    from queue_entry q join request r on r.id = q.request where q.node = $1 and q.status = $9 and q.pos > $2 \
    and q.queued_at between $4 and $5 and r.created_at between $6 and $7 and ($8 = '' or r.created_by = $8) \
    order by q.pos limit $3";

/// The next entries behind a place, in the order of the queue. Each status is read by itself along its index and the
/// pages are merged, so that neither the depth nor what the filter leaves out costs anything.
pub async fn page(tx: &mut Tx, node: NodeId, filter: &Filter, after: i64, limit: i64) -> Result<Vec<Queued>> {
    let mut rows: Vec<QueuedRow> = Vec::new();
    if Status::ALL.iter().all(|status| filter.statuses.contains(status)) {
        rows = tx.query(PAGE, page_params(node, filter, after, limit).into()).await?;
    } else {
        for status in Status::ALL.into_iter().filter(|status| filter.statuses.contains(status)) {
            let mut params = page_params(node, filter, after, limit);
            params.push(status.word().into());
            rows.extend(tx.query::<QueuedRow>(PAGE_OF_STATUS, params.into()).await?);
        }
        rows.sort_unstable_by_key(|row| row.pos);
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    rows.into_iter().map(QueuedRow::parse).collect()
}

fn page_params(node: NodeId, filter: &Filter, after: i64, limit: i64) -> Vec<Value<'_>> {
    let low = |time: Option<Time>| Value::from(time.map_or(i64::MIN, Time::micros));
    let high = |time: Option<Time>| Value::from(time.map_or(i64::MAX, Time::micros));
    vec![
        node.get().into(),
        after.into(),
        limit.into(),
        low(filter.queued_from),
        high(filter.queued_to),
        low(filter.created_from),
        high(filter.created_to),
        filter.owner.as_deref().unwrap_or_default().into(),
    ]
}

const ONE: &str = "select q.id as queue, q.status, q.pos, q.queued_at, r.id, r.description, r.origin, \
    r.content_type, r.storage_type, r.entries, r.created_at, r.created_by, r.named_user \
    from queue_entry q join request r on r.id = q.request where q.node = $1 and q.request = $2";

/// One entry of a queue.
pub async fn one(tx: &mut Tx, node: NodeId, request: RequestId) -> Result<Option<Queued>> {
    tx.query_opt::<QueuedRow>(ONE, p![node.get(), request.get()]).await?.map(QueuedRow::parse).transpose()
}

/// Where a request is: one queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// The node.
    pub node: NodeId,
    /// Its name.
    pub name: NodeName,
    /// Its forward mode.
    pub forward_mode: ForwardMode,
    /// The request's status there.
    pub status: Status,
    /// Its place there.
    pub pos: i64,
    /// Since when.
    pub queued_at: Time,
}

record! {
    struct TrackRow {
        node: i64,
        name: String,
        forward_mode: String,
        status: String,
        pos: i64,
        queued_at: i64,
    }
}

const TRACK: &str = "select q.node, n.name, n.forward_mode, q.status, q.pos, q.queued_at \
    from queue_entry q join node n on n.id = q.node where q.request = $1 order by q.id";

/// All queues a request is in.
pub async fn tracks(tx: &mut Tx, request: RequestId) -> Result<Vec<Track>> {
    let rows: Vec<TrackRow> = tx.query(TRACK, p![request.get()]).await?;
    let parse = |row: TrackRow| {
        Ok(Track {
            node: NodeId(row.node),
            name: NodeName(row.name),
            forward_mode: row.forward_mode.parse().map_err(|e| Error::corrupt("node", row.node, e))?,
            status: status(row.node, &row.status)?,
            pos: row.pos,
            queued_at: Time(row.queued_at),
        })
    };
    rows.into_iter().map(parse).collect()
}

const COUNT: &str = "select count(*) from queue_entry where node = $1 and status = $2";

/// How many entries of a queue are in a status.
pub async fn count(tx: &mut Tx, node: NodeId, status: Status) -> Result<i64> {
    tx.query_one(COUNT, p![node.get(), status.word()]).await
}

const DELETE_OF_NODE: &str = "delete from queue_entry where node = $1";

/// Empties the queue of a node that goes away.
pub async fn delete_of_node(tx: &mut Tx, node: NodeId) -> Result<()> {
    tx.execute(DELETE_OF_NODE, p![node.get()]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from queue_entry where node in (select id from node where subaccount = $1)";

/// Empties all queues of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount.0]).await.map(drop)
}
