//! The tenant's transport module: what can be transported.

use super::rights::ExportTransports;
use super::tenant::Tenant;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use std::collections::BTreeMap;
use store::artifact::Listed;
use store::package::Package;
use wire::cpi::{TransportComponent, TransportPackage};

/// All packages of a tenant with their artifacts.
pub async fn list(cx: &Cx, _caller: &Caller<ExportTransports>, tenant: &Tenant) -> Result<Vec<TransportPackage>> {
    let subaccount = tenant.subaccount;
    let (packages, artifacts) = cx
        .db
        .report(async move |tx| {
            let packages = store::package::page(tx, subaccount, "", i64::MAX).await?;
            Ok::<_, Error>((packages, store::artifact::of_tenant(tx, subaccount).await?))
        })
        .await?;
    let mut by_package: BTreeMap<String, Vec<TransportComponent>> = BTreeMap::new();
    for row in artifacts {
        by_package.entry(row.package.clone()).or_default().push(component(row));
    }
    Ok(packages.into_iter().map(|row| listed(row, &mut by_package)).collect())
}

fn listed(row: Package, components: &mut BTreeMap<String, Vec<TransportComponent>>) -> TransportPackage {
    let components = components.remove(&row.id).unwrap_or_default();
    TransportPackage { id: row.id, resource_id: row.reg_id, name: row.name, version: row.version, components }
}

fn component(row: Listed) -> TransportComponent {
    TransportComponent {
        id: row.reg_id,
        technical_id: row.id,
        name: row.name,
        kind: row.kind,
        version: row.version,
        exportable: !row.draft,
    }
}
