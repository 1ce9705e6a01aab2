//! Features of Cloud ALM, their references and their history.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{Params, insert, p, record, select, sql};
use model::feature::Status;
use model::{FeatureId, ProjectId, RequestId, SubaccountId, Time, UrlReferenceId};

record! {
    /// A feature.
    pub struct Feature of "alm_feature" {
        pub id: FeatureId,
        /// Whose.
        pub subaccount: SubaccountId,
        /// Running number in the tenant.
        pub number: i64,
        /// The project that it belongs to.
        pub project: ProjectId,
        pub title: String,
        /// More, as HTML.
        pub description: String,
        /// Where it stands.
        pub status: Status,
        /// Priority code.
        pub priority: i64,
        pub release_id: Option<String>,
        pub scope_id: Option<String>,
        pub workstream_id: Option<String>,
        /// Who is responsible, if anybody.
        pub responsible_id: Option<String>,
        /// Type code.
        pub kind: String,
        pub tags: Vec<String>,
        /// Counts the changes.
        pub rev: i64,
        pub created_at: Time,
        pub modified_at: Time,
    }
}

record! {
    /// A link.
    pub struct UrlReference of "alm_url_reference" {
        pub id: UrlReferenceId,
        pub feature: FeatureId,
        /// What people read.
        pub name: String,
        pub url: String,
        pub created_at: Time,
    }
}

record! {
    /// A pointer to something in another system.
    pub struct ExternalReference of "alm_external_reference" {
        pub feature: FeatureId,
        /// Its id there, unique in the feature.
        pub id: String,
        /// What people read.
        pub name: String,
        pub url: String,
        pub created_at: Time,
    }
}

record! {
    /// Something that happened to a feature.
    pub struct HistoryEntry of "alm_history" {
        pub feature: FeatureId,
        pub at: Time,
        pub actor: String,
        pub heading: String,
        pub value: String,
        pub old_value: Option<String>,
    }
}

const NEXT_NUMBER: &str = "insert into alm_counter (subaccount, last) values ($1, 1) \
    on conflict (subaccount) do update set last = alm_counter.last + 1 returning last";

/// The next number of a tenant. Whoever asks at the same time waits, so there are no holes but those of roll-backs.
pub async fn next_number(tx: &mut Tx, subaccount: SubaccountId) -> Result<i64> {
    tx.query_one(NEXT_NUMBER, p![subaccount]).await
}

const INSERT: &str = insert!(Feature);

/// Adds a feature.
pub async fn insert(tx: &mut Tx, row: &Feature) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const LOCK: &str = "update alm_feature set rev = rev + 1 where subaccount = $1 and id = $2";

/// Has everybody else who changes this feature wait. `false` if there is none.
pub async fn lock(tx: &mut Tx, subaccount: SubaccountId, id: FeatureId) -> Result<bool> {
    Ok(tx.execute(LOCK, p![subaccount, id]).await? == 1)
}

const FIND: &str = select!(Feature, "where subaccount = $1 and id = $2");

/// A feature of a tenant.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: FeatureId) -> Result<Option<Feature>> {
    tx.query_opt(FIND, p![subaccount, id]).await
}

const PAGE: &str = select!(Feature, "where subaccount = $1 and number > $2 order by number limit $3");

/// Features of a tenant behind the number `after`, by number.
pub async fn page(tx: &mut Tx, subaccount: SubaccountId, after: i64, limit: i64) -> Result<Vec<Feature>> {
    tx.query(PAGE, p![subaccount, after, limit]).await
}

/// Which features are looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Only those with a smaller number.
    pub before: i64,
    /// Only those whose title has this text, in whatever case, or whose shown number it is.
    pub text: String,
    /// Only those in these statuses: codes with commas; empty for all.
    pub statuses: String,
    /// Only those of these priorities: codes with commas; empty for all.
    pub priorities: String,
    /// Only those of this project; empty for all.
    pub project: String,
    /// How many at most.
    pub limit: i64,
}

impl Search {
    fn params(&self, subaccount: SubaccountId) -> Params<'static> {
        let text = self.text.trim().to_ascii_lowercase();
        let like = sql::holding(&text);
        let number = text.strip_prefix("6-").unwrap_or(&text).parse().unwrap_or(0_i64);
        let list = |codes: &str| if codes.is_empty() { String::new() } else { format!(",{codes},") };
        p![
            subaccount,
            self.before,
            self.limit,
            like,
            number,
            list(&self.statuses),
            list(&self.priorities),
            self.project.clone()
        ]
    }
}

const SEARCH: &str = select!(
    Feature,
    "where subaccount = $1 and number < $2 and ($4 = '' or lower(title) like $4 escape '!' or number = $5) \
    and ($6 = '' or $6 like '%,' || status || ',%') \
    and ($7 = '' or $7 like '%,' || cast(priority as text) || ',%') \
    and ($8 = '' or project = $8) order by number desc limit $3"
);

/// Features of a tenant that fit, the newest first.
pub async fn search(tx: &mut Tx, subaccount: SubaccountId, wish: &Search) -> Result<Vec<Feature>> {
    tx.query(SEARCH, wish.params(subaccount)).await
}

