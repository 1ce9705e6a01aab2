//! Operations of the deploy service: their states, what may be asked of them, their parameters, the order of a file's
//! parts, and whether a version may replace another.

mod parameters;
mod work;

pub use parameters::{BadParameter, Parameters, known_parameters};
pub use work::{DeployAt, Deployment};

use crate::word::words;
use std::cmp::Ordering;

/// Deploys an archive.
pub const DEPLOY: &str = "xs2-deploy";
/// Deploys an archive and waits for somebody to look at it before it ends. Content goes in at once: it cannot be
/// taken back.
pub const BLUE_GREEN: &str = "xs2-bg-deploy";
/// All services that can run an operation.
pub const SERVICES: [&str; 2] = [DEPLOY, BLUE_GREEN];

words! {
    /// What kind of failure it is.
    ErrorType, "type of error", "CONTENT, INFRASTRUCTURE", {
        /// What was deployed is wrong: trying again is pointless.
        Content = "CONTENT",
        /// Something around it failed: trying again may help.
        Infrastructure = "INFRASTRUCTURE",
    }
}

words! {
    /// How far an operation is.
    State, "state of an operation", "RUNNING, FINISHED, ABORTED, ERROR, ACTION_REQUIRED", {
        /// At work.
        Running = "RUNNING",
        /// Well done.
        Finished = "FINISHED",
        /// Given up.
        Aborted = "ABORTED",
        /// Stands still after a failure. Keeps what it holds.
        Error = "ERROR",
        /// Waits for somebody to look at what was deployed.
        ActionRequired = "ACTION_REQUIRED",
    }
}

words! {
    /// What can be asked of an operation.
    Action, "action", "abort, retry, resume", {
        /// Give up.
        Abort = "abort",
        /// Go on where it failed.
        Retry = "retry",
        /// Go on after somebody looked.
        Resume = "resume",
    }
}

impl State {
    /// Whether nothing follows.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Finished | Self::Aborted)
    }

    /// What can be asked of an operation in this state.
    #[must_use]
    pub const fn actions(self) -> &'static [Action] {
        match self {
            Self::Running => &[Action::Abort],
            Self::Finished | Self::Aborted => &[],
            Self::Error => &[Action::Abort, Action::Retry],
            Self::ActionRequired => &[Action::Abort, Action::Resume],
        }
    }

    /// The state after an action; `None`: it is not allowed.
    #[must_use]
    pub fn after(self, action: Action) -> Option<Self> {
        self.actions().contains(&action).then_some(match action {
            Action::Abort => Self::Aborted,
            Action::Retry | Action::Resume => Self::Running,
        })
    }
}

/// Which versions may replace what is deployed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionRule {
    /// Only higher ones.
    Higher,
    /// Not lower ones.
    SameHigher,
    /// All.
    All,
}

impl VersionRule {
    /// Whether `new` may replace `deployed`.
    #[must_use]
    pub fn allows(self, deployed: &str, new: &str) -> bool {
        match (self, compare_versions(new, deployed)) {
            (Self::All, _) | (_, Ordering::Greater) => true,
            (Self::SameHigher, Ordering::Equal) => true,
            (_, Ordering::Equal | Ordering::Less) => false,
        }
    }
}

/// The order of versions as the original reads them (`Semver.coerce`, which its `Version` uses): a strict semantic
/// version with its pre-release, which comes before its release; of any other text the first numbers, at most three,
/// and nothing else.
#[must_use]
pub fn compare_versions(a: &str, b: &str) -> Ordering {
    let ((a, a_pre), (b, b_pre)) = (version(a), version(b));
    a.cmp(&b).then_with(|| match (a_pre, b_pre) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) => compare_pre_releases(a, b),
    })
}

fn version(text: &str) -> ([u64; 3], Option<&str>) {
    strict(text).unwrap_or_else(|| (first_numbers(text), None))
}

/// Three numbers and perhaps a pre-release, none of them with a leading zero; build metadata does not count.
fn strict(text: &str) -> Option<([u64; 3], Option<&str>)> {
    let (text, build) = text.split_once('+').map_or((text, None), |(text, build)| (text, Some(build)));
    let (core, pre) = text.split_once('-').map_or((text, None), |(core, pre)| (core, Some(pre)));
    let number = |part: &str| (part == "0" || !part.starts_with('0')).then(|| part.parse::<u64>().ok()).flatten();
    let numbers = core.split('.').map(number).collect::<Option<Vec<u64>>>()?.try_into().ok()?;
    let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let padded = |part: &str| part.len() > 1 && part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit());
    let fits = pre.is_none_or(|pre| pre.split('.').all(|part| word(part) && !padded(part)))
        && build.is_none_or(|build| build.split('.').all(word));
    fits.then_some((numbers, pre))
}

/// What is missing counts as 0. A number has at most sixteen digits.
fn first_numbers(text: &str) -> [u64; 3] {
    fn number(digits: &str) -> Option<&str> {
        Some(digits.trim_start_matches('0')).filter(|significant| !digits.is_empty() && significant.len() <= 16)
    }
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = &rest[at..];
        let end = run.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(run.len());
        let parts = run[..end].split('.').map_while(number).take(3).map(|digits| digits.parse().unwrap_or(0));
        let parts: Vec<u64> = parts.collect();
        if !parts.is_empty() {
            return std::array::from_fn(|at| parts.get(at).copied().unwrap_or(0));
        }
        let first = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
        rest = &run[first..];
    }
    [0; 3]
}

