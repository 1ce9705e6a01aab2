//! Environment instances: the Cloud Foundry organization of a subaccount, as the account side sees it.

use crate::error::Result;
use crate::sealed::Column;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// An environment instance.
    pub struct EnvironmentRow {
        /// Its GUID.
        pub id: Uuid,
        /// Whose it is.
        pub subaccount: Uuid,
        /// The organization.
        pub org: Uuid,
        /// Name for people.
        pub name: String,
        /// JSON, as given.
        pub parameters: String,
        /// Who made it.
        pub created_by: String,
        /// When, in microseconds.
        pub created_at: i64,
        /// When changed last, in microseconds.
        pub modified_at: i64,
    }
}

const INSERT: &str = "insert into environment \
    (id, subaccount, org, name, parameters, created_by, created_at, modified_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &EnvironmentRow) -> Result<()> {
    let EnvironmentRow { id, subaccount, org, name, parameters, created_by, created_at, modified_at } = row;
    let parameters = tx.seal(Column::EnvironmentParameters, *id, parameters)?;
    let values = p![*id, *subaccount, *org, name, &parameters, created_by, *created_at, *modified_at];
    tx.execute(INSERT, values).await.map(drop)
}

const OF_SUBACCOUNT: &str = "select id, subaccount, org, name, parameters, created_by, created_at, modified_at \
    from environment where subaccount = $1 order by created_at, id";

/// Those of a subaccount.
pub async fn of_subaccount(tx: &mut Tx, subaccount: Uuid) -> Result<Vec<EnvironmentRow>> {
    let mut rows: Vec<EnvironmentRow> = tx.query(OF_SUBACCOUNT, p![subaccount]).await?;
    for row in &mut rows {
        tx.unseal(Column::EnvironmentParameters, row.id, &mut row.parameters)?;
    }
    Ok(rows)
}

const DELETE: &str = "delete from environment where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
