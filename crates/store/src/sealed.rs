//! Columns whose values may hold secrets: sealed on their way in, opened on their way out.
//!
//! It is done here, where the columns are, so that no use case can forget it. The key is the engine's, which hands it
//! in as a [`Seal`] before anything is written. What an older release wrote in the open is read as it is, and sealed by
//! [`seal_existing`] at the next start.

use crate::db::Db;
use crate::error::{Error, Result};
use crate::row::FromRow;
use crate::sql::{Params, Sql};
use crate::tx::Tx;
use crate::{p, record};
use serde::de::DeserializeOwned;
use std::fmt;
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

/// Seals and opens texts. `context` is the place of a value: it cannot be moved to another one.
pub trait Seal: fmt::Debug + Send + Sync {
    /// What is stored instead of `plain`; it begins with [`MARK`].
    ///
    /// # Errors
    /// When the cipher fails.
    fn seal(&self, context: &str, plain: &str) -> Result<String>;

    /// What was sealed.
    ///
    /// # Errors
    /// When it was sealed for another place or under another key, or was altered.
    fn open(&self, context: &str, sealed: &str) -> Result<String>;
}

/// What sealed values begin with. Nothing that is sealed begins so by itself: it is JSON or an address.
pub const MARK: &str = "v1.";

/// The seal of a database, once it is known.
pub(crate) type Slot = Arc<OnceLock<Arc<dyn Seal>>>;

/// A text that may hold secrets: opened, and shown to nobody who prints it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Hidden(pub String);

impl Hidden {
    /// What it says as JSON.
    ///
    /// # Errors
    /// When it is no such JSON.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.0).map_err(Error::other)
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A record with columns that are sealed.
pub(crate) trait Sealed: FromRow + Clone {
    /// Hands over each of these columns, with the row's key.
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()>;
}

impl Tx {
    /// A value for a column that is sealed.
    pub(crate) fn seal(&self, column: Column, id: Uuid, plain: &str) -> Result<String> {
        match self.sealer() {
            Some(seal) => seal.seal(&column.context(id), plain),
            None => Ok(plain.to_owned()),
        }
    }

    /// A value of a column that is sealed.
    pub(crate) fn unseal(&self, column: Column, id: Uuid, stored: &mut String) -> Result<()> {
        column.open(self.sealer(), id, stored)
    }

    /// A record as it is to be written.
    pub(crate) fn sealed<T: Sealed>(&self, record: &T) -> Result<T> {
        let mut sealed = record.clone();
        sealed.each(&mut |column, id, text| {
            *text = self.seal(column, id, text)?;
            Ok(())
        })?;
        Ok(sealed)
    }

    /// As [`Tx::query`], opened.
    pub(crate) async fn opened<T: Sealed>(&mut self, sql: impl Into<Sql>, params: Params<'_>) -> Result<Vec<T>> {
        let mut records: Vec<T> = self.query(sql, params).await?;
        for record in &mut records {
            record.each(&mut |column, id, text| self.unseal(column, id, text))?;
        }
        Ok(records)
    }

    /// As [`Tx::each`], opened.
    pub(crate) async fn opened_each<T: Sealed>(
        &mut self,
        sql: Sql,
        params: Params<'_>,
        mut on_row: impl FnMut(T) -> Result<()> + Send,
    ) -> Result<()> {
        let seal = self.sealer().cloned();
        let opened = |mut record: T| {
            record.each(&mut |column, id, text| column.open(seal.as_ref(), id, text))?;
            on_row(record)
        };
        self.each(sql, params, opened).await
    }

    /// As [`Tx::query_opt`], opened.
    pub(crate) async fn opened_opt<T: Sealed>(&mut self, sql: &'static str, params: Params<'_>) -> Result<Option<T>> {
        let mut record: Option<T> = self.query_opt(sql, params).await?;
        if let Some(record) = &mut record {
            record.each(&mut |column, id, text| self.unseal(column, id, text))?;
        }
        Ok(record)
    }
}

/// A column that is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    InstanceParameters,
    BindingParameters,
    EnvironmentParameters,
    SyslogDrain,
    RouteService,
    CallIntent,
    DeployPlan,
    DeployParameters,
}

