//! Instances that somebody provides, as `cf create-user-provided-service` and the Terraform provider handle them.

use super::kit::{Kit, detail, guid, names};
use serde_json::{Value, json};

fn provided(name: &str, space: &str) -> Value {
    json!({"type": "user-provided", "name": name, "credentials": {"user": "u", "password": "p"},
        "relationships": {"space": {"data": {"guid": space}}}})
}

#[tokio::test]
async fn one_is_made_shown_changed_and_removed_at_once() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let dora = kit.in_space("space_developer", "dora@example.org", &space).await;
    let made = kit.post(&dora, "/v3/service_instances", provided("erp", &space)).await.expect_status(201);
    assert!(made.header("location").is_none());
    let made = made.json();
    let own = format!("/v3/service_instances/{}", guid(&made));
    assert_eq!((&made["type"], &made["name"]), (&json!("user-provided"), &json!("erp")));
    assert_eq!((&made["syslog_drain_url"], &made["route_service_url"]), (&Value::Null, &Value::Null));
    let fields = made.as_object().unwrap();
    assert!(fields.contains_key("syslog_drain_url") && !fields.contains_key("dashboard_url"), "{made}");
    assert!(!fields.contains_key("credentials"), "{made}");
    assert_eq!(made["relationships"], json!({"space": {"data": {"guid": space}}}));
    assert_eq!(made["last_operation"]["state"], "succeeded");
    assert_eq!(kit.get(&dora, &own).await.good(), made);
    let credentials = json!({"user": "u", "password": "p"});
    assert_eq!(kit.get(&dora, &format!("{own}/credentials")).await.good(), credentials);
    let none = kit.get(&dora, &format!("{own}/parameters")).await.expect_status(400).json();
    assert_eq!(none["errors"][0]["code"], 120_004);
    let change = json!({"name": "erp2", "credentials": {"k": 1}, "syslog_drain_url": "syslog://x", "tags": ["t"],
        "metadata": {"labels": {"a": "b"}, "annotations": null}});
    let changed = kit.call(&dora, "PATCH", &own).json(&change).send().await.expect_status(200).json();
    assert_eq!((&changed["name"], &changed["syslog_drain_url"]), (&json!("erp2"), &json!("syslog://x")));
    assert_eq!((&changed["tags"], &changed["metadata"]["labels"]), (&json!(["t"]), &json!({"a": "b"})));
    // What go-cfclient sends for what was not set.
    let nulls = json!({"syslog_drain_url": null, "route_service_url": null, "tags": null});
    let changed = kit.call(&dora, "PATCH", &own).json(&nulls).send().await.expect_status(200).json();
    assert_eq!((&changed["syslog_drain_url"], &changed["tags"]), (&Value::Null, &json!(["t"])));
    assert_eq!(kit.get(&dora, &format!("{own}/credentials")).await.good(), json!({"k": 1}));
    let gone = kit.call(&dora, "DELETE", &own).send().await.expect_status(204);
    assert!(gone.bytes.is_empty());
    assert_eq!(detail(&kit.get(&dora, &own).await.expect_status(404)), "Service instance not found");
}

#[tokio::test]
async fn they_stand_in_lists_beside_managed_ones_and_share_their_names() {
    let kit = Kit::start("acme", &[("destination", "lite")]).await;
    let space = kit.space("dev").await;
    let plans = kit.get(&kit.admin, "/v3/service_plans?names=lite").await.good();
    let managed = json!({"type": "managed", "name": "one", "relationships": {
        "service_plan": {"data": {"guid": plans["resources"][0]["guid"]}}, "space": {"data": {"guid": space}}}});
    let accepted = kit.post(&kit.admin, "/v3/service_instances", managed.clone()).await;
    assert_eq!(kit.finished(&kit.admin, accepted).await["state"], "COMPLETE");
    let taken = kit.post(&kit.admin, "/v3/service_instances", provided("one", &space)).await.expect_status(422);
    assert_eq!(detail(&taken), "The service instance name is taken: one.");
    let _ = kit.post(&kit.admin, "/v3/service_instances", provided("two", &space)).await.expect_status(201);
    let mut again = managed;
    again["name"] = json!("two");
    let taken = kit.post(&kit.admin, "/v3/service_instances", again).await.expect_status(422);
    assert_eq!(detail(&taken), "The service instance name is taken: two.");
    let list = async |query: &str| {
        names(&kit.get(&kit.admin, &format!("/v3/service_instances?order_by=name{query}")).await.good())
    };
    assert_eq!(list("").await, ["one", "two"]);
    assert_eq!(list("&type=managed").await, ["one"]);
    assert_eq!(list("&type=user-provided").await, ["two"]);
    assert_eq!(list("&service_plan_names=lite").await, ["one"]);
    let fields = "&fields%5Bservice_plan%5D=guid,name&fields%5Bservice_plan.service_offering%5D=guid,name";
    let all = kit.get(&kit.admin, &format!("/v3/service_instances?order_by=name{fields}")).await.good();
    assert_eq!(all["included"]["service_plans"].as_array().unwrap().len(), 1);
    let one = guid(&all["resources"][0]);
    let none = kit.get(&kit.admin, &format!("/v3/service_instances/{one}/credentials")).await.expect_status(404);
    assert_eq!(detail(&none), "Service instance not found");
}

