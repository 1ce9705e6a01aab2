//! What a subaccount has that can be transported: packages of its tenant, and its destinations.

use crate::caller::Caller;
use crate::content::remote::{Failure, resolve_destination};
use crate::content::rights::ReadContent;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::SubaccountId;
use model::activity::ContentKind;
use model::destination::hint::INTEGRATION;
use model::destination::{Level, Owner};
use wire::cpi::TransportPackage;

/// Something that can be transported.
#[derive(Debug, Clone)]
pub struct Resource {
    /// Technical id.
    pub id: String,
    /// Hidden identity; of a destination its name.
    pub reg_id: String,
    /// `Cloud Integration`, `Destination`.
    pub content_type: &'static str,
    /// Display name.
    pub name: String,
    pub version: String,
    pub components: Vec<Component>,
}

/// A part of it.
#[derive(Debug, Clone)]
pub struct Component {
    /// Hidden identity.
    pub reg_id: String,
    /// Technical id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// `IFlow`, …
    pub kind: String,
    pub version: String,
    pub exportable: bool,
}

/// Its name on the wire.
pub(in crate::content) const fn content_type(kind: ContentKind) -> &'static str {
    match kind {
        ContentKind::Package => "Cloud Integration",
        ContentKind::Destination => "Destination",
    }
}

/// Clients write it with and without the blank, in any case.
pub(in crate::content) fn content_kind(text: &str) -> Option<ContentKind> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    match plain.as_str() {
        "cloudintegration" => Some(ContentKind::Package),
        "destination" => Some(ContentKind::Destination),
        _ => None,
    }
}

/// Everything that can be transported.
///
/// # Errors
/// `Unavailable`, when the tenant cannot be asked.
pub async fn list(cx: &Cx, caller: &Caller<ReadContent>) -> Result<Vec<Resource>> {
    let subaccount = caller.subaccount()?;
    let packages = packages(cx, subaccount).await.map_err(|failure| match failure {
        Failure::Final(text) | Failure::Passing { text, .. } => Error::unprocessable(text),
        Failure::Ours(error) => error,
    })?;
    let names = names(cx, subaccount).await?;
    Ok(packages.into_iter().map(package).chain(names.into_iter().map(configured)).collect())
}

/// Names of the subaccount's destinations.
pub(in crate::content) async fn names(cx: &Cx, subaccount: SubaccountId) -> Result<Vec<String>> {
    let rows = cx
        .db
        .read(async move |tx| {
            Ok::<_, Error>(store::destination::list(tx, Owner { subaccount, level: Level::Subaccount }).await?)
        })
        .await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// The packages of the subaccount's tenant, asked through the destination.
pub(in crate::content) async fn packages(cx: &Cx, subaccount: SubaccountId) -> Result<Vec<TransportPackage>, Failure> {
    let (_, target) = resolve_destination(cx, subaccount, INTEGRATION).await?;
    Ok(client::cpi::list(&cx.http, &target).await?)
}

pub(in crate::content) fn package(found: TransportPackage) -> Resource {
    let component = |part: wire::cpi::TransportComponent| Component {
        reg_id: part.id,
        id: part.technical_id,
        name: part.name,
        kind: part.kind,
        version: part.version,
        exportable: part.exportable,
    };
    Resource {
        id: found.id,
        reg_id: found.resource_id,
        content_type: content_type(ContentKind::Package),
        name: found.name,
        version: found.version,
        components: found.components.into_iter().map(component).collect(),
    }
}

pub(in crate::content) fn configured(name: String) -> Resource {
    Resource {
        id: name.clone(),
        reg_id: name.clone(),
        content_type: content_type(ContentKind::Destination),
        name,
        version: "1.0.0".to_owned(),
        components: Vec::new(),
    }
}
