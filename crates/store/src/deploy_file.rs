//! Files that were uploaded to the deploy service.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{BlobId, DeployFileId, SpaceGuid, Time};

record! {
    /// An uploaded file.
    pub struct DeployFile of "deploy_file" {
        pub id: DeployFileId,
        /// The space that it was uploaded for.
        pub space: SpaceGuid,
        /// As it was given.
        pub name: String,
        /// Bytes.
        pub size: u64,
        /// Upper-case hexadecimal: clients compare it to find what they need not upload again.
        pub md5: String,
        pub blob: BlobId,
        pub sealed: bool,
        /// Who uploaded it.
        pub created_by: String,
        pub created_at: Time,
    }
}

const INSERT: &str = insert!(DeployFile);

/// Adds a file.
pub async fn insert(tx: &mut Tx, row: &DeployFile) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(DeployFile, "where space = $1 and id = $2");

/// The file with this id, if it was uploaded for the space.
pub async fn find(tx: &mut Tx, space: SpaceGuid, id: DeployFileId) -> Result<Option<DeployFile>> {
    tx.query_opt(FIND, p![space, id]).await
}

const OF_SPACE: &str = select!(DeployFile, "where space = $1 order by created_at, id");

/// The files of a space, oldest first.
pub async fn of_space(tx: &mut Tx, space: SpaceGuid) -> Result<Vec<DeployFile>> {
    tx.query(OF_SPACE, p![space]).await
}

const UNSEALED: &str =
    "select id, blob from deploy_file where id > $1 and size <= $2 and not sealed order by id limit $3";

/// Small files behind an id whose blob is not sealed.
pub async fn unsealed(
    tx: &mut Tx,
    after: DeployFileId,
    largest: u64,
    limit: i64,
) -> Result<Vec<(DeployFileId, BlobId)>> {
    tx.query(UNSEALED, p![after, largest, limit]).await
}

const SET_SEALED: &str = "update deploy_file set blob = $3, sealed = true where id = $1 and blob = $2 and not sealed";

/// Puts the sealed blob in the place of the one that lay open; `false` when the file is gone.
pub async fn set_sealed(tx: &mut Tx, id: DeployFileId, open: &BlobId, sealed: &BlobId) -> Result<bool> {
    Ok(tx.execute(SET_SEALED, p![id, open, sealed]).await? == 1)
}

const DELETE: &str = "delete from deploy_file where space = $1 and id = $2";

/// Forgets a file; `false` if there is none. Its blob may be somebody else's, too.
pub async fn delete(tx: &mut Tx, space: SpaceGuid, id: DeployFileId) -> Result<bool> {
    Ok(tx.execute(DELETE, p![space, id]).await? == 1)
}

const DELETE_ALL: &str = "delete from deploy_file where space = $1";

/// Forgets all files of a space.
pub async fn delete_all(tx: &mut Tx, space: SpaceGuid) -> Result<u64> {
    tx.execute(DELETE_ALL, p![space]).await
}

const DELETE_OLD: &str = "delete from deploy_file where created_at < $1 and space not in \
    (select space from deploy_operation where state in ('RUNNING', 'ERROR', 'ACTION_REQUIRED'))";

/// Forgets the files that are older than `before`, but none of a space in which an operation may still need them.
pub async fn delete_old(tx: &mut Tx, before: Time) -> Result<u64> {
    tx.execute(DELETE_OLD, p![before]).await
}
