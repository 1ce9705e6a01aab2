//! Organizations, spaces, roles, users, domains: scenarios 2, 9 to 13, 21 and 23 of the reference.

use super::kit::{Kit, detail, guid, names, role};
use serde_json::{Value, json};

#[tokio::test]
async fn the_root_says_where_everything_is() {
    let kit = Kit::start("acme", &[]).await;
    for path in ["/cf", "/cf/"] {
        let root = kit.app.get(path).good().await;
        let at = |name: &str| root["links"][name]["href"].as_str().unwrap_or_default().to_owned();
        assert_eq!(at("self"), format!("{}/cf", kit.app.url));
        assert_eq!(at("cloud_controller_v3"), format!("{}/cf/v3", kit.app.url));
        assert_eq!((at("login"), at("uaa")), (format!("{}/cf-uaa", kit.app.url), format!("{}/cf-uaa", kit.app.url)));
        assert_eq!(root["links"]["cloud_controller_v3"]["meta"]["version"], "3.190.0");
        assert!(root["links"]["log_cache"].is_null());
    }
    assert_eq!(kit.app.get("/cf/v3").send().await.status, 200);
    assert_eq!(kit.app.get("/cf/v3/info").send().await.status, 200);
}

#[tokio::test]
async fn a_missing_token_a_bad_one_and_a_foreign_one_are_told_apart() {
    let kit = Kit::start("acme", &[]).await;
    let error = |answer: &testkit::Answer| (answer.status, answer.json()["errors"][0]["code"].as_i64().unwrap_or(0));
    assert_eq!(error(&kit.app.get("/cf/v3/organizations").send().await), (401, 10002));
    assert_eq!(error(&kit.get("x.y.z", "/v3/organizations").await), (401, 1000));
    let subaccounts = kit.app.admin_token("dev").await;
    assert_eq!(error(&kit.get(&subaccounts, "/v3/organizations").await), (401, 1000));
    let unknown = kit.get(&kit.admin, "/v3/droplets").await;
    assert_eq!((error(&unknown), detail(&unknown)), ((404, 10000), "Unknown request".to_owned()));
    assert_eq!(error(&kit.call(&kit.admin, "PUT", "/v3/organizations").send().await), (404, 10000));
    assert_eq!(error(&kit.get(&kit.admin, "/v3/organizations?colour=red").await), (400, 10005));
    let garbage = kit.call(&kit.admin, "POST", "/v3/organizations").body("application/json", "{").send().await;
    assert_eq!(error(&garbage), (400, 1001));
}

#[tokio::test]
async fn an_org_with_comma_and_blanks_in_its_name_is_found_by_it() {
    let kit = Kit::start("Example Company, Inc.", &[]).await;
    let path = "/v3/organizations?names=Example+Company%252C+Inc.&page=1&per_page=1";
    let found = kit.get(&kit.admin, path).await.good();
    assert_eq!(names(&found), ["Example Company, Inc."]);
    let org = &found["resources"][0];
    for key in ["created_at", "updated_at", "suspended", "metadata", "links", "relationships"] {
        assert!(!org[key].is_null(), "{key}");
    }
    let split = kit.get(&kit.admin, "/v3/organizations?names=Example+Company%2C+Inc.").await.good();
    assert_eq!(split["pagination"]["total_results"], 0);
}

#[tokio::test]
async fn creating_an_org_again_says_that_it_is_there() {
    let kit = Kit::start("acme", &[]).await;
    let body = json!({"name": "demo", "suspended": false, "metadata": {"labels": {"env": "test"}}});
    let made = kit.post(&kit.admin, "/v3/organizations", body.clone()).await.expect_status(201).json();
    let again = kit.post(&kit.admin, "/v3/organizations", body).await.expect_status(422);
    assert_eq!(detail(&again), "Organization 'demo' already exists.");
    let developer = kit.person("dora@example.org").await;
    let refused = kit.post(&developer, "/v3/organizations", json!({"name": "mine"})).await.expect_status(403);
    assert_eq!(refused.json()["errors"][0]["title"], "CF-NotAuthorized");
    assert_eq!(names(&kit.get(&kit.admin, "/v3/organizations?label_selector=env%3Dtest").await.good()), ["demo"]);
    let path = format!("/v3/organizations/{}", guid(&made));
    let changed = json!({"name": "demo2", "metadata": {"labels": {"env": null, "a": "b"}}});
    let changed = kit.call(&kit.admin, "PATCH", &path).json(&changed).good().await;
    assert_eq!((&changed["name"], &changed["metadata"]["labels"]), (&json!("demo2"), &json!({"a": "b"})));
    // The command line ends the path with a slash.
    let job = kit.finished(&kit.admin, kit.call(&kit.admin, "DELETE", &format!("{path}/")).send().await).await;
    assert_eq!((&job["state"], &job["operation"]), (&json!("COMPLETE"), &json!("organization.delete")));
    assert_eq!(kit.get(&kit.admin, &path).await.status, 404);
}

