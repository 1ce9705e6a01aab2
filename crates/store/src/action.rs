//! Transport actions and their logs.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::action::{ActionEntity, ActionStatus, ActionType, Line};
use model::{ActionId, EntryId, MessageId, NodeId, RequestId, SubaccountId, Time};

record! {
    /// An action.
    pub struct Action of "action" {
        pub id: ActionId,
        /// What was done.
        pub kind: ActionType,
        pub status: ActionStatus,
        pub node: NodeId,
        pub node_name: String,
        pub started_at: Time,
        pub ended_at: Option<Time>,
        /// Who began it.
        pub triggered_by: String,
        /// On whose behalf.
        pub named_user: Option<String>,
    }
}

record! {
    /// One request of an action.
    pub struct ActionRequest of "action_request" {
        pub request: RequestId,
        pub status: ActionStatus,
        /// Its entries, and how far each is.
        pub entities: Vec<ActionEntity>,
    }
}

record! {
    /// A stored line of a log.
    pub struct Message of "action_message" {
        pub id: MessageId,
        pub action: ActionId,
        /// About which request.
        pub request: RequestId,
        /// About which entry.
        pub entry: Option<EntryId>,
        /// What sort of message.
        pub message_id: String,
        /// How grave: one letter.
        pub severity: String,
        pub message: String,
        pub created_at: Time,
    }
}

/// Which actions are wanted; an empty text and 0 mean all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub node: i64,
    pub kind: String,
    pub status: String,
    pub since: Option<Time>,
}

const PAGE: &str = select!(
    Action,
    "where subaccount = $1 and id < $2 and (node = $4 or $4 = 0) and ($5 = '' or kind = $5) \
    and ($6 = '' or status = $6) and started_at >= $7 order by id desc limit $3"
);

/// Actions before this one, the newest first.
pub async fn page(
    tx: &mut Tx,
    subaccount: SubaccountId,
    filter: &Filter,
    before: ActionId,
    limit: i64,
) -> Result<Vec<Action>> {
    let Filter { node, kind, status, since } = filter;
    let since = since.unwrap_or(Time(i64::MIN));
    tx.query(PAGE, p![subaccount, before, limit, *node, kind, status, since]).await
}

const SUMMARY: &str = "select status, count(*) as actions from action where subaccount = $1 and kind = 'I' \
    and started_at >= $2 group by status";

/// How many imports since then have which status.
pub async fn imports_since(tx: &mut Tx, subaccount: SubaccountId, since: Time) -> Result<Vec<(ActionStatus, i64)>> {
    tx.query(SUMMARY, p![subaccount, since]).await
}

const INSERT: &str = insert!(Action and "subaccount");

/// Adds an action.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, action: &Action) -> Result<()> {
    tx.execute(INSERT, action.params().and(subaccount)).await.map(drop)
}

const INSERT_REQUEST: &str = insert!(ActionRequest and "action, seq");

/// Adds the requests of an action, in its order.
pub async fn insert_requests(tx: &mut Tx, action: ActionId, requests: &[ActionRequest]) -> Result<()> {
    let mut rows = Vec::with_capacity(requests.len());
    for (seq, row) in (0i64..).zip(requests) {
        rows.push(row.params().and(action).and(seq));
    }
    for chunk in rows.chunks(200) {
        tx.execute_many(INSERT_REQUEST, chunk).await?;
    }
    Ok(())
}

const INSERT_MESSAGE: &str = "insert into action_message (id, action, request, entry, message_id, severity, message, \
    created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Appends lines to the log of an action.
pub async fn append(tx: &mut Tx, action: ActionId, lines: &[Line], now: Time) -> Result<()> {
    for chunk in lines.chunks(200) {
        let mut rows = Vec::with_capacity(chunk.len());
        for line in chunk {
            let (id, entry) = (tx.next_id(), line.entry.map(EntryId::get));
            let (severity, text) = (line.severity.word(), line.text.as_str());
            let at = now.micros();
            rows.push(p![id, action, line.request, entry, line.message_id, severity, text, at]);
        }
        tx.execute_many(INSERT_MESSAGE, &rows).await?;
    }
    Ok(())
}

const FINISH: &str = "update action set status = $2, ended_at = $3 where id = $1 and ended_at is null";

/// Ends an action; `false` when it had ended already.
pub async fn finish(tx: &mut Tx, id: ActionId, status: ActionStatus, now: Time) -> Result<bool> {
    Ok(tx.execute(FINISH, p![id, status, now]).await? == 1)
}

