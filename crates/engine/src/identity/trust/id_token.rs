//! The id token of a provider, and the only place where it is believed (OpenID Connect Core 1.0, 3.1.3.7). Pure; keys and
//! time are handed in.

use super::Provider;
use super::jws::{Algorithm, Key};
use crate::error::{Error, Result};
use crate::identity::jwt::LEEWAY;
use crate::identity::person::LONGEST_NAME;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::Time;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use subtle::ConstantTimeEq;

/// The longest token in bytes.
const LARGEST: usize = 64 << 10;
/// How many groups of somebody are looked at, and the longest name of one in bytes.
const MOST_GROUPS: usize = 2_000;
const LONGEST_GROUP: usize = 1_024;

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    /// Extensions that must be understood; none is.
    crit: Option<Value>,
}

/// A token taken apart, not believed yet.
pub(super) struct Parts<'a> {
    pub(super) kid: Option<String>,
    algorithm: Algorithm,
    message: &'a str,
    payload: &'a str,
    signature: Vec<u8>,
}

/// What it must say to be meant for this sign-in.
pub(super) struct Wanted<'a> {
    pub(super) provider: &'a Provider,
    pub(super) nonce: &'a str,
    pub(super) now: Time,
}

/// Who signed in, as the provider says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// What the provider calls him, for ever.
    pub(super) subject: String,
    pub(super) user_name: String,
    pub(super) email: String,
    pub(super) given: String,
    pub(super) family: String,
    pub(super) groups: BTreeSet<String>,
}

/// What the operator of the two sides has to set right, or somebody tried something.
fn wrong(text: &str) -> Error {
    Error::unauthenticated(format!("the identity provider's token is not taken: {text}")).with_code("id_token")
}

/// Takes a token apart.
///
/// # Errors
/// Unauthenticated: it is none, or its algorithm is not taken.
pub(super) fn parts(token: &str) -> Result<Parts<'_>> {
    let none = || wrong("it is no signed token");
    if token.len() > LARGEST {
        return Err(wrong("it is too long"));
    }
    let (message, signature) = token.rsplit_once('.').ok_or_else(none)?;
    let (header, payload) = message.split_once('.').ok_or_else(none)?;
    let header = URL_SAFE_NO_PAD.decode(header).map_err(|_| none())?;
    let header: Header = serde_json::from_slice(&header).map_err(|_| none())?;
    let algorithm = Algorithm::of(&header.alg)
        .ok_or_else(|| wrong("it must be signed with RS256, PS256 or ES256; set that at the provider's client"))?;
    if header.crit.is_some() {
        return Err(wrong("it has extensions that nobody here understands"));
    }
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| none())?;
    Ok(Parts { kid: header.kid, algorithm, message, payload, signature })
}

impl Parts<'_> {
    /// What it says, once everything about it is right.
    ///
    /// # Errors
    /// Unauthenticated, with what is wrong.
    pub(super) fn told(&self, keys: &[Key], wanted: &Wanted<'_>) -> Result<Told> {
        let key = self.key(keys)?;
        if !key.verifies(self.algorithm, self.message.as_bytes(), &self.signature) {
            return Err(wrong("its signature is wrong"));
        }
        let payload = URL_SAFE_NO_PAD.decode(self.payload).map_err(|_| wrong("it is no signed token"))?;
        let claims: Map<String, Value> = serde_json::from_slice(&payload).map_err(|_| wrong("it has no claims"))?;
        check(&claims, wanted)?;
        told(&claims, wanted.provider)
    }

    /// The key that it names; without a name the only one there is for its algorithm.
    fn key<'k>(&self, keys: &'k [Key]) -> Result<&'k Key> {
        let mut fitting =
            keys.iter().filter(|key| key.is_for(self.algorithm) && (self.kid.is_none() || key.kid == self.kid));
        match (fitting.next(), fitting.next()) {
            (Some(key), None) => Ok(key),
            (Some(key), Some(_)) if self.kid.is_some() => Ok(key),
            (Some(_), Some(_)) => Err(wrong("it names no key, and the provider has several")),
            (None, _) => Err(wrong("the provider publishes no such key")),
        }
    }
}

