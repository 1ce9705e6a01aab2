//! Activities of the Content Agent, with their messages.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select, sql};
use model::activity::{ActivityState, ExportDetail};
use model::message::MessageKind;
use model::{ActivityId, BlobId, SubaccountId, Time};

record! {
    /// An activity.
    pub struct Activity of "activity" {
        /// Its id; the process has the same.
        pub id: ActivityId,
        pub subaccount: SubaccountId,
        /// What the client calls itself.
        pub requestor: String,
        /// How it stands.
        pub state: ActivityState,
        /// What was asked and what was found out.
        pub detail: ExportDetail,
        /// The blob with the archive, once there is one.
        pub archive: Option<BlobId>,
        pub started_by: String,
        pub started_at: Time,
        pub ended_at: Option<Time>,
    }
}

const INSERT: &str = insert!(Activity);

/// Adds an activity.
pub async fn insert(tx: &mut Tx, row: &Activity) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(Activity, "where id = $1");

/// An activity.
pub async fn find(tx: &mut Tx, id: ActivityId) -> Result<Option<Activity>> {
    tx.query_opt(FIND, p![id]).await
}

const NEWEST: &str = select!(Activity, "where subaccount = $1 order by started_at desc, id desc limit $2");

/// The newest activities of a subaccount.
pub async fn newest(tx: &mut Tx, subaccount: SubaccountId, limit: i64) -> Result<Vec<Activity>> {
    tx.query(NEWEST, p![subaccount, limit]).await
}

const NEWEST_OF: &str =
    select!(Activity, "where subaccount = $1 and requestor = $2 order by started_at desc, id desc limit $3");

/// The newest activities of one requestor.
pub async fn newest_of(tx: &mut Tx, subaccount: SubaccountId, requestor: &str, limit: i64) -> Result<Vec<Activity>> {
    tx.query(NEWEST_OF, p![subaccount, requestor, limit]).await
}

const BEHIND: &str = select!(
    Activity,
    "where subaccount = $1 and (started_at < $2 or (started_at = $2 and id < $3)) and ($5 = '' or state = $5) \
    and ($6 = '' or lower(requestor) like $6 escape '!' or lower(started_by) like $6 escape '!') \
    order by started_at desc, id desc limit $4"
);

/// Activities that began before this one, the newest first; those in a state and with a text in who asked, if any.
pub async fn behind(
    tx: &mut Tx,
    subaccount: SubaccountId,
    (before, id): (Time, &str),
    (state, text): (&str, &str),
    limit: i64,
) -> Result<Vec<Activity>> {
    tx.query(BEHIND, p![subaccount, before, id, limit, state, sql::holding(text.trim())]).await
}

const COUNT: &str = "select count(*) from activity where subaccount = $1";
const COUNT_OF: &str = "select count(*) from activity where subaccount = $1 and requestor = $2";

/// How many activities a subaccount has, of all requestors or of one.
pub async fn count(tx: &mut Tx, subaccount: SubaccountId, requestor: Option<&str>) -> Result<i64> {
    match requestor {
        Some(requestor) => tx.query_one(COUNT_OF, p![subaccount, requestor]).await,
        None => tx.query_one(COUNT, p![subaccount]).await,
    }
}

const SAVE: &str = "update activity set state = $2, detail = $3, archive = $4, ended_at = $5 where id = $1";

/// Saves how an activity stands; `false` when it is gone.
pub async fn save(tx: &mut Tx, row: &Activity) -> Result<bool> {
    let values = p![row.id, row.state, &row.detail, &row.archive, row.ended_at];
    Ok(tx.execute(SAVE, values).await? == 1)
}

record! {
    /// A message of an activity.
    pub struct Message of "activity_message" {
        pub pos: i64,
        /// What sort.
        pub severity: MessageKind,
        /// The sentence.
        pub text: String,
        pub at: Time,
    }
}

const MESSAGES: &str = select!(Message, "where activity = $1 order by pos");

/// The messages of an activity, in their order.
pub async fn messages(tx: &mut Tx, activity: ActivityId) -> Result<Vec<Message>> {
    tx.query(MESSAGES, p![activity]).await
}

const MESSAGES_BEHIND: &str = select!(Message, "where activity = $1 and pos > $2 order by pos limit $3");

/// The messages of an activity behind a position, in their order.
pub async fn messages_behind(tx: &mut Tx, activity: ActivityId, after: i64, limit: i64) -> Result<Vec<Message>> {
    tx.query(MESSAGES_BEHIND, p![activity, after, limit]).await
}

const SAY: &str = "insert into activity_message (activity, pos, severity, text, at) \
    select $1, count(*), $2, $3, $4 from activity_message where activity = $1";

/// Adds a message after the last one.
pub async fn say(tx: &mut Tx, activity: ActivityId, severity: MessageKind, text: &str, at: Time) -> Result<()> {
    tx.execute(SAY, p![activity, severity, text, at]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: [&str; 2] = [
    "delete from activity_message where activity in (select id from activity where subaccount = $1)",
    "delete from activity where subaccount = $1",
];

/// Removes all activities of a subaccount with what they said.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    for statement in DELETE_OF_SUBACCOUNT {
        tx.execute(statement, p![subaccount]).await?;
    }
    Ok(())
}
