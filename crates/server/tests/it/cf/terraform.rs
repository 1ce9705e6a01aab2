//! The calls of the Terraform provider `cloudfoundry/cloudfoundry` for a space, a user, roles, instances and a binding:
//! apply, change, import and destroy, in its order and with its bodies, and the fields that it makes its state of. They are
//! told from its source (`resource_*.go`, `types_*.go`); the provider itself cannot be had from the registries here.
//!
//! What it never reads back differs after an import with every Cloud Foundry: a user's password, an instance's parameters
//! and credentials, and `username` and `origin` of a role (which is replaced; say `user` instead).

use super::kit::{Kit, guid};
use serde_json::{Value, json};
use testkit::Answer;

const DORA: &str = "dora@tf.example";

/// What one configuration makes.
struct Made {
    space: String,
    user: String,
    roles: [String; 2],
    managed: String,
    provided: String,
    key: String,
}

struct Terraform {
    kit: Kit,
}

impl Terraform {
    async fn call(&self, method: &str, path: &str, body: Value) -> Answer {
        self.kit.call(&self.kit.admin, method, path).json(&body).send().await
    }

    async fn read(&self, path: &str) -> Value {
        self.kit.get(&self.kit.admin, path).await.expect_status(200).json()
    }

    /// Made by a job, and then found by name, as the only one.
    async fn made(&self, accepted: Answer, find: &str) -> String {
        assert_eq!(self.kit.finished(&self.kit.admin, accepted).await["state"], "COMPLETE");
        let found = self.read(find).await;
        assert_eq!(found["pagination"]["total_results"], 1, "{found}");
        guid(&found["resources"][0])
    }

    async fn deleted(&self, path: &str) {
        let answer = self.call("DELETE", path, Value::Null).await;
        if answer.status != 204 {
            assert_eq!(self.kit.finished(&self.kit.admin, answer).await["state"], "COMPLETE", "{path}");
        }
    }

    async fn space(&self) -> String {
        let body = json!({"name": "tf-dev", "relationships": {"organization": {"data": {"guid": self.kit.org}}},
            "metadata": {"labels": {"stage": "one"}, "annotations": null}});
        let space = guid(&self.call("POST", "/v3/spaces", body).await.expect_status(201).json());
        let ssh = format!("/v3/spaces/{space}/features/ssh");
        let _ = self.call("PATCH", &ssh, json!({"enabled": true})).await.expect_status(200);
        assert_eq!(self.read(&ssh).await["enabled"], true);
        let segment = self.read(&format!("/v3/spaces/{space}/relationships/isolation_segment")).await;
        assert_eq!(segment["data"], Value::Null);
        space
    }

    async fn user(&self) -> String {
        let query = "/cf-uaa/Users?count=100&filter=userName+eq+%22dora%40tf.example%22&startIndex=1";
        assert_eq!(self.kit.app.get(query).bearer(&self.kit.admin).good().await["totalResults"], 0);
        let body = json!({"password": "correct horse battery", "userName": DORA,
            "name": {"familyName": "Dev", "givenName": "Dora"}, "emails": [{"value": DORA, "primary": true}]});
        let made = self.kit.app.post("/cf-uaa/Users").bearer(&self.kit.admin).json(&body).good().await;
        let user = made["id"].as_str().unwrap().to_owned();
        let path = format!("/v3/users/{user}");
        assert_eq!(self.kit.get(&self.kit.admin, &path).await.status, 404);
        let body = json!({"guid": user, "metadata": {"labels": {"team": "one"}, "annotations": null}});
        let made = self.call("POST", "/v3/users", body).await.expect_status(201).json();
        assert_eq!(made["metadata"]["labels"]["team"], "one");
        user
    }

    async fn roles(&self, space: &str) -> [String; 2] {
        let person = json!({"data": {"username": DORA}});
        let (org, space) = (json!({"data": {"guid": self.kit.org}}), json!({"data": {"guid": space}}));
        let in_org = json!({"type": "organization_user", "relationships": {"organization": org, "user": person}});
        let in_space = json!({"type": "space_developer", "relationships": {"space": space, "user": person}});
        let first = self.call("POST", "/v3/roles", in_org).await.expect_status(201).json();
        [guid(&first), guid(&self.call("POST", "/v3/roles", in_space).await.expect_status(201).json())]
    }

