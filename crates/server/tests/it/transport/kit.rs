//! A subaccount with a client of each plan, and short words for what tests do in it.

use client::multipart::{Form, Part};
use engine::identity::client::{self as clients, NewClient};
use engine::identity::roles::{self, Assignment};
use engine::identity::zone;
use engine::platform::destination::right::WriteSubaccount;
use engine::platform::destination::write;
use engine::{Caller, Error, Settings};
use model::account::ZoneKind;
use model::role::platform::SUBACCOUNT_ADMINISTRATOR_RC;
use model::role::{App, collections, full_names, scopes_of_plan, templates};
use model::{PersonId, SubaccountId};
use serde_json::{Value, json};
use testkit::slp::Fake;
use testkit::{Answer, Request, TestApp, mtar};
use uuid::Uuid;

pub(super) const ZONE: SubaccountId = SubaccountId(Uuid::from_u128(0xa1));
pub(super) const OTHER: SubaccountId = SubaccountId(Uuid::from_u128(0xa2));
const SECRET: &str = "s3cr3t";

pub(super) struct Tms {
    pub(super) app: TestApp,
    /// Full access.
    pub(super) token: String,
}

impl Tms {
    pub(super) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// With a target behind the destination `d`.
    pub(super) async fn with_target() -> (Self, Fake) {
        let (tms, fake) = (Self::start().await, Fake::start().await);
        tms.destination("d", &fake).await;
        (tms, fake)
    }

