//! Getting and keeping tokens.

use ropeway_client::call::Source;
use ropeway_client::{Auth, Body, Call, Http, Kind, Method, Now, Options, Target, TokenRequest};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use testkit::scripted::{Asked, Reply, Server, reply};

const SECOND: i64 = 1_000_000;

fn request(server: &Server) -> TokenRequest {
    TokenRequest {
        owner: "o".into(),
        token_url: format!("{}/oauth/token", server.url()),
        client_id: "sb-c!b1|app!b2".into(),
        client_secret: "s3cr3t+/=".into(),
        in_body: true,
        ..TokenRequest::default()
    }
}

fn target(server: &Server, request: TokenRequest) -> Target {
    Target::new("T", server.url(), Auth::Token(Box::new(request)))
}

fn stopped() -> (Http, Arc<AtomicI64>) {
    let clock = Arc::new(AtomicI64::new(0));
    let read = Arc::clone(&clock);
    let now = Now::new(move || read.load(Ordering::SeqCst));
    (Http::new(Options { allow_private: true, now, ..Options::default() }).unwrap(), clock)
}

/// Hands out `t1`, `t2`, … and accepts any.
fn numbered() -> impl Fn(&Asked) -> Reply + Send + Sync + 'static {
    let count = AtomicUsize::new(0);
    move |asked| match asked.path.as_str() {
        "/oauth/token" => {
            let n = count.fetch_add(1, Ordering::SeqCst) + 1;
            reply(200, format!(r#"{{"access_token":"t{n}","token_type":"bearer","expires_in":1000,"scope":"a b"}}"#))
        }
        _ => reply(200, "{}"),
    }
}

async fn send(http: &Http, target: &Target) -> ropeway_client::Result<u16> {
    Ok(http.send(target, Method::GET, "/x", Body::none()).await?.status().as_u16())
}

#[tokio::test]
async fn a_token_is_got_once_and_renewed_before_it_expires() {
    let server = Server::start(numbered()).await;
    let (http, clock) = stopped();
    let target = target(&server, request(&server));
    send(&http, &target).await.unwrap();
    send(&http, &target).await.unwrap();
    assert_eq!(server.count("/oauth/token"), 1);
    assert_eq!(http.token(&target).await.unwrap().unwrap().expires_in, 1000);
    clock.store(900 * SECOND, Ordering::SeqCst);
    assert_eq!(http.token(&target).await.unwrap().unwrap().expires_in, 100);
    clock.store(951 * SECOND, Ordering::SeqCst);
    send(&http, &target).await.unwrap();
    assert_eq!(server.count("/oauth/token"), 2);
    assert_eq!(server.asked().last().unwrap().header("authorization"), Some("Bearer t2"));
}

#[tokio::test]
async fn callers_at_the_same_time_share_one_fetch() {
    let server = Server::start(numbered()).await;
    let (http, _) = stopped();
    let target = target(&server, request(&server));
    let all = (0..8).map(|_| send(&http, &target));
    futures_util::future::try_join_all(all).await.unwrap();
    assert_eq!(server.count("/oauth/token"), 1);
}

/// A service that takes calls and never answers; answers how many it took.
async fn silent() -> (String, tokio::task::JoinHandle<()>, Arc<AtomicI64>) {
    let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", socket.local_addr().unwrap());
    let taken = Arc::new(AtomicI64::new(0));
    let count = Arc::clone(&taken);
    let task = tokio::spawn(async move {
        let mut open = Vec::new();
        while let Ok((stream, _)) = socket.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            open.push(stream);
        }
    });
    (url, task, taken)
}

#[tokio::test]
async fn callers_of_a_silent_token_service_wait_together_and_not_one_after_the_other() {
    let (url, task, taken) = silent().await;
    let short_timeout = std::time::Duration::from_millis(500);
    let http = Http::new(Options { allow_private: true, short_timeout, ..Options::default() }).unwrap();
    let token = TokenRequest { token_url: url.clone(), client_id: "c".into(), ..TokenRequest::default() };
    let target = Target::new("silent", url.clone(), Auth::Token(Box::new(token)));
    let began = std::time::Instant::now();
    let all = futures_util::future::join_all((0..100).map(|_| send(&http, &target))).await;
    assert!(began.elapsed() < short_timeout * 10, "{:?}", began.elapsed());
    assert!(all.iter().all(|one| one.as_ref().is_err_and(|e| e.kind() == &Kind::Token)), "{all:?}");
    assert_eq!(taken.load(Ordering::SeqCst), 1, "one fetch for all");
    task.abort();
    assert!(send(&http, &target).await.is_err(), "a failure is not kept, the next call asks again");
}

#[tokio::test]
async fn a_fetch_goes_on_when_the_caller_who_began_it_gives_up() {
    let server = Server::start(numbered()).await;
    let (http, _) = stopped();
    let target = target(&server, request(&server));
    let (mut first, mut second) = (Box::pin(send(&http, &target)), Box::pin(send(&http, &target)));
    for one in [&mut first, &mut second] {
        assert!(futures_util::FutureExt::now_or_never(one).is_none(), "no answer yet");
    }
    drop(first);
    second.await.unwrap();
    assert_eq!(server.count("/oauth/token"), 1);
}

#[tokio::test]
async fn another_owner_gets_a_token_of_its_own() {
    let server = Server::start(numbered()).await;
    let (http, _) = stopped();
    send(&http, &target(&server, request(&server))).await.unwrap();
    send(&http, &target(&server, TokenRequest { owner: "p".into(), ..request(&server) })).await.unwrap();
    assert_eq!(server.count("/oauth/token"), 2);
}