fn text<'c>(claims: &'c Map<String, Value>, name: &str) -> &'c str {
    claims.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn check(claims: &Map<String, Value>, Wanted { provider, nonce, now }: &Wanted<'_>) -> Result<()> {
    if text(claims, "iss") != provider.issuer {
        return Err(wrong("it is of another issuer"));
    }
    let audiences: Vec<&str> = match claims.get("aud") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let party = claims.get("azp").map(|party| party.as_str().unwrap_or_default());
    let is_for_us = audiences.contains(&provider.client_id.as_str());
    // With several audiences it must say for which of them it was issued.
    if !is_for_us || party.map_or(audiences.len() > 1, |party| party != provider.client_id) {
        return Err(wrong("it is for another client"));
    }
    if !bool::from(text(claims, "nonce").as_bytes().ct_eq(nonce.as_bytes())) {
        return Err(wrong("it is of another sign-in"));
    }
    let seconds = |name: &str| claims.get(name).and_then(Value::as_f64).map(|at| Time::from_seconds(at as i64));
    let (Some(until), Some(issued)) = (seconds("exp"), seconds("iat")) else {
        return Err(wrong("it does not say when it was issued, or until when it is good"));
    };
    if until.plus(LEEWAY) <= *now {
        return Err(wrong("it has run out; the clocks of the two servers may differ"));
    }
    if now.plus(LEEWAY) < issued || seconds("nbf").is_some_and(|from| now.plus(LEEWAY) < from) {
        return Err(wrong("it is not good yet; the clocks of the two servers may differ"));
    }
    Ok(())
}

fn told(claims: &Map<String, Value>, provider: &Provider) -> Result<Told> {
    let subject = text(claims, "sub");
    if subject.is_empty() || subject.len() > LONGEST_NAME {
        return Err(wrong("it does not say who signed in ('sub')"));
    }
    let user_name = user_name(claims, provider)?;
    let email = Some(text(claims, "email")).filter(|email| !email.is_empty()).unwrap_or(user_name);
    let short = |name: &str| text(claims, name).chars().take(LONGEST_NAME / 4).collect();
    Ok(Told {
        subject: subject.to_owned(),
        user_name: user_name.to_owned(),
        email: if email.len() <= LONGEST_NAME { email } else { user_name }.to_owned(),
        given: short("given_name"),
        family: short("family_name"),
        groups: groups(claims, &provider.groups_claim)?,
    })
}

/// The log-in name. Rights may be given to it before somebody comes, so an address that nobody verified is none.
fn user_name<'c>(claims: &'c Map<String, Value>, provider: &Provider) -> Result<&'c str> {
    let (claim, name) = match &provider.user_name_claim {
        Some(claim) => (claim.as_str(), text(claims, claim)),
        None => match text(claims, "email") {
            "" => ("preferred_username", text(claims, "preferred_username")),
            email => ("email", email),
        },
    };
    if name.trim().is_empty() || name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(wrong(&format!(
            "it has no log-in name in the claim '{claim}'; let the provider put it into the id token, or configure \
             user_name_claim"
        )));
    }
    if claim == "email" && claims.get("email_verified").is_some_and(|verified| !is_true(verified)) {
        let text = "the provider has not verified your e-mail address; verify it there, or ask its administrator";
        return Err(Error::forbidden(text).with_code("email_not_verified"));
    }
    Ok(name)
}

/// Some providers write truth values as texts.
fn is_true(value: &Value) -> bool {
    value.as_bool() == Some(true) || value.as_str() == Some("true")
}

