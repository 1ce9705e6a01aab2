//! What the Content Agent exports, the deploy service takes: each kind of content, and all together.

use super::kit::{Land, is_finished, said};
use crate::content::land::{self as source, Tenant};
use serde_json::{Value, json};

/// A subaccount with a tenant and a Content Agent, on the same server as the target.
pub(super) struct Source<'a> {
    land: &'a Land,
    pub(super) tenant: Tenant<'a>,
    agent: String,
    destinations: String,
}

impl<'a> Source<'a> {
    pub(super) async fn start(land: &'a Land) -> Self {
        let app = &land.kit.app;
        let tenant = source::tenant(app, "agent").await;
        let agent = source::client_token(app, "agent", tenant.zone, "content-agent", &[]).await;
        let destinations = source::client_token(app, "agent", tenant.zone, "destination", &[]).await;
        let this = Self { land, tenant, agent, destinations };
        let roles = ["WorkspacePackagesTransport", "WorkspacePackagesRead", "WorkspacePackagesEdit"];
        let id = source::client_of(app, this.tenant.zone, "it-rt", "api", &roles).await;
        this.destination(&json!({
            "Name": "CloudIntegration", "Type": "HTTP", "ProxyType": "Internet", "clientId": id, "clientSecret": "secret",
            "URL": format!("{}/cpi/agent/api/1.0/transportmodule/Transport", app.url),
            "Authentication": "OAuth2ClientCredentials", "tokenServiceURLType": "Dedicated",
            "tokenServiceURL": format!("{}/uaa/agent/oauth/token", app.url),
        }))
        .await;
        this
    }

    pub(super) async fn destination(&self, properties: &Value) {
        let path = "/destination-configuration/v1/subaccountDestinations";
        let made = self.land.kit.app.post(path).bearer(&self.destinations).json(properties).send().await;
        let _ = made.expect_status(201);
    }

    /// With a destination, and two packages of two flows each.
    pub(super) async fn with_content(land: &'a Land) -> Self {
        let this = Self::with_backend(land).await;
        for package in ["P", "Q"] {
            this.tenant.package(package).await;
            this.tenant.flow(package, &format!("{package}Flow")).await;
            this.tenant.flow(package, &format!("{package}Other")).await;
        }
        this
    }

    async fn with_backend(land: &'a Land) -> Self {
        land.kit.entitle_in(&land.kit.subaccount, "destination", "lite").await;
        let this = Self::start(land).await;
        this.destination(&backend()).await;
        this
    }

    /// Replaces a destination.
    pub(super) async fn replaced(&self, properties: &Value) {
        let path = "/destination-configuration/v1/subaccountDestinations";
        let put = self.land.kit.app.request("PUT", path).bearer(&self.destinations).json(properties);
        let _ = put.send().await.expect_status(200);
    }

    /// An export of these resources that went well: its process.
    pub(super) async fn exported(&self, mode: &str, resources: Value, description: &str) -> String {
        let app = &self.land.kit.app;
        let body = json!({"exportMode": mode, "exportMediaType": "MTAR", "contentResources": resources,
            "description": description});
        let request = app.post("/content-agent/v1/contentResources/export").bearer(&self.agent).json(&body);
        let id = request.good().await["processId"].as_str().unwrap().to_owned();
        app.run_jobs().await;
        let operation = app.get(&format!("/content-agent/v1/operations/{id}?messages=true")).bearer(&self.agent);
        let ended = operation.good().await;
        assert_eq!(ended["state"], "FINISHED", "{ended}");
        id
    }

    /// The archive of an export of these resources.
    pub(super) async fn export(&self, resources: Value) -> Vec<u8> {
        let app = &self.land.kit.app;
        let id = self.exported("download", resources, "costs ${5} and ~{more}").await;
        let config = app.get(&format!("/content-agent/v1/operations/{id}/config")).bearer(&self.agent).good().await;
        let path = format!("/content-agent/v1/operations/{id}/file/{}", config["fileID"].as_str().unwrap());
        app.get(&path).bearer(&self.agent).send().await.expect_status(200).bytes
    }
}

/// A destination of the target subaccount, with its secrets.
pub(super) async fn arrived(land: &Land, name: &str) -> Option<Value> {
    let token =
        source::client_token(&land.kit.app, "dev", land.kit.subaccount.parse().unwrap(), "destination", &[]).await;
    let path = format!("/destination-configuration/v1/subaccountDestinations/{name}");
    let answer = land.kit.app.get(&path).bearer(&token).send().await;
    if answer.status == 404 {
        return None;
    }
    Some(answer.good())
}

