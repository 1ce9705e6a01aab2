//! Who is known to Cloud Foundry: people who were made known to it, and those who hold a role there.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use model::cf::Metadata;
use model::{OrgGuid, PersonId, SpaceGuid, Time};

const ADD: &str = "insert into cf_user (id) values ($1) on conflict do nothing";

/// Makes a person known, if it is not.
pub async fn add(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(ADD, p![person]).await.map(drop)
}

const REMOVE: &str = "delete from cf_user where id = $1";

/// Forgets a person.
pub async fn remove(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(REMOVE, p![person]).await.map(drop)
}

record! {
    /// Somebody whom Cloud Foundry knows, with what is attached to him.
    pub struct Known {
        /// The id of a person or of a client.
        pub holder: String,
        /// Of a person.
        pub user_name: Option<String>,
        pub created_at: Option<Time>,
        pub modified_at: Option<Time>,
        pub metadata: Option<Metadata>,
    }
}

/// Who is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom<'a> {
    /// All people who are known, and one more: who asks.
    Everybody(&'a str),
    /// Who asks, and all who have a role in an organization where he has one.
    Fellows(&'a str),
    /// All who have a role in an organization, or in one of its spaces.
    OfOrg(OrgGuid),
    /// All who have a role in a space.
    OfSpace(SpaceGuid),
}

/// Holders, with what is known of them.
macro_rules! known {
    ($holders:literal) => {
        concat!(
            "select h.holder, p.user_name, p.created_at, p.modified_at, a.metadata from (",
            $holders,
            ") h left join person p on p.id = h.holder left join cf_attached a on a.resource = h.holder \
             order by h.holder"
        )
    };
}

const EVERYBODY: &str = known!(
    "select k.id as holder from person k where exists (select 1 from cf_user u where u.id = k.id) \
     or exists (select 1 from cf_role r where r.holder = k.id) union select cast($1 as text)"
);
const FELLOWS: &str = known!(
    "select r.holder from cf_role r where r.org in (select m.org from cf_role m where m.holder = $1) \
     union select cast($1 as text)"
);
const OF_ORG: &str = known!("select distinct r.holder from cf_role r where r.org = $1");
const OF_SPACE: &str = known!("select distinct r.holder from cf_role r where r.target = $1");

/// Hands them over one by one.
pub async fn each(tx: &mut Tx, whom: Whom<'_>, on: impl FnMut(Known) -> Result<()> + Send) -> Result<()> {
    match whom {
        Whom::Everybody(me) => tx.each(EVERYBODY, p![me], on).await,
        Whom::Fellows(me) => tx.each(FELLOWS, p![me], on).await,
        Whom::OfOrg(org) => tx.each(OF_ORG, p![org], on).await,
        Whom::OfSpace(space) => tx.each(OF_SPACE, p![space], on).await,
    }
}

const IS_KNOWN: &str = "select k.id from person k where k.id = $1 and (exists (select 1 from cf_user u where u.id = k.id) \
    or exists (select 1 from cf_role r where r.holder = k.id))";

/// Whether a person is known.
pub async fn is_known(tx: &mut Tx, holder: &str) -> Result<bool> {
    Ok(tx.query_opt::<String>(IS_KNOWN, p![holder]).await?.is_some())
}

const ARE_FELLOWS: &str = "select r.holder from cf_role r where r.holder = $1 \
    and r.org in (select m.org from cf_role m where m.holder = $2) limit 1";

/// Whether two have a role in one organization.
pub async fn are_fellows(tx: &mut Tx, holder: &str, other: &str) -> Result<bool> {
    Ok(tx.query_opt::<String>(ARE_FELLOWS, p![holder, other]).await?.is_some())
}
