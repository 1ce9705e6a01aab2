//! What tools ask beside the command line: switches of spaces, members, visibility, and what there is none of.
//! Unknown fields are refused as the original does it.

use super::kit::{Kit, detail, guid, names};
use serde_json::{Value, json};

/// A call, and the detail of its refusal.
type Case = (&'static str, String, Value, &'static str);

fn of_places(org: &str, space: &str, person: &str) -> Vec<Case> {
    vec![
        ("POST", "/v3/organizations".to_owned(), json!({"name": "o", "colour": 1}), "Unknown field(s): 'colour'"),
        (
            "PATCH",
            format!("/v3/organizations/{org}"),
            json!({"quota": 1, "status": "x"}),
            "Unknown field(s): 'quota', 'status'",
        ),
        ("POST", "/v3/spaces".to_owned(), json!({"name": "s", "allow_ssh": true}), "Unknown field(s): 'allow_ssh'"),
        ("PATCH", format!("/v3/spaces/{space}"), json!({"name": "x", "quota": {}}), "Unknown field(s): 'quota'"),
        ("PATCH", format!("/v3/spaces/{space}"), json!({"relationships": {}}), "Unknown field(s): 'relationships'"),
        (
            "PATCH",
            format!("/v3/spaces/{space}"),
            json!({"name": "x", "metadata": {"label": {}, "tags": {}}}),
            "Metadata has unexpected field(s): 'label' 'tags'",
        ),
        ("PATCH", format!("/v3/spaces/{space}/features/ssh"), json!({"on": true}), "Unknown field(s): 'on'"),
        (
            "POST",
            "/v3/roles".to_owned(),
            json!({"type": "space_developer", "relationships": {"users": {}}}),
            "Relationships Unknown field(s): 'users'",
        ),
        (
            "POST",
            "/v3/roles".to_owned(),
            json!({"type": "space_developer", "relationships": {"user": {}, "space": {}, "organization": {}}}),
            "Relationships Role cannot be associated with both an organization and a space.",
        ),
        ("POST", "/v3/users".to_owned(), json!({"guid": person, "name": "n"}), "Unknown field(s): 'name'"),
        ("PATCH", format!("/v3/users/{}", person), json!({"username": "n"}), "Unknown field(s): 'username'"),
    ]
}

fn of_services(provided: &str) -> Vec<Case> {
    vec![
        (
            "POST",
            "/v3/service_instances".to_owned(),
            json!({"type": "managed", "name": "i", "credentials": {}}),
            "Unknown field(s): 'credentials'",
        ),
        (
            "POST",
            "/v3/service_instances".to_owned(),
            json!({"type": "user-provided", "name": "i", "parameters": {}}),
            "Unknown field(s): 'parameters'",
        ),
        (
            "PATCH",
            format!("/v3/service_instances/{provided}"),
            json!({"parameters": {}}),
            "Unknown field(s): 'parameters'",
        ),
        (
            "POST",
            "/v3/service_credential_bindings".to_owned(),
            json!({"type": "key", "name": "k", "credentials": {}}),
            "Unknown field(s): 'credentials'",
        ),
    ]
}

#[tokio::test]
async fn a_field_that_nobody_reads_is_refused_by_name() {
    let kit = Kit::start("acme", &[("it-rt", "api")]).await;
    let space = kit.space("dev").await;
    let provided = json!({"type": "user-provided", "name": "u", "relationships": {"space": {"data": {"guid": space}}}});
    let provided = guid(&kit.post(&kit.admin, "/v3/service_instances", provided).await.expect_status(201).json());
    let person = kit.get(&kit.admin, "/v3/users").await.good()["resources"][0]["guid"].clone();
    let person = person.as_str().unwrap().to_owned();
    let kept = kit.get(&kit.admin, &format!("/v3/spaces/{space}")).await.good();
    let cases = [of_places(&kit.org, &space, &person), of_services(&provided)].concat();
    for (method, path, body, expected) in cases {
        let answer = kit.call(&kit.admin, method, &path).json(&body).send().await.expect_status(422);
        assert_eq!(
            (detail(&answer).as_str(), &answer.json()["errors"][0]["code"]),
            (expected, &json!(10008)),
            "{path}"
        );
    }
    assert_eq!(kit.get(&kit.admin, &format!("/v3/spaces/{space}")).await.good(), kept);
}