fn compare_pre_releases(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split('.'), b.split('.'));
    loop {
        let order = match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) => match (x.parse::<u64>(), y.parse::<u64>()) {
                (Ok(x), Ok(y)) => x.cmp(&y),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => x.cmp(y),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Puts the parts of a file in order: by the number behind the last `.part.` of their names. Clients name their ids in
/// the order in which the uploads ended.
///
/// # Errors
/// Says which name is no part's, or which number is there twice or missing.
pub fn order_parts<T>(parts: Vec<(String, T)>) -> Result<Vec<T>, String> {
    if parts.len() < 2 {
        return Ok(parts.into_iter().map(|(_, part)| part).collect());
    }
    let mut numbered = Vec::with_capacity(parts.len());
    for (name, part) in parts {
        let number = name.rsplit_once(".part.").and_then(|(_, number)| number.parse::<usize>().ok());
        let number =
            number.ok_or_else(|| format!("'{name}' is not the name of a part: it must end in .part.<number>"))?;
        numbered.push((number, part));
    }
    numbered.sort_by_key(|(number, _)| *number);
    let first = numbered.first().map_or(0, |(number, _)| *number);
    if let Some((at, _)) = numbered.iter().enumerate().find(|(at, (number, _))| *number != first + at) {
        return Err(format!("part {} of the archive is missing or there twice", first + at));
    }
    Ok(numbered.into_iter().map(|(_, part)| part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_asked_in_which_state() {
        use Action::{Abort, Resume, Retry};
        for (state, abort, retry, resume) in [
            (State::Running, Some(State::Aborted), None, None),
            (State::Finished, None, None, None),
            (State::Aborted, None, None, None),
            (State::Error, Some(State::Aborted), Some(State::Running), None),
            (State::ActionRequired, Some(State::Aborted), None, Some(State::Running)),
        ] {
            assert_eq!(
                [state.after(Abort), state.after(Retry), state.after(Resume)],
                [abort, retry, resume],
                "{state:?}"
            );
            assert_eq!(state.is_final(), state.actions().is_empty());
        }
    }

    #[test]
    fn parts_are_joined_by_number_not_by_the_order_given() {
        let named =
            |numbers: &[usize]| numbers.iter().map(|n| (format!("a.part.9.mtar.part.{n}"), *n)).collect::<Vec<_>>();
        assert_eq!(order_parts(named(&[0, 1, 3, 2, 5, 4])).unwrap(), [0, 1, 2, 3, 4, 5]);
        assert_eq!(order_parts(named(&[10, 2, 1, 3, 4, 5, 6, 7, 8, 9])).unwrap()[9], 10);
        assert_eq!(order_parts(vec![("whole.mtar".to_owned(), 7)]).unwrap(), [7]);
        assert!(order_parts(named(&[0, 2])).unwrap_err().contains("part 1"));
        assert!(order_parts(named(&[0, 0])).unwrap_err().contains("part 1"));
        assert!(order_parts(vec![("a".to_owned(), 0), ("b.part.1".to_owned(), 1)]).unwrap_err().contains("'a'"));
    }

    #[test]
    fn versions_are_read_as_the_original_reads_them() {
        for (a, b) in [
            ("1", "1.0.0"),
            ("v1.2", "1.2.0"),
            ("1.2.3.4", "1.2.3"),
            ("01.2.3-rc1", "1.2.3"),
            ("1.0-rc1", "1.0.0"),
            ("1.0.0+build.7", "1.0.0"),
            ("release 2", "2.0.0"),
            ("99999999999999999 1.5", "1.5.0"),
            ("1.0.0-01", "1.0.0"),
        ] {
            assert_eq!(compare_versions(a, b), Ordering::Equal, "{a} {b}");
        }
        assert_eq!(compare_versions("1.0.0-20240101000000", "1.0.0-20231231235959"), Ordering::Greater);
        assert_eq!(compare_versions("1.0.0-rc", "1.0.0"), Ordering::Less);
    }

    #[test]
    fn versions_have_an_order_and_rules_go_by_it() {
        for (lower, higher) in [
            ("1.0.0", "1.0.1"),
            ("1.9.0", "1.10.0"),
            ("1.0.0-20260101000000", "1.0.0-20260102000000"),
            ("1.0.0-20260101000000", "1.0.0"),
            ("1.0.0-alpha", "1.0.0-alpha.1"),
            ("1.0.0-1", "1.0.0-a"),
            ("1", "1.0.1"),
        ] {
            assert_eq!(compare_versions(lower, higher), Ordering::Less, "{lower} {higher}");
            assert_eq!(compare_versions(higher, lower), Ordering::Greater);
            assert!(VersionRule::Higher.allows(lower, higher) && !VersionRule::SameHigher.allows(higher, lower));
            assert!(VersionRule::All.allows(higher, lower));
        }
        assert_eq!(compare_versions("1.0", "1.0.0+build"), Ordering::Equal);
        assert!(VersionRule::SameHigher.allows("1.0.0", "1.0.0") && !VersionRule::Higher.allows("1.0.0", "1.0.0"));
    }
}
