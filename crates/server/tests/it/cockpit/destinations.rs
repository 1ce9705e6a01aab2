//! Destinations: found, written by versions, carried in files; secrets stay where they are.

use super::{Land, not_seen_from_elsewhere, refused_to_viewers};
use serde_json::{Value, json};

fn orders() -> Value {
    json!({"Name": "Orders", "Type": "HTTP", "URL": "https://orders.example/api", "ProxyType": "Internet",
        "Authentication": "OAuth2ClientCredentials", "clientId": "sb-orders!b1", "clientSecret": "s3cr3t",
        "tokenServiceURL": "https://token.example/oauth/token", "sourceSystemId": "DEV", "URL.headers.X-Key": "k3y"})
}

async fn create(land: &Land, properties: Value) -> testkit::Answer {
    land.call("POST", "destinations", Some(json!({"properties": properties}))).await
}

async fn put(land: &Land, properties: &Value, version: &str) -> testkit::Answer {
    let path = format!("/api/v1/subaccounts/dev/destinations/{}", properties["Name"].as_str().unwrap());
    let request = land.app.request("PUT", &path).bearer(&land.admin).header("if-match", version);
    request.json(&json!({"properties": properties})).send().await
}

/// What is stored, as a client of the Destination service would get it.
async fn stored(land: &Land, name: &str) -> Value {
    let id = land.guid.parse().unwrap();
    let found = engine::platform::destination::find(&land.app.cx, id, name).await.unwrap().unwrap();
    Value::Object(found.properties().clone())
}

#[tokio::test]
async fn a_destination_is_shown_without_its_secrets_which_stay_when_they_are_left_empty() {
    let land = Land::start().await;
    let made = create(&land, orders()).await.expect_status(201);
    let seen = made.json();
    assert_eq!(seen["secrets"], json!(["clientSecret", "URL.headers.X-Key"]));
    assert_eq!((&seen["missingSecrets"], &seen["properties"]["clientId"]), (&json!([]), &json!("sb-orders!b1")));
    assert!(!made.text().contains("s3cr3t") && !made.text().contains("k3y"), "{}", made.text());
    let list = land.call("GET", "destinations", None).await;
    assert!(!list.text().contains("s3cr3t") && !list.text().contains("k3y"), "{}", list.text());
    let mut edited = seen["properties"].clone();
    (edited["URL"], edited["clientSecret"]) = (json!("https://orders.example/v2"), json!(""));
    let saved = put(&land, &edited, "*").await.expect_status(200).json();
    assert_eq!(saved["secrets"], json!(["clientSecret"]), "what is not named is gone");
    let now = stored(&land, "Orders").await;
    assert_eq!((&now["clientSecret"], &now["URL"]), (&json!("s3cr3t"), &json!("https://orders.example/v2")));
    edited.as_object_mut().unwrap().remove("clientSecret");
    let without = put(&land, &edited, "*").await.expect_status(200).json();
    assert_eq!((&without["secrets"], &without["missingSecrets"]), (&json!([]), &json!(["clientSecret"])));
}

#[tokio::test]
async fn an_edit_of_what_somebody_else_changed_is_refused() {
    let land = Land::start().await;
    let first = create(&land, orders()).await.expect_status(201);
    let version = first.header("etag").unwrap().to_owned();
    let mut mine = first.json()["properties"].clone();
    mine["Description"] = json!("mine");
    let saved = put(&land, &mine, &version).await.expect_status(200);
    assert_ne!(saved.header("etag"), Some(version.as_str()));
    let mut late = first.json()["properties"].clone();
    late["Description"] = json!("late");
    let refused = put(&land, &late, &version).await.expect_status(412).json();
    assert_eq!(refused["error"]["code"], "changed");
    assert!(refused["error"]["message"].as_str().unwrap().contains("changed by somebody else"), "{refused}");
    assert_eq!(stored(&land, "Orders").await["Description"], "mine");
    let fresh = land.call("GET", "destinations/Orders", None).await;
    put(&land, &late, fresh.header("etag").unwrap()).await.expect_status(200);
    assert_eq!(put(&land, &late, "unquoted").await.status, 400);
    let renamed = land.call("PUT", "destinations/Other", Some(json!({"properties": orders()}))).await;
    assert_eq!(renamed.status, 400, "{}", renamed.text());
}