/// No claim is no group: the last one may just be gone. A claim that was left out for its length is something else.
fn groups(claims: &Map<String, Value>, claim: &str) -> Result<BTreeSet<String>> {
    let elsewhere = claims.get("_claim_names").and_then(|names| names.get(claim)).is_some();
    let all: Vec<&str> = match claims.get(claim) {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if elsewhere || all.len() > MOST_GROUPS {
        let text = "you are in more groups than the identity provider can tell; let it send only the groups that are \
                    assigned to this application";
        return Err(Error::forbidden(text).with_code("too_many_groups"));
    }
    let fits = |group: &&str| !group.is_empty() && group.len() <= LONGEST_GROUP;
    Ok(all.into_iter().filter(fits).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOW: Time = Time(1_000_000_000_000);

    fn provider() -> Provider {
        Provider {
            origin: "corp".to_owned(),
            display_name: "Corp".to_owned(),
            issuer: "https://id.example".to_owned(),
            client_id: "ropeway".to_owned(),
            client_secret: None,
            scopes: Vec::new(),
            user_name_claim: None,
            groups_claim: "groups".to_owned(),
            mappings: Vec::new(),
        }
    }

    fn good() -> Value {
        json!({"iss": "https://id.example", "aud": "ropeway", "sub": "s1", "nonce": "n", "iat": 999_990,
            "exp": 1_000_300, "email": "ada@example.org", "groups": ["a", "b"]})
    }

    fn with(changes: Value) -> Map<String, Value> {
        let mut claims = good().as_object().cloned().unwrap();
        for (name, value) in changes.as_object().unwrap() {
            match value {
                Value::Null => drop(claims.remove(name)),
                value => drop(claims.insert(name.clone(), value.clone())),
            }
        }
        claims
    }

    fn outcome(changes: Value) -> Result<Told> {
        let (provider, claims) = (provider(), with(changes));
        check(&claims, &Wanted { provider: &provider, nonce: "n", now: NOW })?;
        told(&claims, &provider)
    }

    #[test]
    fn what_is_right_is_believed_and_clocks_may_differ_a_little() {
        assert_eq!(outcome(json!({})).unwrap().groups, ["a".to_owned(), "b".to_owned()].into());
        for changes in [
            json!({"aud": ["ropeway"], "iat": 1_000_059}),
            json!({"aud": ["other", "ropeway"], "azp": "ropeway", "exp": 999_941}),
            json!({"email_verified": true, "groups": "one"}),
            json!({"email": null, "preferred_username": "ada"}),
        ] {
            assert!(outcome(changes.clone()).is_ok(), "{changes}");
        }
    }

    #[test]
    fn whatever_is_wrong_is_refused() {
        for changes in [
            json!({"iss": "https://id.example/"}),
            json!({"iss": null}),
            json!({"aud": "other"}),
            json!({"aud": ["ropeway", "other"]}),
            json!({"azp": "other"}),
            json!({"azp": 7}),
            json!({"nonce": "m"}),
            json!({"nonce": null}),
            json!({"exp": 999_940}),
            json!({"exp": null}),
            json!({"iat": 1_000_061}),
            json!({"iat": "999990"}),
            json!({"nbf": 1_000_100}),
            json!({"sub": ""}),
            json!({"sub": 7}),
            json!({"email": null}),
            json!({"email": "a\nb"}),
            json!({"email_verified": false}),
            json!({"email_verified": "false"}),
            json!({"groups": null, "_claim_names": {"groups": "src1"}}),
        ] {
            assert!(outcome(changes.clone()).is_err(), "{changes}");
        }
    }

    #[test]
    fn the_claims_of_name_and_groups_are_the_configured_ones() {
        let provider =
            Provider { user_name_claim: Some("upn".to_owned()), groups_claim: "roles".to_owned(), ..provider() };
        let claims = with(json!({"upn": "ADA", "roles": ["r"], "email_verified": false}));
        let told = told(&claims, &provider).unwrap();
        assert_eq!((told.user_name.as_str(), told.groups), ("ADA", ["r".to_owned()].into()));
    }

    #[test]
    fn no_algorithm_but_three_is_taken() {
        for header in [r#"{"alg":"none"}"#, r#"{"alg":"HS256"}"#, r#"{"alg":"RS256","crit":["b64"]}"#, "{}", "x"] {
            let token = format!("{}.e30.AA", URL_SAFE_NO_PAD.encode(header));
            assert!(parts(&token).is_err(), "{header}");
        }
        assert!(parts(&format!("{}.e30.AA", URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#))).is_ok());
        assert!(parts("a.b").is_err() && parts("").is_err());
    }
}
