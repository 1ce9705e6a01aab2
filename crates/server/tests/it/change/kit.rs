//! A subaccount with Cloud ALM and transport management, and people with roles in it.

use super::fake::Fake;
use client::multipart::{Form, Part};
use engine::caller::{Person, Zone};
use engine::change::feature::{Details, Edit, NewFeature};
use engine::change::right::Work;
use engine::change::{feature, project, transport};
use engine::cx::Parts;
use engine::identity::client::{self as clients, NewClient};
use engine::identity::roles::{self, Assignment};
use engine::platform::account::{self, NewSubaccount};
use engine::platform::entitlement::{self, Assigning};
use engine::platform::subscription;
use engine::{Caller, Cx, Error, Identity, Settings};
use model::account::{REGIONS, quota};
use model::address::Addresses;
use model::role::{App, alm, collections, tms};
use model::{FeatureId, PersonId, ProjectId, RequestId, SubaccountId};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use testkit::{Request, TestApp};

pub(super) const TENANT: &str = "alm";
pub(super) const PASS: &str = "/alm/alm/api/imp-cdm-transport-management-api/v1";

/// The subaccount, on the server under test.
pub(super) struct Land {
    pub(super) app: TestApp,
    pub(super) subaccount: SubaccountId,
    /// What use cases are called with: its transport management is the server's own, or a fake one.
    pub(super) cx: Cx,
}

pub(super) const LEAD: &[&str] = &[alm::PROJECT_LEAD];
pub(super) const DEVELOPER: &[&str] =
    &[alm::DEVELOPER, alm::START_IMPLEMENTATION, alm::HANDOVER_TO_TEST, alm::PROJECT_VIEWER];
pub(super) const TESTER: &[&str] = &[alm::TESTER, alm::PROJECT_VIEWER];
pub(super) const CHANGE_MANAGER: &[&str] = &[alm::CHANGE_MANAGER, alm::PROJECT_MEMBER];
pub(super) const DEPLOYER: &[&str] = &[alm::DEPLOY_TEST, alm::DEPLOY_PROD, alm::PROJECT_MEMBER];
pub(super) const ADMIN: &[&str] = &[alm::PROJECT_ADMINISTRATOR];

impl Land {
    /// With the server's own transport management.
    pub(super) async fn start() -> Self {
        let app = TestApp::start().await;
        let system = SubaccountId(app.cx.random.uuid());
        let new = NewSubaccount {
            name: "Cloud ALM".to_owned(),
            region: REGIONS[0].to_owned(),
            subdomain: Some(TENANT.to_owned()),
            ..NewSubaccount::default()
        };
        let made = account::create(&app.cx, Caller::system("test", system), new).await.expect("a subaccount");
        let subaccount = made.1.id;
        for service in ["sapcloudalm", "alm-ts", "SAPCloudALMAPIs"] {
            let amount = (service == "SAPCloudALMAPIs").then_some(5.0);
            let wish = quota::QuotaChange { enable: amount.is_none().then_some(true), amount };
            let (service, plan) = (service.to_owned(), "standard".to_owned());
            let assigning = Assigning { service, plan, unique_id: None, subaccount, wish, version: None };
            entitlement::assign(&app.cx, Caller::system("test", system), vec![assigning])
                .await
                .expect("an entitlement");
        }
        for service in ["sapcloudalm", "alm-ts"] {
            let caller = Caller::system("test", subaccount);
            subscription::subscribe(&app.cx, caller, service, "standard", Map::new()).await.expect("a subscription");
        }
        let cx = app.cx.clone();
        Self { app, subaccount, cx }
    }

    /// With a transport management that does what the test says.
    pub(super) async fn with_fake() -> (Self, Fake) {
        let (mut land, fake) = (Self::start().await, Fake::start().await);
        land.redirect(&fake.url);
        (land, fake)
    }

    /// Has transport management and token service stand elsewhere.
    pub(super) fn redirect(&mut self, url: &str) {
        let cx = &self.app.cx;
        self.cx = Cx::new(Parts {
            db: cx.db.clone(),
            blobs: cx.blobs.clone(),
            http: cx.http.clone(),
            clock: cx.clock.clone(),
            random: cx.random.clone(),
            vault: cx.vault.clone(),
            settings: Settings::new(Addresses::new(url, None)),
        });
    }

