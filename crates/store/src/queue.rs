//! Import queues: which requests are in which, in what order and status.

use crate::error::{Error, Result};
use crate::row::Row;
use crate::sql::Value;
use crate::tx::Tx;
use crate::{dialect, p, record, row_of, sql, text};
use model::import::Candidate;
use model::node::ForwardMode;
use model::queue::{Placement, Status};
use model::request::{ContentType, Entry, StorageType};
use model::{NodeId, NodeName, QueueId, RequestId, SubaccountId, Time};
use std::collections::BTreeMap;

fn list(requests: &[RequestId]) -> String {
    let numbers: Vec<String> = requests.iter().map(ToString::to_string).collect();
    format!("[{}]", numbers.join(","))
}

row_of! {
    Candidate {
        queue: QueueId,
        request: RequestId,
        description: String,
        content_type: ContentType,
        storage_type: StorageType,
        entries: Vec<Entry>,
        status: Status,
        pos: i64,
    }
}

const IMPORTABLE: &str =
    text!(dialect::CANDIDATES, "where q.node = $1 and q.status in ('initial', 'repeat', 'fatal') order by q.pos");

/// Everything an import of all would take, in the order of the queue.
pub async fn importable(tx: &mut Tx, node: NodeId) -> Result<Vec<Candidate>> {
    tx.query(IMPORTABLE, p![node]).await
}

/// Those of the named requests that are in the queue, in its order.
pub async fn named(tx: &mut Tx, node: NodeId, requests: &[RequestId]) -> Result<Vec<Candidate>> {
    tx.query(dialect::QUEUE_NAMED, p![node, list(requests)]).await
}

/// Status of those of the requests that are in the queue, and whether each arrived again while running.
pub async fn present(tx: &mut Tx, node: NodeId, requests: &[RequestId]) -> Result<BTreeMap<RequestId, (Status, bool)>> {
    let rows: Vec<(RequestId, Status, bool)> = tx.query(dialect::QUEUE_PRESENT, p![node, list(requests)]).await?;
    Ok(rows.into_iter().map(|(id, status, again)| (id, (status, again))).collect())
}

/// Gives requests a status.
pub async fn set_status(tx: &mut Tx, node: NodeId, requests: &[RequestId], to: Status, now: Time) -> Result<()> {
    if requests.is_empty() {
        return Ok(());
    }
    tx.execute(dialect::QUEUE_SET_STATUS, p![node, list(requests), to, now]).await.map(drop)
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
                new.push(p![id, node, p.request, p.status, p.pos, now]);
            } else {
                moved.push(p![node, p.request, p.status, p.pos, p.again, now]);
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

/// An entry of a queue with its request, as it lies in the row being read: what is only passed on is neither copied
/// nor looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued<'r> {
    pub status: Status,
    pub pos: i64,
    /// When it came, or was moved to the end.
    pub queued_at: Time,
    pub request: RequestId,
    pub description: &'r str,
    /// Name of the node where it entered the landscape.
    pub origin: &'r str,
    pub entries: QueuedEntries<'r>,
    pub created_at: Time,
    /// By whom.
    pub created_by: &'r str,
    /// On whose behalf.
    pub named_user: Option<&'r str>,
}

/// What a request carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueuedEntries<'r> {
    /// As lists show it: handed in when the request was made.
    Shown(&'r str),
    /// Of a request that an older release made: content type, storage type, and [`Entries`](model::request::Entries) as JSON.
    Stored(&'r str, &'r str, &'r str),
}

const QUEUED: [&str; 14] = [
    "queue",
    "status",
    "pos",
    "queued_at",
    "id",
    "description",
    "origin",
    "content_type",
    "storage_type",
    "entries",
    "shown",
    "created_at",
    "created_by",
    "named_user",
];

impl<'r> Queued<'r> {
    fn read(row: &'r Row<'_>) -> Result<Self> {
        row.expect_columns(&QUEUED)?;
        let id = row.get(4)?;
        let missing = |column: usize| Error::corrupt("request", id, format!("{} is missing", QUEUED[column]));
        let text = |column: usize| row.text(column)?.ok_or_else(|| missing(column));
        let entries = match row.text(10)? {
            Some(shown) => QueuedEntries::Shown(shown),
            None => QueuedEntries::Stored(text(7)?, text(8)?, text(9)?),
        };
        Ok(Self {
            status: text(1)?.parse().map_err(|e| Error::corrupt("queue_entry", id, e))?,
            pos: row.get(2)?,
            queued_at: Time(row.get(3)?),
            request: RequestId(id),
            description: text(5)?,
            origin: text(6)?,
            entries,
            created_at: Time(row.get(11)?),
            created_by: text(12)?,
            named_user: row.text(13)?,
        })
    }
}

/// Which entries of a queue are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub statuses: Vec<Status>,
    /// Made from then on.
    pub created_from: Option<Time>,
    /// Made until then.
    pub created_to: Option<Time>,
    pub queued_from: Option<Time>,
    /// Queued until then.
    pub queued_to: Option<Time>,
    /// Made by them.
    pub owner: Option<String>,
    /// That have this in description, entry node or owner, in whatever case, or whose whole number it is; empty: all.
    pub text: String,
}

