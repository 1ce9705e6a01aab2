//! MTA extension descriptors of nodes. Their content is in the folder of blobs, sealed.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record, select};
use model::ext_descriptor::ExtDescriptor;
use model::{BlobId, ExtDescriptorId, NodeId, SubaccountId, Time};

/// A descriptor with what only people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// What an import needs.
    pub descriptor: ExtDescriptor,
    /// What it is for.
    pub description: String,
    /// Name of the file it came in.
    pub file_name: String,
    /// When it was last set.
    pub changed_at: Time,
}

record! {
    struct DescriptorRow of "ext_descriptor" {
        id: ExtDescriptorId,
        mta_id: String,
        ext_id: String,
        mta_version: String,
        description: String,
        file_name: String,
        blob: BlobId,
        changed_at: Time,
    }
}

impl DescriptorRow {
    fn parse(self) -> Described {
        let Self { id, mta_id, ext_id, mta_version, description, file_name, blob, changed_at } = self;
        let descriptor = ExtDescriptor { id, mta_id, ext_id, mta_version, blob };
        Described { descriptor, description, file_name, changed_at }
    }
}

const INSERT: &str = "insert into ext_descriptor (id, node, mta_id, ext_id, mta_version, description, file_name, \
    blob, changed_at, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)";

/// Adds a descriptor.
///
/// # Errors
/// `ext_descriptor_node_mta_id_mta_version_key` when the binding is taken.
pub async fn insert(tx: &mut Tx, node: NodeId, row: &Described) -> Result<()> {
    let Described { descriptor, description, file_name, changed_at } = row;
    let ExtDescriptor { id, mta_id, ext_id, mta_version, blob } = descriptor;
    let params = p![id, node, mta_id, ext_id, mta_version, description, file_name, blob, changed_at];
    tx.execute(INSERT, params).await.map(drop)
}

const UPDATE: &str = "update ext_descriptor set mta_id = $3, ext_id = $4, mta_version = $5, description = $6, \
    file_name = $7, blob = $8, changed_at = $9, sealed = true where id = $1 and node = $2";

/// Changes a descriptor; `false` when the node has none of this id.
///
/// # Errors
/// As [`insert`].
pub async fn update(tx: &mut Tx, node: NodeId, row: &Described) -> Result<bool> {
    let Described { descriptor, description, file_name, changed_at } = row;
    let ExtDescriptor { id, mta_id, ext_id, mta_version, blob } = descriptor;
    let params = p![id, node, mta_id, ext_id, mta_version, description, file_name, blob, changed_at];
    Ok(tx.execute(UPDATE, params).await? == 1)
}

const FIND: &str = select!(DescriptorRow, "where id = $1 and node = $2");

/// One descriptor of a node.
pub async fn find(tx: &mut Tx, node: NodeId, id: ExtDescriptorId) -> Result<Option<Described>> {
    Ok(tx.query_opt::<DescriptorRow>(FIND, p![id, node]).await?.map(DescriptorRow::parse))
}

const LIST: &str = select!(DescriptorRow, "where node = $1 order by id");

/// All descriptors of a node.
pub async fn list(tx: &mut Tx, node: NodeId) -> Result<Vec<Described>> {
    let rows: Vec<DescriptorRow> = tx.query(LIST, p![node]).await?;
    Ok(rows.into_iter().map(DescriptorRow::parse).collect())
}

const PAGE: &str = select!(
    DescriptorRow,
    "where node = $1 and id > $2 and ($4 = '' or mta_id = $4) and ($5 = '' or mta_version = $5) \
    order by id limit $3"
);

/// The descriptors of a node behind an id; of one MTA, or one version, if that is not empty.
pub async fn page(
    tx: &mut Tx,
    node: NodeId,
    (mta_id, mta_version): (&str, &str),
    after: ExtDescriptorId,
    limit: i64,
) -> Result<Vec<Described>> {
    let rows: Vec<DescriptorRow> = tx.query(PAGE, p![node, after, limit, mta_id, mta_version]).await?;
    Ok(rows.into_iter().map(DescriptorRow::parse).collect())
}

const UNSEALED: &str = "select id, blob from ext_descriptor where id > $1 and not sealed order by id limit $2";

/// Descriptors behind an id whose blob an older release stored in the open.
pub async fn unsealed(tx: &mut Tx, after: ExtDescriptorId, limit: i64) -> Result<Vec<(ExtDescriptorId, BlobId)>> {
    tx.query(UNSEALED, p![after, limit]).await
}

const SET_SEALED: &str =
    "update ext_descriptor set blob = $3, sealed = true where id = $1 and blob = $2 and not sealed";

/// Puts the sealed blob in the place of the one that lay open; `false` when that has changed meanwhile.
pub async fn set_sealed(tx: &mut Tx, id: ExtDescriptorId, open: &BlobId, sealed: &BlobId) -> Result<bool> {
    Ok(tx.execute(SET_SEALED, p![id, open, sealed]).await? == 1)
}

const DELETE: &str = "delete from ext_descriptor where id = $1 and node = $2";

/// Removes a descriptor; `false` when the node has none of this id.
pub async fn delete(tx: &mut Tx, node: NodeId, id: ExtDescriptorId) -> Result<bool> {
    Ok(tx.execute(DELETE, p![id, node]).await? == 1)
}

const DELETE_ALL: &str = "delete from ext_descriptor where node = $1";

/// Removes all descriptors of a node.
pub async fn delete_of_node(tx: &mut Tx, node: NodeId) -> Result<()> {
    tx.execute(DELETE_ALL, p![node]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str =
    "delete from ext_descriptor where node in (select id from node where subaccount = $1)";

/// Removes all descriptors of the nodes of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
