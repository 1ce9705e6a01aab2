//! Zones: where tokens belong.

use super::recent::{Look, Recent};
use super::roles;
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::account::ZoneKind;
use model::role::platform;
use model::{Time, ZoneId};
use serde_json::json;
use store::Tx;
pub use store::zone::ZoneRow;

/// Where a token is asked for: a zone, or Cloud Foundry, which has one of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Realm {
    CloudFoundry,
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
pub async fn create(tx: &mut Tx, id: ZoneId, name: &str, kind: ZoneKind, now: Time) -> Result<()> {
    if store::zone::find(tx, name).await?.is_some() {
        return Err(Error::conflict(format!("the subdomain '{name}' is taken; choose another one")));
    }
    let row = ZoneRow { id, name: name.to_owned(), kind };
    store::zone::insert(tx, &row, now).await?;
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

async fn record(tx: &mut Tx, id: ZoneId, event: &'static str, name: &str, now: Time) -> Result<()> {
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
pub async fn remove(tx: &mut Tx, id: ZoneId, now: Time) -> Result<()> {
    store::zone::delete(tx, id).await?;
    record(tx, id, "zone.remove", &id.to_string(), now).await
}

/// The zone with this name or GUID.
pub async fn find(tx: &mut Tx, name_or_guid: &str) -> Result<Option<ZoneRow>> {
    Ok(store::zone::find(tx, name_or_guid).await?)
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
