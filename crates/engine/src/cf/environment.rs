//! Environment instances: the Cloud Foundry organization of a subaccount.

use super::org::{self, NewOrg};
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use crate::identity::person;
use crate::platform::cis_job;
use crate::platform::right::{ManageSubaccount, ViewSubaccount};
use crate::platform::{account, code, entitlement};
use model::{EnvironmentId, JobId, OrgGuid, PersonId, SubaccountId, Time};
use serde_json::{Map, Value, json};
use store::Tx;
use store::environment::EnvironmentRow;
use store::sealed::Hidden;

/// The one service that environments come from.
pub const SERVICE: &str = model::catalog::CLOUD_FOUNDRY;
/// Its one plan.
pub const PLAN: &str = "standard";

/// The one parameter that environments have.
const ORG_NAME: &str = "instance_name";

/// An environment instance to be.
#[derive(Clone, Default)]
pub struct NewEnvironment {
    /// `cloudfoundry`.
    pub kind: String,
    /// `cloudfoundry`.
    pub service: String,
    /// `standard`.
    pub plan: String,
    /// Where it is to be, `cf-` and the region, should that be said.
    pub label: Option<String>,
    /// Name for people; the organization's when there is none.
    pub name: Option<String>,
    /// `instance_name` is the organization's name.
    pub parameters: Map<String, Value>,
    /// Becomes Org Manager; the caller when nobody is named.
    pub user: Option<String>,
    /// Where that user logs in.
    pub origin: Option<String>,
}

/// An environment instance.
#[derive(Clone)]
pub struct Environment {
    /// Its GUID.
    pub id: EnvironmentId,
    /// Whose it is.
    pub subaccount: account::Subaccount,
    pub global: account::GlobalAccount,
    pub org: OrgGuid,
    /// The organization's name.
    pub org_name: String,
    /// Memory of applications in it, in gigabytes.
    pub memory: i64,
    /// Name for people.
    pub name: String,
    pub parameters: Map<String, Value>,
    pub created_by: String,
    pub created_at: Time,
    pub modified_at: Time,
}

async fn shown(tx: &mut Tx, row: EnvironmentRow) -> Result<Environment> {
    let subaccount = account::existing(tx, row.subaccount).await?;
    let org = org::find(tx, row.org).await?;
    let memory = store::entitlement::find(tx, row.subaccount, "APPLICATION_RUNTIME", "MEMORY").await?;
    Ok(Environment {
        id: row.id,
        subaccount,
        global: account::global(tx).await?,
        org: row.org,
        org_name: org.map_or_else(|| row.name.clone(), |org| org.name),
        memory: memory.unwrap_or(0),
        name: row.name,
        parameters: row.parameters.json()?,
        created_by: row.created_by,
        created_at: row.created_at,
        modified_at: row.modified_at,
    })
}

/// The subaccount of the caller, when it may have an environment: it is entitled to one.
pub async fn available(cx: &Cx, caller: Caller<ViewSubaccount>) -> Result<Option<account::Subaccount>> {
    let id = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let entitled = store::entitlement::find(tx, id, SERVICE, PLAN).await?.is_some();
            let subaccount = account::existing(tx, id).await?;
            Ok::<_, Error>(entitled.then_some(subaccount))
        })
        .await
}

/// The environment instances of the caller's subaccount.
pub async fn list(cx: &Cx, caller: Caller<ViewSubaccount>) -> Result<Vec<Environment>> {
    let id = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let mut all = Vec::new();
            for row in store::environment::of_subaccount(tx, id).await? {
                all.push(shown(tx, row).await?);
            }
            Ok(all)
        })
        .await
}

/// One of them.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, caller: Caller<ViewSubaccount>, id: EnvironmentId) -> Result<Environment> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let row = own(tx, subaccount, id).await?;
            shown(tx, row).await
        })
        .await
}

async fn own(tx: &mut Tx, subaccount: SubaccountId, id: EnvironmentId) -> Result<EnvironmentRow> {
    let rows = store::environment::of_subaccount(tx, subaccount).await?;
    rows.into_iter().find(|row| row.id == id).ok_or_else(|| {
        Error::not_found(format!("Environment instance {id} not found")).with_code(code::ENVIRONMENT_NOT_FOUND)
    })
}

fn refuse(message: impl Into<String>) -> Error {
    Error::invalid(message).with_code(code::PROVISIONING)
}

/// Makes the organization of the caller's subaccount.
///
/// # Errors
/// Says what is wrong: type, plan, entitlement, name, or the user.
pub async fn create(cx: &Cx, caller: Caller<ManageSubaccount>, new: NewEnvironment) -> Result<(Environment, JobId)> {
    check_kind(&new)?;
    let org_name = org_name(&new)?;
    let (subaccount, now) = (caller.subaccount()?, cx.now());
    let (id, org) = (EnvironmentId(cx.random.uuid()), OrgGuid(cx.random.uuid()));
    cx.db
        .write(async move |tx| {
            let place = account::lock(tx, subaccount).await?;
            check_label(new.label.as_deref(), &place.region)?;
            entitlement::require(tx, subaccount, SERVICE, PLAN).await?;
            only_one(tx, subaccount).await?;
            let manager = manager(tx, &caller, new.user.as_deref()).await?;
            let new_org = NewOrg { guid: org, subaccount, name: org_name.clone(), manager };
            org::create(tx, new_org, now).await.map_err(provisioning)?;
            let row = EnvironmentRow {
                id,
                subaccount,
                org,
                name: new.name.unwrap_or(org_name),
                parameters: Hidden(Value::Object(new.parameters).to_string()),
                created_by: caller.actor().to_owned(),
                created_at: now,
                modified_at: now,
            };
            store::environment::insert(tx, &row).await?;
            record(tx, &caller, "environment.create", &row, now).await?;
            let job = cis_job::done(tx, &caller, "Environment instance created.", now).await?;
            Ok((shown(tx, row).await?, job))
        })
        .await
}

