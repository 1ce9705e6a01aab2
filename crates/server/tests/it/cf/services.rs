//! The marketplace, service instances and keys: scenarios 14 to 20 of the reference.

use super::kit::{Kit, detail, guid, names};
use model::cf::{CallAt, CallWork};
use serde_json::{Value, json};

pub(super) const PLANS: &[(&str, &str)] = &[("destination", "lite"), ("it-rt", "api"), ("transport", "standard")];

pub(super) async fn plan(kit: &Kit, token: &str, service: &str, plan: &str) -> String {
    let path = format!("/v3/service_plans?names={plan}&service_offering_names={service}");
    let found = kit.get(token, &path).await.good();
    assert_eq!(found["pagination"]["total_results"], 1, "{found}");
    guid(&found["resources"][0])
}

pub(super) fn instance(name: &str, plan: &str, space: &str, parameters: Value) -> Value {
    json!({"type": "managed", "name": name, "parameters": parameters, "tags": ["a"],
        "relationships": {"service_plan": {"data": {"guid": plan}}, "space": {"data": {"guid": space}}}})
}

pub(super) fn key(name: &str, instance: &str) -> Value {
    json!({"type": "key", "name": name, "relationships": {"service_instance": {"data": {"guid": instance}}}})
}

pub(super) async fn made(kit: &Kit, token: &str, name: &str, plan: &str, space: &str) -> String {
    let answer = kit.post(token, "/v3/service_instances", instance(name, plan, space, json!({}))).await;
    let job = kit.finished(token, answer).await;
    assert_eq!((&job["state"], &job["errors"]), (&json!("COMPLETE"), &json!([])), "{job}");
    let path = format!("/v3/service_instances?names={name}&space_guids={space}&page=1&per_page=1");
    guid(&kit.get(token, &path).await.good()["resources"][0])
}

#[tokio::test]
async fn the_marketplace_lists_what_the_subaccount_is_entitled_to() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let developer = kit.in_space("space_developer", "dora@example.org", &space).await;
    let path = format!(
        "/v3/service_plans?available=true&include=service_offering&\
         fields%5Bservice_offering.service_broker%5D=name%2Cguid&per_page=5000&space_guids={space}"
    );
    let market = kit.get(&developer, &path).await.good();
    let mut plans = names(&market);
    plans.sort();
    assert_eq!(plans, ["api", "application", "lite", "standard"]);
    let offerings = market["included"]["service_offerings"].as_array().unwrap();
    assert!(offerings.iter().any(|o| o["name"] == "it-rt" && !o["description"].as_str().unwrap().is_empty()));
    let broker = &market["included"]["service_brokers"][0];
    assert!(!broker["name"].as_str().unwrap().is_empty());
    assert!(offerings.iter().all(|o| o["relationships"]["service_broker"]["data"]["guid"] == broker["guid"]));
    assert_eq!(names(&kit.get(&developer, "/v3/service_brokers").await.good()), [broker["name"].as_str().unwrap()]);
    let only = kit.get(&developer, &format!("{path}&service_offering_names=it-rt")).await.good();
    assert_eq!(names(&only), ["api"]);
    let offering = guid(&only["included"]["service_offerings"][0]);
    assert_eq!(kit.get(&developer, &format!("/v3/service_offerings/{offering}")).await.good()["name"], "it-rt");
    let path = format!("/v3/service_plans/{}?include=service_offering", guid(&only["resources"][0]));
    assert_eq!(kit.get(&developer, &path).await.good()["included"]["service_offerings"][0]["name"], "it-rt");
}

