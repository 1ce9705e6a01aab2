//! Tenants: which one a call is for, and what is set for it.
//!
//! A tenant exists while its subaccount is subscribed to Cloud Integration.

use super::rights::ChangeSettings;
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::subscription;
use model::SubaccountId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;

/// The application whose subscription is the tenant.
const APPLICATION: &str = "integrationsuite";

/// No definitions of custom tags.
pub(super) const NO_TAGS: &str = r#"{"customTagsConfiguration":[]}"#;

/// The mode in which transports go to transport management.
pub const TRANSPORT_MANAGEMENT: &str = "TransportManagementService";

/// The tenant a call is for.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// Its subaccount.
    pub subaccount: SubaccountId,
    /// As the caller named it.
    pub name: String,
    /// Who calls, as shown in logs and as creator.
    pub actor: String,
}

impl Tenant {
    pub(super) fn key(&self) -> String {
        self.subaccount.text()
    }

    pub(super) fn event(&self, event: &'static str, object: String, detail: serde_json::Value) -> Event {
        Event { actor: self.actor.clone(), subaccount: self.key(), event, object, detail }
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
///
/// # Errors
/// Of the store.
pub async fn forget(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    Ok(store::tenant::delete(tx, &subaccount.text()).await?)
}

/// Definitions of custom tags, as the original stores them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TagDefinitions {
    /// The tags.
    pub custom_tags_configuration: Vec<TagDefinition>,
}

/// A custom tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TagDefinition {
    /// Its name.
    pub tag_name: String,
    /// Values that may be given; none: any.
    #[serde(default)]
    pub permitted_values: Vec<String>,
    /// Whether every package must have it.
    #[serde(default)]
    pub is_mandatory: bool,
}

impl TagDefinitions {
    /// The names of the tags.
    #[must_use]
    pub fn names(&self) -> BTreeSet<String> {
        self.custom_tags_configuration.iter().map(|tag| tag.tag_name.clone()).collect()
    }
}

pub(super) async fn tag_definitions(tx: &mut Tx, subaccount: &str) -> Result<TagDefinitions> {
    let row = store::tenant::find(tx, subaccount).await?;
    Ok(serde_json::from_str(row.as_ref().map_or(NO_TAGS, |row| &row.tag_definitions))?)
}

/// The definitions of custom tags of a tenant.
///
/// # Errors
/// Of the store.
pub async fn tags(cx: &Cx, tenant: &Tenant) -> Result<TagDefinitions> {
    let subaccount = tenant.key();
    cx.db.read(async move |tx| tag_definitions(tx, &subaccount).await).await
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
    let text = serde_json::to_string(&definitions)?;
    cx.db
        .write(async move |tx| {
            let subaccount = tenant.key();
            let present = tag_definitions(tx, &subaccount).await?;
            if !overwrite && !present.custom_tags_configuration.is_empty() {
                return Err(Error::conflict(
                    "Custom tags configuration already exists; use Overwrite=true to replace it",
                ));
            }
            store::tenant::set_tag_definitions(tx, &subaccount, &text).await?;
            let event = tenant.event("tenant.tags", format!("tenant {}", tenant.name), json!({}));
            audit::record(tx, now, event).await
        })
        .await
}

pub(super) async fn transport_mode(tx: &mut Tx, subaccount: &str) -> Result<Option<String>> {
    Ok(store::tenant::find(tx, subaccount).await?.and_then(|row| row.transport_mode))
}

/// Sets where transports of the tenant go; none turns them off.
///
/// # Errors
/// `Invalid` for a mode that is not supported.
pub async fn set_transport_mode(
    cx: &Cx,
    _caller: &Caller<ChangeSettings>,
    tenant: &Tenant,
    mode: Option<String>,
) -> Result<()> {
    if let Some(unknown) = mode.as_deref().filter(|mode| *mode != TRANSPORT_MANAGEMENT) {
        let known = format!("the mode '{unknown}' is not supported; use {TRANSPORT_MANAGEMENT}");
        return Err(Error::invalid(known));
    }
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            store::tenant::set_mode(tx, &tenant.key(), mode.as_deref(), NO_TAGS).await?;
            let event = tenant.event("tenant.transport_mode", format!("tenant {}", tenant.name), json!({"mode": mode}));
            audit::record(tx, now, event).await
        })
        .await
}
