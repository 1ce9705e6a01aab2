//! Who may do what with features: role templates, met with the access level of the project and the place in its team.

use super::Refusal;
use crate::role::alm;
use std::collections::BTreeSet;

/// Who may work in a project that he is no member of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody with the role.
    Public,
    /// Others may read.
    Restricted,
    /// Others see nothing.
    Private,
}

impl Access {
    /// The word that is stored and sent.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Restricted => "restricted",
            Self::Private => "private",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Public, Self::Restricted, Self::Private].into_iter().find(|access| access.text() == text)
    }
}

/// A place in a project's team, the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Looks.
    Viewer,
    /// Works.
    Member,
    Lead,
}

impl Place {
    const ALL: [Self; 3] = [Self::Viewer, Self::Member, Self::Lead];

    /// The word that is stored and sent.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Member => "member",
            Self::Lead => "lead",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.text() == text)
    }

    /// The role template that goes with it.
    #[must_use]
    pub const fn template(self) -> &'static str {
        match self {
            Self::Viewer => alm::PROJECT_VIEWER,
            Self::Member => alm::PROJECT_MEMBER,
            Self::Lead => alm::PROJECT_LEAD,
        }
    }
}

/// Something done with a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Make one.
    Create,
    /// Take one away.
    Delete,
    /// Change its fields and references.
    Edit,
    /// Assign and unassign transports.
    Assign,
    /// Put it off, take it up again, send it back from test.
    Plan,
    StartImplementation,
    /// Hand it over to test.
    HandOver,
    /// Confirm the successful test.
    ConfirmTest,
    /// Approve it for production, or withdraw that.
    Approve,
    /// Deploy to a node before the last.
    DeployTest,
    /// Deploy to the last node.
    DeployProduction,
    ConfirmDeployment,
}

/// One way to a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// At least this place in the team.
    Team(Place),
    /// This role template.
    Template(&'static str),
}

impl Action {
    /// Who may, beside the administrator of projects, who may everything.
    const fn who(self) -> &'static [Who] {
        use Who::{Team, Template};
        match self {
            Self::Create | Self::Delete | Self::ConfirmDeployment => &[Team(Place::Member)],
            Self::Edit | Self::Assign => &[Team(Place::Member), Template(alm::DEVELOPER)],
            Self::Plan => &[Team(Place::Lead)],
            Self::StartImplementation => &[Team(Place::Lead), Template(alm::START_IMPLEMENTATION)],
            Self::HandOver => &[Team(Place::Lead), Template(alm::HANDOVER_TO_TEST)],
            Self::ConfirmTest => &[Team(Place::Lead), Template(alm::TESTER)],
            Self::Approve => &[Template(alm::CHANGE_MANAGER)],
            Self::DeployTest => &[Template(alm::DEPLOY_TEST)],
            Self::DeployProduction => &[Template(alm::DEPLOY_PROD)],
        }
    }

    /// What it is called in a refusal.
    const fn text(self) -> &'static str {
        match self {
            Self::Create => "create features",
            Self::Delete => "delete features",
            Self::Edit => "edit features",
            Self::Assign => "assign transports",
            Self::Plan => "plan features",
            Self::StartImplementation => "start the implementation",
            Self::HandOver => "hand features over to test",
            Self::ConfirmTest => "confirm a successful test",
            Self::Approve => "approve for production",
            Self::DeployTest => "deploy to test",
            Self::DeployProduction => "deploy to production",
            Self::ConfirmDeployment => "confirm a deployment",
        }
    }
}

/// The templates that let people do something besides what their place in the team lets them.
const FUNCTIONS: [&str; 6] = [
    alm::CHANGE_MANAGER,
    alm::DEPLOY_TEST,
    alm::DEPLOY_PROD,
    alm::DEVELOPER,
    alm::START_IMPLEMENTATION,
    alm::HANDOVER_TO_TEST,
];

/// What somebody may do in one project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Powers {
    sees: bool,
    admin: bool,
    place: Option<Place>,
    functions: BTreeSet<&'static str>,
}

impl Powers {
    /// Of a person: `has` tells whether a role template is held, `member` the place in the project's team.
    pub fn of_person(has: impl Fn(&str) -> bool, access: Access, member: Option<Place>) -> Self {
        let admin = has(alm::PROJECT_ADMINISTRATOR);
        let held = Place::ALL.into_iter().rev().find(|place| has(place.template()));
        let may_look = held.is_some() || has(alm::DEVELOPER);
        let functions = FUNCTIONS.into_iter().chain([alm::TESTER]).filter(|name| has(name));
        let works = admin || member.is_some() || access == Access::Public;
        Self {
            sees: admin || member.is_some() || (may_look && access != Access::Private),
            admin,
            place: if access == Access::Public { held } else { held.zip(member).map(|(held, place)| held.min(place)) },
            functions: if works { functions.collect() } else { BTreeSet::new() },
        }
    }

    /// Of a technical client whose scopes let it write: it stands for no person, so teams do not bind it.
    #[must_use]
    pub fn of_machine(access: Access, sees_private: bool) -> Self {
        let sees = access != Access::Private || sees_private;
        Self { sees, admin: sees, place: None, functions: BTreeSet::new() }
    }

