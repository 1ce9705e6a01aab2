//! What lists of Cloud Foundry show of a space, one by one: instances and keys, each with what is attached to it.
//!
//! Parameters and credentials are not read for that, so they need not be opened.

use crate::cf_job::{self, CfJob};
use crate::dialect::wanted;
use crate::error::{Error, Result};
use crate::sealed::{Column, Sealed};
use crate::sql::{Params, Sql};
use crate::tx::Tx;
use crate::{p, record};
use model::cf::Metadata;
use model::instance::Operation;
use model::{BindingId, InstanceId, SpaceGuid, Time};
use uuid::Uuid;

/// Which of a space are wanted.
#[derive(Debug, Clone, Copy)]
pub enum Pick<'a> {
    /// All of them.
    All,
    /// Those with these GUIDs.
    Guids(&'a [String]),
    /// Those with these names.
    Names(&'a [String]),
    /// Those of instances with these GUIDs.
    Of(&'a [String]),
}

/// One question, as it is asked for each [`Pick`].
struct Question {
    all: &'static str,
    guids: Sql,
    names: Sql,
    of: Sql,
}

/// What is selected up to the column of the space; the columns of GUID, name and GUID of the instance; the order.
///
/// Where GUIDs are known, the space is compared in a way that no index serves: SQLite would go through the whole space.
macro_rules! question {
    ($select:literal, $guid:literal, $name:literal, $of:literal, $order:literal) => {
        Question {
            all: concat!($select, " = $1 ", $order),
            guids: wanted!(concat!($select, " || '' = $2 and ", $guid, " in (select item from wanted) ", $order)),
            names: wanted!(concat!($select, " = $2 and ", $name, " in (select item from wanted) ", $order)),
            of: wanted!(concat!($select, " || '' = $2 and ", $of, " in (select item from wanted) ", $order)),
        }
    };
}

impl Pick<'_> {
    fn sql(self, question: &Question) -> Sql {
        match self {
            Pick::All => question.all.into(),
            Pick::Guids(_) => question.guids,
            Pick::Names(_) => question.names,
            Pick::Of(_) => question.of,
        }
    }

    fn params(self, space: SpaceGuid) -> Result<Params<'static>> {
        Ok(match self {
            Pick::All => p![space],
            Pick::Guids(guids) | Pick::Of(guids) => p![guid_list(guids)?, space],
            // Nothing has such a name, and PostgreSQL does not take it.
            Pick::Names(names) => p![list(names.iter().filter(|name| !name.contains('\0')).cloned())?, space],
        })
    }
}

/// What is no GUID is nobody's.
fn guid_list(texts: &[String]) -> Result<String> {
    list(texts.iter().filter_map(|text| Uuid::parse_str(text).ok()).map(|guid| guid.to_string()))
}

fn list(texts: impl Iterator<Item = String>) -> Result<String> {
    serde_json::to_string(&texts.collect::<Vec<_>>()).map_err(Error::other)
}

const SPACES: Sql = wanted!(
    "select space from service_instance where space <> '' and id in (select item from wanted) \
     union select space from cf_user_provided where id in (select item from wanted) \
     union select space from cf_job where space is not null and state <> 'COMPLETE' \
     and resource in (select item from wanted) \
     union select i.space from service_binding b join service_instance i on i.id = b.instance \
     where i.space <> '' and b.id in (select item from wanted)"
);

/// The spaces of instances and keys with these GUIDs, and of those that calls are to make.
pub async fn spaces(tx: &mut Tx, guids: &[String]) -> Result<Vec<SpaceGuid>> {
    tx.query(SPACES, p![guid_list(guids)?]).await
}

/// The calls that are not complete, oldest first: about things with these GUIDs, or about all in the space.
pub async fn calls(tx: &mut Tx, space: SpaceGuid, pick: Pick<'_>) -> Result<Vec<CfJob>> {
    match pick {
        Pick::Guids(guids) => cf_job::unfinished_about(tx, space, guid_list(guids)?).await,
        Pick::All | Pick::Names(_) | Pick::Of(_) => cf_job::unfinished(tx, space).await,
    }
}

record! {
    /// An instance that a broker made.
    pub struct Managed {
        /// Its GUID.
        pub id: InstanceId,
        pub service: String,
        pub plan: String,
        /// Unique in the space.
        pub name: String,
        /// The last thing done to it.
        pub operation: Operation,
        pub created_at: Time,
        pub updated_at: Time,
        /// By which apps find it.
        pub tags: Option<Vec<String>>,
        pub metadata: Option<Metadata>,
    }
}

