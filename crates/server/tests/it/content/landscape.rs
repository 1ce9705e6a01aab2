//! A source tenant with its destinations, and a transport landscape DEV → TEST → PROD behind them.

use super::land::{self, Tenant};
use serde_json::{Map, Value, json};
use std::io::Cursor;
use testkit::mta::{self, Archive, Checked, Limits};
use testkit::{Request, TestApp};
use uuid::Uuid;

pub const DESTINATIONS: [&str; 3] = ["ContentAssemblyService", "CloudIntegration", "TransportManagementService"];

pub struct Landscape<'a> {
    pub dev: Tenant<'a>,
    pub app: &'a TestApp,
    /// Of the Content Agent, as its worker has it.
    pub agent: String,
    /// Of transport management.
    pub transport: String,
    destinations: String,
    alm: Uuid,
}

/// With nodes, routes, all three destinations and the transport mode set.
pub async fn landscape(app: &TestApp) -> Landscape<'_> {
    let mut landscape = bare(app).await;
    landscape.nodes().await;
    for name in DESTINATIONS {
        landscape.destination(name).await;
    }
    landscape.mode(json!("TransportManagementService")).await;
    landscape
}

/// The tenant, and nothing else.
pub async fn bare(app: &TestApp) -> Landscape<'_> {
    let dev = land::tenant(app, "dev").await;
    let alm = land::subaccount(app, "alm").await;
    let agent = land::client_token(app, "dev", dev.zone, "content-agent", &[]).await;
    let destinations = land::client_token(app, "dev", dev.zone, "destination", &[]).await;
    let transport = land::client_token(app, "alm", alm, "transport", &[]).await;
    Landscape { dev, app, agent, transport, destinations, alm }
}

impl Landscape<'_> {
    pub async fn mode(&self, mode: Value) {
        let path = format!("/api/v1/tenants/{}/transport-settings", self.dev.name);
        self.app.request("PUT", &path).bearer(&self.dev.token).json(&json!({"mode": mode})).good().await;
    }

    pub async fn nodes(&mut self) {
        let mut ids = Vec::new();
        for name in ["DEV", "TEST", "PROD"] {
            ids.push(self.node(name, name == "DEV").await);
        }
        for pair in ids.windows(2) {
            self.route(pair[0], pair[1]).await;
        }
    }

    pub async fn node(&self, name: &str, upload: bool) -> i64 {
        let body =
            json!({"name": name, "uploadAllowed": upload, "forwardMode": "AUTO", "virtual": true, "targets": []});
        let made = self.tms("POST", "/v2/nodes").json(&body).good().await;
        made["id"].as_i64().unwrap_or_else(|| panic!("no id: {made}"))
    }

    pub async fn route(&self, from: i64, to: i64) {
        let body = json!({"name": format!("R{from}_{to}"), "sourceNodeId": from, "targetNodeId": to});
        self.tms("POST", "/v2/routes").json(&body).good().await;
    }

    pub fn tms(&self, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("/tms{path}")).bearer(&self.transport)
    }

    /// What is in the queue of a node.
    pub async fn queue(&self, node: &str) -> Vec<Value> {
        let nodes = self.tms("GET", "/v2/nodes").good().await;
        let found = nodes["nodes"]
            .as_array()
            .expect("what the story made")
            .iter()
            .find(|n| n["name"] == node)
            .expect("what the story made")
            .clone();
        let path = format!("/v2/nodes/{}/transportRequests?status=in,ru,re,su,sk,wa,er,fa,de", found["id"]);
        self.tms("GET", &path).good().await["transportRequests"].as_array().expect("what the story made").clone()
    }

    /// One of the three, as a service key makes it.
    pub async fn destination(&self, name: &str) {
        let properties = self.properties(name).await;
        self.write(&properties).await;
    }

    pub async fn properties(&self, name: &str) -> Map<String, Value> {
        let (app, dev) = (self.app, self.dev.zone);
        let (url, zone, id) = match name {
            "ContentAssemblyService" => {
                ("/content-agent".to_owned(), "dev", land::client_of(app, dev, "content-agent", "standard", &[]).await)
            }
            "CloudIntegration" => {
                let roles = ["WorkspacePackagesTransport", "WorkspacePackagesRead", "WorkspacePackagesEdit"];
                let id = land::client_of(app, dev, "it-rt", "api", &roles).await;
                ("/cpi/dev/api/1.0/transportmodule/Transport".to_owned(), "dev", id)
            }
            _ => ("/tms".to_owned(), "alm", land::client_of(app, self.alm, "transport", "export", &[]).await),
        };
        let mut all = json!({
            "Name": name, "Type": "HTTP", "URL": format!("{}{url}", app.url), "ProxyType": "Internet",
            "Authentication": "OAuth2ClientCredentials", "clientId": id, "clientSecret": "secret",
            "tokenServiceURLType": "Dedicated", "tokenServiceURL": format!("{}/uaa/{zone}/oauth/token", app.url),
        });
        if name == "TransportManagementService" {
            all["sourceSystemId"] = json!("DEV");
        }
        all.as_object().expect("what the story made").clone()
    }

    /// Creates it, or replaces what is there.
    pub async fn write(&self, properties: &Map<String, Value>) {
        let path = "/destination-configuration/v1/subaccountDestinations";
        let name = properties["Name"].as_str().expect("what the story made");
        self.app.request("DELETE", &format!("{path}/{name}")).bearer(&self.destinations).send().await;
        let made = self.app.post(path).bearer(&self.destinations).json(properties).send().await;
        assert_eq!(made.status, 201, "{}", made.text());
    }

    pub fn agent(&self, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("/content-agent/v1{path}")).bearer(&self.agent)
    }

    /// Starts an export, runs it, and gives the operation as it ended.
    pub async fn export(&self, body: &Value) -> Value {
        let started = self.agent("POST", "/contentResources/export").json(body).send().await.expect_status(202).json();
        self.app.run_jobs().await;
        let id = started["processId"].as_str().expect("what the story made");
        self.agent("GET", &format!("/operations/{id}?messages=true")).good().await
    }

    pub async fn config(&self, operation: &Value) -> Value {
        self.agent(
            "GET",
            &format!("/operations/{}/config", operation["activityId"].as_str().expect("what the story made")),
        )
        .good()
        .await
    }

    /// The archive of an operation, as every receiver would check it.
    pub async fn archive(&self, operation: &Value) -> (Checked, Archive<Cursor<Vec<u8>>>) {
        let file = self.config(operation).await["fileID"].as_str().expect("a file").to_owned();
        let id = operation["activityId"].as_str().expect("what the story made");
        let answer =
            self.agent("GET", &format!("/operations/{id}/file/{file}")).header("accept", "application/octet-stream");
        let bytes = answer.send().await.expect_status(200).bytes;
        let mut archive = Archive::open(Cursor::new(bytes), Limits::default()).expect("what the story made");
        (mta::check(&mut archive).expect("what the story made"), archive)
    }

    pub async fn resource_id(&self, package: &str) -> String {
        let seen = self.dev.get(&format!("IntegrationPackages('{package}')")).good().await;
        seen["d"]["ResourceId"].as_str().expect("what the story made").to_owned()
    }
}

pub fn text(operation: &Value) -> String {
    operation["messages"].to_string()
}