    async fn instances(&self, space: &str) -> (String, String) {
        let (place, none) = (json!({"data": {"guid": space}}), json!({"labels": null, "annotations": null}));
        let body = json!({"type": "user-provided", "name": "tf-mine", "relationships": {"space": place},
            "metadata": none, "credentials": {"user": "one"}, "syslog_drain_url": "syslog://logs.example:514"});
        let _ = self.call("POST", "/v3/service_instances", body).await.expect_status(201);
        let named = |name: &str| format!("/v3/service_instances?names={name}&space_guids={space}");
        let provided = guid(&self.read(&named("tf-mine")).await["resources"][0]);
        let plans = self.read("/v3/service_plans?names=api&service_offering_names=it-rt").await;
        let plan = json!({"data": {"guid": plans["resources"][0]["guid"]}});
        let body = json!({"type": "managed", "name": "tf-rt", "relationships": {"service_plan": plan, "space": place},
            "metadata": none, "parameters": {"grant-types": ["client_credentials"], "roles": ["WorkspacePackagesRead"]}});
        let accepted = self.call("POST", "/v3/service_instances", body).await;
        (self.made(accepted, &named("tf-rt")).await, provided)
    }

    async fn key(&self, instance: &str) -> String {
        let body = json!({"type": "key", "relationships": {"service_instance": {"data": {"guid": instance}}},
            "name": "tf-key", "metadata": {"labels": {"stage": "one"}, "annotations": null}});
        let accepted = self.call("POST", "/v3/service_credential_bindings", body).await;
        let find = format!("/v3/service_credential_bindings?names=tf-key&service_instance_guids={instance}");
        self.made(accepted, &find).await
    }

    async fn apply(&self) -> Made {
        self.read("/v3/service_plans?page=1&per_page=50&service_offering_names=it-rt").await;
        self.read("/v3/organizations?names=acme&page=1&per_page=50").await;
        let (space, user) = (self.space().await, self.user().await);
        let roles = self.roles(&space).await;
        let _ = self.kit.role("space_developer", &self.kit.app.first.administrator.user_name, &space).await;
        let (managed, provided) = self.instances(&space).await;
        let key = self.key(&managed).await;
        Made { space, user, roles, managed, provided, key }
    }

    /// What plan and import read: every resource is there, and says what was applied.
    async fn refreshed(&self, made: &Made, label: &str, ssh: bool) {
        let space = self.read(&format!("/v3/spaces/{}", made.space)).await;
        assert_eq!((&space["name"], &space["metadata"]["labels"]), (&json!("tf-dev"), &json!({"stage": label})));
        assert_eq!(self.read(&format!("/v3/spaces/{}/features/ssh", made.space)).await["enabled"], ssh);
        assert_eq!(self.read(&format!("/v3/users/{}", made.user)).await["metadata"]["labels"], json!({"team": label}));
        let person = self.kit.app.get(&format!("/cf-uaa/Users/{}", made.user)).bearer(&self.kit.admin).good().await;
        assert_eq!(person["emails"][0]["value"], DORA);
        for role in &made.roles {
            self.read(&format!("/v3/roles/{role}")).await;
        }
        let instance = self.read(&format!("/v3/service_instances/{}", made.managed)).await;
        assert_eq!(instance["last_operation"]["state"], "succeeded");
        self.read(&format!("/v3/service_instances/{}", made.provided)).await;
        let key = self.read(&format!("/v3/service_credential_bindings/{}", made.key)).await;
        assert_eq!(key["metadata"]["labels"], json!({"stage": label}));
        let details = self.read(&format!("/v3/service_credential_bindings/{}/details", made.key)).await;
        assert!(details["credentials"]["oauth"]["clientid"].is_string());
        for members in [format!("organizations/{}", self.kit.org), format!("spaces/{}", made.space)] {
            let list = self.read(&format!("/v3/{members}/users?page=1&per_page=50")).await;
            assert!(list["resources"].as_array().unwrap().iter().any(|user| user["username"] == DORA));
        }
    }

