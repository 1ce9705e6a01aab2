//! What an operator can bind and bound: the metrics, connections, the end.

use crate::kit::Home;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// Sends this and reads until the server closes.
fn exchange(address: &str, text: &str) -> String {
    let mut socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    socket.write_all(text.as_bytes()).unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    answer
}

fn get(address: &str, path: &str, more: &str) -> String {
    exchange(address, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{more}\r\n"))
}

#[test]
fn labels_are_a_closed_set_and_durations_are_buckets() {
    let server = Home::new().start();
    let at = server.url.strip_prefix("http://").unwrap();
    for n in 0..50 {
        exchange(at, &format!("INVENT{n} /made/up/{n} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }
    let text = get(at, "/metrics", "");
    assert!(
        text.contains(r#"ropeway_http_requests_total{method="other",route="unmatched",status="404"} 50"#),
        "{text}"
    );
    assert!(!text.contains("INVENT"), "{text}");
    assert!(text.contains(r#"ropeway_http_request_seconds_bucket{route="unmatched",le="+Inf"}"#), "{text}");
}

#[test]
fn metrics_may_want_a_token() {
    let server = Home::new().set("SECURITY__METRICS_TOKEN", "s3cret").start();
    let at = server.url.strip_prefix("http://").unwrap();
    for (header, status) in
        [("", 401), ("Authorization: Bearer s3cre\r\n", 401), ("Authorization: Bearer s3cret\r\n", 200)]
    {
        let text = get(at, "/metrics", header);
        assert!(text.starts_with(&format!("HTTP/1.1 {status} ")), "{header}: {text}");
    }
}

#[test]
fn metrics_may_have_an_address_of_their_own() {
    let operator = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let server = Home::new().set("SERVER__OPERATOR_LISTEN", &operator).start();
    let at = server.url.strip_prefix("http://").unwrap();
    assert!(get(at, "/metrics", "").starts_with("HTTP/1.1 404 "));
    let text = get(&operator, "/metrics", "");
    assert!(text.starts_with("HTTP/1.1 200 ") && text.contains("ropeway_http_requests_total"), "{text}");
    assert!(get(&operator, "/readyz", "").starts_with("HTTP/1.1 200 "));
    assert!(get(&operator, "/tms/v2/nodes", "").starts_with("HTTP/1.1 404 "), "no service is served there");
}

#[test]
fn a_handshake_that_does_not_come_is_not_waited_for() {
    let server = Home::with(&["--tls-dev"]).set("SERVER__HEADER_TIMEOUT_SECONDS", "1").start();
    let at = server.url.strip_prefix("https://").unwrap();
    for said in ["", "\u{16}\u{3}\u{1}"] {
        assert_eq!(exchange(at, said), "");
    }
}

#[test]
fn limits_of_zero_are_refused() {
    let ended = Home::new().set("LIMITS__MAX_CONNECTIONS", "0").start_elsewhere().err().unwrap();
    assert_eq!(ended.status.code(), Some(3), "{}", ended.said);
    assert!(ended.said.contains("limits.max_connections is 0"), "{}", ended.said);
}

#[test]
fn shutdown_ends_in_time_whatever_still_runs() {
    let server = Home::new().set("SERVER__SHUTDOWN_SECONDS", "1").start();
    let at = server.url.strip_prefix("http://").unwrap();
    // A request that never ends: its body does not come.
    let mut socket = TcpStream::connect(at).unwrap();
    let head = "POST /cf-uaa/oauth/token HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    socket.write_all(head.as_bytes()).unwrap();
    let mut go_on = [0; 25];
    socket.read_exact(&mut go_on).unwrap();
    let asked = Instant::now();
    server.terminate();
    let ended = server.ended();
    assert!(ended.status.success(), "{}", ended.said);
    assert!(asked.elapsed() < Duration::from_secs(8), "{:?}: {}", asked.elapsed(), ended.said);
    assert!(ended.said.contains("did not end in time"), "{}", ended.said);
}
