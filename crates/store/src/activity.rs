//! Activities of the Content Agent, with their messages.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};

record! {
    /// An activity.
    pub struct ActivityRow {
        /// Its id, a GUID.
        pub id: String,
        /// GUID of its subaccount.
        pub subaccount: String,
        /// What the client calls itself.
        pub requestor: String,
        /// `INITIAL`, `RUNNING`, `FINISHED`, `ERROR`, `ABORTED`.
        pub state: String,
        /// What was asked and what was found out, as JSON.
        pub detail: String,
        /// The blob with the archive, once there is one.
        pub archive: Option<String>,
        /// Who.
        pub started_by: String,
        /// When.
        pub started_at: i64,
        /// When it ended.
        pub ended_at: Option<i64>,
    }
}

const INSERT: &str = "insert into activity (id, subaccount, requestor, state, detail, archive, started_by, started_at, ended_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// Adds an activity.
pub async fn insert(tx: &mut Tx, row: &ActivityRow) -> Result<()> {
    let params = p![
        &row.id,
        &row.subaccount,
        &row.requestor,
        &row.state,
        &row.detail,
        row.archive.as_deref(),
        &row.started_by,
        row.started_at,
        row.ended_at
    ];
    tx.execute(INSERT, params).await.map(drop)
}

const FIND: &str = "select id, subaccount, requestor, state, detail, archive, started_by, started_at, ended_at from activity \
    where id = $1";

/// An activity.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<ActivityRow>> {
    tx.query_opt(FIND, p![id]).await
}

const NEWEST: &str = "select id, subaccount, requestor, state, detail, archive, started_by, started_at, ended_at from activity \
    where subaccount = $1 order by started_at desc, id desc limit $2";

/// The newest activities of a subaccount.
pub async fn newest(tx: &mut Tx, subaccount: &str, limit: i64) -> Result<Vec<ActivityRow>> {
    tx.query(NEWEST, p![subaccount, limit]).await
}

const NEWEST_OF: &str = "select id, subaccount, requestor, state, detail, archive, started_by, started_at, ended_at \
    from activity where subaccount = $1 and requestor = $2 order by started_at desc, id desc limit $3";

/// The newest activities of one requestor.
pub async fn newest_of(tx: &mut Tx, subaccount: &str, requestor: &str, limit: i64) -> Result<Vec<ActivityRow>> {
    tx.query(NEWEST_OF, p![subaccount, requestor, limit]).await
}

const COUNT: &str = "select count(*) from activity where subaccount = $1";
const COUNT_OF: &str = "select count(*) from activity where subaccount = $1 and requestor = $2";

/// How many activities a subaccount has, of all requestors or of one.
pub async fn count(tx: &mut Tx, subaccount: &str, requestor: Option<&str>) -> Result<i64> {
    match requestor {
        Some(requestor) => tx.query_one(COUNT_OF, p![subaccount, requestor]).await,
        None => tx.query_one(COUNT, p![subaccount]).await,
    }
}

const SAVE: &str = "update activity set state = $2, detail = $3, archive = $4, ended_at = $5 where id = $1";

/// Saves how an activity stands; `false` when it is gone.
pub async fn save(tx: &mut Tx, row: &ActivityRow) -> Result<bool> {
    let values = p![&row.id, &row.state, &row.detail, row.archive.as_deref(), row.ended_at];
    Ok(tx.execute(SAVE, values).await? == 1)
}

record! {
    /// A message of an activity.
    pub struct MessageRow {
        /// Its place.
        pub pos: i64,
        /// `INFO`, `WARNING`, `ERROR`.
        pub severity: String,
        /// The sentence.
        pub text: String,
        /// When.
        pub at: i64,
    }
}

const MESSAGES: &str = "select pos, severity, text, at from activity_message where activity = $1 order by pos";

/// The messages of an activity, in their order.
pub async fn messages(tx: &mut Tx, activity: &str) -> Result<Vec<MessageRow>> {
    tx.query(MESSAGES, p![activity]).await
}

const SAY: &str = "insert into activity_message (activity, pos, severity, text, at) \
    select $1, count(*), $2, $3, $4 from activity_message where activity = $1";

/// Adds a message after the last one.
pub async fn say(tx: &mut Tx, activity: &str, severity: &str, text: &str, at: i64) -> Result<()> {
    tx.execute(SAY, p![activity, severity, text, at]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: [&str; 2] = [
    "delete from activity_message where activity in (select id from activity where subaccount = $1)",
    "delete from activity where subaccount = $1",
];

/// Removes all activities of a subaccount with what they said.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: &str) -> Result<()> {
    for statement in DELETE_OF_SUBACCOUNT {
        tx.execute(statement, p![subaccount]).await?;
    }
    Ok(())
}
