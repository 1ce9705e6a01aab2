//! Tenants: which one a call is for, and what is set for it.
//!
//! A tenant exists while its subaccount is subscribed to Cloud Integration.

use super::rights::ChangeSettings;
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::subscription;
use crate::version;
use model::SubaccountId;
use serde_json::json;
use store::Tx;

pub use model::package::{TagDefinition, TagDefinitions};

/// The application whose subscription is the tenant.
const APPLICATION: &str = "integrationsuite";

/// The mode in which transports go to transport management.
pub const TRANSPORT_MANAGEMENT: &str = "TransportManagementService";

/// The tenant a call is for.
#[derive(Debug, Clone)]
pub struct Tenant {
    pub subaccount: SubaccountId,
    /// As the caller named it.
    pub name: String,
    /// Who calls, as shown in logs and as creator.
    pub actor: String,
}

impl Tenant {
    pub(super) fn event(&self, event: &'static str, object: String, detail: serde_json::Value) -> Event {
        Event { actor: self.actor.clone(), subaccount: self.subaccount.text(), event, object, detail }
    }
}

/// Finds the tenant that the URL names; it must be the token's own.
///
/// # Errors
/// Forbidden for another tenant, `NotFound` when the subaccount has none.
pub async fn open<P>(cx: &Cx, caller: &Caller<P>, name: &str) -> Result<Tenant> {
    let subaccount = caller.subaccount()?;
    let identity = caller.identity();
    if name != identity.zone_name && name != subaccount.text() {
        return Err(Error::forbidden(format!("the token belongs to '{}', not to '{name}'", identity.zone_name)));
    }
    cx.db.read(async move |tx| must_exist(tx, subaccount).await).await?;
    Ok(Tenant { subaccount, name: name.to_owned(), actor: caller.actor().to_owned() })
}

async fn must_exist(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    if subscription::is_active(tx, subaccount, APPLICATION).await? {
        return Ok(());
    }
    Err(Error::not_found(format!("this subaccount has no Cloud Integration tenant; subscribe to {APPLICATION} first")))
}

/// Removes everything that a tenant had, when its subscription ends.
pub async fn forget(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    Ok(store::tenant::delete(tx, subaccount).await?)
}

pub(super) async fn tag_definitions(tx: &mut Tx, subaccount: SubaccountId) -> Result<TagDefinitions> {
    Ok(store::tenant::find(tx, subaccount).await?.map(|settings| settings.tag_definitions).unwrap_or_default())
}

/// The definitions of custom tags of a tenant.
pub async fn tags(cx: &Cx, tenant: &Tenant) -> Result<TagDefinitions> {
    let subaccount = tenant.subaccount;
    cx.db.read(async move |tx| tag_definitions(tx, subaccount).await).await
}

/// Defines the custom tags of a tenant.
///
/// # Errors
/// `Conflict` when there are some already and `overwrite` is not wished.
pub async fn define_tags(
    cx: &Cx,
    _caller: &Caller<ChangeSettings>,
    tenant: &Tenant,
    definitions: TagDefinitions,
    overwrite: bool,
) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            let subaccount = tenant.subaccount;
            let present = tag_definitions(tx, subaccount).await?;
            if !overwrite && !present.custom_tags_configuration.is_empty() {
                return Err(Error::conflict(
                    "Custom tags configuration already exists; use Overwrite=true to replace it",
                ));
            }
            store::tenant::set_tag_definitions(tx, subaccount, &definitions).await?;
            let event = tenant.event("tenant.tags", format!("tenant {}", tenant.name), json!({}));
            audit::record(tx, now, event).await
        })
        .await
}

pub(super) async fn transport_mode(tx: &mut Tx, subaccount: SubaccountId) -> Result<Option<String>> {
    Ok(store::tenant::find(tx, subaccount).await?.and_then(|settings| settings.transport_mode))
}

/// The version of the transport settings.
#[must_use]
pub fn settings_version(mode: Option<&str>) -> String {
    version::of(&json!([mode]))
}

/// Sets where transports of the tenant go; none turns them off. With a version only where that one is set.
///
/// # Errors
/// `Invalid` for a mode that is not supported; with [`crate::error::CHANGED`], when it is another version.
pub async fn set_transport_mode(
    cx: &Cx,
    _caller: &Caller<ChangeSettings>,
    tenant: &Tenant,
    mode: Option<String>,
    named: Option<String>,
) -> Result<()> {
    if let Some(unknown) = mode.as_deref().filter(|mode| *mode != TRANSPORT_MANAGEMENT) {
        let known = format!("the mode '{unknown}' is not supported; use {TRANSPORT_MANAGEMENT}");
        return Err(Error::invalid(known));
    }
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            store::tenant::hold(tx, tenant.subaccount).await?;
            let before = transport_mode(tx, tenant.subaccount).await?;
            version::check(named.as_deref(), || settings_version(before.as_deref()), "The transport settings")?;
            store::tenant::set_mode(tx, tenant.subaccount, mode.as_deref()).await?;
            let event = tenant.event("tenant.transport_mode", format!("tenant {}", tenant.name), json!({"mode": mode}));
            audit::record(tx, now, event).await
        })
        .await
}
