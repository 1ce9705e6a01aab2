//! Service instances of spaces: the platform makes them, Cloud Foundry shows them, and shows those too that are being
//! made or could not be made, and those that somebody provides ([`user_provided`]).

use super::async_call::{self, Intent, NewCall};
use super::last_operation::{LastOperation, Progress};
use super::metadata::{Metadata, wanted};
use super::pending::Pending;
use super::rights::{self, CfRead, CfWrite};
use super::space::{self, Among, Space};
use super::user_provided::{self, Urls};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::entitlement;
use crate::platform::instance::{self as platform, Instance, Update};
use model::catalog::{self, Plan};
use model::cf::{Rights, Selector};
use model::{InstanceId, SpaceGuid, SubaccountId, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::cf_attached::Attached;
use store::cf_job::CfJob;
use store::cf_service::{self, Managed, Pick};
use store::cf_user_provided::UserProvidedRow;
use uuid::Uuid;

/// A service instance in a space.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceInstance {
    pub guid: Uuid,
    pub name: String,
    pub space: SpaceGuid,
    /// Who made it.
    pub kind: Kind,
    /// By which apps find it.
    pub tags: Vec<String>,
    pub metadata: Metadata,
    /// What was done last.
    pub last: LastOperation,
    pub created_at: Time,
    pub updated_at: Time,
}

/// Who made an instance.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A broker, of a plan.
    Managed(&'static Plan),
    /// Somebody.
    Provided(Urls),
}

impl ServiceInstance {
    /// Its plan, if a broker made it.
    #[must_use]
    pub const fn plan(&self) -> Option<&'static Plan> {
        match self.kind {
            Kind::Managed(plan) => Some(plan),
            Kind::Provided(_) => None,
        }
    }

    fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Managed(_) => "managed",
            Kind::Provided(_) => "user-provided",
        }
    }
}

/// Which instances are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// By name.
    pub names: Option<Vec<String>>,
    pub guids: Option<Vec<String>>,
    /// By space.
    pub spaces: Option<Vec<String>>,
    /// By organization.
    pub orgs: Option<Vec<String>>,
    /// `managed`, `user-provided`.
    pub types: Option<Vec<String>>,
    pub plan_guids: Option<Vec<String>>,
    /// By the plan's name.
    pub plan_names: Option<Vec<String>>,
    pub labels: Option<Selector>,
}

impl Filter {
    /// Only these.
    #[must_use]
    pub fn of(guids: Vec<String>) -> Self {
        Self { guids: Some(guids), ..Self::default() }
    }

    /// What of it the store can tell.
    fn pick(&self) -> Pick<'_> {
        match (&self.guids, &self.names) {
            (Some(guids), _) => Pick::Guids(guids),
            (None, Some(names)) => Pick::Names(names),
            (None, None) => Pick::All,
        }
    }
}

/// What is done with each instance of a list.
type On<'a> = dyn FnMut(ServiceInstance) + Send + 'a;

/// An instance to be.
#[derive(Clone)]
pub struct NewInstance {
    pub name: String,
    /// The GUID of its plan.
    pub plan: Uuid,
    pub space: SpaceGuid,
    pub parameters: Value,
    /// By which apps find it.
    pub tags: Vec<String>,
    pub metadata: Metadata,
}

/// What is to change.
#[derive(Clone, Default)]
pub struct Change {
    pub name: Option<String>,
    /// The plan's GUID.
    pub plan: Option<Uuid>,
    pub parameters: Option<Value>,
    pub tags: Option<Vec<String>>,
    pub metadata: Metadata,
}

/// An instance to be, as its call keeps it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct OrderedInstance {
    pub(crate) subaccount: SubaccountId,
    pub(crate) space: SpaceGuid,
    pub(crate) plan: Uuid,
    pub(crate) name: String,
    pub(crate) parameters: Value,
    pub(crate) tags: Vec<String>,
    pub(crate) metadata: Metadata,
    pub(crate) actor: String,
}

/// What stands behind a GUID: an instance, one that somebody provides, or a call that is to make one.
pub(crate) enum Found {
    Real(Box<Instance>),
    Provided(Box<UserProvidedRow>),
    Call,
}

