//! Whether a provider works: asked step by step, now, each with what is wrong and what to do about it.

use super::jws::Algorithm;
use super::metadata::{self, Document};
use super::{Provider, provider, way};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::rights::{WriteUsers, in_zone};
use crate::identity::zone::ZoneRow;

/// What came of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Good,
    /// It may work; have a look.
    Doubtful,
    Bad,
}

/// A step of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its word: `metadata`, `pkce`, `algorithms`, `keys`, `client`.
    pub name: &'static str,
    pub outcome: Outcome,
    pub text: String,
    /// What to do; empty, when nothing is.
    pub fix: String,
}

fn step(name: &'static str, outcome: Outcome, text: impl Into<String>, fix: &str) -> Step {
    Step { name, outcome, text: text.into(), fix: fix.to_owned() }
}

/// Asks the provider. The first step that fails is the last one.
///
/// # Errors
/// Not found: the provider. Forbidden in another zone.
pub async fn check(cx: &Cx, caller: Caller<WriteUsers>, zone: &ZoneRow, origin: &str) -> Result<Vec<Step>> {
    in_zone(&caller, zone)?;
    let provider = provider(cx, origin)?;
    let document = match metadata::document(cx, provider).await {
        Ok(document) => document,
        Err(error) => {
            metadata::failed(cx, provider, &error);
            return Ok(vec![unreadable(provider, &error)]);
        }
    };
    let text = format!("its metadata is there: people sign in at {}", document.authorization_endpoint);
    let mut steps = vec![step("metadata", Outcome::Good, text, ""), pkce(&document), algorithms(&document)];
    match metadata::fresh(cx, provider).await {
        Ok(known) => {
            let text = match known.keys.len() {
                1 => "it publishes one key that signs".to_owned(),
                count => format!("it publishes {count} keys that sign"),
            };
            steps.push(step("keys", Outcome::Good, text, ""));
            steps.push(client(cx, provider, &document).await);
        }
        Err(error) => steps.push(step(
            "keys",
            Outcome::Bad,
            error.message(),
            "let the provider sign id tokens with RS256, PS256 or ES256, and let this server reach its jwks_uri",
        )),
    }
    Ok(steps)
}

fn unreadable(provider: &Provider, error: &Error) -> Step {
    let fix = match error.code() {
        Some("issuer") => {
            "correct 'issuer' in the configuration; often a slash at the end, or http for https, makes the difference"
        }
        Some("endpoint") => {
            "correct the addresses at the provider; behind a proxy it must know that it is called by https"
        }
        _ => {
            "open the address of the issuer followed by /.well-known/openid-configuration from this server; is the issuer right, \
              its certificate trusted, and its host in security.allowed_hosts, if it is not public?"
        }
    };
    step("metadata", Outcome::Bad, format!("{}: {}", provider.issuer, error.message()), fix)
}

fn pkce(document: &Document) -> Step {
    match document.code_challenge_methods_supported.iter().any(|method| method == "S256") {
        true => step("pkce", Outcome::Good, "it takes PKCE with S256", ""),
        false => step(
            "pkce",
            Outcome::Doubtful,
            "it does not say that it takes PKCE with S256",
            "it is sent in any case; turn it on at the provider, where that can be done",
        ),
    }
}

fn algorithms(document: &Document) -> Step {
    let named = document.id_token_signing_alg_values_supported.iter().map(String::as_str);
    let taken: Vec<&str> = named.filter(|name| Algorithm::of(name).is_some()).collect();
    match taken.is_empty() {
        false => step("algorithms", Outcome::Good, format!("it signs with {}", taken.join(", ")), ""),
        true => step(
            "algorithms",
            Outcome::Doubtful,
            "it does not say that it signs with RS256, PS256 or ES256",
            "choose one of them for id tokens at the provider's client",
        ),
    }
}

/// A code that nobody drew: who is taken for the right client is told that the code is wrong.
async fn client(cx: &Cx, provider: &Provider, document: &Document) -> Step {
    let (redirect, verifier) = (provider.redirect_uri(cx), "0".repeat(43));
    let form = [
        ("grant_type", "authorization_code"),
        ("code", "ropeway-check"),
        ("redirect_uri", redirect.as_str()),
        ("code_verifier", verifier.as_str()),
    ];
    let answer = match way::post(cx, provider, document, &form).await {
        Ok(answer) => answer,
        Err(error) => {
            let fix = "let this server reach the token_endpoint of the provider";
            return step("client", Outcome::Bad, error.message(), fix);
        }
    };
    let status = answer.status();
    match way::refusal(answer).await.error.as_str() {
        "invalid_grant" => step("client", Outcome::Good, "client id and secret are right", ""),
        "invalid_client" | "unauthorized_client" => step(
            "client",
            Outcome::Bad,
            "the provider does not take client id and secret",
            "copy both from the provider's client into the configuration, and allow it the authorization code flow",
        ),
        other => step(
            "client",
            Outcome::Doubtful,
            format!("whether client id and secret are right cannot be told: the provider answered {status} {other}"),
            "sign in to see",
        ),
    }
}