    /// What the token of a person with these role templates would say.
    pub(super) fn identity(&self, name: &str, templates: &[&str]) -> Arc<Identity> {
        let email = name.to_owned();
        let person =
            Person { id: PersonId(uuid::Uuid::nil()), name: name.to_owned(), email, origin: "sap.default".into() };
        self.identity_with(Some(person), templates)
    }

    fn identity_with(&self, person: Option<Person>, scopes: &[&str]) -> Arc<Identity> {
        Arc::new(Identity {
            zone: Zone::Subaccount(self.subaccount),
            zone_name: TENANT.to_owned(),
            client_id: "producer".to_owned(),
            person,
            scopes: scopes.iter().map(|scope| format!("{}.{scope}", App::CloudAlm.id())).collect(),
            attributes: BTreeMap::new(),
            instance: None,
        })
    }

    /// A technical client with both scopes of the pass-through.
    pub(super) fn producer(&self) -> Arc<Identity> {
        self.identity_with(None, &[alm::CDM_DISPLAY, alm::CDM_MANAGE])
    }

    pub(super) fn person(&self, name: &str, templates: &[&str]) -> Caller<Work> {
        Caller::new(self.identity(name, templates)).expect("a role of Cloud ALM")
    }

    /// The team of the guide, each person named after the role.
    pub(super) fn lead(&self) -> Caller<Work> {
        self.person("lead", LEAD)
    }
    pub(super) fn developer(&self) -> Caller<Work> {
        self.person("developer", DEVELOPER)
    }
    pub(super) fn deployer(&self) -> Caller<Work> {
        self.person("deployer", DEPLOYER)
    }

    pub(super) async fn project(&self, access: Option<&str>) -> ProjectId {
        let member = |user: &str, role: &str| (user.to_owned(), role.to_owned());
        let members = vec![
            member("lead", "lead"),
            member("manager", "member"),
            member("deployer", "member"),
            member("developer", "viewer"),
            member("tester", "viewer"),
        ];
        let new = project::NewProject { name: "Integration".to_owned(), access: access.map(str::to_owned), members };
        project::create(&self.cx, self.person("admin", ADMIN), TENANT, new).await.expect("a project").id
    }

    pub(super) async fn feature_in(&self, project: ProjectId) -> FeatureId {
        let edit = Edit { title: Some("Pricing".to_owned()), ..Edit::default() };
        let new = NewFeature { project, edit, references: Vec::new() };
        feature::create(&self.cx, self.lead(), TENANT, new).await.expect("a feature").feature.id
    }

    /// A feature of the guide's project.
    pub(super) async fn feature(&self) -> FeatureId {
        self.feature_in(self.project(None).await).await
    }

    pub(super) async fn see(&self, id: FeatureId) -> Details {
        feature::get(&self.cx, self.lead(), TENANT, id).await.expect("the feature")
    }

    /// Labels and targets of a feature's transports.
    pub(super) async fn labels(&self, id: FeatureId) -> Vec<(String, String)> {
        let shown = |one: &feature::Transport| {
            (one.way.label(), one.way.target().map(|stop| stop.name.clone()).unwrap_or_default())
        };
        self.see(id).await.transports.iter().map(shown).collect()
    }

    pub(super) async fn step(&self, who: Caller<Work>, id: FeatureId, status: &str) -> engine::Result<Vec<String>> {
        let edit = Edit { status: Some(status.to_owned()), ..Edit::default() };
        feature::change(&self.cx, who, TENANT, id, edit).await.map(|(_, warnings)| warnings)
    }

    pub(super) async fn assign(&self, id: FeatureId, transport: i64) {
        transport::assign(&self.cx, self.developer(), TENANT, id, RequestId(transport)).await.expect("an assignment");
    }

    /// A feature in implementation with these transports.
    pub(super) async fn started_with(&self, transports: &[i64]) -> FeatureId {
        let id = self.feature().await;
        self.step(self.developer(), id, "IN_REALIZATION").await.expect("the start");
        for transport in transports {
            self.assign(id, *transport).await;
        }
        id
    }

    /// Headings and actors of a feature's history, newest first.
    pub(super) async fn history(&self, id: FeatureId) -> Vec<(String, String)> {
        let past = feature::past(&self.cx, self.lead(), TENANT, id).await.expect("the history");
        past.into_iter().map(|entry| (entry.heading, entry.actor)).collect()
    }

