//! Keys of service instances: the platform makes them, Cloud Foundry shows them.

use super::async_call::{Intent, NewCall};
use super::instance::{self, Found, ServiceInstance};
use super::last_operation::LastOperation;
use super::metadata::{Metadata, wanted};
use super::pending::Pending;
use super::rights::{self, CfRead, CfWrite};
use super::space::{self, Among, Space};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::binding as platform;
use model::account::Labels;
use model::cf::{Rights, Selector};
use model::{BindingId, InstanceId, SpaceGuid, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::cf_attached::Attached;
use store::cf_job::CfJob;
use store::cf_service::{self, Pick};
use uuid::Uuid;

/// A key.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub guid: Uuid,
    pub name: String,
    pub instance: Uuid,
    pub metadata: Metadata,
    /// What was done last.
    pub last: LastOperation,
    pub created_at: Time,
    pub updated_at: Time,
}

/// Which keys are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// By name.
    pub names: Option<Vec<String>>,
    pub guids: Option<Vec<String>>,
    /// By the instance's GUID.
    pub instances: Option<Vec<String>>,
    /// By the instance's name.
    pub instance_names: Option<Vec<String>>,
    pub labels: Option<Selector>,
}

impl Filter {
    /// What of it the store can tell.
    fn pick(&self) -> Pick<'_> {
        match (&self.guids, &self.instances, &self.names) {
            (Some(guids), _, _) => Pick::Guids(guids),
            (None, Some(instances), _) => Pick::Of(instances),
            (None, None, Some(names)) => Pick::Names(names),
            (None, None, None) => Pick::All,
        }
    }
}

/// What no two keys share.
type Place = (Uuid, String);

/// What is done with each key of a list.
type On<'a> = dyn FnMut(Key) + Send + 'a;

/// A key to be.
#[derive(Clone)]
pub struct NewKey {
    pub name: String,
    pub instance: Uuid,
    pub parameters: Value,
    pub metadata: Metadata,
}

/// A key to be, as its call keeps it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct OrderedKey {
    pub(crate) instance: Uuid,
    pub(crate) name: String,
    pub(crate) parameters: Value,
    pub(crate) metadata: Metadata,
    pub(crate) actor: String,
}

fn missing() -> Error {
    Error::not_found("Service credential binding not found")
}

fn of_platform(row: cf_service::Key, pending: &mut Pending<Place, Key>) -> Key {
    let place = (row.instance.0, row.name);
    let last = pending.found(row.id.0, &place, row.operation);
    let (instance, name) = place;
    Key {
        guid: row.id.0,
        name,
        instance,
        metadata: row.metadata.unwrap_or_default(),
        last,
        created_at: row.created_at,
        updated_at: row.updated_at,
    }
}

fn of_call(row: &CfJob) -> Result<Option<Key>> {
    let Intent::CreateKey(wanted) = row.intent.json()? else { return Ok(None) };
    Ok(Some(Key {
        guid: row.resource,
        name: wanted.name,
        instance: wanted.instance,
        metadata: wanted.metadata,
        last: LastOperation::of_call(row),
        created_at: row.created_at,
        updated_at: row.updated_at,
    }))
}

/// Hands over the keys in a space that are asked for: those that are there, by the instance's name and their own, and those
/// to be made.
async fn each(tx: &mut Tx, space: SpaceGuid, filter: &Filter, on: &mut On<'_>) -> Result<()> {
    let pick = filter.pick();
    let mut on = |key, holder: &str| {
        if takes(filter, &key, holder) {
            on(key)
        }
    };
    let calls = cf_service::calls(tx, space, pick).await?;
    let mut pending =
        Pending::of(&calls, |call| Ok(of_call(call)?.map(|new| ((new.instance, new.name.clone()), new))))?;
    let found = |mut row: cf_service::Key| {
        let holder = std::mem::take(&mut row.holder);
        on(of_platform(row, &mut pending), &holder);
        Ok(())
    };
    cf_service::keys(tx, space, pick, found).await?;
    for new in pending.left() {
        let instance = InstanceId(new.instance);
        let Some(holder) = cf_service::name(tx, space, instance).await? else { continue };
        // By GUID only what has that one goes by, not another that took the name since.
        if filter.guids.is_none() || platform::find_by_name(tx, instance, &new.name).await?.is_none() {
            on(new, &holder);
        }
    }
    Ok(())
}

