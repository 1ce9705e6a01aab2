//! Replacing inside of values of any shape, within bounds: depth, number of names and size of what comes out.

use serde_json::Value;

use super::owner::Place;
use super::text::{Part, Sign, parts};
use crate::error::{Error, Result};

/// The deepest a value may become: names inside of names, lists and maps inside of each other.
const DEPTH: usize = 100;
/// The most bytes that all values together may have, and the most names that are looked up on the way.
const SIZE: usize = 4 * 1024 * 1024;
const NAMES: usize = 100_000;

/// Says what a name means.
pub(super) trait Names {
    const SIGN: Sign;

    /// The value, itself replaced. `None`: the name means nothing, and `reason` would say why.
    fn value(&self, name: &str, state: &mut State) -> Result<Result<Value, String>>;

    /// Whether a name without meaning counts as null.
    fn is_lenient(&self) -> bool;
}

/// How far the replacing is.
#[derive(Default)]
pub(super) struct State {
    place: Place,
    key: String,
    /// The names that are being replaced, outermost first.
    open: Vec<String>,
    depth: usize,
    size: usize,
    names: usize,
}

impl State {
    /// Begins with the value of a key at a place.
    pub(super) fn begin(&mut self, place: &Place, key: &str) {
        self.place = place.clone();
        key.clone_into(&mut self.key);
        self.open.clear();
        self.depth = 0;
    }

    /// Where it is, for people.
    pub(super) fn here(&self) -> String {
        self.place.of(&self.key)
    }

    /// Replaces in the value that `name` stands for; `label` tells it from others.
    pub(super) fn inside<N: Names>(&mut self, label: String, value: &Value, names: &N) -> Result<Value> {
        self.names += 1;
        if self.names > NAMES {
            return Err(self.too_much(format!("more than {NAMES} names are replaced")));
        }
        if self.open.contains(&label) {
            let from = self.open.iter().position(|open| *open == label).unwrap_or(0);
            let names = self.open[from..].iter().cloned().chain([label]).collect();
            return Err(Error::CircularReference { place: self.here(), names });
        }
        self.open.push(label);
        let replaced = self.walk(value, names)?;
        self.open.pop();
        Ok(replaced)
    }

    /// Replaces in a value of any shape; keys stay as they are.
    pub(super) fn walk<N: Names>(&mut self, value: &Value, names: &N) -> Result<Value> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.too_much(format!("it is nested more than {DEPTH} deep")));
        }
        let replaced = match value {
            Value::String(text) => self.text(text, names)?,
            Value::Array(items) => items.iter().map(|item| self.walk(item, names)).collect::<Result<_>>()?,
            Value::Object(map) => {
                let mut replaced = crate::Object::new();
                for (key, value) in map {
                    self.spend(key.len())?;
                    replaced.insert(key.clone(), self.walk(value, names)?);
                }
                Value::Object(replaced)
            }
            other => other.clone(),
        };
        self.spend(8)?;
        self.depth -= 1;
        Ok(replaced)
    }

    /// A text that is one name takes its value with its type; anything else stays a text.
    fn text<N: Names>(&mut self, text: &str, names: &N) -> Result<Value> {
        let parts = parts(text, N::SIGN);
        if let [Part::Name(name)] = parts[..] {
            return self.name(name, names);
        }
        let mut out = String::new();
        for part in parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Name(name) => match self.name(name, names)? {
                    // As the original has it: a text with nothing in it is nothing.
                    Value::Null => return Ok(Value::Null),
                    Value::String(text) => out.push_str(&text),
                    Value::Array(_) | Value::Object(_) => {
                        let reason = "a list or a map cannot stand inside of a text; let it be the whole value";
                        return Err(self.unresolved::<N>(name, reason.to_owned()));
                    }
                    plain => out.push_str(&plain.to_string()),
                },
            }
            self.check_text(out.len())?;
        }
        self.spend(out.len())?;
        Ok(Value::String(out))
    }

    fn name<N: Names>(&mut self, name: &str, names: &N) -> Result<Value> {
        match names.value(name, self)? {
            Ok(value) => Ok(value),
            Err(_) if names.is_lenient() => Ok(Value::Null),
            Err(reason) => Err(self.unresolved::<N>(name, reason)),
        }
    }

    fn unresolved<N: Names>(&self, name: &str, reason: String) -> Error {
        let reference = N::SIGN.marked(name);
        let hint = format!("write \\{reference} if the text itself is meant");
        Error::UnresolvedName { place: self.here(), reference, reason, hint }
    }

    fn check_text(&self, length: usize) -> Result<()> {
        if self.size + length > SIZE { Err(self.too_large()) } else { Ok(()) }
    }

    fn spend(&mut self, bytes: usize) -> Result<()> {
        self.size += bytes;
        self.check_text(0)
    }

    fn too_large(&self) -> Error {
        self.too_much(format!("all values together grow beyond {SIZE} bytes"))
    }

    fn too_much(&self, reason: String) -> Error {
        Error::Expansion { place: self.here(), reason }
    }
}
