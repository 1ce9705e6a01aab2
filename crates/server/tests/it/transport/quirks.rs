//! What real clients send, and a compatible server takes.

use super::kit::{Tms, id, upload};
use serde_json::{Value, json};
use testkit::{mtaext, mtar};

fn form(boundary: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        body.extend(format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
        body.extend_from_slice(content);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{boundary}--\r\n").bytes());
    body
}

async fn send(tms: &Tms, content_type: &str, body: Vec<u8>) -> Value {
    tms.call("POST", "files/upload").body(content_type, body).send().await.expect_status(201).json()
}

/// Scenario 4.
#[tokio::test]
async fn a_form_is_read_in_any_order_with_a_quoted_boundary_and_a_path_in_the_file_name() {
    let tms = Tms::start().await;
    let first = form("b1", &[("file", Some("target/app.mtar"), b"x"), ("namedUser", None, b"ci")]);
    assert_eq!(send(&tms, "multipart/form-data; boundary=\"b1\"", first).await["fileName"], "app.mtar");
    let last = form(
        "b2",
        &[("namedUser", None, b""), ("description", None, b"?"), ("file", Some("C:\\build\\app.mtar"), b"x")],
    );
    assert_eq!(send(&tms, "multipart/form-data; boundary=b2", last).await["fileName"], "app.mtar");
    let upper = form("b3", &[("File", Some("app.mtar"), b"x")]);
    let answer = send(&tms, "multipart/form-data; boundary=b3", upper).await;
    assert!(id(&answer["fileId"]) > 0);
}

#[tokio::test]
async fn a_form_without_a_file_and_a_body_that_is_no_form_are_refused() {
    let tms = Tms::start().await;
    let without = form("b", &[("namedUser", None, b"ci")]);
    for (kind, body) in [("multipart/form-data; boundary=b", without), ("text/plain", b"x".to_vec())] {
        let answer = tms.call("POST", "files/upload").body(kind, body).send().await.expect_status(400).json();
        assert_eq!(answer["errorType"], "TsBadRequestException");
    }
    let long = form("b", &[("file", Some("a"), b"x"), ("namedUser", None, "u".repeat(61).as_bytes())]);
    assert_eq!(tms.call("POST", "files/upload").body("multipart/form-data; boundary=b", long).send().await.status, 400);
}

/// Odd, but legal, and each part within bounds.
#[tokio::test]
async fn every_part_of_a_form_has_a_bound_and_a_name_that_counts() {
    let tms = Tms::start().await;
    let part = |head: &str, content: &[u8]| [format!("--b\r\n{head}\r\n\r\n").as_bytes(), content, b"\r\n"].concat();
    let named = |name: &str, content: &[u8]| part(&format!("Content-Disposition: form-data; name=\"{name}\""), content);
    let file = part("Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"", b"x");
    let odd = part("X: y\r\ncontent-disposition: form-data; filename*=UTF-8''%C3%BC.bin; name*=UTF-8''file", b"x");
    let long = part(&format!("X: {}\r\nContent-Disposition: form-data; name=\"file\"", "y".repeat(2 << 20)), b"x");
    let user = named("namedUser", b"ci");
    let send = async |parts: &[&[u8]]| {
        let body = [&parts.concat()[..], b"--b--\r\n"].concat();
        tms.call("POST", "files/upload").body("multipart/form-data; boundary=b", body).send().await
    };
    let taken = send(&[b"what stands before is passed over\r\n", &user, &odd]).await.expect_status(201).json();
    assert_eq!(taken["fileName"], "ü.bin");
    for (parts, status, word) in [
        (vec![&file[..], &file], 400, "more than one file"),
        (vec![&user[..], &file, &user], 400, "'namedUser' is there twice"),
        (vec![&part("Content-Type: text/plain", b"x")[..], &file], 400, "field '' is not known"),
        (vec![&part("Content-Disposition: form-data; name=\"file\"", b"x")[..]], 400, "no file name"),
        (vec![&named("namedUser", &[b'u'; 70_000])[..], &file], 422, "larger than the 65536 bytes"),
        (vec![&long[..]], 400, "cannot be read"),
    ] {
        let answer = send(&parts).await;
        let text = answer.text();
        assert!(answer.status == status && text.contains(word), "{word}: {} {text}", answer.status);
    }
    let cut = tms.call("POST", "files/upload").body("multipart/form-data; boundary=b", file).send().await;
    assert!(cut.status == 400 && cut.text().contains("cannot be read"), "{}", cut.text());
}

/// Scenario 5.
#[tokio::test]
async fn a_uri_may_be_a_number_and_a_named_user_empty() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    let mut body = upload("QA", file);
    body["entries"] = json!([{"uri": file}]);
    body["namedUser"] = json!("");
    let request = id(&tms.post("nodes/upload", body).await.expect_status(200).json()["transportRequestId"]);
    let queued = tms.get(&format!("nodes/{node}/transportRequests/{request}")).await;
    assert_eq!(queued["entries"][0]["uri"], file.to_string());
    assert_eq!(queued["createdByNamedUser"], "tms-standard");
}

/// Scenario 3.
#[tokio::test]
async fn the_scheme_of_the_token_is_read_in_any_case() {
    let tms = Tms::start().await;
    let answer = tms.app.get("/tms/v2/nodes").header("authorization", &format!("bearer {}", tms.token)).send().await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn ids_may_be_strings_and_bodies_say_their_charset() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let request = tms.request("V").await;
    let body = json!({"transportRequests": [request.to_string()], "namedUser": ""}).to_string();
    let path = format!("nodes/{node}/transportRequests/import");
    let answer =
        tms.call("POST", &path).body("application/json;charset=UTF-8", body).send().await.expect_status(200).json();
    let action = id(&answer["actionId"]);
    assert!(action > 0);
    assert_eq!(answer["monitoringURL"], format!("/v2/actions/{action}"));
}

#[tokio::test]
async fn import_all_takes_an_empty_body_and_any_content_type() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let path = format!("nodes/{node}/transportRequests/importAll");
    for (kind, body) in [
        ("application/json", ""),
        ("application/json", "{}"),
        ("text/plain", " \n"),
        ("application/json", r#"{"namedUser":"me"}"#),
    ] {
        let answer = tms.call("POST", &path).body(kind, body).send().await.expect_status(200).json();
        assert!(id(&answer["actionId"]) > 0);
    }
}

/// Scenario 14.
#[tokio::test]
async fn the_status_filter_is_needed_and_its_commas_may_be_encoded() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let (a, b, c) = (tms.request("V").await, tms.request("V").await, tms.request("V").await);
    let _ = tms.operate(node, "import", &[b]).await.expect_status(200);
    let _ = tms.operate(node, "reset", &[b]).await.expect_status(204);
    let path = format!("nodes/{node}/transportRequests");
    assert_eq!(tms.call("GET", &path).send().await.status, 400);
    assert_eq!(tms.call("GET", &format!("{path}?status=xx")).send().await.status, 400);
    let both = [(a, "initial"), (b, "repeat"), (c, "initial")].map(|(id, status)| (id, status.to_owned()));
    assert_eq!(tms.queue(node, "in%2cre").await, both);
    assert_eq!(tms.queue(node, "re,in&nodeId=1&nodeId=2&nonsense").await, both);
    assert!(tms.queue(node, "su").await.is_empty());
}