    /// What the provider makes the state of an imported resource of: only what is read here.
    async fn imported(&self, made: &Made) -> Value {
        let guid_of = |of: &Value, name: &str| of["relationships"][name]["data"]["guid"].clone();
        let at = format!("/v3/spaces/{}", made.space);
        let (space, ssh) = (self.read(&at).await, self.read(&format!("{at}/features/ssh")).await);
        let segment = self.read(&format!("{at}/relationships/isolation_segment")).await;
        // Behind these stand pointers that it follows unasked.
        assert!(space["relationships"]["quota"].is_object() && segment["data"].is_null());
        let space = json!({"name": space["name"], "org": guid_of(&space, "organization"), "labels": space["metadata"]["labels"],
            "quota": space["relationships"]["quota"]["data"], "allow_ssh": ssh["enabled"]});
        let known = self.read(&format!("/v3/users/{}", made.user)).await;
        let person = self.kit.app.get(&format!("/cf-uaa/Users/{}", made.user)).bearer(&self.kit.admin).good().await;
        let user = json!({"username": known["username"], "origin": known["origin"], "email": person["emails"][0]["value"],
            "given_name": person["name"]["givenName"], "family_name": person["name"]["familyName"]});
        let mut roles = Vec::new();
        for role in &made.roles {
            let role = self.read(&format!("/v3/roles/{role}")).await;
            assert!(role["relationships"]["organization"].is_object() && role["relationships"]["space"].is_object());
            roles.push(
                json!({"type": role["type"], "user": guid_of(&role, "user"), "org": guid_of(&role, "organization"),
                "space": guid_of(&role, "space")}),
            );
        }
        let managed = self.read(&format!("/v3/service_instances/{}", made.managed)).await;
        assert!(managed["maintenance_info"].is_object() && managed["last_operation"]["created_at"].is_string());
        let plan =
            self.read(&format!("/v3/service_plans/{}", guid_of(&managed, "service_plan").as_str().unwrap())).await;
        let offering = guid_of(&plan, "service_offering");
        let offering = self.read(&format!("/v3/service_offerings/{}", offering.as_str().unwrap())).await;
        let managed = json!({"name": managed["name"], "type": managed["type"], "space": guid_of(&managed, "space"),
            "service_plan_name": plan["name"], "service_offering_name": offering["name"], "tags": managed["tags"]});
        let provided = self.read(&format!("/v3/service_instances/{}", made.provided)).await;
        let provided = json!({"name": provided["name"], "type": provided["type"], "space": guid_of(&provided, "space"),
            "syslog_drain_url": provided["syslog_drain_url"], "route_service_url": provided["route_service_url"]});
        let key = self.read(&format!("/v3/service_credential_bindings/{}", made.key)).await;
        let details = self.read(&format!("/v3/service_credential_bindings/{}/details", made.key)).await;
        assert!(key["relationships"].get("app").is_none() && details["credentials"].is_object());
        let key = json!({"type": key["type"], "name": key["name"], "service_instance": guid_of(&key, "service_instance"),
            "labels": key["metadata"]["labels"]});
        json!({"space": space, "user": user, "roles": roles, "managed": managed, "provided": provided, "key": key})
    }

