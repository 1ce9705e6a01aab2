//! What may be called, tried with names whose addresses the test decides.

use ropeway_client::{Error, Http, Kind, Method, Options, Target};
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
        hosts: hosts(&[("public.example", &["127.0.0.1"]), ("meta.example", &["169.254.169.254"])]),
        ..Options::default()
    };
    let http = Http::new(options).unwrap();
    let mut told = Vec::new();
    for host in ["127.0.0.1", "localhost", "public.example", "meta.example", "169.254.169.254", "[::1]"] {
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
    let mixed = hosts(&[("mixed.example", &["10.0.0.1", "127.0.0.1"])]);
    let options = Options { hosts: mixed, allow: vec!["127.0.0.0/8".into()], ..Options::default() };
    let http = Http::new(options).unwrap();
    assert_eq!(call(&http, format!("http://mixed.example:{}", server.port)).await.unwrap(), 200);
}

#[tokio::test]
async fn own_origins_and_listed_hosts_are_called_wherever_they_lead() {
    let server = Server::start(|_| reply(200, "")).await;
    let port = server.port;
    let names = hosts(&[("api.ropeway.example", &["127.0.0.1"]), ("sap.corp", &["127.0.0.1"])]);
    let own_origins = vec![format!("http://127.0.0.1:{port}"), format!("http://*.ropeway.example:{port}")];
    let options = Options { own_origins, hosts: names, allow: vec!["sap.corp".into()], ..Options::default() };
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
        moved.headers.push(("location", "http://169.254.169.254/".into()));
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
        Options { allow: vec!["http://x".into()], ..Options::default() },
    ] {
        assert!(Http::new(options).is_err());
    }
}
