//! Features of Cloud ALM: statuses, who may do what, and the way of their transports.
//!
//! [`transition`] is the table of status changes, [`right`] who may do what, [`way`] a transport's way along its nodes,
//! [`deploy`] what a deployment consists of, [`html`] what may stand in a description.

pub mod deploy;
pub mod html;
pub mod right;
pub mod transition;
pub mod watch;
pub mod way;

use crate::word::words;

/// Why a rule says no: a sentence for the person who asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The right is missing; says which would do.
    #[error("{0}")]
    Right(String),
    /// The state of things forbids it.
    #[error("{0}")]
    State(String),
    /// It is being done already.
    #[error("{0}")]
    Busy(String),
}

impl Refusal {
    pub(crate) fn state(text: impl Into<String>) -> Self {
        Self::State(text.into())
    }
}

/// The longest title.
pub const LONGEST_TITLE: usize = 255;
/// The most references that come along with a new feature.
pub const MOST_REFERENCES: usize = 1000;
/// The longest name of a reference.
pub const LONGEST_NAME: usize = 255;
/// The longest URL of a reference.
pub const LONGEST_URL: usize = 1000;

words! {
    /// Where a feature stands; its word is the code on the wire.
    #[derive(PartialOrd, Ord)]
    Status, "status of a feature",
    "NOT_PLANNED, CREATED, IN_REALIZATION, IN_TESTING, SUCCESSFULLY_TESTED, APPROVED_FOR_DEPLOYMENT, CONFIRMED", {
        /// Put off.
        NotPlanned = "NOT_PLANNED",
        /// New.
        InSpecification = "CREATED",
        /// Being worked on.
        InImplementation = "IN_REALIZATION",
        /// Handed over to test.
        InTesting = "IN_TESTING",
        /// Tested.
        SuccessfullyTested = "SUCCESSFULLY_TESTED",
        /// Approved.
        ReadyForProduction = "APPROVED_FOR_DEPLOYMENT",
        /// Done, and frozen.
        Deployed = "CONFIRMED",
    }
}

/// All statuses, in the order of the work.
pub const STATUSES: [Status; 7] = [
    Status::NotPlanned,
    Status::InSpecification,
    Status::InImplementation,
    Status::InTesting,
    Status::SuccessfullyTested,
    Status::ReadyForProduction,
    Status::Deployed,
];

impl Status {
    /// What people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotPlanned => "Not Planned",
            Self::InSpecification => "In Specification",
            Self::InImplementation => "In Implementation",
            Self::InTesting => "In Testing",
            Self::SuccessfullyTested => "Successfully Tested",
            Self::ReadyForProduction => "Ready for Production",
            Self::Deployed => "Deployed",
        }
    }

    /// Whether transports may be assigned.
    #[must_use]
    pub const fn takes_transports(self) -> bool {
        matches!(self, Self::InSpecification | Self::InImplementation | Self::InTesting | Self::ReadyForProduction)
    }

    /// Whether transports may be taken away again.
    #[must_use]
    pub const fn gives_transports(self) -> bool {
        matches!(self, Self::InSpecification | Self::InImplementation | Self::InTesting)
    }

    /// Whether transports may be deployed to nodes before the last.
    #[must_use]
    pub const fn deploys_to_test(self) -> bool {
        !matches!(self, Self::NotPlanned | Self::InSpecification | Self::Deployed)
    }

    /// Whether transports may be deployed to the last node.
    #[must_use]
    pub const fn deploys_to_production(self) -> bool {
        matches!(self, Self::ReadyForProduction)
    }

    /// Nothing changes any more.
    #[must_use]
    pub const fn is_frozen(self) -> bool {
        matches!(self, Self::Deployed)
    }

    /// A frozen feature takes no edit.
    ///
    /// # Errors
    /// When it is frozen.
    pub fn editable(self) -> Result<(), Refusal> {
        if self.is_frozen() {
            return Err(Refusal::state("the feature is deployed and confirmed; it cannot be changed any more"));
        }
        Ok(())
    }
}