    async fn change(&self, made: &Made) {
        let space = format!("/v3/spaces/{}", made.space);
        let labels = |name: &str| json!({"labels": {name: "two"}, "annotations": null});
        let patch = async |path: String, body: Value| self.call("PATCH", &path, body).await;
        let _ = patch(format!("{space}/features/ssh"), json!({"enabled": false})).await.expect_status(200);
        let segment = format!("{space}/relationships/isolation_segment");
        let _ = patch(segment, json!({"data": {"guid": null}})).await.expect_status(200);
        let _ = patch(space, json!({"name": "tf-dev", "metadata": labels("stage")})).await.expect_status(200);
        let body = json!({"userName": DORA, "id": made.user, "name": {"familyName": "Dev", "givenName": "Dora"},
            "emails": [{"value": DORA, "primary": true}]});
        let put = self.kit.app.request("PUT", &format!("/cf-uaa/Users/{}", made.user)).bearer(&self.kit.admin);
        let _ = put.header("if-match", "*").json(&body).send().await.expect_status(200);
        let _ = patch(format!("/v3/users/{}", made.user), json!({"metadata": labels("team")})).await.expect_status(200);
        let body = json!({"parameters": {"grant-types": ["client_credentials"], "roles": ["WorkspacePackagesRead"]},
            "tags": ["tf", "two"], "metadata": {"labels": null, "annotations": null}});
        let path = format!("/v3/service_instances/{}", made.managed);
        let accepted = patch(path.clone(), body).await;
        assert_eq!(self.kit.finished(&self.kit.admin, accepted).await["state"], "COMPLETE");
        assert_eq!(self.read(&path).await["tags"], json!(["tf", "two"]));
        let path = format!("/v3/service_credential_bindings/{}", made.key);
        let _ = patch(path, json!({"metadata": labels("stage")})).await.expect_status(200);
    }

    async fn destroy(&self, made: &Made) {
        self.deleted(&format!("/v3/service_instances/{}", made.provided)).await;
        self.deleted(&format!("/v3/service_credential_bindings/{}", made.key)).await;
        self.deleted(&format!("/v3/roles/{}", made.roles[1])).await;
        self.deleted(&format!("/v3/service_instances/{}", made.managed)).await;
        self.deleted(&format!("/v3/roles/{}", made.roles[0])).await;
        self.deleted(&format!("/v3/users/{}", made.user)).await;
        let person = self.kit.app.request("DELETE", &format!("/cf-uaa/Users/{}", made.user));
        person.bearer(&self.kit.admin).good().await;
        self.deleted(&format!("/v3/spaces/{}", made.space)).await;
    }
}

#[tokio::test]
async fn terraform_applies_changes_and_destroys() {
    let terraform = Terraform { kit: Kit::start("acme", &[("it-rt", "api")]).await };
    let made = terraform.apply().await;
    terraform.refreshed(&made, "one", true).await;
    terraform.change(&made).await;
    terraform.refreshed(&made, "two", false).await;
    terraform.destroy(&made).await;
    for path in [format!("spaces/{}", made.space), format!("users/{}", made.user), format!("roles/{}", made.roles[0])] {
        let kit = &terraform.kit;
        assert_eq!(kit.get(&kit.admin, &format!("/v3/{path}")).await.status, 404, "{path}");
    }
}

/// Plan compares what was imported with the configuration, attribute by attribute.
#[tokio::test]
async fn what_terraform_imports_does_not_differ_from_what_it_made() {
    let terraform = Terraform { kit: Kit::start("acme", &[("it-rt", "api")]).await };
    let made = terraform.apply().await;
    let Made { space, user, managed, .. } = &made;
    let role = |kind: &str, org: Value, space: Value| json!({"type": kind, "user": user, "org": org, "space": space});
    let configured = json!({
        "space": {"name": "tf-dev", "org": terraform.kit.org, "labels": {"stage": "one"}, "quota": null, "allow_ssh": true},
        "user": {"username": DORA, "origin": "uaa", "email": DORA, "given_name": "Dora", "family_name": "Dev"},
        "roles": [role("organization_user", json!(terraform.kit.org), json!(null)),
            role("space_developer", json!(null), json!(space))],
        "managed": {"name": "tf-rt", "type": "managed", "space": space, "service_plan_name": "api",
            "service_offering_name": "it-rt", "tags": []},
        "provided": {"name": "tf-mine", "type": "user-provided", "space": space,
            "syslog_drain_url": "syslog://logs.example:514", "route_service_url": null},
        "key": {"type": "key", "name": "tf-key", "service_instance": managed, "labels": {"stage": "one"}},
    });
    assert_eq!(terraform.imported(&made).await, configured);
}