#[tokio::test]
async fn an_instance_passes_through_its_job_and_keeps_its_parameters() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let developer = kit.in_space("space_developer", "dora@example.org", &space).await;
    let plan = plan(&kit, &developer, "it-rt", "api").await;
    let parameters = json!({"roles": ["WorkspacePackagesTransport"], "grant-types": ["client_credentials"]});
    let answer = kit.post(&developer, "/v3/service_instances", instance("pi", &plan, &space, parameters.clone())).await;
    let answer = answer.expect_status(202);
    let job = answer.header("location").unwrap()[kit.app.url.len()..].to_owned();
    let waiting = kit.app.get(&job).bearer(&developer).good().await;
    assert_eq!((&waiting["state"], &waiting["operation"]), (&json!("PROCESSING"), &json!("service_instance.create")));
    let shown = kit.get(&developer, "/v3/service_instances?names=pi").await.good();
    assert_eq!(shown["resources"][0]["last_operation"]["state"], "in progress");
    let promised = guid(&shown["resources"][0]);
    let twice = kit.post(&developer, "/v3/service_instances", instance("pi", &plan, &space, json!({}))).await;
    assert_eq!(detail(&twice.expect_status(422)), "The service instance name is taken: pi.");
    assert_eq!(kit.finished(&developer, answer).await["state"], "COMPLETE");
    let shown = kit.get(&developer, "/v3/service_instances?names=pi").await.good();
    let found = &shown["resources"][0];
    assert_eq!(found["last_operation"]["state"], "succeeded");
    assert_eq!(guid(found), promised, "whoever looked at it while it was made finds it again");
    assert_eq!((&found["tags"], &found["type"]), (&json!(["a"]), &json!("managed")));
    let own = format!("/v3/service_instances/{}", guid(found));
    assert_eq!(kit.get(&developer, &format!("{own}/parameters")).await.good(), parameters);
    let twice = kit.post(&developer, "/v3/service_instances", instance("pi", &plan, &space, json!({}))).await;
    assert_eq!(detail(&twice.expect_status(422)), "The service instance name is taken: pi.");
    let shared = kit.get(&developer, &format!("{own}/relationships/shared_spaces?fields%5Bspace%5D=guid")).await.good();
    assert_eq!(shared, json!({"data": []}));
}

#[tokio::test]
async fn cf_service_finds_plan_offering_broker_space_and_org() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let plan = plan(&kit, &kit.admin, "destination", "lite").await;
    let _ = made(&kit, &kit.admin, "one", &plan, &space).await;
    let fields = "fields%5Bservice_plan%5D=name%2Cguid&fields%5Bservice_plan.service_offering%5D=name&\
        fields%5Bservice_plan.service_offering.service_broker%5D=name&fields%5Bspace%5D=guid&fields%5Bspace.organization%5D=name";
    let path = format!("/v3/service_instances?{fields}&names=one&page=1&per_page=1&space_guids={space}");
    let shown = kit.get(&kit.admin, &path).await.good();
    let included = &shown["included"];
    assert_eq!(included["service_plans"][0]["name"], "lite");
    assert_eq!(included["service_offerings"][0]["name"], "destination");
    assert_eq!(included["service_brokers"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&included["spaces"][0]["name"], &included["organizations"][0]["name"]),
        (&json!("dev"), &json!("acme"))
    );
    assert_eq!(shown["resources"][0]["relationships"]["space"]["data"]["guid"], json!(space));
}

#[tokio::test]
async fn a_broker_that_refuses_fails_the_job_and_the_instance_says_so() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let plan = plan(&kit, &kit.admin, "it-rt", "api").await;
    let bad = instance("pi", &plan, &space, json!({"roles": ["NoSuchRole"]}));
    let answer = kit.post(&kit.admin, "/v3/service_instances", bad).await;
    let job = kit.finished(&kit.admin, answer).await;
    assert_eq!(job["state"], "FAILED");
    let said = job["errors"][0]["detail"].as_str().unwrap().to_owned();
    assert!(said.contains("NoSuchRole"), "{said}");
    let shown = kit.get(&kit.admin, "/v3/service_instances?names=pi").await.good();
    let found = &shown["resources"][0];
    assert_eq!(
        (&found["last_operation"]["state"], &found["last_operation"]["type"]),
        (&json!("failed"), &json!("create"))
    );
    assert_eq!(found["last_operation"]["description"], json!(said));
    // The command line finds it by name and deletes it, and the name is free again.
    let path = format!("/v3/service_instances/{}", guid(found));
    let job = kit.finished(&kit.admin, kit.call(&kit.admin, "DELETE", &path).send().await).await;
    assert_eq!(job["state"], "COMPLETE");
    let _ = made(&kit, &kit.admin, "pi", &plan, &space).await;
}

