//! Artifacts of integration packages: their names, versions and externalised parameters.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of an artifact that was never saved as another one.
pub const FIRST_VERSION: &str = "1.0.0";

/// What stands for a version where the newest state is meant, draft or not; clients write it in any case.
pub const ACTIVE: &str = "Active";

/// Whether a version given in a key means the newest state.
#[must_use]
pub fn is_active(version: &str) -> bool {
    version.eq_ignore_ascii_case(ACTIVE)
}

/// Why a name or id is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadName {
    /// Nothing was given.
    #[error("the {0} must not be empty")]
    Empty(&'static str),
    /// It starts with something else than a letter or an underscore.
    #[error("the {0} must start with a letter or an underscore")]
    Start(&'static str),
    /// It ends with a dot.
    #[error("the {0} must not end with a dot")]
    End(&'static str),
    /// It has a character that is not allowed.
    #[error("the {0} must not contain '{1}'; letters, digits, blanks and _ - . are allowed")]
    Character(&'static str, char),
    /// It is too long.
    #[error("the {0} is longer than {1} characters")]
    Long(&'static str, usize),
}

/// The longest id of a package or artifact.
const LONGEST_ID: usize = 150;

/// Checks the name of an artifact: it starts with a letter or `_`, may hold letters, digits, blanks and `_ - .`, and
/// does not end with a dot.
///
/// # Errors
/// Naming what is wrong; `what` is how the error calls the text.
pub fn check_name(what: &'static str, name: &str) -> Result<(), BadName> {
    let first = name.chars().next().ok_or(BadName::Empty(what))?;
    if !first.is_alphabetic() && first != '_' {
        return Err(BadName::Start(what));
    }
    if let Some(bad) = name.chars().find(|c| !(c.is_alphanumeric() || " _-.".contains(*c))) {
        return Err(BadName::Character(what, bad));
    }
    if name.ends_with('.') { Err(BadName::End(what)) } else { Ok(()) }
}

/// Checks the technical id of an artifact: a name without blanks that fits.
///
/// # Errors
/// As [`check_name`].
pub fn check_id(id: &str) -> Result<(), BadName> {
    check_name("Id", id)?;
    if id.contains(' ') {
        return Err(BadName::Character("Id", ' '));
    }
    if id.chars().count() > LONGEST_ID { Err(BadName::Long("Id", LONGEST_ID)) } else { Ok(()) }
}

/// Checks the technical id of a package.
///
/// # Errors
/// When it is empty or too long.
pub fn check_package_id(id: &str) -> Result<(), BadName> {
    if id.trim().is_empty() {
        return Err(BadName::Empty("Id"));
    }
    if let Some(bad) = id.chars().find(|c| c.is_control() || "/\\'\"".contains(*c)) {
        return Err(BadName::Character("Id", bad));
    }
    if id.chars().count() > LONGEST_ID { Err(BadName::Long("Id", LONGEST_ID)) } else { Ok(()) }
}

/// An externalised parameter, as the bundle declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    pub key: String,
    /// The value the designer gave.
    pub default: String,
    /// `xsd:string`, `custom:schedule`, …
    pub data_type: String,
    pub description: String,
}

/// Values of a tenant, by key.
pub type Configured = BTreeMap<String, String>;

impl Parameter {
    /// The value in effect: the configured one wins, and survives changes of the default.
    #[must_use]
    pub fn effective<'a>(&'a self, configured: &'a Configured) -> &'a str {
        configured.get(&self.key).unwrap_or(&self.default)
    }
}

/// The configured keys that the artifact no longer declares; their values go with them.
#[must_use]
pub fn vanished(parameters: &[Parameter], configured: &Configured) -> Vec<String> {
    let declared = |key: &String| parameters.iter().any(|parameter| &parameter.key == key);
    configured.keys().filter(|key| !declared(key)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(key: &str, default: &str) -> Parameter {
        Parameter {
            key: key.into(),
            default: default.into(),
            data_type: "xsd:string".into(),
            description: String::new(),
        }
    }

    #[test]
    fn active_is_any_case() {
        assert!(is_active("active") && is_active("Active") && is_active("ACTIVE"));
        assert!(!is_active("1.0.0") && !is_active(""));
    }

    #[test]
    fn names_follow_the_rule() {
        for good in ["Flow", "_x", "Übergabe 2", "a-b.c_d", "Replicate Orders v1.1"] {
            assert_eq!(check_name("name", good), Ok(()), "{good}");
        }
        assert_eq!(check_name("name", ""), Err(BadName::Empty("name")));
        assert_eq!(check_name("name", "1st"), Err(BadName::Start("name")));
        assert_eq!(check_name("name", " x"), Err(BadName::Start("name")));
        assert_eq!(check_name("name", "x."), Err(BadName::End("name")));
        assert_eq!(check_name("name", "a/b"), Err(BadName::Character("name", '/')));
        assert_eq!(check_id("a b"), Err(BadName::Character("Id", ' ')));
        assert_eq!(check_id(&"x".repeat(151)), Err(BadName::Long("Id", 150)));
    }

    #[test]
    fn ids_of_packages_are_free_text_that_fits_a_key() {
        assert_eq!(check_package_id("My Package (v2)"), Ok(()));
        assert_eq!(check_package_id(" "), Err(BadName::Empty("Id")));
        assert_eq!(check_package_id("a'b"), Err(BadName::Character("Id", '\'')));
        assert_eq!(check_package_id(&"x".repeat(151)), Err(BadName::Long("Id", 150)));
    }

    #[test]
    fn a_configured_value_wins_over_any_default() {
        let configured = Configured::from([("host".to_owned(), "prod".to_owned())]);
        assert_eq!(parameter("host", "dev").effective(&configured), "prod");
        assert_eq!(parameter("host", "new default").effective(&configured), "prod");
        assert_eq!(parameter("port", "80").effective(&configured), "80");
    }

    #[test]
    fn values_of_vanished_keys_are_found() {
        let configured = Configured::from([("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())]);
        assert_eq!(vanished(&[parameter("b", "")], &configured), ["a"]);
        assert_eq!(vanished(&[], &configured), ["a", "b"]);
    }
}
