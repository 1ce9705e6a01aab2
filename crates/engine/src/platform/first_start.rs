//! The first start of an empty installation.

use super::credentials::{self, Secret};
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::client::{self, NewClient};
use crate::identity::person::{self, NewPerson, Prepared};
use crate::identity::roles::{self, Assignment};
use crate::identity::zone;
use model::account::ZoneKind;
use model::role::platform::GLOBAL_ADMINISTRATOR_RC;
use model::role::{self, App};
use model::{GlobalAccountId, PersonId, Time, ZoneId, catalog, instance};
use serde_json::json;
use store::Tx;
use store::account::GlobalAccount;

/// Name of the global account.
const NAME: &str = "Ropeway";
/// Its subdomain.
const SUBDOMAIN: &str = "global";
/// Log-in name of its administrator.
const ADMINISTRATOR: &str = "admin@ropeway.local";
/// What it is granted of a plan that is counted.
const COUNTED: i64 = 100;

/// What the first start made; shown once.
pub type FirstStart = wire::accounts::FirstStart;

/// Makes the global account, its administrator with a password, and a key with which accounts and entitlements can be
/// managed. `None`, when that was done before. Afterwards the global account is granted every plan of the catalogue,
/// those that are new in it too.
pub async fn first_start(cx: &Cx) -> Result<Option<FirstStart>> {
    match prepare(cx).await? {
        Found::Fresh(fresh) => fresh.make(cx).await,
        Found::Done(_) => Ok(None),
    }
}

/// What a start finds.
#[derive(Debug)]
pub enum Found {
    /// It was done before, and made the global account with this GUID.
    Done(GlobalAccountId),
    /// Everything is drawn; nothing is stored yet.
    Fresh(Box<Fresh>),
}

/// The same in two steps, for who must keep the secrets safe before anything rests on them.
pub async fn prepare(cx: &Cx) -> Result<Found> {
    let known = cx.db.read(async move |tx| Ok::<_, Error>(store::account::global(tx).await?)).await?;
    if let Some(global) = known {
        cx.db.write(async move |tx| grant_all(tx).await).await?;
        return Ok(Found::Done(global.id));
    }
    let start = Start::draw(cx).await?;
    let answer = start.answer(cx).await?;
    Ok(Found::Fresh(Box::new(Fresh { start, answer })))
}

/// A first start that is to be done.
pub struct Fresh {
    start: Start,
    answer: FirstStart,
}

impl std::fmt::Debug for Fresh {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fresh").finish_non_exhaustive()
    }
}

impl Fresh {
    /// What it will make, secrets included.
    #[must_use]
    pub fn answer(&self) -> &FirstStart {
        &self.answer
    }

    /// Makes it; `None`, when another process was faster.
    pub async fn make(self, cx: &Cx) -> Result<Option<FirstStart>> {
        let (vault, Self { start, answer }) = (cx.vault.clone(), self);
        let made = cx.db.write(async move |tx| start.make(tx, &vault).await).await?;
        Ok(made.then_some(answer))
    }
}

/// Everything that is drawn and hashed before the transaction.
struct Start {
    id: GlobalAccountId,
    app_id: String,
    secret: String,
    password: String,
    administrator: Prepared,
    now: Time,
}

impl Start {
    async fn draw(cx: &Cx) -> Result<Self> {
        let password = cx.random.secret();
        let person = NewPerson {
            origin: String::new(),
            user_name: ADMINISTRATOR.to_owned(),
            email: ADMINISTRATOR.to_owned(),
            given: "Global Account".to_owned(),
            family: "Administrator".to_owned(),
            password: Some(password.clone()),
        };
        Ok(Self {
            id: GlobalAccountId(cx.random.uuid()),
            app_id: instance::app_id(&cx.random.uuid().to_string(), 1, App::CisCentral),
            secret: cx.random.secret(),
            administrator: person::prepare(cx, person).await?,
            password,
            now: cx.now(),
        })
    }

    async fn answer(&self, cx: &Cx) -> Result<FirstStart> {
        let key =
            Secret { app_id: &self.app_id, secret: self.secret.clone(), zone: SUBDOMAIN, zone_id: self.id.to_string() };
        Ok(FirstStart {
            public_url: cx.addresses().public().to_owned(),
            global_account: wire::accounts::FirstStartGlobalAccount {
                guid: self.id.to_string(),
                subdomain: SUBDOMAIN.to_owned(),
            },
            administrator: wire::accounts::FirstStartAdministrator {
                user_name: ADMINISTRATOR.to_owned(),
                password: self.password.clone(),
            },
            cis: credentials::cis(cx, &key, "client_credentials").await?,
        })
    }

    /// `false`, when another process was faster.
    async fn make(self, tx: &mut Tx, vault: &crate::vault::Vault) -> Result<bool> {
        if store::account::global(tx).await?.is_some() {
            return Ok(false);
        }
        let (id, now) = (self.id, self.now);
        zone::create(tx, id.into(), SUBDOMAIN, ZoneKind::GlobalAccount, now).await?;
        let row = GlobalAccount { id, name: NAME.to_owned(), subdomain: SUBDOMAIN.to_owned(), created_at: now };
        store::account::insert_global(tx, &row).await?;
        grant_all(tx).await?;
        person::add(tx, self.administrator, "platform", now).await?;
        roles::assign(tx, &administration(id.into()), now).await?;
        client::register(tx, vault, central(id.into(), self.app_id, self.secret), now).await?;
        let event = Event {
            actor: "platform".to_owned(),
            subaccount: String::new(),
            event: "first_start",
            object: format!("global account {id}"),
            detail: json!({"administrator": ADMINISTRATOR}),
        };
        audit::record(tx, now, event).await?;
        audit::head::begin(tx, vault).await?;
        Ok(true)
    }
}

fn administration(zone: ZoneId) -> Assignment {
    Assignment {
        zone,
        collection: GLOBAL_ADMINISTRATOR_RC.to_owned(),
        user_name: ADMINISTRATOR.to_owned(),
        origin: String::new(),
        // The person exists, but is new in this zone; the id would name somebody unknown.
        create_if_missing: Some(PersonId(zone.0)),
        actor: "platform".to_owned(),
    }
}

fn central(zone: ZoneId, app_id: String, secret: String) -> NewClient {
    let scopes = role::scopes_of_plan("cis", "central", &[]).unwrap_or_default();
    NewClient {
        client_id: instance::client_id(&app_id),
        zone,
        app_id,
        authorities: role::full_names(&scopes),
        grant_types: vec!["client_credentials".to_owned()],
        validity: client::DEFAULT_VALIDITY,
        secret,
        instance: None,
    }
}

async fn grant_all(tx: &mut Tx) -> Result<()> {
    for plan in catalog::plans() {
        let amount = if plan.category.is_numeric() { COUNTED } else { 1 };
        store::entitlement::grant(tx, plan.service, plan.name, amount).await?;
    }
    Ok(())
}
