//! Transport requests.

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::{p, record};
use model::request::{ContentType, Entries, Entry, StorageType};
use model::{RequestId, SubaccountId, Time};

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// What it is for.
    pub description: String,
    /// Name of the node where it entered the landscape.
    pub origin: String,
    /// What it carries.
    pub content_type: ContentType,
    /// Where that is.
    pub storage_type: StorageType,
    /// Its entries.
    pub entries: Vec<Entry>,
    /// When it was made.
    pub created_at: Time,
    /// By whom.
    pub created_by: String,
    /// On whose behalf.
    pub named_user: Option<String>,
}

record! {
    pub(crate) struct RequestRow {
        pub(crate) id: i64,
        pub(crate) description: String,
        pub(crate) origin: String,
        pub(crate) content_type: String,
        pub(crate) storage_type: String,
        pub(crate) entries: String,
        pub(crate) created_at: i64,
        pub(crate) created_by: String,
        pub(crate) named_user: Option<String>,
    }
}

impl RequestRow {
    pub(crate) fn parse(self) -> Result<Request> {
        let corrupt = |what: String| Error::corrupt("request", self.id, what);
        Ok(Request {
            id: RequestId(self.id),
            content_type: self.content_type.parse().map_err(|e| corrupt(format!("{e}")))?,
            storage_type: self.storage_type.parse().map_err(|e| corrupt(format!("{e}")))?,
            entries: entries(&self.entries).map_err(|e| corrupt(format!("{e}")))?,
            description: self.description,
            origin: self.origin,
            created_at: Time(self.created_at),
            created_by: self.created_by,
            named_user: self.named_user,
        })
    }
}

/// Reads stored entries.
pub(crate) fn entries(json: &str) -> Result<Vec<Entry>, serde_json::Error> {
    Ok(serde_json::from_str::<Entries>(json)?.entries)
}

const INSERT: &str = "insert into request (id, subaccount, description, origin, content_type, storage_type, entries, \
    created_at, created_by, named_user) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Adds a request.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, request: &Request) -> Result<()> {
    let Request { id, description, origin, content_type, storage_type, entries, created_at, created_by, named_user } =
        request;
    let entries = serde_json::to_string(&Entries::new(entries.clone())).map_err(Error::other)?;
    let params = p![
        id.get(),
        subaccount.0,
        description,
        origin,
        content_type.word(),
        storage_type.word(),
        entries,
        created_at.micros(),
        created_by,
        named_user.as_deref(),
    ];
    tx.execute(INSERT, params).await.map(drop)
}

const FIND: &str = "select id, description, origin, content_type, storage_type, entries, created_at, created_by, \
    named_user from request where id = $1 and subaccount = $2";

/// A request of the subaccount.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: RequestId) -> Result<Option<Request>> {
    tx.query_opt::<RequestRow>(FIND, p![id.get(), subaccount.0]).await?.map(RequestRow::parse).transpose()
}

const DELETE_OF_SUBACCOUNT: &str = "delete from request where subaccount = $1";

/// Removes all requests of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount.0]).await.map(drop)
}
