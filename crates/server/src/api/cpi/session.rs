//! Who calls a tenant: a bearer token, or a person with Basic credentials and, for changes, a CSRF token.
//!
//! The CSRF token is a keyed hash over the session cookie and the person, so nothing is stored and any replica can
//! verify it. Clients with a bearer token never send one, and none is demanded of them.

use super::error::Problem;
use crate::auth;
use engine::identity::grant::{self, Granted};
use engine::identity::{throttle, token, zone};
use engine::{Cx, Error, Identity, Kind};
use http::{HeaderMap, HeaderValue, Method, header};
use model::Time;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

const COOKIE: &str = "JSESSIONID";
const TOKEN: &str = "x-csrf-token";
/// How long the token of a log-in is used; then the session is continued, with the roles of that time.
const REMEMBER: Duration = Duration::from_secs(60);
/// How many are.
const REMEMBERED: usize = 1_000;

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

/// Whatever is wrong with the log-in, the caller reads the same; trouble of ours stays what it is.
fn refused(error: Error) -> Error {
    match error.kind() {
        Kind::Internal | Kind::Unavailable | Kind::Upstream | Kind::Overloaded => error,
        _ => unknown(),
    }
}

/// The tokens of those who logged in lately, by a keyed hash of what they sent: hashing a password for every call of a
/// script would take longer than the calls. A token is looked at with each call, so that one that rests on nothing any
/// more is not used.
#[derive(Default)]
struct Logins(Mutex<HashMap<String, Login>>);

#[derive(Clone)]
struct Login {
    access_token: String,
    refresh_token: Option<String>,
    until: Time,
}

impl Logins {
    fn known(&self, key: &str) -> Option<Login> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn keep(&self, key: String, now: Time, granted: Granted) {
        let mut logins = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if logins.len() >= REMEMBERED {
            logins.retain(|_, login| login.until > now);
        }
        let Granted { issued, refresh_token, .. } = granted;
        if logins.len() < REMEMBERED {
            let login = Login { access_token: issued.access_token, refresh_token, until: now.plus(REMEMBER) };
            logins.insert(key, login);
        }
    }

    fn forget(&self, key: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

async fn person(cx: &Cx, tenant: &str, user: &str, password: &str) -> Result<Arc<Identity>, Error> {
    throttle::not_locked(cx, user)?;
    let (logins, now) = (cx.cache::<Logins>(), cx.now());
    let key = cx.vault.secret_hash(&format!("basic {}:{tenant} {}:{user} {password}", tenant.len(), user.len()));
    if let Some(login) = logins.known(&key) {
        if login.until > now
            && let Ok(who) = token::verify(cx, &login.access_token).await
        {
            return Ok(who);
        }
        logins.forget(&key);
        let refresh = login.refresh_token.unwrap_or_default();
        let continued = [("grant_type", "refresh_token"), ("refresh_token", refresh.as_str())];
        if let Ok(granted) = granted(cx, tenant, &continued).await {
            let who = token::verify(cx, &granted.issued.access_token).await;
            logins.keep(key, now, granted);
            return who;
        }
    }
    let granted =
        granted(cx, tenant, &[("grant_type", "password"), ("username", user), ("password", password)]).await?;
    let who = token::verify(cx, &granted.issued.access_token).await;
    logins.keep(key, now, granted);
    who
}

/// A person logs in as with our own public client: the same check, the same scopes.
async fn granted(cx: &Cx, tenant: &str, params: &[(&str, &str)]) -> Result<Granted, Error> {
    let realm = zone::realm(cx, tenant).await.map_err(refused)?;
    let params: BTreeMap<String, String> = params.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    let request = grant::Request { basic: vec![("ropeway".to_owned(), String::new())], params };
    grant::grant(cx, &realm, &request).await.map_err(refused)
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
