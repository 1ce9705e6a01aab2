//! Subaccounts: what their fields may hold, and what keeps one from being deleted. Quotas are in [`quota`].

pub mod quota;

use std::collections::BTreeMap;

/// A field of an account that cannot be as wished.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadField(pub String);

fn refuse<T>(message: impl Into<String>) -> Result<T, BadField> {
    Err(BadField(message.into()))
}

/// Regions that subaccounts can be in. All of them are this server.
pub const REGIONS: &[&str] =
    &["eu10", "eu11", "eu12", "eu20", "eu30", "us10", "us20", "us21", "ap10", "ap11", "ap20", "jp10"];

/// Whether the subaccount is used for production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Production {
    /// Nobody said.
    #[default]
    Unset,
    /// Yes.
    Used,
    /// No.
    NotUsed,
}

impl Production {
    /// Its name on the wire, and as stored.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unset => "UNSET",
            Self::Used => "USED_FOR_PRODUCTION",
            Self::NotUsed => "NOT_USED_FOR_PRODUCTION",
        }
    }

    /// Reads the name.
    ///
    /// # Errors
    /// Any other text.
    pub fn parse(text: &str) -> Result<Self, BadField> {
        let all = [Self::Unset, Self::Used, Self::NotUsed];
        let known = all.into_iter().find(|value| value.name() == text);
        known.map_or_else(
            || refuse(format!("usedForProduction is '{text}'; use USED_FOR_PRODUCTION or NOT_USED_FOR_PRODUCTION")),
            Ok,
        )
    }
}

/// Names for people: 1 to 255 characters, no slash.
pub fn check_display_name(name: &str) -> Result<(), BadField> {
    match name.chars().count() {
        0 => refuse("displayName is missing; give the subaccount a name"),
        256.. => refuse("displayName is longer than 255 characters; shorten it"),
        _ if name.contains('/') => refuse("displayName must not contain a slash ('/')"),
        _ => Ok(()),
    }
}

/// Subdomains: lower-case letters, digits and hyphens, at most 63, no hyphen at either end.
pub fn check_subdomain(subdomain: &str) -> Result<(), BadField> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if subdomain.is_empty() || subdomain.len() > 63 {
        return refuse(format!("subdomain '{subdomain}' must have 1 to 63 characters"));
    }
    if !subdomain.chars().all(fits) {
        return refuse(format!("subdomain '{subdomain}' may contain only lower-case letters, digits and hyphens"));
    }
    if subdomain.starts_with('-') || subdomain.ends_with('-') {
        return refuse(format!("subdomain '{subdomain}' must not start or end with a hyphen"));
    }
    Ok(())
}

/// Regions that exist.
pub fn check_region(region: &str) -> Result<(), BadField> {
    match REGIONS.contains(&region) {
        true => Ok(()),
        false => refuse(format!("region '{region}' is not available; choose one of {}", REGIONS.join(", "))),
    }
}

/// Descriptions: at most 300 characters.
pub fn check_description(text: &str) -> Result<(), BadField> {
    match text.chars().count() {
        0..=300 => Ok(()),
        _ => refuse("description is longer than 300 characters; shorten it"),
    }
}

/// Beta features are for good once they are on.
///
/// # Errors
/// When they shall be switched off.
pub fn check_beta(now: bool, wanted: bool) -> Result<(), BadField> {
    match (now, wanted) {
        (true, false) => refuse("betaEnabled cannot be switched off again"),
        _ => Ok(()),
    }
}

/// Label keys with their values.
pub type Labels = BTreeMap<String, Vec<String>>;

/// At most ten keys of at most ten values; none longer than 63 characters.
pub fn check_labels(labels: &Labels) -> Result<(), BadField> {
    if labels.len() > 10 {
        return refuse("there are more than 10 labels; remove some");
    }
    for (key, values) in labels {
        if key.is_empty() || key.chars().count() > 63 {
            return refuse(format!("label '{key}' must have 1 to 63 characters"));
        }
        if values.len() > 10 {
            return refuse(format!("label '{key}' has more than 10 values"));
        }
        if values.iter().any(|value| value.chars().count() > 63) {
            return refuse(format!("a value of label '{key}' is longer than 63 characters"));
        }
    }
    Ok(())
}

/// Which labels a subaccount is to have and which not: `team=a AND stage!=prod`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LabelSelector(Vec<(String, bool, String)>);

impl LabelSelector {
    /// Reads `key=value` and `key!=value`, joined by `AND`.
    ///
    /// # Errors
    /// When it is written in another way.
    pub fn parse(text: &str) -> Result<Self, BadField> {
        text.split(" AND ").map(condition).collect::<Result<_, _>>().map(Self)
    }