#[tokio::test]
async fn queues_are_filtered_by_dates_and_owner() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let first = tms.request("QA").await;
    tms.app.advance(std::time::Duration::from_secs(60));
    let second = tms.request("QA").await;
    let ids = async |query: &str| {
        tms.queue(node, &format!("in&{query}")).await.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(ids("createdAtFrom=2026-05-04T08:00:30.000Z").await, [second]);
    assert_eq!(ids("createdAtTo=2026-05-04T08:00:00.000Z").await, [first]);
    assert_eq!(ids("queuedAtFrom=2026-05-04T08:00:00.000Z&queuedAtTo=2026-05-04T08:01:00.000Z").await, [first, second]);
    assert_eq!(ids("owner=tms-standard").await, [first, second]);
    assert_eq!(ids("owner=somebody").await, [0i64; 0]);
    assert_eq!(ids("top=1").await, [first]);
    assert_eq!(ids("top=5&after=1").await, [second]);
    let path = format!("nodes/{node}/transportRequests?status=in&createdAtFrom=2026-05-04");
    assert_eq!(tms.call("GET", &path).send().await.status, 400);
}

#[tokio::test]
async fn doubled_slashes_and_get_with_a_content_type_are_tolerated() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let get = |path: &str| tms.app.get(path).bearer(&tms.token).header("content-type", "application/json");
    let _ = get("/tms//v2/nodes").send().await.expect_status(200);
    let _ = get(&format!("/tms/v2//nodes/{node}//transportRequests?status=in%2cre")).send().await.expect_status(200);
    let unknown = get("/tms/v2/nope").send().await.expect_status(404).json();
    assert_eq!(unknown["errorType"], "TsNotFoundException");
    let _ = get("/tms//v2/nope").send().await.expect_status(404);
    assert_eq!(tms.app.get("/tms//v2/nodes").send().await.status, 401);
}

#[tokio::test]
async fn versions_are_for_any_token() {
    let tms = Tms::start().await;
    let answer =
        tms.app.get("/tms/versions").bearer(&tms.token_of("export").await).send().await.expect_status(200).json();
    assert_eq!(answer, json!({"supportedVersions": [{"version": "1", "path": "v1"}, {"version": "2", "path": "v2"}]}));
    let refused = tms.app.get("/tms/versions").send().await.expect_status(401).json();
    assert_eq!(refused["error"], "unauthorized");
    assert!(refused["error_description"].is_string());
}

