//! Asynchronous calls of Cloud Foundry: what was asked for, and what it came to.

use crate::error::Result;
use crate::sealed::Column;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A call that goes on after its answer.
    pub struct CfJobRow {
        /// Its GUID.
        pub id: Uuid,
        /// `service_instance.create`, …
        pub operation: String,
        /// `PROCESSING`, `POLLING`, `COMPLETE` or `FAILED`.
        pub state: String,
        /// The GUID of what it makes, changes or removes.
        pub resource: Uuid,
        /// The space, where there is one.
        pub space: Option<Uuid>,
        /// What is to be done, as JSON; sealed at rest.
        pub intent: String,
        /// Why it failed.
        pub failure: Option<String>,
        /// When ordered, in microseconds.
        pub created_at: i64,
        /// When changed last, in microseconds.
        pub updated_at: i64,
    }
}

fn opened(tx: &Tx, mut row: CfJobRow) -> Result<CfJobRow> {
    tx.unseal(Column::CallIntent, row.id, &mut row.intent)?;
    Ok(row)
}

const INSERT: &str = "insert into cf_job (id, operation, state, resource, space, intent, failure, created_at, updated_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// Adds a job.
pub async fn insert(tx: &mut Tx, row: &CfJobRow) -> Result<()> {
    let intent = tx.seal(Column::CallIntent, row.id, &row.intent)?;
    let values = p![
        row.id,
        &row.operation,
        &row.state,
        row.resource,
        row.space,
        &intent,
        row.failure.as_deref(),
        row.created_at,
        row.updated_at,
    ];
    tx.execute(INSERT, values).await.map(drop)
}

const GET: &str = "select id, operation, state, resource, space, intent, failure, created_at, updated_at \
    from cf_job where id = $1";

/// The job with this GUID.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<CfJobRow>> {
    let found = tx.query_opt(GET, p![id]).await?;
    found.map(|row| opened(tx, row)).transpose()
}

const SET_STATE: &str = "update cf_job set state = $2, failure = $3, updated_at = $4 where id = $1";

/// Says how far it is, and why it failed.
pub async fn set_state(tx: &mut Tx, id: Uuid, state: &str, failure: Option<&str>, now: i64) -> Result<()> {
    tx.execute(SET_STATE, p![id, state, failure, now]).await.map(drop)
}

const OF_SPACE: &str = "select id, operation, state, resource, space, intent, failure, created_at, updated_at \
    from cf_job where space = $1 and state <> 'COMPLETE' order by created_at, id";

/// The jobs in a space that are not complete: at work or failed.
pub async fn unfinished(tx: &mut Tx, space: Uuid) -> Result<Vec<CfJobRow>> {
    let rows: Vec<CfJobRow> = tx.query(OF_SPACE, p![space]).await?;
    rows.into_iter().map(|row| opened(tx, row)).collect()
}

const OF_RESOURCE: &str = "select id, operation, state, resource, space, intent, failure, created_at, updated_at \
    from cf_job where resource = $1 and state <> 'COMPLETE' order by created_at desc, id desc limit 1";

/// The last job about a resource that is not complete: at work or failed.
pub async fn of_resource(tx: &mut Tx, resource: Uuid) -> Result<Option<CfJobRow>> {
    let found = tx.query_opt(OF_RESOURCE, p![resource]).await?;
    found.map(|row| opened(tx, row)).transpose()
}

const DELETE_OF_RESOURCE: &str = "delete from cf_job where resource = $1 and state = 'FAILED'";

/// Forgets what failed for a resource that is gone or was asked for anew.
pub async fn forget_failures(tx: &mut Tx, resource: Uuid) -> Result<u64> {
    tx.execute(DELETE_OF_RESOURCE, p![resource]).await
}

const DELETE_OLD: &str = "delete from cf_job where updated_at < $1 and (state = 'COMPLETE' or \
    (state = 'FAILED' and operation <> 'service_instance.create'))";

/// Removes what ended before `before`. An instance that could not be made is shown until somebody removes it.
pub async fn delete_old(tx: &mut Tx, before: i64) -> Result<u64> {
    tx.execute(DELETE_OLD, p![before]).await
}

const DELETE_OF_SPACE: &str = "delete from cf_job where space = $1 and state <> 'PROCESSING'";

/// Removes what ended in a space that goes away; a call that is at work ends by itself.
pub async fn delete_of_space(tx: &mut Tx, space: Uuid) -> Result<()> {
    tx.execute(DELETE_OF_SPACE, p![space]).await.map(drop)
}
