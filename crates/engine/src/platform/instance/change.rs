//! Making, changing and deleting service instances.

use super::{Instance, locked, object};
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::client::{self, NewClient};
use crate::platform::operation::{Done, Kind, Operation, Resource};
use crate::platform::{account, code, destination, entitlement};
use model::account::Labels;
use model::catalog::{self, Plan};
use model::instance::{self, BadParameters, Client};
use model::role::{self, App};
use model::{InstanceId, SpaceGuid, SubaccountId, Time};
use serde_json::{Map, Value, json};
use store::sealed::Hidden;
use store::{OrEmpty, Tx};

/// An instance to be.
#[derive(Clone)]
pub struct NewInstance {
    /// Whose it will be.
    pub subaccount: SubaccountId,
    /// The space it will be in; none for service manager.
    pub space: Option<SpaceGuid>,
    pub service: String,
    pub plan: String,
    pub name: String,
    /// An object, or nothing.
    pub parameters: Value,
    /// Who makes it.
    pub created_by: String,
}

/// What the service broker does not accept.
fn broker(error: &BadParameters) -> Error {
    Error::invalid(error.to_string()).with_code(code::BROKER)
}

fn plan(service: &str, plan: &str) -> Result<&'static Plan> {
    let found = catalog::plan(service, plan).filter(|plan| plan.brokered);
    found.ok_or_else(|| Error::not_found(format!("there is no plan '{plan}' of service '{service}'")))
}

/// Makes an instance: its application and its client, without a secret until there is a key.
///
/// # Errors
/// Not found: the plan. Forbidden: not entitled. Conflict: the name. With [`code::BROKER`]: what the parameters say.
pub async fn create(cx: &Cx, new: NewInstance) -> Result<Instance> {
    create_labelled(cx, new, Labels::new()).await
}

/// As [`create`], with labels.
///
/// # Errors
/// As there, or invalid labels.
pub async fn create_labelled(cx: &Cx, new: NewInstance, labels: Labels) -> Result<Instance> {
    create_as(cx, InstanceId(cx.random.uuid()), new, labels).await
}

/// The same under a GUID that it was given before: whoever ordered it knows it by that.
pub(crate) async fn create_as(cx: &Cx, id: InstanceId, new: NewInstance, labels: Labels) -> Result<Instance> {
    model::account::check_labels(&labels).map_err(|e| Error::invalid(e.to_string()))?;
    let plan = plan(&new.service, &new.plan)?;
    let parameters = object(new.parameters.clone())?;
    instance::check_name(plan, &new.name).map_err(|e| broker(&e))?;
    let asked = instance::read(plan, &parameters).map_err(|e| broker(&e))?;
    if plan.service == "cis" && new.space.is_some() && asked.grant_types == ["client_credentials"] {
        return Err(broker(&BadParameters("grantType 'clientCredentials' is not available in Cloud Foundry".into())));
    }
    let fresh = Fresh { id, plan, asked, parameters, labels, now: cx.now() };
    let operation = Operation { id: cx.random.uuid(), kind: Kind::Create, at: fresh.now };
    let (vault, draw) = (cx.vault.clone(), cx.random.secret());
    cx.db
        .write(async move |tx| {
            let subaccount = account::lock(tx, new.subaccount).await?;
            entitlement::require(tx, new.subaccount, plan.service, plan.name).await?;
            name_is_free(tx, new.subaccount, new.space, &new.name).await?;
            let now = fresh.now;
            let app_id = app_id(tx, &fresh, subaccount.number).await?;
            let client = fresh.client(&app_id, new.subaccount, draw);
            let client_id = client.client_id.clone();
            client::register(tx, &vault, client, now).await?;
            client::set_redirects(tx, &client_id, &fresh.asked.redirect_uris).await?;
            client::remove_secret(tx, &client_id, "").await?;
            let instance = fresh.instance(new, app_id, operation);
            store::instance::insert(tx, &instance).await?;
            finish(tx, "service_instance.create", &instance, &instance.created_by).await?;
            Ok(instance)
        })
        .await
}