/// All of them, each with what is still open in it, and what seals one value.
const COLUMNS: [(Column, &str, &str); 8] = [
    (
        Column::InstanceParameters,
        "select id, parameters as value from service_instance where parameters not like 'v1.%' limit 200",
        "update service_instance set parameters = $3 where id = $1 and parameters = $2",
    ),
    (
        Column::BindingParameters,
        "select id, parameters as value from service_binding where parameters not like 'v1.%' limit 200",
        "update service_binding set parameters = $3 where id = $1 and parameters = $2",
    ),
    (
        Column::EnvironmentParameters,
        "select id, parameters as value from environment where parameters not like 'v1.%' limit 200",
        "update environment set parameters = $3 where id = $1 and parameters = $2",
    ),
    (
        Column::SyslogDrain,
        "select id, syslog_drain_url as value from cf_user_provided where syslog_drain_url not like 'v1.%' limit 200",
        "update cf_user_provided set syslog_drain_url = $3 where id = $1 and syslog_drain_url = $2",
    ),
    (
        Column::RouteService,
        "select id, route_service_url as value from cf_user_provided where route_service_url not like 'v1.%' limit 200",
        "update cf_user_provided set route_service_url = $3 where id = $1 and route_service_url = $2",
    ),
    (
        Column::CallIntent,
        "select id, intent as value from cf_job where intent not like 'v1.%' limit 200",
        "update cf_job set intent = $3 where id = $1 and intent = $2",
    ),
    (
        Column::DeployPlan,
        "select id, plan as value from deploy_operation where plan not like 'v1.%' limit 200",
        "update deploy_operation set plan = $3 where id = $1 and plan = $2",
    ),
    (
        Column::DeployParameters,
        "select id, parameters as value from deploy_operation where parameters not like 'v1.%' limit 200",
        "update deploy_operation set parameters = $3 where id = $1 and parameters = $2",
    ),
];

impl Column {
    const fn name(self) -> &'static str {
        match self {
            Self::InstanceParameters => "service_instance.parameters",
            Self::BindingParameters => "service_binding.parameters",
            Self::EnvironmentParameters => "environment.parameters",
            Self::SyslogDrain => "cf_user_provided.syslog_drain_url",
            Self::RouteService => "cf_user_provided.route_service_url",
            Self::CallIntent => "cf_job.intent",
            Self::DeployPlan => "deploy_operation.plan",
            Self::DeployParameters => "deploy_operation.parameters",
        }
    }

    fn context(self, id: Uuid) -> String {
        format!("{} {id}", self.name())
    }

    fn open(self, seal: Option<&Arc<dyn Seal>>, id: Uuid, stored: &mut String) -> Result<()> {
        if stored.starts_with(MARK) {
            let seal = seal.ok_or_else(|| Error::other(format!("no key is known for {}", self.name())))?;
            *stored = seal.open(&self.context(id), stored)?;
        }
        Ok(())
    }

    /// Hands over the addresses of an instance that somebody provides: where its logs go, and through where requests go.
    pub(crate) fn urls(
        id: Uuid,
        [drain, route]: [&mut Option<String>; 2],
        text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>,
    ) -> Result<()> {
        for (column, url) in [(Self::SyslogDrain, drain), (Self::RouteService, route)] {
            if let Some(url) = url {
                text(column, id, url)?;
            }
        }
        Ok(())
    }
}

record! {
    struct OpenRow {
        id: Uuid,
        value: String,
    }
}

/// Seals what an older release wrote in the open, and tells how much that was. The seal must be known.
pub async fn seal_existing(db: &Db) -> Result<u64> {
    let mut all = 0;
    for (column, open, put) in COLUMNS {
        loop {
            let sealed = db.write(async move |tx| seal_some(tx, column, open, put).await).await?;
            all += sealed;
            if sealed == 0 {
                break;
            }
        }
    }
    Ok(all)
}

async fn seal_some(tx: &mut Tx, column: Column, open: &'static str, put: &'static str) -> Result<u64> {
    let rows: Vec<OpenRow> = tx.query(open, p![]).await?;
    let mut count = 0;
    for OpenRow { id, value } in rows {
        let sealed = tx.seal(column, id, &value)?;
        // Without a seal there would be no end.
        count += u64::from(sealed != value) * tx.execute(put, p![id, &value, &sealed]).await?;
    }
    Ok(count)
}
