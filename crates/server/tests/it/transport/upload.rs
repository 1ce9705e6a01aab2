//! Files, and putting them into the landscape.

use super::kit::{Tms, id, upload};
use client::multipart::{Form, Part};
use engine::transport::clean_up::CleanUp;
use engine::work;
use serde_json::json;
use std::time::Duration;
use testkit::mtar;

/// Scenario 1.
#[tokio::test]
async fn an_export_key_uploads_into_a_node() {
    let mut tms = Tms::start().await;
    let node = tms.node("QA_EU", json!({})).await;
    tms.token = tms.token_of("export").await;
    let file = tms.file("shop.mtar", mtar("shop", "1.4.2")).await;
    let answer = tms.post("nodes/upload", upload("QA_EU", file)).await.expect_status(200).json();
    let request = id(&answer["transportRequestId"]);
    assert_eq!(answer["transportRequestDescription"], "shop 4.1");
    assert_eq!(answer["queueEntries"].as_array().unwrap().len(), 1);
    let entry = &answer["queueEntries"][0];
    assert_eq!((id(&entry["nodeId"]), entry["nodeName"].as_str()), (node, Some("QA_EU")));
    let queued = tms.get(&format!("nodes/{node}/transportRequests/{request}")).await;
    let entity = id(&queued["entries"][0]["id"]);
    assert_eq!(
        queued,
        json!({
            "id": request, "status": "initial", "archived": false, "position": 1,
            "createdAt": "2026-05-04T08:00:00.000Z", "queuedAt": "2026-05-04T08:00:00.000Z",
            "createdBy": "tms-export", "createdByNamedUser": "ci", "description": "shop 4.1", "origin": "QA_EU",
            "entries": [{"id": entity, "storageType": "FILE", "contentType": "MTA", "uri": file.to_string()}]
        })
    );
    let logs = tms.get(&format!("nodes/{node}/transportRequests/{request}/logs")).await;
    assert_eq!(
        (logs["logs"][0]["actionType"].as_str(), logs["logs"][0]["status"].as_str()),
        (Some("NU"), Some("succeeded"))
    );
}

/// Scenario 10.
#[tokio::test]
async fn an_export_enters_all_queues_that_follow() {
    let tms = Tms::start().await;
    let (dev, t1, t2) =
        (tms.node("DEV", json!({})).await, tms.node("T1", json!({})).await, tms.node("T2", json!({})).await);
    tms.route(dev, t1).await;
    tms.route(dev, t2).await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    let answer = tms.post("nodes/export", upload("DEV", file)).await.expect_status(200).json();
    let request = id(&answer["transportRequestId"]);
    let nodes: Vec<i64> = answer["queueEntries"].as_array().unwrap().iter().map(|entry| id(&entry["nodeId"])).collect();
    assert_eq!(nodes, [t1, t2]);
    for node in [t1, t2] {
        let queued = tms.get(&format!("nodes/{node}/transportRequests/{request}")).await;
        assert_eq!((queued["status"].as_str(), queued["origin"].as_str()), (Some("initial"), Some("DEV")));
    }
    assert!(tms.whole(dev).await.is_empty());
    let tracking = tms.get(&format!("transportRequests/{request}/tracking")).await;
    assert_eq!(tracking["nodes"].as_array().unwrap().len(), 2);
    assert_eq!(tracking["routes"].as_array().unwrap().len(), 2);
    assert_eq!(tracking["nodes"][0]["nodeName"], "T1");
}

/// Scenario 11.
#[tokio::test]
async fn an_export_that_nobody_follows_is_refused() {
    let tms = Tms::start().await;
    tms.node("DEV", json!({})).await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    let answer = tms.post("nodes/export", upload("DEV", file)).await.expect_status(422).json();
    assert!(answer["message"].as_str().unwrap().contains("no node follows 'DEV'"));
    let _ = tms.call("DELETE", &format!("files/{file}")).send().await.expect_status(204);
}

