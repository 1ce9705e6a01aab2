//! Asynchronous calls of Cloud Foundry: what was asked for, and what it came to.

use crate::dialect::wanted;
use crate::error::Result;
use crate::row::Record;
use crate::sealed::{Column, Hidden, Sealed};
use crate::sql::Sql;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::cf::CallState;
use model::{SpaceGuid, Time};
use uuid::Uuid;

record! {
    /// A call that goes on after its answer.
    pub struct CfJob of "cf_job" {
        /// Its GUID.
        pub id: Uuid,
        /// `service_instance.create`, …
        pub operation: String,
        pub state: CallState,
        /// The GUID of what it makes, changes or removes.
        pub resource: Uuid,
        pub space: Option<SpaceGuid>,
        /// What is to be done, as JSON; sealed at rest.
        pub intent: Hidden,
        /// Why it failed.
        pub failure: Option<String>,
        pub created_at: Time,
        /// When it was last heard of.
        pub updated_at: Time,
    }
}

impl Sealed for CfJob {
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()> {
        text(Column::CallIntent, self.id, &mut self.intent.0)
    }
}

const INSERT: &str = insert!(CfJob);

/// Adds a job.
pub async fn insert(tx: &mut Tx, row: &CfJob) -> Result<()> {
    let row = tx.sealed(row)?;
    tx.execute(INSERT, row.params()).await.map(drop)
}

const GET: &str = select!(CfJob, "where id = $1");

/// The job with this GUID.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<CfJob>> {
    tx.opened_opt(GET, p![id]).await
}

const SET_STATE: &str = "update cf_job set state = $2, failure = $3, updated_at = $4 where id = $1";

/// Says how far it is, and why it failed.
pub async fn set_state(tx: &mut Tx, id: Uuid, state: CallState, failure: Option<&str>, now: Time) -> Result<()> {
    tx.execute(SET_STATE, p![id, state, failure, now]).await.map(drop)
}

const OF_SPACE: &str = select!(CfJob, "where space = $1 and state <> 'COMPLETE' order by created_at, id");

/// The jobs in a space that are not complete, oldest first: at work or failed.
pub async fn unfinished(tx: &mut Tx, space: SpaceGuid) -> Result<Vec<CfJob>> {
    tx.opened(OF_SPACE, p![space]).await
}

pub(crate) const ABOUT: Sql = wanted!(select!(
    CfJob,
    "where space || '' = $2 and state <> 'COMPLETE' and resource in (select item from wanted) order by created_at, id"
));

/// Those of them that are about a list of things (GUIDs, JSON); found by these, not by the space.
pub(crate) async fn unfinished_about(tx: &mut Tx, space: SpaceGuid, list: String) -> Result<Vec<CfJob>> {
    tx.opened(ABOUT, p![list, space]).await
}

const OF_RESOURCE: &str =
    select!(CfJob, "where resource = $1 and state <> 'COMPLETE' order by created_at desc, id desc limit 1");

/// The last job about a resource that is not complete: at work or failed.
pub async fn of_resource(tx: &mut Tx, resource: Uuid) -> Result<Option<CfJob>> {
    tx.opened_opt(OF_RESOURCE, p![resource]).await
}

const DELETE_OF_RESOURCE: &str = "delete from cf_job where resource = $1 and state = 'FAILED'";

/// Forgets what failed for a resource that is gone or was asked for anew.
pub async fn forget_failures(tx: &mut Tx, resource: Uuid) -> Result<u64> {
    tx.execute(DELETE_OF_RESOURCE, p![resource]).await
}

const DELETE_OLD: &str = "delete from cf_job where updated_at < $1 and (state = 'COMPLETE' or \
    (state = 'FAILED' and operation <> 'service_instance.create'))";

/// Removes what ended before `before`. An instance that could not be made is shown until somebody removes it.
pub async fn delete_old(tx: &mut Tx, before: Time) -> Result<u64> {
    tx.execute(DELETE_OLD, p![before]).await
}

const DELETE_OF_SPACE: &str = "delete from cf_job where space = $1 and state <> 'PROCESSING'";

/// Removes what ended in a space that goes away; a call that is at work ends by itself.
pub async fn delete_of_space(tx: &mut Tx, space: SpaceGuid) -> Result<()> {
    tx.execute(DELETE_OF_SPACE, p![space]).await.map(drop)
}
