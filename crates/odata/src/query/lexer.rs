//! Words of a filter: literals, names, parentheses.

use crate::calendar;
use crate::error::{Error, Result};
use crate::value::Value;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Open,
    Close,
    Comma,
    /// An operator, a function or a property path.
    Word(String),
    Literal(Value),
}

pub(super) fn tokens(text: &str) -> Result<Vec<Token>> {
    let mut rest = text.trim_start();
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (token, after) = match first {
            '(' => (Token::Open, &rest[1..]),
            ')' => (Token::Close, &rest[1..]),
            ',' => (Token::Comma, &rest[1..]),
            '\'' => {
                let (text, after) = quoted(text, rest)?;
                (Token::Literal(Value::Text(text)), after)
            }
            _ => word(text, rest)?,
        };
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn bad(filter: &str, reason: impl Into<String>) -> Error {
    Error::option("$filter", filter, reason)
}

/// `'it''s'` → `it's`, and what follows.
fn quoted<'a>(filter: &str, rest: &'a str) -> Result<(String, &'a str)> {
    let mut text = String::new();
    let mut chars = rest[1..].char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\'' {
            text.push(c);
        } else if rest[at + 2..].starts_with('\'') {
            text.push('\'');
            chars.next();
        } else {
            return Ok((text, &rest[at + 2..]));
        }
    }
    Err(bad(filter, "a text in quotes does not end"))
}

fn word<'a>(filter: &str, rest: &'a str) -> Result<(Token, &'a str)> {
    let end = rest.find(|c: char| c.is_whitespace() || "(),'".contains(c)).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    if after.starts_with('\'') {
        let (text, after) = quoted(filter, after)?;
        return prefixed(filter, word, text).map(|value| (Token::Literal(value), after));
    }
    Ok((bare(word).map_or_else(|| Token::Word(word.to_owned()), Token::Literal), after))
}

/// Literals of V2: `datetime'…'`, `datetimeoffset'…'`, `guid'…'`.
fn prefixed(filter: &str, prefix: &str, text: String) -> Result<Value> {
    match prefix.to_ascii_lowercase().as_str() {
        "datetime" | "datetimeoffset" | "date" => {
            let millis = calendar::millis_of(&text);
            millis.map(Value::Time).ok_or_else(|| bad(filter, format!("'{text}' is not a date and time")))
        }
        "guid" => Ok(Value::Text(text.to_lowercase())),
        _ => Err(bad(filter, format!("literals do not start with {prefix}'"))),
    }
}

/// Literals without quotes; a word that is none is a name.
fn bare(word: &str) -> Option<Value> {
    match word {
        "null" => return Some(Value::Null),
        "true" => return Some(Value::Bool(true)),
        "false" => return Some(Value::Bool(false)),
        _ => {}
    }
    if is_guid(word) {
        return Some(Value::Text(word.to_lowercase()));
    }
    if !word.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return None;
    }
    if let Some(millis) = calendar::millis_of(word) {
        return Some(Value::Time(millis));
    }
    let number = word.strip_suffix(['L', 'l', 'd', 'D', 'f', 'F', 'm', 'M']).unwrap_or(word);
    number.parse().map(Value::Int).ok().or_else(|| number.parse().map(Value::Float).ok())
}

fn is_guid(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && word.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}
