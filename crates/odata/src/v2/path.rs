//! Resource paths: `IntegrationPackages('X')/$links/CustomTags('Author')`.

use crate::error::{Error, Result};
use percent_encoding::percent_decode_str;

/// One segment: a name and perhaps a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What stands before the parenthesis.
    pub name: String,
    /// The key predicate.
    pub key: Option<Key>,
}

/// A key predicate: one value, or named ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(Vec<(Option<String>, String)>);

impl Segment {
    /// Whether it is this name, without a key.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.key.is_none() && self.name == name
    }
}

impl Key {
    /// The values of these key properties, in their order. A single value without a name is that of the only one.
    ///
    /// # Errors
    /// When the key does not name exactly these.
    pub fn values(&self, names: &[&str]) -> Result<Vec<String>> {
        if let ([(None, only)], [_]) = (&self.0[..], names) {
            return Ok(vec![only.clone()]);
        }
        let value = |name: &&str| self.0.iter().find(|(key, _)| key.as_deref() == Some(*name)).map(|(_, v)| v.clone());
        let values: Option<Vec<String>> = names.iter().map(value).collect();
        let wrong = || Error::path(&self.to_string(), format!("the key is {}", names.join(" and ")));
        values.filter(|values| values.len() == self.0.len()).ok_or_else(wrong)
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pair = |(name, value): &(Option<String>, String)| match name {
            Some(name) => format!("{name}='{value}'"),
            None => format!("'{value}'"),
        };
        write!(f, "({})", self.0.iter().map(pair).collect::<Vec<_>>().join(","))
    }
}

/// Reads a raw, percent-encoded path. Slashes inside of quotes belong to a key, encoded or not.
///
/// # Errors
/// When it is not UTF-8, a quote or parenthesis does not end, or a key has no form of one.
pub fn parse(raw: &str) -> Result<Vec<Segment>> {
    let decoded = percent_decode_str(raw).decode_utf8().map_err(|_| Error::path(raw, "it is not UTF-8"))?;
    let parts = split(&decoded, '/').ok_or_else(|| Error::path(&decoded, "a quote does not end"))?;
    parts.into_iter().filter(|part| !part.is_empty()).map(segment).collect()
}

/// Splits outside of quotes; `None` when a quote does not end.
fn split(text: &str, at: char) -> Option<Vec<&str>> {
    let mut quoted = false;
    let mut parts = Vec::new();
    let mut start = 0;
    for (index, c) in text.char_indices() {
        if c == '\'' {
            quoted = !quoted;
        } else if c == at && !quoted {
            parts.push(&text[start..index]);
            start = index + c.len_utf8();
        }
    }
    parts.push(&text[start..]);
    (!quoted).then_some(parts)
}

fn segment(text: &str) -> Result<Segment> {
    let Some((name, rest)) = text.split_once('(') else { return Ok(Segment { name: text.to_owned(), key: None }) };
    let inner = rest.strip_suffix(')').ok_or_else(|| Error::path(text, "the closing parenthesis is missing"))?;
    let key = if inner.trim().is_empty() { None } else { Some(key(text, inner)?) };
    Ok(Segment { name: name.to_owned(), key })
}

fn key(segment: &str, inner: &str) -> Result<Key> {
    let parts = split(inner, ',').ok_or_else(|| Error::path(segment, "a quote does not end"))?;
    let pairs = parts.into_iter().map(|part| pair(segment, part.trim())).collect::<Result<Vec<_>>>()?;
    if pairs.len() > 1 && pairs.iter().any(|(name, _)| name.is_none()) {
        return Err(Error::path(segment, "a key of several properties names each"));
    }
    Ok(Key(pairs))
}

fn pair(segment: &str, part: &str) -> Result<(Option<String>, String)> {
    let name_end = part.find('=').filter(|at| part.find('\'').is_none_or(|quote| *at < quote));
    let (name, literal) = match name_end {
        Some(at) => (Some(part[..at].trim().to_owned()), part[at + 1..].trim()),
        None => (None, part),
    };
    let value = value(literal).ok_or_else(|| Error::path(segment, format!("{literal} is no value of a key")))?;
    Ok((name, value))
}

/// `'text'`, `guid'…'`, `12`, `12L`.
fn value(literal: &str) -> Option<String> {
    if let Some((prefix, rest)) = literal.split_once('\'') {
        let known = matches!(prefix, "" | "guid" | "datetime" | "X" | "binary");
        return rest.strip_suffix('\'').filter(|_| known).map(|inner| inner.replace("''", "'"));
    }
    let digits = literal.strip_suffix(['L', 'l']).unwrap_or(literal);
    digits.parse::<i64>().ok().map(|number| number.to_string())
}
