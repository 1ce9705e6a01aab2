//! Instances that somebody provides: credentials for others to find by name. They are sealed, and shown to Space
//! Developers only. Everything is done at once.

use super::instance::{self, Found, Kind, ServiceInstance};
use super::last_operation::{LastOperation, Progress};
use super::metadata::Metadata;
use super::rights::{self, CfRead, CfWrite};
use crate::audit::{self, Event};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{InstanceId, SpaceGuid, Time};
use serde_json::{Value, json};
use store::Tx;
use store::cf_attached::Attached;
use store::cf_service::Provided;
use store::cf_user_provided::UserProvidedRow;
use store::space::Space;
use uuid::Uuid;

/// What is for apps that would be bound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Urls {
    /// Where their logs go.
    pub syslog_drain: Option<String>,
    /// Through where requests to their routes go.
    pub route_service: Option<String>,
}

/// An instance to be.
#[derive(Clone)]
pub struct NewProvided {
    pub name: String,
    pub space: SpaceGuid,
    /// An object.
    pub credentials: Value,
    /// What is for apps.
    pub urls: Urls,
    /// By which apps find it.
    pub tags: Vec<String>,
    pub metadata: Metadata,
}

/// What is to change.
#[derive(Clone, Default)]
pub struct Change {
    pub name: Option<String>,
    pub credentials: Option<Value>,
    /// Where logs go; `Some(None)` takes it away.
    pub syslog_drain: Option<Option<String>>,
    /// Through where requests go; `Some(None)` takes it away.
    pub route_service: Option<Option<String>>,
    pub tags: Option<Vec<String>>,
    pub metadata: Metadata,
}

fn context(guid: InstanceId) -> String {
    format!("cf_user_provided {guid}")
}

fn sealed(cx: &Cx, guid: InstanceId, credentials: &Value) -> Result<String> {
    cx.vault.seal(&cx.random, &context(guid), credentials.to_string().as_bytes())
}

pub(crate) fn shown(row: Provided, space: SpaceGuid) -> ServiceInstance {
    let kind = if row.updated_at > row.created_at { "update" } else { "create" };
    let last = LastOperation {
        kind: kind.to_owned(),
        progress: Progress::Succeeded,
        description: Some("Operation succeeded".to_owned()),
        created_at: row.updated_at,
        updated_at: row.updated_at,
    };
    ServiceInstance {
        guid: row.id.0,
        name: row.name,
        space,
        kind: Kind::Provided(Urls { syslog_drain: row.syslog_drain_url, route_service: row.route_service_url }),
        tags: row.tags.unwrap_or_default(),
        metadata: row.metadata.unwrap_or_default(),
        last,
        created_at: row.created_at,
        updated_at: row.updated_at,
    }
}

fn check(route_service: Option<&str>) -> Result<()> {
    match route_service {
        Some(url) if !url.starts_with("https://") => Err(Error::unprocessable("Route service url must be https")),
        _ => Ok(()),
    }
}

fn given(url: Option<String>) -> Option<String> {
    url.filter(|url| !url.is_empty())
}

/// Makes one.
///
/// # Errors
/// Unprocessable: space, name or an address; forbidden for all but Space Developers.
pub async fn create(cx: &Cx, caller: Caller<CfWrite>, new: NewProvided) -> Result<ServiceInstance> {
    let (id, now) = (InstanceId(cx.random.uuid()), cx.now());
    let credentials = sealed(cx, id, &new.credentials)?;
    let (syslog_drain_url, route_service_url) = (given(new.urls.syslog_drain), given(new.urls.route_service));
    check(route_service_url.as_deref())?;
    cx.db
        .write(async move |tx| {
            let (space, held) = rights::visible_space(tx, caller.identity(), new.space).await.map_err(|_| {
                Error::unprocessable("Invalid space. Ensure that the space exists and you have access to it.")
            })?;
            if !held.develops() {
                return Err(rights::not_authorized());
            }
            instance::free(tx, &space, &new.name).await?;
            let row = UserProvidedRow {
                id,
                space: space.id,
                name: new.name,
                credentials,
                syslog_drain_url,
                route_service_url,
                created_at: now,
                updated_at: now,
            };
            store::cf_user_provided::insert(tx, &row).await?;
            let metadata = Metadata::default().patched(new.metadata)?;
            store::cf_attached::put(tx, &Attached { resource: id.0, tags: new.tags, metadata }).await?;
            record(tx, &caller, "user_provided_instance.create", &row, now).await?;
            instance::one(tx, row.space, row.id.0).await
        })
        .await
}

