//! Service Manager: service instances and keys of the caller's subaccount that are in no space. Those in spaces are
//! shown and changed by Cloud Foundry only.

use super::account::{self, GlobalAccount, Subaccount};
use super::binding::{self, Binding, NewBinding};
use super::instance::{self, Instance, NewInstance, Update};
use super::operation::Operation;
use super::right::{ManageServices, ViewServices};
use super::{code, entitlement};
use crate::caller::{Caller, Permission};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::account::Labels;
use model::catalog::{self, Plan};
use model::{BindingId, InstanceId, SubaccountId};
use serde_json::Value;
use std::collections::HashMap;
use store::Tx;
use uuid::Uuid;

/// Where the caller is.
#[derive(Debug, Clone)]
pub struct Place {
    pub subaccount: Subaccount,
    pub global: GlobalAccount,
}

async fn place(tx: &mut Tx, id: SubaccountId) -> Result<Place> {
    Ok(Place { subaccount: account::existing(tx, id).await?, global: account::global(tx).await? })
}

async fn place_of<P>(cx: &Cx, caller: &Caller<P>) -> Result<Place> {
    let id = caller.subaccount()?;
    cx.db.read(async move |tx| place(tx, id).await).await
}

/// The plans that the subaccount may make instances of, in the order of the catalogue.
pub async fn plans(cx: &Cx, caller: Caller<ViewServices>) -> Result<Vec<&'static Plan>> {
    let id = caller.subaccount()?;
    let entitled = cx.db.read(async move |tx| entitlement::plans(tx, id).await).await?;
    Ok(catalog::plans().filter(|plan| plan.brokered && entitled.contains(plan)).collect())
}

/// Part of a list in the order of GUIDs.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// Only those behind this one.
    pub after: Uuid,
    /// At most so many.
    pub limit: i64,
}

/// Instances, by GUID.
///
/// # Errors
/// Forbidden for a token of no subaccount.
pub async fn instances(cx: &Cx, caller: &Caller<ViewServices>, span: Span) -> Result<(Place, Vec<Instance>)> {
    let id = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let found = store::instance::in_manager(tx, id, span.after, span.limit).await?;
            Ok((place(tx, id).await?, found))
        })
        .await
}

/// How many instances there are.
///
/// # Errors
/// As [`instances`].
pub async fn count_instances(cx: &Cx, caller: &Caller<ViewServices>) -> Result<i64> {
    let id = caller.subaccount()?;
    cx.db.read(async move |tx| Ok(store::instance::count_in_manager(tx, id).await?)).await
}

/// One instance.
///
/// # Errors
/// Not found.
pub async fn instance(cx: &Cx, caller: Caller<ViewServices>, id: InstanceId) -> Result<(Place, Instance)> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| Ok((place(tx, subaccount).await?, own(tx, subaccount, id).await?))).await
}

async fn own(tx: &mut Tx, subaccount: SubaccountId, id: InstanceId) -> Result<Instance> {
    let found = instance::find(tx, id).await?;
    let own = found.filter(|instance| instance.subaccount == subaccount && instance.space.0.is_none());
    own.ok_or_else(instance::not_found)
}

async fn demand<P>(cx: &Cx, caller: &Caller<P>, id: InstanceId) -> Result<Instance> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| own(tx, subaccount, id).await).await
}

/// What an instance was made with.
///
/// # Errors
/// Not found; invalid, when the service does not show it.
pub async fn parameters(cx: &Cx, caller: Caller<ViewServices>, id: InstanceId) -> Result<Value> {
    let instance = demand(cx, &caller, id).await?;
    match catalog::service(&instance.service).is_some_and(|service| service.instances_retrievable) {
        true => Ok(instance.parameters.json()?),
        false => Err(Error::invalid("this operation is not supported.")),
    }
}

/// An instance to be.
#[derive(Clone)]
pub struct NewInManager {
    pub name: String,
    pub plan: &'static Plan,
    /// An object, or nothing.
    pub parameters: Value,
    pub labels: Labels,
}

/// Makes an instance.
///
/// # Errors
/// As [`instance::create`].
pub async fn create_instance(
    cx: &Cx,
    caller: Caller<ManageServices>,
    wanted: NewInManager,
) -> Result<(Place, Instance)> {
    let new = NewInstance {
        subaccount: caller.subaccount()?,
        space: None,
        service: wanted.plan.service.to_owned(),
        plan: wanted.plan.name.to_owned(),
        name: wanted.name,
        parameters: wanted.parameters,
        created_by: caller.actor().to_owned(),
    };
    let instance = instance::create_labelled(cx, new, wanted.labels).await?;
    Ok((place_of(cx, &caller).await?, instance))
}

/// What is to change of an instance.
#[derive(Clone, Default)]
pub struct Changes {
    pub name: Option<String>,
    pub parameters: Option<Value>,
    /// The plan, which can only stay what it is.
    pub plan: Option<&'static Plan>,
    /// Labels to add (`true`) or to remove; no value removes the whole label.
    pub labels: Vec<(bool, String, Vec<String>)>,
}

/// Changes an instance.
///
/// # Errors
/// As [`instance::update`].
pub async fn update_instance(
    cx: &Cx,
    caller: Caller<ManageServices>,
    id: InstanceId,
    changes: Changes,
) -> Result<(Place, Instance)> {
    let before = demand(cx, &caller, id).await?;
    if changes.plan.is_some_and(|plan| plan.service != before.service) {
        return Err(Error::invalid("the plan belongs to another service").with_code(code::BROKER));
    }
    let update = Update {
        name: changes.name,
        parameters: changes.parameters,
        plan: changes.plan.map(|plan| plan.name.to_owned()),
        labels: relabelled(&before.labels, &changes.labels),
        by: caller.actor().to_owned(),
    };
    let after = instance::update(cx, id, update).await?;
    Ok((place_of(cx, &caller).await?, after))
}

