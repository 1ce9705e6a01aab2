//! The landscape as a whole over `/api/v1`: made in one go, what is where in it, and what is looked for in its queues.

use super::kit::{Tms, id, upload};
use serde_json::{Value, json};
use testkit::mtar;

fn names(landscape: &Value) -> Vec<&str> {
    landscape["nodes"].as_array().unwrap().iter().map(|node| node["name"].as_str().unwrap()).collect()
}

fn three(destination: &str) -> Value {
    let target = |name: &str| json!({"name": name, "contentType": "MTA", "destination": destination, "forwardMode": "ON_SUCCESS"});
    json!({
        "nodes": [{"name": "DEV", "uploadAllowed": true}, target("TEST"), target("PROD")],
        "routes": [
            {"name": "DEV → TEST", "source": "DEV", "target": "TEST"},
            {"name": "TEST → PROD", "source": "TEST", "target": "PROD"},
        ],
    })
}

#[tokio::test]
async fn a_first_landscape_is_made_in_one_go() {
    let (tms, _fake) = Tms::with_target().await;
    let made = tms.send("POST", "landscape", three("d")).await.expect_status(201).json();
    assert_eq!(names(&made), ["DEV", "TEST", "PROD"]);
    assert_eq!(made["nodes"][2]["destination"], "d");
    let (dev, test) = (&made["nodes"][0]["id"], &made["nodes"][1]["id"]);
    assert_eq!((&made["routes"][0]["source"], &made["routes"][0]["target"]), (dev, test));
    // It goes on from a node that is there.
    let more = json!({
        "nodes": [{"name": "TRAINING", "isVirtual": true}],
        "routes": [{"name": "to TRAINING", "source": "PROD", "target": "TRAINING"}],
    });
    let grown = tms.send("POST", "landscape", more).await.expect_status(201).json();
    assert_eq!((names(&grown).len(), grown["routes"].as_array().unwrap().len()), (4, 3));
}

#[tokio::test]
async fn of_a_landscape_that_breaks_a_rule_nothing_is_made() {
    let (tms, _fake) = Tms::with_target().await;
    let plain = |name: &str| json!({"name": name});
    let route = |source: &str, target: &str| json!({"name": "r", "source": source, "target": target});
    for (wish, why) in [
        (json!({}), "nothing to make"),
        (json!({"nodes": [plain("A"), plain("A")]}), "named twice"),
        (json!({"nodes": [plain("A")], "routes": [route("A", "B")]}), "neither there nor to be made"),
        (json!({"nodes": [plain("A"), plain("B")], "routes": [route("A", "B"), route("B", "A")]}), "close a cycle"),
        (json!({"nodes": [plain("A"), plain("a/b")]}), "a/b"),
        (json!({"nodes": [plain("A"), {"name": "B", "contentType": "MTA"}]}), "destination"),
    ] {
        let refused = tms.send("POST", "landscape", wish.clone()).await.expect_status(422).json();
        let text = refused["error"]["message"].as_str().unwrap().to_owned();
        assert!(text.contains(why), "{wish}: {text}");
        assert_eq!(names(&tms.see("landscape").await), [] as [&str; 0], "{wish}");
    }
    assert_eq!(tms.send("POST", "landscape", json!({"nodes": [{}]})).await.status, 400);
    assert_eq!(tms.send("POST", "landscape", json!({"nods": []})).await.status, 400);
    tms.send("POST", "landscape", three("d")).await.expect_status(201);
    let again = tms.send("POST", "landscape", json!({"nodes": [plain("QA"), plain("TEST")]})).await;
    assert!(again.expect_status(422).text().contains("'TEST' exists already"));
    assert_eq!(names(&tms.see("landscape").await).len(), 3, "nor the node before it");
    let mut viewer = tms;
    viewer.token = viewer.person("vera@example.org", "ExportOperator", "TmsNodesExport", "DEV").await;
    assert_eq!(viewer.send("POST", "landscape", json!({"nodes": [plain("X")]})).await.status, 403);
}

