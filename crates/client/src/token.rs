//! Tokens for targets: got once, kept until shortly before they expire.
//!
//! The key is the digest of everything that says how a token is got, the owner included, so a changed secret or
//! another owner never meets somebody else's token. A failure is not kept. At most one fetch per key runs at a time.

use crate::error::{Error, Kind, Result, status_may_pass};
use crate::http::{Http, bad_header, basic, parsed};
use crate::retry;
use crate::target::{Target, TokenRequest, without};
use aws_lc_rs::digest::{Context, SHA256};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderName, HeaderValue};
use reqwest::{Method, RequestBuilder};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;

/// The most that is read from a token service.
const LARGEST: usize = 64 << 10;
/// What a token lives when the service does not say.
const LIFETIME: i64 = 300;
/// How many tokens are kept before expired ones are thrown out.
const KEPT: usize = 4096;

/// An access token.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// What goes after `Bearer`.
    pub value: String,
    /// For how many seconds it is still good.
    pub expires_in: i64,
    /// The scopes granted, blank-separated, as the service said.
    pub scope: Option<String>,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("expires_in", &self.expires_in).finish_non_exhaustive()
    }
}

type Key = [u8; 32];
type Flight = BoxFuture<'static, Result<Token>>;

struct Held {
    token: Token,
    expires_at: i64,
    renew_at: i64,
}

/// What is known of one way to a token.
#[derive(Default)]
struct Slot {
    held: Option<Held>,
    /// The fetch that runs. It ends when nobody waits for it any more.
    flight: Option<WeakShared<Flight>>,
}

/// The tokens in hand.
#[derive(Default)]
pub(crate) struct Cache {
    slots: Mutex<HashMap<Key, Slot>>,
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cache")
    }
}

impl Cache {
    /// A token: the one in hand, or what the fetch that runs comes to. Whoever waits for it shares its answer, a refusal
    /// too, so nobody waits longer than one call may take.
    pub(crate) async fn get(&self, http: &Http, target: &Target, request: &TokenRequest) -> Result<Token> {
        let (key, now) = (key(request), http.options().now.micros());
        let flight = {
            let mut slots = self.lock();
            if slots.len() >= KEPT {
                slots.retain(|_, slot| slot.good(now).is_some() || slot.flight().is_some());
            }
            let slot = slots.entry(key).or_default();
            if let Some(good) = slot.good(now) {
                return Ok(good);
            }
            slot.flight().unwrap_or_else(|| {
                let flight = fly(http.clone(), target.name.clone(), request.clone(), key).boxed().shared();
                slot.flight = flight.downgrade();
                flight
            })
        };
        flight.await
    }

    /// Drops the token that was refused, unless another one has taken its place.
    pub(crate) fn forget(&self, target: &Target, used: &Token) {
        let Some(request) = target.auth.token_request() else { return };
        if let Some(slot) = self.lock().get_mut(&key(&request)) {
            slot.held.take_if(|held| held.token.value == used.value);
        }
    }

