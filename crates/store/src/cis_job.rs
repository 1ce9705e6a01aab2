//! What the account services did, for those who ask how far it is.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};

record! {
    /// Something done.
    pub struct CisJobRow {
        /// Its number.
        pub id: i64,
        /// The zone whose tokens may see it.
        pub owner: String,
        /// What it was.
        pub description: String,
        /// When, in microseconds.
        pub at: i64,
    }
}

const INSERT: &str = "insert into cis_job (id, owner, description, at) values ($1, $2, $3, $4)";

/// Records it.
pub async fn insert(tx: &mut Tx, row: &CisJobRow) -> Result<()> {
    let CisJobRow { id, owner, description, at } = row;
    tx.execute(INSERT, p![*id, owner, description, *at]).await.map(drop)
}

const FIND: &str = "select id, owner, description, at from cis_job where id = $1";

/// The one with this number.
pub async fn find(tx: &mut Tx, id: i64) -> Result<Option<CisJobRow>> {
    tx.query_opt(FIND, p![id]).await
}
