//! Destination files, as people carry them from one cockpit to another: properties as Java writes them, or a flat JSON
//! object. Secrets do not travel; what stands in their place says so.

use super::{Destination, is_secret};
use serde_json::{Map, Value};
use std::fmt::Write as _;

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
pub fn properties(destination: &Destination, at: &str) -> String {
    let mut text = String::new();
    for key in destination.properties().keys().filter(|key| is_secret(key)) {
        let _always = writeln!(text, "#{}={REMOVED}", escaped(key, true));
    }
    let _always = writeln!(text, "#\n#{at}");
    for (key, value) in destination.without_secrets() {
        let value = value.as_str().unwrap_or_default();
        let _always = writeln!(text, "{}={}", escaped(&key, true), escaped(value, false));
    }
    text
}

fn escaped(text: &str, is_key: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match c {
            '\\' | ':' | '=' | '#' | '!' => out.extend(['\\', c]),
            ' ' if is_key || at == 0 => out.push_str("\\ "),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _always = write!(out, "\\u{unit:04X}");
                }
            }
        }
    }
    out
}

/// Reads a file of either sort.
///
/// # Errors
/// Says what it is not.
pub fn read(bytes: &[u8]) -> Result<Content, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Java reads such files as ISO 8859-1; editors write UTF-8.
    let text =
        std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect(), str::to_owned);
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let content = if text.trim_start().starts_with('{') { of_json(&text)? } else { of_properties(&text) };
    match content.properties.contains_key("Name") {
        true => Ok(content),
        false => Err(Unreadable::NoDestination),
    }
}

fn of_json(text: &str) -> Result<Content, Unreadable> {
    let read: Map<String, Value> =
        serde_json::from_str(text).map_err(|error| Unreadable::NotJson(error.to_string()))?;
    Ok(sorted(read))
}

/// What stands for a secret is none.
fn sorted(given: Map<String, Value>) -> Content {
    let mut content = Content::default();
    for (key, value) in given {
        let is_removed = value.as_str().is_some_and(|text| text == REMOVED || text == super::REDACTED);
        if is_removed {
            content.removed.push(key);
        } else {
            content.properties.insert(key, value);
        }
    }
    content
}

fn of_properties(text: &str) -> Content {
    let mut content = Content::default();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let line = line.trim_start();
        if let Some(comment) = line.strip_prefix(['#', '!']) {
            content
                .removed
                .extend(comment.strip_suffix(REMOVED).and_then(|said| said.strip_suffix('=')).map(unescaped));
            continue;
        }
        let mut whole = line.to_owned();
        while goes_on(&whole) {
            whole.pop();
            whole.push_str(lines.next().unwrap_or_default().trim_start());
        }
        if whole.is_empty() {
            continue;
        }
        let (key, value) = pair(&whole);
        content.properties.insert(key, Value::from(value));
    }
    let Content { properties, mut removed } = content;
    let rest = sorted(properties);
    removed.extend(rest.removed);
    Content { properties: rest.properties, removed }
}

/// A line that ends with an odd number of backslashes goes on in the next one.
fn goes_on(line: &str) -> bool {
    line.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1
}

/// The key ends at the first `=`, `:` or blank that is not escaped.
fn pair(line: &str) -> (String, String) {
    let mut is_escaped = false;
    let end = line.char_indices().find(|(_, c)| {
        let ends = !is_escaped && matches!(c, '=' | ':' | ' ' | '\t');
        is_escaped = !is_escaped && *c == '\\';
        ends
    });
    let (key, rest) = line.split_at(end.map_or(line.len(), |(at, _)| at));
    let rest = rest.trim_start();
    let value = rest.strip_prefix(['=', ':']).unwrap_or(rest).trim_start();
    (unescaped(key), unescaped(value))
}

fn unescaped(text: &str) -> String {
    let (mut units, mut chars) = (Vec::new(), text.chars());
    let push = |units: &mut Vec<u16>, c: char| units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
    while let Some(c) = chars.next() {
        if c != '\\' {
            push(&mut units, c);
            continue;
        }
        match chars.next() {
            None => {}
            Some('n') => push(&mut units, '\n'),
            Some('r') => push(&mut units, '\r'),
            Some('t') => push(&mut units, '\t'),
            Some('u') => {
                let digits: String = chars.clone().take(4).collect();
                match u16::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == 4) {
                    Some(unit) => {
                        units.push(unit);
                        chars.nth(3);
                    }
                    None => push(&mut units, 'u'),
                }
            }
            Some(other) => push(&mut units, other),
        }
    }
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::super::of;
    use super::*;

    #[test]
    fn what_is_exported_comes_back_without_its_secrets() {
        let given = of(&[
            ("Name", "T"),
            ("URL", "https://h.example/p"),
            ("clientId", "sb-app!b1|x!b2"),
            ("clientSecret", "s3cr3t"),
            ("URL.headers.X Key", "s3cr3t"),
            ("Description", " für = #1 \u{1f600}\nnext"),
        ]);
        let text = properties(&given, "2026-11-28");
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
