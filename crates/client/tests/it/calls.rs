//! Plain calls: what is sent, what is read, what is said when it fails.

use futures_util::TryStreamExt;
use ropeway_client::{Auth, Body, Call, Http, Kind, Method, Options, Pace, Part, Target, correlation};
use std::sync::Arc;
use std::time::Duration;
use testkit::scripted::{Server, reply};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

fn http() -> Http {
    Http::new(Options { allow_private: true, ..Options::default() }).unwrap()
}

fn basic(server: &Server) -> Target {
    let auth = Auth::Basic { user: "jürgen".into(), password: "pä55".into() };
    Target::new("T", format!("{}/base/", server.url()), auth)
}

#[tokio::test]
async fn user_and_password_are_sent_in_utf_8_and_the_correlation_id_goes_along() {
    let server = Server::start(|_| reply(200, r#"{"a":1}"#)).await;
    let work = async { http().call(&basic(&server), Call::get("/x?y=1").header("X-A", "b")).await };
    let answer = correlation::scope("c-1".into(), work).await.unwrap();
    assert_eq!(answer.json::<serde_json::Value>().await.unwrap()["a"], 1);
    let asked = server.asked().pop().unwrap();
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("GET", "/base/x?y=1"));
    assert_eq!(asked.header("authorization"), Some("Basic asO8cmdlbjpww6Q1NQ=="));
    assert_eq!((asked.header("x-correlation-id"), asked.header("x-a")), (Some("c-1"), Some("b")));
}

#[tokio::test]
async fn a_failure_says_who_answered_what_to_which_call_and_never_the_password() {
    let server = Server::start(|_| reply(500, "boom\n with pä55 inside")).await;
    let answer = http().send(&basic(&server), Method::GET, "/x?secret=1", Body::none()).await.unwrap();
    let error = answer.good().await.unwrap_err();
    assert_eq!(error.to_string(), "T answered 500 Internal Server Error to GET /base/x: boom with … inside");
    assert_eq!(error.kind(), &Kind::Status { status: 500, body: "boom\n with … inside".into() });
    assert!(error.may_pass() && error.status() == Some(500));
}

#[tokio::test]
async fn nobody_there_no_answer_and_an_unknown_name_are_told_apart() {
    let silent = Server::start(|_| reply(0, "")).await;
    let options = Options { allow_private: true, short_timeout: Duration::from_millis(50), ..Options::default() };
    let http = Http::new(options).unwrap();
    let slow = http.probe(&silent.url()).await.unwrap_err();
    assert_eq!(slow.kind(), &Kind::Timeout, "{slow}");
    let nobody = http.probe("http://127.0.0.1:1/").await.unwrap_err();
    assert_eq!(nobody.kind(), &Kind::Connect, "{nobody}");
    assert!(nobody.to_string().starts_with("'127.0.0.1' cannot be reached: no connection could be made"), "{nobody}");
    let unknown = http.probe("http://nobody.invalid/").await.unwrap_err();
    assert_eq!(unknown.kind(), &Kind::Connect, "{unknown}");
    assert!(unknown.to_string().contains("its name is not known"), "{unknown}");
}

#[tokio::test]
async fn the_check_sends_no_credentials() {
    let server = Server::start(|_| reply(401, "")).await;
    let answer = http().probe(&server.url()).await.unwrap();
    assert_eq!((answer.status, answer.reason.as_str()), (401, "Unauthorized"));
    assert_eq!(server.asked()[0].header("authorization"), None);
}

#[tokio::test]
async fn no_more_is_read_than_was_allowed() {
    let server = Server::start(|_| reply(200, vec![b'x'; 1000])).await;
    let target = Target::open("T", server.url());
    let answer = http().send(&target, Method::GET, "/", Body::none()).await.unwrap();
    assert_eq!(answer.bytes(1000).await.unwrap().len(), 1000);
    let answer = http().send(&target, Method::GET, "/", Body::none()).await.unwrap();
    assert_eq!(answer.bytes(999).await.unwrap_err().kind(), &Kind::Protocol);
}

#[tokio::test]
async fn forms_with_files_are_sent() {
    let server = Server::start(|_| reply(201, "")).await;
    let parts = vec![Part::text("namedUser", "me"), Part::file("file", "a.mtar", "PK").of_type("application/zip")];
    let call = Call::post("/files/upload", Body::multipart(parts));
    http().call(&basic(&server), call).await.unwrap();
    let asked = server.asked().pop().unwrap();
    let text = asked.text();
    assert!(asked.header("content-type").unwrap().starts_with("multipart/form-data; boundary="));
    assert!(text.contains("form-data; name=\"namedUser\"\r\n\r\nme\r\n"), "{text}");
    assert!(text.contains("form-data; name=\"file\"; filename=\"a.mtar\"\r\nContent-Type: application/zip\r\n\r\nPK"));
}

#[tokio::test]
async fn a_header_that_would_smuggle_is_refused() {
    let server = Server::start(|_| reply(200, "")).await;
    let call = Call::get("/").header("X-A", "b\r\nX-C: d");
    let error = http().call(&basic(&server), call).await.unwrap_err();
    assert_eq!(error.kind(), &Kind::Protocol);
    assert!(server.asked().is_empty());
}

/// A server that answers at once, and then with a byte now and then, for ever.
async fn trickling() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            tokio::spawn(async move {
                let _some_of_the_request = socket.read(&mut [0; 4096]).await;
                socket.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await.ok();
                let mut now_and_then = tokio::time::interval(Duration::from_millis(10));
                while socket.write_all(b"1\r\nx\r\n").await.is_ok() {
                    now_and_then.tick().await;
                }
            });
        }
    });
    format!("http://127.0.0.1:{port}")
}

