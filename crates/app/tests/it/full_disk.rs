//! A disk that is full: what does not fit is refused in the words of the service, nothing of it is acknowledged or
//! left behind, what was acknowledged stays, and the server goes on.

use crate::kit::{Answer, Api, Home, Landscape, Sent};
use serde_json::Value;
use std::fs;
use std::path::Path;

const UPLOAD: &str = "/v2/files/upload";
/// How large any file may become, in MiB. Some shells count blocks of twice the size.
const ROOM: u32 = 8;

/// The answer to what does not fit.
fn is_refused(answer: &Answer) {
    let body: Value = serde_json::from_str(&answer.text).unwrap_or_else(|_| panic!("{}", answer.text));
    assert_eq!(answer.status, 503, "{body}");
    assert_eq!(body["errorType"], "TsServiceUnavailableException", "{body}");
    assert!(body.get("fileId").is_none());
}

fn files(dir: &Path) -> usize {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}

async fn ready(api: &Api) -> bool {
    api.get("/readyz").await.is_ok_and(|state| state["status"] == "UP")
}

/// Whether the file is there; it goes with the question.
async fn is_there(tms: &Api, file: &Value) -> bool {
    tms.call("DELETE", &format!("/v2/files/{file}"), Sent::Nothing).await.unwrap().status == 204
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_file_that_does_not_fit_is_refused_and_leaves_nothing() {
    let home = Home::new();
    let server = home.start();
    let (api, first) = (Api::new(&server.url), home.first());
    let landscape = Landscape::make(&api, &server.url, &first).await;
    let kept = landscape.tms(&api).await.unwrap().upload(UPLOAD, "kept.zip", &vec![7; 200_000]).await.unwrap();
    server.kill();

    let server = home.start_with_little_room(ROOM);
    let tms = landscape.tms(&api).await.unwrap();
    let blobs = home.data().join("blobs");
    let before = files(&blobs);
    for _ in 0..3 {
        let refused = tms.try_upload(UPLOAD, "large.zip", &vec![1; 40 << 20]).await.unwrap();
        is_refused(&refused);
        assert!(refused.text.contains("disk is full"), "{}", refused.text);
        assert_eq!(files(&blobs), before, "half of it is still there");
    }
    assert!(ready(&api).await);
    let fits = tms.upload(UPLOAD, "fits.zip", &vec![2; 2 << 20]).await.unwrap();
    for file in [&kept["fileId"], &fits["fileId"]] {
        assert!(is_there(&tms, file).await);
    }
    drop(server);
}

/// Small files are rows, so here it is the database that cannot grow.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_cannot_grow_refuses_and_keeps_what_it_acknowledged() {
    let home = Home::new();
    let server = home.start();
    let (api, first) = (Api::new(&server.url), home.first());
    let landscape = Landscape::make(&api, &server.url, &first).await;
    server.kill();

    let server = home.start_with_little_room(ROOM);
    let tms = landscape.tms(&api).await.unwrap();
    let (mut acknowledged, mut refused) = (Vec::new(), 0);
    // A little more than both the database and its log can take, also with blocks of the larger size.
    for n in 0_u32..12_000 {
        let answer = tms.try_upload(UPLOAD, "small.zip", &n.to_le_bytes().repeat(1_500)).await.unwrap();
        if answer.status == 201 {
            acknowledged.push(answer.good(UPLOAD)["fileId"].clone());
        } else {
            is_refused(&answer);
            refused += 1;
        }
        if refused == 3 {
            break;
        }
    }
    assert_eq!(refused, 3, "{} files were taken", acknowledged.len());
    assert!(ready(&api).await);
    assert!(tms.get("/v2/nodes").await.unwrap()["nodes"].as_array().is_some_and(|nodes| !nodes.is_empty()));
    server.kill();

    let server = home.start();
    let tms = landscape.tms(&api).await.unwrap();
    for file in acknowledged.iter().rev().take(100).chain(acknowledged.iter().take(20)) {
        assert!(is_there(&tms, file).await, "file {file} was acknowledged");
    }
    tms.upload(UPLOAD, "again.zip", b"there is room again").await.unwrap();
    drop(server);
}
