//! What lists show of a tenant: packages with their numbers, artifacts with what runs of them, transports.

use crate::column::Object;
use crate::error::Result;
use crate::tenant::{Runtime, Transport};
use crate::tx::Tx;
use crate::{p, record, select, sql};
use model::runtime::RuntimeStatus;
use model::{SubaccountId, Time};

record! {
    /// A package with its numbers.
    pub struct PackageLine {
        /// Technical id.
        pub id: String,
        /// Display name.
        pub name: String,
        /// The version people see.
        pub version: String,
        /// Its resource as in an export.
        pub resource: Object,
        pub modified_by: String,
        pub modified_at: Time,
        /// How many artifacts it has.
        pub artifacts: i64,
        /// How many of them changed since their last version.
        pub drafts: i64,
        /// How many of them are deployed.
        pub deployed: i64,
    }
}

/// Which packages are looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Those behind this id.
    pub after: String,
    /// Only those that have this text in id or name, or in those of an artifact, in whatever case.
    pub text: String,
    /// Only those with drafts.
    pub with_drafts: bool,
    /// How many at most.
    pub limit: i64,
}

const PACKAGES: &str = "select p.id, p.name, p.version, p.resource, p.modified_by, p.modified_at, \
    (select count(*) from artifact a where a.subaccount = p.subaccount and a.package = p.id and a.runnable) as artifacts, \
    (select count(*) from artifact a where a.subaccount = p.subaccount and a.package = p.id and a.draft) as drafts, \
    (select count(*) from artifact a join runtime_artifact r on r.subaccount = a.subaccount and r.id = a.id \
     where a.subaccount = p.subaccount and a.package = p.id and a.runnable) as deployed \
    from package p where p.subaccount = $1 and p.id > $2 \
    and ($4 = '' or lower(p.id) like $4 escape '!' or lower(p.name) like $4 escape '!' or exists \
     (select 1 from artifact a where a.subaccount = p.subaccount and a.package = p.id \
      and (lower(a.id) like $4 escape '!' or lower(a.name) like $4 escape '!'))) \
    and (not $5 or exists \
     (select 1 from artifact a where a.subaccount = p.subaccount and a.package = p.id and a.draft)) \
    order by p.id limit $3";

/// Packages that fit, by id.
pub async fn packages(tx: &mut Tx, subaccount: SubaccountId, wish: &Search) -> Result<Vec<PackageLine>> {
    let text = sql::holding(wish.text.trim());
    tx.query(PACKAGES, p![subaccount, &wish.after, wish.limit, text, wish.with_drafts]).await
}

record! {
    /// An artifact of a package, with what runs of it.
    pub struct ArtifactLine {
        /// Technical id.
        pub id: String,
        /// `IFlow`, `ValueMapping`, `Url`, …
        pub kind: String,
        /// Whether it is a bundle.
        pub runnable: bool,
        /// Display name.
        pub name: String,
        /// The last version.
        pub version: String,
        /// Whether it changed since.
        pub draft: bool,
        /// Bytes of its content.
        pub size: u64,
        /// Its resource as in an export.
        pub resource: Object,
        pub modified_by: String,
        pub modified_at: Time,
        /// Who has it open.
        pub holder: Option<String>,
        /// How it runs.
        pub status: Option<RuntimeStatus>,
        /// The version that was deployed.
        pub deployed: Option<String>,
    }
}

const ARTIFACTS: &str = "select a.id, a.kind, a.runnable, a.name, a.version, a.draft, a.size, a.resource, \
    a.modified_by, a.modified_at, l.holder, r.status, r.version as deployed from artifact a \
    left join artifact_lock l on l.subaccount = a.subaccount and l.reg_id = a.reg_id \
    left join runtime_artifact r on r.subaccount = a.subaccount and r.id = a.id and a.runnable \
    where a.subaccount = $1 and a.package = $2 order by a.pos, a.reg_id";

/// The artifacts of a package, in their order.
pub async fn artifacts(tx: &mut Tx, subaccount: SubaccountId, package: &str) -> Result<Vec<ArtifactLine>> {
    tx.query(ARTIFACTS, p![subaccount, package]).await
}

const RUNTIMES: &str = select!(
    Runtime,
    "where subaccount = $1 and id > $2 and ($4 = '' or lower(id) like $4 escape '!' or lower(name) like $4 escape '!') \
    and ($5 = '' or $5 like '%,' || status || ',%') order by id limit $3"
);

/// Deployed artifacts behind the id `after` that have this text and one of these statuses (codes with commas), by id.
pub async fn runtimes(
    tx: &mut Tx,
    subaccount: SubaccountId,
    (text, statuses): (&str, &str),
    after: &str,
    limit: i64,
) -> Result<Vec<Runtime>> {
    let statuses = if statuses.is_empty() { String::new() } else { format!(",{statuses},") };
    tx.query(RUNTIMES, p![subaccount, after, limit, sql::holding(text.trim()), statuses]).await
}

const TRANSPORTS: &str = select!(
    Transport,
    "where subaccount = $1 and ($5 = '' or package = $5) and (started_at < $2 or (started_at = $2 and id < $3)) \
    order by started_at desc, id desc limit $4"
);

/// Transports of a tenant, or of one package of it, that began before this one, the newest first.
pub async fn transports(
    tx: &mut Tx,
    subaccount: SubaccountId,
    package: &str,
    (before, id): (Time, &str),
    limit: i64,
) -> Result<Vec<Transport>> {
    tx.query(TRANSPORTS, p![subaccount, before, id, limit, package]).await
}