const CARRIED: &str = "select t.feature, t.id from alm_transport t join alm_feature f on f.id = t.feature \
    where f.subaccount = $1 and f.number < $2 and ($4 = '' or lower(f.title) like $4 escape '!' or f.number = $5) \
    and ($6 = '' or $6 like '%,' || f.status || ',%') \
    and ($7 = '' or $7 like '%,' || cast(f.priority as text) || ',%') \
    and ($8 = '' or f.project = $8) and f.number >= $3 order by t.id";

/// The transports of the features that fit, down to the number `last`, in the order of their release.
pub async fn carried(
    tx: &mut Tx,
    subaccount: SubaccountId,
    wish: &Search,
    last: i64,
) -> Result<Vec<(FeatureId, RequestId)>> {
    tx.query(CARRIED, Search { limit: last, ..wish.clone() }.params(subaccount)).await
}

const UPDATE: &str = "update alm_feature set title = $2, description = $3, status = $4, priority = $5, release_id = $6, \
    scope_id = $7, workstream_id = $8, responsible_id = $9, kind = $10, tags = $11, modified_at = $12 where id = $1";

/// Saves what can change.
pub async fn update(tx: &mut Tx, row: &Feature) -> Result<()> {
    let values = p![
        row.id,
        &row.title,
        &row.description,
        row.status,
        row.priority,
        &row.release_id,
        &row.scope_id,
        &row.workstream_id,
        &row.responsible_id,
        &row.kind,
        &row.tags,
        row.modified_at
    ];
    tx.execute(UPDATE, values).await.map(drop)
}

const TOUCH: &str = "update alm_feature set modified_at = $2 where id = $1";

/// Says that something of the feature changed.
pub async fn touch(tx: &mut Tx, id: FeatureId, now: Time) -> Result<()> {
    tx.execute(TOUCH, p![id, now]).await.map(drop)
}

const ADD_URL: &str = insert!(UrlReference);

/// Adds a link.
pub async fn add_url(tx: &mut Tx, row: &UrlReference) -> Result<()> {
    tx.execute(ADD_URL, row.params()).await.map(drop)
}

const URLS: &str = select!(UrlReference, "where feature = $1 order by created_at, id");

/// The links of a feature.
pub async fn urls(tx: &mut Tx, feature: FeatureId) -> Result<Vec<UrlReference>> {
    tx.query(URLS, p![feature]).await
}

const URL: &str = select!(UrlReference, "where id = $1");

/// A link.
pub async fn url(tx: &mut Tx, id: UrlReferenceId) -> Result<Option<UrlReference>> {
    tx.query_opt(URL, p![id]).await
}

const DROP_URL: &str = "delete from alm_url_reference where id = $1";

/// Removes a link.
pub async fn drop_url(tx: &mut Tx, id: UrlReferenceId) -> Result<()> {
    tx.execute(DROP_URL, p![id]).await.map(drop)
}

const ADD_EXTERNAL: &str = insert!(ExternalReference);

/// Adds a pointer.
pub async fn add_external(tx: &mut Tx, row: &ExternalReference) -> Result<()> {
    tx.execute(ADD_EXTERNAL, row.params()).await.map(drop)
}

const EXTERNALS: &str = select!(ExternalReference, "where feature = $1 order by created_at, id");

/// The pointers of a feature.
pub async fn externals(tx: &mut Tx, feature: FeatureId) -> Result<Vec<ExternalReference>> {
    tx.query(EXTERNALS, p![feature]).await
}

const DROP_EXTERNAL: &str = "delete from alm_external_reference where feature = $1 and id = $2";

/// Removes a pointer; `false` if there was none.
pub async fn drop_external(tx: &mut Tx, feature: FeatureId, id: &str) -> Result<bool> {
    Ok(tx.execute(DROP_EXTERNAL, p![feature, id]).await? == 1)
}

const ADD_HISTORY: &str = insert!(HistoryEntry and "id");

/// Adds an entry to the history.
pub async fn add_history(tx: &mut Tx, row: &HistoryEntry) -> Result<()> {
    let id = tx.next_id();
    tx.execute(ADD_HISTORY, row.params().and(id)).await.map(drop)
}

const HISTORY: &str = select!(HistoryEntry, "where feature = $1 order by at desc, id desc");

/// The history of a feature, newest first.
pub async fn history(tx: &mut Tx, feature: FeatureId) -> Result<Vec<HistoryEntry>> {
    tx.query(HISTORY, p![feature]).await
}

const DELETE_OF_SUBACCOUNT: [&str; 5] = [
    "delete from alm_url_reference where feature in (select id from alm_feature where subaccount = $1)",
    "delete from alm_external_reference where feature in (select id from alm_feature where subaccount = $1)",
    "delete from alm_history where feature in (select id from alm_feature where subaccount = $1)",
    "delete from alm_feature where subaccount = $1",
    "delete from alm_counter where subaccount = $1",
];

/// Removes all features of a tenant with their references and histories.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    for statement in DELETE_OF_SUBACCOUNT {
        tx.execute(statement, p![subaccount]).await?;
    }
    Ok(())
}
