//! Operations of the deploy service: their states, what may be asked of them, their parameters, the order of a file's
//! parts, and whether a version may replace another.

mod work;

pub use work::{DeployAt, Deployment};

use std::cmp::Ordering;

/// What kind of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorType {
    /// What was deployed is wrong: trying again is pointless.
    Content,
    /// Something around it failed: trying again may help.
    Infrastructure,
}

impl ErrorType {
    /// Its name on the wire, and as stored.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Content => "CONTENT",
            Self::Infrastructure => "INFRASTRUCTURE",
        }
    }

    /// Reads the name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Content, Self::Infrastructure].into_iter().find(|kind| kind.text() == text)
    }
}

/// How far an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// At work.
    Running,
    /// Well done.
    Finished,
    /// Given up.
    Aborted,
    /// Stands still after a failure. Keeps what it holds.
    Error,
    /// Waits for somebody to look at what was deployed.
    ActionRequired,
}

/// What can be asked of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Give up.
    Abort,
    /// Go on where it failed.
    Retry,
    /// Go on after somebody looked.
    Resume,
}

const STATES: [(State, &str); 5] = [
    (State::Running, "RUNNING"),
    (State::Finished, "FINISHED"),
    (State::Aborted, "ABORTED"),
    (State::Error, "ERROR"),
    (State::ActionRequired, "ACTION_REQUIRED"),
];
const ACTIONS: [(Action, &str); 3] = [(Action::Abort, "abort"), (Action::Retry, "retry"), (Action::Resume, "resume")];

impl State {
    /// Its name on the wire, and as stored.
    #[must_use]
    pub fn text(self) -> &'static str {
        STATES.iter().find(|(state, _)| *state == self).map_or("", |(_, text)| text)
    }

    /// Reads the name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        STATES.iter().find(|(_, name)| *name == text).map(|(state, _)| *state)
    }

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

impl Action {
    /// Its name in paths.
    #[must_use]
    pub fn text(self) -> &'static str {
        ACTIONS.iter().find(|(action, _)| *action == self).map_or("", |(_, text)| text)
    }

    /// Reads the name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        ACTIONS.iter().find(|(_, name)| *name == text).map(|(action, _)| *action)
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

/// What an operation was started with. What is not known is not kept, and does not hinder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters {
    /// Ids of the archive's file, or of its parts.
    pub archive: Vec<String>,
    /// Ids of extension descriptors, in any order.
    pub extensions: Vec<String>,
    /// The id that the archive must have.
    pub mta_id: Option<String>,
    /// Which versions may replace what is deployed.
    pub version_rule: VersionRule,
    /// Whether uploaded files stay afterwards.
    pub keep_files: bool,
    /// Whether a failure gives up at once.
    pub abort_on_error: bool,
    /// Whether nobody wants to look before it ends.
    pub no_confirm: bool,
    /// Only these modules.
    pub modules: Option<Vec<String>>,
    /// Only these resources are made or changed.
    pub resources: Option<Vec<String>>,
    /// The known ones as they were given.
    pub given: Vec<(String, String)>,
}

/// A parameter that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadParameter {
    /// It is not there.
    #[error("Missing required parameter \"{0}\"")]
    Missing(&'static str),
    /// It is not of its kind.
    #[error("Value for parameter \"{name}\" is not valid: '{value}' is not {wanted}")]
    Value {
        /// Which.
        name: String,
        /// What it is.
        value: String,
        /// What it should be.
        wanted: &'static str,
    },
}

const FLAGS: [&str; 11] = [
    "noStart",
    "keepFiles",
    "deleteServices",
    "deleteServiceKeys",
    "deleteServiceBrokers",
    "noRestartSubscribedApps",
    "noFailOnMissingPermissions",
    "abortOnError",
    "noConfirm",
    "skipIdleStart",
    "keepOriginalAppNamesAfterDeploy",
];
const SECONDS: [&str; 4] = ["startTimeout", "appsStageTimeout", "appsUploadTimeout", "appsTaskExecutionTimeout"];
const TEXTS: [&str; 6] =
    ["appArchiveId", "mtaExtDescriptorId", "mtaId", "versionRule", "modulesForDeployment", "resourcesForDeployment"];
/// Three days.
const LONGEST: u64 = 259_200;

/// Every parameter with the default it has, for those who ask what there is.
#[must_use]
pub fn known_parameters() -> Vec<(&'static str, Option<&'static str>)> {
    let default = |name: &str| match name {
        "versionRule" => Some("SAME_HIGHER"),
        _ => None,
    };
    let texts = TEXTS.iter().map(|name| (*name, default(name)));
    let flags = FLAGS.iter().map(|name| (*name, Some("false")));
    texts.chain(flags).chain(SECONDS.iter().map(|name| (*name, None))).collect()
}