#[tokio::test]
async fn cf_create_space_and_its_roles_can_be_repeated() {
    let kit = Kit::start("acme", &[]).await;
    let me = kit.app.first.administrator.user_name.clone();
    let space = kit.space("dev").await;
    let body = json!({"name": "dev", "relationships": {"organization": {"data": {"guid": kit.org}}}});
    let again = kit.post(&kit.admin, "/v3/spaces", body).await.expect_status(422);
    assert_eq!(detail(&again), "Name must be unique per organization");
    // Provisioning made the manager a user of the organization.
    let user = kit.role("organization_user", &me, &kit.org).await.expect_status(422);
    assert_eq!(detail(&user), format!("User '{me}' already has 'organization_user' role in organization 'acme'."));
    for kind in ["space_manager", "space_developer"] {
        let made = kit.role(kind, &me, &space).await.expect_status(201).json();
        assert_eq!(made["relationships"]["organization"]["data"], json!(null));
        let again = kit.role(kind, &me, &space).await.expect_status(422);
        assert_eq!(detail(&again), format!("User '{me}' already has '{kind}' role in space 'dev'."));
    }
    let roles = kit.get(&kit.admin, &format!("/v3/roles?space_guids={space}&include=user,space")).await.good();
    assert_eq!(roles["pagination"]["total_results"], 2);
    assert_eq!(roles["included"]["users"][0]["username"], json!(me));
    assert_eq!(roles["included"]["users"][0]["origin"], "uaa");
    assert_eq!(roles["included"]["spaces"][0]["guid"], json!(space));
    let path = format!("/v3/spaces?names=dev&organization_guids={}&include=organization", kit.org);
    let found = kit.get(&kit.admin, &path).await.good();
    assert_eq!(found["resources"][0]["guid"], json!(space));
    assert_eq!(found["included"]["organizations"][0]["name"], "acme");
}

#[tokio::test]
async fn a_space_role_needs_a_role_in_the_org() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let user = kit.person("dora@example.org").await;
    let refused = kit.role("space_developer", "dora@example.org", &space).await.expect_status(422);
    let wanted = "Users cannot be assigned roles in a space if they do not have a role in that space's organization.";
    assert_eq!(detail(&refused), wanted);
    let org_role = guid(&kit.role("organization_user", "dora@example.org", &kit.org).await.expect_status(201).json());
    let space_role = guid(&kit.role("space_developer", "dora@example.org", &space).await.expect_status(201).json());
    let nobody = kit.role("organization_user", "nobody@example.org", &kit.org).await.expect_status(422);
    assert!(detail(&nobody).starts_with("No user exists with the username 'nobody@example.org'"));
    // cf unset-space-role
    let users = kit.get(&kit.admin, "/v3/users?usernames=dora%40example.org").await.good();
    let dora = guid(&users["resources"][0]);
    let query = format!("/v3/roles?user_guids={dora}&types=space_developer&space_guids={space}&page=1&per_page=1");
    assert_eq!(guid(&kit.get(&kit.admin, &query).await.good()["resources"][0]), space_role);
    let early = kit.call(&kit.admin, "DELETE", &format!("/v3/roles/{org_role}")).send().await.expect_status(422);
    assert!(detail(&early).contains("has roles in spaces"));
    for role in [space_role, org_role] {
        let job =
            kit.finished(&kit.admin, kit.call(&kit.admin, "DELETE", &format!("/v3/roles/{role}")).send().await).await;
        assert_eq!(job["state"], "COMPLETE");
    }
    assert_eq!(kit.get(&user, "/v3/organizations").await.good()["pagination"]["total_results"], 0);
}

#[tokio::test]
async fn a_client_can_hold_roles_by_its_id() {
    let kit = Kit::start("acme", &[]).await;
    let client = kit.app.first.cis.uaa.clientid.clone();
    let body = role("organization_user", json!({"guid": client}), "organization", &kit.org);
    let made = kit.post(&kit.admin, "/v3/roles", body).await.expect_status(201).json();
    assert_eq!(made["relationships"]["user"]["data"]["guid"], json!(client));
    let unknown = role("organization_user", json!({"guid": "sb-none"}), "organization", &kit.org);
    let _ = kit.post(&kit.admin, "/v3/roles", unknown).await.expect_status(422);
}

