//! Destinations: properties, authentication types, secrets.
//!
//! A destination is a flat map of texts. Keys that nobody knows are kept as they came, because callers give them a
//! meaning. What a destination must have to be written is in [`validate`], what makes people stumble although it can
//! be written is in [`hint`], what of it may be shown in [`secret`].

pub(crate) mod deploy_hint;
pub mod filter;
pub mod hint;
pub mod secret;
pub mod validate;

use crate::id::{InstanceId, SubaccountId};
use serde_json::{Map, Value};
use std::fmt;

pub use filter::Filter;
pub use hint::{Hint, Severity};
pub use secret::{REDACTED, is_secret};
pub use validate::Violation;

/// The most destinations one level of an owner holds.
pub const MOST: i64 = 1000;

/// Whose a destination is, within its subaccount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// Everybody's in the subaccount.
    Subaccount,
    /// That of one service instance.
    Instance(InstanceId),
}

impl Level {
    /// The service instance as text; empty for the subaccount's own level.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Subaccount => String::new(),
            Self::Instance(id) => id.text(),
        }
    }
}

/// Whose a destination is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// The tenant.
    pub subaccount: SubaccountId,
    pub level: Level,
}

/// How a caller proves itself to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authentication {
    /// Not at all.
    None,
    /// User and password.
    Basic,
    /// A token of a technical client.
    ClientCredentials,
    /// A type that is kept and handed out, but for which no token can be got here.
    TokenElsewhere,
    /// A type that needs no token from us.
    NoToken,
}

/// All types a destination may name, with what is done for each.
const AUTHENTICATIONS: [(&str, Authentication); 16] = [
    ("NoAuthentication", Authentication::None),
    ("BasicAuthentication", Authentication::Basic),
    ("OAuth2ClientCredentials", Authentication::ClientCredentials),
    ("OAuth2Password", Authentication::TokenElsewhere),
    ("OAuth2SAMLBearerAssertion", Authentication::TokenElsewhere),
    ("OAuth2JWTBearer", Authentication::TokenElsewhere),
    ("OAuth2UserTokenExchange", Authentication::TokenElsewhere),
    ("OAuth2RefreshToken", Authentication::TokenElsewhere),
    ("OAuth2AuthorizationCode", Authentication::TokenElsewhere),
    ("OAuth2TechnicalUserPropagation", Authentication::TokenElsewhere),
    ("OAuth2TokenExchange", Authentication::TokenElsewhere),
    ("OAuth2MTLSClientCredentials", Authentication::TokenElsewhere),
    ("SAMLAssertion", Authentication::TokenElsewhere),
    ("SAPAssertionSSO", Authentication::TokenElsewhere),
    ("ClientCertificateAuthentication", Authentication::NoToken),
    ("PrincipalPropagation", Authentication::NoToken),
];

/// The type of this name, spelled exactly so.
#[must_use]
pub fn authentication(name: &str) -> Option<Authentication> {
    AUTHENTICATIONS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// A destination that can be stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Destination {
    properties: Map<String, Value>,
}

// The properties hold secrets, and any of the unknown ones may be one.
impl fmt::Debug for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Destination").field("name", &self.name()).finish_non_exhaustive()
    }
}

impl Destination {
    /// Properties that were checked when they were written.
    #[must_use]
    pub fn stored(properties: Map<String, Value>) -> Self {
        Self { properties }
    }

    /// All properties, secrets included, in the order in which they were written.
    #[must_use]
    pub fn properties(&self) -> &Map<String, Value> {
        &self.properties
    }

    /// The property of this name, spelled exactly so.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.properties.get(key).and_then(Value::as_str)
    }

    /// As [`Destination::get`]; an empty value counts as absent.
    #[must_use]
    pub fn filled(&self, key: &str) -> Option<&str> {
        self.get(key).filter(|value| !value.is_empty())
    }

    /// Its key.
    #[must_use]
    pub fn name(&self) -> &str {
        self.get("Name").unwrap_or_default()
    }

    /// Where it leads; empty for types that have none.
    #[must_use]
    pub fn url(&self) -> &str {
        self.get("URL").unwrap_or_default()
    }

    /// How a caller proves itself; a destination that says nothing does not.
    #[must_use]
    pub fn authentication(&self) -> Authentication {
        self.get("Authentication").and_then(authentication).unwrap_or(Authentication::None)
    }

    /// The properties `<prefix><name>`, as name and value.
    #[must_use]
    pub fn prefixed(&self, prefix: &str) -> Vec<(String, String)> {
        let pair = |(key, value): (&String, &Value)| {
            Some((key.strip_prefix(prefix).filter(|n| !n.is_empty())?.to_owned(), value.as_str()?.to_owned()))
        };
        self.properties.iter().filter_map(pair).collect()
    }

    /// Whether the token URL is one for all tenants, with the tenant to be filled in.
    #[must_use]
    pub fn is_common(&self) -> bool {
        self.get("tokenServiceURLType") == Some("Common")
    }

    /// The token URL for a tenant: as stored, or with the tenant in place of `{tenant}`, or with the tenant as first
    /// label of the host.
    #[must_use]
    pub fn token_url(&self, tenant: &str) -> String {
        let url = self.get("tokenServiceURL").unwrap_or_default();
        if !self.is_common() {
            return url.to_owned();
        }
        if url.contains("{tenant}") {
            return url.replace("{tenant}", tenant);
        }
        url.split_once("://").map_or_else(|| url.to_owned(), |(scheme, rest)| format!("{scheme}://{tenant}.{rest}"))
    }
}

#[cfg(test)]
pub(crate) fn of(pairs: &[(&str, &str)]) -> Destination {
    Destination::stored(pairs.iter().map(|(k, v)| ((*k).to_owned(), Value::from(*v))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_token_url_gets_its_tenant() {
        let with =
            |url: &str, kind: &str| of(&[("tokenServiceURL", url), ("tokenServiceURLType", kind)]).token_url("t1");
        assert_eq!(with("https://oauth.{tenant}.srv.example/token", "Common"), "https://oauth.t1.srv.example/token");
        assert_eq!(
            with("https://authentication.us10.example/oauth/token", "Common"),
            "https://t1.authentication.us10.example/oauth/token"
        );
        assert_eq!(with("https://x.example/oauth/token", "Dedicated"), "https://x.example/oauth/token");
    }

    #[test]
    fn prefixed_properties_are_found_by_what_follows() {
        let given =
            of(&[("tokenServiceURL.headers.X-A", "1"), ("tokenServiceURL.headers.", "2"), ("tokenServiceURL", "u")]);
        assert_eq!(given.prefixed("tokenServiceURL.headers."), [("X-A".to_owned(), "1".to_owned())]);
    }

    #[test]
    fn authentication_types_are_case_sensitive() {
        assert_eq!(authentication("OAuth2ClientCredentials"), Some(Authentication::ClientCredentials));
        assert_eq!(authentication("oauth2clientcredentials"), None);
    }
}
