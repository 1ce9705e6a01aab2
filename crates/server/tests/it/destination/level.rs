//! Writing, reading and listing the destinations of one level.

use super::{INSTANCE, NOT_FOUND, SUBACCOUNT, Tenant, oauth, open};
use serde_json::{Value, json};
use testkit::TestApp;

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["Name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_destination_is_created_once_per_level() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let made = dev.request("POST", SUBACCOUNT).json(&open("A", "https://a.example")).send().await;
    assert_eq!((made.status, made.bytes.len()), (201, 0));
    let again = dev.request("POST", SUBACCOUNT).json(&open("A", "https://a.example")).send().await;
    assert_eq!((again.status, again.json()), (409, json!({"ErrorMessage": "Duplicate key"})));
    let instance = dev.request("POST", INSTANCE).json(&open("A", "https://b.example")).send().await;
    assert_eq!(instance.status, 201);
}

#[tokio::test]
async fn an_array_is_written_item_by_item() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&open("B", "https://b.example")).await;
    let both = json!([open("A", "https://a.example"), open("B", "https://b.example"), {"Name": "C"}]);
    let answer = dev.request("POST", SUBACCOUNT).json(&both).send().await.expect_status(207).json();
    assert_eq!((&answer[0]["name"], &answer[0]["status"]), (&json!("A"), &json!(201)));
    assert_eq!(answer[0]["etag"].as_str().unwrap().len(), 64);
    assert_eq!(answer[1], json!({"name": "B", "status": 409, "cause": "Duplicate key"}));
    assert_eq!(answer[2], json!({"name": "C", "status": 400, "cause": "property 'Type' is missing"}));
    let more = json!([open("D", "https://d.example"), open("E", "https://e.example")]);
    let answer = dev.request("POST", SUBACCOUNT).json(&more).send().await.expect_status(201).json();
    assert_eq!(answer.as_array().unwrap().len(), 2);
    let put = json!([open("A", "https://a2.example"), open("Z", "https://z.example")]);
    let answer = dev.request("PUT", SUBACCOUNT).json(&put).send().await.expect_status(207).json();
    assert_eq!((&answer[0]["status"], &answer[1]["status"]), (&json!(200), &json!(404)));
}

#[tokio::test]
async fn a_put_replaces_the_whole_of_a_known_destination() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&oauth("A", "https://a.example", "https://t.example/oauth/token")).await;
    let put = dev.request("PUT", SUBACCOUNT).json(&open("A", "https://b.example")).good().await;
    assert_eq!(put, json!({"Count": 1}));
    let now = dev.request("GET", &format!("{SUBACCOUNT}/A")).good().await;
    assert_eq!(now, open("A", "https://b.example"));
    let unknown = dev.request("PUT", SUBACCOUNT).json(&open("X", "https://b.example")).send().await;
    assert_eq!((unknown.status, unknown.json()), (404, json!({"ErrorMessage": NOT_FOUND})));
}

#[tokio::test]
async fn what_breaks_the_rules_is_told_in_full() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let post = async |body: Value| dev.request("POST", SUBACCOUNT).json(&body).send().await.expect_status(400).json();
    let no_type = post(json!({"Name": "A"})).await;
    assert_eq!(no_type["violations"], json!([{"configuration": "A", "errors": ["property 'Type' is missing"]}]));
    let mut no_token = oauth("A", "https://a.example", "");
    no_token.as_object_mut().unwrap().remove("tokenServiceURL");
    let told = post(no_token).await;
    let error = "property 'tokenServiceURL' is missing; OAuth2ClientCredentials needs it";
    assert_eq!(told["violations"][0]["errors"], json!([error]));
    assert_eq!(told["ErrorMessage"], format!("destination 'A': {error}"));
    for body in ["", "[1", "3"] {
        let answer = dev.request("POST", SUBACCOUNT).body("application/json", body).send().await;
        assert_eq!(answer.status, 400, "{body}");
        assert!(answer.json()["ErrorMessage"].is_string());
    }
}

#[tokio::test]
async fn keys_are_kept_verbatim_and_values_as_text() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let mut given = open("TransportManagementService", "https://a.example");
    given["SourceSystemId"] = json!("CPI_DEV");
    given["HTML5.DynamicDestination"] = json!(true);
    dev.create(&given).await;
    let kept = dev.request("GET", &format!("{SUBACCOUNT}/TransportManagementService")).good().await;
    given["HTML5.DynamicDestination"] = json!("true");
    assert_eq!(kept, given);
    assert!(kept.get("sourceSystemId").is_none());
}

