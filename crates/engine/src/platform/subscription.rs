//! Subscriptions: a subaccount is a tenant of an application exactly while it is subscribed to it.

use super::cis_job;
use super::right::{ManageSubaccount, ViewSubaccount};
use super::{account, code, entitlement};
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::client::{self, NewClient};
use crate::identity::roles;
use model::catalog::{self, Plan, Service};
use model::role::{self, App};
use model::{JobId, SubaccountId, SubscriptionId, Time, instance};
use serde_json::{Map, Value, json};
use store::Tx;
pub use store::subscription::Subscription;

/// Cloud Transport Management.
pub const TRANSPORT: &str = "alm-ts";
/// SAP Cloud ALM.
pub const CLOUD_ALM: &str = "sapcloudalm";
/// The Content Agent.
pub const CONTENT_AGENT: &str = "content-agent";
/// Integration Suite.
pub const INTEGRATION: &str = "integrationsuite";

/// The application behind a name that can be subscribed to.
#[must_use]
pub fn app_of(service: &str) -> Option<App> {
    match service {
        TRANSPORT => Some(App::Tms),
        CLOUD_ALM => Some(App::CloudAlm),
        INTEGRATION => Some(App::Integration),
        CONTENT_AGENT => Some(App::ContentAgent),
        _ => None,
    }
}

/// An application as a subaccount sees it.
#[derive(Debug, Clone)]
pub struct Application {
    /// Its row in the catalogue.
    pub service: &'static Service,
    /// The plan subscribed to, or that could be.
    pub plan: &'static Plan,
    pub subaccount: account::Subaccount,
    pub global: account::GlobalAccount,
    /// How much of the plan it is entitled to.
    pub quota: i64,
    pub subscription: Option<Subscription>,
}

/// A client of our own in a zone.
#[derive(Clone)]
pub struct OwnClient {
    pub client_id: String,
    pub client_secret: String,
    /// Where it gets tokens; ends in `/oauth/token`.
    pub token_url: String,
}

impl std::fmt::Debug for OwnClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OwnClient").field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

fn context(id: SubscriptionId) -> String {
    format!("subscription {id}")
}

/// Whether the subaccount is a tenant of the application.
pub async fn is_active(tx: &mut Tx, subaccount: SubaccountId, app: &str) -> Result<bool> {
    Ok(store::subscription::find(tx, subaccount, app).await?.is_some())
}

/// The client with which SAP Cloud ALM calls transport management in this subaccount; none without a subscription.
///
/// # Errors
/// Of the store, or when the secret cannot be opened.
pub async fn transport_client(cx: &Cx, subaccount: SubaccountId) -> Result<Option<OwnClient>> {
    let found: Option<(Subscription, String)> = cx
        .db
        .read(async move |tx| {
            let row = store::subscription::find(tx, subaccount, TRANSPORT).await?;
            let zone = account::find(tx, subaccount).await?.map(|subaccount| subaccount.subdomain);
            Ok::<_, Error>(row.zip(zone))
        })
        .await?;
    let Some((Subscription { id, client_id: Some(client_id), secret: Some(secret), .. }, zone)) = found else {
        return Ok(None);
    };
    Ok(Some(OwnClient {
        client_id,
        client_secret: cx.vault.open_text(&context(id), &secret)?,
        token_url: format!("{}/oauth/token", cx.addresses().uaa(&zone)),
    }))
}

/// The applications that the caller's subaccount is entitled or subscribed to.
pub async fn list(cx: &Cx, caller: Caller<ViewSubaccount>) -> Result<Vec<Application>> {
    let id = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let mut all = Vec::new();
            for service in catalog::applications() {
                let application = look(tx, id, service, None).await?;
                if application.quota > 0 || application.subscription.is_some() {
                    all.push(application);
                }
            }
            Ok(all)
        })
        .await
}

/// One application, subscribed to or not.
///
/// # Errors
/// Not found, when there is no such application or plan.
pub async fn get(cx: &Cx, caller: Caller<ViewSubaccount>, app: &str, plan: Option<&str>) -> Result<Application> {
    let (id, service) = (caller.subaccount()?, application(app)?);
    let plan = plan.map(|plan| plan_of(service, plan)).transpose()?;
    cx.db.read(async move |tx| look(tx, id, service, plan).await).await
}

fn application(app: &str) -> Result<&'static Service> {
    let found = catalog::applications().find(|service| service.name == app);
    found.ok_or_else(|| {
        Error::not_found(format!("Application '{app}' not found")).with_code(code::APPLICATION_NOT_FOUND)
    })
}