const OF_QUEUE: &str = "select q.id as queue, q.status, q.pos, q.queued_at, r.id, r.description, r.origin, \
    r.content_type, r.storage_type, r.entries, r.shown, r.created_at, r.created_by, r.named_user \
    from queue_entry q join request r on r.id = q.request where q.node = $1 ";
const BEHIND: &str = "and q.pos > $2 \
    and q.queued_at between $4 and $5 and r.created_at between $6 and $7 and ($8 = '' or r.created_by = $8) \
    and ($9 = '' or lower(r.description) like $9 escape '!' or lower(r.origin) like $9 escape '!' \
    or lower(coalesce(r.named_user, r.created_by)) like $9 escape '!' or r.id = $10) ";
const PAGE: &str = text!(OF_QUEUE, BEHIND, "order by q.pos limit $3");
const PAGE_OF_STATUS: &str = text!(OF_QUEUE, BEHIND, "and q.status = $11 order by q.pos limit $3");

/// The next entries behind a place, in the order of the queue, as `write` adds each to a text. Each status is read by
/// itself along its index and the pages are merged, so that neither the depth nor what the filter leaves out costs
/// anything.
pub async fn page(
    tx: &mut Tx,
    node: NodeId,
    filter: &Filter,
    Span { after, limit }: Span,
    mut write: impl FnMut(&Queued<'_>, &mut Vec<u8>) -> Result<()> + Send,
) -> Result<Written> {
    let mut written = Written::default();
    let mut take = |row: &Row<'_>| {
        let queued = Queued::read(row)?;
        write(&queued, &mut written.text)?;
        written.ends.push((queued.pos, written.text.len()));
        Ok(())
    };
    if Status::ALL.iter().all(|status| filter.statuses.contains(status)) {
        tx.visit(PAGE.into(), page_params(node, filter, after, limit).into(), &mut take).await?;
        return Ok(written);
    }
    for status in Status::ALL.into_iter().filter(|status| filter.statuses.contains(status)) {
        let mut params = page_params(node, filter, after, limit);
        params.push(status.word().into());
        tx.visit(PAGE_OF_STATUS.into(), params.into(), &mut take).await?;
    }
    Ok(written.in_order(usize::try_from(limit).unwrap_or(usize::MAX)))
}

/// Things that were written one behind the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    pub text: Vec<u8>,
    /// The place of each in the queue, and where it ends in the text.
    pub ends: Vec<(i64, usize)>,
}

impl Written {
    fn in_order(self, limit: usize) -> Self {
        if self.ends.len() <= limit && self.ends.is_sorted() {
            return self;
        }
        let begins = std::iter::once(0).chain(self.ends.iter().map(|(_, end)| *end));
        let mut parts: Vec<_> = begins.zip(&self.ends).map(|(begin, (pos, end))| (*pos, begin..*end)).collect();
        parts.sort_unstable_by_key(|(pos, _)| *pos);
        let mut ordered = Self::default();
        for (pos, part) in parts.into_iter().take(limit) {
            ordered.text.extend_from_slice(&self.text[part]);
            ordered.ends.push((pos, ordered.text.len()));
        }
        ordered
    }
}

/// A part of a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// It begins behind this place.
    pub after: i64,
    /// It has at most so many.
    pub limit: i64,
}