fn check_kind(new: &NewEnvironment) -> Result<()> {
    let NewEnvironment { kind, service, plan, .. } = new;
    match (kind.as_str(), service.as_str(), plan.as_str()) {
        (SERVICE, SERVICE, PLAN) => Ok(()),
        _ => Err(refuse(format!(
            "there is no environment of type '{kind}', service '{service}', plan '{plan}'; \
             use cloudfoundry, cloudfoundry, standard"
        ))),
    }?;
    if let Some(name) = new.parameters.keys().find(|name| *name != ORG_NAME) {
        return Err(refuse(format!("parameter '{name}' is not known; the only one is '{ORG_NAME}'")));
    }
    match new.origin.as_deref().filter(|origin| !person::is_our_origin(origin)) {
        Some(origin) => Err(refuse(format!("origin '{origin}' is not known; use sap.default, or leave it out"))),
        None => Ok(()),
    }
}

fn check_label(label: Option<&str>, region: &str) -> Result<()> {
    let ours = format!("cf-{region}");
    match label.filter(|label| *label != ours) {
        Some(label) => Err(refuse(format!("landscape '{label}' is not that of this subaccount; use {ours}"))),
        None => Ok(()),
    }
}

fn org_name(new: &NewEnvironment) -> Result<String> {
    let given = match new.parameters.get(ORG_NAME) {
        None => new.name.clone(),
        Some(Value::String(name)) => Some(name.clone()),
        Some(_) => return Err(refuse("parameter 'instance_name' must be text")),
    };
    given.filter(|name| !name.trim().is_empty()).ok_or_else(|| refuse("parameter 'instance_name' is missing"))
}

async fn only_one(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    match store::environment::of_subaccount(tx, subaccount).await?.is_empty() {
        true => Ok(()),
        false => {
            Err(Error::conflict("the subaccount has a Cloud Foundry organization already")
                .with_code(code::PROVISIONING))
        }
    }
}

/// The named user, or the person who calls.
async fn manager(tx: &mut Tx, caller: &Caller<ManageSubaccount>, user: Option<&str>) -> Result<PersonId> {
    let Some(name) = user else {
        let person = caller.identity().person.as_ref().map(|person| person.id);
        return person.ok_or_else(|| refuse("name the 'user' that shall manage the organization"));
    };
    let found = person::find(tx, name).await?;
    found.map(|person| person.id).ok_or_else(|| refuse(format!("there is no user '{name}'")))
}

fn provisioning(error: Error) -> Error {
    match error.kind() {
        Kind::Internal | Kind::Unavailable | Kind::Upstream | Kind::Overloaded => error,
        _ => Error::conflict(error.message().to_owned()).with_code(code::PROVISIONING),
    }
}

/// Removes the organization with its spaces; service instances in them must be gone.
///
/// # Errors
/// Not found; conflict while there are service instances in its spaces.
pub async fn delete(cx: &Cx, caller: Caller<ManageSubaccount>, id: EnvironmentId) -> Result<(Environment, JobId)> {
    let (subaccount, now) = (caller.subaccount()?, cx.now());
    cx.db
        .write(async move |tx| {
            account::lock(tx, subaccount).await?;
            let row = own(tx, subaccount, id).await?;
            if store::account::contents(tx, subaccount).await?.space_instances > 0 {
                let text = "service instances are left in spaces of the organization; delete them first";
                return Err(Error::conflict(text).with_code(code::PROVISIONING));
            }
            let before = shown(tx, row.clone()).await?;
            // An administrator of Cloud Foundry may have removed it already.
            if org::find(tx, row.org).await?.is_some() {
                org::remove(tx, row.org, caller.actor(), now).await?;
            }
            store::environment::delete(tx, id).await?;
            record(tx, &caller, "environment.delete", &row, now).await?;
            let job = cis_job::done(tx, &caller, "Environment instance deleted.", now).await?;
            Ok((before, job))
        })
        .await
}

async fn record(
    tx: &mut Tx,
    caller: &Caller<ManageSubaccount>,
    event: &'static str,
    row: &EnvironmentRow,
    now: Time,
) -> Result<()> {
    let (object, detail) = (format!("environment {}", row.id), json!({"org": row.org, "name": row.name}));
    let event = Event::by(caller, row.subaccount, event, object, detail);
    audit::record(tx, now, event).await
}

wire::unprinted!(NewEnvironment, Environment);
