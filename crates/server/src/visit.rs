//! Where a call comes from, and what becomes of a refusal: it is in the audit trail, and says how long to wait.

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use engine::visit::Visit;
use engine::{Cx, audit};
use http::header::{AUTHORIZATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// What our own services put onto their calls; whatever else stands there is not believed.
const CALLER: HeaderName = HeaderName::from_static(engine::visit::CALLER);
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The layer around all services.
pub(crate) async fn visited(State(cx): State<Cx>, request: Request, next: Next) -> Response {
    // A router that is called without a socket is called by this process.
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(address)| address.ip());
    let address = client(peer, request.headers(), &cx.settings.trusted_proxies);
    let mark = request.headers().get(CALLER).and_then(|mark| mark.to_str().ok());
    let visit = Visit::on_behalf(address, mark.and_then(|mark| cx.vault.marked_caller(mark)));
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", |path| path.as_str());
    let call = format!("{} {route}", request.method());
    let with_proof = request.headers().contains_key(AUTHORIZATION);
    let mut response = Arc::clone(&visit).scope(next.run(request)).await;
    if let Some(pause) = visit.pause() {
        let seconds = pause.as_millis().div_ceil(1_000).max(1);
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
            response.headers_mut().insert(RETRY_AFTER, value);
        }
    }
    let status = response.status();
    let denied = status == StatusCode::FORBIDDEN || (status == StatusCode::UNAUTHORIZED && with_proof);
    if denied {
        audit::denied(&cx, &visit, call, status.as_u16()).await;
    }
    response
}

/// Who called: the peer, or whom a trusted proxy forwarded the call for. Everybody can write this header, so it is
/// read from its end, as long as who wrote it is trusted.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    let lines = headers.get_all(FORWARDED_FOR).iter().filter_map(|line| line.to_str().ok());
    let mut named: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let mut client = peer.to_canonical();
    while is_trusted(&client)
        && let Some(address) = named.pop().and_then(read)
    {
        client = address;
    }
    client
}

/// An address as proxies write it, some with a port.
fn read(text: &str) -> Option<IpAddr> {
    let plain = text.trim_start_matches('[').trim_end_matches(']');
    let address = plain.parse().ok().or_else(|| text.parse().ok().map(|address: SocketAddr| address.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client_of(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, HeaderValue::from_str(line).unwrap());
        }
        let trusted: Vec<IpNet> = trusted.iter().map(|net| net.parse().unwrap()).collect();
        client(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn the_header_of_a_stranger_is_not_believed() {
        assert_eq!(client_of("192.0.2.1", &["198.51.100.7"], &["127.0.0.0/8"]), "192.0.2.1");
        assert_eq!(client_of("192.0.2.1", &[], &["192.0.2.0/24"]), "192.0.2.1");
    }

    #[test]
    fn the_last_address_that_no_trusted_proxy_has_is_the_client() {
        let trusted = ["127.0.0.0/8", "10.0.0.0/8"];
        assert_eq!(client_of("127.0.0.1", &["198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(client_of("127.0.0.1", &["203.0.113.9, 198.51.100.7, 10.1.2.3"], &trusted), "198.51.100.7");
        assert_eq!(client_of("127.0.0.1", &["203.0.113.9", "198.51.100.7:5555"], &trusted), "198.51.100.7");
        assert_eq!(client_of("::ffff:127.0.0.1", &["[2001:db8::1]:443"], &trusted), "2001:db8::1");
        assert_eq!(client_of("127.0.0.1", &["nonsense"], &trusted), "127.0.0.1");
    }
}
