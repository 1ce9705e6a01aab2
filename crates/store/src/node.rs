//! Transport nodes.

use crate::error::Result;
use crate::sql::Params;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::node::{Draft, DraftTarget, ForwardMode, Node};
use model::request::ContentType;
use model::{DestinationName, NodeId, NodeName, SubaccountId, TargetId};

record! {
    struct NodeRow of "node" {
        id: NodeId,
        name: NodeName,
        description: Option<String>,
        upload_allowed: bool,
        notification_enabled: bool,
        forward_mode: ForwardMode,
        controlled_by: Option<String>,
        is_virtual: bool,
        target_id: Option<TargetId>,
        content_type: Option<ContentType>,
        destination: Option<DestinationName>,
        strategy: Option<String>,
        import_disabled: bool,
        import_disabled_reason: String,
        tags: Vec<String>,
    }
}

impl NodeRow {
    fn parse(self) -> Node {
        let target = match (self.content_type, self.destination, self.strategy) {
            (Some(content_type), Some(destination), Some(strategy)) => {
                Some(DraftTarget { content_type, destination, strategy })
            }
            _ => None,
        };
        let draft = Draft {
            name: self.name,
            description: self.description,
            upload_allowed: self.upload_allowed,
            notification_enabled: self.notification_enabled,
            forward_mode: self.forward_mode,
            controlled_by: self.controlled_by,
            is_virtual: self.is_virtual,
            tags: self.tags,
            target,
        };
        let Self { id, target_id, import_disabled, import_disabled_reason, .. } = self;
        Node { id, draft, target_id, import_disabled, import_disabled_reason }
    }
}

const INSERT: &str = insert!(NodeRow and "subaccount, rev, tail");

/// Adds a node.
///
/// # Errors
/// `node_subaccount_name_key` when the name is taken.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, node: &Node) -> Result<()> {
    tx.execute(INSERT, columns(node).and(subaccount).and(0).and(0)).await.map(drop)
}

const UPDATE: &str = "update node set name = $2, description = $3, upload_allowed = $4, notification_enabled = $5, \
    forward_mode = $6, controlled_by = $7, is_virtual = $8, target_id = $9, content_type = $10, destination = $11, \
    strategy = $12, import_disabled = $13, import_disabled_reason = $14, tags = $15 \
    where id = $1";

/// Changes everything about a node but its queue.
///
/// # Errors
/// `node_subaccount_name_key` when the name is taken.
pub async fn update(tx: &mut Tx, node: &Node) -> Result<()> {
    tx.execute(UPDATE, columns(node)).await.map(drop)
}

fn columns(node: &Node) -> Params<'_> {
    let draft = &node.draft;
    let target = draft.target.as_ref();
    p![
        node.id,
        &draft.name,
        &draft.description,
        draft.upload_allowed,
        draft.notification_enabled,
        draft.forward_mode,
        &draft.controlled_by,
        draft.is_virtual,
        node.target_id,
        target.map(|t| t.content_type),
        target.map(|t| &t.destination),
        target.map(|t| t.strategy.as_str()),
        node.import_disabled,
        &node.import_disabled_reason,
        &draft.tags,
    ]
}

const FIND: &str = select!(NodeRow, "where id = $1 and subaccount = $2");

/// A node of the subaccount.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: NodeId) -> Result<Option<Node>> {
    Ok(tx.query_opt::<NodeRow>(FIND, p![id, subaccount]).await?.map(NodeRow::parse))
}

const EXISTS: &str = "select count(*) from node where id = $1 and subaccount = $2";

/// Whether the subaccount has this node.
pub async fn exists(tx: &mut Tx, subaccount: SubaccountId, id: NodeId) -> Result<bool> {
    Ok(tx.query_one::<i64>(EXISTS, p![id, subaccount]).await? > 0)
}

const BY_NAME: &str = select!(NodeRow, "where subaccount = $1 and name = $2");

/// The node of exactly this name.
pub async fn find_by_name(tx: &mut Tx, subaccount: SubaccountId, name: &str) -> Result<Option<Node>> {
    Ok(tx.query_opt::<NodeRow>(BY_NAME, p![subaccount, name]).await?.map(NodeRow::parse))
}

const LIST: &str = select!(NodeRow, "where subaccount = $1 order by id");

/// All nodes of a subaccount, in the order in which they were made.
pub async fn list(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Node>> {
    let rows: Vec<NodeRow> = tx.query(LIST, p![subaccount]).await?;
    Ok(rows.into_iter().map(NodeRow::parse).collect())
}

const PAGE: &str = select!(NodeRow, "where subaccount = $1 and id > $2 order by id limit $3");

/// The nodes of a subaccount behind an id, in the order in which they were made.
pub async fn page(tx: &mut Tx, subaccount: SubaccountId, after: NodeId, limit: i64) -> Result<Vec<Node>> {
    let rows: Vec<NodeRow> = tx.query(PAGE, p![subaccount, after, limit]).await?;
    Ok(rows.into_iter().map(NodeRow::parse).collect())
}

const DELETE: &str = "delete from node where id = $1";

/// Removes a node.
pub async fn delete(tx: &mut Tx, id: NodeId) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}

const HOLD: &str = "update node set rev = rev + 1, tail = tail + $2 where id = $1 returning tail";

/// Holds the order of a node's queue until the transaction ends, gives away `places` behind its last one, and tells
/// the last place before these; `None` when the node is gone. Several are held in ascending order of their ids.
pub async fn hold(tx: &mut Tx, id: NodeId, places: i64) -> Result<Option<i64>> {
    let tail: Option<i64> = tx.query_opt(HOLD, p![id, places]).await?;
    Ok(tail.map(|tail| tail - places))
}

const SET_TAIL: &str = "update node set tail = $2 where id = $1";

/// Remembers the last place given in a queue that is held.
pub async fn set_tail(tx: &mut Tx, id: NodeId, tail: i64) -> Result<()> {
    tx.execute(SET_TAIL, p![id, tail]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from node where subaccount = $1";

/// Removes all nodes of a subaccount; what hangs on them must be gone.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
