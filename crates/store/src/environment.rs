//! Environment instances: the Cloud Foundry organization of a subaccount, as the account side sees it.

use crate::error::Result;
use crate::row::Record;
use crate::sealed::{Column, Hidden, Sealed};
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{EnvironmentId, OrgGuid, SubaccountId, Time};
use uuid::Uuid;

record! {
    /// An environment instance.
    pub struct EnvironmentRow of "environment" {
        /// Its GUID.
        pub id: EnvironmentId,
        /// Whose it is.
        pub subaccount: SubaccountId,
        pub org: OrgGuid,
        /// Name for people.
        pub name: String,
        /// A JSON object, as given; sealed at rest.
        pub parameters: Hidden,
        pub created_by: String,
        pub created_at: Time,
        pub modified_at: Time,
    }
}

impl Sealed for EnvironmentRow {
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()> {
        text(Column::EnvironmentParameters, self.id.0, &mut self.parameters.0)
    }
}

const INSERT: &str = insert!(EnvironmentRow);

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &EnvironmentRow) -> Result<()> {
    let row = tx.sealed(row)?;
    tx.execute(INSERT, row.params()).await.map(drop)
}

const OF_SUBACCOUNT: &str = select!(EnvironmentRow, "where subaccount = $1 order by created_at, id");

/// Those of a subaccount.
pub async fn of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<EnvironmentRow>> {
    tx.opened(OF_SUBACCOUNT, p![subaccount]).await
}

const DELETE: &str = "delete from environment where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: EnvironmentId) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