#[tokio::test]
async fn a_version_is_compared() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&open("A", "https://a.example")).await;
    for path in [format!("{SUBACCOUNT}/A"), format!("{}/A", super::FIND)] {
        let first = dev.request("GET", &path).send().await;
        let etag = first.header("etag").unwrap().to_owned();
        assert!(etag.len() == 64 && etag.chars().all(|c| c.is_ascii_hexdigit()));
        let same = dev.request("GET", &path).header("if-none-match", &etag).send().await;
        assert_eq!((same.status, same.bytes.len()), (304, 0));
        let quoted = dev.request("GET", &path).header("if-none-match", &format!("\"{etag}\"")).send().await;
        assert_eq!(quoted.status, 304);
        let match_ = dev.request("GET", &path).header("if-match", &etag).send().await;
        assert_eq!(match_.status, 200);
        let old = dev.request("GET", &path).header("if-match", "0123").send().await;
        assert_eq!(old.status, 412);
        let changed = dev.request("GET", &path).header("if-none-match", "0123").send().await;
        assert_eq!(changed.status, 200);
    }
}

#[tokio::test]
async fn lists_are_filtered_and_paged() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    for name in ["CALM_FTR_CTMS_B", "CALM_FTR_CTMS_A", "Other"] {
        dev.create(&open(name, "https://a.example")).await;
    }
    let get = async |query: &str| dev.request("GET", &format!("{SUBACCOUNT}?{query}")).send().await;
    let all = dev.request("GET", SUBACCOUNT).good().await;
    assert_eq!(names(&all), ["CALM_FTR_CTMS_A", "CALM_FTR_CTMS_B", "Other"]);
    assert_eq!(all[2], open("Other", "https://a.example"));
    let some = get("$filter=startswith(Name,'CALM_FTR_CTMS_')").await.good();
    assert_eq!(names(&some), ["CALM_FTR_CTMS_A", "CALM_FTR_CTMS_B"]);
    let some = get("$filter=Name%20in%20('Other','Nobody')").await.good();
    assert_eq!(names(&some), ["Other"]);
    assert_eq!(get("$select=Name").await.good()[0], json!({"Name": "CALM_FTR_CTMS_A"}));
    let page = get("$page=1&$pageSize=1&$entityCount=true&$pageCount=true").await;
    assert_eq!((page.header("entity-count"), page.header("page-count")), (Some("3"), Some("3")));
    let link = page.header("link").unwrap();
    let next = format!("<{SUBACCOUNT}?$page=2&$pageSize=1&$pageCount=true&$entityCount=true>; rel='next'");
    assert_eq!(link, next, "in the quotes of the original");
    assert_eq!(names(&page.good()), ["CALM_FTR_CTMS_A"]);
    let past = get("$page=4&$pageSize=1").await;
    assert_eq!(past.header("link"), Some(format!("<{SUBACCOUNT}?$page=3&$pageSize=1>; rel='previous'").as_str()));
    assert!(get("$page=1").await.header("link").is_none(), "a page alone has no neighbours");
    assert!(past.header("entity-count").is_none());
    assert_eq!(past.good(), json!([]));
    let told = get("$includeMetadata=modification_time;etag").await.good();
    let etag = dev.request("GET", &format!("{SUBACCOUNT}/Other")).send().await.header("etag").unwrap().to_owned();
    let at = app.cx.now().millis().to_string();
    assert_eq!(told[2]["$metadata"], json!({"modification_time": at, "etag": etag}));
    assert_eq!(told[2]["URL"], "https://a.example");
    for query in [
        "$includeMetadata=colour",
        "$includeMetadata=etag&$page=1",
        "$filter=startswith(Name,'a')&$page=1",
        "$page=0",
        "$page=1&$pageSize=1001",
        "$pageSize=1",
        "$filter=startswith(Name,'a')&$pageSize=1",
        "$entityCount=true",
        "$pageCount=true",
        "$filter=Type%20eq%20'X'",
        "$select=URL",
    ] {
        assert_eq!(get(query).await.status, 400, "{query}");
    }
}

#[tokio::test]
async fn destinations_are_deleted_by_name_or_filter() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    for name in ["A", "B", "C1", "C2"] {
        dev.create(&open(name, "https://a.example")).await;
    }
    let delete = async |path: &str| dev.request("DELETE", &format!("{SUBACCOUNT}{path}")).send().await;
    assert_eq!(delete("/A").await.good(), json!({"Count": 1}));
    assert_eq!(delete("/A").await.status, 404);
    assert_eq!(delete("").await.status, 400);
    assert_eq!(
        delete("?$filter=Name%20in%20('A','B')").await.good(),
        json!({"Count": 1, "Summary": [
            {"name": "A", "status": "NOT_FOUND", "reason": NOT_FOUND},
            {"name": "B", "status": "DELETED"},
        ]})
    );
    assert_eq!(delete("?$filter=startswith(Name,'C')").await.good()["Count"], 2);
    assert_eq!(dev.request("GET", SUBACCOUNT).good().await, json!([]));
}