#[tokio::test]
async fn plans_and_spaces_that_cannot_be_used_are_refused_in_the_known_words() {
    let kit = Kit::start("acme", &[("destination", "lite")]).await;
    let space = kit.space("dev").await;
    let lite = plan(&kit, &kit.admin, "destination", "lite").await;
    let unentitled = plan(&kit, &kit.admin, "it-rt", "api").await;
    let none = "00000000-0000-4000-8000-000000000000";
    let texts = [
        (
            instance("x", &unentitled, &space, json!({})),
            "Invalid service plan. Ensure that the service plan exists, is available, and you have access to it.",
        ),
        (
            instance("x", none, &space, json!({})),
            "Invalid service plan. Ensure that the service plan exists, is available, and you have access to it.",
        ),
        (
            instance("x", &lite, none, json!({})),
            "Invalid space. Ensure that the space exists and you have access to it.",
        ),
    ];
    for (body, text) in texts {
        assert_eq!(detail(&kit.post(&kit.admin, "/v3/service_instances", body).await.expect_status(422)), text);
    }
}

#[tokio::test]
async fn keys_are_made_listed_shown_and_deleted() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let developer = kit.in_space("space_developer", "dora@example.org", &space).await;
    let auditor = kit.in_space("space_auditor", "audrey@example.org", &space).await;
    let plan = plan(&kit, &developer, "destination", "lite").await;
    let holder = made(&kit, &developer, "one", &plan, &space).await;
    let bindings = "/v3/service_credential_bindings";
    let job = kit.finished(&developer, kit.post(&developer, bindings, key("key1", &holder)).await).await;
    assert_eq!((&job["state"], &job["operation"]), (&json!("COMPLETE"), &json!("service_keys.create")));
    let again = kit.post(&developer, bindings, key("key1", &holder)).await.expect_status(422);
    assert!(detail(&again).contains("Key binding names must be unique"));
    let query = format!("{bindings}?names=key1&page=1&per_page=1&service_instance_guids={holder}&type=key");
    let found = kit.get(&developer, &query).await.good();
    let own = format!("{bindings}/{}", guid(&found["resources"][0]));
    let details = kit.get(&developer, &format!("{own}/details")).await.good();
    assert!(details["credentials"]["clientid"].is_string(), "{details}");
    assert_eq!(kit.get(&auditor, &own).await.good()["name"], "key1");
    assert_eq!(kit.get(&auditor, &format!("{own}/details")).await.status, 403);
    assert_eq!(kit.call(&auditor, "DELETE", &own).send().await.status, 403);
    assert_eq!(kit.post(&auditor, bindings, key("key2", &holder)).await.status, 403);
    let parameters = kit.get(&developer, &format!("{own}/parameters")).await.expect_status(400);
    assert_eq!(parameters.json()["errors"][0]["code"], 90007);
    let apps =
        kit.get(&developer, &format!("{bindings}?include=app&service_instance_guids={holder}&type=app")).await.good();
    assert_eq!((&apps["resources"], &apps["included"]["apps"]), (&json!([]), &json!([])));
    let job = kit.finished(&developer, kit.call(&developer, "DELETE", &own).send().await).await;
    assert_eq!((&job["state"], &job["operation"]), (&json!("COMPLETE"), &json!("service_keys.delete")));
    assert_eq!(kit.get(&developer, &own).await.status, 404);
}

