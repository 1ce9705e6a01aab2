//! Which MTAs requests carry, and which version of each came to a node last: what is where, without looking into queues.

use crate::error::Result;
use crate::tx::Tx;
use crate::{dialect, p, record, sql};
use model::queue::Status;
use model::request::Entry;
use model::{NodeId, RequestId, SubaccountId, Time};
use std::collections::BTreeMap;

const INSERT: &str = "insert into request_mta (request, mta, subaccount, version) values ($1, $2, $3, $4)";

/// Says what a new request carries. Of an MTA that it carries twice, the last one counts.
pub(crate) async fn insert(tx: &mut Tx, subaccount: SubaccountId, request: RequestId, entries: &[Entry]) -> Result<()> {
    let identities = entries.iter().filter_map(|entry| entry.mta.as_ref());
    let mtas: BTreeMap<&str, &str> = identities.map(|mta| (mta.id.as_str(), mta.version.as_str())).collect();
    if mtas.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = mtas.into_iter().map(|(mta, version)| p![request, mta, subaccount, version]).collect();
    tx.execute_many(INSERT, &rows).await.map(drop)
}

/// Says that requests came to a node. Of one MTA in several of them, that of the newest request counts.
pub async fn arrived(tx: &mut Tx, node: NodeId, requests: &[RequestId], now: Time) -> Result<()> {
    if requests.is_empty() {
        return Ok(());
    }
    let numbers: Vec<String> = requests.iter().map(ToString::to_string).collect();
    tx.execute(dialect::MTAS_ARRIVED, p![format!("[{}]", numbers.join(",")), node, now]).await.map(drop)
}

/// Each step of the recursion jumps to the next MTA along the index, whatever number of requests carried the one before.
const KEYS: &str = "with recursive k (mta, n) as ( \
        select min(m.mta), cast(1 as bigint) from request_mta m \
        where m.subaccount = $1 and m.mta > $2 and ($4 = '' or lower(m.mta) like $4 escape '!') \
    union all \
        select (select min(m.mta) from request_mta m \
            where m.subaccount = $1 and m.mta > k.mta and ($4 = '' or lower(m.mta) like $4 escape '!')), k.n + 1 \
        from k where k.mta is not null and k.n < $3 \
    ) select mta from k where mta is not null order by mta";

/// The MTAs that requests of a subaccount ever carried, behind this one, by id; with a text those that have it in theirs.
pub async fn mtas(tx: &mut Tx, subaccount: SubaccountId, after: &str, text: &str, limit: i64) -> Result<Vec<String>> {
    tx.query(KEYS, p![subaccount, after, limit, sql::holding(text)]).await
}

record! {
    /// What came to a node last.
    pub struct Installed {
        pub node: NodeId,
        pub mta: String,
        pub version: String,
        /// With which request.
        pub request: RequestId,
        pub at: Time,
    }
}

/// What of some MTAs came to which node.
pub async fn installed(tx: &mut Tx, subaccount: SubaccountId, mtas: &[String]) -> Result<Vec<Installed>> {
    tx.query(dialect::MTAS_INSTALLED, p![wanted(mtas), subaccount]).await
}

record! {
    /// Requests with an MTA that are in a queue with one status and wait for something there.
    pub struct Pending {
        pub node: NodeId,
        pub mta: String,
        pub status: Status,
        /// How many.
        pub requests: i64,
        /// The newest of them.
        pub newest: RequestId,
        /// What that one carries.
        pub version: String,
        /// When the last of them got the status.
        pub at: Time,
    }
}

/// What of some MTAs waits, runs or has failed in which queue.
pub async fn pending(tx: &mut Tx, subaccount: SubaccountId, mtas: &[String]) -> Result<Vec<Pending>> {
    tx.query(dialect::MTAS_PENDING, p![wanted(mtas), subaccount]).await
}

fn wanted(mtas: &[String]) -> String {
    serde_json::Value::from(mtas).to_string()
}

const DELETE_OF_NODE: &str = "delete from node_mta where node = $1";

/// Forgets what came to a node that goes away.
pub async fn delete_of_node(tx: &mut Tx, node: NodeId) -> Result<()> {
    tx.execute(DELETE_OF_NODE, p![node]).await.map(drop)
}

const DELETE_INSTALLED: &str = "delete from node_mta where subaccount = $1";
const DELETE_CARRIED: &str = "delete from request_mta where subaccount = $1";

/// Removes all of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_INSTALLED, p![subaccount]).await?;
    tx.execute(DELETE_CARRIED, p![subaccount]).await.map(drop)
}
