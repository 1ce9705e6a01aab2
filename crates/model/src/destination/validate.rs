//! What a destination must have to be written.

use super::{Authentication, Destination, authentication, deploy_hint};
use serde_json::{Map, Value};

const TYPES: [&str; 5] = ["HTTP", "RFC", "MAIL", "LDAP", "TCP"];
const PROXY_TYPES: [&str; 3] = ["Internet", "OnPremise", "PrivateLink"];
/// What a list tells besides the properties, if that is asked for. It may come back with them.
const METADATA: &str = "$metadata";
/// The longest name.
const LONGEST_NAME: usize = 255;

/// What is wrong with one configuration of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The name it gives itself, as far as it has one.
    pub configuration: String,
    /// What is wrong, and what to do; never empty.
    pub errors: Vec<String>,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "destination '{}': {}", self.configuration, self.errors.join("; "))
    }
}

/// Reads a configuration as it was sent, and checks it.
///
/// # Errors
/// Everything that is wrong with it, at once.
pub fn read(value: &Value) -> Result<Destination, Violation> {
    let Value::Object(given) = value else {
        let errors = vec!["a configuration must be a JSON object".to_owned()];
        return Err(Violation { configuration: String::new(), errors });
    };
    let mut errors = Vec::new();
    let destination = Destination::stored(texts(given, &mut errors));
    check_general(&destination, &mut errors);
    if destination.get("Type") == Some("HTTP") {
        check_http(&destination, &mut errors);
    }
    if errors.is_empty() {
        return Ok(destination);
    }
    Err(Violation { configuration: destination.name().to_owned(), errors })
}

/// All values as texts; numbers and truth values are written out.
fn texts(given: &Map<String, Value>, errors: &mut Vec<String>) -> Map<String, Value> {
    let mut map = Map::new();
    for (key, value) in given.iter().filter(|(key, _)| *key != METADATA) {
        match value {
            Value::String(text) => check_characters(key, text, errors),
            Value::Bool(_) | Value::Number(_) => {}
            _ => {
                errors.push(format!("property '{key}' must be a text"));
                continue;
            }
        }
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        map.insert(key.clone(), Value::from(text));
    }
    map
}

/// Values end up in headers and URLs, where a line break would smuggle in another header.
fn check_characters(key: &str, text: &str, errors: &mut Vec<String>) {
    let free_text = key.eq_ignore_ascii_case("description");
    if key.is_empty() || key.contains(char::is_control) {
        errors.push("a property name must not be empty or hold control characters".to_owned());
    } else if !free_text && text.contains(['\r', '\n', '\0']) {
        errors.push(format!("property '{key}' must not hold line breaks"));
    }
}

fn check_general(destination: &Destination, errors: &mut Vec<String>) {
    match destination.get("Name") {
        None | Some("") => errors.push("property 'Name' is missing".to_owned()),
        Some(name) if name.chars().count() > LONGEST_NAME || name.contains('/') => {
            errors.push(format!("property 'Name' must have 1 to {LONGEST_NAME} characters and no '/'"));
        }
        Some(_) => {}
    }
    match destination.get("Type") {
        None | Some("") => errors.push("property 'Type' is missing".to_owned()),
        Some(kind) => check_listed("Type", kind, &TYPES, errors),
    }
    if let Some(proxy) = destination.filled("ProxyType") {
        check_listed("ProxyType", proxy, &PROXY_TYPES, errors);
    }
}

fn check_listed(key: &str, value: &str, known: &[&str], errors: &mut Vec<String>) {
    if !known.contains(&value) {
        errors.push(format!("property '{key}' is '{value}'; it must be one of {}", known.join(", ")));
    }
}

fn check_http(destination: &Destination, errors: &mut Vec<String>) {
    require(destination, "URL", errors);
    check_url("URL", destination.url(), errors);
    errors.extend(deploy_hint::violation(destination.url()));
    match destination.filled("Authentication").map(|name| (name, authentication(name))) {
        Some((name, None)) => errors.push(format!("authentication type '{name}' is not known; check its spelling")),
        Some((_, Some(Authentication::Basic))) => require(destination, "User", errors),
        Some((name, Some(_))) if name.starts_with("OAuth2") => check_oauth(destination, name, errors),
        // Clients that write the least leave it out; then nobody has to prove anything.
        None | Some(_) => {}
    }
}

fn check_oauth(destination: &Destination, name: &str, errors: &mut Vec<String>) {
    require(destination, "clientId", errors);
    require(destination, "tokenServiceURL", errors);
    if name == "OAuth2Password" {
        require(destination, "User", errors);
    }
    if let Some(kind) = destination.filled("tokenServiceURLType") {
        check_listed("tokenServiceURLType", kind, &["Dedicated", "Common"], errors);
    }
    check_url("tokenServiceURL", &destination.token_url("tenant"), errors);
}

fn require(destination: &Destination, key: &str, errors: &mut Vec<String>) {
    if destination.filled(key).is_none() {
        let kind = destination.filled("Authentication").filter(|_| key != "URL").unwrap_or("HTTP");
        errors.push(format!("property '{key}' is missing; {kind} needs it"));
    }
}

