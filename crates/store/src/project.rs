//! Projects of Cloud ALM and their teams.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::feature::right::{Access, Place};
use model::{ProjectId, SubaccountId, Time};

record! {
    /// A project.
    pub struct Project of "alm_project" {
        pub id: ProjectId,
        /// Whose.
        pub subaccount: SubaccountId,
        pub name: String,
        /// `O` for open.
        pub status: String,
        /// Who may work in it without being a member.
        pub access: Access,
        pub created_at: Time,
        pub modified_at: Time,
    }
}

record! {
    /// Somebody's place in a team.
    pub struct Member of "alm_member" {
        pub project: ProjectId,
        pub user_name: String,
        pub place: Place,
    }
}

const INSERT: &str = insert!(Project);

/// Adds a project.
pub async fn insert(tx: &mut Tx, row: &Project) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(Project, "where subaccount = $1 and id = $2");

/// A project of a tenant.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: ProjectId) -> Result<Option<Project>> {
    tx.query_opt(FIND, p![subaccount, id]).await
}

const ALL: &str = select!(Project, "where subaccount = $1 order by created_at, id");

/// All projects of a tenant, oldest first.
pub async fn all(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Project>> {
    tx.query(ALL, p![subaccount]).await
}

const PUT_MEMBER: &str = insert!(
    Member and "user_key",
    "on conflict (project, user_key) do update set user_name = excluded.user_name, place = excluded.place"
);

/// Gives somebody a place in a team, instead of an earlier one.
pub async fn put_member(tx: &mut Tx, row: &Member) -> Result<()> {
    tx.execute(PUT_MEMBER, row.params().and(row.user_name.to_lowercase())).await.map(drop)
}

const MEMBER: &str = select!(Member, "where project = $1 and user_key = $2");

/// Somebody's place in a team.
pub async fn member(tx: &mut Tx, project: ProjectId, user_name: &str) -> Result<Option<Member>> {
    tx.query_opt(MEMBER, p![project, user_name.to_lowercase()]).await
}

const MEMBERS: &str = select!(Member, "where project = $1 order by user_key");

/// A team, by name.
pub async fn members(tx: &mut Tx, project: ProjectId) -> Result<Vec<Member>> {
    tx.query(MEMBERS, p![project]).await
}

const MEMBERSHIPS: &str = "select m.project, m.user_name, m.place from alm_member m \
    join alm_project a on a.id = m.project where a.subaccount = $1 and m.user_key = $2";

/// Somebody's places in all teams of a tenant.
pub async fn memberships(tx: &mut Tx, subaccount: SubaccountId, user_name: &str) -> Result<Vec<Member>> {
    tx.query(MEMBERSHIPS, p![subaccount, user_name.to_lowercase()]).await
}

const TENANTS: &str = "select distinct subaccount from alm_project order by subaccount";

/// The tenants that have projects.
pub async fn tenants(tx: &mut Tx) -> Result<Vec<SubaccountId>> {
    tx.query(TENANTS, p![]).await
}

const DELETE_OF_SUBACCOUNT: [&str; 2] = [
    "delete from alm_member where project in (select id from alm_project where subaccount = $1)",
    "delete from alm_project where subaccount = $1",
];

/// Removes all projects of a tenant with their teams.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    for statement in DELETE_OF_SUBACCOUNT {
        tx.execute(statement, p![subaccount]).await?;
    }
    Ok(())
}