/// Codes and names of priorities.
pub const PRIORITIES: [(i64, &str); 4] = [(10, "Very High"), (20, "High"), (30, "Medium"), (40, "Low")];
/// The priority of a feature that names none.
pub const DEFAULT_PRIORITY: i64 = 30;

/// The name of a priority.
#[must_use]
pub fn priority(code: i64) -> Option<&'static str> {
    PRIORITIES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// How a feature's number is shown.
#[must_use]
pub fn display_id(number: i64) -> String {
    format!("6-{number}")
}

/// A title as it is kept.
///
/// # Errors
/// When it is blank or too long.
pub fn title(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::state("title is missing: a feature needs one"));
    }
    if text.chars().count() > LONGEST_TITLE {
        return Err(Refusal::state(format!("title is too long: {LONGEST_TITLE} characters are allowed")));
    }
    Ok(text.to_owned())
}

/// Checks name and URL of a reference.
///
/// # Errors
/// When one of them is blank or too long, or the URL is not one of the web.
pub fn reference(name: &str, url: &str) -> Result<(), Refusal> {
    let too_long = |what, limit| Err(Refusal::state(format!("{what} is too long: {limit} characters are allowed")));
    if name.trim().is_empty() || name.chars().count() > LONGEST_NAME {
        return if name.trim().is_empty() {
            Err(Refusal::state("name is missing: a reference needs one"))
        } else {
            too_long("name", LONGEST_NAME)
        };
    }
    if url.chars().count() > LONGEST_URL {
        return too_long("url", LONGEST_URL);
    }
    let lower = url.to_ascii_lowercase();
    if ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Ok(());
    }
    Err(Refusal::state("url must begin with https://, http:// or mailto:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_labels_are_those_of_the_service() {
        let codes: Vec<_> = STATUSES.iter().map(|s| (s.word(), s.label())).collect();
        assert_eq!(codes[1], ("CREATED", "In Specification"));
        assert_eq!(codes[5], ("APPROVED_FOR_DEPLOYMENT", "Ready for Production"));
        assert!(STATUSES.iter().all(|s| s.word().parse() == Ok(*s)));
        assert!("created".parse::<Status>().is_err());
    }

    #[test]
    fn what_each_status_permits() {
        let row =
            |s: Status| (s.takes_transports(), s.gives_transports(), s.deploys_to_test(), s.deploys_to_production());
        assert_eq!(row(Status::NotPlanned), (false, false, false, false));
        assert_eq!(row(Status::InSpecification), (true, true, false, false));
        assert_eq!(row(Status::InImplementation), (true, true, true, false));
        assert_eq!(row(Status::InTesting), (true, true, true, false));
        assert_eq!(row(Status::SuccessfullyTested), (false, false, true, false));
        assert_eq!(row(Status::ReadyForProduction), (true, false, true, true));
        assert_eq!(row(Status::Deployed), (false, false, false, false));
        assert!(Status::Deployed.editable().is_err() && Status::ReadyForProduction.editable().is_ok());
    }

    #[test]
    fn priorities_and_numbers() {
        assert_eq!(priority(30), Some("Medium"));
        assert_eq!(priority(31), None);
        assert_eq!(display_id(18), "6-18");
    }

    #[test]
    fn titles_and_references_have_limits() {
        assert_eq!(title("  Pricing ").unwrap(), "Pricing");
        assert!(title(" ").is_err());
        assert!(title(&"x".repeat(255)).is_ok() && title(&"x".repeat(256)).is_err());
        assert!(reference("Doc", "https://x.example/a").is_ok());
        assert!(reference("", "https://x.example").is_err());
        assert!(reference("x", "javascript:alert(1)").is_err());
        assert!(reference("x", &format!("https://{}", "y".repeat(1000))).is_err());
    }
}