async fn record(
    tx: &mut Tx,
    caller: &Caller<CfWrite>,
    event: &'static str,
    row: &UserProvidedRow,
    now: Time,
) -> Result<()> {
    let space = store::space::get(tx, row.space).await?;
    let subaccount = space.and_then(|space| space.subaccount).map(|id| id.to_string()).unwrap_or_default();
    let (actor, object) = (caller.actor().to_owned(), format!("service instance {}", row.id));
    let detail = json!({"name": row.name, "space": row.space});
    audit::record(tx, now, Event { actor, subaccount, event, object, detail }).await
}

/// One that the caller sees and may change; `None` when the GUID stands for something else.
async fn changeable(tx: &mut Tx, identity: &Identity, guid: Uuid) -> Result<Option<(UserProvidedRow, Space)>> {
    let (found, space, held) = instance::visible(tx, identity, guid).await?;
    match found {
        Found::Provided(_) if !held.develops() => Err(rights::not_authorized()),
        Found::Provided(row) => Ok(Some((*row, space))),
        Found::Real(_) | Found::Call => Ok(None),
    }
}

/// Whether the GUID stands for one that the caller may change; for an instance that a broker made it does not.
///
/// # Errors
/// Not found; forbidden for all but Space Developers.
pub async fn is_one(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid) -> Result<bool> {
    cx.db.read(async move |tx| Ok(changeable(tx, caller.identity(), guid).await?.is_some())).await
}

/// Changes one; `None` when the GUID stands for an instance that a broker made.
///
/// # Errors
/// Not found; forbidden for all but Space Developers; unprocessable: name or an address.
pub async fn change(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid, change: Change) -> Result<Option<ServiceInstance>> {
    let now = cx.now();
    let credentials = change.credentials.as_ref().map(|given| sealed(cx, InstanceId(guid), given)).transpose()?;
    cx.db
        .write(async move |tx| {
            let Some((mut row, space)) = changeable(tx, caller.identity(), guid).await? else { return Ok(None) };
            if let Some(name) = change.name.filter(|name| *name != row.name) {
                instance::free(tx, &space, &name).await?;
                row.name = name;
            }
            row.credentials = credentials.unwrap_or(row.credentials);
            row.syslog_drain_url = change.syslog_drain.map_or(row.syslog_drain_url, given);
            row.route_service_url = change.route_service.map_or(row.route_service_url, given);
            check(row.route_service_url.as_deref())?;
            row.updated_at = now;
            store::cf_user_provided::update(tx, &row).await?;
            let mut attached = store::cf_attached::get(tx, guid).await?;
            attached.tags = change.tags.unwrap_or(attached.tags);
            attached.metadata = attached.metadata.patched(change.metadata)?;
            store::cf_attached::put(tx, &attached).await?;
            record(tx, &caller, "user_provided_instance.update", &row, now).await?;
            instance::one(tx, row.space, guid).await.map(Some)
        })
        .await
}

/// Removes one; `false` when the GUID stands for an instance that a broker made.
///
/// # Errors
/// Not found; forbidden for all but Space Developers.
pub async fn delete(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid) -> Result<bool> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let Some((row, _)) = changeable(tx, caller.identity(), guid).await? else { return Ok(false) };
            store::cf_user_provided::delete(tx, row.id).await?;
            store::cf_attached::delete(tx, guid).await?;
            record(tx, &caller, "user_provided_instance.delete", &row, now).await?;
            Ok(true)
        })
        .await
}

/// What somebody provided.
///
/// # Errors
/// Not found, also for an instance that a broker made; forbidden for all but Space Developers.
pub async fn credentials(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<Value> {
    let row = cx.db.read(async move |tx| {
        let (found, _, held) = instance::visible(tx, caller.identity(), guid).await?;
        match found {
            Found::Provided(_) if !held.develops() => Err(rights::not_authorized()),
            Found::Provided(row) => Ok(row),
            Found::Real(_) | Found::Call => Err(instance::missing()),
        }
    });
    let opened = cx.vault.open_text(&context(InstanceId(guid)), &row.await?.credentials)?;
    Ok(serde_json::from_str(&opened)?)
}

wire::unprinted!(NewProvided, Change);
