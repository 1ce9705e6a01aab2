//! Operations on service instances and keys. They are done when the call is answered; what is kept says so to clients
//! that ask later, also when the instance is gone.

use super::right::ViewServices;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{SubaccountId, Time};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::instance::OperationRow;
use uuid::Uuid;

/// On what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    /// A service instance.
    Instance,
    /// A key.
    Binding,
}

impl Resource {
    /// Its name in paths, and as stored.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Instance => "service_instances",
            Self::Binding => "service_bindings",
        }
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It was made.
    Create,
    /// It was changed.
    Update,
    /// It was removed.
    Delete,
}

impl Kind {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// The last thing done to an instance or a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Its GUID.
    pub id: Uuid,
    /// What.
    pub kind: Kind,
    /// When.
    pub at: Time,
}

/// An operation, with what it was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The operation.
    pub operation: Operation,
    /// What sort of thing.
    pub resource: Resource,
    /// Which one.
    pub id: Uuid,
}

/// Keeps it, in the transaction that did it.
pub(super) async fn keep(tx: &mut Tx, subaccount: SubaccountId, done: Done) -> Result<()> {
    let row = OperationRow {
        id: done.operation.id,
        subaccount: subaccount.0,
        resource_type: done.resource.path().to_owned(),
        resource: done.id,
        kind: done.operation.kind.name().to_owned(),
        at: done.operation.at.micros(),
    };
    Ok(store::instance::insert_operation(tx, &row).await?)
}

/// An operation on something of the caller's subaccount.
///
/// # Errors
/// Not found.
pub async fn find(cx: &Cx, caller: Caller<ViewServices>, resource: Resource, of: Uuid, id: Uuid) -> Result<Done> {
    let subaccount = caller.subaccount()?;
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::instance::find_operation(tx, id).await?)).await?;
    let matches = |row: &OperationRow| {
        row.subaccount == subaccount.0 && row.resource == of && row.resource_type == resource.path()
    };
    match row.filter(matches) {
        Some(row) => {
            let kind = [Kind::Create, Kind::Update, Kind::Delete].into_iter().find(|kind| kind.name() == row.kind);
            let kind = kind.ok_or_else(|| store::Error::corrupt("service_operation", row.id, &row.kind))?;
            Ok(Done { operation: Operation { id, kind, at: Time(row.at) }, resource, id: of })
        }
        None => Err(Error::not_found("could not find such operation")),
    }
}
