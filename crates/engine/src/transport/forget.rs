//! What goes when a subaccount goes: everything. Blobs stay until the collector finds that nothing refers to them.

use crate::error::Result;
use model::SubaccountId;
use store::Tx;

/// Removes all that transport management has of a subaccount. What is found through nodes and actions goes before them.
pub async fn forget_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    store::import_run::delete_of_subaccount(tx, subaccount).await?;
    store::action::delete_of_subaccount(tx, subaccount).await?;
    store::queue::delete_of_subaccount(tx, subaccount).await?;
    store::ext_descriptor::delete_of_subaccount(tx, subaccount).await?;
    store::request::delete_of_subaccount(tx, subaccount).await?;
    store::carried::delete_of_subaccount(tx, subaccount).await?;
    store::file::delete_of_subaccount(tx, subaccount).await?;
    store::route::delete_of_subaccount(tx, subaccount).await?;
    Ok(store::node::delete_of_subaccount(tx, subaccount).await?)
}
