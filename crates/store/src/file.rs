//! Uploaded files: their rows. A small one has its content in the row, a larger one in the folder of blobs.

use crate::blob::BlobId;
use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::{p, record, select};
use model::{FileId, SubaccountId, Time};

/// Where the bytes of a file are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// In the row.
    Inline(Vec<u8>),
    /// In the folder of blobs.
    Blob(BlobId),
}

/// A file to be added.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Base name.
    pub name: String,
    /// Its bytes.
    pub content: Content,
    /// How many they are.
    pub size: u64,
    /// Who uploaded it.
    pub created_by: String,
    /// On whose behalf.
    pub named_user: Option<String>,
}

/// A file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub id: FileId,
    /// Base name.
    pub name: String,
    /// Its bytes, or where they are.
    pub content: Content,
    /// How many.
    pub size: u64,
    /// Whether a request refers to it.
    pub is_attached: bool,
}

record! {
    struct FileRow of "file" {
        id: FileId,
        name: String,
        blob: Option<BlobId>,
        content: Option<Vec<u8>>,
        size: u64,
        is_attached: bool,
    }
}

impl FileRow {
    fn parse(self) -> Result<File> {
        let content = match (self.blob, self.content) {
            (Some(blob), None) => Content::Blob(blob),
            (None, Some(bytes)) => Content::Inline(bytes),
            _ => return Err(Error::corrupt("file", self.id, "it must have either a blob or content")),
        };
        let Self { id, name, size, is_attached, .. } = self;
        Ok(File { id, name, content, size, is_attached })
    }
}

const INSERT: &str = "insert into file (id, subaccount, name, blob, content, size, created_at, created_by, \
    named_user, is_attached) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false)";

/// Adds a file.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, file: &NewFile, now: Time) -> Result<FileId> {
    let id = tx.next_id();
    let (blob, content) = match &file.content {
        Content::Blob(blob) => (Some(blob), None),
        Content::Inline(bytes) => (None, Some(bytes.as_slice())),
    };
    let NewFile { name, size, created_by, named_user, .. } = file;
    tx.execute(INSERT, p![id, subaccount, name, blob, content, *size, now, created_by, named_user]).await?;
    Ok(FileId(id))
}

const FIND: &str = select!(FileRow, "where id = $1 and subaccount = $2");

/// A file of the subaccount, with its content if it is small.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: FileId) -> Result<Option<File>> {
    tx.query_opt::<FileRow>(FIND, p![id, subaccount]).await?.map(FileRow::parse).transpose()
}

const ATTACH: &str = "update file set is_attached = true where id = $1 and subaccount = $2 returning name";

/// Marks a file as referred to, and tells its name; `None` when there is no such file (any more).
pub async fn attach(tx: &mut Tx, subaccount: SubaccountId, id: FileId) -> Result<Option<String>> {
    tx.query_opt(ATTACH, p![id, subaccount]).await
}

const DELETE: &str = "delete from file where id = $1 and is_attached = false";

/// Removes a file that nothing refers to; `false` when it is gone or referred to.
pub async fn delete_unattached(tx: &mut Tx, id: FileId) -> Result<bool> {
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}

const USAGE: &str = "select cast(coalesce(sum(size), 0) as bigint) as bytes, count(*) as files \
    from file where subaccount = $1";

/// How many bytes the files of a subaccount have, and how many there are.
pub async fn usage(tx: &mut Tx, subaccount: SubaccountId) -> Result<(i64, i64)> {
    tx.query_one(USAGE, p![subaccount]).await
}

const UNATTACHED: &str = "select id from file where is_attached = false and created_at < $1 \
    order by created_at limit $2";

/// Files that nothing refers to, uploaded before a time, the oldest first.
pub async fn unattached(tx: &mut Tx, before: Time, limit: i64) -> Result<Vec<FileId>> {
    tx.query(UNATTACHED, p![before, limit]).await
}

const DELETE_OF_SUBACCOUNT: &str = "delete from file where subaccount = $1";

/// Removes all files of a subaccount, whether something refers to them or not.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
