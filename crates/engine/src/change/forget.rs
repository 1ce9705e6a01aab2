//! What goes when a subaccount goes: everything.

use crate::error::Result;
use model::SubaccountId;
use store::Tx;

/// Removes all that Cloud ALM has of a subaccount.
pub async fn forget_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    store::alm_deployment::delete_of_subaccount(tx, subaccount).await?;
    store::alm_transport::delete_of_subaccount(tx, subaccount).await?;
    store::feature::delete_of_subaccount(tx, subaccount).await?;
    Ok(store::project::delete_of_subaccount(tx, subaccount).await?)
}