    fn keep(&self, key: Key, held: Held) {
        self.lock().insert(key, Slot { held: Some(held), flight: None });
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn fly(http: Http, name: String, request: TokenRequest, key: Key) -> Result<Token> {
    let now = http.options().now.micros();
    let token = fetch(&http, &name, &request).await?;
    http.tokens().keep(key, Held::new(token.clone(), now));
    Ok(token)
}

impl Slot {
    fn good(&self, now: i64) -> Option<Token> {
        let held = self.held.as_ref().filter(|held| now < held.renew_at)?;
        Some(Token { expires_in: (held.expires_at - now) / 1_000_000, ..held.token.clone() })
    }

    fn flight(&self) -> Option<Shared<Flight>> {
        self.flight.as_ref()?.upgrade()
    }
}

impl Held {
    /// A token is renewed when a twentieth of its life is left, at least five seconds and at most a minute.
    fn new(token: Token, now: i64) -> Self {
        let margin = (token.expires_in / 20).clamp(5, 60);
        let expires_at = now.saturating_add(token.expires_in.saturating_mul(1_000_000));
        Self { expires_at, renew_at: expires_at.saturating_sub(margin * 1_000_000), token }
    }
}

fn key(request: &TokenRequest) -> Key {
    let r = request;
    let (user, password) = r.basic.as_ref().map_or(("", ""), |(u, p)| (u, p));
    let flags = format!("{}{}{}", r.in_body, r.basic.is_some(), r.scope.is_some());
    let scope = r.scope.as_deref().unwrap_or_default();
    let mut context = Context::new(&SHA256);
    let mut add = |text: &str| {
        context.update(&(text.len() as u64).to_be_bytes());
        context.update(text.as_bytes());
    };
    [&r.owner, &r.token_url, &r.client_id, &r.client_secret, user, password, scope, &flags]
        .into_iter()
        .for_each(&mut add);
    for list in [&r.headers, &r.queries, &r.fields] {
        add(&list.len().to_string());
        list.iter().flat_map(|(name, value)| [name, value]).for_each(|text| add(text));
    }
    context.finish().as_ref().try_into().unwrap_or_default()
}

/// Asks the token service.
pub(crate) async fn fetch(http: &Http, name: &str, request: &TokenRequest) -> Result<Token> {
    let url = endpoint(&request.token_url, &request.queries)?;
    let host = url.host_str().unwrap_or_default().to_owned();
    let refused = |why: String| Error::new(Kind::Token, format!("no token for '{name}': {why}"));
    let post = built(http, &url, request).map_err(|e| as_token_error(name, e))?;
    let answer = post.send().await.map_err(|e| as_token_error(name, Error::sending(&host, e)))?;
    let (status, wait) = (answer.status(), retry::asked_for(answer.status().as_u16(), answer.headers()));
    tracing::debug!(target_name = %name, %host, status = status.as_u16(), "token call");
    let body = limited(answer, &host).await.map_err(|e| as_token_error(name, e))?;
    if !status.is_success() {
        let said = said(&body, &request.secrets());
        let hint = hint(status.as_u16());
        let error = refused(format!("the token service at '{host}' answered {status}{said}; {hint}"));
        return Err(error.after(wait).passing(status_may_pass(status.as_u16())));
    }
    parse(&body)
        .ok_or_else(|| refused(format!("the token service at '{host}' answered without a token; check its URL")))
}

/// The kind becomes `Token`, unless the address itself may not be called.
fn as_token_error(name: &str, error: Error) -> Error {
    let kind = if error.kind() == &Kind::Refused { Kind::Refused } else { Kind::Token };
    Error::new(kind, format!("no token for '{name}': {error}")).passing(error.may_pass()).because(error)
}

fn hint(status: u16) -> &'static str {
    match status {
        400 | 401 => "check client id and secret: the service key may have been deleted or renewed",
        404 => "check the token service URL: for most services it ends in '/oauth/token'",
        300..=399 => "a token service must not redirect; check its URL",
        _ => "try again later, or check the token service",
    }
}

/// The URL as given, its query and a slash at its end kept. `/oauth/token` is appended where only the base of a token
/// service stands; a path that ends in `token` is an endpoint already.
fn endpoint(url: &str, queries: &[(String, String)]) -> Result<Url> {
    let mut url = parsed(url)?;
    let path = url.path().trim_end_matches('/').to_owned();
    if !path.ends_with("/token") {
        url.set_path(&format!("{path}/oauth/token"));
    }
    if !queries.is_empty() {
        url.query_pairs_mut().extend_pairs(queries);
    }
    Ok(url)
}

fn built(http: &Http, url: &Url, request: &TokenRequest) -> Result<RequestBuilder> {
    let mut post = http.request(Method::POST, url, true)?.header(ACCEPT, "application/json");
    if let Some(id) = crate::correlation::current() {
        post = post.header(crate::correlation::HEADER, id);
    }
    for (name, value) in &request.headers {
        let (name, value) = extra_header(name, value)?;
        post = post.header(name, value);
    }
    if !request.in_body {
        let (user, password) = match &request.basic {
            Some((user, password)) => (user, password),
            None => (&request.client_id, &request.client_secret),
        };
        let mut value = HeaderValue::from_str(&basic(user, password)).map_err(|_| bad_header("Authorization"))?;
        value.set_sensitive(true);
        post = post.header(AUTHORIZATION, value);
    }
    let post = http.marked(post, url, request.caller.as_deref());
    Ok(post.form(&fields(request)).timeout(http.options().short_timeout))
}

/// Headers that frame the message or carry the credentials cannot be replaced.
fn extra_header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue)> {
    let parsed = HeaderName::try_from(name).map_err(|_| bad_header(name))?;
    if matches!(parsed.as_str(), "host" | "content-length" | "transfer-encoding" | "connection" | "authorization") {
        return Err(Error::new(Kind::Token, format!("the header '{name}' of a token call cannot be set by hand")));
    }
    Ok((parsed, HeaderValue::from_str(value).map_err(|_| bad_header(name))?))
}

