//! Versions of what people edit: a digest of what it says. It changes with what is said and with nothing else, so that a
//! queue that moves does not spoil the form of somebody who edits its node.

use crate::error::{Error, Result};
use aws_lc_rs::digest;
use serde_json::Value;

/// The version of something that says this.
#[must_use]
pub fn of(said: &Value) -> String {
    let whole = digest::digest(&digest::SHA256, said.to_string().as_bytes());
    whole.as_ref().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// Refuses a change that is about another version than the one there is now; `what` begins the sentence.
///
/// # Errors
/// [`Error::changed`].
pub(crate) fn check(named: Option<&str>, now: impl FnOnce() -> String, what: &str) -> Result<()> {
    match named.is_none_or(|named| named == now()) {
        true => Ok(()),
        false => Err(Error::changed(what)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_version_is_of_what_is_said() {
        let version = of(&json!({"name": "DEV"}));
        assert_eq!(version, of(&json!({"name": "DEV"})));
        assert_ne!(version, of(&json!({"name": "TEST"})));
        assert_eq!(version.len(), 24);
    }

    #[test]
    fn only_a_version_that_is_named_is_compared() {
        assert!(check(None, || "2".to_owned(), "Node 'DEV'").is_ok());
        assert!(check(Some("2"), || "2".to_owned(), "Node 'DEV'").is_ok());
        let refused = check(Some("1"), || "2".to_owned(), "Node 'DEV'").unwrap_err();
        assert_eq!(refused.code(), Some(crate::error::CHANGED));
    }
}