/// As people and pipelines keep it: with marks that look like placeholders.
fn backend() -> Value {
    json!({"Name": "Backend", "Type": "HTTP", "URL": "https://x.example/${tenant}", "ProxyType": "Internet",
        "Authentication": "BasicAuthentication", "User": "u", "Password": "s3cr3t", "Description": "~{a/b}"})
}

#[tokio::test]
async fn destinations_arrive_without_their_secrets_and_keep_those_of_the_target() {
    let land = Land::start().await;
    let source = Source::with_backend(&land).await;
    let archive = source.export(json!([{"id": "Backend", "type": "Destination"}])).await;
    let task = land.deploy(archive, &[]).await.1;
    is_finished(&task);
    let text = said(&task);
    assert!(text.contains("Created destination \"Backend\" of the subaccount"), "{text}");
    assert!(text.contains("Warning: destination \"Backend\" has no Password"), "{text}");
    let made = arrived(&land, "Backend").await.expect("the destination");
    assert_eq!((&made["URL"], &made["Description"]), (&json!("https://x.example/${tenant}"), &json!("~{a/b}")));
    assert_eq!(made.get("Password"), None);
    // Somebody sets the secret; the next transport does not take it away.
    let token =
        source::client_token(&land.kit.app, "dev", land.kit.subaccount.parse().unwrap(), "destination", &[]).await;
    let mut with_secret = made.clone();
    with_secret["Password"] = json!("of the target");
    with_secret["URL"] = json!("https://old.example");
    let path = "/destination-configuration/v1/subaccountDestinations";
    let _ = land.kit.app.request("PUT", path).bearer(&token).json(&with_secret).send().await.expect_status(200);
    let archive = source.export(json!([{"id": "Backend", "type": "Destination"}])).await;
    let task = land.deploy(archive, &[("versionRule", "ALL")]).await.1;
    is_finished(&task);
    assert!(said(&task).contains("Updated destination \"Backend\""), "{}", said(&task));
    let path = "/destination-configuration/v1/destinations/Backend";
    let found = land.kit.app.get(path).bearer(&token).good().await;
    let configuration = &found["destinationConfiguration"];
    assert_eq!((&configuration["Password"], &configuration["URL"]), (&json!("of the target"), &backend()["URL"]));
}

#[tokio::test]
async fn every_kind_of_content_and_all_together_are_deployed() {
    let land = Land::start().await;
    let source = Source::with_content(&land).await;
    let whole = json!({"id": "P", "type": "Cloud Integration", "subType": "package"});
    let part = json!({"id": "Q", "type": "CloudIntegration", "components": [{"id": "QFlow", "name": "QFlow", "selected": true}]});
    let destination = json!({"id": "Backend", "type": "Destination"});
    for (at, resources) in
        [json!([whole]), json!([part]), json!([whole, part]), json!([destination, part, whole])].into_iter().enumerate()
    {
        let archive = source.export(resources).await;
        let task = land.deploy(archive, &[("versionRule", "ALL")]).await.1;
        is_finished(&task);
        assert!(!said(&task).contains("403"), "{at}: {}", said(&task));
    }
    for flow in ["P", "Q"] {
        assert!(land.version(flow).await.is_some(), "{flow}");
    }
    assert!(arrived(&land, "Backend").await.is_some());
}

/// The reference's own example: an extension of the target sets values of a flow.
#[tokio::test]
async fn values_of_a_target_are_set_in_what_was_exported() {
    let land = Land::start().await;
    let source = Source::start(&land).await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("host", "dev")]).await;
    let _ = source.tenant.import(&package).await.expect_status(201);
    let archive = source.export(json!([{"id": "Alpha", "type": "Cloud Integration"}])).await;
    // First without values, as the first transport into a new target is.
    is_finished(&land.deploy(archive.clone(), &[]).await.1);
    let extension = "_schema-version: '3.1'\nID: cpi.Alpha.test\nextends: cpi.Alpha\nmodules:\n  - name: Alpha\n    \
        parameters:\n      configuration-values:\n        AlphaFlow: {host: test}\n";
    let file = land.upload("test.mtaext", extension.as_bytes().to_vec()).await;
    let task = land.deploy(archive, &[(client::deploy::EXTENSIONS, &file), ("versionRule", "ALL")]).await.1;
    is_finished(&task);
    assert_eq!(land.values("Alpha").await["host"], "test");
}
