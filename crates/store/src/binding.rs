//! Keys of service instances.

use crate::error::Result;
use crate::row::Record;
use crate::sealed::{Column, Hidden, Sealed};
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::account::Labels;
use model::instance::Operation;
use model::{BindingId, InstanceId, SubaccountId, Time};
use uuid::Uuid;

record! {
    /// A key.
    pub struct Binding of "service_binding" {
        /// Its GUID.
        pub id: BindingId,
        pub instance: InstanceId,
        pub name: String,
        /// A JSON object, as given; sealed at rest.
        pub parameters: Hidden,
        pub labels: Labels,
        /// Its own secret, sealed; none when the instance's is shared.
        pub secret: Option<String>,
        /// The last thing done to it.
        pub operation: Operation,
        pub created_by: String,
        pub created_at: Time,
        pub updated_at: Time,
    }
}

impl Sealed for Binding {
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()> {
        text(Column::BindingParameters, self.id.0, &mut self.parameters.0)
    }
}

const INSERT: &str = insert!(Binding);

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &Binding) -> Result<()> {
    let row = tx.sealed(row)?;
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(Binding, "where id = $1");

/// The key with this GUID.
pub async fn find(tx: &mut Tx, id: BindingId) -> Result<Option<Binding>> {
    tx.opened_opt(FIND, p![id]).await
}

const BY_NAME: &str = select!(Binding, "where instance = $1 and name = $2");

/// The key of this name.
pub async fn by_name(tx: &mut Tx, instance: InstanceId, name: &str) -> Result<Option<Binding>> {
    tx.opened_opt(BY_NAME, p![instance, name]).await
}

const OF_INSTANCE: &str = select!(Binding, "where instance = $1 order by name");

/// All keys of an instance, by name.
pub async fn of_instance(tx: &mut Tx, instance: InstanceId) -> Result<Vec<Binding>> {
    tx.opened(OF_INSTANCE, p![instance]).await
}

const IN_MANAGER: &str = select!(
    Binding,
    "where instance in (select id from service_instance where subaccount = $1 and space = '') and id > $2 \
    order by id limit $3"
);

/// A page of the keys of a subaccount's instances that are in no space, by GUID, after this GUID.
pub async fn in_manager(tx: &mut Tx, subaccount: SubaccountId, after: Uuid, limit: i64) -> Result<Vec<Binding>> {
    tx.opened(IN_MANAGER, p![subaccount, after, limit]).await
}

const HOLDERS_IN_MANAGER: &str = "select b.id, i.name from service_binding b join service_instance i on i.id = b.instance \
    where i.subaccount = $1 and i.space = '' and b.id > $2 order by b.id limit $3";

/// The names of their instances, for the same page: GUID of the key, name of the instance.
pub async fn holders_in_manager(
    tx: &mut Tx,
    subaccount: SubaccountId,
    after: Uuid,
    limit: i64,
) -> Result<Vec<(BindingId, String)>> {
    tx.query(HOLDERS_IN_MANAGER, p![subaccount, after, limit]).await
}

const COUNT_IN_MANAGER: &str = "select count(*) from service_binding b join service_instance i on i.id = b.instance \
    where i.subaccount = $1 and i.space = ''";

/// How many there are.
pub async fn count_in_manager(tx: &mut Tx, subaccount: SubaccountId) -> Result<i64> {
    tx.query_one(COUNT_IN_MANAGER, p![subaccount]).await
}

const COUNT: &str = "select count(*) as keys from service_binding where instance = $1";

/// How many keys an instance has.
pub async fn count(tx: &mut Tx, instance: InstanceId) -> Result<i64> {
    tx.query_one(COUNT, p![instance]).await
}

const DELETE: &str = "delete from service_binding where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: BindingId) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