/// A small edit never takes anything away.
#[tokio::test]
async fn what_a_patch_does_not_say_stays() {
    let kit = Kit::start("acme", &[]).await;
    let labels = json!({"labels": {"a": "1"}, "annotations": {"b": "2"}});
    let body =
        json!({"name": "dev", "metadata": labels, "relationships": {"organization": {"data": {"guid": kit.org}}}});
    let space = guid(&kit.post(&kit.admin, "/v3/spaces", body).await.expect_status(201).json());
    let body = json!({"type": "user-provided", "name": "u", "tags": ["t"], "credentials": {"k": "v"}, "metadata": labels,
        "syslog_drain_url": "https://drain", "relationships": {"space": {"data": {"guid": space}}}});
    let provided = guid(&kit.post(&kit.admin, "/v3/service_instances", body).await.expect_status(201).json());
    let patch = async |path: &str, body: Value| {
        let _ = kit.call(&kit.admin, "PATCH", path).json(&body).send().await.expect_status(200);
        kit.get(&kit.admin, path).await.good()
    };
    let space = patch(&format!("/v3/spaces/{space}"), json!({"name": "test"})).await;
    assert_eq!((&space["name"], &space["metadata"]), (&json!("test"), &labels));
    let path = format!("/v3/service_instances/{provided}");
    let after = patch(&path, json!({"name": "v"})).await;
    assert_eq!((&after["name"], &after["tags"], &after["metadata"]), (&json!("v"), &json!(["t"]), &labels));
    assert_eq!(after["syslog_drain_url"], "https://drain");
    assert_eq!(kit.get(&kit.admin, &format!("{path}/credentials")).await.good(), json!({"k": "v"}));
    let org = patch(&format!("/v3/organizations/{}", kit.org), json!({"metadata": labels})).await;
    assert_eq!((&org["name"], &org["metadata"]), (&json!("acme"), &labels));
    let renamed = patch(&format!("/v3/organizations/{}", kit.org), json!({"name": "acme2"})).await;
    assert_eq!(renamed["metadata"], labels);
}

#[tokio::test]
async fn ssh_is_a_switch_of_a_space() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let path = format!("/v3/spaces/{space}/features/ssh");
    let shown = kit.get(&kit.admin, &path).await.good();
    assert_eq!(shown, json!({"name": "ssh", "description": "Enable SSHing into apps in the space.", "enabled": true}));
    let auditor = kit.in_space("space_auditor", "amy@example.org", &space).await;
    let off = json!({"enabled": false});
    let _ = kit.call(&auditor, "PATCH", &path).json(&off).send().await.expect_status(403);
    let _ = kit.call(&kit.admin, "PATCH", &path).json(&off).send().await.expect_status(200);
    assert_eq!(kit.get(&auditor, &path).await.good()["enabled"], false);
    let all = kit.get(&auditor, &format!("/v3/spaces/{space}/features")).await.good();
    assert_eq!(all["features"][0]["enabled"], false);
    let other = kit.get(&kit.admin, &format!("/v3/spaces/{space}/features/colour")).await;
    assert_eq!((other.status, detail(&other).as_str()), (404, "Feature not found"));
    let _ = kit.call(&kit.admin, "PATCH", &path).json(&json!({"enabled": "x"})).send().await.expect_status(400);
    let none = kit.call(&kit.admin, "PATCH", &path).json(&json!({})).send().await.expect_status(422);
    assert_eq!(detail(&none), "Enabled must be a boolean");
}

#[tokio::test]
async fn there_is_no_isolation_segment_to_assign() {
    let kit = Kit::start("acme", &[]).await;
    let space = format!("/v3/spaces/{}/relationships/isolation_segment", kit.space("dev").await);
    let org = format!("/v3/organizations/{}/relationships/default_isolation_segment", kit.org);
    for path in [space, org] {
        for nothing in [json!({"data": null}), json!({"data": {"guid": null}}), json!({"data": {}})] {
            let answer = kit.call(&kit.admin, "PATCH", &path).json(&nothing).send().await.expect_status(200);
            assert_eq!(answer.json()["data"], Value::Null);
        }
        let answer = kit.call(&kit.admin, "PATCH", &path).json(&json!({"data": {"guid": "s1"}})).send().await;
        assert!(detail(&answer.expect_status(422)).starts_with("Unable to assign isolation segment with guid 's1'."));
        assert_eq!(kit.get(&kit.admin, &path).await.good()["data"], Value::Null);
    }
}

