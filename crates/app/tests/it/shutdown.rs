//! SIGTERM: what runs may finish, and nothing new is taken on.

use crate::kit::{Api, Home, Landscape, Sent, service_token};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const BOUNDARY: &str = "4f2ab8f7c1";

#[tokio::test(flavor = "multi_thread")]
async fn a_running_upload_finishes_and_is_kept() {
    let home = Home::new();
    let server = home.start();
    let api = Api::new(&server.url);
    let landscape = Landscape::make(&api, &server.url, &home.first()).await;
    let token = service_token(&api, &landscape.key).await.unwrap();
    let payload = vec![b'x'; 300_000];
    let (mut socket, rest) = half_an_upload(&server.url, &token, &payload);
    server.terminate();
    refuses_newcomers(&server.url);
    socket.write_all(&rest).unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let ended = server.ended();
    assert!(ended.status.success(), "{}", ended.said);

    let again = home.start();
    let tms = landscape.tms(&Api::new(&again.url)).await.unwrap();
    let body = answer.split("\r\n\r\n").nth(1).unwrap();
    let file = serde_json::from_str::<serde_json::Value>(body).unwrap()["fileId"].as_i64().unwrap();
    let deleted = tms.call("DELETE", &format!("/v2/files/{file}"), Sent::Nothing).await.unwrap();
    assert_eq!(deleted.status, 204, "{}", deleted.text);
}

/// Sends the head of an upload and half of its body; the server has seen them when it asks for more.
fn half_an_upload(url: &str, token: &str, payload: &[u8]) -> (TcpStream, Vec<u8>) {
    let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.bin\"\r\n\r\n");
    let body = [head.as_bytes(), payload, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat();
    let host = url.strip_prefix("http://").unwrap();
    let mut socket = TcpStream::connect(host).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(
        socket,
        "POST /tms/v2/files/upload HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {}\r\n\
         Expect: 100-continue\r\nConnection: close\r\n\r\n",
        body.len()
    )
    .unwrap();
    let mut go_on = [0; 25];
    socket.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    let (first, rest) = body.split_at(body.len() / 2);
    socket.write_all(first).unwrap();
    (socket, rest.to_vec())
}

/// The listener closes soon after the signal.
fn refuses_newcomers(url: &str) {
    let host = url.strip_prefix("http://").unwrap();
    let deadline = Instant::now() + Duration::from_secs(30);
    while TcpStream::connect(host).is_ok() {
        assert!(Instant::now() < deadline, "new connections are still taken");
    }
}