pub(crate) fn missing() -> Error {
    Error::not_found("Service instance not found")
}

/// One that a broker made.
fn of_platform(
    row: Managed,
    space: SpaceGuid,
    pending: &mut Pending<String, ServiceInstance>,
) -> Result<ServiceInstance> {
    Ok(ServiceInstance {
        guid: row.id.0,
        kind: Kind::Managed(platform::plan_of(&row.service, &row.plan)?),
        space,
        last: pending.found(row.id.0, &row.name, row.operation),
        name: row.name,
        tags: row.tags.unwrap_or_default(),
        metadata: row.metadata.unwrap_or_default(),
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

/// The instance that a call is to make.
fn of_call(row: &CfJob) -> Result<Option<ServiceInstance>> {
    let Intent::CreateInstance(wanted) = row.intent.json()? else { return Ok(None) };
    let plan = catalog::plan_by_id(wanted.plan)
        .ok_or_else(|| Error::internal(format!("plan {} is not in the catalogue", wanted.plan)))?;
    Ok(Some(ServiceInstance {
        guid: row.resource,
        name: wanted.name,
        space: wanted.space,
        kind: Kind::Managed(plan),
        tags: wanted.tags,
        metadata: wanted.metadata,
        last: LastOperation::of_call(row),
        created_at: row.created_at,
        updated_at: row.updated_at,
    }))
}

/// Hands over the instances of a space that are asked for: those that brokers made, by name, those to be made, and those
/// that somebody provides, by name.
async fn each(tx: &mut Tx, space: SpaceGuid, filter: &Filter, on: &mut On<'_>) -> Result<()> {
    let pick = filter.pick();
    let mut on = |instance| {
        if takes(filter, &instance) {
            on(instance)
        }
    };
    let calls = cf_service::calls(tx, space, pick).await?;
    let mut pending = Pending::of(&calls, |call| Ok(of_call(call)?.map(|new| (new.name.clone(), new))))?;
    let found = |row| {
        on(of_platform(row, space, &mut pending).map_err(store::Error::other)?);
        Ok(())
    };
    cf_service::managed(tx, space, pick, found).await?;
    for new in pending.left() {
        // By GUID only what has that one goes by, not another that took the name since.
        if filter.guids.is_none() || cf_service::named(tx, space, &new.name).await?.is_none() {
            on(new);
        }
    }
    let provided = |row| {
        on(user_provided::shown(row, space));
        Ok(())
    };
    Ok(cf_service::provided(tx, space, pick, provided).await?)
}

/// The instances that the caller sees, one by one into `page`, which keeps what it shows.
pub async fn list<C>(cx: &Cx, caller: Caller<CfRead>, filter: Filter, mut page: C) -> Result<C>
where
    C: Extend<ServiceInstance> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            let among =
                Among { spaces: filter.spaces.as_ref(), orgs: filter.orgs.as_ref(), things: filter.guids.as_ref() };
            for space in space::in_use(tx, caller.identity(), among).await? {
                each(tx, space, &filter, &mut |instance| page.extend(Some(instance))).await?;
            }
            Ok(page)
        })
        .await
}

fn takes(filter: &Filter, instance: &ServiceInstance) -> bool {
    wanted(filter.names.as_ref(), &instance.name)
        && wanted(filter.guids.as_ref(), &instance.guid.to_string())
        && wanted(filter.types.as_ref(), instance.type_name())
        && wanted(filter.plan_guids.as_ref(), &instance.plan().map(|plan| plan.id().to_string()).unwrap_or_default())
        && wanted(filter.plan_names.as_ref(), instance.plan().map_or("", |plan| plan.name))
        && instance.metadata.matches(filter.labels.as_ref())
}

/// The GUIDs of all that is in a space.
pub(crate) async fn guids(tx: &mut Tx, space: SpaceGuid) -> Result<Vec<Uuid>> {
    let mut all = Vec::new();
    each(tx, space, &Filter::default(), &mut |instance| all.push(instance.guid)).await?;
    Ok(all)
}

