//! Labels and annotations, which clients attach to nearly everything.

use crate::error::{Error, Result};
use model::cf::Selector;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What may be there at most, keys and values together.
const LARGEST: usize = 16 << 10;

/// Labels and annotations of one resource.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// For selecting.
    pub labels: BTreeMap<String, Option<String>>,
    /// For people and tools.
    pub annotations: BTreeMap<String, Option<String>>,
}

impl Metadata {
    /// Applies a change: a value replaces, null removes, what is not named stays.
    ///
    /// # Errors
    /// Unprocessable, when it becomes too large.
    pub fn patched(mut self, change: Self) -> Result<Self> {
        for (mine, theirs) in [(&mut self.labels, change.labels), (&mut self.annotations, change.annotations)] {
            for (key, value) in theirs {
                match value {
                    Some(value) => drop(mine.insert(key, Some(value))),
                    None => drop(mine.remove(&key)),
                }
            }
        }
        let all = self.labels.iter().chain(&self.annotations);
        let size: usize = all.map(|(key, value)| key.len() + value.as_ref().map_or(0, String::len)).sum();
        if size > LARGEST {
            return Err(Error::unprocessable(format!("Metadata must not have more than {LARGEST} bytes")));
        }
        Ok(self)
    }

    /// Whether a selector takes it; without one everything is taken.
    #[must_use]
    pub fn matches(&self, selector: Option<&Selector>) -> bool {
        selector.is_none_or(|selector| {
            selector.matches(|key| self.labels.get(key).map(|value| value.as_deref().unwrap_or_default()))
        })
    }

    pub(crate) fn stored(&self) -> Result<String> {
        Ok(serde_json::to_string(self)?)
    }

    pub(crate) fn read(text: &str) -> Result<Self> {
        Ok(serde_json::from_str(text)?)
    }
}

/// Whether a filter lets a value pass; one that is absent lets everything pass.
pub(crate) fn wanted(filter: Option<&Vec<String>>, value: &str) -> bool {
    filter.is_none_or(|values| values.iter().any(|wanted| wanted == value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(pairs: &[(&str, Option<&str>)]) -> Metadata {
        let labels = pairs.iter().map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned))).collect();
        Metadata { labels, ..Metadata::default() }
    }

    #[test]
    fn a_change_replaces_adds_and_removes() {
        let before = labels(&[("a", Some("1")), ("b", Some("2")), ("c", Some("3"))]);
        let after = before.patched(labels(&[("a", None), ("b", Some("4")), ("d", Some("5"))])).unwrap();
        assert_eq!(after, labels(&[("b", Some("4")), ("c", Some("3")), ("d", Some("5"))]));
        assert!(after.matches(Selector::parse("b=4,!a").as_ref()));
        assert!(after.patched(labels(&[("x", Some(&"y".repeat(20_000)))])).is_err());
    }
}
