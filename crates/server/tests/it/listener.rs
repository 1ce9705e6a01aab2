//! Connections that do not behave, over real sockets: each ends by its limit, and others are served meanwhile.

use server::listener::Limits;
use std::time::{Duration, Instant};
use testkit::TestApp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Far above every limit of these tests: what has not ended by then does not end.
const NEVER: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(150);

async fn app(change: impl FnOnce(&mut Limits)) -> TestApp {
    let long = Duration::from_secs(600);
    let mut limits = Limits { header: long, progress: long, idle: long, connections: 100 };
    change(&mut limits);
    TestApp::start_within(limits, |_| {}).await
}

async fn connect(app: &TestApp) -> TcpStream {
    TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap()
}

/// Everything the server sends until it closes.
async fn until_closed(socket: &mut TcpStream) -> String {
    let mut all = Vec::new();
    let read = tokio::time::timeout(NEVER, socket.read_to_end(&mut all)).await.expect("the server closes");
    read.expect("the server closes in order");
    String::from_utf8(all).unwrap()
}

/// One answer of a connection that stays open, to the end of its body, which is JSON.
async fn answer(socket: &mut TcpStream) -> String {
    let mut all = Vec::new();
    while !all.ends_with(b"}") {
        let read = tokio::time::timeout(NEVER, socket.read_buf(&mut all)).await.expect("an answer").unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&all));
    }
    String::from_utf8(all).unwrap()
}

#[tokio::test]
async fn half_a_header_is_not_waited_for() {
    let app = app(|limits| limits.header = SHORT).await;
    let mut sockets = Vec::new();
    for _ in 0..20 {
        let mut socket = connect(&app).await;
        socket.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Half: ").await.unwrap();
        sockets.push(socket);
    }
    for mut socket in sockets {
        assert_eq!(until_closed(&mut socket).await, "");
    }
}

#[tokio::test]
async fn a_header_that_trickles_is_not_waited_for() {
    let app = app(|limits| limits.header = SHORT).await;
    let (mut read, mut write) = connect(&app).await.into_split();
    let started = Instant::now();
    let trickle = tokio::spawn(async move {
        let mut pace = tokio::time::interval(Duration::from_millis(10));
        while write.write_all(b"x").await.is_ok() && started.elapsed() < NEVER {
            pace.tick().await;
        }
    });
    let mut all = Vec::new();
    // The trickle meets a closed socket, so the end may be a reset.
    let _ = tokio::time::timeout(NEVER, read.read_to_end(&mut all)).await.expect("the server closes");
    assert!(all.is_empty() && started.elapsed() >= SHORT);
    trickle.await.unwrap();
}

#[tokio::test]
async fn a_body_that_trickles_is_refused_with_408() {
    let app = app(|limits| limits.progress = SHORT).await;
    let zone = format!("/uaa/{}/oauth/token", app.first.global_account.subdomain);
    for path in [zone.as_str(), "/cf-uaa/oauth/token"] {
        let (mut read, mut write) = connect(&app).await.into_split();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\n"
        );
        write.write_all(head.as_bytes()).await.unwrap();
        let trickle = tokio::spawn(async move {
            let mut pace = tokio::time::interval(Duration::from_millis(20));
            while write.write_all(b"x").await.is_ok() {
                pace.tick().await;
            }
        });
        let mut all = Vec::new();
        tokio::time::timeout(NEVER, read.read_to_end(&mut all)).await.expect("the server closes").unwrap();
        let text = String::from_utf8(all).unwrap();
        assert!(text.starts_with("HTTP/1.1 408 ") && text.contains("connection: close"), "{text}");
        assert!(text.contains("error_description") && text.contains("too slowly"), "{text}");
        drop(read);
        trickle.await.unwrap();
    }
}

#[tokio::test]
async fn an_idle_connection_is_closed_before_and_after_a_request() {
    let app = app(|limits| limits.idle = SHORT).await;
    let mut fresh = connect(&app).await;
    assert_eq!(until_closed(&mut fresh).await, "");
    let mut used = connect(&app).await;
    for _ in 0..3 {
        used.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
        assert!(answer(&mut used).await.starts_with("HTTP/1.1 200 "));
    }
    assert_eq!(until_closed(&mut used).await, "");
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_given_up() {
    let app = app(|limits| limits.progress = SHORT).await;
    let mut socket = connect(&app).await;
    let asked = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100);
    // Ever more questions, and no look at the answers.
    let ask = async { while socket.write_all(&asked).await.is_ok() {} };
    tokio::time::timeout(NEVER, ask).await.expect("the server closes");
}