/// The keys that the caller sees, one by one into `page`, which keeps what it shows.
pub async fn list<C>(cx: &Cx, caller: Caller<CfRead>, filter: Filter, mut page: C) -> Result<C>
where
    C: Extend<Key> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            let things = filter.guids.as_ref().or(filter.instances.as_ref());
            let among = Among { spaces: None, orgs: None, things };
            for space in space::in_use(tx, caller.identity(), among).await? {
                each(tx, space, &filter, &mut |key| page.extend(Some(key))).await?;
            }
            Ok(page)
        })
        .await
}

fn takes(filter: &Filter, key: &Key, holder: &str) -> bool {
    wanted(filter.names.as_ref(), &key.name)
        && wanted(filter.guids.as_ref(), &key.guid.to_string())
        && wanted(filter.instances.as_ref(), &key.instance.to_string())
        && wanted(filter.instance_names.as_ref(), holder)
        && key.metadata.matches(filter.labels.as_ref())
}

/// One key, and its instance.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<(Key, ServiceInstance)> {
    cx.db
        .read(async move |tx| {
            let spot = Spot::find(tx, caller.identity(), guid).await?;
            let key = one(tx, spot.space.id, guid).await?;
            Ok((key, instance::one(tx, spot.space.id, spot.instance).await?))
        })
        .await
}

async fn one(tx: &mut Tx, space: SpaceGuid, guid: Uuid) -> Result<Key> {
    let mut found = None;
    let filter = Filter { guids: Some(vec![guid.to_string()]), ..Filter::default() };
    each(tx, space, &filter, &mut |key| found = Some(key)).await?;
    found.ok_or_else(missing)
}

/// Where a key is, and what the caller may do there.
struct Spot {
    instance: Uuid,
    space: Space,
    rights: Rights,
    is_made: bool,
}

impl Spot {
    async fn find(tx: &mut Tx, identity: &Identity, guid: Uuid) -> Result<Self> {
        let (instance, is_made) = match platform::find(tx, BindingId(guid)).await? {
            Some(binding) => (binding.instance.0, true),
            None => {
                let call = store::cf_job::of_resource(tx, guid).await?.ok_or_else(missing)?;
                (of_call(&call)?.ok_or_else(missing)?.instance, false)
            }
        };
        let (_, space, rights) = instance::visible(tx, identity, instance).await.map_err(|_| missing())?;
        Ok(Self { instance, space, rights, is_made })
    }
}

/// What is in a key.
///
/// # Errors
/// Not found; forbidden for all but Space Developers.
pub async fn credentials(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<Value> {
    cx.db
        .read(async move |tx| {
            let place = Spot::find(tx, caller.identity(), guid).await?;
            match (place.rights.develops(), place.is_made) {
                (false, _) => Err(rights::not_authorized()),
                (true, false) => Err(Error::not_found("Creation of service binding failed or is in progress")),
                (true, true) => Ok(()),
            }
        })
        .await?;
    platform::credentials(cx, BindingId(guid)).await
}

/// Orders a key.
///
/// # Errors
/// Unprocessable: instance or name; forbidden for all but Space Developers.
pub async fn create(cx: &Cx, caller: Caller<CfWrite>, new: NewKey) -> Result<Uuid> {
    let (id, resource, now) = (cx.random.uuid(), cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            let (found, space, rights) =
                instance::visible(tx, caller.identity(), new.instance).await.map_err(|_| {
                    Error::unprocessable(format!("The service instance could not be found: '{}'", new.instance))
                })?;
            if !rights.develops() {
                return Err(rights::not_authorized());
            }
            if matches!(found, Found::Provided(_)) {
                return Err(Error::unprocessable(
                    "Service credential bindings of type 'key' are not supported for user-provided service instances.",
                ));
            }
            if matches!(found, Found::Call) {
                return Err(Error::unprocessable(
                    "Service instance is not ready: its creation is in progress or failed",
                ));
            }
            free(tx, space.id, &new).await?;
            let wanted = OrderedKey {
                instance: new.instance,
                name: new.name,
                parameters: new.parameters,
                metadata: Metadata::default().patched(new.metadata)?,
                actor: caller.actor().to_owned(),
            };
            let intent = Intent::CreateKey(Box::new(wanted));
            NewCall { id, resource, space: Some(space.id), intent }.order(tx, now).await?;
            Ok(id)
        })
        .await
}

