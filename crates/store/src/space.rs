//! Cloud Foundry spaces.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use model::cf::Metadata;
use model::{OrgGuid, SpaceGuid, SubaccountId, Time};

record! {
    /// A space, with the subaccount of its organization.
    pub struct Space {
        pub id: SpaceGuid,
        pub org: OrgGuid,
        /// The organization's subaccount, if it has one.
        pub subaccount: Option<SubaccountId>,
        /// Unique in the organization.
        pub name: String,
        pub metadata: Metadata,
        pub created_at: Time,
        pub updated_at: Time,
    }
}

const INSERT: &str =
    "insert into cf_space (id, org, name, metadata, created_at, updated_at) values ($1, $2, $3, $4, $5, $6)";

/// Adds a space.
pub async fn insert(tx: &mut Tx, row: &Space) -> Result<()> {
    let Space { id, org, name, metadata, created_at, updated_at, .. } = row;
    tx.execute(INSERT, p![id, org, name, metadata, created_at, updated_at]).await.map(drop)
}

/// Spaces, each with the subaccount of its organization.
macro_rules! spaces {
    ($($rest:tt)*) => {
        concat!(
            "select s.id, s.org, o.subaccount, s.name, s.metadata, s.created_at, s.updated_at \
             from cf_space s join cf_org o on o.id = s.org ",
            $($rest)*
        )
    };
}

const GET: &str = spaces!("where s.id = $1");

/// The space with this GUID.
pub async fn get(tx: &mut Tx, id: SpaceGuid) -> Result<Option<Space>> {
    tx.query_opt(GET, p![id]).await
}

const FIND: &str = spaces!("where o.name = $1 and s.name = $2");

/// The space of exactly these names.
pub async fn find(tx: &mut Tx, org: &str, name: &str) -> Result<Option<Space>> {
    tx.query_opt(FIND, p![org, name]).await
}

const ALL: &str = spaces!("order by s.created_at, s.id");

/// Those with a role in them, and all of the organizations managed.
macro_rules! seen {
    () => {
        "(s.id in (select target from cf_role where holder = $1 and target <> org) \
         or s.org in (select org from cf_role where holder = $1 and kind = 'organization_manager')) "
    };
}

const OF_HOLDER: &str = spaces!("where ", seen!(), "order by s.created_at, s.id");

/// Hands over the spaces that somebody sees, or all, oldest first: those with a role in them, and all of the
/// organizations managed.
pub async fn each(tx: &mut Tx, holder: Option<&str>, on: impl FnMut(Space) -> Result<()> + Send) -> Result<()> {
    match holder {
        Some(holder) => tx.each(OF_HOLDER, p![holder], on).await,
        None => tx.each(ALL, p![], on).await,
    }
}

/// Those with instances, or with calls that may be to make one.
macro_rules! in_use {
    () => {
        "(exists (select 1 from service_instance i where i.space = s.id) \
         or exists (select 1 from cf_user_provided u where u.space = s.id) \
         or exists (select 1 from cf_job j where j.space = s.id and j.state <> 'COMPLETE')) "
    };
}

const IN_USE: &str = spaces!("where ", in_use!(), "order by s.created_at, s.id");

const IN_USE_OF_HOLDER: &str = spaces!("where ", seen!(), "and ", in_use!(), "order by s.created_at, s.id");

/// As [`each`], but only spaces that have or may get service instances.
pub async fn each_in_use(tx: &mut Tx, holder: Option<&str>, on: impl FnMut(Space) -> Result<()> + Send) -> Result<()> {
    match holder {
        Some(holder) => tx.each(IN_USE_OF_HOLDER, p![holder], on).await,
        None => tx.each(IN_USE, p![], on).await,
    }
}

const OF_ORG: &str = spaces!("where s.org = $1 order by s.created_at, s.id");

/// The spaces of an organization, oldest first.
pub async fn of_org(tx: &mut Tx, org: OrgGuid) -> Result<Vec<Space>> {
    tx.query(OF_ORG, p![org]).await
}

const UPDATE: &str = "update cf_space set name = $2, metadata = $3, updated_at = $4 where id = $1";

/// Saves name and metadata.
pub async fn update(tx: &mut Tx, row: &Space) -> Result<bool> {
    Ok(tx.execute(UPDATE, p![row.id, &row.name, &row.metadata, row.updated_at]).await? == 1)
}

const ALLOWS_SSH: &str = "select allow_ssh from cf_space where id = $1";

/// Whether apps in a space may be reached by SSH.
pub async fn allows_ssh(tx: &mut Tx, id: SpaceGuid) -> Result<bool> {
    tx.query_one(ALLOWS_SSH, p![id]).await
}

const ALLOW_SSH: &str = "update cf_space set allow_ssh = $2, updated_at = $3 where id = $1";

/// Says whether apps in a space may be reached by SSH.
pub async fn allow_ssh(tx: &mut Tx, id: SpaceGuid, allowed: bool, now: Time) -> Result<()> {
    tx.execute(ALLOW_SSH, p![id, allowed, now]).await.map(drop)
}

const DELETE_ATTACHED: &str =
    "delete from cf_attached where resource in (select id from cf_user_provided where space = $1)";
const DELETE_USER_PROVIDED: &str = "delete from cf_user_provided where space = $1";
const DELETE_ROLES: &str = "delete from cf_role where target = $1";
const DELETE: &str = "delete from cf_space where id = $1";

/// Removes a space with its roles and what somebody provided in it; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: SpaceGuid) -> Result<bool> {
    tx.execute(DELETE_ATTACHED, p![id]).await?;
    tx.execute(DELETE_USER_PROVIDED, p![id]).await?;
    tx.execute(DELETE_ROLES, p![id]).await?;
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}
