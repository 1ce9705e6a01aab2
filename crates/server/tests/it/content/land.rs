//! What the stories stand on: tenants with people and clients in them, and content to fill them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::Caller;
use engine::content::package::{self, PackageChange};
use engine::content::rights::EditPackages;
use engine::content::tenant;
use engine::identity::person::{self, NewPerson};
use engine::identity::roles::{self, Assignment};
use engine::identity::zone::{self, Realm};
use engine::identity::{client, grant};
use engine::platform::account::{NewSubaccount, create as create_subaccount};
use engine::platform::entitlement::{self, Assigning};
use engine::platform::subscription;
use model::account::{REGIONS, quota};
use model::role::{self, App};
use model::{PersonId, SubaccountId, ZoneId};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use testkit::{Answer, Request, TestApp};
use uuid::Uuid;

/// Everything somebody who develops, operates and transports may do.
pub const ALL_ROLES: [&str; 9] = [
    "WorkspacePackagesRead",
    "WorkspacePackagesEdit",
    "WorkspacePackagesConfigure",
    "WorkspacePackagesTransport",
    "WorkspaceArtifactsDeploy",
    "MonitoringDataRead",
    "WorkspaceArtifactLocksRead",
    "WorkspaceArtifactLocksDelete",
    "WebToolingSettingsProductProfiles.savetenantconfiguration",
];

pub const PASSWORD: &str = "Welcome1!";

/// A tenant, and somebody with a bearer token in it.
pub struct Tenant<'a> {
    pub app: &'a TestApp,
    pub name: String,
    pub zone: Uuid,
    pub token: String,
}

/// A tenant whose client may do everything.
pub async fn tenant<'a>(app: &'a TestApp, name: &str) -> Tenant<'a> {
    let zone = make_zone(app, name).await;
    let token = client_token(app, name, zone, "it-rt", &ALL_ROLES).await;
    Tenant { app, name: name.to_owned(), zone, token }
}

/// A subaccount that is subscribed to Cloud Integration.
async fn make_zone(app: &TestApp, name: &str) -> Uuid {
    let subaccount = SubaccountId(subaccount(app, name).await);
    let system = SubaccountId(app.cx.random.uuid());
    let assigning = Assigning {
        service: "integrationsuite".to_owned(),
        plan: "enterprise_agreement".to_owned(),
        unique_id: None,
        subaccount,
        wish: quota::QuotaChange { enable: Some(true), amount: None },
        version: None,
    };
    entitlement::assign(&app.cx, Caller::system("test", system), vec![assigning]).await.expect("an entitlement");
    let caller = Caller::system("test", subaccount);
    let plan = "enterprise_agreement";
    subscription::subscribe(&app.cx, caller, "integrationsuite", plan, Map::new()).await.expect("a subscription");
    subaccount.0
}

/// A subaccount.
pub async fn subaccount(app: &TestApp, name: &str) -> Uuid {
    let new = NewSubaccount {
        name: name.to_owned(),
        region: REGIONS[0].to_owned(),
        subdomain: Some(name.to_owned()),
        ..NewSubaccount::default()
    };
    let system = SubaccountId(app.cx.random.uuid());
    let made = create_subaccount(&app.cx, Caller::system("test", system), new).await.expect("a subaccount");
    made.1.id.0
}

/// A client of a service, with the secret `secret`.
pub async fn client_of(app: &TestApp, zone: Uuid, service: &str, plan: &str, roles: &[&str]) -> String {
    let roles: Vec<String> = roles.iter().map(|role| (*role).to_owned()).collect();
    let scopes = role::scopes_of_plan(service, plan, &roles).expect("known roles");
    let instance = app.cx.random.uuid().to_string();
    let app_id = App::of_service(service).expect("a service").clone_id(&instance);
    let new = client::NewClient {
        client_id: format!("sb-{app_id}"),
        zone: ZoneId(zone),
        app_id,
        authorities: role::full_names(&scopes),
        grant_types: vec!["client_credentials".to_owned()],
        validity: client::DEFAULT_VALIDITY,
        secret: "secret".to_owned(),
        instance: None,
    };
    let (vault, now, id) = (app.cx.vault.clone(), app.cx.now(), new.client_id.clone());
    let made: engine::Result<()> = app.cx.db.write(async move |tx| client::register(tx, &vault, new, now).await).await;
    made.expect("a client");
    id
}

/// A token of an `it-rt` client with these roles.
pub async fn client_token(app: &TestApp, name: &str, zone: Uuid, service: &str, roles: &[&str]) -> String {
    let plan = match service {
        "it-rt" => "api",
        "destination" => "lite",
        _ => "standard",
    };
    let id = client_of(app, zone, service, plan, roles).await;
    token(app, name, &[(id.as_str(), "secret")], &[("grant_type", "client_credentials")]).await
}

async fn token(app: &TestApp, zone: &str, basic: &[(&str, &str)], params: &[(&str, &str)]) -> String {
    let realm: Realm = zone::realm(&app.cx, zone).await.expect("a zone");
    let own = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    };
    let params: BTreeMap<String, String> = own(params).into_iter().collect();
    let request = grant::Request { basic: own(basic), params };
    grant::grant(&app.cx, &realm, &request).await.expect("a token").issued.access_token
}

