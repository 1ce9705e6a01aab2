//! Where the data of a measurement is: an embedded database in a folder, or a schema of its own on PostgreSQL.

use anyhow::Result;
use std::path::Path;
use store::{Db, DbUrl, Options, Sql, Tx, p};

/// A schema per measurement, so that each begins empty.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Schema {
    Transports,
    HttpTransports,
    Pages,
    Jobs,
}

impl Schema {
    const fn name(self) -> &'static str {
        match self {
            Self::Transports => "bench_transports",
            Self::HttpTransports => "bench_http",
            Self::Pages => "bench_pages",
            Self::Jobs => "bench_jobs",
        }
    }

    const fn statements(self) -> [&'static str; 2] {
        match self {
            Self::Transports => ["drop schema if exists bench_transports cascade", "create schema bench_transports"],
            Self::HttpTransports => ["drop schema if exists bench_http cascade", "create schema bench_http"],
            Self::Pages => ["drop schema if exists bench_pages cascade", "create schema bench_pages"],
            Self::Jobs => ["drop schema if exists bench_jobs cascade", "create schema bench_jobs"],
        }
    }
}

/// A database that nobody else uses.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// In the folder that the measurement has anyhow.
    Embedded,
    /// There.
    Postgres(String),
}

impl Place {
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Embedded => "embedded",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// Its address; `folder` is used by the embedded one.
    pub(crate) fn url(&self, folder: &Path) -> DbUrl {
        match self {
            Self::Embedded => DbUrl::Sqlite(folder.to_owned()),
            Self::Postgres(url) => DbUrl::Postgres(url.clone()),
        }
    }
}

/// Replaces the schema and answers an address that sees nothing else.
pub(crate) async fn fresh(url: &str, schema: Schema) -> Result<Place> {
    let db = Db::open(&url.parse()?, Options::default()).await?;
    db.write(async move |tx: &mut Tx| -> store::Result<()> {
        for statement in schema.statements() {
            tx.execute(Sql::Same(statement), p![]).await?;
        }
        Ok(())
    })
    .await?;
    let sign = if url.contains('?') { '&' } else { '?' };
    Ok(Place::Postgres(format!("{url}{sign}options=-csearch_path%3D{}", schema.name())))
}
