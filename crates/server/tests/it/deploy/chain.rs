//! The whole chain over HTTP: the Content Agent exports, transport management imports, the deploy service deploys, and the
//! content is in the target; each of them found by a destination.

use super::hops::{Source, arrived};
use super::kit::{Land, ORG_SEGMENT, USER};
use crate::cf::kit::PASSWORD;
use crate::content::land as source;
use client::multipart::{Form, Part};
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
        source.destination(&this.target(PASSWORD)).await;
        let dev = this.post("nodes", json!({"name": "DEV", "virtual": true, "uploadAllowed": true})).await;
        let targets = json!([{"contentType": "MTA", "destinationName": "target"}]);
        let test = this.post("nodes", json!({"name": "TEST", "forwardMode": "MANUAL", "targets": targets})).await;
        this.test = test["id"].as_i64().unwrap();
        this.post("routes", json!({"name": "r", "sourceNodeId": dev["id"], "targetNodeId": test["id"]})).await;
        this
    }

    /// The destination of the target.
    fn target(&self, password: &str) -> Value {
        let url = format!("{}/deploy-service/slprot/{ORG_SEGMENT}/dev/slp", self.land.kit.app.url);
        json!({"Name": "target", "Type": "HTTP", "ProxyType": "Internet", "URL": url,
            "Authentication": "BasicAuthentication", "User": USER, "Password": password})
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

/// All calls of our own services come from one address.
#[tokio::test]
async fn a_wrong_password_in_a_destination_locks_the_user_for_that_subaccount_only() {
    let land = Land::start().await;
    let source = Source::start(&land).await;
    source.tenant.package("P").await;
    source.tenant.flow("P", "PFlow").await;
    let (app, zone) = (&land.kit.app, source.tenant.zone);
    let transports = Transports::start(&land, &source).await;
    source.replaced(&transports.target("wrong")).await;
    let package = json!([{"id": "P", "type": "Cloud Integration", "subType": "package"}]);
    for _ in 0..5 {
        let told = transports.transport(package.clone()).await;
        assert!(told.to_string().contains("401"), "{told}");
    }
    let services = async |caller: Option<uuid::Uuid>| {
        let mark = caller.map(|zone| app.cx.vault.caller_mark(model::SubaccountId(zone))).unwrap_or_default();
        let call = app.get(&format!("/deploy-service/slprot/{ORG_SEGMENT}/dev/slp/services")).basic(USER, PASSWORD);
        call.header("x-ropeway-caller", &mark).send().await.status
    };
    assert_eq!(services(Some(zone)).await, 401, "locked for the subaccount whose destination is wrong");
    assert_eq!(services(Some(uuid::Uuid::from_u128(7))).await, 200, "not for another one");
    assert_eq!(services(None).await, 200, "nor for people at the same address");
    source.replaced(&transports.target(PASSWORD)).await;
    app.advance(std::time::Duration::from_secs(301));
    let told = transports.transport(package).await;
    assert!(land.version("P").await.is_some(), "{told}");
}

/// What the Content Agent hands to a person, the upload of transport management takes; and values of a target, which a
/// node holds as an extension descriptor, arrive with it.
#[tokio::test]
async fn a_downloaded_archive_is_uploaded_by_hand_and_deployed_with_the_values_of_its_node() {
    let land = Land::start().await;
    let source = Source::start(&land).await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("host", "dev")]).await;
    let _ = source.tenant.import(&package).await.expect_status(201);
    let archive = source.export(json!([{"id": "Alpha", "type": "Cloud Integration"}])).await;
    let transports = Transports::start(&land, &source).await;
    let app = &land.kit.app;
    let extension = "_schema-version: '3.1'\nID: cpi.Alpha.test\nextends: cpi.Alpha\nmodules:\n  - name: Alpha\n    \
        parameters:\n      configuration-values:\n        AlphaFlow: {host: test}\n";
    let form =
        |name: &str, bytes: &[u8]| Form::new().part("file", Part::bytes(bytes.to_vec()).file_name(name.to_owned()));
    let path = format!("/tms/v2/nodes/{}/mtaExtDescriptors", transports.test);
    let descriptor = form("test.mtaext", extension.as_bytes()).text("mtaVersion", "*");
    let call = app.post(&path).bearer(&transports.token).multipart(descriptor);
    let _ = call.send().await.expect_status(201);
    let call = app.post("/tms/v2/files/upload").bearer(&transports.token).multipart(form("alpha.mtar", &archive));
    let file = call.send().await.expect_status(201).json()["fileId"].to_string();
    let upload = json!({"nodeName": "DEV", "contentType": "MTA", "storageType": "FILE", "description": "by hand", "entries": [{"uri": file}]});
    transports.post("nodes/export", upload).await;
    let all = format!("nodes/{}/transportRequests/importAll", transports.test);
    transports.post(&all, json!({})).await;
    app.run_jobs().await;
    assert!(land.version("Alpha").await.is_some());
    assert_eq!(land.values("Alpha").await["host"], "test");
}
