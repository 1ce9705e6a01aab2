//! Packages of a tenant: seen, created, changed, deleted.

use super::rights::{EditPackages, ReadPackages};
use super::tenant::Tenant;
use super::{import, rows};
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{SubaccountId, Time};
use serde_json::json;
use std::collections::BTreeMap;
use store::Tx;
use store::package::Package as Row;

pub use model::package::Tags;

/// A package as callers see it.
#[derive(Debug, Clone)]
pub struct Package {
    /// Technical id.
    pub id: String,
    /// Hidden identity: 32 hexadecimal digits.
    pub reg_id: String,
    /// Display name.
    pub name: String,
    /// The version people see.
    pub version: String,
    /// `EDIT_ALLOWED` or `READ_ONLY`.
    pub mode: String,
    /// Further attributes by their key in an export.
    pub attributes: Tags,
    /// Values of custom tags.
    pub tags: Tags,
    pub created_by: String,
    pub created_at: Time,
    pub modified_by: String,
    pub modified_at: Time,
}

impl Package {
    /// The first value of an attribute.
    #[must_use]
    pub fn attribute(&self, key: &str) -> &str {
        self.attributes.get(key).and_then(|values| values.first()).map_or("", String::as_str)
    }
}

/// What can be said about a package when it is created or changed. Absent: as it is.
#[derive(Debug, Clone, Default)]
pub struct PackageChange {
    /// Display name.
    pub name: Option<String>,
    /// The version people see.
    pub version: Option<String>,
    /// Attributes by their key in an export.
    pub attributes: BTreeMap<&'static str, String>,
}

/// The attribute that holds the short text.
pub const SHORT_TEXT: &str = "shortText";

pub(super) fn missing() -> Error {
    Error::not_found("Requested entity could not be found.")
}

pub(super) fn mode(package: &mta::Package) -> &'static str {
    let state = package.resource.get("privilegeState").and_then(serde_json::Value::as_str);
    if state.is_none_or(|state| state == "EDIT_ALLOWED") { "EDIT_ALLOWED" } else { "READ_ONLY" }
}

