//! Which properties may be shown: those that are known to hold no secret.
//!
//! Keys are free, so a list of secret ones is never complete: `mail.passwd`, an API key in `URL.headers.X-Key`. Whatever
//! is not on the list below is a secret, a misspelt key included.

use super::Destination;
use serde_json::{Map, Value};

/// What people see in place of a secret, and send back when they leave it as it is.
pub const REDACTED: &str = "<redacted>";

/// Properties of any destination, of each type of authentication, and of the services and tools that read some; from
/// the documentation of the service. Spelled exactly so.
const PUBLIC: [&str; 93] = [
    "Name",
    "Type",
    "URL",
    "Address",
    "ProxyType",
    "Authentication",
    "Description",
    "description",
    "CloudConnectorLocationId",
    "CloudConnectorVersion",
    "FragmentName",
    "User",
    "Preemptive",
    "clientId",
    "scope",
    "audience",
    "origin",
    "tokenServiceURL",
    "tokenServiceURLType",
    "tokenServiceURL.ProxyType",
    "tokenServiceURL.ConnectionTimeoutInSeconds",
    "tokenServiceURL.SocketReadTimeoutInSeconds",
    "tokenServiceUser",
    "tokenService.addClientCredentialsInBody",
    "tokenService.KeyStoreLocation",
    "clientAssertion.type",
    "clientAssertion.destinationName",
    "KeyStoreLocation",
    "TrustStoreLocation",
    "TrustAll",
    "HTML5.DynamicDestination",
    "HTML5.ForwardAuthToken",
    "HTML5.Timeout",
    "HTML5.PreserveHostHeader",
    "HTML5.IASDependencyName",
    "HTML5.SetXForwardedHeaders",
    "WebIDEEnabled",
    "WebIDEUsage",
    "WebIDESystem",
    "WebIDEAdditionalData",
    "sap-client",
    "sap-language",
    "sap-platform",
    "sap-sysid",
    "forwardAuthToken",
    "sap.cloud.service",
    "product.name",
    "authnContextClassRef",
    "nameIdFormat",
    "nameQualifier",
    "userIdSource",
    "assertionIssuer",
    "assertionRecipient",
    "companyId",
    "includeSigningCertificateInSAMLAssertion",
    "skipUserAttributesPrefixInSAMLAttributes",
    "SystemUser",
    "x_user_token.jwks",
    "x_user_token.jwks_uri",
    "sourceSystemId",
    "sourceSystemId.CPI",
    "sourceSystemId.APIManagement",
    "sourceSystemId.sap.build",
    "node-name",
    "ServiceInstanceName",
    "ServiceKeyName",
    "TokenServiceInstanceName",
    "TokenServiceKeyName",
    "mail.user",
    "mail.from",
    "mail.transport.protocol",
    "mail.smtp.host",
    "mail.smtp.port",
    "mail.smtp.auth",
    "mail.smtp.starttls.enable",
    "ldap.url",
    "ldap.authentication",
    "ldap.user",
    "ldap.proxyType",
    "jco.client.ashost",
    "jco.client.client",
    "jco.client.group",
    "jco.client.lang",
    "jco.client.mshost",
    "jco.client.msserv",
    "jco.client.r3name",
    "jco.client.sysnr",
    "jco.client.tls_trust_all",
    "jco.client.user",
    "jco.client.wshost",
    "jco.client.wsport",
    "jco.destination.peak_limit",
    "jco.destination.pool_capacity",
];

/// Query parameters of a URL that say nothing secret.
const PUBLIC_QUERIES: [&str; 5] = ["grant_type", "tenant", "sap-client", "sap-language", "zid"];

/// Whether a property of this name may hold a secret.
#[must_use]
pub fn is_secret(key: &str) -> bool {
    !PUBLIC.contains(&key)
}

impl Destination {
    /// As people see it: secrets are there, but their values are not.
    #[must_use]
    pub fn masked(&self) -> Self {
        let shown = self.properties.iter().map(|(key, value)| (key.clone(), masked(key, value)));
        Self::stored(shown.collect())
    }

    /// All properties but the secret ones; what a query of a URL holds may be one, too.
    #[must_use]
    pub fn without_secrets(&self) -> Map<String, Value> {
        let open = self.properties.iter().filter(|(key, _)| !is_secret(key));
        open.map(|(key, value)| (key.clone(), with_queries(value, |_| None))).collect()
    }

