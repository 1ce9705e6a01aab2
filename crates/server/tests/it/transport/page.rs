//! Transport management over `/api/v1`, as the page uses it.

use super::kit::{Tms, id};
use serde_json::{Value, json};
use testkit::{Answer, Request, mtar};

const ROOT: &str = "/api/v1/subaccounts/tms";

impl Tms {
    fn own(&self, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("{ROOT}/{path}")).bearer(&self.token)
    }

    async fn see(&self, path: &str) -> Value {
        self.own("GET", path).good().await
    }

    async fn send(&self, method: &str, path: &str, body: Value) -> Answer {
        self.own(method, path).json(&body).send().await
    }

    async fn bring(&self, node: i64, name: &str, bytes: Vec<u8>) -> Answer {
        let path = format!("nodes/{node}/uploads?fileName={name}&description=Orders");
        self.own("POST", &path).body("application/octet-stream", bytes).send().await
    }
}

#[tokio::test]
async fn a_landscape_is_made_changed_and_shown_with_its_numbers() {
    let tms = Tms::start().await;
    let dev = tms.send("POST", "nodes", json!({"name": "DEV", "isVirtual": true, "uploadAllowed": true})).await;
    let dev = id(&dev.expect_status(201).json()["id"]);
    let test = tms.send("POST", "nodes", json!({"name": "TEST", "isVirtual": true, "forwardMode": "MANUAL"})).await;
    let test = id(&test.expect_status(201).json()["id"]);
    let route = tms.send("POST", "routes", json!({"name": "to TEST", "source": dev, "target": test})).await;
    let route = id(&route.expect_status(201).json()["id"]);
    let made = tms.bring(dev, "orders.mtar", mtar("orders", "1.0.0")).await.expect_status(201).json();
    let seen = tms.see("landscape").await;
    assert_eq!(seen["nodes"][0]["counters"], json!({"initial": 1}));
    assert_eq!(seen["nodes"][0]["can"]["import"], json!({"allowed": true}));
    assert_eq!(seen["nodes"][1]["can"]["upload"]["allowed"], false);
    assert_eq!(
        seen["routes"],
        json!([{"id": route, "name": "to TEST", "description": "", "source": dev, "target": test}])
    );
    let disable = json!({"importDisabled": true, "importDisabledReason": "audit"});
    let changed = tms.send("PATCH", &format!("nodes/{dev}"), disable).await.expect_status(200).json();
    assert_eq!(changed["can"]["import"]["reason"], "imports are disabled: audit");
    assert_eq!(changed["uploadAllowed"], true, "what is not said stays");
    let refused = tms.send("PATCH", &format!("nodes/{dev}"), json!({"importAutomatically": true})).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    assert_eq!(tms.send("DELETE", &format!("nodes/{dev}"), json!({})).await.status, 422, "it has a route");
    tms.send("DELETE", &format!("routes/{route}"), json!({})).await.expect_status(204);
    assert_eq!(made["description"], "Orders");
}

