//! Cloud Integration over `/api/v1`, as the page uses it.

use super::configuration::flow_with;
use super::land::{self, Tenant, many_packages};
use super::landscape::landscape;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use testkit::{Request, TestApp, mta};

impl Tenant<'_> {
    fn own(&self, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("/api/v1/tenants/{}/{path}", self.name)).bearer(&self.token)
    }

    async fn see(&self, path: &str) -> Value {
        self.own("GET", path).good().await
    }

    /// Somebody else at the same tenant.
    async fn as_person(&self, name: &str, collections: &[&str]) -> Tenant<'_> {
        self.person(name, collections).await;
        let token = self.person_token(name).await;
        Tenant { app: self.app, name: self.name.clone(), zone: self.zone, token }
    }

    async fn flow_of(&self, package: &str, id: &str, content: Vec<u8>) {
        let body = json!({"Id": id, "Name": id, "PackageId": package, "ArtifactContent": STANDARD.encode(content)});
        self.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    }

    async fn rename(&self, id: &str, name: &str) {
        let one = format!("IntegrationDesigntimeArtifacts(Id='{id}',Version='active')");
        self.call("PUT", &one).json(&json!({"Name": name})).send().await.expect_status(200);
    }
}

fn ids(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap_or_else(|| panic!("no items: {page}"));
    items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}

/// A tenant with a package that has a flow of two parameters, and a value mapping.
async fn filled(app: &TestApp) -> Tenant<'_> {
    let dev = land::tenant(app, "dev").await;
    dev.package("Orders").await;
    dev.flow_of("Orders", "Intake", flow_with("Intake", &[("host", "h"), ("port", "22")])).await;
    let minimal = mta::bundle::minimal_bundle(&mta::ResourceType::ValueMapping, "Codes", "Codes").expect("a bundle");
    let entry = |agency: &str, value: &str| {
        format!("<entry><agency>{agency}</agency><schema>country</schema><value>{value}</value></entry>")
    };
    let group = |shop: &str, erp: &str| format!("<group id=\"x\">{}{}</group>", entry("Shop", shop), entry("ERP", erp));
    let xml = format!("<vm version=\"2.0\">{}{}{}</vm>", group("DE", "DEU"), group("FR", "FRA"), group("US", "USA"));
    let files = [("value_mapping.xml".to_owned(), Some(xml.into_bytes()))].into();
    let content = mta::Bundle::open(&minimal).expect("a bundle").with_files(&files).expect("a bundle");
    let body =
        json!({"Id": "Codes", "Name": "Codes", "PackageId": "Orders", "ArtifactContent": STANDARD.encode(content)});
    dev.call("POST", "ValueMappingDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    dev
}

#[tokio::test]
async fn packages_are_found_counted_and_come_in_pages_by_key() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    many_packages(&dev, 5).await;
    let (mut seen, mut after, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let page = dev.see(&format!("packages?limit=2&after={after}")).await;
        seen.extend(ids(&page));
        pages += 1;
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    assert_eq!((seen.join(" "), pages), ("Orders P0000 P0001 P0002 P0003 P0004".to_owned(), 4));
    dev.rename("Intake", "Changed").await;
    dev.own("POST", "designtime/ValueMapping/Codes/deployments").send().await.expect_status(202);
    let page = dev.see("packages?drafts=true").await;
    let line = &page["items"][0];
    assert_eq!((&line["artifacts"], &line["drafts"], &line["deployed"]), (&json!(2), &json!(1), &json!(1)), "{page}");
    assert_eq!(ids(&page), ["Orders"]);
    for (text, found) in [("order", 1), ("P000", 5), ("cODES", 1), ("%25", 0), ("_rders", 0), ("!", 0)] {
        assert_eq!(ids(&dev.see(&format!("packages?text={text}")).await).len(), found, "{text}");
    }
    for (query, word) in [("limit=0", "limit"), ("draft=true", "draft"), ("drafts=maybe", "drafts")] {
        let refused = dev.own("GET", &format!("packages?{query}")).send().await.expect_status(400);
        assert!(refused.text().contains(word), "{}", refused.text());
    }
}

