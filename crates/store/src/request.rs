//! Transport requests.

use crate::column::json;
use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record, select};
use model::request::{ContentType, Entries, Entry, StorageType};
use model::{RequestId, SubaccountId, Time};

record! {
    /// A request.
    pub struct Request of "request" {
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
}

const INSERT: &str = "insert into request (id, subaccount, description, origin, content_type, storage_type, entries, \
    created_at, created_by, named_user, shown) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

/// Adds a request. `shown` is what lists are to show of its entries.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, request: &Request, shown: &str) -> Result<()> {
    let Request { id, description, origin, content_type, storage_type, entries, created_at, created_by, named_user } =
        request;
    let entries = json(&Entries::new(entries.clone()))?;
    let params = p![
        id,
        subaccount,
        description,
        origin,
        content_type,
        storage_type,
        entries,
        created_at,
        created_by,
        named_user,
        shown,
    ];
    tx.execute(INSERT, params).await.map(drop)
}

const FIND: &str = select!(Request, "where id = $1 and subaccount = $2");

/// A request of the subaccount.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: RequestId) -> Result<Option<Request>> {
    tx.query_opt(FIND, p![id, subaccount]).await
}

const DELETE_OF_SUBACCOUNT: &str = "delete from request where subaccount = $1";

/// Removes all requests of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
