//! Transport requests.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{carried, insert, p, record, select, sql};
use model::request::{ContentType, Entry, StorageType};
use model::{FileId, RequestId, SubaccountId, Time};

record! {
    /// A request.
    pub struct Request of "request" {
        pub id: RequestId,
        pub description: String,
        /// Name of the node where it entered the landscape.
        pub origin: String,
        pub content_type: ContentType,
        pub storage_type: StorageType,
        pub entries: Vec<Entry>,
        pub created_at: Time,
        /// By whom.
        pub created_by: String,
        /// On whose behalf.
        pub named_user: Option<String>,
    }
}

const INSERT: &str = insert!(Request and "subaccount, shown");

/// Adds a request. `shown` is what lists are to show of its entries.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, request: &Request, shown: &str) -> Result<()> {
    tx.execute(INSERT, request.params().and(subaccount).and(shown)).await?;
    carried::insert(tx, subaccount, request.id, &request.entries).await
}

const FIND: &str = select!(Request, "where id = $1 and subaccount = $2");

/// A request of the subaccount.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: RequestId) -> Result<Option<Request>> {
    tx.query_opt(FIND, p![id, subaccount]).await
}

const PLACE: &str = "select r.subaccount from request r join file f on f.subaccount = r.subaccount \
    where r.id = $1 and f.id = $2 and f.name = $3 and f.size = $4";

/// The subaccount that has this very request: beside a file with this id, name and number of bytes.
pub async fn place(
    tx: &mut Tx,
    id: RequestId,
    (file, name, size): (FileId, &str, u64),
) -> Result<Option<SubaccountId>> {
    tx.query_opt(PLACE, p![id, file, name, size]).await
}

const PAGE: &str = select!(
    Request,
    "where subaccount = $1 and id < $2 and ($4 = '' or lower(description) like $4 escape '!' \
    or lower(origin) like $4 escape '!' or lower(coalesce(named_user, created_by)) like $4 escape '!' or id = $5) \
    order by id desc limit $3"
);

/// Requests before this one, the newest first; with a text those that have it in description, entry node or owner, or
/// whose whole number it is.
pub async fn page(
    tx: &mut Tx,
    subaccount: SubaccountId,
    before: RequestId,
    text: &str,
    limit: i64,
) -> Result<Vec<Request>> {
    tx.query(PAGE, p![subaccount, before, limit, sql::holding(text), sql::whole_number(text)]).await
}

const DELETE_OF_SUBACCOUNT: &str = "delete from request where subaccount = $1";

/// Removes all requests of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