impl Tenant<'_> {
    /// A role collection with one role of the tenant.
    pub async fn collection(&self, name: &str, template: &str) {
        let (zone, now) = (ZoneId(self.zone), self.app.cx.now());
        let role: &'static str = Box::leak(template.to_owned().into_boxed_str());
        let name: &'static str = Box::leak(name.to_owned().into_boxed_str());
        let roles: &'static [(App, &'static str)] = Box::leak(Box::new([(App::Integration, role)]));
        let collection = role::Collection { name, description: name, roles, read_only: false };
        let done: engine::Result<()> = self
            .app
            .cx
            .db
            .write(async move |tx| roles::deliver(tx, zone, App::Integration.id(), &[], &[collection], now).await)
            .await;
        done.expect("a role collection");
    }

    /// A person of this tenant, with these role collections.
    pub async fn person(&self, name: &str, collections: &[&str]) {
        let new = NewPerson { user_name: name.to_owned(), password: Some(PASSWORD.to_owned()), ..NewPerson::default() };
        person::create(&self.app.cx, new).await.expect("a person");
        for collection in collections {
            let assignment = Assignment {
                zone: ZoneId(self.zone),
                collection: (*collection).to_owned(),
                user_name: name.to_owned(),
                origin: "sap.default".to_owned(),
                create_if_missing: Some(PersonId(self.app.cx.random.uuid())),
                actor: "test".to_owned(),
            };
            let now = self.app.cx.now();
            let done: engine::Result<()> =
                self.app.cx.db.write(async move |tx| roles::assign(tx, &assignment, now).await.map(drop)).await;
            done.expect("an assignment");
        }
    }

    /// A token of a person, as of our own public client.
    pub async fn person_token(&self, name: &str) -> String {
        let params = [("grant_type", "password"), ("username", name), ("password", PASSWORD)];
        token(self.app, &self.name, &[("ropeway", "")], &params).await
    }

    /// A call of the OData service, with the tenant's token, for JSON.
    pub fn call(&self, method: &str, path: &str) -> Request {
        self.anonymous(method, path).bearer(&self.token).header("accept", "application/json")
    }

    pub fn get(&self, path: &str) -> Request {
        self.call("GET", path)
    }

    pub fn anonymous(&self, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("/cpi/{}/api/v1/{path}", self.name))
    }

    /// An empty package.
    pub async fn package(&self, id: &str) {
        let body = json!({"Id": id, "Name": id, "ShortText": "test"});
        let answer = self.call("POST", "IntegrationPackages").json(&body).send().await;
        assert_eq!(answer.status, 201, "{}", answer.text());
    }

    /// A flow without content of its own.
    pub async fn flow(&self, package: &str, id: &str) {
        let body = json!({"Id": id, "Name": id, "PackageId": package});
        let answer = self.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await;
        assert_eq!(answer.status, 201, "{}", answer.text());
    }

    /// Imports an export zip.
    pub async fn import(&self, zip: &[u8]) -> Answer {
        let body = json!({"PackageContent": STANDARD.encode(zip)});
        self.call("POST", "IntegrationPackages?Overwrite=true").json(&body).send().await
    }

    /// The export zip of a package.
    pub async fn export(&self, package: &str) -> Vec<u8> {
        self.get(&format!("IntegrationPackages('{package}')/$value")).send().await.expect_status(200).bytes
    }

    /// The value of a parameter of a flow.
    pub async fn value(&self, flow: &str, key: &str) -> String {
        let path = format!("IntegrationDesigntimeArtifacts(Id='{flow}',Version='active')/Configurations");
        let list = self.get(&path).good().await;
        let found = results(&list).into_iter().find(|one| one["ParameterKey"] == key);
        found.unwrap_or_else(|| panic!("no {key} in {list}"))["ParameterValue"].as_str().expect("text").to_owned()
    }
}

/// Packages `P0000`, `P0001`, …, past the wire because there are many.
pub async fn many_packages(tenant: &Tenant<'_>, number: usize) {
    let caller = Caller::<EditPackages>::system("test", SubaccountId(tenant.zone));
    let place = tenant::open(&tenant.app.cx, &caller, &tenant.zone.to_string()).await.expect("the tenant");
    let wish = |id: &str| PackageChange {
        name: Some(id.to_owned()),
        version: None,
        attributes: BTreeMap::from([(package::SHORT_TEXT, "x".to_owned())]),
    };
    let each = (0..number).map(|number| {
        let id = format!("P{number:04}");
        let wish = wish(&id);
        package::create(&tenant.app.cx, &caller, &place, id, wish)
    });
    for made in futures_util::future::join_all(each).await {
        made.expect("a package");
    }
}

pub fn results(list: &Value) -> Vec<Value> {
    list["d"]["results"].as_array().unwrap_or_else(|| panic!("no list: {list}")).clone()
}

/// The real packages, unless they are not there and nobody demands them.
pub fn real(name: &str) -> Option<Vec<u8>> {
    let folder = match std::env::var_os("ROPEWAY_PACKAGES") {
        Some(demanded) => PathBuf::from(demanded),
        None => {
            let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/packages");
            if !beside.is_dir() {
                println!("the real packages are not there: nothing tested");
                return None;
            }
            beside
        }
    };
    Some(std::fs::read(folder.join(name)).expect(name))
}
