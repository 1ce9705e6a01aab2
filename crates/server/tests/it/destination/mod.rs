//! Stories of the Destination service and of the connection check.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod check;
mod find;
mod level;
mod people;
mod secrecy;

use engine::Error;
use engine::identity::client::{self, NewClient};
use engine::identity::zone;
use model::account::ZoneKind;
use model::role::App;
use model::{InstanceId, ZoneId};
use serde_json::{Value, json};
use testkit::{Request, TestApp};

pub(crate) const FIND: &str = "/destination-configuration/v1/destinations";
pub(crate) const SUBACCOUNT: &str = "/destination-configuration/v1/subaccountDestinations";
pub(crate) const INSTANCE: &str = "/destination-configuration/v1/instanceDestinations";
pub(crate) const NOT_FOUND: &str = "Configuration with the specified name was not found";

/// A subaccount with an instance of the Destination service in it.
pub(crate) struct Tenant<'a> {
    pub(crate) app: &'a TestApp,
    pub(crate) guid: String,
    pub(crate) instance: String,
    pub(crate) token: String,
}

/// What the client of a `destination`/`lite` instance may do.
fn lite() -> Vec<String> {
    model::role::scopes_of_plan("destination", "lite", &[]).unwrap().into_iter().map(|scope| scope.full()).collect()
}

impl<'a> Tenant<'a> {
    pub(crate) async fn new(app: &'a TestApp, name: &str) -> Self {
        Self::with_scopes(app, name, lite()).await
    }

    pub(crate) async fn with_scopes(app: &'a TestApp, name: &str, scopes: Vec<String>) -> Self {
        let (guid, instance) = (app.cx.random.uuid(), app.cx.random.uuid());
        let now = app.cx.now();
        let zone_name = name.to_owned();
        let made: Result<(), Error> = app
            .cx
            .db
            .write(async move |tx| zone::create(tx, ZoneId(guid), &zone_name, ZoneKind::Subaccount, now).await)
            .await;
        made.unwrap();
        let id = format!("sb-clone{instance}!b1|{}", App::Destination.id());
        register(app, NewClient { authorities: scopes, ..client(&id, ZoneId(guid), Some(InstanceId(instance))) }).await;
        let token = app.client_token(&app.cx.addresses().uaa(name), &id, "instance-secret").await;
        Self { app, guid: guid.to_string(), instance: instance.to_string(), token }
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> Request {
        self.app.request(method, path).bearer(&self.token)
    }

    pub(crate) async fn create(&self, destination: &Value) {
        let answer = self.request("POST", SUBACCOUNT).json(destination).send().await;
        assert_eq!(answer.status, 201, "{}", answer.text());
    }

    pub(crate) async fn find(&self, name: &str) -> Value {
        self.request("GET", &format!("{FIND}/{name}")).good().await
    }
}

pub(crate) fn client(id: &str, zone: ZoneId, instance: Option<InstanceId>) -> NewClient {
    NewClient {
        client_id: id.to_owned(),
        zone,
        app_id: App::Destination.id().to_owned(),
        authorities: Vec::new(),
        grant_types: vec!["client_credentials".into()],
        validity: client::DEFAULT_VALIDITY,
        secret: "instance-secret".into(),
        instance,
    }
}

pub(crate) async fn register(app: &TestApp, new: NewClient) {
    let (vault, now) = (app.cx.vault.clone(), app.cx.now());
    let made: Result<(), Error> = app.cx.db.write(async move |tx| client::register(tx, &vault, new, now).await).await;
    made.unwrap();
}

pub(crate) fn open(name: &str, url: &str) -> Value {
    json!({"Name": name, "Type": "HTTP", "URL": url, "ProxyType": "Internet", "Authentication": "NoAuthentication"})
}

pub(crate) fn oauth(name: &str, url: &str, token_url: &str) -> Value {
    json!({
        "Name": name, "Type": "HTTP", "URL": url, "ProxyType": "Internet", "Authentication": "OAuth2ClientCredentials",
        "tokenServiceURLType": "Dedicated", "tokenServiceURL": token_url,
        "clientId": "sb-c!b1|app!b2", "clientSecret": "dest-s3cr3t",
    })
}