#[tokio::test]
async fn destinations_are_found_by_what_people_look_for_a_page_at_a_time() {
    let land = Land::start().await;
    create(&land, orders()).await.expect_status(201);
    for name in ["alpha", "beta", "gamma"] {
        let plain = json!({"Name": name, "Type": "HTTP", "URL": format!("https://{name}.example"),
            "Authentication": "NoAuthentication", "Description": "An Example"});
        create(&land, plain).await.expect_status(201);
    }
    create(&land, json!({"Name": "mail", "Type": "MAIL", "mail.password": "m4il"})).await.expect_status(201);
    let names = async |query: &str| -> Vec<String> {
        let page = land.see(&format!("destinations?{query}")).await;
        page["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("text=GAMMA").await, ["gamma"]);
    assert_eq!(names("text=an+ex").await, ["alpha", "beta", "gamma"]);
    assert_eq!(names("type=MAIL").await, ["mail"]);
    assert_eq!(names("authentication=OAuth2ClientCredentials,BasicAuthentication").await, ["Orders"]);
    assert!(names("text=m4il").await.is_empty(), "secrets are not searched");
    let first = land.see("destinations?limit=2&type=HTTP").await;
    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    let next = first["next"].as_str().unwrap();
    assert_eq!(names(&format!("limit=2&type=HTTP&after={next}")).await.len(), 2);
    let last = land.see(&format!("destinations?limit=2&type=HTTP&after={next}")).await;
    assert_eq!(last["next"], Value::Null);
    assert_eq!(land.call("GET", "destinations?colour=red", None).await.status, 400);
}

#[tokio::test]
async fn a_destination_goes_into_a_file_and_comes_back_but_for_its_secrets() {
    let land = Land::start().await;
    create(&land, orders()).await.expect_status(201);
    for format in ["properties", "json"] {
        let file =
            land.call("GET", &format!("destinations/Orders/file?format={format}"), None).await.expect_status(200);
        assert!(!file.text().contains("s3cr3t") && !file.text().contains("k3y"), "{}", file.text());
        assert!(file.header("content-disposition").unwrap().ends_with(format), "{:?}", file.headers);
        let path = "/api/v1/subaccounts/dev/destination-files";
        let request = land.app.post(path).bearer(&land.admin).body("application/octet-stream", file.bytes);
        let read = request.send().await.expect_status(200).json();
        let mut open = orders();
        open.as_object_mut().unwrap().retain(|key, _| key != "clientSecret" && key != "URL.headers.X-Key");
        assert_eq!((&read["properties"], &read["exists"]), (&open, &json!(true)));
        assert!(read["missingSecrets"].as_array().unwrap().contains(&json!("clientSecret")), "{read}");
    }
    let path = "/api/v1/subaccounts/dev/destination-files";
    let broken = land.app.post(path).bearer(&land.admin).body("application/octet-stream", "Name=A\nType=HTTP\n");
    let broken = broken.send().await.expect_status(200).json();
    assert!(broken["errors"][0].as_str().unwrap().contains("'URL' is missing"), "{broken}");
    let nothing = land.app.post(path).bearer(&land.admin).body("application/octet-stream", "PK").send().await;
    assert_eq!(nothing.status, 400, "{}", nothing.text());
    assert_eq!(land.call("GET", "destinations/Orders/file?format=yaml", None).await.status, 400);
}

#[tokio::test]
async fn a_viewer_looks_and_changes_nothing_and_another_subaccount_sees_nothing() {
    let land = Land::start().await;
    create(&land, orders()).await.expect_status(201);
    let path = "/api/v1/subaccounts/dev/destinations/Orders";
    let seen = land.call_as(&land.viewer, "GET", path, None).await.good();
    for what in ["edit", "delete", "check"] {
        assert_eq!(seen["can"][what]["allowed"], false, "{what}");
        assert!(seen["can"][what]["reason"].as_str().unwrap().contains("Destination Administrator"), "{seen}");
    }
    let draft = json!({"properties": orders()});
    let changes = [
        ("POST", "destinations", draft.clone()),
        ("PUT", "destinations/Orders", draft),
        ("DELETE", "destinations/Orders", json!({})),
        ("POST", "destination-files", json!({})),
    ];
    refused_to_viewers(&land, &changes).await;
    not_seen_from_elsewhere(&land, &["destinations", "destinations/Orders", "destinations/Orders/file"]).await;
    let other = land.app.admin_token("other").await;
    let none = land.call_as(&other, "GET", "/api/v1/subaccounts/other/destinations/Orders", None).await;
    assert_eq!(none.status, 404);
    assert_eq!(create(&land, orders()).await.status, 409);
    let wrong = land.call("POST", "destinations", Some(json!({"properties": orders(), "force": true}))).await;
    assert_eq!(wrong.status, 400);
    land.call("DELETE", "destinations/Orders", None).await.expect_status(204);
    assert_eq!(land.call("DELETE", "destinations/Orders", None).await.status, 404);
}