/// An instance to be, after everything that needs no transaction.
struct Fresh {
    id: InstanceId,
    plan: &'static Plan,
    asked: Client,
    parameters: Map<String, Value>,
    labels: Labels,
    now: Time,
}

impl Fresh {
    fn client(&self, app_id: &str, subaccount: SubaccountId, secret: String) -> NewClient {
        NewClient {
            client_id: instance::client_id(app_id),
            zone: subaccount.into(),
            app_id: app_id.to_owned(),
            authorities: role::full_names(&self.asked.scopes),
            grant_types: self.asked.grant_types.clone(),
            validity: self.asked.validity,
            secret,
            instance: Some(self.id),
        }
    }

    fn instance(self, new: NewInstance, app_id: String, operation: Operation) -> Instance {
        Instance {
            id: self.id,
            subaccount: new.subaccount,
            space: OrEmpty(new.space),
            service: self.plan.service.to_owned(),
            plan: self.plan.name.to_owned(),
            name: new.name,
            parameters: Hidden(Value::Object(self.parameters).to_string()),
            labels: self.labels,
            app_id,
            credential: self.asked.credential,
            secret: None,
            operation,
            created_by: new.created_by,
            created_at: self.now,
            updated_at: self.now,
        }
    }
}

async fn name_is_free(tx: &mut Tx, subaccount: SubaccountId, space: Option<SpaceGuid>, name: &str) -> Result<()> {
    match store::instance::by_name(tx, subaccount, OrEmpty(space), name).await? {
        Some(_) => Err(Error::conflict(format!("found conflicting service instance with the name '{name}'"))),
        None => Ok(()),
    }
}

/// The id of the application, which nobody in the subaccount may have yet.
async fn app_id(tx: &mut Tx, fresh: &Fresh, number: i64) -> Result<String> {
    let master = App::of_service(fresh.plan.service)
        .ok_or_else(|| Error::internal(format!("service {} has no application", fresh.plan.service)))?;
    let guid = match fresh.plan.service {
        "destination" => format!("clone{}", fresh.id.0.simple()),
        _ => fresh.id.text(),
    };
    let name = fresh.asked.xsappname.as_deref().unwrap_or(&guid);
    let app_id = instance::app_id(name, number, master);
    match store::instance::by_app(tx, &app_id).await? {
        Some(_) => {
            let text = format!("an application with the xsappname '{name}' exists already in this subaccount");
            Err(Error::conflict(text).with_code(code::BROKER))
        }
        None => Ok(app_id),
    }
}

/// Keeps what was done last to an instance, and by whom.
async fn finish(tx: &mut Tx, event: &'static str, of: &Instance, by: &str) -> Result<()> {
    let Operation { id, kind, at } = of.operation;
    let (resource, subaccount) = (of.id.0, of.subaccount);
    let done = Done { id, subaccount, resource_type: Resource::Instance, resource, kind, at };
    store::instance::insert_operation(tx, &done).await?;
    let space = of.space.0.map(SpaceGuid::text).unwrap_or_default();
    let event = Event {
        actor: by.to_owned(),
        subaccount: subaccount.text(),
        event,
        object: format!("service instance {}", of.id),
        detail: json!({"name": of.name, "service": of.service, "plan": of.plan, "space": space}),
    };
    audit::record(tx, at, event).await
}

/// What is to change.
#[derive(Clone, Default)]
pub struct Update {
    pub name: Option<String>,
    pub parameters: Option<Value>,
    /// The plan, which can only stay what it is.
    pub plan: Option<String>,
    pub labels: Option<Labels>,
    /// Who changes it.
    pub by: String,
}

