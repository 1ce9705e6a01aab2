//! Zones: where tokens belong.

use super::recent::{Look, Recent};
use super::roles;
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;
use model::role::platform;
use serde_json::json;
use store::Tx;
use uuid::Uuid;

/// What a zone belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneKind {
    /// A subaccount: the tenant.
    Subaccount,
    /// The global account.
    GlobalAccount,
}

impl ZoneKind {
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Subaccount => "subaccount",
            Self::GlobalAccount => "global_account",
        }
    }
}

/// A zone. Its id is the GUID of the subaccount or of the global account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneRow {
    /// The GUID; `zid` in tokens.
    pub id: Uuid,
    /// Its name in addresses: the subdomain.
    pub name: String,
    /// What it belongs to.
    pub kind: ZoneKind,
}

impl ZoneRow {
    fn parse(row: store::zone::ZoneRow) -> Result<Self> {
        let kinds = [ZoneKind::Subaccount, ZoneKind::GlobalAccount];
        let kind = kinds.into_iter().find(|kind| kind.text() == row.kind);
        let kind = kind.ok_or_else(|| store::Error::corrupt("zone", row.id, format!("kind is '{}'", row.kind)))?;
        Ok(Self { id: row.id, name: row.name, kind })
    }
}

/// Where a token is asked for: a zone, or Cloud Foundry, which has one of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Realm {
    /// Cloud Foundry.
    CloudFoundry,
    /// A zone.
    Zone(ZoneRow),
}

/// The id and name of Cloud Foundry's zone.
pub const CLOUD_FOUNDRY: &str = "uaa";

impl Realm {
    /// `zid` in tokens.
    #[must_use]
    pub fn zid(&self) -> String {
        match self {
            Self::CloudFoundry => CLOUD_FOUNDRY.to_owned(),
            Self::Zone(zone) => zone.id.to_string(),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::CloudFoundry => CLOUD_FOUNDRY,
            Self::Zone(zone) => &zone.name,
        }
    }

    /// The address of its token service.
    #[must_use]
    pub fn url(&self, cx: &Cx) -> String {
        match self {
            Self::CloudFoundry => cx.addresses().cf_uaa(),
            Self::Zone(zone) => cx.addresses().uaa(&zone.name),
        }
    }

    /// The zone.
    ///
    /// # Errors
    /// Not found for Cloud Foundry, where there are no roles of zones.
    pub fn zone(&self) -> Result<&ZoneRow> {
        match self {
            Self::Zone(zone) => Ok(zone),
            Self::CloudFoundry => Err(Error::not_found("Cloud Foundry has no roles of a zone")),
        }
    }
}

/// Makes a zone, with the roles and role collections every one of its kind has.
///
/// # Errors
/// Conflict, when the name is taken.
pub async fn create(tx: &mut Tx, id: Uuid, name: &str, kind: ZoneKind, now: Time) -> Result<()> {
    if store::zone::find(tx, name).await?.is_some() {
        return Err(Error::conflict(format!("the subdomain '{name}' is taken; choose another one")));
    }
    let row = store::zone::ZoneRow { id, name: name.to_owned(), kind: kind.text().to_owned() };
    store::zone::insert(tx, &row, now.micros()).await?;
    let (apps, collections) = match kind {
        ZoneKind::Subaccount => (platform::SUBACCOUNT_APPS, platform::SUBACCOUNT_COLLECTIONS),
        ZoneKind::GlobalAccount => (platform::GLOBAL_ACCOUNT_APPS, platform::GLOBAL_ACCOUNT_COLLECTIONS),
    };
    for app in apps {
        roles::deliver(tx, id, app.id(), model::role::templates(*app), &[], now).await?;
    }
    roles::deliver_collections(tx, id, "", collections, now).await?;
    record(tx, id, "zone.create", name, now).await
}

async fn record(tx: &mut Tx, id: Uuid, event: &'static str, name: &str, now: Time) -> Result<()> {
    let event = Event {
        actor: "platform".to_owned(),
        subaccount: id.to_string(),
        event,
        object: format!("zone {name}"),
        detail: json!({}),
    };
    audit::record(tx, now, event).await
}

/// Removes a zone with its clients, roles and assignments; people stay.
///
/// # Errors
/// Of the store.
pub async fn remove(tx: &mut Tx, id: Uuid, now: Time) -> Result<()> {
    store::zone::delete(tx, id).await?;
    record(tx, id, "zone.remove", &id.to_string(), now).await
}

/// The zone with this name or GUID.
///
/// # Errors
/// Of the store.
pub async fn find(tx: &mut Tx, name_or_guid: &str) -> Result<Option<ZoneRow>> {
    store::zone::find(tx, name_or_guid).await?.map(ZoneRow::parse).transpose()
}

/// The realm of a zone in an address.
///
/// # Errors
/// Not found.
pub async fn realm(cx: &Cx, name_or_guid: &str) -> Result<Realm> {
    let (recent, look) = (cx.cache::<Recent<String, ZoneRow>>(), Look::now(cx));
    if let Some(zone) = recent.get(name_or_guid, look) {
        return Ok(Realm::Zone(zone));
    }
    let key = name_or_guid.to_owned();
    let zone = cx.db.read(async move |tx| find(tx, &key).await).await?;
    let zone = zone.ok_or_else(|| Error::not_found(format!("there is no subdomain '{name_or_guid}'")))?;
    recent.put(name_or_guid.to_owned(), look, zone.clone());
    Ok(Realm::Zone(zone))
}
