//! Keys of service instances: the platform makes them, Cloud Foundry shows them.

use super::async_call::{Intent, NewCall};
use super::instance::{self, Filter as InstanceFilter, Found, ServiceInstance};
use super::last_operation::LastOperation;
use super::metadata::{Metadata, wanted};
use super::rights::{self, CfRead, CfWrite};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::binding::{self as platform, Binding};
use model::cf::{Rights, Selector};
use model::{BindingId, InstanceId, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::cf_attached::Attached;
use store::cf_job::CfJob;
use store::space::Space;
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

fn of_platform(binding: Binding, attached: Attached, calls: &[CfJob]) -> Result<Key> {
    Ok(Key {
        guid: binding.id.0,
        name: binding.name,
        instance: binding.instance.0,
        metadata: attached.metadata,
        last: LastOperation::of(binding.id.0, binding.operation, calls),
        created_at: binding.created_at,
        updated_at: binding.updated_at,
    })
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

/// The keys of an instance, by name; those to be made behind the others.
async fn of_instance(tx: &mut Tx, instance: &ServiceInstance) -> Result<Vec<Key>> {
    let calls = store::cf_job::unfinished(tx, instance.space).await?;
    let mut all = Vec::new();
    for binding in platform::list(tx, InstanceId(instance.guid)).await? {
        let attached = store::cf_attached::get(tx, binding.id.0).await?;
        all.push(of_platform(binding, attached, &calls)?);
    }
    for call in &calls {
        let new = of_call(call)?.filter(|new| new.instance == instance.guid);
        all.extend(new.filter(|new| !all.iter().any(|real| real.name == new.name)));
    }
    Ok(all)
}

/// The keys that the caller sees, and their instances.
pub async fn list(cx: &Cx, caller: Caller<CfRead>, filter: Filter) -> Result<(Vec<Key>, Vec<ServiceInstance>)> {
    cx.db.read(async move |tx| seen(tx, caller.identity(), &filter).await).await
}

async fn seen(tx: &mut Tx, identity: &Identity, filter: &Filter) -> Result<(Vec<Key>, Vec<ServiceInstance>)> {
    let (names, guids) = (filter.instance_names.clone(), filter.instances.clone());
    let instances = instance::seen(tx, identity, &InstanceFilter { names, guids, ..InstanceFilter::default() }).await?;
    let (mut keys, mut holders) = (Vec::new(), Vec::new());
    for instance in instances.instances {
        let found = of_instance(tx, &instance).await?.into_iter().filter(|key| takes(filter, key));
        let before = keys.len();
        keys.extend(found);
        if keys.len() > before {
            holders.push(instance);
        }
    }
    Ok((keys, holders))
}

fn takes(filter: &Filter, key: &Key) -> bool {
    wanted(filter.names.as_ref(), &key.name)
        && wanted(filter.guids.as_ref(), &key.guid.to_string())
        && key.metadata.matches(filter.labels.as_ref())
}

/// One key, and its instance.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<(Key, ServiceInstance)> {
    cx.db
        .read(async move |tx| {
            let place = Place::find(tx, caller.identity(), guid).await?;
            let instances = Some(vec![place.instance.to_string()]);
            let filter = Filter { guids: Some(vec![guid.to_string()]), instances, ..Filter::default() };
            let (mut keys, mut holders) = seen(tx, caller.identity(), &filter).await?;
            keys.pop().zip(holders.pop()).ok_or_else(missing)
        })
        .await
}

/// Where a key is, and what the caller may do there.
struct Place {
    instance: Uuid,
    space: Space,
    rights: Rights,
    is_made: bool,
}

impl Place {
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
            let place = Place::find(tx, caller.identity(), guid).await?;
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
            free(tx, &caller, &new).await?;
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

async fn free(tx: &mut Tx, caller: &Caller<CfWrite>, new: &NewKey) -> Result<()> {
    if new.name.trim().is_empty() {
        return Err(Error::unprocessable("Name can't be blank"));
    }
    let (names, instances) = (Some(vec![new.name.clone()]), Some(vec![new.instance.to_string()]));
    let (keys, _) = seen(tx, caller.identity(), &Filter { names, instances, ..Filter::default() }).await?;
    match keys.is_empty() {
        true => Ok(()),
        false => Err(Error::unprocessable(format!(
            "The binding name is invalid. Key binding names must be unique. The service instance already has a key \
             binding with name '{}'.",
            new.name
        ))),
    }
}

/// Orders the removal of a key.
///
/// # Errors
/// Not found; forbidden for all but Space Developers.
pub async fn delete(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid) -> Result<Uuid> {
    let (id, now) = (cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            let place = Place::find(tx, caller.identity(), guid).await?;
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
pub async fn label(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid, metadata: Metadata) -> Result<(Key, ServiceInstance)> {
    cx.db
        .write(async move |tx| {
            let place = Place::find(tx, caller.identity(), guid).await?;
            if !place.rights.develops() {
                return Err(rights::not_authorized());
            }
            let mut attached = store::cf_attached::get(tx, guid).await?;
            attached.metadata = attached.metadata.patched(metadata)?;
            store::cf_attached::put(tx, &attached).await?;
            let instances = Some(vec![place.instance.to_string()]);
            let filter = Filter { guids: Some(vec![guid.to_string()]), instances, ..Filter::default() };
            let (mut keys, mut holders) = seen(tx, caller.identity(), &filter).await?;
            keys.pop().zip(holders.pop()).ok_or_else(missing)
        })
        .await
}

/// Makes what was ordered. `again`: an earlier run may have made it already and died before it could say so.
pub(crate) async fn make(cx: &Cx, wanted: OrderedKey, ordered_at: Time, again: bool) -> Result<()> {
    let metadata = wanted.metadata.clone();
    let made = if again { made_before(cx, &wanted, ordered_at).await? } else { None };
    let guid = match made {
        Some(guid) => guid,
        None => {
            let instance = InstanceId(wanted.instance);
            platform::create(cx, instance, &wanted.name, wanted.parameters, &wanted.actor).await?.id.0
        }
    };
    let attached = Attached { resource: guid, tags: Vec::new(), metadata };
    cx.db.write(async move |tx| Ok(store::cf_attached::put(tx, &attached).await?)).await
}

async fn made_before(cx: &Cx, wanted: &OrderedKey, ordered_at: Time) -> Result<Option<Uuid>> {
    let (instance, name, actor) = (InstanceId(wanted.instance), wanted.name.clone(), wanted.actor.clone());
    cx.db
        .read(async move |tx| {
            let keys = platform::list(tx, instance).await?;
            let ours = |key: &&Binding| key.name == name && key.created_at >= ordered_at && key.created_by == actor;
            Ok(keys.iter().find(ours).map(|key| key.id.0))
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