/// The package, unless it came read-only from the catalogue: then its artifacts can only be configured and deployed,
/// neither changed nor taken out. Transports of it are another right.
pub(super) async fn must_be_open(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<Row> {
    let row = must_find(tx, subaccount, id).await?;
    refuse_read_only(&row)?;
    Ok(row)
}

pub(super) fn refuse_read_only(row: &Row) -> Result<()> {
    match mode(&rows::package(row)?) {
        "READ_ONLY" => Err(Error::unprocessable(format!(
            "The package {} is read-only; its artifacts can only be configured.",
            row.id
        ))),
        _ => Ok(()),
    }
}

pub(super) fn seen(row: Row) -> Result<Package> {
    let package = rows::package(&row)?;
    Ok(Package {
        mode: mode(&package).to_owned(),
        attributes: package.attributes,
        tags: row.tags,
        id: row.id,
        reg_id: row.reg_id,
        name: row.name,
        version: row.version,
        created_by: row.created_by,
        created_at: row.created_at,
        modified_by: row.modified_by,
        modified_at: row.modified_at,
    })
}

/// Packages after the one of id `after`, by id.
pub async fn page(
    cx: &Cx,
    _caller: &Caller<ReadPackages>,
    tenant: &Tenant,
    after: &str,
    limit: usize,
) -> Result<Vec<Package>> {
    let (subaccount, after) = (tenant.subaccount, after.to_owned());
    let limit = rows::limit(limit);
    let rows: Vec<Row> =
        cx.db.read(async move |tx| Ok::<_, Error>(store::package::page(tx, subaccount, &after, limit).await?)).await?;
    rows.into_iter().map(seen).collect()
}

/// How many packages there are.
pub async fn count(cx: &Cx, _caller: &Caller<ReadPackages>, tenant: &Tenant) -> Result<usize> {
    let subaccount = tenant.subaccount;
    let count: i64 = cx.db.read(async move |tx| Ok::<_, Error>(store::package::count(tx, subaccount).await?)).await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// One package.
///
/// # Errors
/// `NotFound`.
pub async fn find(cx: &Cx, _caller: &Caller<ReadPackages>, tenant: &Tenant, id: &str) -> Result<Package> {
    let (subaccount, id) = (tenant.subaccount, id.to_owned());
    seen(cx.db.read(async move |tx| must_find(tx, subaccount, &id).await).await?)
}

pub(super) async fn must_find(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<Row> {
    store::package::find(tx, subaccount, id).await?.ok_or_else(missing)
}

/// Creates an empty package.
///
/// # Errors
/// `Invalid` without id, name or short text; `Conflict` when the id is taken.
pub async fn create(
    cx: &Cx,
    _caller: &Caller<EditPackages>,
    tenant: &Tenant,
    id: String,
    wish: PackageChange,
) -> Result<Package> {
    model::artifact::check_package_id(&id).map_err(|e| Error::invalid(e.to_string()))?;
    let name = wish.name.clone().filter(|name| !name.trim().is_empty()).ok_or_else(|| empty("Name"))?;
    if wish.attributes.get(SHORT_TEXT).is_none_or(|text| text.trim().is_empty()) {
        return Err(empty("ShortText"));
    }
    let reg_id = cx.random.uuid().simple().to_string();
    let version =
        wish.version.clone().filter(|v| !v.is_empty()).unwrap_or_else(|| model::artifact::FIRST_VERSION.into());
    let package = mta::Package::new(&id, &reg_id, &name, &version);
    let now = cx.now();
    let row = row(package, &wish, &tenant.actor, now);
    let (tenant, saved) = (tenant.clone(), row.clone());
    cx.db
        .write(async move |tx| {
            let subaccount = tenant.subaccount;
            if store::package::find(tx, subaccount, &saved.id).await?.is_some() {
                return Err(import::exists());
            }
            store::package::put(tx, subaccount, &saved).await?;
            audit::record(tx, now, tenant.event("package.create", format!("package {}", saved.id), json!({}))).await
        })
        .await?;
    seen(row)
}

/// The original's sentence.
fn empty(property: &str) -> Error {
    Error::invalid(format!("Property {property} must not be empty"))
}

fn row(mut package: mta::Package, wish: &PackageChange, actor: &str, now: Time) -> Row {
    wish.attributes.iter().for_each(|(key, value)| {
        package.attributes.insert((*key).to_owned(), vec![value.clone()]);
    });
    package.resource = package.to_resource();
    Row {
        resource: package.resource,
        id: package.id,
        reg_id: package.reg_id,
        name: package.name,
        version: package.version,
        tags: Tags::new(),
        rev: 0,
        created_by: actor.to_owned(),
        created_at: now,
        modified_by: actor.to_owned(),
        modified_at: now,
    }
}

/// Changes what is said about a package.
///
/// # Errors
/// `NotFound`; `Invalid` when name or short text are emptied.
pub async fn update(
    cx: &Cx,
    _caller: &Caller<EditPackages>,
    tenant: &Tenant,
    id: &str,
    wish: PackageChange,
) -> Result<()> {
    if wish.name.as_deref().is_some_and(|name| name.trim().is_empty()) {
        return Err(empty("Name"));
    }
    if wish.attributes.get(SHORT_TEXT).is_some_and(|text| text.trim().is_empty()) {
        return Err(empty("ShortText"));
    }
    let (now, tenant, id) = (cx.now(), tenant.clone(), id.to_owned());
    cx.db
        .write(async move |tx| {
            let subaccount = tenant.subaccount;
            store::package::lock(tx, subaccount, &id).await?;
            let present = must_be_open(tx, subaccount, &id).await?;
            let mut package = rows::package(&present)?;
            package.name = wish.name.clone().unwrap_or(package.name);
            package.version = wish.version.clone().unwrap_or(package.version);
            let changed = row(package, &wish, &tenant.actor, now);
            let changed = Row { tags: present.tags, ..changed };
            store::package::put(tx, subaccount, &changed).await?;
            audit::record(tx, now, tenant.event("package.update", format!("package {id}"), json!({}))).await
        })
        .await
}

/// Deletes a package with all that is in it.
///
/// # Errors
/// `NotFound`.
pub async fn delete(cx: &Cx, _caller: &Caller<EditPackages>, tenant: &Tenant, id: &str) -> Result<()> {
    let (now, tenant, id) = (cx.now(), tenant.clone(), id.to_owned());
    cx.db
        .write(async move |tx| {
            if !store::package::delete(tx, tenant.subaccount, &id).await? {
                return Err(missing());
            }
            audit::record(tx, now, tenant.event("package.delete", format!("package {id}"), json!({}))).await
        })
        .await
}
