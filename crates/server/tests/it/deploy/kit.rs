//! A target space with a tenant behind it, and a tenant where packages come from.

use crate::cf::kit::{Kit, PASSWORD, guid};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use client::deploy::{self as slp, NewProcess, Run, State, Task};
use client::{Auth, Target};
use futures_util::{FutureExt, StreamExt, stream};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;
use testkit::mta::{self, Descriptor, PackageModule, Payload, Stamp};

pub(super) const USER: &str = "deploy@example.org";
pub(super) const ORG: &str = "My Org/X";
/// As it stands in a path.
pub(super) const ORG_SEGMENT: &str = "My%20Org%2FX";
const READ: [&str; 4] =
    ["WorkspacePackagesRead", "WorkspacePackagesEdit", "WorkspacePackagesTransport", "WorkspaceArtifactLocksDelete"];

pub(super) struct Land {
    pub(super) kit: Kit,
    pub(super) space: String,
    /// A token that reads and writes packages in the target tenant; empty where there is no tenant.
    pub(super) target: String,
    source: String,
}

impl Land {
    /// A space whose subaccount has a tenant.
    pub(super) async fn start() -> Self {
        let mut land = Self::without_tenant().await;
        land.subscribe("dev", &land.kit.subaccount.clone()).await;
        land.target = land.tenant_token("dev", &land.space, "checks").await;
        land
    }

    /// A space whose subaccount has none yet.
    pub(super) async fn without_tenant() -> Self {
        let kit = Kit::start(ORG, &[("it-rt", "api"), ("destination", "lite")]).await;
        let space = kit.space("dev").await;
        let _ = kit.in_space("space_developer", USER, &space).await;
        let mut land = Self { kit, space, target: String::new(), source: String::new() };
        let source = land.kit.new_subaccount("src").await;
        for (service, plan) in [("cloudfoundry", "standard"), ("APPLICATION_RUNTIME", "MEMORY"), ("it-rt", "api")] {
            land.kit.entitle_in(&source, service, plan).await;
        }
        let org = land.kit.new_org("src", "src").await;
        let from = land.kit.space_in(&org, "s").await;
        land.subscribe("src", &source).await;
        land.source = land.tenant_token("src", &from, "reads").await;
        land
    }

    pub(super) async fn subscribe(&self, zone: &str, subaccount: &str) {
        self.kit.entitle_in(subaccount, "integrationsuite", "enterprise_agreement").await;
        let token = self.kit.app.admin_token(zone).await;
        let body = json!({"planName": "enterprise_agreement", "subscriptionParams": {}});
        let path = "/saas-manager/v1/applications/integrationsuite/subscription";
        let _ = self.kit.app.post(path).bearer(&token).json(&body).good().await;
    }

    /// A token of a client of the tenant, by an instance and a key in the space.
    pub(super) async fn tenant_token(&self, zone: &str, space: &str, name: &str) -> String {
        let kit = &self.kit;
        let plans = kit.get(&kit.admin, "/v3/service_plans?names=api&service_offering_names=it-rt").await.good();
        let body = json!({"type": "managed", "name": name, "parameters": {"roles": READ, "grant-types": ["client_credentials"]},
            "relationships": {"service_plan": {"data": {"guid": plans["resources"][0]["guid"]}}, "space": {"data": {"guid": space}}}});
        let job = kit.finished(&kit.admin, kit.post(&kit.admin, "/v3/service_instances", body).await).await;
        assert_eq!(job["state"], "COMPLETE", "{job}");
        let found =
            kit.get(&kit.admin, &format!("/v3/service_instances?names={name}&space_guids={space}")).await.good();
        let body = json!({"type": "key", "name": "k",
            "relationships": {"service_instance": {"data": {"guid": found["resources"][0]["guid"]}}}});
        let job = kit.finished(&kit.admin, kit.post(&kit.admin, "/v3/service_credential_bindings", body).await).await;
        assert_eq!(job["state"], "COMPLETE", "{job}");
        let path = format!("/v3/service_credential_bindings?service_instance_guids={}", guid(&found["resources"][0]));
        let key = guid(&kit.get(&kit.admin, &path).await.good()["resources"][0]);
        let details = kit.get(&kit.admin, &format!("/v3/service_credential_bindings/{key}/details")).await.good();
        let oauth = &details["credentials"]["oauth"];
        let text = |name: &str| oauth[name].as_str().expect("a key of it-rt").to_owned();
        let base = format!("{}/uaa/{zone}", kit.app.url);
        kit.app.client_token(&base, &text("clientid"), &text("clientsecret")).await
    }