#[tokio::test]
async fn a_package_shows_its_artifacts_goes_out_and_comes_in_again() {
    let app = TestApp::start().await;
    let (dev, test) = (filled(&app).await, land::tenant(&app, "test").await);
    let seen = dev.see("packages/Orders").await;
    let types: Vec<_> = seen["artifacts"].as_array().unwrap().iter().map(|one| one["type"].clone()).collect();
    assert_eq!(types, ["IFlow", "ValueMapping"]);
    assert_eq!(seen["artifacts"][0]["hasPage"], true);
    assert_eq!(seen["can"]["download"], json!({"allowed": true}));
    assert!(seen["can"]["transport"]["reason"].as_str().unwrap().contains("no transport mode"), "{seen}");
    let zip = dev.own("GET", "packages/Orders/content").send().await.expect_status(200);
    assert_eq!(zip.header("content-disposition"), Some("attachment; filename*=UTF-8''Orders%2Ezip"));
    let sent = test.own("POST", "package-imports").body("application/octet-stream", zip.bytes.clone()).send().await;
    let imported = sent.expect_status(201).json();
    assert_eq!((&imported["isNew"], imported["created"].as_array().unwrap().len()), (&json!(true), 2), "{imported}");
    assert_eq!(ids(&test.see("packages").await), ["Orders"]);
    let again = test.own("POST", "package-imports").body("application/octet-stream", zip.bytes).good().await;
    assert_eq!((&again["isNew"], again["unchanged"].as_array().unwrap().len()), (&json!(false), 2), "{again}");
    let refused = test.own("POST", "package-imports").body("application/octet-stream", b"no zip".to_vec()).send().await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    dev.rename("Intake", "Changed").await;
    let seen = dev.see("packages/Orders").await;
    assert!(seen["can"]["download"]["reason"].as_str().unwrap().contains("Changed"), "a draft stays: {seen}");
    dev.own("GET", "packages/Orders/content").send().await.expect_status(422);
    dev.own("DELETE", "packages/Orders").send().await.expect_status(204);
    dev.own("DELETE", "packages/Orders").send().await.expect_status(404);
    dev.own("GET", "packages/Orders").send().await.expect_status(404);
}

#[tokio::test]
async fn an_artifact_is_looked_into_configured_and_deployed() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    let one = "designtime/IFlow/Intake";
    let seen = dev.see(one).await;
    assert_eq!(
        (&seen["package"], &seen["version"], &seen["runtime"]),
        (&json!("Orders"), &json!("1.0.0"), &Value::Null)
    );
    assert_eq!(seen["can"]["undeploy"]["reason"], "it is not deployed");
    assert_eq!(seen["versions"][0]["version"], "1.0.0");
    let model = dev.own("GET", &format!("{one}/model")).send().await.expect_status(200);
    assert!(model.text().contains("<bpmn2:process") && model.text().contains("BPMNShape"), "{}", model.text());
    assert!(model.header("content-type").unwrap().starts_with("application/xml"));
    dev.own("GET", "designtime/ValueMapping/Codes/model").send().await.expect_status(422);

    let set = dev.own("PATCH", &format!("{one}/parameters")).json(&json!({"values": {"port": "23", "nothing": "x"}}));
    set.send().await.expect_status(404);
    assert_eq!(dev.value("Intake", "port").await, "22", "all or none");
    let set = dev.own("PATCH", &format!("{one}/parameters")).json(&json!({"values": {"port": "23"}}));
    set.send().await.expect_status(204);
    let configured = dev.see(one).await["parameters"].clone();
    let value = |key: &str| configured.as_array().unwrap().iter().find(|one| one["key"] == key).unwrap().clone();
    assert_eq!((&value("port")["configuredValue"], &value("port")["defaultValue"]), (&json!("23"), &json!("22")));
    assert_eq!(value("host")["configuredValue"], Value::Null);
    let unknown = dev.own("PATCH", &format!("{one}/parameters")).json(&json!({"values": {}, "value": 1}));
    unknown.send().await.expect_status(400);

    dev.own("POST", &format!("{one}/deployments")).send().await.expect_status(202);
    assert_eq!(dev.see(one).await["runtime"]["status"], "STARTING");
    app.run_jobs().await;
    let seen = dev.see(one).await;
    assert_eq!((&seen["runtime"]["status"], &seen["runtime"]["version"]), (&json!("STARTED"), &json!("1.0.0")));
    assert_eq!(seen["can"]["undeploy"], json!({"allowed": true}));
    assert_eq!(ids(&dev.see("runtime?text=INT&status=STARTED,ERROR").await), ["Intake"]);
    assert_eq!(ids(&dev.see("runtime?status=ERROR").await), [] as [&str; 0]);
    dev.own("GET", "runtime?status=GONE").send().await.expect_status(400);
    dev.own("DELETE", "runtime/Intake").send().await.expect_status(204);
    dev.own("DELETE", "runtime/Intake").send().await.expect_status(404);
    dev.own("GET", "designtime/Flow/Intake").send().await.expect_status(404);
    dev.own("GET", "designtime/IFlow/Nothing").send().await.expect_status(404);
}