/// The cell of a node: its standing, version, and what waits.
fn cell(row: &Value, node: i64) -> (String, Value, Value) {
    let cells = row["cells"].as_array().unwrap();
    let found = cells.iter().find(|cell| cell["node"] == json!(node));
    let cell = found.unwrap_or_else(|| panic!("no cell of {node}: {row}"));
    let pending = cell["pending"].as_array().unwrap().iter();
    let pending = pending.map(|one| json!([one["status"], one["count"], one["version"]])).collect();
    (cell["standing"].as_str().unwrap().to_owned(), cell["version"].clone(), pending)
}

#[tokio::test]
async fn the_matrix_says_which_version_is_where_and_what_waits_or_failed() {
    let (tms, _fake) = Tms::with_target().await;
    let dev = tms.node("DEV", json!({})).await;
    let test = tms.target_node("TEST", "ON_SUCCESS", "d").await;
    let prod = tms.target_node("PROD", "MANUAL", "d").await;
    tms.route(dev, test).await;
    tms.route(test, prod).await;
    let export = async |version: &str| {
        let file = tms.file("shop.mtar", mtar("shop", version)).await;
        let made = tms.post("nodes/export", upload("DEV", file)).await.expect_status(200).json();
        id(&made["transportRequestId"])
    };
    let import = async |node: i64| {
        tms.send("POST", &format!("nodes/{node}/imports"), json!({})).await.expect_status(202);
        tms.app.run_jobs().await;
    };
    let row = async || tms.see("matrix").await["items"][0].clone();
    let none = || Value::Array(Vec::new());
    export("1.0.0").await;
    import(test).await;
    import(prod).await;
    for node in [dev, test, prod] {
        assert_eq!(cell(&row().await, node), ("current".to_owned(), json!("1.0.0"), none()), "{node}");
    }
    let second = export("1.1.0").await;
    assert_eq!(cell(&row().await, dev), ("current".to_owned(), json!("1.1.0"), none()));
    let waits = json!([["initial", 1, "1.1.0"]]);
    assert_eq!(cell(&row().await, test), ("behind".to_owned(), json!("1.0.0"), waits.clone()));
    import(test).await;
    assert_eq!(cell(&row().await, test), ("current".to_owned(), json!("1.1.0"), none()));
    assert_eq!(cell(&row().await, prod), ("behind".to_owned(), json!("1.0.0"), waits));
    // What is reset is there nevertheless.
    tms.send("POST", &format!("nodes/{test}/queue/reset"), json!({"requests": [second]})).await.expect_status(204);
    let repeats = json!([["repeat", 1, "1.1.0"]]);
    assert_eq!(cell(&row().await, test), ("current".to_owned(), json!("1.1.0"), repeats));
    tms.no_destination("d").await;
    import(prod).await;
    assert_eq!(cell(&row().await, prod), ("behind".to_owned(), json!("1.0.0"), json!([["fatal", 1, "1.1.0"]])));
    tms.send("POST", &format!("nodes/{test}/queue/remove"), json!({"requests": [second]})).await.expect_status(204);
    assert_eq!(cell(&row().await, test).2, none(), "what was removed waits for nothing");
}