fn plan_of(service: &'static Service, plan: &str) -> Result<&'static Plan> {
    // What instances are made of is no subscription.
    service.plan(plan).filter(|plan| !plan.brokered).ok_or_else(|| {
        Error::not_found(format!("Plan '{plan}' of application '{}' not found", service.name))
            .with_code(code::APPLICATION_NOT_FOUND)
    })
}

async fn look(
    tx: &mut Tx,
    id: SubaccountId,
    service: &'static Service,
    plan: Option<&'static Plan>,
) -> Result<Application> {
    let row = store::subscription::find(tx, id, service.name).await?;
    let subscribed = row.as_ref().and_then(|row| service.plan(&row.plan));
    let plan = plan.or(subscribed).or(service.plans.first());
    let plan = plan.ok_or_else(|| Error::internal(format!("application {} has no plan", service.name)))?;
    let quota = store::entitlement::find(tx, id, service.name, plan.name).await?.unwrap_or(0);
    Ok(Application {
        service,
        plan,
        subaccount: account::existing(tx, id).await?,
        global: account::global(tx).await?,
        quota,
        subscription: row.filter(|row| row.plan == plan.name),
    })
}

/// Subscribes the caller's subaccount to an application: its roles and role collections are there from now on.
///
/// # Errors
/// Not found, not entitled, or subscribed already.
pub async fn subscribe(
    cx: &Cx,
    caller: Caller<ManageSubaccount>,
    app: &str,
    plan: &str,
    parameters: Map<String, Value>,
) -> Result<JobId> {
    let service = application(app)?;
    if let Some(name) = parameters.keys().next() {
        let text = format!("application '{app}' has no parameters: leave '{name}' out of subscriptionParams");
        return Err(Error::invalid(text).with_code(code::SUBSCRIPTION));
    }
    let (plan, id, now) = (plan_of(service, plan)?, SubscriptionId(cx.random.uuid()), cx.now());
    let (subaccount, secret) = (caller.subaccount()?, cx.random.secret());
    let sealed = cx.vault.seal(&cx.random, &context(id), secret.as_bytes())?;
    let vault = cx.vault.clone();
    cx.db
        .write(async move |tx| {
            let zone = account::lock(tx, subaccount).await?;
            entitlement::require(tx, subaccount, service.name, plan.name).await?;
            if is_active(tx, subaccount, service.name).await? {
                let text = format!("the subaccount is subscribed to '{}' already", service.name);
                return Err(Error::conflict(text).with_code(code::SUBSCRIPTION));
            }
            let hidden = hidden_client(service.name, id, &zone, secret);
            let row = Subscription {
                id,
                subaccount,
                app: service.name.to_owned(),
                plan: plan.name.to_owned(),
                parameters,
                client_id: hidden.as_ref().map(|client| client.client_id.clone()),
                secret: hidden.is_some().then_some(sealed),
                created_by: caller.actor().to_owned(),
                created_at: now,
                modified_at: now,
            };
            if let Some(hidden) = hidden {
                client::register(tx, &vault, hidden, now).await?;
            }
            store::subscription::insert(tx, &row).await?;
            deliver(tx, &row, now).await?;
            record(tx, &caller, "subscription.create", &row, now).await?;
            cis_job::done(tx, &caller, "Subscription created.", now).await
        })
        .await
}

/// Cloud ALM in the same subaccount calls transport management with a client of its own.
fn hidden_client(app: &str, id: SubscriptionId, zone: &account::Subaccount, secret: String) -> Option<NewClient> {
    (app == TRANSPORT).then(|| {
        let app_id = instance::app_id(&id.to_string(), zone.number, App::TmsBackend);
        let scopes = role::scopes_of_plan("transport", "standard", &[]).unwrap_or_default();
        NewClient {
            client_id: instance::client_id(&app_id),
            zone: zone.id.into(),
            app_id,
            authorities: role::full_names(&scopes),
            grant_types: vec!["client_credentials".to_owned()],
            validity: client::DEFAULT_VALIDITY,
            secret,
            instance: None,
        }
    })
}

async fn deliver(tx: &mut Tx, row: &Subscription, now: Time) -> Result<()> {
    let Some(app) = app_of(&row.app) else { return Ok(()) };
    roles::deliver(tx, row.subaccount.into(), app.id(), role::templates(app), role::collections(app), now).await
}

/// Ends the subscription: the application's roles go, and its client.
pub(crate) async fn end(tx: &mut Tx, caller: &Caller<ManageSubaccount>, app: &str, now: Time) -> Result<Ended> {
    let (service, subaccount) = (application(app)?, caller.subaccount()?);
    account::lock(tx, subaccount).await?;
    let Some(row) = store::subscription::find(tx, subaccount, service.name).await? else {
        let text = format!("the subaccount is not subscribed to '{}'", service.name);
        return Err(Error::not_found(text).with_code(code::SUBSCRIPTION));
    };
    if let Some(client_id) = &row.client_id {
        client::remove(tx, client_id).await?;
    }
    if let Some(app) = app_of(&row.app) {
        roles::withdraw(tx, row.subaccount.into(), app.id()).await?;
    }
    store::subscription::delete(tx, row.id).await?;
    record(tx, caller, "subscription.delete", &row, now).await?;
    let job = cis_job::done(tx, caller, "Subscription deleted.", now).await?;
    Ok(Ended { subaccount, job, had_tenant: service.name == INTEGRATION })
}

/// A subscription that ended.
pub(crate) struct Ended {
    /// Whose it was.
    pub(crate) subaccount: SubaccountId,
    /// The job that says so.
    pub(crate) job: JobId,
    /// Whether a Cloud Integration tenant came with it.
    pub(crate) had_tenant: bool,
}

async fn record(
    tx: &mut Tx,
    caller: &Caller<ManageSubaccount>,
    event: &'static str,
    row: &Subscription,
    now: Time,
) -> Result<()> {
    let (object, detail) = (format!("subscription {}", row.app), json!({"plan": row.plan, "id": row.id}));
    let event = Event::by(caller, row.subaccount, event, object, detail);
    audit::record(tx, now, event).await
}
