//! The public features and projects APIs.

use super::deploy::land_with;
use super::kit::Land;
use serde_json::{Value, json};
use testkit::Request;

const BOTH: &[&str] =
    &["calm-api.features.read", "calm-api.features.write", "calm-api.projects.read", "calm-api.projects.write"];

struct Client {
    land: Land,
    token: String,
    project: String,
}

async fn client() -> Client {
    with(Land::start().await).await
}

async fn with(land: Land) -> Client {
    let token = land.token(BOTH).await;
    let project = land.project(None).await.text();
    Client { land, token, project }
}

impl Client {
    fn call(&self, method: &str, path: &str) -> Request {
        self.land.app.request(method, &format!("/alm/alm/api/calm-features/v1/{path}")).bearer(&self.token)
    }

    async fn get(&self, path: &str) -> Value {
        self.call("GET", path).good().await
    }

    /// What an absolute link says below the service.
    fn below<'l>(&self, link: &'l str) -> &'l str {
        let rest = link.strip_prefix(self.land.app.url.as_str()).expect("an absolute link");
        rest.strip_prefix("/alm/alm/api/calm-features/v1/").expect("a link into the service")
    }

    /// The rows of all pages of `size`.
    async fn followed(&self, path: &str, size: usize) -> Vec<Value> {
        let (mut path, mut all) = (path.to_owned(), Vec::new());
        loop {
            let prefer = format!("odata.maxpagesize={size}");
            let page = self.call("GET", &path).header("prefer", &prefer).good().await;
            let rows = page["value"].as_array().unwrap();
            assert!(rows.len() <= size);
            all.extend(rows.clone());
            let Some(next) = page.get("@odata.nextLink").and_then(Value::as_str) else { return all };
            path = self.below(next).to_owned();
        }
    }

    async fn make(&self, body: Value) -> Value {
        let mut body = body;
        body["projectId"] = json!(self.project);
        self.call("POST", "Features").json(&body).send().await.expect_status(201).json()
    }

    async fn patch(&self, feature: &Value, body: Value) -> testkit::Answer {
        self.call("PATCH", &path(feature)).json(&body).send().await
    }
}

fn path(feature: &Value) -> String {
    format!("Features/{}", feature["uuid"].as_str().unwrap())
}

#[tokio::test]
async fn a_feature_is_made_read_and_found_by_its_number() {
    let api = client().await;
    let made = api.make(json!({ "title": "Pricing", "statusCode": "CREATED", "priorityCode": 30 })).await;
    assert_eq!(
        (&made["displayId"], &made["statusCode"], &made["priorityCode"]),
        (&json!("6-1"), &json!("CREATED"), &json!(30))
    );
    assert_eq!(made["@odata.context"], "$metadata#Features/$entity");
    assert_eq!(made["responsibleId"], Value::Null);
    let found = api.get("Features?$filter=displayId%20eq%20'6-1'&$top=1").await;
    assert_eq!(found["value"][0]["uuid"], made["uuid"]);
    let read =
        api.call("GET", &format!("{}?$expand=toStatus,toPriority,toProject,toRelease", path(&made))).send().await;
    assert_eq!(read.header("odata-version"), Some("4.0"));
    let read = read.json();
    assert_eq!(
        (&read["toStatus"]["name"], &read["toPriority"]["name"]),
        (&json!("In Specification"), &json!("Medium"))
    );
    assert_eq!((&read["toProject"]["name"], &read["toRelease"]), (&json!("Integration"), &Value::Null));
}

#[tokio::test]
async fn filters_expansion_selection_and_count() {
    let api = client().await;
    for (title, priority) in [("a", json!("20")), ("b", json!(30)), ("c", json!(10))] {
        let made = api.make(json!({ "title": title, "priorityCode": priority })).await;
        if title != "c" {
            let _ = api.patch(&made, json!({ "statusCode": "IN_REALIZATION" })).await.expect_status(200);
        }
    }
    let filter =
        "$filter=statusCode%20eq%20'IN_REALIZATION'%20and%20priorityCode%20le%2020&$expand=toStatus&$count=true";
    let found = api.get(&format!("Features?{filter}")).await;
    assert_eq!(found["@odata.count"], 1);
    assert_eq!(found["value"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&found["value"][0]["title"], &found["value"][0]["toStatus"]["name"]),
        (&json!("a"), &json!("In Implementation"))
    );
    let sorted = api.get("Features?$orderby=priorityCode%20desc&$select=title&$top=2").await;
    assert_eq!(sorted["value"], json!([{ "title": "b" }, { "title": "a" }]));
    for wrong in ["$filter=nothing%20eq%201", "$expand=toNothing", "$select=nothing", "$orderby=nothing", "$top=x"] {
        let refused = api.call("GET", &format!("Features?{wrong}")).send().await.expect_status(400);
        assert!(refused.json()["error"]["message"].is_string());
    }
}

