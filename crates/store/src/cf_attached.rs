//! Tags, labels and annotations of service instances and keys in Cloud Foundry.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// What is attached.
    pub struct AttachedRow {
        /// The instance or key.
        pub resource: Uuid,
        /// JSON list.
        pub tags: String,
        /// Labels and annotations, as JSON.
        pub metadata: String,
    }
}

const GET: &str = "select resource, tags, metadata from cf_attached where resource = $1";

/// What is attached to a resource, if anything ever was.
pub async fn get(tx: &mut Tx, resource: Uuid) -> Result<Option<AttachedRow>> {
    tx.query_opt(GET, p![resource]).await
}

const PUT: &str = "insert into cf_attached (resource, tags, metadata) values ($1, $2, $3) \
    on conflict (resource) do update set tags = excluded.tags, metadata = excluded.metadata";

/// Attaches.
pub async fn put(tx: &mut Tx, row: &AttachedRow) -> Result<()> {
    tx.execute(PUT, p![row.resource, &row.tags, &row.metadata]).await.map(drop)
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
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: Uuid) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
