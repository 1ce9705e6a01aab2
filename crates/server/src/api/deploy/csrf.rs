//! Tokens against forged requests, without a session store: the cookie says since when the session is, the token is a
//! keyed hash of it. Every answer carries them; every write must.

use axum::response::Response;
use engine::Cx;
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};
use model::Time;
use std::time::Duration;

const TOKEN: HeaderName = HeaderName::from_static("x-csrf-token");
const HEADER: HeaderName = HeaderName::from_static("x-csrf-header");
const PARAM: HeaderName = HeaderName::from_static("x-csrf-param");
const COOKIE_NAME: &str = "JSESSIONID";

/// How long a session is good.
const TIMEOUT: Duration = Duration::from_secs(600);
/// After this a new one is handed out with the next answer.
const RENEW: Duration = Duration::from_secs(300);

/// The session of one request.
pub(super) struct Session {
    id: String,
    is_new: bool,
    /// Whether the request proved that it comes from somebody who read an answer of this session.
    pub(super) is_proven: bool,
}

impl Session {
    pub(super) fn of(cx: &Cx, headers: &HeaderMap) -> Self {
        let now = cx.now();
        let Some((id, age)) = cookie(headers).and_then(|id| age(id, now).map(|age| (id.to_owned(), age))) else {
            return Self::fresh(cx, now, false);
        };
        let given = headers.get(&TOKEN).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let is_proven = age < TIMEOUT && cx.vault.verify(&id, given);
        if age < RENEW { Self { id, is_new: false, is_proven } } else { Self::fresh(cx, now, is_proven) }
    }

    fn fresh(cx: &Cx, now: Time, is_proven: bool) -> Self {
        Self { id: format!("{}.{}", now.seconds(), cx.random.uuid().simple()), is_new: true, is_proven }
    }

    /// Puts the session into an answer. `required`: the write was refused for want of it.
    pub(super) fn put_into(&self, cx: &Cx, response: &mut Response, required: bool) {
        let headers = response.headers_mut();
        headers.insert(HEADER, HeaderValue::from_static("X-CSRF-TOKEN"));
        headers.insert(PARAM, HeaderValue::from_static("_csrf"));
        let token = if required { "Required".to_owned() } else { cx.vault.secret_hash(&self.id) };
        if let Ok(token) = HeaderValue::from_str(&token) {
            headers.insert(TOKEN, token);
        }
        if !self.is_new || required {
            return;
        }
        // Some clients read the first two cookies and crash on one.
        let cookies =
            [format!("{COOKIE_NAME}={}; Path=/; HttpOnly", self.id), "__VCAP_ID__=0; Path=/; HttpOnly".to_owned()];
        for cookie in cookies.iter().filter_map(|cookie| HeaderValue::from_str(cookie).ok()) {
            headers.append(SET_COOKIE, cookie);
        }
    }
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let pairs = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(';'));
    let mut named = pairs.filter_map(|pair| pair.trim().split_once('=')).filter(|(name, _)| *name == COOKIE_NAME);
    named.next().map(|(_, value)| value)
}

fn age(id: &str, now: Time) -> Option<Duration> {
    let since = Time::from_seconds(id.split('.').next()?.parse().ok()?);
    (since <= now).then(|| now.since(since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("a=b; JSESSIONID=12.x; c=d"));
        assert_eq!(cookie(&headers), Some("12.x"));
        assert_eq!(age("12.x", Time::from_seconds(20)), Some(Duration::from_secs(8)));
        assert_eq!(age("30.x", Time::from_seconds(20)), None);
        assert_eq!(age("x", Time::from_seconds(20)), None);
    }
}
