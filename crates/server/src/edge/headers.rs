//! Headers that every answer carries, unless its handler says otherwise.

use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use std::net::IpAddr;

/// Browsers take no answer for something else, show none in a foreign frame, and tell nobody where they come from.
const ALWAYS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
    (header::REFERRER_POLICY, "no-referrer"),
];
/// Seconds after which somebody who was told to come later may come.
const RETRY: HeaderValue = HeaderValue::from_static("5");
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");

/// Puts them on. Nearly every answer holds tokens, secrets or what belongs to one tenant, so no cache keeps one; a
/// client that asks with `If-None-Match` holds its copy itself.
pub(super) fn secure(response: &mut Response, https_only: bool) {
    let status = response.status();
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        default(headers, name, HeaderValue::from_static(value));
    }
    default(headers, header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
        default(headers, header::RETRY_AFTER, RETRY);
    }
    if https_only {
        default(headers, header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
}

fn default(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.entry(name).or_insert(value);
}

/// Whether browsers may be told to come over HTTPS only: not to a name that other programs of the machine have, too.
pub(super) fn is_https_only(public_url: &str) -> bool {
    let Some(rest) = public_url.strip_prefix("https://") else { return false };
    let authority = rest.split('/').next().unwrap_or_default();
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host).trim_matches(['[', ']']);
    host != "localhost" && host.parse::<IpAddr>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_only_is_for_public_names() {
        for (url, expected) in [
            ("https://ropeway.example.org", true),
            ("https://ropeway.example.org:8443/behind", true),
            ("http://ropeway.example.org", false),
            ("https://localhost:4004", false),
            ("https://127.0.0.1:4004", false),
            ("https://[::1]:4004", false),
        ] {
            assert_eq!(is_https_only(url), expected, "{url}");
        }
    }
}