#[tokio::test]
async fn an_answer_that_trickles_ends_however_it_is_read() {
    let target = Target::open("T", trickling().await);
    let brief = Duration::from_millis(200);
    let options = Options {
        allow_private: true,
        call_timeout: brief,
        poll_timeout: brief,
        transfer_timeout: brief,
        transfer_rate: 1 << 20,
        ..Options::default()
    };
    let http = Http::new(options).unwrap();
    for pace in [Pace::Call, Pace::Poll, Pace::Transfer] {
        let answer = async || http.call(&target, Call::get("/x").paced(pace)).await.unwrap();
        let text = answer().await.text().await.map(drop);
        let stream = answer().await.stream().try_for_each(|_| async { Ok(()) }).await;
        let own =
            http.call(&target, Call::get("/x").paced(pace).within(brief)).await.unwrap().bytes(99).await.map(drop);
        for outcome in [text, stream, own] {
            let error = outcome.unwrap_err();
            assert_eq!(error.kind(), &Kind::Timeout, "{pace:?}: {error}");
            assert!(error.to_string().contains("did not answer in time") && error.may_pass(), "{error}");
        }
    }
}

#[tokio::test]
async fn a_target_that_takes_content_slowly_or_never_answers_ends_too() {
    let silent = Server::start(|_| reply(0, "")).await;
    let brief = Duration::from_millis(50);
    let options = Options { allow_private: true, transfer_timeout: brief, call_timeout: brief, ..Options::default() };
    let http = Http::new(options).unwrap();
    let part = Part::streamed("f", "a.mtar", 3, Arc::new(|| Box::pin(async { Ok(once("abc")) })));
    let uploads =
        [Body::multipart(vec![part]), Body::once(None, Some(3), once("abc")), Body::bytes("text/plain", "abc")];
    for body in uploads {
        let error = http.call(&Target::open("T", silent.url()), Call::post("/x", body)).await.unwrap_err();
        assert_eq!(error.kind(), &Kind::Timeout, "{error}");
    }
}

fn once(text: &'static str) -> ropeway_client::call::Stream {
    Box::pin(futures_util::stream::iter([Ok(text.into())]))
}

#[tokio::test]
async fn a_busy_target_says_when_it_wants_to_be_asked_again() {
    let server = Server::start(|asked| {
        let status = if asked.path == "/busy" { 429 } else { 503 };
        let mut busy = reply(status, "later");
        busy.headers.push(("date", "Fri, 27 Nov 2026 10:00:00 GMT".into()));
        let after = if asked.path == "/busy" { "7" } else { "Fri, 27 Nov 2026 10:02:00 GMT" };
        busy.headers.push(("retry-after", after.into()));
        busy
    });
    let server = server.await;
    for (path, seconds) in [("/busy", 7), ("/down", 120)] {
        let answer = http().send(&Target::open("T", server.url()), Method::GET, path, Body::none()).await.unwrap();
        let error = answer.good().await.unwrap_err();
        assert_eq!((error.retry_after(), error.may_pass()), (Some(Duration::from_secs(seconds)), true));
    }
    let auth = Auth::ClientCredentials {
        token_url: format!("{}/busy/token", server.url()),
        client_id: "c".into(),
        client_secret: "s".into(),
        in_body: true,
        scope: None,
    };
    let target = Target::new("T", server.url(), auth);
    let error = http().send(&target, Method::GET, "/", Body::none()).await.unwrap_err();
    assert_eq!((error.kind(), error.may_pass()), (&Kind::Token, true));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(120)), "the token service was asked for its 503");
}

#[tokio::test]
async fn the_mark_of_a_caller_goes_to_our_own_services_only() {
    let (own, other) = (Server::start(|_| reply(200, "")).await, Server::start(|_| reply(200, "")).await);
    let options = Options { own_origins: vec![own.url()], allow_private: true, ..Options::default() };
    let http = Http::new(options).unwrap();
    for server in [&own, &other] {
        let target = Target::open("T", server.url()).marked("m.4711".to_owned());
        let call = Call::get("/x").header("x-ropeway-caller", "forged");
        assert_eq!(http.call(&target, call).await.unwrap().status().as_u16(), 200);
    }
    let mark = |server: &Server| server.asked()[0].header("x-ropeway-caller").map(str::to_owned);
    assert_eq!(mark(&own).as_deref(), Some("m.4711"));
    assert_eq!(mark(&other).as_deref(), Some("forged"));
}
