//! The cookies of this server: a session of the page, and a way to an identity provider. Scripts cannot read them, and other
//! sites' calls do not carry them.

use engine::Cx;
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderValue};
use std::time::Duration;

/// Over TLS it binds a cookie to this host: no other one below its domain can set it.
const BOUND: &str = "__Host-";

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cookie {
    Session,
    /// Kept until the browser is back.
    Way,
}

fn is_secure(cx: &Cx) -> bool {
    cx.addresses().public().starts_with("https://")
}

impl Cookie {
    const fn word(self) -> &'static str {
        match self {
            Self::Session => "ropeway_session",
            Self::Way => "ropeway_sign_in",
        }
    }

    fn is_named(self, cx: &Cx, name: &str) -> bool {
        let word = if is_secure(cx) { name.strip_prefix(BOUND) } else { Some(name) };
        word == Some(self.word())
    }

    /// What the browser keeps, if it sent it.
    pub(crate) fn read<'a>(self, cx: &Cx, headers: &'a HeaderMap) -> Option<&'a str> {
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let found = pairs.into_iter().find(|(name, _)| self.is_named(cx, name));
        found.map(|(_, value)| value).filter(|value| !value.is_empty())
    }

    /// Hands it over; it goes with the browser, or after this time.
    pub(super) fn set(self, cx: &Cx, value: &str, life: Option<Duration>, headers: &mut HeaderMap) {
        let life = life.map(|life| format!("; Max-Age={}", life.as_secs())).unwrap_or_default();
        self.write(cx, value, &life, headers);
    }

    /// Takes it away.
    pub(crate) fn clear(self, cx: &Cx, headers: &mut HeaderMap) {
        self.write(cx, "", "; Max-Age=0", headers);
    }

    /// `Lax`, since a log-in for another program starts with a link from there, and one with an identity provider ends with
    /// one; what changes something wants more.
    fn write(self, cx: &Cx, value: &str, more: &str, headers: &mut HeaderMap) {
        let (bound, secure) = if is_secure(cx) { (BOUND, "; Secure") } else { ("", "") };
        let text = format!("{bound}{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}", self.word());
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.append(SET_COOKIE, value);
        }
    }
}

/// The session, if the browser has one.
pub(crate) fn read<'a>(cx: &Cx, headers: &'a HeaderMap) -> Option<&'a str> {
    Cookie::Session.read(cx, headers)
}

/// Takes the session away.
pub(crate) fn clear(cx: &Cx, headers: &mut HeaderMap) {
    Cookie::Session.clear(cx, headers);
}