#[tokio::test]
async fn changing_a_name_is_done_at_once_and_parameters_by_a_job() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let plan = plan(&kit, &kit.admin, "it-rt", "api").await;
    let own = format!("/v3/service_instances/{}", made(&kit, &kit.admin, "one", &plan, &space).await);
    let patch = |body: Value| kit.call(&kit.admin, "PATCH", &own).json(&body).send();
    let renamed =
        patch(json!({"name": "two", "tags": ["x"], "metadata": {"labels": {"l": "1"}}})).await.expect_status(200);
    assert_eq!((&renamed.json()["name"], &renamed.json()["tags"]), (&json!("two"), &json!(["x"])));
    let labelled = kit.get(&kit.admin, "/v3/service_instances?label_selector=l%3D1").await.good();
    assert_eq!(names(&labelled), ["two"]);
    let accepted = patch(json!({"parameters": {"roles": ["WorkspacePackagesRead"]}})).await;
    let busy = patch(json!({"name": "three"})).await.expect_status(409);
    assert_eq!(busy.json()["errors"][0]["title"], "CF-AsyncServiceInstanceOperationInProgress");
    assert_eq!(kit.finished(&kit.admin, accepted).await["operation"], "service_instance.update");
    let shown = kit.get(&kit.admin, &own).await.good();
    assert_eq!(
        (&shown["last_operation"]["type"], &shown["last_operation"]["state"]),
        (&json!("update"), &json!("succeeded"))
    );
    let parameters = kit.get(&kit.admin, &format!("{own}/parameters")).await.good();
    assert_eq!(parameters, json!({"roles": ["WorkspacePackagesRead"]}));
    let failed = kit.finished(&kit.admin, patch(json!({"parameters": {"roles": ["NoSuchRole"]}})).await).await;
    assert_eq!(failed["state"], "FAILED");
    assert_eq!(kit.get(&kit.admin, &own).await.good()["last_operation"]["state"], "failed");
}

#[tokio::test]
async fn four_hundred_and_fifty_instances_and_their_keys_in_batches() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let plan = plan(&kit, &kit.admin, "destination", "lite").await;
    for n in 0..450 {
        let body = instance(&format!("i{n:03}"), &plan, &space, json!({}));
        let _ = kit.post(&kit.admin, "/v3/service_instances", body).await.expect_status(202);
    }
    kit.app.run_jobs().await;
    let path = format!("/v3/service_instances?order_by=name&per_page=5000&space_guids={space}");
    let shown = kit.get(&kit.admin, &path).await.good();
    let all = shown["resources"].as_array().unwrap();
    assert_eq!(all.len(), 450);
    assert!(all.iter().all(|one| one["last_operation"]["state"] == "succeeded"));
    let last = guid(&all[449]);
    let _ =
        kit.finished(&kit.admin, kit.post(&kit.admin, "/v3/service_credential_bindings", key("k", &last)).await).await;
    let mut keys = 0;
    for batch in all.chunks(200) {
        let guids: Vec<String> = batch.iter().map(guid).collect();
        let path = format!("/v3/service_credential_bindings?include=app&service_instance_guids={}", guids.join("%2C"));
        keys += kit.get(&kit.admin, &path).await.good()["resources"].as_array().unwrap().len();
    }
    assert_eq!(keys, 1);
}

#[tokio::test]
async fn a_space_is_deleted_with_its_instances() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let plan = plan(&kit, &kit.admin, "destination", "lite").await;
    let own = format!("/v3/service_instances/{}", made(&kit, &kit.admin, "one", &plan, &space).await);
    let job =
        kit.finished(&kit.admin, kit.call(&kit.admin, "DELETE", &format!("/v3/spaces/{space}")).send().await).await;
    assert_eq!(job["state"], "COMPLETE", "{job}");
    assert_eq!(kit.get(&kit.admin, &own).await.status, 404);
}