/// Scenarios 6 to 9.
#[tokio::test]
async fn what_cannot_be_transported_leaves_nothing() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let target = tms.target_node("APPS", "AUTO", "d").await;
    tms.node("CLOSED", json!({"uploadAllowed": false})).await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    let with = |key: &str, value: serde_json::Value| {
        let mut body = upload("QA", file);
        body[key] = value;
        body
    };
    for (status, body) in [
        (400, with("description", json!("{x}"))),
        (400, with("description", json!("x".repeat(513)))),
        (400, with("namedUser", json!("u".repeat(61)))),
        (400, with("contentType", json!("ZIP"))),
        (400, with("entries", json!([]))),
        (400, with("entries", json!([{"uri": "abc"}]))),
        (404, with("entries", json!([{"uri": 999_999}]))),
        (404, with("nodeName", json!("qa"))),
        (404, with("nodeName", json!("NOWHERE"))),
        (422, with("nodeName", json!("CLOSED"))),
    ] {
        for way in ["upload", "export"] {
            let answer = tms.post(&format!("nodes/{way}"), body.clone()).await.expect_status(status).json();
            assert!(answer["errorType"].is_string() && answer["message"].is_string(), "{answer}");
        }
    }
    let mut other = upload("APPS", file);
    other["contentType"] = json!("APP");
    assert_eq!(tms.post("nodes/upload", other).await.status, 422);
    assert!(tms.whole(node).await.is_empty() && tms.whole(target).await.is_empty());
    let _ = tms.call("DELETE", &format!("files/{file}")).send().await.expect_status(204);
}

#[tokio::test]
async fn an_archive_is_looked_into_when_its_type_is_known() {
    let tms = Tms::start().await;
    tms.node("QA", json!({})).await;
    let file = tms.file("broken.mtar", "PK but no zip").await;
    let answer = tms.post("nodes/upload", upload("QA", file)).await.expect_status(422).json();
    assert!(answer["message"].as_str().unwrap().contains("'broken.mtar' is not a usable MTA archive"), "{answer}");
    let behind = tms.file("behind.mtar", [mtar("shop", "1.0.0"), b"x".to_vec()].concat()).await;
    for way in ["upload", "export"] {
        let answer = tms.post(&format!("nodes/{way}"), upload("QA", behind)).await.expect_status(422).json();
        assert!(answer["message"].as_str().unwrap().contains("behind its end record"), "{answer}");
    }
    let mut body = upload("QA", file);
    body["contentType"] = json!("APP");
    let _ = tms.post("nodes/upload", body).await.expect_status(200);
}

#[tokio::test]
async fn a_reference_is_kept_as_it_is() {
    let tms = Tms::start().await;
    let node = tms.node("ABAP", json!({})).await;
    let body = json!({"nodeName": "ABAP", "contentType": "BTP_ABAP", "storageType": "REFERENCE", "description": "d", "entries": [{"uri": "comp;commit"}]});
    let request = id(&tms.post("nodes/upload", body).await.expect_status(200).json()["transportRequestId"]);
    let queued = tms.get(&format!("nodes/{node}/transportRequests/{request}")).await;
    assert_eq!(queued["entries"][0]["uri"], "comp;commit");
    assert_eq!(queued["createdByNamedUser"], "tms-standard");
}

/// Scenario 12.
#[tokio::test]
async fn only_a_file_without_a_request_can_be_deleted() {
    let tms = Tms::start().await;
    tms.node("QA", json!({})).await;
    let (free, attached) = (tms.file("a.mtar", "a").await, tms.file("b.mtar", mtar("b", "1.0.0")).await);
    let _ = tms.post("nodes/upload", upload("QA", attached)).await.expect_status(200);
    let _ = tms.call("DELETE", &format!("files/{free}")).send().await.expect_status(204);
    let _ = tms.call("DELETE", &format!("files/{free}")).send().await.expect_status(404);
    let _ = tms.call("DELETE", &format!("files/{attached}")).send().await.expect_status(422);
}