    pub(super) async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        let app = TestApp::start_with(change).await;
        let (vault, now) = (app.cx.vault.clone(), app.cx.now());
        let admin = app.first.administrator.user_name.clone();
        let landscape = async move |tx: &mut store::Tx| {
            for (id, name) in [(ZONE, "tms"), (OTHER, "other")] {
                zone::create(tx, id.into(), name, ZoneKind::Subaccount, now).await?;
                for plan in ["standard", "export", "transport_operator"] {
                    clients::register(tx, &vault, client(id, name, plan), now).await?;
                }
            }
            roles::deliver(tx, ZONE.into(), App::Tms.id(), templates(App::Tms), collections(App::Tms), now).await?;
            roles::assign(tx, &assignment(SUBACCOUNT_ADMINISTRATOR_RC, &admin), now).await?;
            Ok::<_, Error>(())
        };
        app.cx.db.write(landscape).await.expect("the landscape");
        let token = app.client_token(&format!("{}/uaa/tms", app.url), "tms-standard", SECRET).await;
        Self { app, token }
    }

    /// The token of a plan's key in this subaccount.
    pub(super) async fn token_of(&self, plan: &str) -> String {
        self.token_in("tms", plan).await
    }

    /// The token of a plan's key in some subaccount.
    pub(super) async fn token_in(&self, zone: &str, plan: &str) -> String {
        let base = format!("{}/uaa/{zone}", self.app.url);
        self.app.client_token(&base, &format!("{zone}-{plan}"), SECRET).await
    }

    /// The token of a person who has one role, restricted to a node.
    pub(super) async fn person(&self, user: &str, template: &str, attribute: &str, node: &str) -> String {
        const V2: &str = "/uaa/tms/sap/rest/authorization/v2";
        let admin = self.app.admin_token("tms").await;
        let post = async |path: &str, body: Value| {
            let _ = self.app.post(&format!("{V2}/{path}")).bearer(&admin).json(&body).send().await.good();
        };
        let role = format!("{template} of {node}");
        let attributes =
            json!([{"attributeName": attribute, "attributeValueOrigin": "static", "attributeValues": [node]}]);
        post("roles", json!({"roleTemplateAppId": App::Tms.id(), "roleTemplateName": template, "name": role, "description": null, "attributeList": attributes})).await;
        let reference = json!({"roleTemplateAppId": App::Tms.id(), "roleTemplateName": template, "name": role});
        let unrestricted = json!({"roleTemplateAppId": App::Tms.id(), "roleTemplateName": template, "name": template});
        post("rolecollections", json!({"name": user, "description": "", "roleReferences": [reference, unrestricted]}))
            .await;
        let new = engine::identity::person::NewPerson {
            origin: String::new(),
            user_name: user.to_owned(),
            email: user.to_owned(),
            given: "Some".to_owned(),
            family: "Body".to_owned(),
            password: Some("correct horse".to_owned()),
        };
        engine::identity::person::create(&self.app.cx, new).await.expect("a person");
        let (assignment, now) = (assignment(user, user), self.app.cx.now());
        let assigned = self.app.cx.db.write(async move |tx| roles::assign(tx, &assignment, now).await.map(drop)).await;
        assigned.expect("an assignment");
        self.app.person_token("tms", user, "correct horse").await
    }

    /// The same with a fresh token, after the clock was moved far.
    pub(super) async fn again(mut self) -> Self {
        self.token = self.token_of("standard").await;
        self
    }

    pub(super) fn call(&self, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("/tms/v2/{path}")).bearer(&self.token)
    }

    pub(super) async fn get(&self, path: &str) -> Value {
        self.call("GET", path).good().await
    }

    pub(super) async fn post(&self, path: &str, body: Value) -> Answer {
        self.call("POST", path).json(&body).send().await
    }

    /// Uploads a file and answers its id.
    pub(super) async fn file(&self, name: &str, bytes: impl Into<Vec<u8>>) -> i64 {
        let form = Form::new().part("file", Part::bytes(bytes.into()).file_name(name.to_owned()));
        let answer = self.call("POST", "files/upload").multipart(form).send().await.expect_status(201);
        id(&answer.json()["fileId"])
    }

    /// Uploads an archive into a node's queue and answers the request.
    pub(super) async fn request(&self, node: &str) -> i64 {
        self.archive(node, "shop", "1.0.0").await
    }

    /// The same with an id and version of its own.
    pub(super) async fn archive(&self, node: &str, mta: &str, version: &str) -> i64 {
        let file = self.file(&format!("{mta}.mtar"), mtar(mta, version)).await;
        let answer = self.post("nodes/upload", upload(node, file)).await.expect_status(200).json();
        id(&answer["transportRequestId"])
    }

    /// A node that takes uploads.
    pub(super) async fn node(&self, name: &str, more: Value) -> i64 {
        let mut body = json!({"name": name, "uploadAllowed": true});
        if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
            body.extend(more);
        }
        id(&self.post("nodes", body).await.expect_status(201).json()["id"])
    }

    pub(super) async fn virtual_node(&self, name: &str, mode: &str) -> i64 {
        self.node(name, json!({"virtual": true, "forwardMode": mode})).await
    }

    /// A node that deploys through a destination.
    pub(super) async fn target_node(&self, name: &str, mode: &str, destination: &str) -> i64 {
        let targets = json!([{"contentType": "MTA", "destinationName": destination}]);
        self.node(name, json!({"forwardMode": mode, "targets": targets})).await
    }

    pub(super) async fn route(&self, source: i64, target: i64) -> i64 {
        let body = json!({"name": format!("{source} to {target}"), "sourceNodeId": source, "targetNodeId": target});
        id(&self.post("routes", body).await.expect_status(201).json()["id"])
    }

    /// A destination that leads to a fake deploy service.
    pub(super) async fn destination(&self, name: &str, fake: &Fake) {
        self.destination_at(name, &fake.url, "deployer", "pa55w0rd").await;
    }

    pub(super) async fn destination_at(&self, name: &str, url: &str, user: &str, password: &str) {
        let body = json!({
            "Name": name, "Type": "HTTP", "URL": url, "ProxyType": "Internet", "Authentication": "BasicAuthentication",
            "User": user, "Password": password
        });
        self.destination_of(&body).await;
    }

    pub(super) async fn destination_of(&self, body: &Value) {
        let destination = model::destination::validate::read(body).expect("a destination");
        let caller = Caller::<WriteSubaccount>::system("test", ZONE);
        write::create(&self.app.cx, caller, vec![destination]).await.expect("a destination");
    }

    pub(super) async fn no_destination(&self, name: &str) {
        let caller = Caller::<WriteSubaccount>::system("test", ZONE);
        write::delete(&self.app.cx, caller, name.to_owned()).await.expect("a destination");
    }

    /// `status` of each request of a queue that is in one of `codes`, in its order.
    pub(super) async fn queue(&self, node: i64, codes: &str) -> Vec<(i64, String)> {
        let answer = self.get(&format!("nodes/{node}/transportRequests?status={codes}")).await;
        let rows = answer["transportRequests"].as_array().expect("a list").clone();
        rows.iter().map(|row| (id(&row["id"]), row["status"].as_str().expect("a status").to_owned())).collect()
    }

    /// The whole queue.
    pub(super) async fn whole(&self, node: i64) -> Vec<(i64, String)> {
        self.queue(node, "in,ru,re,su,sk,wa,er,fa,de").await
    }

    pub(super) async fn status(&self, node: i64, request: i64) -> String {
        let answer = self.get(&format!("nodes/{node}/transportRequests/{request}")).await;
        answer["status"].as_str().expect("a status").to_owned()
    }

    pub(super) async fn operate(&self, node: i64, operation: &str, requests: &[i64]) -> Answer {
        self.post(&format!("nodes/{node}/transportRequests/{operation}"), json!({"transportRequests": requests})).await
    }

    /// Imports everything and answers the action.
    pub(super) async fn import_all(&self, node: i64) -> i64 {
        let path = format!("nodes/{node}/transportRequests/importAll");
        let answer = self.call("POST", &path).send().await.expect_status(200).json();
        id(&answer["actionId"])
    }

    pub(super) async fn action(&self, action: i64) -> Value {
        self.get(&format!("actions/{action}")).await
    }

    /// All lines of an action's log, oldest first: severity and text.
    pub(super) async fn lines(&self, action: i64) -> Vec<String> {
        let answer = self.get(&format!("actions/{action}/logs")).await;
        let mut lines: Vec<(i64, String)> = Vec::new();
        for log in answer["logs"].as_array().expect("logs") {
            let entities = log["entities"].as_array().expect("entities").iter();
            for part in std::iter::once(log).chain(entities) {
                for message in part["messages"].as_array().expect("messages") {
                    let text = format!(
                        "{} {}",
                        message["severity"].as_str().expect("a severity"),
                        message["message"].as_str().expect("a text")
                    );
                    lines.push((id(&message["id"]), text));
                }
            }
        }
        lines.sort();
        lines.into_iter().map(|(_, text)| text).collect()
    }

    /// Events of the audit trail, newest first.
    pub(super) async fn audit(&self) -> Vec<String> {
        let rows =
            self.app.cx.db.read(async move |tx| Ok::<_, Error>(store::audit::page(tx, None, None, 1_000).await?));
        rows.await.expect("the trail").into_iter().map(|row| format!("{} {}", row.event, row.object)).collect()
    }
}