    /// A package with one flow in the source tenant, as the tenant exports it.
    pub(super) async fn package(&self, id: &str) -> Vec<u8> {
        let odata = |method: &str, path: &str, body: Value| {
            let path = format!("/cpi/src/api/v1/{path}");
            self.kit
                .app
                .request(method, &path)
                .bearer(&self.source)
                .header("accept", "application/json")
                .json(&body)
                .send()
        };
        let made = odata("POST", "IntegrationPackages", json!({"Id": id, "Name": id, "ShortText": "test"})).await;
        let _ = made.expect_status(201);
        let flow = json!({"Id": format!("{id}Flow"), "Name": format!("{id}Flow"), "PackageId": id});
        let _ = odata("POST", "IntegrationDesigntimeArtifacts", flow).await.expect_status(201);
        self.export(id).await
    }

    /// Puts a flow with these parameters and defaults into a package of the source tenant, or replaces it.
    pub(super) async fn flow(&self, package: &str, values: &[(&str, &str)]) -> Vec<u8> {
        let id = format!("{package}Flow");
        let bytes = mta::bundle::minimal_bundle(&mta::ResourceType::IFlow, &id, &id).expect("a bundle");
        let values = values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let content = mta::Bundle::open(&bytes).expect("a bundle").with_values(&values).expect("a bundle");
        let body = json!({"Name": id, "ArtifactContent": STANDARD.encode(content)});
        let path = format!("/cpi/src/api/v1/IntegrationDesigntimeArtifacts(Id='{id}',Version='active')");
        let request = self.kit.app.request("PUT", &path).bearer(&self.source).json(&body);
        let _ = request.send().await.expect_status(200);
        self.export(package).await
    }

    /// The values in effect of the flow of a package in the target tenant.
    pub(super) async fn values(&self, package: &str) -> BTreeMap<String, String> {
        let path = format!("/cpi/dev/api/v1/IntegrationDesigntimeArtifacts(Id='{package}Flow',Version='active')");
        let request = self.kit.app.get(&format!("{path}/Configurations")).bearer(&self.target);
        let found = request.header("accept", "application/json").good().await;
        let text = |row: &Value, name: &str| row[name].as_str().expect("a text").to_owned();
        let rows = found["d"]["results"].as_array().expect("a list").iter();
        rows.map(|row| (text(row, "ParameterKey"), text(row, "ParameterValue"))).collect()
    }

    async fn export(&self, id: &str) -> Vec<u8> {
        let path = format!("/cpi/src/api/1.0/transportmodule/Transport/packages/{id}");
        self.kit.app.get(&path).bearer(&self.source).send().await.expect_status(200).bytes
    }

    /// The next version of a package's flow.
    pub(super) async fn next_version(&self, id: &str, version: &str) -> Vec<u8> {
        let path = format!(
            "/cpi/src/api/v1/IntegrationDesigntimeArtifactSaveAsVersion?Id='{id}Flow'&SaveAsVersion='{version}'"
        );
        let _ = self.kit.app.post(&path).bearer(&self.source).send().await.expect_status(200);
        self.export(id).await
    }

    /// The version of a package's flow in the target tenant; `None` when it is not there.
    pub(super) async fn version(&self, id: &str) -> Option<String> {
        let path = format!("/cpi/dev/api/v1/IntegrationDesigntimeArtifacts(Id='{id}Flow',Version='active')");
        let answer = self.kit.app.get(&path).bearer(&self.target).header("accept", "application/json").send().await;
        if answer.status == 404 {
            return None;
        }
        Some(answer.good()["d"]["Version"].as_str().expect("a version").to_owned())
    }

    pub(super) fn target(&self) -> Target {
        self.at(&format!("/deploy-service/slprot/{ORG_SEGMENT}/dev/slp"))
    }

    /// A target at any path, with the deploy user's credentials.
    pub(super) fn at(&self, path: &str) -> Target {
        let auth = Auth::Basic { user: USER.to_owned(), password: PASSWORD.to_owned() };
        Target::new("target", format!("{}{path}", self.kit.app.url), auth)
    }