    /// Runs what is due with the redirected addresses, moving the clock by up to ten minutes.
    pub(super) async fn run_jobs(&self) {
        let end = self.cx.now().plus(std::time::Duration::from_secs(600));
        loop {
            engine::work::worker::run_due(&self.cx).await.expect("the store");
            let next: engine::Result<Option<model::Time>> =
                self.cx.db.read(async move |tx| Ok(store::work::next_change(tx).await?)).await;
            match next.expect("the store") {
                Some(at) if at <= end => self.cx.clock.advance_to(at),
                _ => return,
            }
        }
    }

    /// A token of a client with these scopes of Cloud ALM, over the wire.
    pub(super) async fn token(&self, scopes: &[&str]) -> String {
        self.token_of(App::CloudAlm, scopes).await
    }

    pub(super) async fn token_of(&self, app: App, scopes: &[&str]) -> String {
        let client_id = format!("client-{}", self.app.cx.random.uuid());
        let new = NewClient {
            client_id: client_id.clone(),
            zone: self.subaccount.into(),
            app_id: app.id().to_owned(),
            authorities: scopes.iter().map(|scope| format!("{}.{scope}", app.id())).collect(),
            grant_types: vec!["client_credentials".to_owned()],
            validity: clients::DEFAULT_VALIDITY,
            secret: "secret".to_owned(),
            instance: None,
        };
        let (vault, now) = (self.app.cx.vault.clone(), self.app.cx.now());
        let made = self.app.cx.db.write(async move |tx| {
            clients::register(tx, &vault, new, now).await.map(drop)?;
            Ok::<_, Error>(())
        });
        made.await.expect("a client");
        self.app.client_token(&format!("{}/uaa/{TENANT}", self.app.url), &client_id, "secret").await
    }

    /// A token of the administrator, who may do everything here, over the wire.
    pub(super) async fn person_token(&self) -> String {
        let name = self.app.first.administrator.user_name.clone();
        for collection in collections(App::CloudAlm) {
            let assignment = Assignment {
                zone: self.subaccount.into(),
                collection: collection.name.to_owned(),
                user_name: name.clone(),
                origin: "sap.default".to_owned(),
                create_if_missing: Some(PersonId(self.app.cx.random.uuid())),
                actor: "test".to_owned(),
            };
            let now = self.app.cx.now();
            let done = self.app.cx.db.write(async move |tx| roles::assign(tx, &assignment, now).await.map(drop));
            done.await.expect("an assignment");
        }
        self.app.admin_token(TENANT).await
    }

    /// DEV, TEST and PROD in the server's own transport management; imports into virtual nodes need no runtime.
    pub(super) async fn landscape(&self) {
        let token = self.token_of(App::TmsBackend, &[tms::DISPLAY, tms::LANDSCAPE_MANAGE]).await;
        let mut ids = Vec::new();
        for (name, upload, is_virtual) in [("DEV", true, false), ("TEST", true, true), ("PROD", false, true)] {
            let body = json!({ "name": name, "uploadAllowed": upload, "virtual": is_virtual, "forwardMode": "AUTO", "targets": [] });
            let made = self.app.post("/tms/v2/nodes").bearer(&token).json(&body).send().await.expect_status(201);
            ids.push(made.json()["id"].clone());
        }
        for (name, from, to) in [("one", 0, 1), ("two", 1, 2)] {
            let body = json!({ "name": name, "sourceNodeId": ids[from], "targetNodeId": ids[to] });
            let _ = self.app.post("/tms/v2/routes").bearer(&token).json(&body).send().await.expect_status(201);
        }
    }

    pub(super) fn pass(&self, method: &str, path: &str, token: &str) -> Request {
        self.app.request(method, &format!("{PASS}{path}")).bearer(token)
    }

    /// Uploads content through the pass-through and answers its id.
    pub(super) async fn upload(&self, token: &str, bytes: &[u8]) -> Value {
        let form = Form::new().part("file", Part::bytes(bytes.to_vec()).file_name("shop.mtar"));
        let sent = self.pass("POST", "/v2/files/upload", token).multipart(form).send().await;
        sent.expect_status(201).json()["fileId"].clone()
    }
}