#[tokio::test]
async fn who_has_no_role_sees_nothing_and_is_not_told_that_it_is_there() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let stranger = kit.person("stranger@example.org").await;
    assert!(names(&kit.get(&stranger, "/v3/organizations?names=acme").await.good()).is_empty());
    assert!(names(&kit.get(&stranger, "/v3/spaces?names=dev").await.good()).is_empty());
    for path in [format!("/v3/organizations/{}", kit.org), format!("/v3/spaces/{space}")] {
        assert_eq!(kit.get(&stranger, &path).await.status, 404, "{path}");
    }
    let body = json!({"name": "x", "relationships": {"organization": {"data": {"guid": kit.org}}}});
    let refused = kit.post(&stranger, "/v3/spaces", body.clone()).await.expect_status(422);
    assert!(detail(&refused).starts_with("Invalid organization."));
    let auditor = kit.in_space("space_auditor", "audrey@example.org", &space).await;
    assert_eq!(names(&kit.get(&auditor, "/v3/spaces").await.good()), ["dev"]);
    assert_eq!(kit.post(&auditor, "/v3/spaces", body).await.status, 403);
    let gone = kit.call(&auditor, "DELETE", &format!("/v3/spaces/{space}")).send().await;
    assert_eq!(gone.status, 403);
    let manager = kit.person("mona@example.org").await;
    let _ = kit.role("organization_manager", "mona@example.org", &kit.org).await.expect_status(201);
    let body = json!({"name": "hers", "relationships": {"organization": {"data": {"guid": kit.org}}}});
    let hers = guid(&kit.post(&manager, "/v3/spaces", body).await.expect_status(201).json());
    let job = kit.finished(&manager, kit.call(&manager, "DELETE", &format!("/v3/spaces/{hers}")).send().await).await;
    assert_eq!((&job["state"], &job["operation"]), (&json!("COMPLETE"), &json!("space.delete")));
}

#[tokio::test]
async fn spaces_roles_and_users_come_in_pages_each_once_and_in_order() {
    let kit = Kit::start("acme", &[]).await;
    let mut tokens = Vec::new();
    for name in ["c", "a", "b"] {
        let space = kit.space(name).await;
        tokens.push(kit.in_space("space_developer", &format!("{name}@example.org"), &space).await);
    }
    let text = |field: &'static str| move |resource: &Value| resource[field].as_str().unwrap_or("-").to_owned();
    let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let spaces = kit.walked(&kit.admin, "/v3/spaces?order_by=name&per_page=2", text("name")).await;
    assert_eq!(spaces, named(&["a", "b", "c"]));
    let spaces = kit.walked(&kit.admin, "/v3/spaces?order_by=-name&per_page=1", text("name")).await;
    assert_eq!(spaces, named(&["c", "b", "a"]));
    assert_eq!(kit.walked(&tokens[1], "/v3/spaces?per_page=1", text("name")).await, named(&["a"]));
    let page = kit.get(&kit.admin, "/v3/spaces?order_by=name&per_page=1&page=2&include=organization").await.good();
    assert_eq!(page["included"]["organizations"].as_array().map(Vec::len), Some(1));
    let kinds = kit.walked(&kit.admin, "/v3/roles?order_by=name&per_page=2", text("type")).await;
    assert_eq!((kinds.len(), kinds.is_sorted()), (8, true), "{kinds:?}");
    assert_eq!(kit.walked(&tokens[0], "/v3/roles?per_page=3", text("guid")).await.len(), 8);
    let users = kit.walked(&kit.admin, "/v3/users?order_by=name&per_page=2", text("username")).await;
    assert_eq!(users.len(), 4, "{users:?}");
    assert!(users.is_sorted() && users.contains(&"a@example.org".to_owned()), "{users:?}");
    let path = format!("/v3/organizations/{}/users?order_by=-name&per_page=1", kit.org);
    let mut members = kit.walked(&tokens[2], &path, text("username")).await;
    members.reverse();
    assert_eq!(members, users);
}

#[tokio::test]
async fn who_is_no_fellow_is_neither_listed_nor_found() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let dora = kit.in_space("space_developer", "dora@example.org", &space).await;
    let stranger = kit.person("stranger@example.org").await;
    let by_name = async |token: &str, name: &str| {
        kit.get(token, &format!("/v3/users?usernames={name}%40example.org")).await.good()["resources"].clone()
    };
    let id = async |name: &str| by_name(&kit.admin, name).await[0]["guid"].as_str().unwrap_or_default().to_owned();
    let hers = id("dora").await;
    assert_eq!(by_name(&dora, "stranger").await, json!([]));
    assert_eq!(by_name(&stranger, "dora").await, json!([]));
    assert_eq!(by_name(&stranger, "stranger").await[0]["username"], "stranger@example.org", "oneself, always");
    assert_eq!(kit.get(&stranger, &format!("/v3/users/{hers}")).await.status, 404);
    for token in [&dora, &kit.admin] {
        assert_eq!(kit.get(token, &format!("/v3/users/{hers}")).await.good()["username"], "dora@example.org");
    }
    assert_eq!(kit.get(&kit.admin, "/v3/users/nobody").await.status, 404);
}