#[tokio::test]
async fn client_and_secret_go_into_the_form_or_into_the_header() {
    let server = Server::start(numbered()).await;
    let (http, _) = stopped();
    let more = TokenRequest {
        scope: Some("a b".into()),
        headers: vec![("X-More".into(), "1".into())],
        fields: vec![("resource".into(), "r".into())],
        ..request(&server)
    };
    http.token(&target(&server, more.clone())).await.unwrap();
    http.token(&target(&server, TokenRequest { in_body: false, ..more.clone() })).await.unwrap();
    let basic = Some(("u".to_owned(), "p".to_owned()));
    http.token(&target(&server, TokenRequest { in_body: false, basic, ..more })).await.unwrap();
    let asked = server.asked();
    assert_eq!(
        asked[0].text(),
        "grant_type=client_credentials&client_id=sb-c%21b1%7Capp%21b2&client_secret=s3cr3t%2B%2F%3D&scope=a+b&resource=r"
    );
    assert_eq!((asked[0].header("authorization"), asked[0].header("x-more")), (None, Some("1")));
    assert_eq!(asked[1].text(), "grant_type=client_credentials&scope=a+b&resource=r");
    assert_eq!(asked[1].header("authorization"), Some("Basic c2ItYyFiMXxhcHAhYjI6czNjcjN0Ky89"));
    assert_eq!(asked[2].header("authorization"), Some("Basic dTpw"));
}

#[tokio::test]
async fn a_refusal_is_told_without_the_secret_and_tried_again_next_time() {
    let server =
        Server::start(|_| reply(401, r#"{"error":"unauthorized","error_description":"Bad credentials s3cr3t+/="}"#));
    let server = server.await;
    let (http, _) = stopped();
    let target = target(&server, request(&server));
    let error = send(&http, &target).await.unwrap_err();
    assert_eq!(error.kind(), &Kind::Token);
    assert_eq!(
        error.to_string(),
        "no token for 'T': the token service at '127.0.0.1' answered 401 Unauthorized (unauthorized: Bad credentials \
         …); check client id and secret: the service key may have been deleted or renewed"
    );
    assert!(!format!("{error:?}").contains("s3cr3t"));
    send(&http, &target).await.unwrap_err();
    assert_eq!(server.count("/oauth/token"), 2);
}

#[tokio::test]
async fn anything_but_a_token_is_refused() {
    let big = format!(r#"{{"access_token":"{}"}}"#, "x".repeat(70_000));
    for (status, body) in [(200, "<html>".to_owned()), (200, "{}".to_owned()), (302, String::new()), (200, big)] {
        let server = Server::start(move |_| reply(status, body.clone())).await;
        let (http, _) = stopped();
        let error = http.token(&target(&server, request(&server))).await.unwrap_err();
        assert_eq!(error.kind(), &Kind::Token, "{error}");
    }
}

#[tokio::test]
async fn no_secret_travels_in_the_open_to_a_host_nobody_vouched_for() {
    let http = Http::new(Options::default()).unwrap();
    let auth = Auth::ClientCredentials {
        token_url: "http://token.example/oauth/token".into(),
        client_id: "c".into(),
        client_secret: "s".into(),
        in_body: true,
        scope: None,
    };
    let target = Target::new("T", "https://t.example", auth);
    let error = http.token(&target).await.unwrap_err();
    assert!(error.to_string().contains("is not https"), "{error}");
}

/// Hands out `t1`, `t2`, … and accepts only from `t2` on.
fn picky() -> impl Fn(&Asked) -> Reply + Send + Sync + 'static {
    let hand_out = numbered();
    move |asked| match asked.header("authorization") {
        Some("Bearer t1") => reply(401, ""),
        _ => hand_out(asked),
    }
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let server = Server::start(picky()).await;
    let (http, _) = stopped();
    let target = target(&server, request(&server));
    let answer = http.call(&target, Call::post("/x", Body::json("hello").unwrap())).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(server.count("/oauth/token"), 2);
    assert_eq!(server.asked().last().unwrap().text(), "\"hello\"");
}

#[tokio::test]
async fn a_token_that_is_refused_again_ends_the_matter() {
    let hand_out = numbered();
    let server = Server::start(move |asked| if asked.path == "/x" { reply(401, "") } else { hand_out(asked) }).await;
    let (http, _) = stopped();
    assert_eq!(send(&http, &target(&server, request(&server))).await.unwrap(), 401);
    assert_eq!((server.count("/x"), server.count("/oauth/token")), (2, 2));
}

fn pieces() -> Vec<std::io::Result<bytes::Bytes>> {
    vec![Ok("hel".into()), Ok("lo".into())]
}

#[tokio::test]
async fn content_is_sent_again_if_it_can_be_made_again() {
    let server = Server::start(picky()).await;
    let (http, _) = stopped();
    let source: Source = Arc::new(|| {
        Box::pin(async { Ok(Box::pin(futures_util::stream::iter(pieces())) as ropeway_client::call::Stream) })
    });
    let body = Body::stream("application/zip", Some(5), source);
    let answer = http.call(&target(&server, request(&server)), Call::post("/x", body)).await.unwrap();
    assert_eq!(answer.status(), 200);
    let last = server.asked().pop().unwrap();
    assert_eq!((last.text().as_str(), last.header("content-length")), ("hello", Some("5")));
}

#[tokio::test]
async fn content_that_is_there_once_is_not_sent_again_but_the_token_is_dropped() {
    let server = Server::start(picky()).await;
    let (http, _) = stopped();
    let target = target(&server, request(&server));
    let once = || Body::once(Some("application/zip"), None, Box::pin(futures_util::stream::iter(pieces())));
    assert_eq!(http.call(&target, Call::post("/x", once())).await.unwrap().status(), 401);
    assert_eq!(http.call(&target, Call::post("/x", once())).await.unwrap().status(), 200);
    assert_eq!(server.count("/oauth/token"), 2);
}
