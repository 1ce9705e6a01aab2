//! What a provider publishes: its addresses (OpenID Connect Discovery 1.0) and its keys. Both are kept; keys are asked for
//! again where a token names one that is not known, which is how a provider changes its keys, but not for every token that
//! somebody makes up.

use super::Provider;
use super::jws::{self, Jwks, Key};
use crate::cx::Cx;
use crate::error::{Error, Result};
use client::{Call, Target};
use model::Time;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use url::Url;

/// How long addresses and keys are believed.
const FRESH: Duration = Duration::from_secs(3_600);
/// How often keys are asked for again because of one that is not known.
const AGAIN: Duration = Duration::from_secs(30);
/// How long a failure is told to everybody before the provider is asked once more.
const FAILED: Duration = Duration::from_secs(5);
/// The longest wait for a provider: a person sits before the browser.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most that is read of an answer, in bytes.
const LARGEST: usize = 512 << 10;

/// The addresses.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Document {
    pub(super) issuer: String,
    pub(super) authorization_endpoint: String,
    pub(super) token_endpoint: String,
    pub(super) jwks_uri: String,
    #[serde(default)]
    pub(super) code_challenge_methods_supported: Vec<String>,
    #[serde(default)]
    pub(super) id_token_signing_alg_values_supported: Vec<String>,
    pub(super) token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: bool,
}

/// What is known of a provider.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) document: Document,
    pub(super) keys: Vec<Key>,
    pub(super) at: Time,
}

#[derive(Debug, Clone)]
struct Failure {
    at: Time,
    error: String,
}

#[derive(Debug, Default)]
struct Slot {
    known: Option<Arc<Known>>,
    failure: Option<Failure>,
}

/// What is known of each provider, by its origin.
#[derive(Debug, Default)]
struct Cache(Mutex<HashMap<String, Slot>>);

impl Cache {
    fn look<R>(&self, origin: &str, look: impl FnOnce(&mut Slot) -> R) -> R {
        look(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(origin.to_owned()).or_default())
    }
}

/// Addresses and keys of a provider.
///
/// # Errors
/// Upstream, when it cannot be asked, or does not answer as it must.
pub(super) async fn known(cx: &Cx, provider: &Provider) -> Result<Arc<Known>> {
    let (cache, now) = (cx.cache::<Cache>(), cx.now());
    let found = cache.look(&provider.origin, |slot| match (&slot.known, &slot.failure) {
        (Some(known), _) if now.since(known.at) < FRESH => Some(Ok(Arc::clone(known))),
        (_, Some(failure)) if now.since(failure.at) < FAILED => Some(Err(Error::upstream(failure.error.clone()))),
        _ => None,
    });
    match found {
        Some(found) => found,
        None => fresh(cx, provider).await,
    }
}

/// The same with a key that a token names, which may be new.
pub(super) async fn expecting(cx: &Cx, provider: &Provider, kid: Option<&str>) -> Result<Arc<Known>> {
    let known = known(cx, provider).await?;
    let missing = kid.is_some_and(|kid| known.keys.iter().all(|key| key.kid.as_deref() != Some(kid)));
    if missing && cx.now().since(known.at) >= AGAIN { fresh(cx, provider).await } else { Ok(known) }
}

/// The same, asked for now.
pub(super) async fn fresh(cx: &Cx, provider: &Provider) -> Result<Arc<Known>> {
    let (cache, at) = (cx.cache::<Cache>(), cx.now());
    let asked = ask(cx, provider, at).await;
    cache.look(&provider.origin, |slot| match asked {
        Ok(known) => {
            let known = Arc::new(known);
            *slot = Slot { known: Some(Arc::clone(&known)), failure: None };
            Ok(known)
        }
        Err(error) => {
            slot.failure = Some(Failure { at, error: error.message().to_owned() });
            Err(error)
        }
    })
}

