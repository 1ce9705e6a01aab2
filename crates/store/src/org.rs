//! Cloud Foundry organizations.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::cf::Metadata;
use model::{OrgGuid, SubaccountId, Time};

record! {
    /// An organization.
    pub struct Org of "cf_org" {
        pub id: OrgGuid,
        /// The subaccount that it belongs to, if to any.
        pub subaccount: Option<SubaccountId>,
        /// Unique in the installation.
        pub name: String,
        /// Whether an administrator stopped it: then only administrators change anything in it.
        pub suspended: bool,
        pub metadata: Metadata,
        pub created_at: Time,
        pub updated_at: Time,
    }
}

const INSERT: &str = insert!(Org);

/// Adds an organization.
pub async fn insert(tx: &mut Tx, row: &Org) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const GET: &str = select!(Org, "where id = $1");

/// The organization with this GUID.
pub async fn get(tx: &mut Tx, id: OrgGuid) -> Result<Option<Org>> {
    tx.query_opt(GET, p![id]).await
}

const FIND: &str = select!(Org, "where name = $1");

/// The organization of exactly this name.
pub async fn find(tx: &mut Tx, name: &str) -> Result<Option<Org>> {
    tx.query_opt(FIND, p![name]).await
}

const ALL: &str = select!(Org, "order by created_at, id");

const OF_HOLDER: &str = select!(Org, "where id in (select org from cf_role where holder = $1) order by created_at, id");

/// Hands over the organizations in which somebody has any role, or all, oldest first.
pub async fn each(tx: &mut Tx, holder: Option<&str>, on: impl FnMut(Org) -> Result<()> + Send) -> Result<()> {
    match holder {
        Some(holder) => tx.each(OF_HOLDER, p![holder], on).await,
        None => tx.each(ALL, p![], on).await,
    }
}

const OF_SUBACCOUNT: &str = select!(Org, "where subaccount = $1 order by created_at, id");

/// The organizations of a subaccount, oldest first.
pub async fn of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Org>> {
    tx.query(OF_SUBACCOUNT, p![subaccount]).await
}

const UPDATE: &str = "update cf_org set name = $2, suspended = $3, metadata = $4, updated_at = $5 where id = $1";

/// Saves name, suspension and metadata.
pub async fn update(tx: &mut Tx, row: &Org) -> Result<bool> {
    let values = p![row.id, &row.name, row.suspended, &row.metadata, row.updated_at];
    Ok(tx.execute(UPDATE, values).await? == 1)
}

const DELETE_ROLES: &str = "delete from cf_role where org = $1";
const DELETE_SPACES: &str = "delete from cf_space where org = $1";
const DELETE: &str = "delete from cf_org where id = $1";

/// Removes an organization with its spaces and roles; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: OrgGuid) -> Result<bool> {
    tx.execute(DELETE_ROLES, p![id]).await?;
    tx.execute(DELETE_SPACES, p![id]).await?;
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}
