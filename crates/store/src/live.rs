//! What changed lately, for those who look at it now.

use crate::error::Result;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::Time;

record! {
    /// Something changed.
    pub struct Change of "live" {
        /// Its number: no order, where several processes write.
        pub id: i64,
        pub at: Time,
        /// The GUID of the subaccount.
        pub subaccount: String,
        /// What sort of thing.
        pub topic: String,
    }
}

const INSERT: &str = insert!(Change);

/// Notes a change in its transaction.
pub async fn note(tx: &mut Tx, subaccount: &str, topic: &str, now: Time) -> Result<()> {
    let id = tx.next_id();
    tx.execute(INSERT, p![id, now, subaccount, topic]).await.map(drop)
}

const SINCE: &str = select!(Change, "where at >= $1 order by at, id limit $2");

/// What changed since then, the oldest first.
pub async fn since(tx: &mut Tx, at: Time, limit: i64) -> Result<Vec<Change>> {
    tx.query(SINCE, p![at, limit]).await
}

const PRUNE: &str = "delete from live where at < $1";

/// Forgets what changed before then.
pub async fn prune(tx: &mut Tx, before: Time) -> Result<u64> {
    tx.execute(PRUNE, p![before]).await
}