#[tokio::test]
async fn a_page_has_a_hundred_rows_and_a_link_to_the_next() {
    let api = client().await;
    let project = api.project.parse().unwrap();
    for _ in 0..103 {
        api.land.feature_in(project).await;
    }
    let first = api.get("Features?$count=true&$orderby=modifiedAt%20desc&$select=displayId").await;
    assert_eq!((first["value"].as_array().unwrap().len(), &first["@odata.count"]), (100, &json!(103)));
    let next = first["@odata.nextLink"].as_str().unwrap();
    let second = api.get(api.below(next)).await;
    let numbers: Vec<&str> =
        second["value"].as_array().unwrap().iter().map(|row| row["displayId"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["6-101", "6-102", "6-103"]);
    assert!(second.get("@odata.nextLink").is_none());
}

#[tokio::test]
async fn the_pages_of_every_list_are_the_list() {
    let api = client().await;
    let mut features = Vec::new();
    for at in 0..5 {
        let references: Vec<Value> = (0..4)
            .map(|n| json!({ "id": format!("x{n}"), "name": format!("n{}", n % 2), "url": "https://x.example" }))
            .collect();
        let links: Vec<Value> =
            references.iter().map(|one| json!({ "name": one["name"], "url": one["url"] })).collect();
        let body = json!({ "title": format!("t{}", at % 2), "priorityCode": 10 + 10 * (at % 3),
            "toURLReferences": links, "toExternalReferences": references });
        features.push(api.make(body).await);
    }
    let own = |name: &str| format!("{}/{name}", path(&features[1]));
    for (list, options) in [
        ("Features".to_owned(), "$filter=priorityCode le 20&$orderby=title desc&$expand=toStatus&$select=title"),
        ("Features".to_owned(), "$filter=title ne 'x'&$expand=toURLReferences&$count=true"),
        ("Features".to_owned(), "$skip=1&$top=3&$orderby=toPriority/name"),
        (own("toURLReferences"), "$filter=name ne 'n2'&$orderby=name&$select=uuid"),
        (own("toExternalReferences"), "$filter=name eq 'n1'"),
        ("URLReferences".to_owned(), "$orderby=name,uuid desc&$top=11"),
        ("ExternalReferences".to_owned(), "$filter=id ne 'x0'&$count=true"),
        ("FeatureStatus".to_owned(), "$orderby=name desc"),
        ("FeaturePriorities".to_owned(), "$filter=code gt 10"),
    ] {
        for options in ["", options] {
            let asked = format!("{list}?{}", options.replace(' ', "%20"));
            let whole = api.get(&asked).await;
            assert!(whole.get("@odata.nextLink").is_none());
            for size in [1, 3] {
                assert_eq!(json!(api.followed(&asked, size).await), whole["value"], "{asked} in pages of {size}");
            }
        }
    }
    let first = api.call("GET", &own("toURLReferences")).header("prefer", "odata.maxpagesize=2").good().await;
    let next = first["@odata.nextLink"].as_str().unwrap();
    assert!(next.contains(&own("toURLReferences")), "a page behind a feature goes on behind that feature: {next}");
    let token = next.rsplit_once("$skiptoken=").unwrap().1;
    let _ = api.call("GET", &format!("URLReferences?$skiptoken={token}")).send().await.expect_status(400);
}

#[tokio::test]
async fn what_would_have_no_effect_is_refused_by_name() {
    let api = client().await;
    let made = api.make(json!({ "title": "x" })).await;
    let one = path(&made);
    for (asked, option) in [
        (format!("{one}?$filter=title%20eq%20'y'"), "$filter"),
        (format!("{one}/toTransports?$expand=x"), "$expand"),
        (format!("{one}/toTransports?$filter=colour%20eq%20'y'"), "colour"),
        ("Features?$expand=toTransports($top=1)".to_owned(), "$expand"),
        ("Features?$search=x".to_owned(), "$search"),
        ("Features?$inlinecount=allpages".to_owned(), "$inlinecount"),
        ("Features?$filter=tags%20eq%20'y'".to_owned(), "tags"),
        ("Features?colour=red".to_owned(), "colour"),
        ("Features?$format=xml".to_owned(), "$format"),
        ("URLReferences?$select=colour".to_owned(), "colour"),
        ("FeatureStatus?$orderby=colour".to_owned(), "colour"),
    ] {
        let refused = api.call("GET", &asked).send().await.expect_status(400);
        assert!(refused.text().contains(option), "{asked}: {}", refused.text());
    }
    let _ =
        api.call("PATCH", &format!("{one}?$filter=x")).json(&json!({ "title": "y" })).send().await.expect_status(400);
    assert_eq!(api.get(&one).await["title"], "x");
    let projects = "/alm/alm/api/calm-projects/v1/projects?$top=1";
    let refused = api.land.app.get(projects).bearer(&api.token).send().await.expect_status(400);
    assert!(refused.text().contains("$top"));
}

#[tokio::test]
async fn references_come_with_the_feature_and_go_by_their_keys() {
    let api = client().await;
    let made = api
        .make(json!({
            "title": "x",
            "toURLReferences": [{ "name": "Wiki", "url": "https://wiki.example/1" }],
            "toExternalReferences": [{ "id": "jira:ABC-1", "name": "ABC-1", "url": "https://jira.example/ABC-1" }],
        }))
        .await;
    let read = api.get(&format!("{}?$expand=toURLReferences,toExternalReferences", path(&made))).await;
    assert_eq!(read["toURLReferences"][0]["name"], "Wiki");
    assert_eq!(read["toExternalReferences"][0]["id"], "jira:ABC-1");
    let list = format!("{}/toExternalReferences", path(&made));
    let found = api.get(&format!("{list}?$filter=id%20eq%20'jira:ABC-1'")).await;
    assert_eq!(found["value"].as_array().unwrap().len(), 1);
    let twice = json!({ "id": "jira:ABC-1", "name": "n", "url": "https://x.example" });
    let _ = api.call("POST", &list).json(&twice).send().await.expect_status(409);
    let uuid = made["uuid"].as_str().unwrap();
    let key = format!("ExternalReferences/jira%3AABC-1/{uuid}");
    let _ = api.call("DELETE", &key).send().await.expect_status(204);
    let _ = api.call("DELETE", &key).send().await.expect_status(404);
    let link = read["toURLReferences"][0]["uuid"].as_str().unwrap();
    let _ = api.call("DELETE", &format!("URLReferences/{link}")).send().await.expect_status(204);
    let added = json!({ "name": "n", "url": "https://x.example" });
    let added =
        api.call("POST", &format!("{}/toURLReferences", path(&made))).json(&added).send().await.expect_status(201);
    assert_eq!(added.json()["parent_uuid"], made["uuid"]);
    assert_eq!(api.get("URLReferences").await["value"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_change_keeps_what_is_not_named_and_a_forbidden_step_leaves_no_trace() {
    let api = client().await;
    let made = api
        .make(json!({ "title": "x", "responsibleId": "jo", "description": "<p onclick=x>d</p><script>s</script>" }))
        .await;
    assert_eq!(made["description"], "<p>d</p>");
    let changed = api.patch(&made, json!({ "title": "y", "responsibleId": null })).await.expect_status(200).json();
    assert_eq!((&changed["title"], &changed["responsibleId"]), (&json!("y"), &Value::Null));
    assert_eq!(changed["description"], "<p>d</p>");
    let id = made["uuid"].as_str().unwrap().parse().unwrap();
    let before = api.land.history(id).await;
    for status in ["CONFIRMED", "APPROVED_FOR_DEPLOYMENT", "NOTHING"] {
        let refused = api.patch(&made, json!({ "statusCode": status, "title": "z" })).await.expect_status(400).json();
        assert!(refused["error"]["code"].is_string() && refused["error"]["message"].is_string());
    }
    assert_eq!(api.land.history(id).await, before);
    assert_eq!(api.get(&path(&made)).await["title"], "y");
    for wrong in [
        json!({ "title": "" }),
        json!({ "title": "t", "statusCode": "CONFIRMED" }),
        json!({ "title": "t", "priorityCode": 31 }),
    ] {
        let mut body = wrong;
        body["projectId"] = json!(api.project);
        let _ = api.call("POST", "Features").json(&body).send().await.expect_status(400);
    }
}

#[tokio::test]
async fn codes_scopes_methods_and_unknown_keys() {
    let api = client().await;
    let statuses = api.get("FeatureStatus").await;
    assert_eq!(statuses["value"].as_array().unwrap().len(), 7);
    assert_eq!(api.get("FeaturePriorities").await["value"][0], json!({ "code": 10, "name": "Very High" }));
    let _ = api.call("GET", "Features/00000000-0000-0000-0000-000000000001").send().await.expect_status(404);
    let _ = api.call("GET", "Features/x").send().await.expect_status(404);
    let made = api.make(json!({ "title": "x" })).await;
    let refused = api.call("DELETE", &path(&made)).send().await.expect_status(405);
    assert!(refused.json()["error"]["message"].is_string());
    let reader = api.land.token(&["calm-api.features.read"]).await;
    let url = "/alm/alm/api/calm-features/v1/Features";
    let refused = api.land.app.post(url).bearer(&reader).json(&json!({})).send().await.expect_status(403);
    assert!(refused.text().contains("calm-api.features.write"));
    let _ = api.land.app.get(url).send().await.expect_status(401);
    let _ =
        api.land.app.get("/alm/other/api/calm-features/v1/Features").bearer(&reader).send().await.expect_status(403);
}

#[tokio::test]
async fn the_owner_of_a_transport_is_found() {
    let (land, _fake) = land_with(&[7, 8]).await;
    let id = land.started_with(&[7]).await;
    let api = with(land).await;
    assert_eq!(api.get("Transports/7/parent").await["uuid"], id.text());
    for unknown in ["8", "9", "x"] {
        let refused = api.call("GET", &format!("Transports/{unknown}/parent")).send().await.expect_status(404);
        assert!(refused.json()["error"]["message"].is_string());
    }
    let row = &api.get(&format!("Features/{id}/toTransports")).await["value"][0];
    assert_eq!(
        (&row["id"], &row["statusName"], &row["sourceTenant"], &row["targetTenant"]),
        (&json!("7"), &json!("Released"), &json!("DEV"), &json!("TEST"))
    );
}

#[tokio::test]
async fn private_projects_are_hidden_from_clients_without_the_scope() {
    let api = client().await;
    let hidden = api.land.project(Some("private")).await;
    api.land.feature_in(hidden).await;
    assert_eq!(api.get("Features?$count=true").await["@odata.count"], 0);
    let url = "/alm/alm/api/calm-projects/v1/projects";
    assert_eq!(api.land.app.get(url).bearer(&api.token).good().await.as_array().unwrap().len(), 1);
    let scopes = ["calm-api.features.read", "calm-api.projects.private.read", "calm-api.projects.read"];
    let all = api.land.token(&scopes).await;
    assert_eq!(api.land.app.get(url).bearer(&all).good().await.as_array().unwrap().len(), 2);
    let made =
        api.land.app.post(url).bearer(&api.token).json(&json!({ "name": "New" })).send().await.expect_status(201);
    assert_eq!(made.json()["status"], "O");
    let one = |id: &str| api.land.app.get(&format!("{url}/{id}")).bearer(&api.token);
    assert_eq!(one(made.json()["id"].as_str().unwrap()).good().await, made.json());
    for unseen in [hidden.to_string().as_str(), "x"] {
        assert!(one(unseen).send().await.expect_status(404).json()["error"]["message"].is_string());
    }
}

/// A small edit never takes anything away; what the service computes is skipped, what there is none of is named.
#[tokio::test]
async fn a_patch_changes_what_it_says_and_refuses_what_there_is_none_of() {
    let api = client().await;
    let made = api.make(json!({"title": "Pricing", "description": "<p>d</p>", "priorityCode": 30, "releaseId": "r1", "tags": ["a"]})).await;
    let after = api
        .patch(&made, json!({"title": "Prices", "displayId": "9-9", "@odata.etag": "x"}))
        .await
        .expect_status(200)
        .json();
    assert_eq!(after["title"], "Prices");
    for field in ["description", "priorityCode", "releaseId", "tags", "statusCode", "projectId", "displayId"] {
        assert_eq!(after[field], made[field], "{field}");
    }
    let refused = api.patch(&made, json!({"title": "X", "colour": "red"})).await.expect_status(400);
    assert!(refused.text().contains("Property 'colour' does not exist"), "{}", refused.text());
    let mut body = json!({"title": "New", "owner": "me"});
    body["projectId"] = json!(api.project);
    let refused = api.call("POST", "Features").json(&body).send().await.expect_status(400);
    assert!(refused.text().contains("Property 'owner' does not exist"));
    assert_eq!(api.get(&path(&made)).await["title"], "Prices");
}

/// Nothing that is said vanishes: neither behind a link, nor in a change, nor a project that a feature cannot go to.
#[tokio::test]
async fn what_is_said_of_references_and_projects_counts_or_is_refused() {
    let api = client().await;
    let link = json!({ "name": "n", "url": "https://x.example" });
    let made = api.make(json!({ "title": "x", "toURLReferences": [link] })).await;
    let one = path(&made);
    let other = api.land.project(None).await.text();
    let odd = json!([{ "name": "n", "url": "https://x.example", "colour": "red" }]);
    let pointer = json!({ "id": "i", "name": "n", "url": "https://x.example", "kind": "jira" });
    let project = json!(api.project);
    let projects = "../calm-projects/v1/projects";
    for (method, at, body, word) in [
        ("PATCH", one.clone(), json!({ "title": "y", "toURLReferences": [link] }), "toURLReferences"),
        ("PATCH", one.clone(), json!({ "title": "y", "toExternalReferences": [] }), "toExternalReferences"),
        ("PATCH", one.clone(), json!({ "title": "y", "projectId": other }), "projectId"),
        ("POST", format!("{one}/toURLReferences"), odd[0].clone(), "colour"),
        ("POST", format!("{one}/toURLReferences"), json!({ "id": "i", "name": "n", "url": "https://x.example" }), "id"),
        ("POST", format!("{one}/toExternalReferences"), pointer.clone(), "kind"),
        (
            "POST",
            "Features".to_owned(),
            json!({ "title": "z", "projectId": project, "toURLReferences": odd }),
            "colour",
        ),
        (
            "POST",
            "Features".to_owned(),
            json!({ "title": "z", "projectId": project, "toExternalReferences": [pointer] }),
            "kind",
        ),
        ("POST", projects.to_owned(), json!({ "name": "P", "acess": "private" }), "acess"),
        (
            "POST",
            projects.to_owned(),
            json!({ "name": "P", "members": [{ "user": "a", "role": "lead", "x": 1 }] }),
            "x",
        ),
        ("POST", format!("{projects}?$top=1"), json!({ "name": "P" }), "$top"),
    ] {
        let path = format!("/alm/alm/api/calm-features/v1/{at}").replace("calm-features/v1/../", "");
        let refused = api.land.app.request(method, &path).bearer(&api.token).json(&body).send().await;
        assert_eq!(refused.status, 400, "{method} {at} {body} {}", refused.text());
        assert!(refused.text().contains(word), "{method} {at} {body} {}", refused.text());
    }
    let after = api.patch(&made, json!({ "title": "y", "projectId": project })).await.expect_status(200).json();
    assert_eq!((&after["title"], &after["projectId"]), (&json!("y"), &project));
    assert_eq!(api.get("Features").await["value"].as_array().unwrap().len(), 1);
    assert_eq!(api.get("URLReferences").await["value"].as_array().unwrap().len(), 1);
}

/// A misspelt target must not deploy everything, a misspelt option not list everything.
#[tokio::test]
async fn our_own_api_refuses_what_it_does_not_know_by_name() {
    let land = Land::start().await;
    let (feature, project) = (land.feature().await.text(), land.project(None).await.text());
    let token = land.person_token().await;
    let one = format!("features/{feature}");
    for (method, path, body, word) in [
        ("POST", format!("{one}/deploy"), json!({ "taget": "TEST" }), "taget"),
        ("POST", format!("{one}/status"), json!({ "statusCode": "IN_REALIZATION", "comment": "x" }), "comment"),
        ("POST", "features".to_owned(), json!({ "title": "x", "projectId": project, "priority": 10 }), "priority"),
        ("POST", "projects".to_owned(), json!({ "name": "x", "acess": "private" }), "acess"),
        ("GET", "features?projectid=x".to_owned(), Value::Null, "projectid"),
        ("GET", "transports?asigned=true".to_owned(), Value::Null, "asigned"),
    ] {
        let request = land.app.request(method, &format!("/api/v1/alm/alm/{path}")).bearer(&token);
        let request = if body.is_null() { request } else { request.json(&body) };
        let refused = request.send().await.expect_status(400);
        assert!(refused.json()["error"]["message"].as_str().unwrap().contains(word), "{path}: {}", refused.text());
    }
}

#[tokio::test]
async fn a_feature_comes_with_a_bounded_number_of_references() {
    let api = client().await;
    let links = vec![json!({ "name": "n", "url": "https://x.example" }); 501];
    let externals = vec![json!({ "id": "x", "name": "n", "url": "https://x.example" }); 500];
    let body = json!({ "projectId": api.project, "title": "x", "toURLReferences": links,
        "toExternalReferences": externals });
    let refused = api.call("POST", "Features").json(&body).send().await.expect_status(400).text();
    assert!(refused.contains("1001 references, at most 1000"), "{refused}");
}