/// Changes an instance. New scopes are in the next token.
///
/// # Errors
/// Not found; conflict: the name; with [`code::BROKER`]: what the parameters say.
pub async fn update(cx: &Cx, id: InstanceId, update: Update) -> Result<Instance> {
    let (now, operation_id) = (cx.now(), cx.random.uuid());
    let operation = Operation { id: operation_id, kind: Kind::Update, at: now };
    if let Some(labels) = &update.labels {
        model::account::check_labels(labels).map_err(|e| Error::invalid(e.to_string()))?;
    }
    cx.db
        .write(async move |tx| {
            let mut instance = Instance { operation, updated_at: now, ..locked(tx, id).await? };
            let plan = plan(&instance.service, &instance.plan)?;
            same_plan(&instance, update.plan.as_deref())?;
            instance.labels = update.labels.unwrap_or(instance.labels);
            if let Some(name) = update.name.filter(|name| *name != instance.name) {
                rename(tx, plan, &mut instance, name).await?;
            }
            if let Some(parameters) = update.parameters {
                reconfigure(tx, plan, &mut instance, object(parameters)?).await?;
            }
            store::instance::update(tx, &instance).await?;
            finish(tx, "service_instance.update", &instance, &update.by).await?;
            Ok(instance)
        })
        .await
}

fn same_plan(before: &Instance, plan: Option<&str>) -> Result<()> {
    match plan {
        Some(other) if other != before.plan => {
            Err(broker(&BadParameters(format!("the plan '{}' cannot be changed to '{other}'", before.plan))))
        }
        _ => Ok(()),
    }
}

async fn rename(tx: &mut Tx, plan: &Plan, row: &mut Instance, name: String) -> Result<()> {
    instance::check_name(plan, &name).map_err(|e| broker(&e))?;
    if store::instance::by_name(tx, row.subaccount, row.space, &name).await?.is_some() {
        return Err(Error::conflict(format!("found conflicting service instance with the name '{name}'")));
    }
    row.name = name;
    Ok(())
}

async fn reconfigure(tx: &mut Tx, plan: &Plan, row: &mut Instance, parameters: Map<String, Value>) -> Result<()> {
    let asked = instance::read_update(plan, &row.id.to_string(), &parameters).map_err(|e| broker(&e))?;
    let credential = instance::wanted_credential(&parameters).map_err(|e| broker(&e))?;
    if credential.is_some_and(|wanted| wanted != row.credential) {
        let text = format!("the credential type '{}' of the instance cannot be changed", row.credential);
        return Err(broker(&BadParameters(text)));
    }
    let client_id = instance::client_id(&row.app_id);
    client::set_authorities(tx, &client_id, &role::full_names(&asked.scopes)).await?;
    client::set_terms(tx, &client_id, &asked.grant_types, asked.validity).await?;
    client::set_redirects(tx, &client_id, &asked.redirect_uris).await?;
    row.parameters = Hidden(Value::Object(parameters).to_string());
    Ok(())
}

/// Deletes an instance with its keys: its client gets no tokens any more.
///
/// # Errors
/// Not found.
pub async fn delete(cx: &Cx, id: InstanceId, by: &str) -> Result<Operation> {
    delete_if(cx, id, by, false).await
}

/// As [`delete`], but only an instance without keys.
///
/// # Errors
/// Not found; conflict, when it has keys.
pub async fn delete_unbound(cx: &Cx, id: InstanceId, by: &str) -> Result<Operation> {
    delete_if(cx, id, by, true).await
}

async fn delete_if(cx: &Cx, id: InstanceId, by: &str, unbound: bool) -> Result<Operation> {
    let operation = Operation { id: cx.random.uuid(), kind: Kind::Delete, at: cx.now() };
    let by = by.to_owned();
    cx.db
        .write(async move |tx| {
            let instance = Instance { operation, ..locked(tx, id).await? };
            let keys = store::binding::of_instance(tx, id).await?;
            if unbound && !keys.is_empty() {
                let text = format!("could not delete instance due to {} service bindings", keys.len());
                return Err(Error::conflict(text));
            }
            for key in keys {
                store::binding::delete(tx, key.id).await?;
            }
            client::remove(tx, &model::instance::client_id(&instance.app_id)).await?;
            destination::forget_instance(tx, instance.subaccount, id).await?;
            store::instance::delete(tx, id).await?;
            finish(tx, "service_instance.delete", &instance, &by).await?;
            Ok(operation)
        })
        .await
}

wire::unprinted!(NewInstance, Update);
