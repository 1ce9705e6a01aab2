//! Sessions of deploy services: one for several writes, another when it has expired.

use ropeway_client::deploy::{DEPLOY, Run, act, logs};
use ropeway_client::{Auth, Http, Options, Target};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use testkit::scripted::{Reply, Server, reply};

/// A deploy service that takes writes in the session with the number of `open` only.
async fn deploy_service(open: Arc<AtomicUsize>) -> Server {
    Server::start(move |asked| {
        let now = open.load(Ordering::SeqCst);
        let (token, cookie) = (format!("t{now}"), format!("JSESSIONID=s{now}"));
        if asked.path.ends_with("/metadata") {
            let headers = vec![("X-Csrf-Token", token), ("Set-Cookie", format!("{cookie}; Path=/; HttpOnly"))];
            return Reply { headers, ..reply(200, "<metadata><slmpversion>1.2.0</slmpversion></metadata>") };
        }
        if (asked.header("x-csrf-token"), asked.header("cookie")) == (Some(&token), Some(&cookie)) {
            return reply(204, "");
        }
        Reply { headers: vec![("X-Csrf-Token", "Required".to_owned())], ..reply(403, "") }
    })
    .await
}

fn target(server: &Server, user: &str) -> Target {
    let auth = Auth::Basic { user: user.to_owned(), password: "secret".to_owned() };
    Target::new("CPI_TEST_CF", format!("{}/slp", server.url()), auth)
}

#[tokio::test]
async fn writes_share_a_session_until_it_has_expired_and_never_with_another_user() {
    let open = Arc::new(AtomicUsize::new(1));
    let server = deploy_service(Arc::clone(&open)).await;
    let http = Http::new(Options { allow_private: true, ..Options::default() }).unwrap();
    let abort = async |user: &str| {
        act(&http, &target(&server, user), Run { service: DEPLOY, process: "p" }, "abort").await.unwrap();
        (server.count("/slp/metadata"), server.asked().len())
    };
    assert_eq!(abort("anna").await, (1, 2), "one session, one write");
    assert_eq!(abort("anna").await, (1, 3), "the same session");
    assert_eq!(abort("bert").await, (2, 5), "a session of his own");
    open.store(2, Ordering::SeqCst);
    assert_eq!(abort("anna").await, (3, 8), "refused as expired, opened anew, written");
    assert_eq!(abort("anna").await, (3, 9), "the new session");
}

/// A deploy service with many logs, each of 1 MiB.
async fn talkative(many: usize) -> Server {
    Server::start(move |asked| {
        if asked.path.ends_with("/content") {
            return reply(200, "x".repeat(1 << 20));
        }
        let logs: String = (0..many).map(|at| format!("<Log><id>{at}.log</id></Log>")).collect();
        reply(200, format!("<logs>{logs}</logs>"))
    })
    .await
}

#[tokio::test]
async fn the_logs_of_a_process_are_bounded_together() {
    let server = talkative(200).await;
    let http = Http::new(Options { allow_private: true, ..Options::default() }).unwrap();
    let read = logs(&http, &target(&server, "anna"), Run { service: DEPLOY, process: "p" }).await.unwrap();
    let size: usize = read.iter().map(|log| log.content.len()).sum();
    assert!((20 << 20..21 << 20).contains(&size), "{size}");
    assert!(read.last().unwrap().content.ends_with("[the rest was not fetched]\n"));
    assert!(server.asked().len() < 30, "{}", server.asked().len());
}