    /// Whether an account with these labels is meant.
    #[must_use]
    pub fn matches(&self, labels: &Labels) -> bool {
        let has = |key: &str, value: &str| labels.get(key).is_some_and(|values| values.iter().any(|v| v == value));
        self.0.iter().all(|(key, wanted, value)| has(key, value) == *wanted)
    }
}

fn condition(text: &str) -> Result<(String, bool, String), BadField> {
    let parts = text.trim().split_once("!=").map(|(key, value)| (key, false, value));
    let parts = parts.or_else(|| text.trim().split_once('=').map(|(key, value)| (key, true, value)));
    match parts {
        Some((key, wanted, value)) if !key.is_empty() && !format!("{key}{value}").contains(['=', '!', ' ']) => {
            Ok((key.to_owned(), wanted, value.to_owned()))
        }
        _ => refuse(format!("labelSelector '{text}' cannot be read; write key=value or key!=value, joined by ' AND '")),
    }
}

/// What is in a subaccount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Contents {
    /// Subscriptions to applications.
    pub subscriptions: i64,
    /// Service instances in spaces.
    pub space_instances: i64,
    /// Service instances of service manager.
    pub instances: i64,
    /// Environment instances.
    pub environments: i64,
}

/// Why a subaccount cannot be deleted without force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the subaccount still has {what}; delete them first, or repeat with forceDelete=true")]
pub struct Blocked {
    /// The code of the account services.
    pub code: &'static str,
    /// What is in the way.
    pub what: &'static str,
}

/// What is in the way of deleting, if anything.
#[must_use]
pub fn blocked(contents: Contents) -> Option<Blocked> {
    let found = [
        (contents.subscriptions, "70010", "subscriptions"),
        (contents.space_instances, "70011", "service instances"),
        (contents.instances, "70012", "service manager resources"),
        (contents.environments, "70013", "environment instances"),
    ];
    found.into_iter().find(|(count, ..)| *count > 0).map(|(_, code, what)| Blocked { code, what })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subdomains() {
        for good in ["dev-x1", "a", "0", &"a".repeat(63)] {
            check_subdomain(good).unwrap();
        }
        for bad in ["", "-bad", "bad-", "Bad", "b_d", "b.d", "ä", &"a".repeat(64)] {
            check_subdomain(bad).unwrap_err();
        }
    }

    #[test]
    fn display_names() {
        check_display_name("Dev & Test").unwrap();
        check_display_name(&"ä".repeat(255)).unwrap();
        for bad in ["", "a/b", &"x".repeat(256)] {
            check_display_name(bad).unwrap_err();
        }
    }

    #[test]
    fn regions_are_named_without_the_environment() {
        check_region("eu10").unwrap();
        assert!(check_region("cf-eu10").unwrap_err().0.contains("eu10"));
    }

    #[test]
    fn beta_is_for_good() {
        check_beta(false, true).unwrap();
        check_beta(true, true).unwrap();
        check_beta(true, false).unwrap_err();
    }

    #[test]
    fn labels_are_few_and_short() {
        let many = |keys: usize, values: usize| -> Labels {
            (0..keys).map(|k| (format!("k{k}"), vec![String::new(); values])).collect()
        };
        check_labels(&many(10, 10)).unwrap();
        check_labels(&many(11, 1)).unwrap_err();
        check_labels(&many(1, 11)).unwrap_err();
        check_labels(&Labels::from([("k".repeat(64), vec![])])).unwrap_err();
        check_labels(&Labels::from([("k".to_owned(), vec!["v".repeat(64)])])).unwrap_err();
    }

    #[test]
    fn accounts_are_selected_by_label() {
        let labels = Labels::from([("team".to_owned(), vec!["a".to_owned(), "b".to_owned()])]);
        let selects = |text: &str| LabelSelector::parse(text).unwrap().matches(&labels);
        assert!(selects("team=a") && selects("team=b AND stage!=prod") && selects("team!=c"));
        assert!(!selects("team=c") && !selects("team=a AND stage=prod") && !selects("team!=b"));
        for bad in ["", "team", "=a", "team=a=b", "team=a b", "team==a", "team=a AND "] {
            LabelSelector::parse(bad).unwrap_err();
        }
    }

    #[test]
    fn production_is_a_closed_list() {
        assert_eq!(Production::parse("USED_FOR_PRODUCTION"), Ok(Production::Used));
        Production::parse("yes").unwrap_err();
    }

    #[test]
    fn the_first_thing_in_the_way_is_named() {
        assert_eq!(blocked(Contents::default()), None);
        let both = Contents { subscriptions: 1, environments: 1, ..Contents::default() };
        assert_eq!(blocked(both).unwrap().code, "70010");
        assert_eq!(blocked(Contents { environments: 1, ..Contents::default() }).unwrap().code, "70013");
    }
}