impl Parameters {
    /// Reads what was given: text, in which an empty value is as good as none.
    ///
    /// # Errors
    /// Names the parameter that is missing or malformed.
    pub fn read(given: Vec<(String, String)>) -> Result<Self, BadParameter> {
        let known = |name: &str| TEXTS.contains(&name) || FLAGS.contains(&name) || SECONDS.contains(&name);
        let given: Vec<(String, String)> =
            given.into_iter().filter(|(name, value)| known(name) && !value.trim().is_empty()).collect();
        let text = |name: &str| given.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim().to_owned());
        let list = |name: &str| text(name).map(|text| split(&text));
        for name in SECONDS {
            text(name).map_or(Ok(()), |value| seconds(name, value))?;
        }
        let flags = FLAGS.iter().map(|name| text(name).map_or(Ok((*name, false)), |value| flag(name, value)));
        let flags = flags.collect::<Result<Vec<_>, _>>()?;
        let is_set = |name: &str| flags.contains(&(name, true));
        Ok(Self {
            archive: list("appArchiveId").filter(|ids| !ids.is_empty()).ok_or(BadParameter::Missing("appArchiveId"))?,
            extensions: list("mtaExtDescriptorId").unwrap_or_default(),
            mta_id: text("mtaId"),
            version_rule: text("versionRule").map_or(Ok(VersionRule::SameHigher), version_rule)?,
            keep_files: is_set("keepFiles"),
            abort_on_error: is_set("abortOnError"),
            no_confirm: is_set("noConfirm"),
            modules: list("modulesForDeployment"),
            resources: list("resourcesForDeployment"),
            given,
        })
    }
}

fn split(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

fn flag(name: &'static str, value: String) -> Result<(&'static str, bool), BadParameter> {
    match value.to_ascii_lowercase().as_str() {
        "true" => Ok((name, true)),
        "false" => Ok((name, false)),
        _ => Err(BadParameter::Value { name: name.to_owned(), value, wanted: "true or false" }),
    }
}

fn seconds(name: &str, value: String) -> Result<(), BadParameter> {
    match value.parse::<u64>() {
        Ok(number) if number <= LONGEST => Ok(()),
        _ => Err(BadParameter::Value { name: name.to_owned(), value, wanted: "a number of seconds up to 259200" }),
    }
}

fn version_rule(value: String) -> Result<VersionRule, BadParameter> {
    match value.as_str() {
        "HIGHER" => Ok(VersionRule::Higher),
        "SAME_HIGHER" => Ok(VersionRule::SameHigher),
        "ALL" => Ok(VersionRule::All),
        _ => {
            let wanted = "one of HIGHER, SAME_HIGHER, ALL";
            Err(BadParameter::Value { name: "versionRule".to_owned(), value, wanted })
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
            assert_eq!(State::parse(state.text()), Some(state));
            assert_eq!(state.is_final(), state.actions().is_empty());
        }
        for action in [Abort, Retry, Resume] {
            assert_eq!(Action::parse(action.text()), Some(action));
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

    fn given(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn parameters_are_text_and_unknown_ones_do_not_hinder() {
        let read = Parameters::read(given(&[
            ("appArchiveId", "b, a,"),
            ("mtaExtDescriptorId", "e1,e2"),
            ("versionRule", "ALL"),
            ("keepFiles", "TRUE"),
            ("targetPlatform", "org space"),
            ("mtaId", ""),
            ("startTimeout", "120"),
        ]))
        .unwrap();
        assert_eq!(
            (read.archive, read.extensions),
            (vec!["b".to_owned(), "a".to_owned()], vec!["e1".to_owned(), "e2".to_owned()])
        );
        assert_eq!((read.version_rule, read.keep_files, read.mta_id), (VersionRule::All, true, None));
        assert!(read.given.iter().all(|(name, _)| name != "targetPlatform"));
    }

    #[test]
    fn bad_parameters_are_named() {
        let archive = ("appArchiveId", "a");
        for (pairs, part) in [
            (vec![], "appArchiveId"),
            (vec![("appArchiveId", " , ")], "appArchiveId"),
            (vec![archive, ("versionRule", "LOWER")], "versionRule"),
            (vec![archive, ("keepFiles", "yes")], "keepFiles"),
            (vec![archive, ("startTimeout", "259201")], "startTimeout"),
            (vec![archive, ("appsStageTimeout", "soon")], "appsStageTimeout"),
        ] {
            let error = Parameters::read(given(&pairs)).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
        assert!(known_parameters().contains(&("versionRule", Some("SAME_HIGHER"))));
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