#[tokio::test]
async fn one_more_than_a_thousand_is_refused() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let many: Vec<Value> = (0..1001).map(|n| open(&format!("D{n:04}"), "https://a.example")).collect();
    let answer = dev.request("POST", SUBACCOUNT).json(&many).send().await.expect_status(207).json();
    assert_eq!(answer[999]["status"], 201);
    assert_eq!(answer[1000]["status"], 400);
    let one = dev.request("POST", SUBACCOUNT).json(&open("X", "https://a.example")).send().await.expect_status(400);
    assert!(one.json()["ErrorMessage"].as_str().unwrap().starts_with("there are 1000 destinations already"));
    assert_eq!(dev.request("POST", INSTANCE).json(&open("X", "https://a.example")).send().await.status, 201);
}

#[tokio::test]
async fn without_a_token_or_its_scopes_nothing_is_done() {
    let app = TestApp::start().await;
    let dev = Tenant::with_scopes(&app, "cpi-dev", Vec::new()).await;
    for (method, path) in [
        ("GET", SUBACCOUNT.to_owned()),
        ("POST", SUBACCOUNT.to_owned()),
        ("PUT", INSTANCE.to_owned()),
        ("DELETE", format!("{INSTANCE}/A")),
        ("GET", format!("{}/A", super::FIND)),
        ("GET", "/destination-configuration/v2/destinations/A".to_owned()),
    ] {
        let anonymous = app.request(method, &path).send().await.expect_status(401);
        assert!(anonymous.json()["ErrorMessage"].is_string());
        let poor = dev.request(method, &path).send().await.expect_status(403);
        assert!(poor.json()["ErrorMessage"].as_str().unwrap().contains("destination-xsappname"), "{}", poor.text());
    }
}

#[tokio::test]
async fn no_token_reaches_another_subaccount() {
    let app = TestApp::start().await;
    let (dev, prod) = (Tenant::new(&app, "cpi-dev").await, Tenant::new(&app, "cpi-prod").await);
    dev.create(&oauth("Secret", "https://a.example", "https://t.example/oauth/token")).await;
    dev.request("POST", INSTANCE).json(&open("Own", "https://a.example")).good().await;
    for path in [
        format!("{}/Secret", super::FIND),
        format!("{SUBACCOUNT}/Secret"),
        format!("{INSTANCE}/Own"),
        "/destination-configuration/v2/destinations/Secret@subaccount".to_owned(),
    ] {
        let answer = prod.request("GET", &path).send().await;
        assert_eq!((answer.status, answer.json()), (404, json!({"ErrorMessage": NOT_FOUND})), "{path}");
    }
    assert_eq!(prod.request("GET", SUBACCOUNT).good().await, json!([]));
    assert_eq!(prod.request("DELETE", &format!("{SUBACCOUNT}/Secret")).send().await.status, 404);
    assert_eq!(prod.request("PUT", SUBACCOUNT).json(&open("Secret", "https://evil.example")).send().await.status, 404);
    assert_eq!(
        dev.find("Secret?$skipTokenRetrieval=true").await["destinationConfiguration"]["URL"],
        "https://a.example"
    );
}

#[tokio::test]
async fn an_array_has_a_bounded_number_of_items() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&open("A", "https://a.example")).await;
    let many = json!(vec![open("A", "https://b.example"); 2001]);
    for method in ["POST", "PUT"] {
        let refused = dev.request(method, SUBACCOUNT).json(&many).send().await.expect_status(400).text();
        assert!(refused.contains("2001 destinations, at most 2000"), "{refused}");
    }
    let now = dev.request("GET", &format!("{SUBACCOUNT}/A")).good().await;
    assert_eq!(now, open("A", "https://a.example"));
}

/// What is listed can be sent back, whatever was asked to be told along with it.
#[tokio::test]
async fn metadata_that_come_back_are_no_properties() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&open("A", "https://a.example")).await;
    let list = dev.request("GET", &format!("{SUBACCOUNT}?$includeMetadata=etag;modification_time")).good().await;
    assert!(list[0]["$metadata"]["etag"].is_string(), "{list}");
    assert_eq!(dev.request("PUT", SUBACCOUNT).json(&list[0]).good().await, json!({"Count": 1}));
    let _ = dev.request("PUT", SUBACCOUNT).json(&list).send().await.expect_status(200);
    let now = dev.request("GET", &format!("{SUBACCOUNT}/A")).good().await;
    assert_eq!(now, open("A", "https://a.example"));
}
