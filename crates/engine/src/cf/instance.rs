//! Service instances of spaces: the platform makes them, Cloud Foundry shows them, and shows those too that are being
//! made or could not be made, and those that somebody provides ([`user_provided`]).

use super::async_call::{self, Intent, NewCall};
use super::last_operation::{LastOperation, Progress};
use super::metadata::{Metadata, wanted};
use super::org::Org;
use super::rights::{self, CfRead, CfWrite};
use super::space::{self, Space};
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
use store::cf_user_provided::UserProvidedRow;
use uuid::Uuid;

/// How many instances are read at a time.
const PAGE: i64 = 1000;

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

/// Instances, with where they are.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// The instances, by name within each space.
    pub instances: Vec<ServiceInstance>,
    pub spaces: Vec<Space>,
    /// The organizations of those.
    pub orgs: Vec<Org>,
}

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

fn of_platform(instance: Instance, attached: Attached, calls: &[CfJob]) -> Result<ServiceInstance> {
    Ok(ServiceInstance {
        guid: instance.id.0,
        kind: Kind::Managed(platform::catalog_plan(&instance)?),
        space: instance.space.0.ok_or_else(missing)?,
        last: LastOperation::of(instance.id.0, instance.operation, calls),
        name: instance.name,
        tags: attached.tags,
        metadata: attached.metadata,
        created_at: instance.created_at,
        updated_at: instance.updated_at,
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

/// Every instance in a space, by name; those to be made behind the others.
pub(crate) async fn in_space(tx: &mut Tx, space: SpaceGuid) -> Result<Vec<ServiceInstance>> {
    let calls = store::cf_job::unfinished(tx, space).await?;
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let page = platform::list_in_space(tx, space, &after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.name);
        for instance in page {
            let attached = store::cf_attached::get(tx, instance.id.0).await?;
            all.push(of_platform(instance, attached, &calls)?);
        }
    }
    for call in &calls {
        // Between the end of the work and that of its call both are there.
        all.extend(of_call(call)?.filter(|new| !all.iter().any(|real| real.name == new.name)));
    }
    all.extend(user_provided::in_space(tx, space).await?);
    Ok(all)
}

/// The instances that the caller sees.
pub async fn list(cx: &Cx, caller: Caller<CfRead>, filter: Filter) -> Result<Listed> {
    cx.db.read(async move |tx| seen(tx, caller.identity(), &filter).await).await
}

pub(crate) async fn seen(tx: &mut Tx, identity: &Identity, filter: &Filter) -> Result<Listed> {
    let (mut listed, mut spaces) = (Listed::default(), Vec::new());
    let of_space = |space: Space| {
        let there = wanted(filter.spaces.as_ref(), &space.id.text()) && wanted(filter.orgs.as_ref(), &space.org.text());
        spaces.extend(Some(space).filter(|_| there));
    };
    space::seen(tx, identity, of_space).await?;
    for row in spaces {
        let org = row.org;
        let found = in_space(tx, row.id).await?.into_iter().filter(|instance| takes(filter, instance));
        let before = listed.instances.len();
        listed.instances.extend(found);
        if listed.instances.len() > before {
            listed.spaces.push(row);
            if !listed.orgs.iter().any(|known| known.id == org) {
                listed.orgs.extend(store::org::get(tx, org).await?);
            }
        }
    }
    Ok(listed)
}

fn takes(filter: &Filter, instance: &ServiceInstance) -> bool {
    wanted(filter.names.as_ref(), &instance.name)
        && wanted(filter.guids.as_ref(), &instance.guid.to_string())
        && wanted(filter.types.as_ref(), instance.type_name())
        && wanted(filter.plan_guids.as_ref(), &instance.plan().map(|plan| plan.id().to_string()).unwrap_or_default())
        && wanted(filter.plan_names.as_ref(), instance.plan().map_or("", |plan| plan.name))
        && instance.metadata.matches(filter.labels.as_ref())
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

/// One instance, with where it is.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<Listed> {
    cx.db
        .read(async move |tx| {
            let (_, space, _) = visible(tx, caller.identity(), guid).await?;
            let (spaces, guids) = (Some(vec![space.id.to_string()]), Some(vec![guid.to_string()]));
            let listed = seen(tx, caller.identity(), &Filter { guids, spaces, ..Filter::default() }).await?;
            if listed.instances.is_empty() { Err(missing()) } else { Ok(listed) }
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
    if user_provided::in_space(tx, space.id).await?.iter().any(|other| other.name == name) {
        return Err(taken(name));
    }
    let subaccount = space.subaccount.unwrap_or(SubaccountId(Uuid::nil()));
    if platform::find_by_name(tx, subaccount, Some(space.id), name).await?.is_some() {
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
    Now(Box<Listed>),
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
    let filter =
        Filter { guids: Some(vec![guid.to_string()]), spaces: Some(vec![space.to_string()]), ..Filter::default() };
    let listed = cx.db.read(async move |tx| seen(tx, caller.identity(), &filter).await).await?;
    Ok(Changed::Now(Box::new(listed)))
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