#[tokio::test]
async fn at_the_cap_whoever_waits_longest_makes_room() {
    let app = app(|limits| limits.connections = 5).await;
    let mut oldest = connect(&app).await;
    oldest.write_all(b"GET /healthz HT").await.unwrap();
    let mut others = Vec::new();
    for _ in 0..20 {
        let mut socket = connect(&app).await;
        socket.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
        assert!(answer(&mut socket).await.starts_with("HTTP/1.1 200 "));
        others.push(socket);
    }
    assert_eq!(until_closed(&mut oldest).await, "");
    assert_eq!(until_closed(&mut others[0]).await, "");
    let youngest = others.last_mut().unwrap();
    youngest.write_all(b"GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    assert!(answer(youngest).await.starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn a_header_without_end_is_refused_and_the_answer_arrives() {
    let app = app(|_| {}).await;
    let mut socket = connect(&app).await;
    let head = format!("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: {}\r\n\r\n", "x".repeat(2 << 20));
    let _ = socket.write_all(head.as_bytes()).await;
    let text = until_closed(&mut socket).await;
    assert!(text.starts_with("HTTP/1.1 431 "), "{text}");
}

/// Paths that refuse before they look at a body.
const REFUSING: [(&str, &str, u16); 12] = [
    ("POST", "/tms/v2/files/upload", 401),
    ("POST", "/tms/v2/nodes/upload", 401),
    ("POST", "/tms/v2/nope", 404),
    ("DELETE", "/tms/v2/nodes", 405),
    ("PUT", "/cpi/x/api/1.0/transportmodule/Transport/packages/p", 401),
    ("POST", "/cpi/x/api/v1/IntegrationPackages", 401),
    ("POST", "/deploy-service/slprot/o/s/slp/services/xs2-deploy/files", 401),
    ("POST", "/cf/v3/service_instances", 401),
    ("POST", "/service-manager/v1/service_instances", 401),
    ("POST", "/destination-configuration/v1/subaccountDestinations", 401),
    ("POST", "/content-agent/v1/contentResources/export", 401),
    ("POST", "/nope", 404),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_read_by_a_client_that_sends_its_whole_body_first() {
    let app = app(|_| {}).await;
    let body = vec![b'x'; 5_000_000];
    for (method, path, status) in REFUSING {
        let mut socket = connect(&app).await;
        for _ in 0..2 {
            let head = format!("{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n", body.len());
            socket.write_all(head.as_bytes()).await.unwrap();
            socket.write_all(&body).await.unwrap_or_else(|e| panic!("{method} {path}: {e}"));
            let mut head = Vec::new();
            while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                assert!(socket.read_buf(&mut head).await.unwrap() > 0, "{method} {path}");
            }
            let text = String::from_utf8(head).unwrap();
            assert!(text.starts_with(&format!("HTTP/1.1 {status} ")), "{method} {path}: {text}");
            let (head, rest) = text.split_once("\r\n\r\n").unwrap();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
            let mut left = vec![0; length.parse::<usize>().unwrap() - rest.len()];
            let _ = socket.read_exact(&mut left).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_too_large_to_be_drained_ends_the_connection_behind_the_answer() {
    let app = app(|_| {}).await;
    let mut socket = connect(&app).await;
    let size = 100 << 20;
    let head = format!("POST /tms/v2/files/upload HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n\r\n");
    socket.write_all(head.as_bytes()).await.unwrap();
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..size / piece.len() {
        socket.write_all(&piece).await.unwrap();
    }
    let text = until_closed(&mut socket).await;
    assert!(text.starts_with("HTTP/1.1 401 ") && text.contains("connection: close"), "{text}");
}

#[tokio::test]
async fn who_asks_before_sending_a_body_is_refused_without_being_told_to_go_on() {
    let app = app(|_| {}).await;
    let mut socket = connect(&app).await;
    let head =
        "POST /tms/v2/files/upload HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n";
    socket.write_all(head.as_bytes()).await.unwrap();
    let text = until_closed(&mut socket).await;
    assert!(text.starts_with("HTTP/1.1 401 "), "{text}");
}