/// The instance with this GUID in a space.
///
/// # Errors
/// Not found.
pub(crate) async fn one(tx: &mut Tx, space: SpaceGuid, guid: Uuid) -> Result<ServiceInstance> {
    let mut found = None;
    let filter = Filter::of(vec![guid.to_string()]);
    each(tx, space, &filter, &mut |instance| found = Some(instance)).await?;
    found.ok_or_else(missing)
}

/// What stands behind a GUID that the caller sees, where it is, and what the caller may do there.
pub(crate) async fn visible(tx: &mut Tx, identity: &Identity, guid: Uuid) -> Result<(Found, Space, Rights)> {
    let (found, space) = match platform::find(tx, InstanceId(guid)).await? {
        Some(instance) => {
            let space = instance.space.0.ok_or_else(missing)?;
            (Found::Real(Box::new(instance)), space)
        }
        None => match store::cf_user_provided::get(tx, InstanceId(guid)).await? {
            Some(row) => {
                let space = row.space;
                (Found::Provided(Box::new(row)), space)
            }
            None => {
                let call = store::cf_job::of_resource(tx, guid).await?.ok_or_else(missing)?;
                let wanted = of_call(&call)?.ok_or_else(missing)?;
                (Found::Call, wanted.space)
            }
        },
    };
    let (space, rights) = rights::visible_space(tx, identity, space).await.map_err(|_| missing())?;
    Ok((found, space, rights))
}

/// One instance.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<ServiceInstance> {
    cx.db
        .read(async move |tx| {
            let (_, space, _) = visible(tx, caller.identity(), guid).await?;
            one(tx, space.id, guid).await
        })
        .await
}

/// The parameters of an instance; `None` when its service does not show them.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn parameters(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<Option<Value>> {
    cx.db
        .read(async move |tx| match visible(tx, caller.identity(), guid).await?.0 {
            Found::Real(instance) => {
                let shows = catalog::service(&instance.service).is_some_and(|service| service.instances_retrievable);
                Ok(if shows { Some(instance.parameters.json()?) } else { None })
            }
            Found::Provided(_) => Ok(None),
            Found::Call => Err(missing()),
        })
        .await
}

/// Orders an instance.
///
/// # Errors
/// Unprocessable: space, plan or name; forbidden for all but Space Developers.
pub async fn create(cx: &Cx, caller: Caller<CfWrite>, new: NewInstance) -> Result<Uuid> {
    let (id, resource, now) = (cx.random.uuid(), cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            let (space, rights) = rights::visible_space(tx, caller.identity(), new.space).await.map_err(|_| {
                Error::unprocessable("Invalid space. Ensure that the space exists and you have access to it.")
            })?;
            if !rights.develops() {
                return Err(rights::not_authorized());
            }
            let subaccount = usable(tx, &space, new.plan).await?;
            free(tx, &space, &new.name).await?;
            let wanted = OrderedInstance {
                subaccount,
                space: space.id,
                plan: new.plan,
                name: new.name,
                parameters: new.parameters,
                tags: new.tags,
                metadata: Metadata::default().patched(new.metadata)?,
                actor: caller.actor().to_owned(),
            };
            let intent = Intent::CreateInstance(Box::new(wanted));
            NewCall { id, resource, space: Some(space.id), intent }.order(tx, now).await?;
            Ok(id)
        })
        .await
}

/// The subaccount of a space, entitled to the plan.
async fn usable(tx: &mut Tx, space: &Space, plan: Uuid) -> Result<SubaccountId> {
    let invalid = || {
        Error::unprocessable(
            "Invalid service plan. Ensure that the service plan exists, is available, and you have access to it.",
        )
    };
    let subaccount = space.subaccount.ok_or_else(invalid)?;
    let plans = entitlement::plans(tx, subaccount).await?;
    match plans.iter().any(|usable| usable.brokered && usable.id() == plan) {
        true => Ok(subaccount),
        false => Err(invalid()),
    }
}

/// Whether a name can be given to an instance of the space.
pub(crate) async fn free(tx: &mut Tx, space: &Space, name: &str) -> Result<()> {
    if name.trim().is_empty() {
        return Err(Error::unprocessable("Name can't be blank"));
    }
    let provided = store::cf_user_provided::named(tx, space.id, name).await?;
    if provided.is_some() || cf_service::named(tx, space.id, name).await?.is_some() {
        return Err(taken(name));
    }
    for call in store::cf_job::unfinished(tx, space.id).await? {
        if of_call(&call)?.is_some_and(|new| new.name == name) {
            return Err(taken(name));
        }
    }
    Ok(())
}