const SET_REQUEST: &str = "update action_request set status = $3, entities = $4 where action = $1 and request = $2";

/// Says how far one request of an action is.
pub async fn set_request(tx: &mut Tx, action: ActionId, row: &ActionRequest) -> Result<()> {
    tx.execute(SET_REQUEST, p![action, row.request, row.status, &row.entities]).await.map(drop)
}

const FIND: &str = select!(Action, "where id = $1 and subaccount = $2");

/// An action of the subaccount.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: ActionId) -> Result<Option<Action>> {
    tx.query_opt(FIND, p![id, subaccount]).await
}

// seq counts from 0 without gaps.
const REQUESTS_BEHIND: &str = select!(ActionRequest, "where action = $1 and seq >= $2 order by seq limit $3");

/// The requests of an action behind its first `after`, in its order.
pub async fn requests_behind(tx: &mut Tx, id: ActionId, after: i64, limit: i64) -> Result<Vec<ActionRequest>> {
    tx.query(REQUESTS_BEHIND, p![id, after, limit]).await
}

const REQUEST: &str = select!(ActionRequest, "where action = $1 and request = $2");

/// One request of an action.
pub async fn request(tx: &mut Tx, id: ActionId, request: RequestId) -> Result<ActionRequest> {
    tx.query_one(REQUEST, p![id, request]).await
}

const STATUSES: &str = "select distinct status from action_request where action = $1";

/// The statuses that the requests of an action have, each once.
pub async fn statuses(tx: &mut Tx, id: ActionId) -> Result<Vec<ActionStatus>> {
    tx.query(STATUSES, p![id]).await
}

const MESSAGES_BEHIND: &str = "select m.id, m.action, m.request, m.entry, m.message_id, m.severity, m.message, \
    m.created_at from action_request x join action_message m on m.action = x.action and m.request = x.request \
    where x.action = $1 and x.seq >= $2 and x.seq < $3 order by m.id desc";

/// What was logged in an action about the `limit` requests behind its first `after`, newest first.
pub async fn messages_behind(tx: &mut Tx, id: ActionId, after: i64, limit: i64) -> Result<Vec<Message>> {
    let end = after.saturating_add(limit);
    tx.query(MESSAGES_BEHIND, p![id, after, end]).await
}

const OF_REQUEST: &str = "select a.id, a.kind, a.status, a.node, a.node_name, a.started_at, a.ended_at, \
    a.triggered_by, a.named_user from action_request x join action a on a.id = x.action \
    where x.request = $1 and a.node = $2 and x.action < $3 order by x.action desc limit $4";
const STATES_OF_REQUEST: &str = "select x.request, x.status, x.entities \
    from action_request x join action a on a.id = x.action \
    where x.request = $1 and a.node = $2 and x.action < $3 order by x.action desc limit $4";
const MESSAGES_OF_REQUEST: &str = "select m.id, m.action, m.request, m.entry, m.message_id, m.severity, m.message, \
    m.created_at from action_request x join action a on a.id = x.action \
    join action_message m on m.action = x.action and m.request = x.request \
    where x.request = $1 and a.node = $2 and x.action >= $3 and x.action < $4 order by m.id desc";

/// What was done with a request in a node before an action, newest first.
pub async fn of_request(
    tx: &mut Tx,
    (node, request): (NodeId, RequestId),
    before: ActionId,
    limit: i64,
) -> Result<Vec<(Action, ActionRequest)>> {
    let params = p![request, node, before, limit];
    let actions: Vec<Action> = tx.query(OF_REQUEST, params.clone()).await?;
    let states: Vec<ActionRequest> = tx.query(STATES_OF_REQUEST, params).await?;
    Ok(actions.into_iter().zip(states).collect())
}

/// What was logged about a request in a node by the actions from one on and before another, newest first.
pub async fn messages_of_request(
    tx: &mut Tx,
    (node, request): (NodeId, RequestId),
    from: ActionId,
    before: ActionId,
) -> Result<Vec<Message>> {
    let params = p![request, node, from, before];
    tx.query(MESSAGES_OF_REQUEST, params).await
}

const DELETE_OF_SUBACCOUNT: [&str; 3] = [
    "delete from action_message where action in (select id from action where subaccount = $1)",
    "delete from action_request where action in (select id from action where subaccount = $1)",
    "delete from action where subaccount = $1",
];

/// Removes all actions of a subaccount with their logs.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    for statement in DELETE_OF_SUBACCOUNT {
        tx.execute(statement, p![subaccount]).await?;
    }
    Ok(())
}