#[tokio::test]
async fn null_is_as_good_as_absent_and_a_slash_at_the_end_as_none() {
    let tms = Tms::start().await;
    let nothing =
        json!({"name": "QA", "description": null, "uploadAllowed": true, "forwardMode": null, "targets": null});
    let node = id(&tms.post("nodes/", nothing).await.expect_status(201).json()["id"]);
    assert_eq!(tms.get(&format!("nodes/{node}/")).await["forwardMode"], "AUTO");
    let all = format!("nodes/{node}/transportRequests/importAll/");
    let _ = tms.post(&all, json!({"transportRequests": null, "namedUser": null})).await.expect_status(200);
    let without =
        json!({"nodeName": "QA", "contentType": "MTA", "storageType": "FILE", "description": "d", "entries": null});
    let refused = tms.post("nodes/upload", without).await.expect_status(400).json();
    assert!(refused["message"].as_str().unwrap().contains("at least one entry"));
}

#[tokio::test]
async fn a_status_may_be_repeated_and_the_plus_of_a_version_be_unescaped() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let request = tms.request("QA").await;
    let listed = tms.get(&format!("nodes/{node}/transportRequests?status=su&status=in")).await;
    assert_eq!(id(&listed["transportRequests"][0]["id"]), request);
    let node = tms.target_node("CF", "AUTO", "d").await;
    let path = format!("nodes/{node}/mtaExtDescriptors");
    let ext = mtaext("shop-qa", "shop");
    let body = form("b", &[("file", Some("qa.mtaext"), &ext), ("mtaVersion", None, b"1.0.0+b7")]);
    let made = tms.call("POST", &path).body("multipart/form-data; boundary=b", body).send().await.expect_status(201);
    let found = tms.get(&format!("{path}?mtaId=shop&mtaVersion=1.0.0+b7")).await;
    assert_eq!(found["mtaExtDescriptors"], json!([made.json()]));
}

/// Scenario 25.
#[tokio::test]
async fn descriptors_are_found_literally_and_bound_once() {
    let tms = Tms::start().await;
    let node = tms.target_node("QA", "AUTO", "d").await;
    let path = format!("nodes/{node}/mtaExtDescriptors");
    let put = async |method: &str, path: &str, version: Option<&str>| {
        let ext = mtaext("shop-qa", "shop");
        let mut parts: Vec<(&str, Option<&str>, &[u8])> = vec![("file", Some("dir/qa.mtaext"), &ext)];
        parts.extend(version.map(|version| ("mtaVersion", None, version.as_bytes())));
        let request = tms
            .call(method, path)
            .header("tms-named-user", "")
            .body("multipart/form-data; boundary=b", form("b", &parts));
        request.send().await
    };
    let made = put("POST", &path, None).await.expect_status(201).json();
    let any = id(&made["id"]);
    assert_eq!(
        made,
        json!({"id": any, "description": "qa.mtaext", "mtaId": "shop", "mtaExtId": "shop-qa", "mtaVersion": "*", "lastChangedAt": "2026-05-04T08:00:00.000Z"})
    );
    let twice = put("POST", &path, Some("*")).await.expect_status(422).json();
    assert!(twice["message"].as_str().unwrap().contains("already"));
    let one = id(&put("POST", &path, Some("1.4.2")).await.expect_status(201).json()["id"]);
    assert_eq!(put("POST", &path, Some("1.4.*")).await.status, 422);
    let found = async |query: &str| {
        let answer = tms.get(&format!("{path}{query}")).await;
        answer["mtaExtDescriptors"].as_array().unwrap().iter().map(|row| id(&row["id"])).collect::<Vec<_>>()
    };
    assert_eq!(found("").await, [any, one]);
    assert_eq!(found("?mtaId=shop&mtaVersion=1.0.0").await, [0i64; 0]);
    assert_eq!(found("?mtaId=shop&mtaVersion=*").await, [any]);
    assert_eq!(found("?mtaId=other").await, [0i64; 0]);
    let changed = put("PUT", &format!("{path}/{one}"), Some("1.5.0")).await.expect_status(200).json();
    assert_eq!((id(&changed["id"]), changed["mtaVersion"].as_str()), (one, Some("1.5.0")));
    let kept = put("PUT", &format!("{path}/{one}"), None).await.expect_status(200).json();
    assert_eq!(kept["mtaVersion"], "1.5.0", "what is not said stays");
    assert_eq!(put("PUT", &format!("{path}/{one}"), Some("*")).await.status, 422);
    assert_eq!(put("PUT", &format!("{path}/999999"), Some("2.0.0")).await.status, 404);
    let _ = tms.call("DELETE", &format!("{path}/{one}")).send().await.expect_status(204);
    let _ = tms.call("DELETE", &format!("{path}/{one}")).send().await.expect_status(404);
    let plain = tms.node("PLAIN", json!({})).await;
    assert_eq!(put("POST", &format!("nodes/{plain}/mtaExtDescriptors"), None).await.status, 422);
}
