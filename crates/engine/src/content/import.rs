//! Brings a package into a tenant: merged by the rules of `model::package`, in one transaction, or not at all.

use super::delivery::{Delivery, Part};
use super::rows;
use super::tenant::{self, Tenant};
use crate::audit;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::artifact::{Configured, vanished};
use model::package::{Change, Merge, Present, Refusal};
use model::{SubaccountId, Time};
use serde_json::json;
use std::collections::BTreeMap;
use store::Tx;
use store::artifact::{Artifact, Version};
use store::package::Package;

/// Whether a package may be there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It is merged into what is there.
    Merge,
    /// It must be new.
    Create,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Technical id of the package.
    pub package: String,
    /// Whether the package is new in the tenant.
    pub new_package: bool,
    /// Technical ids of artifacts that are new.
    pub created: Vec<String>,
    /// Technical ids of artifacts that were overwritten.
    pub overwritten: Vec<String>,
    /// Technical ids of artifacts that were the same already.
    pub unchanged: Vec<String>,
    /// What somebody should know.
    pub warnings: Vec<String>,
}

/// Imports.
///
/// # Errors
/// `Conflict` with every reason why it cannot come in; nothing of it is stored then.
pub async fn import(cx: &Cx, tenant: &Tenant, delivery: Delivery, mode: Mode) -> Result<Imported> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db.write(async move |tx| import_in(tx, &tenant, &delivery, mode, now).await).await
}

async fn import_in(tx: &mut Tx, tenant: &Tenant, delivery: &Delivery, mode: Mode, now: Time) -> Result<Imported> {
    let subaccount = tenant.subaccount;
    let there = store::package::lock(tx, subaccount, delivery.package_id()).await?;
    if there && mode == Mode::Create {
        return Err(exists());
    }
    let present = present(tx, subaccount, delivery).await?;
    let merge = model::package::merge(&delivery.head, &present, &tenant.actor).map_err(refused)?;
    let by = By { subaccount, actor: &tenant.actor, now };
    put_package(tx, &by, delivery).await?;
    let first = store::artifact::next_pos(tx, subaccount, delivery.package_id()).await?;
    for ((part, change), pos) in delivery.parts.iter().zip(&merge.changes).zip(first..) {
        put_part(tx, &by, delivery.package_id(), part, *change, pos).await?;
    }
    let imported = outcome(delivery, merge);
    let detail = json!({"created": imported.created, "overwritten": imported.overwritten});
    let event = tenant.event("package.import", format!("package {}", imported.package), detail);
    audit::record(tx, now, event).await?;
    Ok(imported)
}

/// The original's sentence.
pub(super) fn exists() -> Error {
    Error::conflict("Entity with the specified IntegrationPackage id already exist.")
}

fn refused(refusals: Vec<Refusal>) -> Error {
    let locked = refusals.iter().all(|one| matches!(one, Refusal::Locked { .. }));
    let text = match &refusals[..] {
        [one] => one.to_string(),
        all => {
            let each: Vec<String> = (1..).zip(all).map(|(at, one)| format!("({at}) {one}.")).collect();
            format!("{} conflicts keep the package out; nothing of it was imported. {}", all.len(), each.join(" "))
        }
    };
    Error::conflict(text).with_code(if locked { "locked" } else { "uniqueness" })
}

/// Loads what the tenant has that matters for the merge.
async fn present(tx: &mut Tx, subaccount: SubaccountId, delivery: &Delivery) -> Result<Present> {
    let package = &delivery.head.package;
    let twins = store::package::twins(tx, subaccount, &package.id, &package.reg_id).await?;
    let mut artifacts = BTreeMap::new();
    for head in &delivery.head.artifacts {
        for row in store::artifact::twins(tx, subaccount, &head.id, &head.reg_id).await? {
            let locked_by = store::artifact::lock_holder(tx, subaccount, &row.reg_id).await?;
            artifacts.insert(row.reg_id.clone(), rows::present(row, locked_by));
        }
    }
    Ok(Present {
        packages: twins.iter().map(rows::package_head).collect(),
        artifacts: artifacts.into_values().collect(),
        tag_definitions: tenant::tag_definitions(tx, subaccount).await?.names(),
    })
}

struct By<'a> {
    subaccount: SubaccountId,
    actor: &'a str,
    now: Time,
}

async fn put_package(tx: &mut Tx, by: &By<'_>, delivery: &Delivery) -> Result<()> {
    let package = &delivery.package;
    let row = Package {
        id: package.id.clone(),
        reg_id: package.reg_id.clone(),
        name: package.name.clone(),
        version: package.version.clone(),
        resource: package.resource.clone(),
        tags: delivery.head.tags.clone(),
        rev: 0,
        created_by: by.actor.to_owned(),
        created_at: by.now,
        modified_by: by.actor.to_owned(),
        modified_at: by.now,
    };
    Ok(store::package::put(tx, by.subaccount, &row).await?)
}

async fn put_part(tx: &mut Tx, by: &By<'_>, package: &str, part: &Part, change: Change, pos: i64) -> Result<()> {
    if change == Change::Keep {
        return Ok(());
    }
    let head = part.head();
    let row = Artifact {
        reg_id: head.reg_id,
        id: head.id,
        package: package.to_owned(),
        kind: head.kind,
        runnable: head.runnable,
        name: head.name,
        version: head.version,
        draft: false,
        digest: head.digest,
        size: part.size,
        resource: part.artifact.resource.clone(),
        relations: part.relations.clone(),
        parameters: part.parameters.clone(),
        pos,
        created_by: by.actor.to_owned(),
        created_at: by.now,
        modified_by: by.actor.to_owned(),
        modified_at: by.now,
    };
    store::artifact::put(tx, by.subaccount, &row).await?;
    let comment = part.artifact.text("versionComment").unwrap_or_default();
    put_version(tx, by, &row, comment).await?;
    forget_vanished(tx, by.subaccount, part).await
}

async fn put_version(tx: &mut Tx, by: &By<'_>, row: &Artifact, comment: &str) -> Result<()> {
    let version = Version {
        version: row.version.clone(),
        name: row.name.clone(),
        digest: row.digest.clone(),
        comment: comment.to_owned(),
        created_by: by.actor.to_owned(),
        created_at: by.now,
    };
    Ok(store::artifact::put_version(tx, by.subaccount, &row.reg_id, &version).await?)
}

/// Configured values stay; those of parameters that the artifact no longer has go.
async fn forget_vanished(tx: &mut Tx, subaccount: SubaccountId, part: &Part) -> Result<()> {
    let reg_id = &part.artifact.reg_id;
    let configured: Configured = store::artifact::values(tx, subaccount, reg_id).await?.into_iter().collect();
    for name in vanished(&part.parameters, &configured) {
        store::artifact::delete_value(tx, subaccount, reg_id, &name).await?;
    }
    Ok(())
}

fn outcome(delivery: &Delivery, merge: Merge) -> Imported {
    let ids = |wanted: fn(&Change) -> bool| {
        let pairs = delivery.parts.iter().zip(&merge.changes).filter(|(_, change)| wanted(change));
        pairs.map(|(part, _)| part.artifact.unique_id.clone()).collect::<Vec<_>>()
    };
    Imported {
        package: delivery.package_id().to_owned(),
        new_package: merge.new_package,
        created: ids(|change| *change == Change::Create),
        overwritten: ids(|change| matches!(change, Change::Overwrite { .. })),
        unchanged: ids(|change| *change == Change::Keep),
        warnings: delivery.findings.iter().cloned().chain(merge.warnings).collect(),
    }
}
