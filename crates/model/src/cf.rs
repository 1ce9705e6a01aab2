//! Cloud Foundry: which role may do what, and label selectors.

/// A kind of role, in an organization or in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoleKind {
    /// Belongs to the organization.
    OrganizationUser,
    /// Reads the organization.
    OrganizationAuditor,
    /// Changes the organization, its spaces and their roles.
    OrganizationManager,
    /// Reads bills.
    OrganizationBillingManager,
    /// Reads the space.
    SpaceAuditor,
    /// Works in the space: instances, keys, deployments.
    SpaceDeveloper,
    /// Changes the space and its roles.
    SpaceManager,
    /// Helps in the space without changing services.
    SpaceSupporter,
}

/// Every kind with its name on the wire.
const KINDS: [(RoleKind, &str); 8] = [
    (RoleKind::OrganizationUser, "organization_user"),
    (RoleKind::OrganizationAuditor, "organization_auditor"),
    (RoleKind::OrganizationManager, "organization_manager"),
    (RoleKind::OrganizationBillingManager, "organization_billing_manager"),
    (RoleKind::SpaceAuditor, "space_auditor"),
    (RoleKind::SpaceDeveloper, "space_developer"),
    (RoleKind::SpaceManager, "space_manager"),
    (RoleKind::SpaceSupporter, "space_supporter"),
];

impl RoleKind {
    /// The kind of this name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        KINDS.iter().find(|(_, name)| *name == text).map(|(kind, _)| *kind)
    }

    /// Its name on the wire.
    #[must_use]
    pub fn text(self) -> &'static str {
        KINDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// All names, quoted, for a refusal.
    #[must_use]
    pub fn all() -> String {
        KINDS.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
    }

    /// Whether it is given in a space.
    #[must_use]
    pub fn is_in_space(self) -> bool {
        self.text().starts_with("space_")
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
    fn names_of_roles_go_both_ways() {
        for (kind, name) in KINDS {
            assert_eq!((RoleKind::parse(name), kind.text()), (Some(kind), name));
        }
        assert_eq!(RoleKind::parse("SpaceDeveloper"), None);
    }

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
