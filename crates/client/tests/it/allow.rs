//! What may be called, tried with names whose addresses the test decides.

use ropeway_client::{Auth, Call, Error, Http, Kind, Method, Options, Target};
use std::net::IpAddr;
use testkit::scripted::{Server, reply};

fn hosts(pairs: &[(&str, &[&str])]) -> std::collections::BTreeMap<String, Vec<IpAddr>> {
    pairs.iter().map(|(name, ips)| ((*name).to_owned(), ips.iter().map(|ip| ip.parse().unwrap()).collect())).collect()
}

async fn call(http: &Http, url: String) -> Result<u16, Error> {
    let target = Target::open("T", url);
    let answer = http.send(&target, Method::GET, "/x", ropeway_client::Body::none()).await?;
    Ok(answer.status().as_u16())
}

#[tokio::test]
async fn a_public_name_that_leads_inside_is_refused_like_an_inner_address_and_nothing_is_sent() {
    let server = Server::start(|_| reply(200, "")).await;
    let port = server.port;
    let options = Options {
        hosts: hosts(&[("public.example", &["127.0.0.1"]), ("six.example", &["::ffff:127.0.0.1"])]),
        ..Options::default()
    };
    let http = Http::new(options).unwrap();
    let mut told = Vec::new();
    for host in ["127.0.0.1", "localhost", "public.example", "six.example", "[::ffff:7f00:1]", "[::1]"] {
        let error = call(&http, format!("http://{host}:{port}")).await.unwrap_err();
        assert_eq!(error.kind(), &Kind::Refused, "{host}: {error}");
        told.push(error.to_string().replace(host, "H"));
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn only_the_permitted_addresses_of_a_name_are_connected_to() {
    let server = Server::start(|_| reply(200, "")).await;
    // Nobody listens at the first one, so whoever tried it would fail.
    let mixed = hosts(&[("mixed.example", &["127.0.0.2", "127.0.0.1"])]);
    let options = Options { hosts: mixed, allowed_networks: vec!["127.0.0.1".into()], ..Options::default() };
    let http = Http::new(options).unwrap();
    assert_eq!(call(&http, format!("http://mixed.example:{}", server.port)).await.unwrap(), 200);
}

#[tokio::test]
async fn own_origins_and_listed_hosts_are_called_wherever_they_lead() {
    let server = Server::start(|_| reply(200, "")).await;
    let port = server.port;
    let names = hosts(&[("api.ropeway.example", &["127.0.0.1"]), ("sap.corp", &["127.0.0.1"])]);
    let own_origins = vec![format!("http://127.0.0.1:{port}"), format!("http://*.ropeway.example:{port}")];
    let options = Options { own_origins, hosts: names, allowed_hosts: vec!["sap.corp".into()], ..Options::default() };
    let http = Http::new(options).unwrap();
    for host in ["127.0.0.1", "api.ropeway.example", "sap.corp"] {
        assert_eq!(call(&http, format!("http://{host}:{port}")).await.unwrap(), 200, "{host}");
    }
    assert!(call(&http, format!("http://127.0.0.1:{}", port ^ 1)).await.is_err());
}

#[tokio::test]
async fn a_redirect_is_answered_not_followed() {
    let server = Server::start(|_| {
        let mut moved = reply(302, "");
        moved.headers.push(("location", "/elsewhere".into()));
        moved
    });
    let server = server.await;
    let http = Http::new(Options { allow_private: true, ..Options::default() }).unwrap();
    assert_eq!(call(&http, server.url()).await.unwrap(), 302);
    assert_eq!(http.probe(&server.url()).await.unwrap().status, 302);
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn an_option_that_cannot_be_read_is_refused_at_the_start() {
    for options in [
        Options { own_origins: vec!["nowhere".into()], ..Options::default() },
        Options { allowed_hosts: vec!["http://x".into()], ..Options::default() },
        Options { allowed_networks: vec!["sap.corp".into()], ..Options::default() },
    ] {
        assert!(Http::new(options).is_err());
    }
}

/// The server is there, and a call without credentials reaches it; one with them would tell them to everybody between.
#[tokio::test]
async fn credentials_do_not_travel_in_the_open_to_a_host_that_nobody_vouched_for() {
    let server = Server::start(|_| reply(200, "")).await;
    let names = hosts(&[("open.example", &["127.0.0.1"])]);
    let listed = Options { hosts: names, allowed_networks: vec!["127.0.0.1".into()], ..Options::default() };
    let url = format!("http://open.example:{}", server.port);
    let basic = Auth::Basic { user: "u".into(), password: "p".into() };
    for (auth, cookie) in [(basic, None), (Auth::Bearer("t".into()), None), (Auth::None, Some("s=1"))] {
        let target = Target::new("T", url.clone(), auth);
        let call = || cookie.iter().fold(Call::get("/x"), |call, value| call.header("cookie", *value));
        let http = Http::new(Options { allowed_networks: Vec::new(), ..listed.clone() }).unwrap();
        let before = server.asked().len();
        let error = http.call(&target, call()).await.unwrap_err();
        assert_eq!((error.kind(), server.asked().len()), (&Kind::Refused, before));
        assert!(error.to_string().starts_with("the URL of 'open.example' is not https, and credentials"), "{error}");
        let http = Http::new(listed.clone()).unwrap();
        assert_eq!(http.call(&target, call()).await.unwrap().status(), 200, "the operator vouches for the network");
        assert_eq!(server.asked().len(), before + 1);
    }
}
