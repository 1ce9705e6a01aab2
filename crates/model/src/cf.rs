//! Cloud Foundry: which role may do what, and label selectors.

use crate::word::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// A kind of role, in an organization or in a space.
    RoleKind, "kind of role", "organization_user, organization_auditor, organization_manager, \
     organization_billing_manager, space_auditor, space_developer, space_manager, space_supporter", {
        /// Belongs to the organization.
        OrganizationUser = "organization_user",
        /// Reads the organization.
        OrganizationAuditor = "organization_auditor",
        /// Changes the organization, its spaces and their roles.
        OrganizationManager = "organization_manager",
        /// Reads bills.
        OrganizationBillingManager = "organization_billing_manager",
        /// Reads the space.
        SpaceAuditor = "space_auditor",
        /// Works in the space: instances, keys, deployments.
        SpaceDeveloper = "space_developer",
        /// Changes the space and its roles.
        SpaceManager = "space_manager",
        /// Helps in the space without changing services.
        SpaceSupporter = "space_supporter",
    }
}

impl RoleKind {
    /// Whether it is given in a space.
    #[must_use]
    pub fn is_in_space(self) -> bool {
        self.word().starts_with("space_")
    }
}

/// What somebody may do in one organization or space.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// Whether it is the administrator of all of Cloud Foundry.
    pub admin: bool,
    /// The roles in the organization, and in the space if one is asked about.
    pub roles: Vec<RoleKind>,
}

impl Rights {
    fn any(&self, wanted: &[RoleKind]) -> bool {
        self.admin || self.roles.iter().any(|role| wanted.contains(role))
    }

    /// Whether the space is there at all for this caller.
    #[must_use]
    pub fn sees_space(&self) -> bool {
        self.any(&[RoleKind::OrganizationManager]) || self.roles.iter().any(|role| role.is_in_space())
    }

    /// Whether it may change organization, spaces and roles.
    #[must_use]
    pub fn manages_org(&self) -> bool {
        self.any(&[RoleKind::OrganizationManager])
    }

    /// Whether it may change the space and who works in it.
    #[must_use]
    pub fn manages_space(&self) -> bool {
        self.any(&[RoleKind::OrganizationManager, RoleKind::SpaceManager])
    }

    /// Whether it may make instances and keys, see credentials, and deploy.
    #[must_use]
    pub fn develops(&self) -> bool {
        self.any(&[RoleKind::SpaceDeveloper])
    }

    /// Whether it may look at deployments: Space Supporters may not.
    #[must_use]
    pub fn reads_deployments(&self) -> bool {
        self.any(&[RoleKind::SpaceDeveloper, RoleKind::SpaceAuditor, RoleKind::SpaceManager])
    }
}

/// A label selector: all its requirements must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selector(Vec<Requirement>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Requirement {
    In { key: String, values: Vec<String>, wanted: bool },
    Exists { key: String, wanted: bool },
}

impl Selector {
    /// Reads `a=b,c!=d,e in (f,g),h notin (i),j,!k`. `None`: malformed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        split_outside_parentheses(text)?.into_iter().map(requirement).collect::<Option<_>>().map(Self)
    }

    /// Whether labels satisfy it; `find` answers the value of a label.
    pub fn matches<'a>(&self, find: impl Fn(&str) -> Option<&'a str>) -> bool {
        self.0.iter().all(|requirement| match requirement {
            Requirement::Exists { key, wanted } => find(key).is_some() == *wanted,
            // A label that is not there is not in any set, so it satisfies `!=` and `notin`.
            Requirement::In { key, values, wanted } => {
                find(key).is_some_and(|value| values.iter().any(|v| v == value)) == *wanted
            }
        })
    }
}

fn split_outside_parentheses(text: &str) -> Option<Vec<&str>> {
    let (mut pieces, mut start, mut inside) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '(' if !inside => inside = true,
            ')' if inside => inside = false,
            '(' | ')' => return None,
            ',' if !inside => {
                pieces.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&text[start..]);
    (!inside).then_some(pieces)
}

fn requirement(text: &str) -> Option<Requirement> {
    let text = text.trim();
    if let Some(key) = text.strip_prefix('!') {
        return Some(Requirement::Exists { key: name(key)?, wanted: false });
    }
    for (sign, wanted) in [("!=", false), ("==", true), ("=", true)] {
        if let Some((key, value)) = text.split_once(sign) {
            return Some(Requirement::In { key: name(key)?, values: vec![value.trim().to_owned()], wanted });
        }
    }
    if let Some(list) = text.strip_suffix(')') {
        let (head, values) = list.split_once('(')?;
        let (key, word) = head.trim().rsplit_once(char::is_whitespace)?;
        let wanted = match word {
            "in" => true,
            "notin" => false,
            _ => return None,
        };
        let values = values.split(',').map(|value| value.trim().to_owned()).collect();
        return Some(Requirement::In { key: name(key)?, values, wanted });
    }
    Some(Requirement::Exists { key: name(text)?, wanted: true })
}

fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
    fits.then(|| text.to_owned())
}

/// What labels and annotations may hold at most, keys and values together.
const LARGEST_METADATA: usize = 16 << 10;

/// Labels and annotations of one resource.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// For selecting.
    pub labels: BTreeMap<String, Option<String>>,
    /// For people and tools.
    pub annotations: BTreeMap<String, Option<String>>,
}

/// Labels and annotations are more than is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Metadata must not have more than {LARGEST_METADATA} bytes")]
pub struct MetadataTooLarge;

impl Metadata {
    /// Applies a change: a value replaces, null removes, what is not named stays.
    ///
    /// # Errors
    /// When it becomes too large.
    pub fn patched(mut self, change: Self) -> Result<Self, MetadataTooLarge> {
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
        if size > LARGEST_METADATA { Err(MetadataTooLarge) } else { Ok(self) }
    }

    /// Whether a selector takes it; without one everything is taken.
    #[must_use]
    pub fn matches(&self, selector: Option<&Selector>) -> bool {
        selector.is_none_or(|selector| {
            selector.matches(|key| self.labels.get(key).map(|value| value.as_deref().unwrap_or_default()))
        })
    }
}

words! {
    /// How far an asynchronous call is, as clients see it.
    CallState, "state of a call", "PROCESSING, POLLING, COMPLETE, FAILED", {
        /// Ordered.
        Processing = "PROCESSING",
        /// At work.
        Polling = "POLLING",
        /// Done.
        Complete = "COMPLETE",
        /// Not done, for good.
        Failed = "FAILED",
    }
}

impl CallState {
    /// Whether it goes on.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Processing | Self::Polling)
    }
}

/// An asynchronous call, at work.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CallWork {
    /// The call, which clients know as a job.
    pub id: uuid::Uuid,
    /// How far it is.
    #[serde(default)]
    pub at: CallAt,
}

/// How far an asynchronous call is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum CallAt {
    /// Nobody has begun.
    Ordered,
    /// It was said to begin.
    Begun,
    /// An older version left it; nobody knows how far it came.
    #[default]
    Left,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_do_what() {
        let with = |roles: &[RoleKind]| Rights { admin: false, roles: roles.to_vec() };
        let table = [
            (RoleKind::OrganizationUser, [false, false, false, false, false]),
            (RoleKind::OrganizationAuditor, [false, false, false, false, false]),
            (RoleKind::OrganizationManager, [true, true, true, false, false]),
            (RoleKind::OrganizationBillingManager, [false, false, false, false, false]),
            (RoleKind::SpaceAuditor, [true, false, false, false, true]),
            (RoleKind::SpaceDeveloper, [true, false, false, true, true]),
            (RoleKind::SpaceManager, [true, false, true, false, true]),
            (RoleKind::SpaceSupporter, [true, false, false, false, false]),
        ];
        for (role, expected) in table {
            let r = with(&[role]);
            let got = [r.sees_space(), r.manages_org(), r.manages_space(), r.develops(), r.reads_deployments()];
            assert_eq!(got, expected, "{role:?}");
        }
        let admin = Rights { admin: true, roles: Vec::new() };
        assert!(admin.sees_space() && admin.manages_org() && admin.develops() && admin.reads_deployments());
    }

    #[test]
    fn a_change_of_metadata_replaces_adds_and_removes() {
        let labels = |pairs: &[(&str, Option<&str>)]| {
            let labels = pairs.iter().map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned))).collect();
            Metadata { labels, ..Metadata::default() }
        };
        let before = labels(&[("a", Some("1")), ("b", Some("2")), ("c", Some("3"))]);
        let after = before.patched(labels(&[("a", None), ("b", Some("4")), ("d", Some("5"))])).unwrap();
        assert_eq!(after, labels(&[("b", Some("4")), ("c", Some("3")), ("d", Some("5"))]));
        assert!(after.matches(Selector::parse("b=4,!a").as_ref()));
        assert!(after.patched(labels(&[("x", Some(&"y".repeat(20_000)))])).is_err());
    }

    #[test]
    fn selectors() {
        let find = |key: &str| match key {
            "env" => Some("prod"),
            "mta_id" => Some("abc"),
            _ => None,
        };
        for (text, expected) in [
            ("env=prod", true),
            ("env==prod,mta_id", true),
            ("env!=prod", false),
            ("other!=x", true),
            ("env in (dev,prod)", true),
            ("env notin (dev, prod)", false),
            ("mta_id=abc,!mta_namespace", true),
            ("!env", false),
            ("other", false),
        ] {
            assert_eq!(Selector::parse(text).unwrap().matches(find), expected, "{text}");
        }
        for text in ["", "a in b)", "a in (b", "=x", "a b", "env within (a)"] {
            assert_eq!(Selector::parse(text), None, "{text}");
        }
    }
}