pub(super) fn rows<const N: usize>(rows: [(i64, &str); N]) -> Vec<(i64, String)> {
    rows.into_iter().map(|(id, status)| (id, status.to_owned())).collect()
}

pub(super) fn id(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("no number: {value}"))
}

pub(super) fn upload(node: &str, file: i64) -> Value {
    json!({
        "nodeName": node, "contentType": "MTA", "storageType": "FILE", "description": "shop 4.1", "namedUser": "ci",
        "entries": [{"uri": file.to_string()}]
    })
}

fn client(zone: SubaccountId, name: &str, plan: &str) -> NewClient {
    NewClient {
        client_id: format!("{name}-{plan}"),
        zone: zone.into(),
        app_id: App::TmsBackend.id().to_owned(),
        authorities: full_names(&scopes_of_plan("transport", plan, &[]).expect("a plan")),
        grant_types: vec!["client_credentials".to_owned()],
        validity: std::time::Duration::from_secs(86_400),
        secret: SECRET.to_owned(),
        instance: None,
    }
}

fn assignment(collection: &str, user: &str) -> Assignment {
    Assignment {
        zone: ZONE.into(),
        collection: collection.to_owned(),
        user_name: user.to_owned(),
        origin: "sap.default".to_owned(),
        create_if_missing: Some(PersonId(Uuid::from_u128(0xf00))),
        actor: "test".to_owned(),
    }
}