#[tokio::test]
async fn the_largest_size_passes_and_one_byte_more_does_not() {
    for limit in [1_000, 100_000] {
        let tms = Tms::start_with(|settings| settings.max_upload = limit).await;
        let size = usize::try_from(limit).unwrap();
        tms.file("fits.bin", vec![7; size]).await;
        let form = Form::new().part("file", Part::bytes(vec![7; size + 1]).file_name("large.bin"));
        let answer = tms.call("POST", "files/upload").multipart(form).send().await.expect_status(422).json();
        assert_eq!(answer["errorType"], "TsUnprocessableEntityException");
        assert!(answer["message"].as_str().unwrap().contains(&format!("{limit} bytes")), "{answer}");
    }
}

#[tokio::test]
async fn files_that_nothing_refers_to_are_cleaned_up_after_a_day() {
    let tms = Tms::start().await;
    tms.node("QA", json!({})).await;
    let kept = tms.file("b.mtar", mtar("b", "1.0.0")).await;
    let _ = tms.post("nodes/upload", upload("QA", kept)).await.expect_status(200);
    let old = tms.file("old.mtar", "a").await;
    tms.app.advance(Duration::from_secs(86_000));
    let young = tms.file("young.mtar", "a").await;
    tms.app.advance(Duration::from_secs(500));
    let now = tms.app.cx.now();
    let order = tms.app.cx.db.write(async move |tx| work::order(tx, &CleanUp {}, now).await);
    order.await.unwrap();
    tms.app.run_jobs().await;
    let tms = tms.again().await;
    assert_eq!(tms.call("DELETE", &format!("files/{old}")).send().await.status, 404);
    assert_eq!(tms.call("DELETE", &format!("files/{young}")).send().await.status, 204);
    assert_eq!(tms.call("DELETE", &format!("files/{kept}")).send().await.status, 422);
}

/// The beginning of a form with a file, in a socket that stays open.
async fn half_a_form(app: &testkit::TestApp, token: &str, bytes: usize) -> tokio::net::TcpStream {
    let mut socket = tokio::net::TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap();
    let part = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n";
    let head = format!(
        "POST /tms/v2/files/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 9000000\r\n\r\n{part}"
    );
    use tokio::io::AsyncWriteExt;
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(&vec![b'x'; bytes]).await.unwrap();
    socket
}

#[tokio::test]
async fn uploads_that_are_written_while_they_come_in_share_that_memory_too() {
    let tms = Tms::start_with(|settings| {
        settings.max_body_memory = 4 << 20;
        settings.body_patience = Duration::from_millis(100);
    })
    .await;
    let upload = async |bytes: usize| {
        let part = Part::bytes(vec![b'x'; bytes]).file_name("a.bin");
        tms.call("POST", "files/upload").multipart(Form::new().part("file", part)).send().await
    };
    let held = half_a_form(&tms.app, &tms.token, 200_000).await;
    while upload(100_000).await.status != 503 {}
    assert_eq!(upload(10_000).await.status, 201, "a small one needs no room");
    drop(held);
    while upload(100_000).await.status == 503 {}
}

#[tokio::test]
async fn a_request_has_a_bounded_number_of_entries() {
    let tms = Tms::start().await;
    tms.node("QA", json!({})).await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    let mut body = upload("QA", file);
    body["entries"] = json!(vec![json!({"uri": file.to_string()}); 201]);
    for way in ["nodes/upload", "nodes/export"] {
        let refused = tms.post(way, body.clone()).await.expect_status(400).text();
        assert!(refused.contains("201 entries, at most 200"), "{refused}");
    }
    body["entries"].as_array_mut().unwrap().pop();
    let _ = tms.post("nodes/upload", body).await.expect_status(200);
}
