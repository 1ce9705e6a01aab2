//! MTA extension descriptors of nodes. Their content is in the folder of blobs, sealed.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, row_of, select};
use model::ext_descriptor::ExtDescriptor;
use model::{BlobId, ExtDescriptorId, NodeId, SubaccountId, Time};

record! {
    /// A descriptor.
    pub struct Described of "ext_descriptor" {
        pub id: ExtDescriptorId,
        /// `extends`: the MTA it is for.
        pub mta_id: String,
        /// `ID`: its own name.
        pub ext_id: String,
        /// `*` or one exact version.
        pub mta_version: String,
        pub description: String,
        /// Name of the file it came in.
        pub file_name: String,
        /// Its content.
        pub blob: BlobId,
        pub changed_at: Time,
    }
}

row_of! {
    ExtDescriptor { id: ExtDescriptorId, mta_id: String, ext_id: String, mta_version: String, blob: BlobId }
    "ext_descriptor"
}

const INSERT: &str = insert!(Described and "node, sealed");

/// Adds a descriptor.
///
/// # Errors
/// `ext_descriptor_node_mta_id_mta_version_key` when the binding is taken.
pub async fn insert(tx: &mut Tx, node: NodeId, row: &Described) -> Result<()> {
    tx.execute(INSERT, row.params().and(node).and(true)).await.map(drop)
}

const UPDATE: &str = "update ext_descriptor set mta_id = $2, ext_id = $3, mta_version = $4, description = $5, \
    file_name = $6, blob = $7, changed_at = $8, sealed = true where id = $1 and node = $9";

/// Changes a descriptor; `false` when the node has none of this id.
///
/// # Errors
/// As [`insert`].
pub async fn update(tx: &mut Tx, node: NodeId, row: &Described) -> Result<bool> {
    Ok(tx.execute(UPDATE, row.params().and(node)).await? == 1)
}

const FIND: &str = select!(Described, "where id = $1 and node = $2");

/// One descriptor of a node.
pub async fn find(tx: &mut Tx, node: NodeId, id: ExtDescriptorId) -> Result<Option<Described>> {
    tx.query_opt(FIND, p![id, node]).await
}

const LIST: &str = select!(ExtDescriptor, "where node = $1 order by id");

/// All descriptors of a node, as far as an import needs them.
pub async fn list(tx: &mut Tx, node: NodeId) -> Result<Vec<ExtDescriptor>> {
    tx.query(LIST, p![node]).await
}

const PAGE: &str = select!(
    Described,
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
    tx.query(PAGE, p![node, after, limit, mta_id, mta_version]).await
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
