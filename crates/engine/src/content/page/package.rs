//! Packages: the list, and one with its artifacts.

use crate::caller::{Caller, Can};
use crate::content::package::{SHORT_TEXT, mode, must_find};
use crate::content::rights::{EditPackages, ReadPackages, SeeRuntime, StartTransports};
use crate::content::tenant::{self, Tenant};
use crate::content::{package, rows};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::package::Draft;
use model::{Time, runtime::RuntimeStatus};
pub use store::tenant_list::Search;
use store::tenant_list::{ArtifactLine, PackageLine};

const VENDOR: &str = "Vendor";
const DESCRIPTION: &str = "Description";

/// A line of the list.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: String,
    pub name: String,
    pub version: String,
    pub vendor: String,
    pub short_text: String,
    /// `EDIT_ALLOWED` or `READ_ONLY`.
    pub mode: &'static str,
    pub modified_by: String,
    pub modified_at: Time,
    pub artifacts: i64,
    pub drafts: i64,
    /// How many artifacts are deployed, for whoever may know.
    pub deployed: Option<i64>,
}

/// Packages that fit, by id, and what may be done with the list.
///
/// # Errors
/// Of the store.
pub async fn list(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, wish: Search) -> Result<(Vec<Line>, Can)> {
    let subaccount = tenant.subaccount;
    let found = cx.db.report(async move |tx| Ok(store::tenant_list::packages(tx, subaccount, &wish).await?)).await;
    let found: Result<Vec<PackageLine>> = found;
    let may_see = caller.may::<SeeRuntime>().is_ok();
    let lines = found?.into_iter().map(|row| line(row, may_see)).collect::<Result<_>>()?;
    Ok((lines, vec![("import", caller.may::<EditPackages>())]))
}

fn line(row: PackageLine, may_see: bool) -> Result<Line> {
    let unreadable = |error| Error::internal(format!("what is stored of '{}' cannot be read", row.id)).because(error);
    let package = mta::Package::from_resource(row.resource.clone()).map_err(unreadable)?;
    let attribute = |key: &str| package.attribute(key).unwrap_or_default().to_owned();
    Ok(Line {
        vendor: attribute(VENDOR),
        short_text: attribute(SHORT_TEXT),
        mode: mode(&package),
        id: row.id,
        name: row.name,
        version: row.version,
        modified_by: row.modified_by,
        modified_at: row.modified_at,
        artifacts: row.artifacts,
        drafts: row.drafts,
        deployed: may_see.then_some(row.deployed),
    })
}

/// A package with its artifacts.
#[derive(Debug, Clone)]
pub struct Seen {
    pub package: package::Package,
    pub artifacts: Vec<ArtifactSeen>,
    pub can: Can,
}

impl Seen {
    /// What the vendor says about it, as HTML.
    #[must_use]
    pub fn description(&self) -> &str {
        self.package.attribute(DESCRIPTION)
    }

    /// Who made it.
    #[must_use]
    pub fn vendor(&self) -> &str {
        self.package.attribute(VENDOR)
    }
}

/// An artifact of a package.
#[derive(Debug, Clone)]
pub struct ArtifactSeen {
    pub id: String,
    pub kind: String,
    pub name: String,
    pub version: String,
    pub draft: bool,
    pub size: u64,
    pub description: String,
    pub modified_by: String,
    pub modified_at: Time,
    /// Who has it open.
    pub locked_by: Option<String>,
    /// How it runs, and in which version, for whoever may know.
    pub runtime: Option<(RuntimeStatus, String)>,
    /// Whether it can be looked into.
    pub has_page: bool,
}

/// One package.
///
/// # Errors
/// `NotFound`.
pub async fn read(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, id: &str) -> Result<Seen> {
    let (subaccount, id) = (tenant.subaccount, id.to_owned());
    let (row, artifacts, mode) = cx
        .db
        .report(async move |tx| {
            let row = must_find(tx, subaccount, &id).await?;
            let artifacts = store::tenant_list::artifacts(tx, subaccount, &id).await?;
            Ok::<_, Error>((row, artifacts, tenant::transport_mode(tx, subaccount).await?))
        })
        .await?;
    let package = package::seen(row)?;
    let may_see = caller.may::<SeeRuntime>().is_ok();
    let can = can(caller, &package, &artifacts, mode.is_some());
    let artifacts = artifacts.into_iter().map(|row| artifact(row, may_see)).collect::<Result<_>>()?;
    Ok(Seen { package, artifacts, can })
}

fn can(caller: &Caller<ReadPackages>, package: &package::Package, rows: &[ArtifactLine], has_mode: bool) -> Can {
    let edit = caller.may::<EditPackages>();
    let open = match package.mode.as_str() {
        "READ_ONLY" => Err("the package is read-only".to_owned()),
        _ => Ok(()),
    };
    let drafts: Vec<Draft> = rows
        .iter()
        .filter(|row| row.draft)
        .map(|row| Draft { kind: row.kind.clone(), name: row.name.clone() })
        .collect();
    let without_drafts = model::package::drafts_block(&drafts).map_or(Ok(()), Err);
    let set = match has_mode {
        true => Ok(()),
        false => Err("this tenant has no transport mode; set it in the transport settings".to_owned()),
    };
    let transports = caller.may::<StartTransports>();
    vec![
        ("import", edit.clone()),
        ("delete", edit),
        ("download", open.and(without_drafts.clone())),
        ("seeTransports", transports.clone()),
        ("transport", transports.and(set).and(without_drafts)),
    ]
}

fn artifact(row: ArtifactLine, may_see: bool) -> Result<ArtifactSeen> {
    let description = rows::attribute_of(&row.resource, &row.id, DESCRIPTION)?;
    Ok(ArtifactSeen {
        description,
        has_page: row.runnable && super::kind(&row.kind).is_some(),
        runtime: row.status.zip(row.deployed).filter(|_| may_see),
        id: row.id,
        kind: row.kind,
        name: row.name,
        version: row.version,
        draft: row.draft,
        size: row.size,
        modified_by: row.modified_by,
        modified_at: row.modified_at,
        locked_by: row.holder,
    })
}
