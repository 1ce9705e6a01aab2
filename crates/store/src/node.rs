//! Transport nodes.

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::{p, record};
use model::node::{Draft, DraftTarget, Node};
use model::{DestinationName, NodeId, NodeName, SubaccountId, TargetId};

record! {
    struct NodeRow {
        id: i64,
        name: String,
        description: Option<String>,
        upload_allowed: bool,
        notification_enabled: bool,
        forward_mode: String,
        controlled_by: Option<String>,
        is_virtual: bool,
        target_id: Option<i64>,
        content_type: Option<String>,
        destination: Option<String>,
        strategy: Option<String>,
        import_disabled: bool,
        import_disabled_reason: String,
        tags: String,
    }
}

impl NodeRow {
    fn parse(self) -> Result<Node> {
        let id = self.id;
        let corrupt = move |what: String| Error::corrupt("node", id, what);
        let target = match (self.content_type, self.destination, self.strategy) {
            (Some(content_type), Some(destination), Some(strategy)) => Some(DraftTarget {
                content_type: content_type.parse().map_err(|e| corrupt(format!("{e}")))?,
                destination: DestinationName(destination),
                strategy,
            }),
            _ => None,
        };
        let draft = Draft {
            name: NodeName(self.name),
            description: self.description,
            upload_allowed: self.upload_allowed,
            notification_enabled: self.notification_enabled,
            forward_mode: self.forward_mode.parse().map_err(|e| corrupt(format!("{e}")))?,
            controlled_by: self.controlled_by,
            is_virtual: self.is_virtual,
            tags: serde_json::from_str(&self.tags).map_err(|e| corrupt(e.to_string()))?,
            target,
        };
        Ok(Node {
            id: NodeId(id),
            draft,
            target_id: self.target_id.map(TargetId),
            import_disabled: self.import_disabled,
            import_disabled_reason: self.import_disabled_reason,
        })
    }
}

const INSERT: &str = "insert into node (id, subaccount, name, description, upload_allowed, notification_enabled, \
    forward_mode, controlled_by, is_virtual, target_id, content_type, destination, strategy, import_disabled, \
    import_disabled_reason, tags, rev, tail) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0, 0)";

/// Adds a node.
///
/// # Errors
/// `node_subaccount_name_key` when the name is taken.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, node: &Node) -> Result<()> {
    let draft = &node.draft;
    let target = draft.target.as_ref();
    let params = p![
        node.id.get(),
        subaccount.0,
        draft.name.as_str(),
        draft.description.as_deref(),
        draft.upload_allowed,
        draft.notification_enabled,
        draft.forward_mode.word(),
        draft.controlled_by.as_deref(),
        draft.is_virtual,
        node.target_id.map(TargetId::get),
        target.map(|t| t.content_type.word()),
        target.map(|t| t.destination.as_str()),
        target.map(|t| t.strategy.as_str()),
        node.import_disabled,
        &node.import_disabled_reason,
        serde_json::to_string(&draft.tags).map_err(Error::other)?,
    ];
    tx.execute(INSERT, params).await.map(drop)
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
    let draft = &node.draft;
    let target = draft.target.as_ref();
    let params = p![
        node.id.get(),
        draft.name.as_str(),
        draft.description.as_deref(),
        draft.upload_allowed,
        draft.notification_enabled,
        draft.forward_mode.word(),
        draft.controlled_by.as_deref(),
        draft.is_virtual,
        node.target_id.map(TargetId::get),
        target.map(|t| t.content_type.word()),
        target.map(|t| t.destination.as_str()),
        target.map(|t| t.strategy.as_str()),
        node.import_disabled,
        &node.import_disabled_reason,
        serde_json::to_string(&draft.tags).map_err(Error::other)?,
    ];
    tx.execute(UPDATE, params).await.map(drop)
}

const FIND: &str = "select id, name, description, upload_allowed, notification_enabled, forward_mode, controlled_by, \
    is_virtual, target_id, content_type, destination, strategy, import_disabled, import_disabled_reason, tags \
    from node where id = $1 and subaccount = $2";

/// A node of the subaccount.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: NodeId) -> Result<Option<Node>> {
    tx.query_opt::<NodeRow>(FIND, p![id.get(), subaccount.0]).await?.map(NodeRow::parse).transpose()
}

const BY_NAME: &str = "select id, name, description, upload_allowed, notification_enabled, forward_mode, \
    controlled_by, is_virtual, target_id, content_type, destination, strategy, import_disabled, \
    import_disabled_reason, tags from node where subaccount = $1 and name = $2";

/// The node of exactly this name.
pub async fn find_by_name(tx: &mut Tx, subaccount: SubaccountId, name: &str) -> Result<Option<Node>> {
    tx.query_opt::<NodeRow>(BY_NAME, p![subaccount.0, name]).await?.map(NodeRow::parse).transpose()
}

const LIST: &str = "select id, name, description, upload_allowed, notification_enabled, forward_mode, controlled_by, \
    is_virtual, target_id, content_type, destination, strategy, import_disabled, import_disabled_reason, tags \
    from node where subaccount = $1 order by id";

/// All nodes of a subaccount, in the order in which they were made.
pub async fn list(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Node>> {
    let rows: Vec<NodeRow> = tx.query(LIST, p![subaccount.0]).await?;
    rows.into_iter().map(NodeRow::parse).collect()
}

const PAGE: &str = "select id, name, description, upload_allowed, notification_enabled, forward_mode, controlled_by, \
    is_virtual, target_id, content_type, destination, strategy, import_disabled, import_disabled_reason, tags from node \
    where subaccount = $1 and id > $2 order by id limit $3";

/// The nodes of a subaccount behind an id, in the order in which they were made.
pub async fn page(tx: &mut Tx, subaccount: SubaccountId, after: NodeId, limit: i64) -> Result<Vec<Node>> {
    let rows: Vec<NodeRow> = tx.query(PAGE, p![subaccount.0, after.get(), limit]).await?;
    rows.into_iter().map(NodeRow::parse).collect()
}

const DELETE: &str = "delete from node where id = $1";

/// Removes a node.
pub async fn delete(tx: &mut Tx, id: NodeId) -> Result<()> {
    tx.execute(DELETE, p![id.get()]).await.map(drop)
}

const HOLD: &str = "update node set rev = rev + 1, tail = tail + $2 where id = $1 returning tail";

/// Holds the order of a node's queue until the transaction ends, gives away `places` behind its last one, and tells
/// the last place before these; `None` when the node is gone. Several are held in ascending order of their ids.
pub async fn hold(tx: &mut Tx, id: NodeId, places: i64) -> Result<Option<i64>> {
    let tail: Option<i64> = tx.query_opt(HOLD, p![id.get(), places]).await?;
    Ok(tail.map(|tail| tail - places))
}

const SET_TAIL: &str = "update node set tail = $2 where id = $1";

/// Remembers the last place given in a queue that is held.
pub async fn set_tail(tx: &mut Tx, id: NodeId, tail: i64) -> Result<()> {
    tx.execute(SET_TAIL, p![id.get(), tail]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from node where subaccount = $1";

/// Removes all nodes of a subaccount; what hangs on them must be gone.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount.0]).await.map(drop)
}