/// Notes that a provider did not answer as it must; what was known of it before stays.
pub(super) fn failed(cx: &Cx, provider: &Provider, error: &Error) {
    let failure = Failure { at: cx.now(), error: error.message().to_owned() };
    cx.cache::<Cache>().look(&provider.origin, |slot| slot.failure = Some(failure));
}

/// What is known without asking: when it was got, with how many keys, and what went wrong since.
pub(super) fn remembered(cx: &Cx, provider: &Provider) -> (Option<Arc<Known>>, Option<(Time, String)>) {
    cx.cache::<Cache>().look(&provider.origin, |slot| {
        (slot.known.clone(), slot.failure.clone().map(|Failure { at, error }| (at, error)))
    })
}

async fn ask(cx: &Cx, provider: &Provider, at: Time) -> Result<Known> {
    let document = document(cx, provider).await?;
    let keys = keys(cx, provider, &document).await?;
    Ok(Known { document, keys, at })
}

/// The addresses, if they are those of this very provider.
pub(super) async fn document(cx: &Cx, provider: &Provider) -> Result<Document> {
    let url = format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'));
    let document: Document = read(cx, provider, &url, "its metadata").await?;
    if document.issuer != provider.issuer {
        let text = format!(
            "{} calls itself '{}', but is configured as '{}'; the issuer must be the same, letter by letter",
            name(provider),
            document.issuer,
            provider.issuer
        );
        return Err(Error::upstream(text).with_code("issuer"));
    }
    for (what, url) in [
        ("authorization_endpoint", &document.authorization_endpoint),
        ("token_endpoint", &document.token_endpoint),
        ("jwks_uri", &document.jwks_uri),
    ] {
        if !is_as_safe(&provider.issuer, url) {
            let text = format!("{} gives '{url}' as its {what}; it must be an https address", name(provider));
            return Err(Error::upstream(text).with_code("endpoint"));
        }
    }
    Ok(document)
}

/// What begins with TLS goes on with it.
fn is_as_safe(issuer: &str, url: &str) -> bool {
    match Url::parse(url) {
        Ok(url) => url.scheme() == "https" || (url.scheme() == "http" && issuer.starts_with("http://")),
        Err(_) => false,
    }
}

/// The keys.
pub(super) async fn keys(cx: &Cx, provider: &Provider, document: &Document) -> Result<Vec<Key>> {
    let set: Jwks = read(cx, provider, &document.jwks_uri, "its keys").await?;
    let keys = jws::keys(set);
    if keys.is_empty() {
        let text = format!("{} publishes no key that signs with RS256, PS256 or ES256", name(provider));
        return Err(Error::upstream(text).with_code("keys"));
    }
    Ok(keys)
}

pub(super) fn name(provider: &Provider) -> String {
    format!("the identity provider '{}'", provider.origin)
}

async fn read<T: DeserializeOwned>(cx: &Cx, provider: &Provider, url: &str, what: &str) -> Result<T> {
    let target = Target::open(name(provider), url);
    let call = Call::get("").header("Accept", "application/json").within(PATIENCE);
    let answer = cx.http.call(&target, call).await?.good().await?;
    if answer.status().as_u16() != 200 {
        let text = format!("{} answered {} when asked for {what} at {url}", name(provider), answer.status());
        return Err(Error::upstream(text));
    }
    let bytes = answer.bytes(LARGEST).await?;
    serde_json::from_slice(&bytes)
        .map_err(|e| Error::upstream(format!("{} answered with no JSON when asked for {what}: {e}", name(provider))))
}

#[cfg(test)]
mod tests {
    use super::is_as_safe;

    #[test]
    fn nothing_is_sent_in_the_open_where_the_provider_itself_is_not() {
        assert!(is_as_safe("https://id.example", "https://login.example/token"));
        assert!(is_as_safe("http://127.0.0.1:8080", "http://127.0.0.1:8080/token"));
        for url in ["http://id.example/token", "javascript:alert(1)", "/token", ""] {
            assert!(!is_as_safe("https://id.example", url), "{url}");
        }
    }
}
