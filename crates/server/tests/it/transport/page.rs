//! Transport management over `/api/v1`, as the page uses it.

use super::kit::{Tms, id};
use axum::body::Body;
use engine::Cx;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use testkit::{Answer, Request, mtar};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tower::ServiceExt;

const ROOT: &str = "/api/v1/subaccounts/tms";

impl Tms {
    pub(super) fn own(&self, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("{ROOT}/{path}")).bearer(&self.token)
    }

    pub(super) async fn see(&self, path: &str) -> Value {
        self.own("GET", path).good().await
    }

    pub(super) async fn send(&self, method: &str, path: &str, body: Value) -> Answer {
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
        json!([{"id": route, "name": "to TEST", "description": "", "source": dev, "target": test,
            "version": seen["routes"][0]["version"]}])
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
    for other in ["invoices", "%25", "_rders", "!"] {
        assert_eq!(tms.see(&format!("requests?text={other}")).await["items"], json!([]), "{other}");
    }
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

/// The answer to somebody who wants to hear what changes.
async fn hear(cx: &Cx, token: &str, zone: &str, last: Option<&str>) -> http::Response<Body> {
    let uri = format!("/api/v1/events?subaccount={zone}");
    let call = http::Request::get(uri).header("authorization", format!("Bearer {token}"));
    let call = last.into_iter().fold(call, |call, id| call.header("last-event-id", id));
    server::router(cx.clone()).oneshot(call.body(Body::empty()).unwrap()).await.unwrap()
}

/// The next event: its name, id and topic.
async fn next_event(body: &mut Body) -> (String, String, String) {
    let frame = tokio::time::timeout(std::time::Duration::from_secs(20), body.frame());
    let frame = frame.await.expect("an event in time").expect("the stream goes on").unwrap();
    let text = String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap();
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.trim_start_matches(':').trim().to_owned()
    };
    let data: Value = serde_json::from_str(&field("data")).unwrap();
    (field("event"), field("id"), data["topic"].as_str().unwrap_or_default().to_owned())
}

/// Also of another process on the same database, where there can be one.
#[tokio::test]
async fn what_changes_is_told_to_those_who_look_and_to_nobody_else() {
    let tms = Tms::start().await;
    // What was changed to begin with is long ago.
    tms.app.advance(std::time::Duration::from_secs(60));
    let listening = tms.app.replica().await.unwrap_or_else(|| tms.app.cx.clone());
    let mut heard = hear(&listening, &tms.token, "tms", None).await.into_body();
    let other = tms.token_in("other", "standard").await;
    let mut elsewhere = hear(&listening, &other, "other", None).await.into_body();
    tms.app.advance(std::time::Duration::from_secs(1));
    let dev = tms.virtual_node("DEV", "AUTO").await;
    let (event, id, topic) = next_event(&mut heard).await;
    assert_eq!((event.as_str(), topic.as_str()), ("change", "node"));
    tms.app.advance(std::time::Duration::from_secs(1));
    tms.bring(dev, "orders.mtar", mtar("orders", "1.0.0")).await.expect_status(201);
    let topics = [next_event(&mut heard).await.2, next_event(&mut heard).await.2];
    assert_eq!(topics, ["file", "request"]);
    // Who comes back hears what it missed; whoever was away for too long is told that anything may be different.
    let mut again = hear(&listening, &tms.token, "tms", Some(&id)).await.into_body();
    let topics = [next_event(&mut again).await.2, next_event(&mut again).await.2, next_event(&mut again).await.2];
    assert_eq!(topics, ["node", "file", "request"]);
    let mut late = hear(&listening, &tms.token, "tms", Some("1")).await.into_body();
    assert_eq!(next_event(&mut late).await.0, "missed");
    let nothing = tokio::time::timeout(std::time::Duration::from_secs(1), elsewhere.frame()).await;
    assert!(nothing.is_err(), "another subaccount hears {nothing:?}");
    assert_eq!(hear(&listening, &other, "tms", None).await.status(), 403);
}

/// An answer that goes on for minutes must not hold up a server that stops.
#[tokio::test]
async fn whoever_listens_does_not_keep_the_server_from_stopping() {
    let mut tms = Tms::start().await;
    let mut socket = TcpStream::connect(tms.app.url.strip_prefix("http://").unwrap()).await.unwrap();
    let token = &tms.token;
    let head =
        format!("GET /api/v1/events?subaccount=tms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n");
    socket.write_all(head.as_bytes()).await.unwrap();
    let mut begun = vec![0; 12];
    socket.read_exact(&mut begun).await.unwrap();
    assert_eq!(begun, b"HTTP/1.1 200");
    tokio::time::timeout(std::time::Duration::from_secs(20), tms.app.stop()).await.expect("the server stops");
}
