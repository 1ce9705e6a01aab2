//! Projects of Cloud ALM and their teams.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A project.
    pub struct ProjectRow {
        /// Its id.
        pub id: Uuid,
        /// Whose.
        pub subaccount: Uuid,
        /// Its name.
        pub name: String,
        /// `O` for open.
        pub status: String,
        /// Who may work in it without being a member.
        pub access: String,
        /// When made, in microseconds.
        pub created_at: i64,
        /// When changed last, in microseconds.
        pub modified_at: i64,
    }
}

record! {
    /// Somebody's place in a team.
    pub struct MemberRow {
        /// The project.
        pub project: Uuid,
        /// Log-in name.
        pub user_name: String,
        /// `viewer`, `member`, `lead`.
        pub place: String,
    }
}

const INSERT: &str = "insert into alm_project (id, subaccount, name, status, access, created_at, modified_at) \
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Adds a project.
pub async fn insert(tx: &mut Tx, row: &ProjectRow) -> Result<()> {
    let ProjectRow { id, subaccount, name, status, access, created_at, modified_at } = row;
    tx.execute(INSERT, p![*id, *subaccount, name, status, access, *created_at, *modified_at]).await.map(drop)
}

const FIND: &str = "select id, subaccount, name, status, access, created_at, modified_at from alm_project \
    where subaccount = $1 and id = $2";

/// A project of a tenant.
pub async fn find(tx: &mut Tx, subaccount: Uuid, id: Uuid) -> Result<Option<ProjectRow>> {
    tx.query_opt(FIND, p![subaccount, id]).await
}

const ALL: &str = "select id, subaccount, name, status, access, created_at, modified_at from alm_project \
    where subaccount = $1 order by created_at, id";

/// All projects of a tenant, oldest first.
pub async fn all(tx: &mut Tx, subaccount: Uuid) -> Result<Vec<ProjectRow>> {
    tx.query(ALL, p![subaccount]).await
}

const PUT_MEMBER: &str = "insert into alm_member (project, user_key, user_name, place) values ($1, $2, $3, $4) \
    on conflict (project, user_key) do update set user_name = excluded.user_name, place = excluded.place";

/// Gives somebody a place in a team, instead of an earlier one.
pub async fn put_member(tx: &mut Tx, row: &MemberRow) -> Result<()> {
    let MemberRow { project, user_name, place } = row;
    tx.execute(PUT_MEMBER, p![*project, user_name.to_lowercase(), user_name, place]).await.map(drop)
}

const MEMBER: &str = "select project, user_name, place from alm_member where project = $1 and user_key = $2";

/// Somebody's place in a team.
pub async fn member(tx: &mut Tx, project: Uuid, user_name: &str) -> Result<Option<MemberRow>> {
    tx.query_opt(MEMBER, p![project, user_name.to_lowercase()]).await
}

const MEMBERSHIPS: &str = "select m.project, m.user_name, m.place from alm_member m \
    join alm_project a on a.id = m.project where a.subaccount = $1 and m.user_key = $2";

/// Somebody's places in all teams of a tenant.
pub async fn memberships(tx: &mut Tx, subaccount: Uuid, user_name: &str) -> Result<Vec<MemberRow>> {
    tx.query(MEMBERSHIPS, p![subaccount, user_name.to_lowercase()]).await
}

const TENANTS: &str = "select distinct subaccount from alm_project order by subaccount";

/// The tenants that have projects.
pub async fn tenants(tx: &mut Tx) -> Result<Vec<Uuid>> {
    tx.query(TENANTS, p![]).await
}

const DELETE_OF_SUBACCOUNT: [&str; 2] = [
    "delete from alm_member where project in (select id from alm_project where subaccount = $1)",
    "delete from alm_project where subaccount = $1",
];

/// Removes all projects of a tenant with their teams.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: Uuid) -> Result<()> {
    for statement in DELETE_OF_SUBACCOUNT {
        tx.execute(statement, p![subaccount]).await?;
    }
    Ok(())
}
