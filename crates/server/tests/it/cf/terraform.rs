//! The calls of the Terraform provider `cloudfoundry/cloudfoundry` for a space, a user, roles, instances and a binding,
//! recorded from apply, change, import and destroy with Terraform 1.11, in its order and with its bodies.

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
