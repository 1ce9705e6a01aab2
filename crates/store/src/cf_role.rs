//! Who has which role in which organization or space.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::cf::RoleKind;
use model::{CfRoleGuid, OrgGuid, SpaceGuid, Time};
use uuid::Uuid;

record! {
    /// A role that somebody has.
    pub struct Role of "cf_role" {
        pub id: CfRoleGuid,
        pub kind: RoleKind,
        /// The id of a person or of a client.
        pub holder: String,
        /// The organization, also of a space role.
        pub org: OrgGuid,
        /// The organization or the space.
        pub target: Uuid,
        pub created_at: Time,
    }
}

impl Role {
    /// The space of a space role.
    #[must_use]
    pub fn space(&self) -> Option<SpaceGuid> {
        self.kind.is_in_space().then_some(SpaceGuid(self.target))
    }
}

const INSERT: &str = insert!(Role, "on conflict do nothing");

/// Gives a role; `false` if its holder has it already.
pub async fn insert(tx: &mut Tx, row: &Role) -> Result<bool> {
    Ok(tx.execute(INSERT, row.params()).await? == 1)
}

const GET: &str = select!(Role, "where id = $1");

/// The role with this GUID.
pub async fn get(tx: &mut Tx, id: CfRoleGuid) -> Result<Option<Role>> {
    tx.query_opt(GET, p![id]).await
}

const ALL: &str = select!(Role, "order by created_at, id");

const SEEN: &str =
    select!(Role, "where org in (select m.org from cf_role m where m.holder = $1) order by created_at, id");

/// Hands over the roles in the organizations in which somebody has one, or all, oldest first.
pub async fn each(tx: &mut Tx, holder: Option<&str>, on: impl FnMut(Role) -> Result<()> + Send) -> Result<()> {
    match holder {
        Some(holder) => tx.each(SEEN, p![holder], on).await,
        None => tx.each(ALL, p![], on).await,
    }
}

const OF_HOLDER: &str = select!(Role, "where holder = $1 order by created_at, id");

/// The roles that somebody has, oldest first.
pub async fn of_holder(tx: &mut Tx, holder: &str) -> Result<Vec<Role>> {
    tx.query(OF_HOLDER, p![holder]).await
}

const IN_ORG: &str = "select kind from cf_role where holder = $1 and org = $2 and target = $2";

/// The kinds of role that somebody has in an organization itself.
pub async fn in_org(tx: &mut Tx, holder: &str, org: OrgGuid) -> Result<Vec<RoleKind>> {
    tx.query(IN_ORG, p![holder, org]).await
}

const IN_SPACE: &str = "select kind from cf_role where holder = $1 and (target = $2 or target = $3)";

/// The kinds of role that somebody has in a space and in its organization.
pub async fn in_space(tx: &mut Tx, holder: &str, space: SpaceGuid, org: OrgGuid) -> Result<Vec<RoleKind>> {
    tx.query(IN_SPACE, p![holder, space, org]).await
}

record! {
    /// A role in an organization or one of its spaces, with the name of its holder.
    pub struct Membership {
        pub id: CfRoleGuid,
        pub kind: RoleKind,
        /// The log-in name of a person, or the id of a client.
        pub name: String,
        /// The organization or the space.
        pub target: Uuid,
    }
}

const MEMBERS: &str = "select r.id, r.kind, coalesce(p.user_name, r.holder) as name, r.target \
    from cf_role r left join person p on p.id = r.holder \
    where r.org = $1 and (coalesce(p.user_name, r.holder), r.kind, r.id) > ($2, $3, $4) order by 3, 2, 1 limit $5";

/// Roles of an organization and its spaces behind this name, kind and GUID, by the holder's name and the kind.
pub async fn members(tx: &mut Tx, org: OrgGuid, after: (&str, &str, &str), limit: i64) -> Result<Vec<Membership>> {
    tx.query(MEMBERS, p![org, after.0, after.1, after.2, limit]).await
}

const DELETE: &str = "delete from cf_role where id = $1";

/// Takes a role away; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: CfRoleGuid) -> Result<bool> {
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}
