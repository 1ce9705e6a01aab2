//! Odd but legal bodies: what one service reads, every service reads.

use super::land;
use serde_json::{Value, json};
use testkit::TestApp;

const MARK: &str = "\u{feff}";

#[tokio::test]
async fn a_mark_before_json_is_read_over_by_every_service() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let destination = land::client_token(&app, "dev", dev.zone, "destination", &[]).await;
    let transport = land::client_token(&app, "dev", dev.zone, "transport", &[]).await;
    let agent = land::client_token(&app, "dev", dev.zone, "content-agent", &[]).await;
    let node = json!({"name": "N", "uploadAllowed": true, "forwardMode": "AUTO", "virtual": true, "targets": []});
    let destined = json!({"Name": "d", "Type": "HTTP", "URL": "https://x.example", "Authentication": "NoAuthentication",
        "ProxyType": "Internet"});
    let package = json!({"Id": "P", "Name": "P", "ShortText": "x"});
    for (path, token, body, status) in [
        ("/cpi/dev/api/v1/IntegrationPackages", &dev.token, package, 201),
        ("/destination-configuration/v1/subaccountDestinations", &destination, destined, 201),
        ("/tms/v2/nodes", &transport, node, 200),
    ] {
        let marked = format!("{MARK}{body}");
        let answer = app.post(path).bearer(token).body("application/json", marked).send().await;
        assert!(answer.status == status || answer.status == 201, "{path}: {} {}", answer.status, answer.text());
    }
    for (path, token) in
        [("/content-agent/v1/contentResources/export", &agent), ("/cpi/dev/api/v1/IntegrationPackages", &dev.token)]
    {
        let call = |bytes: Vec<u8>| app.post(path).bearer(token).body("application/json", bytes).send();
        let (plain, marked) = (call(b"{}".to_vec()).await, call(format!("{MARK}{{}}").into_bytes()).await);
        assert_eq!((plain.status, plain.text()), (marked.status, marked.text()), "{path}");
        let zipped = call(b"\x1f\x8b\x08\0".to_vec()).await.expect_status(400);
        assert!(zipped.text().contains("gzip"), "{path}: {}", zipped.text());
    }
}

#[tokio::test]
async fn an_upload_names_its_file_in_any_legal_way() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let transport = land::client_token(&app, "dev", dev.zone, "transport", &[]).await;
    for (disposition, wanted) in [
        ("form-data; name=\"file\"; filename*=UTF-8''%C3%BCber%20alles.mtar", "über alles.mtar"),
        ("form-data; name=\"file\"; filename=\"x.mtar\"; filename*=utf-8''y.mtar", "y.mtar"),
        ("form-data; name=file; filename=\"a \\\"b\\\".mtar\"", "a \"b\".mtar"),
    ] {
        let body = format!(
            "--B\r\nContent-Disposition: {disposition}\r\nContent-Type: application/octet-stream\r\n\r\nPK\r\n--B--\r\n"
        );
        let call = app.post("/tms/v2/files/upload").bearer(&transport);
        let answer: Value = call.body("multipart/form-data; boundary=B", body).send().await.expect_status(201).json();
        assert_eq!(answer["fileName"], wanted, "{disposition}");
    }
}
