//! Cloud Integration tenants, and the Content Agent.
//!
//! A tenant keeps packages and their artifacts: rows for what is known about them, blobs for their bytes, which come
//! out exactly as they went in. The way of a package through it, one file per step: [`delivery`] (an export zip is
//! read, its contents are kept) → [`import`] (merged by `model::package`, in one transaction) → [`package`],
//! [`artifact`], [`configuration`] (seen and changed) → [`export`] (the zip again).
//!
//! A transport starts in [`transport`], which has the Content Agent ([`agent`]) pull, assemble and hand over;
//! [`check`] says beforehand whether that will work.
//!
//! Not here: how a zip is read and written (`mta`), the rules of the merge (`model`), OData (`odata`, `server`).

pub mod agent;
pub mod artifact;
mod bundle;
pub mod check;
pub mod configuration;
pub mod delivery;
pub mod endpoint;
pub mod export;
pub mod import;
mod listener;
pub mod lock;
pub mod package;
pub mod page;
pub mod place;
mod remote;
pub mod resource;
pub mod rights;
mod rows;
pub mod runtime;
pub mod tag;
pub mod tenant;
pub mod transport;
pub mod transport_module;

use crate::error::Result;
use model::SubaccountId;
use store::Tx;

/// Removes all that the tenant and the Content Agent have of a subaccount that goes away.
pub async fn forget_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tenant::forget(tx, subaccount).await?;
    Ok(store::activity::delete_of_subaccount(tx, subaccount).await?)
}
