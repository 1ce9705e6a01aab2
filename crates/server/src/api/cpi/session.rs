//! Who calls a tenant: a bearer token, or a person with Basic credentials and, for changes, a CSRF token.
//!
//! The CSRF token is a keyed hash over the session cookie and the person, so nothing is stored and any replica can
//! verify it. Clients with a bearer token never send one, and none is demanded of them.

use super::error::Problem;
use crate::auth;
use engine::identity::{grant, token, zone};
use engine::{Cx, Error, Identity};
use http::{HeaderMap, HeaderValue, Method, header};
use std::collections::BTreeMap;
use std::sync::Arc;

const COOKIE: &str = "JSESSIONID";
const TOKEN: &str = "x-csrf-token";

/// A CSRF token and its session, on their way to the client.
#[derive(Debug)]
pub(super) struct Fresh {
    cookie: String,
    token: String,
}

impl Fresh {
    pub(super) fn put_into(&self, headers: &mut HeaderMap) {
        let cookie = format!("{COOKIE}={}; Path=/; HttpOnly", self.cookie);
        if let (Ok(token), Ok(cookie)) = (HeaderValue::from_str(&self.token), HeaderValue::from_str(&cookie)) {
            headers.insert(TOKEN, token);
            headers.append(header::SET_COOKIE, cookie);
        }
    }
}

/// Who calls.
///
/// # Errors
/// 401 without valid credentials; 403 for a change by Basic credentials without a CSRF token.
pub(super) async fn identity(
    cx: &Cx,
    tenant: &str,
    method: &Method,
    headers: &HeaderMap,
) -> Result<Arc<Identity>, Problem> {
    if auth::credentials(headers, "basic").is_none() {
        return Ok(auth::identity(headers, cx).await?);
    }
    let (user, password) = auth::basic(headers).ok_or_else(unknown)?;
    let who = person(cx, tenant, &user, &password).await?;
    let reads = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    if !reads && !proven(cx, headers, &who) {
        return Err(Problem::csrf());
    }
    Ok(who)
}

fn unknown() -> Error {
    Error::unauthenticated("Bad credentials")
}

/// A person logs in as with our own public client: the same check, the same scopes.
async fn person(cx: &Cx, tenant: &str, user: &str, password: &str) -> Result<Arc<Identity>, Error> {
    let realm = zone::realm(cx, tenant).await.map_err(|_| unknown())?;
    let pairs = [("grant_type", "password"), ("username", user), ("password", password)];
    let params: BTreeMap<String, String> = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    let request = grant::Request { basic: vec![("ropeway".to_owned(), String::new())], params };
    let granted = grant::grant(cx, &realm, &request).await.map_err(|_| unknown())?;
    token::verify(cx, &granted.issued.access_token).await
}

/// A CSRF token, when the client asks for one.
pub(super) fn fresh(cx: &Cx, headers: &HeaderMap, who: &Identity) -> Option<Fresh> {
    let asks = headers.get(TOKEN)?.to_str().ok()?.eq_ignore_ascii_case("fetch");
    let cookie = asks.then(|| session_of(headers).unwrap_or_else(|| cx.random.secret()))?;
    let token = token_of(cx, &cookie, who);
    Some(Fresh { cookie, token })
}

fn proven(cx: &Cx, headers: &HeaderMap, who: &Identity) -> bool {
    let given = headers.get(TOKEN).and_then(|value| value.to_str().ok());
    match (given, session_of(headers)) {
        (Some(given), Some(cookie)) => cx.vault.verify(&message(&cookie, who), given),
        _ => false,
    }
}

fn token_of(cx: &Cx, cookie: &str, who: &Identity) -> String {
    cx.vault.secret_hash(&message(cookie, who))
}

fn message(cookie: &str, who: &Identity) -> String {
    format!("csrf {} {} {cookie}", who.zone_name, who.actor())
}

fn session_of(headers: &HeaderMap) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, value)| value.to_owned()).filter(|value| !value.is_empty())
}
