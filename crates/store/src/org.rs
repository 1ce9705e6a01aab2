//! Cloud Foundry organizations.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// An organization.
    pub struct OrgRow {
        /// Its GUID.
        pub id: Uuid,
        /// The subaccount that it belongs to, if to any.
        pub subaccount: Option<Uuid>,
        /// Unique in the installation.
        pub name: String,
        /// Whether an administrator stopped it.
        pub suspended: bool,
        /// Labels and annotations, as JSON.
        pub metadata: String,
        /// When made, in microseconds.
        pub created_at: i64,
        /// When changed last, in microseconds.
        pub updated_at: i64,
    }
}

const INSERT: &str = "insert into cf_org (id, subaccount, name, suspended, metadata, created_at, updated_at) \
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Adds an organization.
pub async fn insert(tx: &mut Tx, row: &OrgRow) -> Result<()> {
    let OrgRow { id, subaccount, name, suspended, metadata, created_at, updated_at } = row;
    tx.execute(INSERT, p![*id, *subaccount, name, *suspended, metadata, *created_at, *updated_at]).await.map(drop)
}

const GET: &str = "select id, subaccount, name, suspended, metadata, created_at, updated_at from cf_org where id = $1";

/// The organization with this GUID.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<OrgRow>> {
    tx.query_opt(GET, p![id]).await
}

const FIND: &str =
    "select id, subaccount, name, suspended, metadata, created_at, updated_at from cf_org where name = $1";

/// The organization of exactly this name.
pub async fn find(tx: &mut Tx, name: &str) -> Result<Option<OrgRow>> {
    tx.query_opt(FIND, p![name]).await
}

const ALL: &str =
    "select id, subaccount, name, suspended, metadata, created_at, updated_at from cf_org order by created_at, id";

/// All organizations, oldest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<OrgRow>> {
    tx.query(ALL, p![]).await
}

const OF_HOLDER: &str = "select id, subaccount, name, suspended, metadata, created_at, updated_at from cf_org \
    where id in (select org from cf_role where holder = $1) order by created_at, id";

/// The organizations in which somebody has any role, oldest first.
pub async fn of_holder(tx: &mut Tx, holder: &str) -> Result<Vec<OrgRow>> {
    tx.query(OF_HOLDER, p![holder]).await
}

const OF_SUBACCOUNT: &str = "select id, subaccount, name, suspended, metadata, created_at, updated_at from cf_org \
    where subaccount = $1 order by created_at, id";

/// The organizations of a subaccount, oldest first.
pub async fn of_subaccount(tx: &mut Tx, subaccount: Uuid) -> Result<Vec<OrgRow>> {
    tx.query(OF_SUBACCOUNT, p![subaccount]).await
}

const UPDATE: &str = "update cf_org set name = $2, suspended = $3, metadata = $4, updated_at = $5 where id = $1";

/// Saves name, suspension and metadata.
pub async fn update(tx: &mut Tx, row: &OrgRow) -> Result<bool> {
    let values = p![row.id, &row.name, row.suspended, &row.metadata, row.updated_at];
    Ok(tx.execute(UPDATE, values).await? == 1)
}

const DELETE_ROLES: &str = "delete from cf_role where org = $1";
const DELETE_SPACES: &str = "delete from cf_space where org = $1";
const DELETE: &str = "delete from cf_org where id = $1";

/// Removes an organization with its spaces and roles; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<bool> {
    tx.execute(DELETE_ROLES, p![id]).await?;
    tx.execute(DELETE_SPACES, p![id]).await?;
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}