#[tokio::test]
async fn wrong_ones_and_strangers_are_refused_and_a_space_takes_them_with_it() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let eve = kit.in_space("space_auditor", "eve@example.org", &space).await;
    let stranger = kit.person("mallory@example.org").await;
    let post = async |token: &str, body: Value| kit.post(token, "/v3/service_instances", body).await;
    let made = post(&kit.admin, provided("erp", &space)).await.expect_status(201).json();
    let own = format!("/v3/service_instances/{}", guid(&made));
    assert_eq!(post(&eve, provided("x", &space)).await.status, 403);
    assert_eq!(kit.get(&eve, &own).await.good()["name"], "erp");
    assert_eq!(kit.get(&eve, &format!("{own}/credentials")).await.status, 403);
    assert_eq!(kit.call(&eve, "PATCH", &own).json(&json!({"name": "y"})).send().await.status, 403);
    assert_eq!(kit.call(&eve, "DELETE", &own).send().await.status, 403);
    for token in [&stranger, &kit.app.cf_token("mallory@example.org", super::kit::PASSWORD).await] {
        assert_eq!(kit.get(token, &own).await.status, 404);
        assert_eq!(post(token, provided("x", &space)).await.status, 422);
    }
    for (change, said) in [
        (json!({"credentials": "text"}), "Credentials must be an object"),
        (json!({"name": ""}), "Name can't be blank"),
        (json!({"route_service_url": "http://x"}), "Route service url must be https"),
        (json!({"syslog_drain_url": 1}), "Syslog drain url must be a string"),
        (json!({"type": "other"}), "Type must be one of 'managed', 'user-provided'"),
    ] {
        let mut body = provided("x", &space);
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(detail(&post(&kit.admin, body).await.expect_status(422)), said);
    }
    let key =
        json!({"type": "key", "name": "k", "relationships": {"service_instance": {"data": {"guid": guid(&made)}}}});
    let refused = kit.post(&kit.admin, "/v3/service_credential_bindings", key).await.expect_status(422);
    assert!(detail(&refused).contains("not supported for user-provided"));
    let accepted = kit.call(&kit.admin, "DELETE", &format!("/v3/spaces/{space}")).send().await;
    assert_eq!(kit.finished(&kit.admin, accepted).await["state"], "COMPLETE");
    assert_eq!(kit.get(&kit.admin, &own).await.status, 404);
}

/// `cf delete-user`, and `cloudfoundry_user` of the Terraform provider.
#[tokio::test]
async fn somebody_is_labelled_and_forgotten_with_all_roles() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let dora = kit.in_space("space_developer", "dora@example.org", &space).await;
    let users = kit.get(&kit.admin, "/v3/users?usernames=dora@example.org").await.good();
    let own = format!("/v3/users/{}", guid(&users["resources"][0]));
    let labels = json!({"metadata": {"labels": {"team": "a"}, "annotations": null}});
    assert_eq!(kit.call(&dora, "PATCH", &own).json(&labels).send().await.status, 403);
    let labelled = kit.call(&kit.admin, "PATCH", &own).json(&labels).send().await.expect_status(200).json();
    assert_eq!(labelled["metadata"], json!({"labels": {"team": "a"}, "annotations": {}}));
    assert_eq!(kit.get(&kit.admin, &own).await.good()["metadata"]["labels"], json!({"team": "a"}));
    assert_eq!(kit.call(&dora, "DELETE", &own).send().await.status, 403);
    let accepted = kit.call(&kit.admin, "DELETE", &own).send().await;
    let job = kit.finished(&kit.admin, accepted).await;
    assert_eq!((&job["state"], &job["operation"]), (&json!("COMPLETE"), &json!("user.delete")));
    let roles = kit.get(&kit.admin, &format!("/v3/roles?space_guids={space}")).await.good();
    assert_eq!(roles["pagination"]["total_results"], 0, "{roles}");
    assert_eq!(names(&kit.get(&dora, "/v3/spaces").await.good()), [""; 0]);
    let nobody = kit.call(&kit.admin, "DELETE", "/v3/users/00000000-0000-0000-0000-000000000009").send().await;
    assert_eq!(detail(&nobody.expect_status(404)), "User not found");
}