const MANAGED: Question = question!(
    "select i.id, i.service, i.plan, i.name, i.operation, i.created_at, i.updated_at, a.tags, a.metadata \
     from service_instance i left join cf_attached a on a.resource = i.id where i.space",
    "i.id",
    "i.name",
    "i.id",
    "order by i.name"
);

/// Hands over those that brokers made, by name.
pub async fn managed(
    tx: &mut Tx,
    space: SpaceGuid,
    pick: Pick<'_>,
    on: impl FnMut(Managed) -> Result<()> + Send,
) -> Result<()> {
    tx.each(pick.sql(&MANAGED), pick.params(space)?, on).await
}

record! {
    /// An instance that somebody provides.
    pub struct Provided {
        /// Its GUID.
        pub id: InstanceId,
        /// Unique in the space.
        pub name: String,
        /// Where logs of bound apps go.
        pub syslog_drain_url: Option<String>,
        /// Through where requests to bound routes go.
        pub route_service_url: Option<String>,
        pub created_at: Time,
        pub updated_at: Time,
        /// By which apps find it.
        pub tags: Option<Vec<String>>,
        pub metadata: Option<Metadata>,
    }
}

impl Sealed for Provided {
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()> {
        let Self { id, syslog_drain_url, route_service_url, .. } = self;
        Column::urls(id.0, [syslog_drain_url, route_service_url], text)
    }
}

const PROVIDED: Question = question!(
    "select u.id, u.name, u.syslog_drain_url, u.route_service_url, u.created_at, u.updated_at, a.tags, a.metadata \
     from cf_user_provided u left join cf_attached a on a.resource = u.id where u.space",
    "u.id",
    "u.name",
    "u.id",
    "order by u.name"
);

/// Hands over those that somebody provides, by name.
pub async fn provided(
    tx: &mut Tx,
    space: SpaceGuid,
    pick: Pick<'_>,
    on: impl FnMut(Provided) -> Result<()> + Send,
) -> Result<()> {
    tx.opened_each(pick.sql(&PROVIDED), pick.params(space)?, on).await
}

record! {
    /// A key.
    pub struct Key {
        /// Its GUID.
        pub id: BindingId,
        pub instance: InstanceId,
        /// The instance's name.
        pub holder: String,
        /// Unique in the instance.
        pub name: String,
        /// The last thing done to it.
        pub operation: Operation,
        pub created_at: Time,
        pub updated_at: Time,
        pub metadata: Option<Metadata>,
    }
}

const KEYS: Question = question!(
    "select b.id, b.instance, i.name as holder, b.name, b.operation, b.created_at, b.updated_at, a.metadata \
     from service_instance i join service_binding b on b.instance = i.id \
     left join cf_attached a on a.resource = b.id where i.space",
    "b.id",
    "b.name",
    "i.id",
    "order by i.name, b.name"
);

/// Hands over the keys of a space's instances, by the instance's name and their own.
pub async fn keys(
    tx: &mut Tx,
    space: SpaceGuid,
    pick: Pick<'_>,
    on: impl FnMut(Key) -> Result<()> + Send,
) -> Result<()> {
    tx.each(pick.sql(&KEYS), pick.params(space)?, on).await
}

const NAME: &str = "select name from service_instance where space = $1 and id = $2";

/// The name of an instance that a broker made in the space.
pub async fn name(tx: &mut Tx, space: SpaceGuid, instance: InstanceId) -> Result<Option<String>> {
    tx.query_opt(NAME, p![space, instance]).await
}

const NAMED: &str = "select id from service_instance where space = $1 and name = $2";

/// The instance that a broker made in the space under this name.
pub async fn named(tx: &mut Tx, space: SpaceGuid, name: &str) -> Result<Option<InstanceId>> {
    tx.query_opt(NAMED, p![space, name]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_by_guid_is_not_looked_for_in_the_whole_space() {
        let dir = tempfile::tempdir().unwrap();
        let mut conn = crate::sqlite::open_writer(&dir.path().join(crate::sqlite::FILE)).unwrap();
        crate::migrate::sqlite(&mut conn).unwrap();
        for sql in [MANAGED.guids, MANAGED.of, PROVIDED.guids, KEYS.guids, KEYS.of, cf_job::ABOUT] {
            let mut plan = conn.prepare(&format!("explain query plan {}", sql.sqlite())).unwrap();
            let steps = plan.query_map(["[]", "s"], |row| row.get::<_, String>(3)).unwrap();
            let steps: Vec<String> = steps.map(|step| step.unwrap()).collect();
            assert!(!steps.iter().any(|step| step.contains("space=?") || step.starts_with("SCAN i")), "{steps:#?}");
        }
    }
}
