//! The schema and its versions. How a migration is written says `migrations/README.md`.

use crate::error::{Error, Result};
use crate::sqlite;
use refinery_core::{Migration, Runner};
use rusqlite::{Connection, OptionalExtension};
use tokio_postgres::Client;

/// All migrations, one line each, in their order.
#[rustfmt::skip]
const MIGRATIONS: &[(&str, &str)] = &[
    ("V1__work", include_str!("../migrations/V1__work.sql")),
    ("V2__identity", include_str!("../migrations/V2__identity.sql")),
    ("V3__platform", include_str!("../migrations/V3__platform.sql")),
    ("V4__cf", include_str!("../migrations/V4__cf.sql")),
    ("V5__destination", include_str!("../migrations/V5__destination.sql")),
    ("V6__transport", include_str!("../migrations/V6__transport.sql")),
    ("V7__deploy", include_str!("../migrations/V7__deploy.sql")),
    ("V8__content", include_str!("../migrations/V8__content.sql")),
    ("V9__change", include_str!("../migrations/V9__change.sql")),
    ("V10__work_engine", include_str!("../migrations/V10__work_engine.sql")),
    ("V11__identity", include_str!("../migrations/V11__identity.sql")),
    ("V12__secrets", include_str!("../migrations/V12__secrets.sql")),
    ("V15__transport", include_str!("../migrations/V15__transport.sql")),
    ("V16__rest", include_str!("../migrations/V16__rest.sql")),
    ("V18__shown_entries", include_str!("../migrations/V18__shown_entries.sql")),
    ("V19__live", include_str!("../migrations/V19__live.sql")),
    ("V20__listed", include_str!("../migrations/V20__listed.sql")),
    ("V21__authorize", include_str!("../migrations/V21__authorize.sql")),
    ("V22__single_sign_on", include_str!("../migrations/V22__single_sign_on.sql")),
    ("V23__carried", include_str!("../migrations/V23__carried.sql")),
];

const SQLITE: [(&str, &str); 4] = [
    ("{id}", "integer"),
    ("{text}", "text"),
    ("{blob}", "blob"),
    ("{entries of r}", "json_each(r.entries, '$.entries')"),
];
const POSTGRES: [(&str, &str); 4] = [
    ("{id}", "bigint"),
    ("{text}", "text collate \"C\""),
    ("{blob}", "bytea"),
    ("{entries of r}", "json_array_elements(r.entries::json -> 'entries')"),
];

/// Any number will do; all replicas that start at once must take the same.
const ADVISORY_LOCK: &str = "select pg_advisory_lock(7607921)";
const ADVISORY_UNLOCK: &str = "select pg_advisory_unlock(7607921)";

const VERSION: &str = "select max(version) from refinery_schema_history";

/// Brings an embedded database up to date.
pub(crate) fn sqlite(conn: &mut Connection) -> Result<()> {
    let runner = runner(&SQLITE)?;
    let history = "select 1 from sqlite_master where name = 'refinery_schema_history'";
    if conn.query_row(history, [], |_| Ok(())).optional().map_err(sqlite::error)?.is_some() {
        refuse_newer(&runner, conn.query_row(VERSION, [], |row| row.get(0)).map_err(sqlite::error)?)?;
    }
    runner.run(conn).map(drop).map_err(Error::other)
}

/// Brings a PostgreSQL database up to date; replicas that start together do it one after the other.
pub(crate) async fn postgres(client: &mut Client) -> Result<()> {
    client.batch_execute(ADVISORY_LOCK).await.map_err(crate::postgres::error)?;
    let outcome = migrate_locked(client).await;
    client.batch_execute(ADVISORY_UNLOCK).await.map_err(crate::postgres::error)?;
    outcome
}

async fn migrate_locked(client: &mut Client) -> Result<()> {
    let runner = runner(&POSTGRES)?;
    let history = "select to_regclass('refinery_schema_history') is not null";
    let known: bool = client.query_one(history, &[]).await.map_err(crate::postgres::error)?.get(0);
    if known {
        let row = client.query_one(VERSION, &[]).await.map_err(crate::postgres::error)?;
        refuse_newer(&runner, row.get::<_, Option<i32>>(0).map(i64::from))?;
    }
    runner.run_async(client).await.map(drop).map_err(Error::other)
}

/// Makes the schema of an older release in a database that is empty, for tests of the upgrade.
#[cfg(feature = "test-support")]
pub(crate) mod older {
    use super::{Client, Connection, Error, POSTGRES, Result, SQLITE, runner};
    use refinery_core::Target;

    pub(crate) fn sqlite(conn: &mut Connection, version: i32) -> Result<()> {
        runner(&SQLITE)?.set_target(Target::Version(version)).run(conn).map(drop).map_err(Error::other)
    }

    pub(crate) async fn postgres(client: &mut Client, version: i32) -> Result<()> {
        let runner = runner(&POSTGRES)?.set_target(Target::Version(version));
        runner.run_async(client).await.map(drop).map_err(Error::other)
    }
}

fn runner(tokens: &[(&str, &str)]) -> Result<Runner> {
    let fill = |text: &str| tokens.iter().fold(text.to_owned(), |text, (token, word)| text.replace(token, word));
    let migrations = MIGRATIONS.iter().map(|(name, text)| Migration::unapplied(name, &fill(text)));
    Ok(Runner::new(&migrations.collect::<Result<Vec<_>, _>>().map_err(Error::other)?))
}

fn refuse_newer(runner: &Runner, found: Option<i64>) -> Result<()> {
    let known = runner.get_migrations().iter().map(|m| i64::from(m.version())).max().unwrap_or_default();
    match found {
        Some(found) if found > known => Err(Error::SchemaTooNew { found, known }),
        _ => Ok(()),
    }
}