    /// With the secrets of `before` in place of those that came back as people see them.
    #[must_use]
    pub fn keeping_secrets_of(&self, before: &Self) -> Self {
        let kept = |(key, value): (&String, &Value)| {
            let old = before.properties.get(key).filter(|old| masked(key, old) == *value);
            (key.clone(), old.unwrap_or(value).clone())
        };
        Self::stored(self.properties.iter().map(kept).collect())
    }

    /// What may be shown of it, without its secrets; a secret in the query of a URL is masked.
    #[must_use]
    pub fn shown(&self) -> Map<String, Value> {
        let open = self.properties.iter().filter(|(key, _)| !is_secret(key));
        open.map(|(key, value)| (key.clone(), masked(key, value))).collect()
    }

    /// The names of the secrets that it has.
    #[must_use]
    pub fn secrets(&self) -> Vec<String> {
        let filled = |(key, value): &(&String, &Value)| is_secret(key) && value.as_str() != Some("");
        self.properties.iter().filter(filled).map(|(key, _)| key.clone()).collect()
    }

    /// The secrets that its authentication needs and that it does not have.
    #[must_use]
    pub fn missing_secrets(&self) -> Vec<&'static str> {
        let name = self.get("Authentication").unwrap_or_default();
        let by_certificate = name.contains("MTLS")
            || self.filled("tokenService.KeyStoreLocation").is_some()
            || self.filled("clientAssertion.destinationName").is_some();
        let proves = by_certificate || self.filled("tokenServicePassword").is_some();
        // The public client of Cloud Foundry has no secret.
        let has_client = name.starts_with("OAuth2") && self.get("clientId") != Some("cf") && !proves;
        let has_user = matches!(name, "BasicAuthentication" | "OAuth2Password");
        let needed = [("Password", has_user), ("clientSecret", has_client)];
        needed.into_iter().filter(|(key, needed)| *needed && self.filled(key).is_none()).map(|(key, _)| key).collect()
    }

    /// As an editor sends it: a secret that is left empty, or comes back as people see it, is what it was before.
    #[must_use]
    pub fn with_secrets_of(&self, before: &Self) -> Self {
        let left = |key: &str, value: &Value| is_secret(key) && matches!(value.as_str(), Some("" | REDACTED));
        let kept = |(key, value): (&String, &Value)| match before.properties.get(key) {
            Some(old) if left(key, value) => Some((key.clone(), old.clone())),
            None if left(key, value) => None,
            _ => Some((key.clone(), value.clone())),
        };
        Self::stored(self.properties.iter().filter_map(kept).collect()).keeping_secrets_of(before)
    }

    /// Whether a secret stands in for itself, as people see it.
    #[must_use]
    pub fn has_masked(&self) -> bool {
        self.properties.values().any(|value| value.as_str().is_some_and(|text| text.contains(REDACTED)))
    }
}

fn masked(key: &str, value: &Value) -> Value {
    if is_secret(key) {
        return Value::from(REDACTED);
    }
    with_queries(value, |name| Some(name.map_or_else(|| REDACTED.to_owned(), |name| format!("{name}={REDACTED}"))))
}

/// An address with something else, or nothing, in place of each query that is not known to be public; any other text
/// as it is.
fn with_queries(value: &Value, other: impl Fn(Option<&str>) -> Option<String>) -> Value {
    let Some(text) = value.as_str() else { return value.clone() };
    let Some((front, query)) = text.split_once('?').filter(|(front, _)| front.contains("://")) else {
        return value.clone();
    };
    let pairs = query.split('&').filter_map(|pair| match pair.split_once('=') {
        Some((name, _)) if PUBLIC_QUERIES.contains(&name) => Some(pair.to_owned()),
        named => other(named.map(|(name, _)| name)),
    });
    let pairs: Vec<String> = pairs.collect();
    let mark = if pairs.is_empty() { "" } else { "?" };
    Value::from(format!("{front}{mark}{}", pairs.join("&")))
}

#[cfg(test)]
mod tests {
    use super::super::of;
    use super::*;