#[tokio::test]
async fn the_matrix_comes_in_pages_by_key_and_is_searched() {
    let tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    for mta in ["e", "a", "c", "b", "d"] {
        for version in ["1.0.0", "2.0.0"] {
            tms.archive("DEV", &format!("shop.{mta}"), version).await;
        }
    }
    let (mut seen, mut after, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let page = tms.see(&format!("matrix?limit=2&after={after}")).await;
        let items = page["items"].as_array().unwrap().clone();
        seen.extend(items.iter().map(|row| row["mta"].as_str().unwrap().to_owned()));
        pages += 1;
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    assert_eq!((seen.join(" "), pages), ("shop.a shop.b shop.c shop.d shop.e".to_owned(), 3));
    let found = tms.see("matrix?text=OP.C").await;
    assert_eq!((found["items"].as_array().unwrap().len(), &found["items"][0]["mta"]), (1, &json!("shop.c")));
    let waits = json!([["initial", 2, "2.0.0"]]);
    assert_eq!(cell(&found["items"][0], dev), ("absent".to_owned(), Value::Null, waits));
    for other in ["nothing", "%25", "_hop", "!"] {
        assert_eq!(tms.see(&format!("matrix?text={other}")).await["items"], json!([]), "{other}");
    }
    assert_eq!(tms.own("GET", "matrix?limit=201").send().await.status, 400);
    assert_eq!(tms.own("GET", "matrix?node=1").send().await.status, 400);
    tms.send("POST", &format!("nodes/{dev}/imports"), json!({})).await.expect_status(202);
    tms.app.run_jobs().await;
    let found = tms.see("matrix?text=shop.c").await;
    assert_eq!(cell(&found["items"][0], dev), ("current".to_owned(), json!("2.0.0"), json!([])));
    // A node that goes takes what was in it along.
    tms.send("DELETE", &format!("nodes/{dev}"), json!({})).await.expect_status(204);
    assert_eq!(tms.see("matrix?text=shop.c").await["items"][0]["cells"], json!([]));
}

#[tokio::test]
async fn queues_and_requests_are_searched_by_description_number_entry_node_and_owner() {
    let tms = Tms::start().await;
    let (dev, test) = (tms.virtual_node("DEV_EU", "AUTO").await, tms.virtual_node("TEST", "MANUAL").await);
    tms.route(dev, test).await;
    let bring = async |node: i64, text: &str| {
        let path = format!("nodes/{node}/uploads?fileName=shop.mtar&description={text}");
        let body = tms.own("POST", &path).body("application/octet-stream", mtar("shop", "1.0.0"));
        id(&body.send().await.expect_status(201).json()["request"])
    };
    let (first, second) = (bring(test, "Orders%201").await, bring(test, "Invoices").await);
    let queue = format!("nodes/{test}/queue");
    let found = async |path: &str, text: &str| {
        let page = tms.see(&format!("{path}?text={text}")).await;
        let items = page["items"].as_array().unwrap().clone();
        let number = |item: &Value| id(if item["request"].is_null() { &item["id"] } else { &item["request"] });
        let mut numbers: Vec<i64> = items.iter().map(number).collect();
        numbers.sort_unstable();
        numbers
    };
    for path in [queue.as_str(), "requests"] {
        assert_eq!(found(path, "ORDERS").await, [first], "{path}");
        assert_eq!(found(path, &second.to_string()).await, [second], "{path}");
        assert_eq!(found(path, "TEST").await, [first, second], "{path}: the entry node");
        assert_eq!(found(path, "tms-standard").await, [first, second], "{path}: the owner");
        for other in ["nothing", "%25", "_rders", "!"] {
            assert_eq!(found(path, other).await, [] as [i64; 0], "{path} {other}");
        }
    }
    assert_eq!(found("requests", "dev_eu").await, [] as [i64; 0]);
    let third = bring(dev, "Orders%202").await;
    assert_eq!(found("requests", "dev_eu").await, [third]);
    // Page by page also while something is looked for.
    let page = tms.see(&format!("{queue}?text=shop&limit=1")).await;
    assert_eq!(page["items"], json!([]), "what a file is called is not looked at");
    let page = tms.see(&format!("{queue}?text=test&limit=1")).await;
    let next = page["next"].as_str().unwrap().to_owned();
    let rest = tms.see(&format!("{queue}?text=test&limit=1&after={next}")).await;
    assert_eq!((id(&page["items"][0]["request"]), id(&rest["items"][0]["request"])), (first, second));
}
