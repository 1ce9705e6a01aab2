//! Tags, labels and annotations of service instances and keys in Cloud Foundry.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::SubaccountId;
use model::cf::Metadata;
use uuid::Uuid;

record! {
    /// What is attached.
    pub struct Attached of "cf_attached" {
        /// The instance, key or person.
        pub resource: Uuid,
        /// By which apps find it.
        pub tags: Vec<String>,
        pub metadata: Metadata,
    }
}

const GET: &str = select!(Attached, "where resource = $1");

/// What is attached to a resource; nothing, if nothing ever was.
pub async fn get(tx: &mut Tx, resource: Uuid) -> Result<Attached> {
    let found = tx.query_opt(GET, p![resource]).await?;
    Ok(found.unwrap_or_else(|| Attached { resource, tags: Vec::new(), metadata: Metadata::default() }))
}

const PUT: &str =
    insert!(Attached, "on conflict (resource) do update set tags = excluded.tags, metadata = excluded.metadata");

/// Attaches.
pub async fn put(tx: &mut Tx, row: &Attached) -> Result<()> {
    tx.execute(PUT, row.params()).await.map(drop)
}

const DELETE: &str = "delete from cf_attached where resource = $1";

/// Forgets what was attached.
pub async fn delete(tx: &mut Tx, resource: Uuid) -> Result<()> {
    tx.execute(DELETE, p![resource]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from cf_attached where resource in (select id from service_instance \
    where subaccount = $1) or resource in (select b.id from service_binding b \
    join service_instance i on i.id = b.instance where i.subaccount = $1)";

/// Removes what is attached to the instances and keys of a subaccount; these must still be there.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