    #[test]
    fn a_secret_is_what_is_not_known_to_be_public() {
        for key in [
            "Password",
            "clientSecret",
            "tokenServicePassword",
            "KeyStorePassword",
            "mail.password",
            "jco.client.passwd",
            "my.passwd",
            "clientKey",
            "privateKey",
            "tokenService.KeyStorePassword",
            "URL.headers.X-Api-Key",
            "URL.queries.key",
            "tokenServiceURL.headers.X-Key",
            "tokenServiceURL.queries.k",
            "tokenService.body.assertion",
            "apiKey",
            "token",
            "clientid",
            "name",
            "SourceSystemId",
            "HTML5.Token",
            "",
        ] {
            assert!(is_secret(key), "{key}");
        }
        for key in ["Name", "URL", "clientId", "User", "sourceSystemId", "HTML5.DynamicDestination", "tokenServiceURL"]
        {
            assert!(!is_secret(key), "{key}");
        }
        assert!(
            PUBLIC.iter().all(|key| !key.to_lowercase().contains("pass") && !key.to_lowercase().contains("secret"))
        );
    }

    #[test]
    fn nothing_secret_is_left_in_what_is_shown_or_exported() {
        let given = of(&[
            ("Name", "a"),
            ("URL", "https://h/p?sap-client=100&apikey=s3cr3t&s3cr3t"),
            ("Description", "why? because"),
            ("URL.headers.X-Key", "s3cr3t"),
            ("x.passwd", "s3cr3t"),
        ]);
        let masked = given.masked();
        assert_eq!(masked.url(), "https://h/p?sap-client=100&apikey=<redacted>&<redacted>");
        assert_eq!(masked.get("URL.headers.X-Key"), Some(REDACTED));
        assert_eq!(masked.get("Description"), Some("why? because"));
        assert_eq!(
            Value::Object(given.without_secrets()),
            serde_json::json!({"Name": "a", "URL": "https://h/p?sap-client=100", "Description": "why? because"})
        );
        let plain = of(&[("URL", "https://h/p?apikey=s3cr3t")]).without_secrets();
        assert_eq!(plain["URL"], "https://h/p");
        assert!(!format!("{given:?}").contains("s3cr3t"));
    }

    #[test]
    fn a_secret_that_is_left_empty_stays_and_one_that_is_needed_is_named() {
        let before = of(&[("Name", "a"), ("URL", "https://h/?k=s"), ("Password", "p"), ("x", "y")]);
        let edited = of(&[("Name", "a"), ("URL", "https://h/?k=<redacted>"), ("Password", ""), ("z", "")]);
        let kept = edited.with_secrets_of(&before);
        assert_eq!((kept.get("Password"), kept.get("x"), kept.get("z")), (Some("p"), None, None));
        assert_eq!(kept.url(), "https://h/?k=s");
        assert_eq!(kept.secrets(), ["Password"]);
        assert_eq!(kept.shown()["URL"], "https://h/?k=<redacted>");
        let missing = |pairs: &[(&str, &str)]| of(pairs).missing_secrets();
        assert_eq!(missing(&[("Authentication", "BasicAuthentication")]), ["Password"]);
        assert_eq!(missing(&[("Authentication", "OAuth2Password"), ("Password", "p")]), ["clientSecret"]);
        assert_eq!(missing(&[("Authentication", "OAuth2Password"), ("Password", "p"), ("clientId", "cf")]), [""; 0]);
        assert_eq!(missing(&[("Authentication", "OAuth2ClientCredentials")]), ["clientSecret"]);
        assert_eq!(missing(&[("Authentication", "OAuth2MTLSClientCredentials")]), [""; 0]);
        assert_eq!(missing(&[("Authentication", "NoAuthentication")]), [""; 0]);
    }

    #[test]
    fn what_comes_back_as_it_was_shown_stays_as_it_was() {
        let before = of(&[("Name", "a"), ("URL", "https://h/?k=s3cr3t"), ("Password", "p"), ("x", "y")]);
        assert!(before.masked().keeping_secrets_of(&before) == before);
        assert!(before.masked().has_masked() && !before.has_masked());
        let edited = of(&[("Name", "a"), ("URL", "https://other/?k=<redacted>"), ("Password", "new"), ("x", REDACTED)]);
        let kept = edited.keeping_secrets_of(&before);
        assert_eq!((kept.get("Password"), kept.get("x")), (Some("new"), Some("y")));
        assert_eq!(kept.url(), "https://other/?k=<redacted>", "a secret does not follow to another address");
    }
}
