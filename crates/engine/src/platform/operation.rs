//! Operations on service instances and keys. They are done when the call is answered; what is kept says so to clients
//! that ask later, also when the instance is gone.

use super::right::ViewServices;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
pub use model::instance::{Operation, OperationKind as Kind, Resource};
pub use store::instance::Done;
use uuid::Uuid;

/// An operation on something of the caller's subaccount.
///
/// # Errors
/// Not found.
pub async fn find(cx: &Cx, caller: Caller<ViewServices>, resource: Resource, of: Uuid, id: Uuid) -> Result<Done> {
    let subaccount = caller.subaccount()?;
    let done = cx.db.read(async move |tx| Ok::<_, Error>(store::instance::find_operation(tx, id).await?)).await?;
    done.filter(|done| (done.subaccount, done.resource_type, done.resource) == (subaccount, resource, of))
        .ok_or_else(|| Error::not_found("could not find such operation"))
}
