//! Typed access to the keys of a YAML map; every error names the document and the path of the key.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Metadata, SchemaVersion, Settings};
use crate::Object;
use crate::error::{Error, Result};
use crate::naming::coerced;

const LONGEST_ID: usize = 128;
const IN_QUOTES: &str = "; put the value in quotes";

/// A map somewhere in a document.
pub(crate) struct Keys<'a> {
    document: &'static str,
    path: String,
    map: &'a Object,
}

impl<'a> Keys<'a> {
    pub(crate) fn root(document: &'static str, value: &'a Value) -> Result<Self> {
        let Value::Object(map) = value else {
            return Err(wrong_type(document, "the root".to_owned(), "a map", value));
        };
        Ok(Keys { document, path: String::new(), map })
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The value of a known key: null is an error, absence is not.
    fn value(&self, key: &str) -> Result<Option<&'a Value>> {
        match self.map.get(key) {
            Some(Value::Null) => Err(Error::NullValue { document: self.document, path: self.path_of(key) }),
            value => Ok(value),
        }
    }

    fn mismatch(&self, key: &str, expected: &'static str, found: &Value) -> Error {
        wrong_type(self.document, self.path_of(key), expected, found)
    }

    pub(crate) fn bad(&self, key: &str, reason: impl Into<String>) -> Error {
        Error::BadValue { document: self.document, path: self.path_of(key), reason: reason.into() }
    }

    fn missing(&self, key: &str) -> Error {
        Error::MissingKey { document: self.document, path: self.path_of(key) }
    }

    pub(crate) fn text(&self, key: &str) -> Result<Option<String>> {
        match self.value(key)? {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(other) => Err(self.mismatch(key, "a string", other)),
        }
    }

    pub(crate) fn required_text(&self, key: &str) -> Result<String> {
        self.text(key)?.ok_or_else(|| self.missing(key))
    }

    /// A name of letters, digits, `_`, `-` and `.`, at most 128 of them.
    pub(crate) fn identifier(&self, key: &str) -> Result<String> {
        let id = self.required_text(key)?;
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        if id.is_empty() || !id.bytes().all(fits) {
            return Err(self.bad(key, format!("`{id}` may only have letters, digits, `_`, `-` and `.`")));
        }
        if id.len() > LONGEST_ID {
            return Err(self.bad(key, format!("it has {} characters, at most {LONGEST_ID} are allowed", id.len())));
        }
        Ok(id)
    }

    pub(crate) fn flag(&self, key: &str) -> Result<Option<bool>> {
        match self.value(key)? {
            None => Ok(None),
            Some(Value::Bool(set)) => Ok(Some(*set)),
            Some(other) => Err(self.mismatch(key, "true or false", other)),
        }
    }

    pub(crate) fn map(&self, key: &str) -> Result<Object> {
        match self.value(key)? {
            None => Ok(Object::new()),
            Some(Value::Object(map)) => Ok(map.clone()),
            Some(other) => Err(self.mismatch(key, "a map", other)),
        }
    }

    fn items(&self, key: &str) -> Result<&'a [Value]> {
        match self.value(key)? {
            None => Ok(&[]),
            Some(Value::Array(items)) => Ok(items),
            Some(other) => Err(self.mismatch(key, "a list", other)),
        }
    }

    pub(crate) fn texts(&self, key: &str) -> Result<Vec<String>> {
        let text = |(at, item): (usize, &Value)| match item {
            Value::String(text) => Ok(text.clone()),
            other => Err(self.mismatch(&format!("{key}[{at}]"), "a string", other)),
        };
        self.items(key)?.iter().enumerate().map(text).collect()
    }

    /// A list of maps, each read by `read`.
    pub(crate) fn list<T>(&self, key: &str, read: impl Fn(&Keys<'a>) -> Result<T>) -> Result<Vec<T>> {
        let element = |(at, item): (usize, &'a Value)| {
            let key = format!("{key}[{at}]");
            let Value::Object(map) = item else { return Err(self.mismatch(&key, "a map", item)) };
            read(&Keys { document: self.document, path: self.path_of(&key), map })
        };
        self.items(key)?.iter().enumerate().map(element).collect()
    }

    /// A map of values together with its `-metadata`.
    pub(crate) fn settings(&self, key: &str) -> Result<Settings> {
        let metadata_key = format!("{key}-metadata");
        let described = self.map(&metadata_key)?;
        let mut metadata = BTreeMap::new();
        for (name, value) in &described {
            let path = self.path_of(&format!("{metadata_key}.{name}"));
            let Value::Object(map) = value else { return Err(wrong_type(self.document, path, "a map", value)) };
            metadata.insert(name.clone(), Keys { document: self.document, path, map }.metadata()?);
        }
        Ok(Settings { values: self.map(key)?, metadata })
    }

    fn metadata(&self) -> Result<Metadata> {
        Ok(Metadata {
            optional: self.flag("optional")?.unwrap_or(false),
            overwritable: self.flag("overwritable")?.unwrap_or(true),
            sensitive: self.flag("sensitive")?.unwrap_or(false),
            datatype: self.text("datatype")?,
        })
    }

    /// Any scalar: `3.1` without quotes is a number, and still accepted.
    pub(crate) fn schema_version(&self, warnings: &mut Vec<String>) -> Result<SchemaVersion> {
        const KEY: &str = "_schema-version";
        let text = match self.value(KEY)?.ok_or_else(|| self.missing(KEY))? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            other => return Err(self.mismatch(KEY, "a version", other)),
        };
        let unsupported = || Error::UnsupportedSchema { document: self.document, version: text.clone() };
        let [major, minor, _] = coerced(&text).ok_or_else(unsupported)?;
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let (major, minor) = (small(major), small(minor));
        let newest = match major {
            2 => 2,
            3 => 3,
            _ => return Err(unsupported()),
        };
        if minor > newest {
            warnings.push(format!(
                "{}: schema version {text} is newer than {major}.{newest}; it is read as that",
                self.document
            ));
        }
        Ok(SchemaVersion { major, minor })
    }
}

fn wrong_type(document: &'static str, path: String, expected: &'static str, found: &Value) -> Error {
    let hint = match (expected, found) {
        ("a string", Value::Number(_) | Value::Bool(_)) => IN_QUOTES,
        _ => "",
    };
    let found = match found {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("the boolean {value}"),
        Value::Number(value) => format!("the number {value}"),
        Value::String(_) => "a string".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a map".to_owned(),
    };
    Error::WrongType { document, path, expected, found, hint }
}