#[tokio::test]
async fn what_does_not_start_says_why_in_the_tenants_words() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.package("P").await;
    let files = [("src/main/resources/scenarioflows/integrationflow/F.iflw".to_owned(), None)].into();
    let bundle = flow_with("F", &[]);
    dev.flow_of("P", "F", mta::Bundle::open(&bundle).expect("a bundle").with_files(&files).expect("a bundle")).await;
    dev.own("POST", "designtime/IFlow/F/deployments").send().await.expect_status(202);
    app.run_jobs().await;
    let runtime = dev.see("designtime/IFlow/F").await["runtime"].clone();
    assert_eq!(runtime["status"], "ERROR");
    assert!(runtime["error"].as_str().unwrap().contains("cannot be built"), "{runtime}");
    assert_eq!(dev.see("packages/P").await["artifacts"][0]["runtimeStatus"], "ERROR");
}

#[tokio::test]
async fn resources_are_read_as_text_and_a_value_mapping_as_a_table() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    let body = json!({"Name": "a.groovy", "ResourceType": "groovy", "ResourceContent": STANDARD.encode("println 1")});
    let flow = "IntegrationDesigntimeArtifacts(Id='Intake',Version='active')/Resources";
    dev.call("POST", flow).json(&body).send().await.expect_status(201);
    let resources = dev.see("designtime/IFlow/Intake/resources").await;
    assert_eq!(resources, json!([{"name": "a.groovy", "type": "groovy", "sizeBytes": 9}]));
    let text = dev.see("designtime/IFlow/Intake/resource?name=a.groovy&resourceType=groovy").await;
    assert_eq!(text["text"], "println 1");
    let missing = dev.own("GET", "designtime/IFlow/Intake/resource?name=b.groovy&resourceType=groovy").send().await;
    missing.expect_status(404);
    let table = dev.see("designtime/ValueMapping/Codes/values?limit=2").await;
    assert_eq!(table["sides"][1], json!({"agency": "ERP", "schema": "country"}));
    assert_eq!(table["items"][1], json!({"number": 1, "values": ["FR", "FRA"]}));
    let next = table["next"].as_str().unwrap();
    let rest = dev.see(&format!("designtime/ValueMapping/Codes/values?limit=2&after={next}")).await;
    assert_eq!((&rest["items"][0]["values"], &rest["next"]), (&json!(["US", "USA"]), &Value::Null));
    assert_eq!(dev.see("designtime/ValueMapping/Codes/values?text=fra").await["items"][0]["number"], 1);
}

#[tokio::test]
async fn a_transport_is_listed_with_its_progress_newest_first() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let dev = &landscape.dev;
    for package in ["P", "Q"] {
        dev.package(package).await;
        dev.flow(package, &format!("F{package}")).await;
        let begun = dev.own("POST", &format!("packages/{package}/transports")).json(&json!({"comment": "x"}));
        begun.send().await.expect_status(202);
        app.advance(std::time::Duration::from_secs(1));
    }
    app.run_jobs().await;
    let settings = dev.see("transport-settings").await;
    assert_eq!((&settings["mode"], &settings["node"]), (&json!("TransportManagementService"), &json!("DEV")));
    assert_eq!(dev.see("packages/P").await["can"]["transport"], json!({"allowed": true}));
    let first = dev.see("activities?limit=1").await;
    let (item, next) = (&first["items"][0], first["next"].as_str().expect("a next page"));
    assert_eq!((&item["package"], &item["state"]), (&json!("Q"), &json!("FINISHED")), "{item}");
    assert!(item["transportRequestId"].is_i64(), "{item}");
    let second = dev.see(&format!("activities?limit=1&after={next}")).await;
    assert_eq!(second["items"][0]["package"], "P");
    assert_eq!(dev.see("activities?package=P").await["items"].as_array().unwrap().len(), 1);
    dev.own("GET", "activities?after=x").send().await.expect_status(400);
}