fn fields(request: &TokenRequest) -> Vec<(&str, &str)> {
    let mut fields = vec![("grant_type", "client_credentials")];
    if request.in_body {
        fields.push(("client_id", &request.client_id));
        if !request.client_secret.is_empty() {
            fields.push(("client_secret", &request.client_secret));
        }
    }
    fields.extend(request.scope.as_deref().map(|scope| ("scope", scope)));
    fields.extend(request.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    fields
}

async fn limited(mut answer: reqwest::Response, host: &str) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|e| Error::sending(host, e))? {
        if all.len() + chunk.len() > LARGEST {
            return Err(Error::protocol(format!("the token service at '{host}' answered with too much")));
        }
        all.extend_from_slice(&chunk);
    }
    Ok(all)
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    expires_in: Option<Value>,
    scope: Option<String>,
}

fn parse(body: &[u8]) -> Option<Token> {
    let granted: Granted = serde_json::from_slice(body).ok()?;
    let seconds = granted.expires_in.and_then(|v| v.as_i64().or_else(|| v.as_str()?.parse().ok()));
    let expires_in = seconds.unwrap_or(LIFETIME).max(0);
    (!granted.access_token.is_empty()).then_some(Token {
        value: granted.access_token,
        expires_in,
        scope: granted.scope,
    })
}

/// `error` and `error_description` of the refusal, nothing else of its body, and no secret that it repeats.
fn said(body: &[u8], secrets: &[String]) -> String {
    let Ok(Value::Object(map)) = serde_json::from_slice::<Value>(body) else { return String::new() };
    let words: Vec<&str> = ["error", "error_description"].iter().filter_map(|key| map.get(*key)?.as_str()).collect();
    let text: String = without(&words.join(": "), secrets).chars().filter(|c| !c.is_control()).take(200).collect();
    if text.is_empty() { text } else { format!(" ({text})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_endpoint_is_the_url_as_given_or_completed() {
        let queries = vec![("q".to_owned(), "a b".to_owned())];
        for (given, called) in [
            ("https://h/oauth/token", "https://h/oauth/token?q=a+b"),
            ("https://h/oauth/token/", "https://h/oauth/token/?q=a+b"),
            ("https://h", "https://h/oauth/token?q=a+b"),
            ("https://h/uaa/alm/", "https://h/uaa/alm/oauth/token?q=a+b"),
            ("https://h/token", "https://h/token?q=a+b"),
            (
                "https://h/oauth/token?grant_type=client_credentials",
                "https://h/oauth/token?grant_type=client_credentials&q=a+b",
            ),
        ] {
            assert_eq!(endpoint(given, &queries).unwrap().as_str(), called);
        }
    }

    #[test]
    fn another_owner_or_secret_is_another_key() {
        let base = TokenRequest { owner: "a".into(), client_id: "c".into(), ..TokenRequest::default() };
        let others = [
            TokenRequest { owner: "b".into(), ..base.clone() },
            TokenRequest { client_secret: "s".into(), ..base.clone() },
            TokenRequest { scope: Some(String::new()), ..base.clone() },
            TokenRequest { headers: vec![("x".into(), "y".into())], ..base.clone() },
            TokenRequest { queries: vec![("x".into(), "y".into())], ..base.clone() },
        ];
        let keys: std::collections::HashSet<Key> = others.iter().chain([&base]).map(key).collect();
        assert_eq!(keys.len(), 6);
    }

    #[test]
    fn tokens_are_read_with_expiry_as_number_or_text() {
        assert_eq!(parse(br#"{"access_token":"t","expires_in":"60"}"#).unwrap().expires_in, 60);
        assert_eq!(parse(br#"{"access_token":"t","expires_in":43199,"scope":"a b"}"#).unwrap().expires_in, 43199);
        assert_eq!(parse(br#"{"access_token":"t"}"#).unwrap().expires_in, LIFETIME);
        assert!(parse(br#"{"access_token":""}"#).is_none());
        assert!(parse(b"<html>").is_none());
    }

    #[test]
    fn a_refusal_is_quoted_without_the_secret() {
        let body = br#"{"error":"invalid_client","error_description":"secret s3cr3t is wrong","trace":"x"}"#;
        assert_eq!(said(body, &["s3cr3t".into()]), " (invalid_client: secret … is wrong)");
    }

    #[test]
    fn framing_headers_cannot_be_replaced() {
        for name in ["Host", "Content-Length", "Authorization", "a b"] {
            assert!(extra_header(name, "x").is_err(), "{name}");
        }
        assert!(extra_header("X-Good", "a\r\nb").is_err());
        assert!(extra_header("X-Good", "a").is_ok());
    }
}
