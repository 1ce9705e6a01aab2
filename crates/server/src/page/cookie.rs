//! The cookie that holds a session of the page. Scripts cannot read it, and other sites' calls do not carry it.

use engine::Cx;
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

/// Its name, where the page comes over plain HTTP.
const PLAIN: &str = "ropeway_session";
/// Over TLS the prefix binds it to this host: no other one below its domain can set it.
const SECURE: &str = "__Host-ropeway_session";

fn is_secure(cx: &Cx) -> bool {
    cx.addresses().public().starts_with("https://")
}

fn name(cx: &Cx) -> &'static str {
    if is_secure(cx) { SECURE } else { PLAIN }
}

/// What the browser keeps, if it sent it.
pub(crate) fn read<'a>(cx: &Cx, headers: &'a HeaderMap) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name(cx)).map(|(_, value)| value).filter(|value| !value.is_empty())
}

/// Hands it over.
pub(super) fn set(cx: &Cx, value: &str, headers: &mut HeaderMap) {
    write(cx, value, "", headers);
}

/// Takes it away.
pub(crate) fn clear(cx: &Cx, headers: &mut HeaderMap) {
    write(cx, "", "; Max-Age=0", headers);
}

/// `Lax`, since a log-in for another program starts with a link from there; what changes something wants more.
fn write(cx: &Cx, value: &str, more: &str, headers: &mut HeaderMap) {
    let secure = if is_secure(cx) { "; Secure" } else { "" };
    let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}", name(cx));
    if let Ok(value) = HeaderValue::from_str(&text) {
        headers.append(SET_COOKIE, value);
    }
}