async fn free(tx: &mut Tx, space: SpaceGuid, new: &NewKey) -> Result<()> {
    if new.name.trim().is_empty() {
        return Err(Error::unprocessable("Name can't be blank"));
    }
    if platform::find_by_name(tx, InstanceId(new.instance), &new.name).await?.is_some() {
        return Err(taken(&new.name));
    }
    for call in store::cf_job::unfinished(tx, space).await? {
        if of_call(&call)?.is_some_and(|other| (other.instance, &other.name) == (new.instance, &new.name)) {
            return Err(taken(&new.name));
        }
    }
    Ok(())
}

fn taken(name: &str) -> Error {
    Error::unprocessable(format!(
        "The binding name is invalid. Key binding names must be unique. The service instance already has a key binding \
         with name '{name}'."
    ))
}

/// Orders the removal of a key.
///
/// # Errors
/// Not found; forbidden for all but Space Developers.
pub async fn delete(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid) -> Result<Uuid> {
    let (id, now) = (cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            let place = Spot::find(tx, caller.identity(), guid).await?;
            if !place.rights.develops() {
                return Err(rights::not_authorized());
            }
            store::cf_job::forget_failures(tx, guid).await?;
            let intent = Intent::DeleteKey { key: guid, actor: caller.actor().to_owned() };
            NewCall { id, resource: guid, space: Some(place.space.id), intent }.order(tx, now).await?;
            Ok(id)
        })
        .await
}

/// Replaces labels and annotations.
///
/// # Errors
/// Not found; forbidden for all but Space Developers.
pub async fn label(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid, metadata: Metadata) -> Result<Key> {
    cx.db
        .write(async move |tx| {
            let place = Spot::find(tx, caller.identity(), guid).await?;
            if !place.rights.develops() {
                return Err(rights::not_authorized());
            }
            let mut attached = store::cf_attached::get(tx, guid).await?;
            attached.metadata = attached.metadata.patched(metadata)?;
            store::cf_attached::put(tx, &attached).await?;
            one(tx, place.space.id, guid).await
        })
        .await
}

/// Makes what was ordered, under the GUID by which it has been shown since. `again`: an earlier run may have made it already and died before it could say so.
pub(crate) async fn make(cx: &Cx, id: Uuid, wanted: OrderedKey, ordered_at: Time, again: bool) -> Result<()> {
    let metadata = wanted.metadata.clone();
    let made = if again { made_before(cx, &wanted, ordered_at).await? } else { None };
    let guid = match made {
        Some(guid) => guid,
        None => {
            let OrderedKey { instance, name, parameters, actor: created_by, .. } = wanted;
            let instance = InstanceId(instance);
            let new = platform::NewBinding { instance, name, parameters, labels: Labels::new(), created_by };
            platform::create_as(cx, BindingId(id), new).await?.id.0
        }
    };
    let attached = Attached { resource: guid, tags: Vec::new(), metadata };
    cx.db.write(async move |tx| Ok(store::cf_attached::put(tx, &attached).await?)).await
}

async fn made_before(cx: &Cx, wanted: &OrderedKey, ordered_at: Time) -> Result<Option<Uuid>> {
    let (instance, name, actor) = (InstanceId(wanted.instance), wanted.name.clone(), wanted.actor.clone());
    cx.db
        .read(async move |tx| {
            let there = platform::find_by_name(tx, instance, &name).await?;
            Ok(there.filter(|key| key.created_at >= ordered_at && key.created_by == actor).map(|key| key.id.0))
        })
        .await
}

/// Removes a key and all that was attached; one that is gone is fine.
pub(crate) async fn remove(cx: &Cx, guid: Uuid, actor: &str) -> Result<()> {
    match platform::delete(cx, BindingId(guid), actor).await {
        Ok(_) => {}
        Err(gone) if gone.kind() == crate::Kind::NotFound => {}
        Err(error) => return Err(error),
    }
    cx.db.write(async move |tx| Ok(store::cf_attached::delete(tx, guid).await?)).await
}

wire::unprinted!(NewKey, OrderedKey);