#[tokio::test]
async fn a_hundred_and_twenty_orgs_come_in_pages_each_once() {
    let kit = Kit::start("acme", &[]).await;
    for n in 1..120 {
        let _ = kit.post(&kit.admin, "/v3/organizations", json!({"name": format!("o{n:03}")})).await.expect_status(201);
    }
    let name = |org: &Value| org["name"].as_str().unwrap().to_owned();
    let seen = kit.walked(&kit.admin, "/v3/organizations?order_by=name&per_page=50", name).await;
    assert_eq!(seen.len(), 120);
    assert!(seen.is_sorted_by(|one, next| one < next), "each once, by name");
    let page = kit.get(&kit.admin, "/v3/organizations?per_page=50").await.good();
    assert_eq!(page["pagination"]["total_pages"], 3);
}

#[tokio::test]
async fn domains_quota_and_what_there_is_none_of() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let org = format!("/v3/organizations/{}", kit.org);
    let default = kit.get(&kit.admin, &format!("{org}/domains/default")).await.good();
    let domains = kit.get(&kit.admin, &format!("{org}/domains?per_page=5000")).await.good();
    assert!(names(&domains).contains(&default["name"].as_str().unwrap().to_owned()));
    assert!(default["relationships"]["organization"]["data"].is_null());
    assert_eq!((&default["internal"], &default["supported_protocols"]), (&json!(false), &json!(["http"])));
    let quota = kit.get(&kit.admin, &org).await.good()["relationships"]["quota"]["data"]["guid"].clone();
    let path = format!("/v3/organization_quotas/{}", quota.as_str().unwrap());
    assert_eq!(kit.get(&kit.admin, &path).await.good()["name"], "default");
    for path in [
        format!("/v3/apps?space_guids={space}"),
        format!("/v3/isolation_segments?organization_guids={}", kit.org),
        format!("/v3/spaces/{space}/running_security_groups"),
        format!("/v3/spaces/{space}/staging_security_groups"),
    ] {
        assert_eq!(kit.get(&kit.admin, &path).await.good()["resources"], json!([]), "{path}");
    }
    for path in [
        format!("{org}/relationships/default_isolation_segment"),
        format!("/v3/spaces/{space}/relationships/isolation_segment"),
    ] {
        assert_eq!(kit.get(&kit.admin, &path).await.good(), json!({"data": null}), "{path}");
    }
    let flag = kit.get(&kit.admin, "/v3/feature_flags/service_instance_sharing").await.good();
    assert_eq!((&flag["name"], &flag["enabled"]), (&json!("service_instance_sharing"), &json!(false)));
}

/// With hosts of their own the services still find each other, and the default domain is not the first by name.
#[tokio::test]
async fn the_default_domain_is_named_whatever_the_order() {
    let kit = Kit::start("acme", &[]).await;
    let all = kit.get(&kit.admin, "/v3/domains").await.good();
    let default = kit.get(&kit.admin, &format!("/v3/organizations/{}/domains/default", kit.org)).await.good();
    let one = kit.get(&kit.admin, &format!("/v3/domains/{}", guid(&default))).await.good();
    assert_eq!(one, default);
    let named = format!("/v3/domains?names={}", default["name"].as_str().unwrap());
    assert_eq!(names(&kit.get(&kit.admin, &named).await.good()), [default["name"].as_str().unwrap()]);
    assert!(all["pagination"]["total_results"].as_u64().is_some_and(|number| number > 0));
    let mut hosted = kit.app.cx.clone();
    let addresses = model::address::Addresses::new(&kit.app.url, Some("example.org"));
    hosted.settings = std::sync::Arc::new(engine::Settings { addresses, ..(*hosted.settings).clone() });
    let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", socket.local_addr().unwrap());
    let served = tokio::spawn(async move { axum::serve(socket, server::router(hosted)).await });
    let call = |path: String| {
        testkit::Request::new(&kit.app.cx.http, "GET", &format!("{url}{path}")).bearer(&kit.admin).good()
    };
    let domains = call(format!("/cf/v3/organizations/{}/domains?order_by=name", kit.org)).await;
    assert_eq!(names(&domains), ["apps.internal", "cfapps.example.org"]);
    assert_eq!(
        (&domains["resources"][0]["internal"], &domains["resources"][1]["internal"]),
        (&json!(true), &json!(false))
    );
    let default = call(format!("/cf/v3/organizations/{}/domains/default", kit.org)).await;
    assert_eq!(default["name"], "cfapps.example.org");
    served.abort();
}