fn relabelled(before: &Labels, changes: &[(bool, String, Vec<String>)]) -> Option<Labels> {
    let mut labels = before.clone();
    for (add, key, values) in changes {
        match add {
            true => labels.entry(key.clone()).or_default().extend(values.iter().cloned()),
            false if values.is_empty() => drop(labels.remove(key)),
            false => {
                if let Some(kept) = labels.get_mut(key) {
                    kept.retain(|value| !values.contains(value));
                }
            }
        }
    }
    labels.retain(|_, values| !values.is_empty());
    (!changes.is_empty()).then_some(labels)
}

/// Deletes an instance that has no keys.
///
/// # Errors
/// Not found; conflict, when it has keys.
pub async fn delete_instance(cx: &Cx, caller: Caller<ManageServices>, id: InstanceId) -> Result<Operation> {
    demand(cx, &caller, id).await?;
    instance::delete_unbound(cx, id, caller.actor()).await
}

/// A key with its instance's name.
pub type Bound = (Binding, String);

/// Keys, by GUID.
///
/// # Errors
/// As [`instances`].
pub async fn bindings(cx: &Cx, caller: &Caller<ViewServices>, span: Span) -> Result<(Place, Vec<Bound>)> {
    let id = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let keys = store::binding::in_manager(tx, id, span.after, span.limit).await?;
            let holders = store::binding::holders_in_manager(tx, id, span.after, span.limit).await?;
            let mut holders: HashMap<BindingId, String> = holders.into_iter().collect();
            let bound = |key: Binding| {
                let holder = holders.remove(&key.id).unwrap_or_default();
                (key, holder)
            };
            let found = keys.into_iter().map(bound).collect();
            Ok((place(tx, id).await?, found))
        })
        .await
}

/// The keys of one instance, by name.
///
/// # Errors
/// Not found.
pub async fn keys_of(cx: &Cx, caller: Caller<ViewServices>, id: InstanceId) -> Result<Vec<Binding>> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            own(tx, subaccount, id).await?;
            binding::list(tx, id).await
        })
        .await
}

/// What is in a key of an instance.
///
/// # Errors
/// Not found, also when it is one of another instance.
pub async fn credentials(cx: &Cx, caller: Caller<ManageServices>, of: (InstanceId, BindingId)) -> Result<Value> {
    key_of(cx, &caller, of).await?;
    binding::credentials(cx, of.1).await
}

/// Deletes a key of an instance.
///
/// # Errors
/// As [`credentials`].
pub async fn delete_key(cx: &Cx, caller: Caller<ManageServices>, of: (InstanceId, BindingId)) -> Result<()> {
    key_of(cx, &caller, of).await?;
    binding::delete(cx, of.1, caller.actor()).await.map(drop)
}

async fn key_of(cx: &Cx, caller: &Caller<ManageServices>, (instance, key): (InstanceId, BindingId)) -> Result<()> {
    let (found, _) = demand_binding(cx, caller, key).await?;
    if found.instance == instance { Ok(()) } else { Err(binding::not_found()) }
}

/// How many keys there are.
///
/// # Errors
/// As [`instances`].
pub async fn count_bindings(cx: &Cx, caller: &Caller<ViewServices>) -> Result<i64> {
    let id = caller.subaccount()?;
    cx.db.read(async move |tx| Ok(store::binding::count_in_manager(tx, id).await?)).await
}

/// One key; with what is in it, when the caller may make keys.
///
/// # Errors
/// Not found.
pub async fn binding(cx: &Cx, caller: Caller<ViewServices>, id: BindingId) -> Result<(Place, Bound, Option<Value>)> {
    let bound = demand_binding(cx, &caller, id).await?;
    let credentials = match caller.identity().check(&ManageServices::RIGHT) {
        Ok(()) => Some(binding::credentials(cx, id).await?),
        Err(_) => None,
    };
    Ok((place_of(cx, &caller).await?, bound, credentials))
}

async fn demand_binding<P>(cx: &Cx, caller: &Caller<P>, id: BindingId) -> Result<Bound> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let binding = binding::find(tx, id).await?.ok_or_else(binding::not_found)?;
            let holder = own(tx, subaccount, binding.instance).await.map_err(|_| binding::not_found())?;
            Ok((binding, holder.name))
        })
        .await
}

/// Makes a key.
///
/// # Errors
/// As [`binding::create`].
pub async fn create_binding(
    cx: &Cx,
    caller: Caller<ManageServices>,
    instance: InstanceId,
    name: String,
    given: (Value, Labels),
) -> Result<(Place, Bound)> {
    let holder = demand(cx, &caller, instance).await?;
    let (parameters, labels) = given;
    let new = NewBinding { instance, name, parameters, labels, created_by: caller.actor().to_owned() };
    let binding = binding::create_labelled(cx, new).await?;
    Ok((place_of(cx, &caller).await?, (binding, holder.name)))
}

/// Deletes a key.
///
/// # Errors
/// Not found.
pub async fn delete_binding(cx: &Cx, caller: Caller<ManageServices>, id: BindingId) -> Result<Operation> {
    demand_binding(cx, &caller, id).await?;
    binding::delete(cx, id, caller.actor()).await
}

wire::unprinted!(NewInManager, Changes);