#[tokio::test]
async fn members_of_an_org_and_of_a_space_are_listed() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let dora = kit.in_space("space_developer", "dora@example.org", &space).await;
    let _ = kit.person("otto@example.org").await;
    let _ = kit.role("organization_user", "otto@example.org", &kit.org).await.expect_status(201);
    let stranger = kit.person("eve@example.org").await;
    let users = async |path: &str| {
        let list = kit.get(&dora, path).await.good();
        let mut names: Vec<String> =
            list["resources"].as_array().unwrap().iter().map(|u| u["username"].as_str().unwrap().to_owned()).collect();
        names.sort_unstable();
        names
    };
    let of_org = format!("/v3/organizations/{}/users", kit.org);
    let of_space = format!("/v3/spaces/{space}/users");
    let org = users(&of_org).await;
    assert!(org.contains(&"dora@example.org".to_owned()) && org.contains(&"otto@example.org".to_owned()));
    assert!(!org.contains(&"eve@example.org".to_owned()));
    assert!(users(&of_space).await.contains(&"dora@example.org".to_owned()));
    assert!(!users(&of_space).await.contains(&"otto@example.org".to_owned()));
    assert_eq!(users(&format!("{of_org}?usernames=otto@example.org")).await, ["otto@example.org"]);
    assert_eq!(users(&format!("{of_org}?partial_usernames=OTT")).await, ["otto@example.org"]);
    assert_eq!(kit.get(&stranger, &of_org).await.status, 404);
    assert_eq!(kit.get(&stranger, &of_space).await.status, 404);
}

#[tokio::test]
async fn a_plan_is_offered_to_the_organizations_that_are_entitled() {
    let kit = Kit::start("acme", &[("it-rt", "api")]).await;
    kit.space("dev").await;
    let plans = kit.get(&kit.admin, "/v3/service_plans?service_offering_names=it-rt&names=api").await.good();
    let path = format!("/v3/service_plans/{}/visibility", guid(&plans["resources"][0]));
    let shown = kit.get(&kit.admin, &path).await.good();
    assert_eq!(shown, json!({"type": "organization", "organizations": [{"guid": kit.org, "name": "acme"}]}));
    let stranger = kit.person("eve@example.org").await;
    assert_eq!(kit.get(&stranger, &path).await.good()["organizations"], json!([]));
}

#[tokio::test]
async fn what_there_is_none_of_is_an_empty_list() {
    let kit = Kit::start("acme", &[]).await;
    for what in [
        "apps",
        "buildpacks",
        "isolation_segments",
        "routes",
        "security_groups",
        "service_route_bindings",
        "space_quotas",
        "stacks",
    ] {
        let list = kit.get(&kit.admin, &format!("/v3/{what}?per_page=5000&page=1")).await.good();
        assert_eq!((&list["resources"], &list["pagination"]["total_results"]), (&json!([]), &json!(0)), "{what}");
        assert_eq!(kit.get(&kit.admin, &format!("/v3/{what}/1")).await.status, 404);
        assert_eq!(kit.get(&kit.admin, &format!("/v3/{what}?colour=red")).await.status, 400);
    }
    let quotas = kit.get(&kit.admin, "/v3/organization_quotas?names=default").await.good();
    assert_eq!(names(&quotas), ["default"]);
    assert_eq!(names(&kit.get(&kit.admin, "/v3/organization_quotas?names=other").await.good()), [""; 0]);
    let flags = kit.get(&kit.admin, "/v3/feature_flags").await.good();
    assert_eq!(names(&flags), ["service_instance_sharing", "user_org_creation"]);
}

/// Terraform asks whether somebody is known, and makes him known with labels if not.
#[tokio::test]
async fn a_person_is_known_once_made_known_or_given_a_role() {
    let kit = Kit::start("acme", &[]).await;
    let _ = kit.person("dora@example.org").await;
    let query = "/cf-uaa/Users?filter=userName%20eq%20%22dora@example.org%22";
    let found = kit.app.get(query).bearer(&kit.admin).good().await;
    let dora = found["resources"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/v3/users/{dora}");
    let missing = kit.get(&kit.admin, &path).await.expect_status(404);
    assert_eq!((detail(&missing).as_str(), &missing.json()["errors"][0]["code"]), ("User not found", &json!(10010)));
    let listed = async || kit.get(&kit.admin, "/v3/users?usernames=dora@example.org").await.good()["resources"].clone();
    assert_eq!(listed().await, json!([]));
    let body = json!({"guid": dora, "metadata": {"labels": {"team": "one"}, "annotations": {}}});
    let made = kit.post(&kit.admin, "/v3/users", body).await.expect_status(201).json();
    assert_eq!(made["metadata"]["labels"], json!({"team": "one"}));
    assert_eq!(kit.get(&kit.admin, &path).await.good()["metadata"], made["metadata"]);
    assert_eq!(listed().await[0]["guid"], dora.as_str());
    let by_label = kit.get(&kit.admin, "/v3/users?label_selector=team%3Done").await.good();
    assert_eq!(by_label["pagination"]["total_results"], 1);
    let gone = kit.call(&kit.admin, "DELETE", &path).send().await;
    assert_eq!(kit.finished(&kit.admin, gone).await["state"], "COMPLETE");
    assert_eq!(kit.get(&kit.admin, &path).await.status, 404);
    let _ = kit.role("organization_user", "dora@example.org", &kit.org).await.expect_status(201);
    assert_eq!(kit.get(&kit.admin, &path).await.good()["metadata"]["labels"], json!({}));
}
