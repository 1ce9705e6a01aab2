//! The whole chain over HTTP: the Content Agent exports, transport management imports, the deploy service deploys, and the
//! content is in the target; each of them found by a destination.

use super::hops::{Source, arrived};
use super::kit::{Land, ORG_SEGMENT, USER};
use crate::cf::kit::PASSWORD;
use crate::content::land as source;
use serde_json::{Value, json};

/// Transport management in the subaccount of the source: DEV in front of TEST, which deploys into the target.
struct Transports<'a> {
    source: &'a Source<'a>,
    land: &'a Land,
    token: String,
    test: i64,
}

impl<'a> Transports<'a> {
    async fn start(land: &'a Land, source: &'a Source<'a>) -> Self {
        let (app, zone) = (&land.kit.app, source.tenant.zone);
        let token = source::client_token(app, "agent", zone, "transport", &[]).await;
        let mut this = Self { source, land, token, test: 0 };
        source.destination(&json!({
            "Name": "TransportManagementService", "Type": "HTTP", "ProxyType": "Internet", "URL": format!("{}/tms", app.url),
            "Authentication": "OAuth2ClientCredentials", "clientSecret": "secret", "sourceSystemId": "DEV",
            "clientId": source::client_of(app, zone, "transport", "export", &[]).await,
            "tokenServiceURLType": "Dedicated", "tokenServiceURL": format!("{}/uaa/agent/oauth/token", app.url),
        }))
        .await;
        this.deploys_with(PASSWORD).await;
        let dev = this.post("nodes", json!({"name": "DEV", "virtual": true, "uploadAllowed": true})).await;
        let targets = json!([{"contentType": "MTA", "destinationName": "target"}]);
        let test = this.post("nodes", json!({"name": "TEST", "forwardMode": "MANUAL", "targets": targets})).await;
        this.test = test["id"].as_i64().unwrap();
        this.post("routes", json!({"name": "r", "sourceNodeId": dev["id"], "targetNodeId": test["id"]})).await;
        this
    }

    /// Creates the destination of the target.
    async fn deploys_with(&self, password: &str) {
        let url = format!("{}/deploy-service/slprot/{ORG_SEGMENT}/dev/slp", self.land.kit.app.url);
        self.source
            .destination(&json!({"Name": "target", "Type": "HTTP", "ProxyType": "Internet", "URL": url,
                "Authentication": "BasicAuthentication", "User": USER, "Password": password}))
            .await;
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let request = self.land.kit.app.post(&format!("/tms/v2/{path}")).bearer(&self.token).json(&body);
        let answer = request.send().await;
        assert!((200..300).contains(&answer.status), "{path}: {}", answer.text());
        answer.json()
    }

    /// Exports these resources and imports what arrives; the request's state in the target node.
    async fn transport(&self, resources: Value) -> Value {
        let app = &self.land.kit.app;
        self.source.exported("TransportManagementService", resources, "one story").await;
        let all = format!("nodes/{}/transportRequests", self.test);
        let action = self.post(&format!("{all}/importAll"), json!({})).await["actionId"].clone();
        app.run_jobs().await;
        let log = app.get(&format!("/tms/v2/actions/{action}/logs")).bearer(&self.token).send().await.text();
        let queue = app.get(&format!("/tms/v2/{all}?status=su,wa,er,fa,re,in")).bearer(&self.token).send().await.text();
        json!({"log": log, "queue": queue})
    }
}

#[tokio::test]
async fn what_the_content_agent_exports_arrives_through_a_transport_node() {
    let land = Land::start().await;
    let source = Source::with_content(&land).await;
    let transports = Transports::start(&land, &source).await;
    let package = |id: &str| json!({"id": id, "type": "Cloud Integration", "subType": "package"});
    let destination = json!({"id": "Backend", "type": "Destination"});
    // A package alone, a destination alone, and both together.
    let told = transports.transport(json!([package("P")])).await;
    assert!(land.version("P").await.is_some(), "{told}");
    let told = transports.transport(json!([destination])).await;
    assert!(arrived(&land, "Backend").await.is_some(), "{told}");
    let told = transports.transport(json!([destination, package("Q"), package("P")])).await;
    assert!(land.version("Q").await.is_some(), "{told}");
    assert!(!told.to_string().contains("fatal"), "{told}");
}