fn taken(name: &str) -> Error {
    Error::unprocessable(format!("The service instance name is taken: {name}."))
}

/// What a change came to.
#[derive(Debug)]
pub enum Changed {
    /// It is done.
    Now(Box<ServiceInstance>),
    /// A call does it.
    Later(Uuid),
}

/// Changes an instance: name, tags and metadata at once, parameters and plan by a call.
///
/// # Errors
/// Not found; forbidden for all but Space Developers; conflict while another call is at work on it; unprocessable: the
/// name.
pub async fn change(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid, change: Change) -> Result<Changed> {
    let (id, now, actor) = (cx.random.uuid(), cx.now(), caller.actor().to_owned());
    let later = change.parameters.is_some() || change.plan.is_some();
    let by = actor.clone();
    let asked = change.clone();
    let identity = caller.identity().clone();
    let space = cx
        .db
        .write(async move |tx| {
            let (space, current, mut attached) = changeable(tx, &identity, guid).await?;
            if let Some(name) = asked.name.as_deref().filter(|name| *name != current) {
                free(tx, &space, name).await?;
            }
            attached.tags = asked.tags.unwrap_or(attached.tags);
            attached.metadata = attached.metadata.patched(asked.metadata)?;
            store::cf_attached::put(tx, &attached).await?;
            if later {
                store::cf_job::forget_failures(tx, guid).await?;
                let (name, plan, parameters) = (asked.name, asked.plan, asked.parameters);
                let intent = Intent::UpdateInstance { instance: guid, name, plan, parameters, actor };
                NewCall { id, resource: guid, space: Some(space.id), intent }.order(tx, now).await?;
            }
            Ok::<_, Error>(space.id)
        })
        .await?;
    if later {
        return Ok(Changed::Later(id));
    }
    if let Some(name) = change.name {
        let update = Update { name: Some(name), by, ..Update::default() };
        platform::update(cx, InstanceId(guid), update).await?;
    }
    let changed = cx.db.read(async move |tx| one(tx, space, guid).await).await?;
    Ok(Changed::Now(Box::new(changed)))
}

async fn changeable(tx: &mut Tx, identity: &Identity, guid: Uuid) -> Result<(Space, String, Attached)> {
    let (found, space, rights) = visible(tx, identity, guid).await?;
    if !rights.develops() {
        return Err(rights::not_authorized());
    }
    idle(tx, guid).await?;
    match found {
        Found::Real(instance) => Ok((space, instance.name, store::cf_attached::get(tx, guid).await?)),
        Found::Provided(_) | Found::Call => Err(missing()),
    }
}

/// No call is at work on the instance.
async fn idle(tx: &mut Tx, guid: Uuid) -> Result<()> {
    let Some(call) = store::cf_job::of_resource(tx, guid).await? else { return Ok(()) };
    match LastOperation::of_call(&call).progress {
        Progress::InProgress => {
            Err(Error::conflict("An operation for the service instance is in progress.")
                .with_code(async_call::IN_PROGRESS))
        }
        Progress::Succeeded | Progress::Failed => Ok(()),
    }
}

/// Orders the removal of an instance with its keys.
///
/// # Errors
/// Not found; forbidden for all but Space Developers; conflict while another call is at work on it.
pub async fn delete(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid) -> Result<Uuid> {
    let (id, now) = (cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            let (_, space, rights) = visible(tx, caller.identity(), guid).await?;
            if !rights.develops() {
                return Err(rights::not_authorized());
            }
            idle(tx, guid).await?;
            store::cf_job::forget_failures(tx, guid).await?;
            let intent = Intent::DeleteInstance { instance: guid, actor: caller.actor().to_owned() };
            NewCall { id, resource: guid, space: Some(space.id), intent }.order(tx, now).await?;
            Ok(id)
        })
        .await
}

wire::unprinted!(NewInstance, Change, OrderedInstance);