    /// Uploads under a name and answers the id.
    pub(super) async fn upload(&self, name: &str, bytes: Vec<u8>) -> String {
        self.try_upload(&self.target(), name, bytes).await.expect("an upload")
    }

    pub(super) async fn try_upload(&self, to: &Target, name: &str, bytes: Vec<u8>) -> client::Result<String> {
        let length = bytes.len() as u64;
        let source: client::call::Source = Arc::new(move || {
            let bytes = bytes.clone();
            async move { Ok(stream::once(async move { Ok(bytes.into()) }).boxed()) }.boxed()
        });
        Ok(slp::upload(&self.kit.app.cx.http, to, name, length, source).await?.id)
    }

    pub(super) async fn begin(&self, parameters: &[(&str, &str)]) -> String {
        self.begin_at(slp::DEPLOY, parameters).await
    }

    pub(super) async fn begin_at(&self, service: &str, parameters: &[(&str, &str)]) -> String {
        let parameters = parameters.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect();
        let new = NewProcess { service: service.to_owned(), parameters };
        slp::start(&self.kit.app.cx.http, &self.target(), &new).await.expect("a process")
    }

    pub(super) async fn task(&self, process: &str) -> Task {
        self.task_at(slp::DEPLOY, process).await
    }

    pub(super) async fn task_at(&self, service: &str, process: &str) -> Task {
        slp::task(&self.kit.app.cx.http, &self.target(), Run { service, process }).await.expect("a task")
    }

    pub(super) async fn act(&self, process: &str, action: &str) -> client::Result<()> {
        let run = Run { service: slp::DEPLOY, process };
        slp::act(&self.kit.app.cx.http, &self.target(), run, action).await
    }

    /// Uploads, starts, works, and looks.
    pub(super) async fn deploy(&self, archive: Vec<u8>, more: &[(&str, &str)]) -> (String, Task) {
        let file = self.upload("demo.mtar", archive).await;
        let parameters = [&[(slp::ARCHIVE, file.as_str())], more].concat();
        let process = self.begin(&parameters).await;
        self.kit.app.run_jobs().await;
        let task = self.task(&process).await;
        (process, task)
    }

    /// The names of the instances in the target space.
    pub(super) async fn instances(&self) -> Vec<String> {
        let path = format!("/v3/service_instances?space_guids={}&order_by=name", self.space);
        crate::cf::kit::names(&self.kit.get(&self.kit.admin, &path).await.good())
    }
}

/// An archive of packages, one after the other.
pub(super) fn archive(version: &str, packages: &[(&str, &[u8])]) -> Vec<u8> {
    archive_with(version, packages, |_| {})
}

pub(super) fn archive_with(version: &str, packages: &[(&str, &[u8])], change: impl FnOnce(&mut Descriptor)) -> Vec<u8> {
    let mut modules: Vec<PackageModule> = packages.iter().map(|(id, _)| PackageModule::new(id, "1.0.0")).collect();
    for at in 1..modules.len() {
        modules[at].after = vec![modules[at - 1].package_id.clone()];
    }
    let mut descriptor = Descriptor::of_packages(&modules, "", Stamp::FIXED).expect("a descriptor");
    descriptor.id = "demo".to_owned();
    descriptor.version = version.to_owned();
    change(&mut descriptor);
    let payloads = packages.iter().map(|(id, bytes)| Payload::package(id, *bytes)).collect();
    mta::assemble(Cursor::new(Vec::new()), &descriptor, payloads, Stamp::FIXED).expect("an archive").into_inner()
}

pub(super) fn said(task: &Task) -> String {
    task.progress_messages.iter().map(|message| format!("{}\n", message.text)).collect()
}

#[track_caller]
pub(super) fn is_finished(task: &Task) {
    assert_eq!(task.state, State::Finished, "{:?}\n{}", task.error, said(task));
}

/// The kind and text of the failure that a task stands still after.
#[track_caller]
pub(super) fn failure(task: &Task) -> (String, String) {
    assert_eq!(task.state, State::Error, "{}", said(task));
    let failure = task.error.clone().expect("a failure");
    (failure.code, failure.text)
}