    /// Whether the project and its features are visible.
    #[must_use]
    pub fn sees(&self) -> bool {
        self.sees
    }

    /// Whether the right is there.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        self.admin
            || action.who().iter().any(|who| match who {
                Who::Team(place) => self.place.is_some_and(|held| held >= *place),
                Who::Template(name) => self.functions.contains(name),
            })
    }

    /// Demands the right.
    ///
    /// # Errors
    /// When it is missing; names what would do.
    pub fn demand(&self, action: Action) -> Result<(), Refusal> {
        if self.may(action) {
            return Ok(());
        }
        let ways: Vec<String> = action.who().iter().map(|who| way(*who)).collect();
        Err(Refusal::Right(format!(
            "to {} you need {} or the role template {} here; non-members of a restricted project only read",
            action.text(),
            ways.join(" or "),
            alm::PROJECT_ADMINISTRATOR
        )))
    }
}

fn way(who: Who) -> String {
    match who {
        Who::Team(place) => {
            format!("to be {} of the project with the role template {}", place.text(), place.template())
        }
        Who::Template(name) => format!("the role template {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn powers(templates: &[&str], access: Access, member: Option<Place>) -> Powers {
        Powers::of_person(|name| templates.contains(&name), access, member)
    }

    fn allowed(powers: &Powers) -> String {
        let all = [
            (Action::Create, 'c'),
            (Action::Edit, 'e'),
            (Action::Assign, 'a'),
            (Action::Plan, 'p'),
            (Action::StartImplementation, 's'),
            (Action::HandOver, 'h'),
            (Action::ConfirmTest, 't'),
            (Action::Approve, 'A'),
            (Action::DeployTest, 'd'),
            (Action::DeployProduction, 'D'),
            (Action::ConfirmDeployment, 'C'),
        ];
        all.into_iter().filter(|(action, _)| powers.may(*action)).map(|(_, letter)| letter).collect()
    }

    #[test]
    fn the_matrix() {
        let public = |templates: &[&str]| allowed(&powers(templates, Access::Public, None));
        assert_eq!(public(&[alm::PROJECT_ADMINISTRATOR]), "ceapshtAdDC");
        assert_eq!(public(&[alm::PROJECT_LEAD]), "ceapshtC");
        assert_eq!(public(&[alm::PROJECT_MEMBER]), "ceaC");
        assert_eq!(public(&[alm::PROJECT_VIEWER]), "");
        assert_eq!(public(&[alm::CHANGE_MANAGER]), "A");
        assert_eq!(public(&[alm::DEPLOY_TEST, alm::DEPLOY_PROD]), "dD");
        assert_eq!(public(&[alm::DEVELOPER, alm::START_IMPLEMENTATION, alm::HANDOVER_TO_TEST]), "eash");
        assert_eq!(public(&[alm::TESTER]), "t");
    }

    #[test]
    fn test_and_production_are_two_rights_and_approval_a_third() {
        assert_eq!(allowed(&powers(&[alm::DEPLOY_TEST], Access::Public, None)), "d");
        let lead = powers(&[alm::PROJECT_LEAD], Access::Restricted, Some(Place::Lead));
        let text = lead.demand(Action::Approve).unwrap_err().to_string();
        assert!(text.contains("imp_cdm_ChangeManager"), "{text}");
        assert!(lead.demand(Action::DeployTest).is_err());
    }

    #[test]
    fn a_place_in_the_team_and_the_template_meet_at_the_lower() {
        let lower = |template, place| powers(&[template], Access::Restricted, Some(place)).place;
        assert_eq!(lower(alm::PROJECT_LEAD, Place::Viewer), Some(Place::Viewer));
        assert_eq!(lower(alm::PROJECT_VIEWER, Place::Lead), Some(Place::Viewer));
        assert_eq!(lower(alm::TESTER, Place::Lead), None);
    }

    #[test]
    fn who_is_no_member_reads_or_sees_nothing() {
        let all = [alm::PROJECT_LEAD, alm::DEPLOY_PROD, alm::CHANGE_MANAGER];
        let restricted = powers(&all, Access::Restricted, None);
        assert!(restricted.sees() && allowed(&restricted).is_empty());
        assert!(!powers(&all, Access::Private, None).sees());
        assert!(powers(&all, Access::Private, Some(Place::Viewer)).sees());
        assert!(powers(&[alm::PROJECT_ADMINISTRATOR], Access::Private, None).sees());
        assert!(!powers(&[alm::CHANGE_MANAGER], Access::Restricted, None).sees());
    }

    #[test]
    fn a_machine_sees_private_projects_only_with_the_scope() {
        assert!(!Powers::of_machine(Access::Private, false).sees());
        assert!(!Powers::of_machine(Access::Private, false).may(Action::Edit));
        assert!(Powers::of_machine(Access::Private, true).may(Action::Edit));
        assert!(Powers::of_machine(Access::Restricted, false).may(Action::Create));
    }

    #[test]
    fn words_are_read_back() {
        assert_eq!(Access::parse("private"), Some(Access::Private));
        assert_eq!(Place::parse("lead"), Some(Place::Lead));
        assert_eq!((Access::parse("open"), Place::parse("boss")), (None, None));
    }
}
