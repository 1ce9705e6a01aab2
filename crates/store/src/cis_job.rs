//! What the account services did, for those who ask how far it is.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{JobId, Time};

record! {
    /// Something done.
    pub struct CisJob of "cis_job" {
        /// Its number.
        pub id: JobId,
        /// The zone whose tokens may see it.
        pub owner: String,
        pub description: String,
        pub at: Time,
    }
}

const INSERT: &str = insert!(CisJob);

/// Records it.
pub async fn insert(tx: &mut Tx, row: &CisJob) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(CisJob, "where id = $1");

/// The one with this number.
pub async fn find(tx: &mut Tx, id: JobId) -> Result<Option<CisJob>> {
    tx.query_opt(FIND, p![id]).await
}