/// A worker may die between the platform's work and the note that it is done.
#[tokio::test]
async fn work_that_was_done_before_a_crash_is_not_done_twice() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let plan = plan(&kit, &kit.admin, "destination", "lite").await;
    let answer = kit.post(&kit.admin, "/v3/service_instances", instance("one", &plan, &space, json!({}))).await;
    let job = answer.header("location").unwrap().rsplit('/').next().unwrap().to_owned();
    let mut ran = 0;
    for _ in 0..2 {
        // As after a crash: the job is ordered again, and its row says that somebody was at work on it.
        ran += kit.app.run_jobs().await;
        let id: uuid::Uuid = job.parse().unwrap();
        let now = kit.app.cx.now();
        let again: engine::Result<()> = kit
            .app
            .cx
            .db
            .write(async move |tx| {
                store::cf_job::set_state(tx, id, model::cf::CallState::Polling, None, now).await?;
                engine::work::order(tx, &CallWork { id, at: CallAt::Left }, now).await
            })
            .await;
        again.unwrap();
    }
    ran += kit.app.run_jobs().await;
    assert_eq!(ran, 3);
    let state = kit.get(&kit.admin, &format!("/v3/jobs/{job}")).await.good();
    assert_eq!((&state["state"], &state["errors"]), (&json!("COMPLETE"), &json!([])));
    assert_eq!(names(&kit.get(&kit.admin, "/v3/service_instances").await.good()), ["one"]);
}

/// Without being entitled, since every application needs a client.
#[tokio::test]
async fn every_space_offers_a_client_of_ones_own() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let dora = kit.in_space("space_developer", "dora@example.org", &space).await;
    let plan = plan(&kit, &dora, "xsuaa", "application").await;
    let instance = json!({"type": "managed", "name": "shop-uaa", "parameters": {"xsappname": "shop", "tenant-mode": "dedicated"},
        "relationships": {"space": {"data": {"guid": space}}, "service_plan": {"data": {"guid": plan}}}});
    let accepted = kit.post(&dora, "/v3/service_instances", instance.clone()).await;
    assert_eq!(kit.finished(&dora, accepted).await["state"], "COMPLETE");
    let found = kit.get(&dora, "/v3/service_instances?names=shop-uaa").await.good();
    let found = guid(&found["resources"][0]);
    let key = json!({"type": "key", "name": "k", "relationships": {"service_instance": {"data": {"guid": found}}}});
    let accepted = kit.post(&dora, "/v3/service_credential_bindings", key).await;
    assert_eq!(kit.finished(&dora, accepted).await["state"], "COMPLETE");
    let keys = kit.get(&dora, &format!("/v3/service_credential_bindings?service_instance_guids={found}")).await.good();
    let path = format!("/v3/service_credential_bindings/{}/details", guid(&keys["resources"][0]));
    let key = kit.get(&dora, &path).await.good()["credentials"].clone();
    let text = |field: &str| key[field].as_str().unwrap_or_else(|| panic!("no {field}: {key}")).to_owned();
    assert!(text("xsappname").starts_with("shop!t") && !text("xsappname").contains('|'));
    assert_eq!((text("clientid"), text("serviceInstanceId")), (format!("sb-{}", text("xsappname")), found));
    for field in ["verificationkey", "uaadomain", "zoneid", "subaccountid", "tenantid", "apiurl", "credential-type"] {
        assert!(!text(field).is_empty());
    }
    let token = kit.app.client_token(&text("url"), &text("clientid"), &text("clientsecret")).await;
    let form = [("token", token.as_str())];
    let seen =
        kit.app.post("/uaa/dev/check_token").basic(&text("clientid"), &text("clientsecret")).form(&form).good().await;
    assert_eq!((&seen["client_id"], &seen["scope"]), (&json!(text("clientid")), &json!(["uaa.resource"])));
    let mut other = instance;
    other["name"] = json!("other");
    other["parameters"] = json!({"xsappname": "other", "scopes": [{"name": "$XSAPPNAME.Read"}]});
    let accepted = kit.post(&dora, "/v3/service_instances", other).await;
    let failed = kit.finished(&dora, accepted).await;
    assert!(failed["errors"][0]["detail"].as_str().unwrap_or_default().contains("'scopes'"), "{failed}");
}
