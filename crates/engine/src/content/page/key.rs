//! Where a page of what is listed by its time begins.

use crate::error::{Error, Result};
use model::Time;

/// Behind this moment and, of what has the same, this id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub at: Time,
    pub id: String,
}

impl Key {
    /// Before the newest.
    #[must_use]
    pub const fn begin() -> Self {
        Self { at: Time(i64::MAX), id: String::new() }
    }

    /// As it is sent.
    ///
    /// # Errors
    /// `Invalid`.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::invalid(format!("after must be the next of the page before, '{text}' is not"));
        let (at, id) = text.split_once('-').ok_or_else(wrong)?;
        Ok(Self { at: Time(at.parse().map_err(|_| wrong())?), id: id.to_owned() })
    }

    /// Behind what is of that time and has that id, as it is sent.
    #[must_use]
    pub fn after(at: Time, id: &str) -> String {
        format!("{}-{id}", at.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use model::Time;

    #[test]
    fn what_is_sent_is_read_back() {
        let sent = Key::after(Time(17), "a-b");
        assert_eq!(Key::parse(&sent).unwrap(), Key { at: Time(17), id: "a-b".to_owned() });
        for wrong in ["", "17", "x-a", "-a"] {
            assert!(Key::parse(wrong).is_err(), "{wrong}");
        }
    }
}
