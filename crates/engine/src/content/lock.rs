//! Locks on artifacts that somebody has open.

use super::artifact::{Which, must_find};
use super::rights::{DeleteLocks, EditPackages, SeeLocks};
use super::rows;
use super::tenant::Tenant;
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use serde_json::json;

pub use store::artifact::Lock;

/// Locks of a tenant behind the GUID `after`, by GUID.
pub async fn page(
    cx: &Cx,
    _caller: &Caller<SeeLocks>,
    tenant: &Tenant,
    after: &str,
    limit: usize,
) -> Result<Vec<Lock>> {
    let (subaccount, after, limit) = (tenant.subaccount, after.to_owned(), rows::limit(limit));
    cx.db.read(async move |tx| Ok(store::artifact::locks(tx, subaccount, &after, limit).await?)).await
}

/// The lock of an artifact.
///
/// # Errors
/// `NotFound`.
pub async fn find(cx: &Cx, _caller: &Caller<SeeLocks>, tenant: &Tenant, reg_id: String) -> Result<Lock> {
    let subaccount = tenant.subaccount;
    let found =
        cx.db.read(async move |tx| Ok::<_, Error>(store::artifact::lock(tx, subaccount, &reg_id).await?)).await?;
    found.ok_or_else(missing)
}

fn missing() -> Error {
    Error::not_found("Requested entity could not be found.")
}

/// Opens an artifact for editing: nobody else can change it until it is closed.
///
/// # Errors
/// `Conflict`, naming who has it open.
pub async fn take(cx: &Cx, _caller: &Caller<EditPackages>, tenant: &Tenant, which: Which) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            let subaccount = tenant.subaccount;
            let row = must_find(tx, subaccount, &which).await?;
            store::artifact::insert_lock(tx, subaccount, &row.reg_id, &tenant.actor, now).await?;
            match store::artifact::lock_holder(tx, subaccount, &row.reg_id).await? {
                Some(holder) if holder != tenant.actor => {
                    Err(Error::conflict(format!("{} {} is locked by {holder}", row.kind, row.id)).with_code("locked"))
                }
                _ => {
                    let object = format!("{} {}", row.kind, row.id);
                    audit::record(tx, now, tenant.event("artifact.lock", object, json!({}))).await
                }
            }
        })
        .await
}

/// Deletes a lock, whoever holds it.
///
/// # Errors
/// `NotFound`.
pub async fn delete(cx: &Cx, _caller: &Caller<DeleteLocks>, tenant: &Tenant, reg_id: String) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            if !store::artifact::delete_lock(tx, tenant.subaccount, &reg_id).await? {
                return Err(missing());
            }
            audit::record(tx, now, tenant.event("artifact.unlock", format!("artifact {reg_id}"), json!({}))).await
        })
        .await
}
