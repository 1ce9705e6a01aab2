//! Who has which role in which organization or space.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A role that somebody has.
    pub struct CfRoleRow {
        /// Its GUID.
        pub id: Uuid,
        /// `organization_…` or `space_…`.
        pub kind: String,
        /// The id of a person or of a client.
        pub holder: String,
        /// The organization, also of a space role.
        pub org: Uuid,
        /// The organization or the space.
        pub target: Uuid,
        /// When made, in microseconds.
        pub created_at: i64,
    }
}

const INSERT: &str = "insert into cf_role (id, kind, holder, org, target, created_at) values ($1, $2, $3, $4, $5, $6) \
    on conflict do nothing";

/// Gives a role; `false` if its holder has it already.
pub async fn insert(tx: &mut Tx, row: &CfRoleRow) -> Result<bool> {
    let CfRoleRow { id, kind, holder, org, target, created_at } = row;
    Ok(tx.execute(INSERT, p![*id, kind, holder, *org, *target, *created_at]).await? == 1)
}

const GET: &str = "select id, kind, holder, org, target, created_at from cf_role where id = $1";

/// The role with this GUID.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<CfRoleRow>> {
    tx.query_opt(GET, p![id]).await
}

const ALL: &str = "select id, kind, holder, org, target, created_at from cf_role order by created_at, id";

/// All roles, oldest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<CfRoleRow>> {
    tx.query(ALL, p![]).await
}

const OF_ORG: &str =
    "select id, kind, holder, org, target, created_at from cf_role where org = $1 order by created_at, id";

/// The roles in an organization and its spaces, oldest first.
pub async fn of_org(tx: &mut Tx, org: Uuid) -> Result<Vec<CfRoleRow>> {
    tx.query(OF_ORG, p![org]).await
}

const OF_HOLDER: &str =
    "select id, kind, holder, org, target, created_at from cf_role where holder = $1 order by created_at, id";

/// The roles that somebody has, oldest first.
pub async fn of_holder(tx: &mut Tx, holder: &str) -> Result<Vec<CfRoleRow>> {
    tx.query(OF_HOLDER, p![holder]).await
}

const IN_ORG: &str = "select kind from cf_role where holder = $1 and org = $2 and target = $2";

/// The kinds of role that somebody has in an organization itself.
pub async fn in_org(tx: &mut Tx, holder: &str, org: Uuid) -> Result<Vec<String>> {
    tx.query(IN_ORG, p![holder, org]).await
}

const IN_SPACE: &str = "select kind from cf_role where holder = $1 and (target = $2 or target = $3)";

/// The kinds of role that somebody has in a space and in its organization.
pub async fn in_space(tx: &mut Tx, holder: &str, space: Uuid, org: Uuid) -> Result<Vec<String>> {
    tx.query(IN_SPACE, p![holder, space, org]).await
}

const DELETE: &str = "delete from cf_role where id = $1";

/// Takes a role away; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<bool> {
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}