/// Absolute, http or https, with a host, without a user, without blanks. Missing ones are reported elsewhere.
fn check_url(key: &str, url: &str, errors: &mut Vec<String>) {
    if url.is_empty() {
        return;
    }
    let Some(rest) = rest_of_http(url) else {
        errors.push(format!("property '{key}' must be an absolute URL that starts with https:// or http://"));
        return;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.is_empty() || authority.starts_with(':') {
        errors.push(format!("property '{key}' has no host"));
    }
    if authority.contains('@') {
        errors.push(format!("property '{key}' must not hold a user; use the properties User and Password"));
    }
    if url.contains(char::is_whitespace) {
        let proposal = url.trim().replace(char::is_whitespace, "%20");
        errors.push(format!("property '{key}' must not hold blanks; write '{proposal}'"));
    }
}

/// What follows the scheme, when it is http or https.
pub(super) fn rest_of_http(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn errors(value: &Value) -> Vec<String> {
        read(value).unwrap_err().errors
    }

    fn client_credentials() -> Value {
        json!({
            "Name": "T", "Type": "HTTP", "URL": "https://t.example", "Authentication": "OAuth2ClientCredentials",
            "clientId": "c", "tokenServiceURL": "https://t.example/oauth/token",
        })
    }

    fn with(key: &str, value: Value) -> Value {
        let mut all = client_credentials();
        all[key] = value;
        all
    }

    #[test]
    fn what_the_guide_writes_passes() {
        assert!(read(&client_credentials()).is_ok());
        let basic = json!({
            "Name": "CPI_PROD_CF", "Type": "HTTP", "Description": "two\nlines", "ProxyType": "Internet",
            "Authentication": "BasicAuthentication", "User": "u", "Password": "",
            "URL": "https://deploy-service.cf.eu10.hana.ondemand.com/slprot/Example%20Org/prod/slp",
        });
        assert!(read(&basic).is_ok());
        let rfc = json!({"Name": "R", "Type": "RFC", "jco.client.user": "u"});
        assert!(read(&rfc).is_ok());
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let told = read(&json!({"Type": "HTTP", "Authentication": "OAuth2ClientCredentials", "URL": "t.example"}));
        let told = told.unwrap_err();
        assert_eq!(told.configuration, "");
        assert_eq!(
            told.errors,
            [
                "property 'Name' is missing",
                "property 'URL' must be an absolute URL that starts with https:// or http://",
                "property 'clientId' is missing; OAuth2ClientCredentials needs it",
                "property 'tokenServiceURL' is missing; OAuth2ClientCredentials needs it",
            ]
        );
    }

    #[test]
    fn values_become_texts_or_are_refused() {
        let kept = read(&with("HTML5.DynamicDestination", json!(true))).unwrap();
        assert_eq!(kept.get("HTML5.DynamicDestination"), Some("true"));
        assert_eq!(errors(&with("x", json!({"a": 1}))), ["property 'x' must be a text"]);
        assert_eq!(errors(&with("x", json!(null))), ["property 'x' must be a text"]);
        assert_eq!(errors(&with("x", json!("a\r\nHost: b"))), ["property 'x' must not hold line breaks"]);
        assert!(read(&json!([1])).is_err());
    }

    #[test]
    fn names_and_words_are_checked() {
        for (key, value) in [
            ("Name", "a/b"),
            ("Name", ""),
            ("Type", "http"),
            ("ProxyType", "internet"),
            ("Authentication", "Oauth2ClientCredentials"),
            ("tokenServiceURLType", "dedicated"),
        ] {
            assert_eq!(errors(&with(key, json!(value))).len(), 1, "{key} = {value}");
        }
        assert!(read(&with("Name", json!("n".repeat(255)))).is_ok());
        assert!(read(&with("Name", json!("n".repeat(256)))).is_err());
    }

    #[test]
    fn urls_are_checked() {
        for url in ["https://", "https://:80/", "ftp://t.example", "https://u:p@t.example", "//t.example"] {
            assert_eq!(errors(&with("URL", json!(url))).len(), 1, "{url}");
        }
        assert_eq!(
            errors(&with("URL", json!("https://d.example/slprot/Example Org/prod/slp"))),
            ["property 'URL' must not hold blanks; write 'https://d.example/slprot/Example%20Org/prod/slp'"]
        );
        let common = with("tokenServiceURL", json!("https://{tenant}.t.example/token"));
        let mut common_kind = common.clone();
        common_kind["tokenServiceURLType"] = json!("Common");
        assert!(read(&common_kind).is_ok());
    }

    #[test]
    fn basic_authentication_needs_a_user() {
        let basic = json!({"Name": "B", "Type": "HTTP", "URL": "http://b", "Authentication": "BasicAuthentication"});
        assert_eq!(errors(&basic), ["property 'User' is missing; BasicAuthentication needs it"]);
    }
}