#[tokio::test]
async fn a_viewer_sees_but_does_not_change_and_hears_which_role_is_missing() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    dev.own("POST", "designtime/IFlow/Intake/deployments").send().await.expect_status(202);
    dev.collection("Readers", "WorkspacePackagesRead").await;
    let vera = dev.as_person("vera", &["Readers"]).await;
    assert_eq!(vera.see("packages").await["can"]["import"]["allowed"], false);
    let seen = vera.see("packages/Orders").await;
    for what in ["import", "delete", "seeTransports", "transport"] {
        assert_eq!(seen["can"][what]["allowed"], false, "{what}");
    }
    assert!(seen["can"]["transport"]["reason"].as_str().unwrap().contains("WorkspacePackagesTransport"), "{seen}");
    assert_eq!(
        (&seen["artifacts"][0]["runtimeStatus"], &vera.see("packages").await["items"][0]["deployed"]),
        (&Value::Null, &Value::Null)
    );
    let one = vera.see("designtime/IFlow/Intake").await;
    assert_eq!(one["runtime"], Value::Null, "what runs is another right");
    for what in ["configure", "deploy", "undeploy", "seeRuntime"] {
        assert_eq!(one["can"][what]["allowed"], false, "{what}");
    }
    for (method, path, body) in [
        ("POST", "package-imports", json!({})),
        ("DELETE", "packages/Orders", json!({})),
        ("PATCH", "designtime/IFlow/Intake/parameters", json!({"values": {"port": "1"}})),
        ("POST", "designtime/IFlow/Intake/deployments", json!({})),
        ("DELETE", "runtime/Intake", json!({})),
        ("GET", "runtime", json!({})),
        ("GET", "activities", json!({})),
        ("POST", "packages/Orders/transports", json!({"comment": "x"})),
        ("PUT", "transport-settings", json!({"mode": null})),
    ] {
        let refused = vera.own(method, path).json(&body).send().await.expect_status(403).json();
        assert!(refused["error"]["fix"].as_str().is_some_and(|fix| fix.contains("role")), "{method} {path}: {refused}");
    }
    assert_eq!(dev.value("Intake", "port").await, "22");
}

#[tokio::test]
async fn another_tenants_package_is_not_there() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    let test = land::tenant(&app, "test").await;
    for path in
        ["packages/Orders", "designtime/IFlow/Intake", "designtime/IFlow/Intake/model", "packages/Orders/content"]
    {
        test.own("GET", path).send().await.expect_status(404);
        let other = app.get(&format!("/api/v1/tenants/dev/{path}")).bearer(&test.token).send().await;
        other.expect_status(403);
    }
    assert_eq!(ids(&test.see("packages").await), [] as [&str; 0]);
    test.own("POST", "designtime/IFlow/Intake/deployments").send().await.expect_status(404);
    test.own("DELETE", "packages/Orders").send().await.expect_status(404);
    assert_eq!(ids(&dev.see("packages").await), ["Orders"]);
}

#[tokio::test]
async fn of_two_who_configure_or_set_the_second_hears_of_it() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    let one = "designtime/IFlow/Intake";
    let send = async |method: &str, path: &str, version: &str, body: Value| {
        dev.own(method, path).header("if-match", &format!("\"{version}\"")).json(&body).send().await
    };
    let of = |seen: &Value, name: &str| seen[name].as_str().unwrap().to_owned();
    let configured = of(&dev.see(one).await, "configurationVersion");
    let parameters = format!("{one}/parameters");
    let values = |port: &str| json!({"values": {"port": port}});
    send("PATCH", &parameters, &configured, values("23")).await.expect_status(204);
    let late = send("PATCH", &parameters, &configured, values("24")).await.expect_status(412).json();
    assert_eq!((&late["error"]["code"], dev.value("Intake", "port").await), (&json!("changed"), "23".to_owned()));
    let now = of(&dev.see(one).await, "configurationVersion");
    send("PATCH", &parameters, &now, values("24")).await.expect_status(204);
    let answer = dev.own("GET", "transport-settings").send().await.expect_status(200);
    let version = of(&answer.json(), "version");
    assert_eq!(answer.header("etag"), Some(format!("\"{version}\"").as_str()));
    let on = json!({"mode": "TransportManagementService"});
    let set = send("PUT", "transport-settings", &version, on).await.expect_status(200);
    let late = send("PUT", "transport-settings", &version, json!({"mode": null})).await;
    assert_eq!(late.expect_status(412).json()["error"]["code"], "changed");
    let after = set.header("etag").unwrap().trim_matches('"').to_owned();
    send("PUT", "transport-settings", &after, json!({"mode": null})).await.expect_status(200);
    assert_eq!(dev.see("transport-settings").await["mode"], Value::Null);
}