fn page_params(node: NodeId, filter: &Filter, after: i64, limit: i64) -> Vec<Value<'_>> {
    let low = |time: Option<Time>| Value::from(time.map_or(i64::MIN, Time::micros));
    let high = |time: Option<Time>| Value::from(time.map_or(i64::MAX, Time::micros));
    vec![
        node.into(),
        after.into(),
        limit.into(),
        low(filter.queued_from),
        high(filter.queued_to),
        low(filter.created_from),
        high(filter.created_to),
        filter.owner.as_deref().unwrap_or_default().into(),
        sql::holding(&filter.text).into(),
        sql::whole_number(&filter.text).into(),
    ]
}

const ONE: &str = text!(OF_QUEUE, "and q.request = $2");

/// One entry of a queue, as `write` adds it to a text.
pub async fn one(
    tx: &mut Tx,
    node: NodeId,
    request: RequestId,
    mut write: impl FnMut(&Queued<'_>, &mut Vec<u8>) -> Result<()> + Send,
) -> Result<Option<Vec<u8>>> {
    let mut found = None;
    let mut take = |row: &Row<'_>| write(&Queued::read(row)?, found.insert(Vec::new()));
    tx.visit(ONE.into(), p![node, request], &mut take).await?;
    Ok(found)
}

const HAS: &str = "select count(*) from queue_entry where node = $1 and request = $2";

/// Whether a request is in a queue.
pub async fn has(tx: &mut Tx, node: NodeId, request: RequestId) -> Result<bool> {
    Ok(tx.query_one::<i64>(HAS, p![node, request]).await? > 0)
}

record! {
    /// Where a request is: one queue.
    pub struct Track {
        pub node: NodeId,
        pub name: NodeName,
        pub forward_mode: ForwardMode,
        /// The request's status there.
        pub status: Status,
        pub pos: i64,
        pub queued_at: Time,
    }
}

const TRACK: &str = "select q.node, n.name, n.forward_mode, q.status, q.pos, q.queued_at \
    from queue_entry q join node n on n.id = q.node where q.request = $1 order by q.id";

/// All queues a request is in.
pub async fn tracks(tx: &mut Tx, request: RequestId) -> Result<Vec<Track>> {
    tx.query(TRACK, p![request]).await
}

const COUNTERS: &str = "select q.node, q.status, count(*) as requests from queue_entry q join node n on n.id = q.node \
    where n.subaccount = $1 group by q.node, q.status";

const COUNTERS_OF: &str = "select status, count(*) as requests from queue_entry where node = $1 group by status";

/// How many requests of a queue have which status.
pub async fn counters_of(tx: &mut Tx, node: NodeId) -> Result<Vec<(Status, i64)>> {
    tx.query(COUNTERS_OF, p![node]).await
}

/// How many requests of each queue of a subaccount have which status.
pub async fn counters(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<(NodeId, Status, i64)>> {
    tx.query(COUNTERS, p![subaccount]).await
}

const COUNT: &str = "select count(*) from queue_entry where node = $1 and status = $2";

/// How many entries of a queue are in a status.
pub async fn count(tx: &mut Tx, node: NodeId, status: Status) -> Result<i64> {
    tx.query_one(COUNT, p![node, status]).await
}

const DELETE_OF_NODE: &str = "delete from queue_entry where node = $1";

/// Empties the queue of a node that goes away.
pub async fn delete_of_node(tx: &mut Tx, node: NodeId) -> Result<()> {
    tx.execute(DELETE_OF_NODE, p![node]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from queue_entry where node in (select id from node where subaccount = $1)";

/// Empties all queues of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the pages of two statuses stand behind each other.
    fn written() -> Written {
        Written { text: b"b,dd,a,ccc,".to_vec(), ends: vec![(2, 2), (4, 5), (1, 7), (3, 11)] }
    }

    #[test]
    fn pages_of_several_statuses_are_merged_and_then_cut() {
        let whole = Written { text: b"a,b,ccc,dd,".to_vec(), ends: vec![(1, 2), (2, 4), (3, 8), (4, 11)] };
        assert_eq!(written().in_order(9), whole);
        assert_eq!(whole.clone().in_order(4), whole, "what is in order stays as it is");
        let cut = Written { text: b"a,b,".to_vec(), ends: vec![(1, 2), (2, 4)] };
        assert_eq!(written().in_order(2), cut);
        assert_eq!(whole.in_order(2), cut);
        assert_eq!(written().in_order(0), Written::default());
    }
}