#[tokio::test]
async fn a_file_goes_from_upload_to_import_and_its_log_and_request_tell_it() {
    let tms = Tms::start().await;
    let (dev, test) = (tms.virtual_node("DEV", "AUTO").await, tms.virtual_node("TEST", "MANUAL").await);
    tms.route(dev, test).await;
    let request =
        id(&tms.bring(dev, "orders.mtar", mtar("orders", "1.0.0")).await.expect_status(201).json()["request"]);
    let queue = tms.see(&format!("nodes/{dev}/queue")).await;
    assert_eq!((&queue["items"][0]["request"], &queue["items"][0]["status"]), (&json!(request), &json!("initial")));
    assert_eq!(queue["next"], Value::Null);
    let begun = tms.send("POST", &format!("nodes/{dev}/imports"), json!({"requests": [request]})).await;
    let action = id(&begun.expect_status(202).json()["action"]);
    tms.app.run_jobs().await;
    let log = tms.see(&format!("actions/{action}/log")).await;
    assert_eq!(log["items"][0]["request"], json!(request));
    assert!(log["items"][0]["messages"].as_array().unwrap().len() > 1, "{log}");
    let actions = tms.see("actions?type=I").await;
    assert_eq!((&actions["items"][0]["id"], actions["items"].as_array().unwrap().len()), (&json!(action), 1));
    let details = tms.see(&format!("requests/{request}")).await;
    assert_eq!(details["entries"][0]["mta"]["id"], "orders");
    assert_eq!(details["entries"][0]["mta"]["modules"].as_array().unwrap().len(), 1);
    let places: Vec<_> = details["tracking"].as_array().unwrap().iter().map(|track| track["name"].clone()).collect();
    assert_eq!(places, ["DEV", "TEST"]);
    assert_eq!(tms.see("requests?text=ORDERS").await["items"].as_array().unwrap().len(), 1);
    assert_eq!(tms.see("requests?text=invoices").await["items"], json!([]));
    assert_eq!(tms.see("storage").await["files"], 1);
}

#[tokio::test]
async fn a_file_that_is_no_archive_is_refused_and_not_kept() {
    let tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    let refused = tms.bring(dev, "orders.mtar", b"no archive".to_vec()).await.expect_status(422);
    assert!(refused.json()["error"]["message"].as_str().unwrap().contains("not a usable MTA archive"));
    assert_eq!(tms.see("storage").await, json!({"usedBytes": 0, "files": 0}));
}

#[tokio::test]
async fn lists_come_in_pages_by_key() {
    let tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    for _ in 0..5 {
        tms.bring(dev, "orders.mtar", mtar("orders", "1.0.0")).await.expect_status(201);
    }
    for path in [format!("nodes/{dev}/queue"), "requests".to_owned(), "actions".to_owned()] {
        let (mut seen, mut after, mut pages) = (Vec::new(), String::new(), 0);
        loop {
            let page = tms.see(&format!("{path}?limit=2&after={after}")).await;
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item.to_string()));
            pages += 1;
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        assert_eq!((seen.len(), pages), (5, 3), "{path}");
        assert_eq!(seen.iter().collect::<std::collections::BTreeSet<_>>().len(), 5, "{path}");
        assert_eq!(tms.own("GET", &format!("{path}?limit=201")).send().await.status, 400);
        assert_eq!(tms.own("GET", &format!("{path}?after=x")).send().await.status, 400);
    }
}

#[tokio::test]
async fn what_somebody_may_not_do_says_which_role_is_missing() {
    let mut tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    tms.token = tms.person("vera@example.org", "ExportOperator", "TmsNodesExport", "TEST").await;
    let seen = tms.see(&format!("nodes/{dev}")).await;
    for what in ["import", "importSelected", "operate", "upload", "edit"] {
        assert_eq!(seen["can"][what]["allowed"], false, "{what}");
        assert!(seen["can"][what]["reason"].is_string(), "{what}");
    }
    let refused = tms.send("POST", "nodes", json!({"name": "X"})).await.expect_status(403).json();
    assert!(refused["error"]["fix"].as_str().unwrap().contains("TMS_LandscapeOperator_RC"), "{refused}");
    let import = tms.send("POST", &format!("nodes/{dev}/imports"), json!({})).await;
    assert_eq!(import.status, 403);
}

#[tokio::test]
async fn another_subaccount_is_not_reached() {
    let mut tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    let other = tms.token_in("other", "standard").await;
    let answer = tms.app.get(&format!("{ROOT}/landscape")).bearer(&other).send().await;
    assert_eq!(answer.status, 403, "{}", answer.text());
    tms.token = other;
    let answer = tms.app.get(&format!("/api/v1/subaccounts/other/nodes/{dev}")).bearer(&tms.token).send().await;
    assert_eq!(answer.status, 404);
}
