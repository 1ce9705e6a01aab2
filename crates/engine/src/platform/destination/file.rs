//! Destination files, as people carry them from one cockpit to another: properties as Java writes them, or a flat JSON
//! object. Secrets do not travel; what stands in their place says so.

use model::destination::{Destination, REDACTED, is_secret};
use mta::properties::Properties;
use serde_json::{Map, Value};

/// What an exported file says in place of a secret.
const REMOVED: &str = "<< Existing password/certificate removed on export >>";

/// What a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    pub properties: Map<String, Value>,
    /// Secrets that were left out when the file was written.
    pub removed: Vec<String>,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("the file is empty; choose a destination that was exported as properties or JSON")]
    Empty,
    /// It begins as JSON does, and goes on otherwise.
    #[error("the file is no JSON object: {0}")]
    NotJson(String),
    /// Line by line, nothing is said of a destination.
    #[error("the file has no property 'Name': it is no destination in properties or JSON")]
    NoDestination,
}

/// The destination as a file of properties; `at` stands in its head.
#[must_use]
pub fn properties(destination: &Destination, at: &str) -> Vec<u8> {
    let secrets = destination.properties().keys().filter(|key| is_secret(key));
    let mut head: Vec<String> = secrets.map(|key| format!("{key}={REMOVED}")).collect();
    head.extend([String::new(), at.to_owned()]);
    let mut file = Properties::default();
    for (key, value) in destination.without_secrets() {
        file.set(&key, value.as_str().unwrap_or_default());
    }
    file.write(&head.join("\n"))
}

/// Reads a file of either sort.
///
/// # Errors
/// Says what it is not.
pub fn read(bytes: &[u8]) -> Result<Content, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let content = match bytes.first() {
        None => return Err(Unreadable::Empty),
        Some(b'{') => of_json(bytes)?,
        Some(_) => of_properties(bytes),
    };
    match content.properties.contains_key("Name") {
        true => Ok(content),
        false => Err(Unreadable::NoDestination),
    }
}

fn of_json(bytes: &[u8]) -> Result<Content, Unreadable> {
    let read: Map<String, Value> =
        serde_json::from_slice(bytes).map_err(|error| Unreadable::NotJson(error.to_string()))?;
    Ok(sorted(read))
}

/// What stands for a secret is none.
fn sorted(given: Map<String, Value>) -> Content {
    let mut content = Content::default();
    for (key, value) in given {
        let is_removed = value.as_str().is_some_and(|text| text == REMOVED || text == REDACTED);
        if is_removed {
            content.removed.push(key);
        } else {
            content.properties.insert(key, value);
        }
    }
    content
}

/// What was removed stands in comments, which say nothing to others.
fn of_properties(bytes: &[u8]) -> Content {
    let comments = String::from_utf8_lossy(bytes);
    let comment =
        |line: &str| line.trim().strip_prefix(['#', '!'])?.strip_suffix(REMOVED)?.strip_suffix('=').map(plain);
    let mut removed: Vec<String> = comments.lines().filter_map(comment).collect();
    let pairs = Properties::read(bytes).iter().map(|(key, value)| (key.to_owned(), Value::from(value))).collect();
    let rest = sorted(pairs);
    removed.extend(rest.removed);
    Content { properties: rest.properties, removed }
}

/// A text in a file without its escapes.
fn plain(text: &str) -> String {
    Properties::read(format!("text={text}").as_bytes()).get("text").unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_exported_comes_back_without_its_secrets() {
        let given = [
            ("Name", "T"),
            ("URL", "https://h.example/p"),
            ("clientId", "sb-app!b1|x!b2"),
            ("clientSecret", "s3cr3t"),
            ("URL.headers.X Key", "s3cr3t"),
            ("Description", " für = #1 \u{1f600}\nnext"),
        ];
        let given =
            Destination::stored(given.map(|(key, value)| (key.to_owned(), Value::from(value))).into_iter().collect());
        let text = String::from_utf8(properties(&given, "2026-11-28")).unwrap();
        assert!(text.contains("clientId=sb-app\\!b1|x\\!b2") && text.contains("URL=https\\://h.example/p"), "{text}");
        assert!(text.is_ascii() && !text.contains("s3cr3t"), "{text}");
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.removed, ["clientSecret", "URL.headers.X Key"]);
        assert_eq!(read.properties, given.without_secrets());
    }

    #[test]
    fn files_of_others_are_read() {
        let text = b"#clientSecret=<< Existing password/certificate removed on export >>\r\n#\r\n#Thu Jun 16 12:17:12 UTC 2022\r\n\
            Name : A\r\nURL=https://x.example/a:b\r\n! note\r\nlong=one\\\r\n   two\\\\\r\nblank value\r\nempty=\r\nlatin=f\xfcr\r\n";
        let read = read(text).unwrap();
        let said = |key: &str| read.properties[key].as_str().unwrap();
        assert_eq!(read.removed, ["clientSecret"]);
        assert_eq!((said("Name"), said("URL"), said("long")), ("A", "https://x.example/a:b", "onetwo\\"));
        assert_eq!((said("blank"), said("empty"), said("latin")), ("value", "", "f\u{fc}r"));
        let json = super::read(br#"{"Name": "A", "Password": "<redacted>"}"#).unwrap();
        assert_eq!((json.properties.len(), json.removed), (1, vec!["Password".to_owned()]));
    }

    #[test]
    fn what_is_no_destination_is_named() {
        assert_eq!(read(b" \n"), Err(Unreadable::Empty));
        assert_eq!(read(b"PK\x03\x04"), Err(Unreadable::NoDestination));
        assert!(matches!(read(b"{\"Name\": "), Err(Unreadable::NotJson(_))));
        assert_eq!(read(b"{}"), Err(Unreadable::NoDestination));
    }
}
