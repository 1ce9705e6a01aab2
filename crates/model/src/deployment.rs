//! One archive at a deploy service: what was asked for, how it ends, and how long it is waited for.

mod decide;

pub use decide::{Heard, Said, Step, Then, decide, may_start};

use crate::Time;
use crate::queue::Outcome;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long a process may run.
pub const LONGEST: Duration = Duration::from_secs(4 * 60 * 60);
/// How long the deploy service may be away while a process may be running there.
pub const PATIENCE: Duration = Duration::from_secs(10 * 60);
/// How long after a lost answer a process may still come into being at the other side.
const SETTLE: Duration = Duration::from_secs(10);
/// The most of one log of the deploy tool that goes into ours, in characters.
pub const LOG_MAX: usize = 32 * 1024;

/// How far the deployment of one archive is. Stored beside the plan; a new variant needs no new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remote {
    /// The deploy service asked to come back later with the files.
    PutOff {
        since: Time,
        /// How often it did.
        times: u32,
    },
    /// The files are there; a process may have been started with them.
    Uploaded {
        /// File id of the archive: what a process can be found by.
        archive: String,
        /// File id of the extension descriptor.
        extension: Option<String>,
        /// Since when the deploy service is away.
        away_since: Option<Time>,
    },
    /// A process is at work.
    Started {
        process: String,
        at: Time,
        /// The last progress message that was relayed.
        seen: i64,
        warned: bool,
        /// Since when the deploy service is away.
        away_since: Option<Time>,
    },
    /// The process came to an end; its logs are still to be fetched.
    Ended {
        process: String,
        outcome: Outcome,
        /// Whether it stands still and holds its lock until it is aborted.
        holds_lock: bool,
    },
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End<'a> {
    /// Well.
    Finished { warned: bool },
    /// It stands still after a failure of this code.
    Failed {
        /// `CONTENT`, `INFRASTRUCTURE`, …
        code: &'a str,
    },
    /// It was given up, and what it had begun was taken back.
    Aborted,
    /// It waits for a person who will not come.
    Waiting,
    /// It was never started: nothing was deployed.
    NotStarted,
    /// The deploy service does not know it any more, is away, or takes too long: what it did, nobody knows.
    Unknown,
}

/// The code of a failure that is not the content's fault: the same archive can be deployed once the cause is gone.
pub const INFRASTRUCTURE: &str = "INFRASTRUCTURE";

/// What an end means for the entry. Fatal: the content is not at fault, so it may be imported again as it is. Error:
/// the content is at fault, or was deployed in part, or nobody knows, so somebody has to look and reset it first.
#[must_use]
pub fn outcome(end: End<'_>) -> Outcome {
    match end {
        End::Finished { warned: false } => Outcome::Succeeded,
        End::Finished { warned: true } => Outcome::Warning,
        End::Failed { code: INFRASTRUCTURE } => Outcome::Fatal,
        End::Failed { .. } | End::Waiting | End::Unknown => Outcome::Error,
        End::Aborted | End::NotStarted => Outcome::Fatal,
    }
}

/// What usually is behind a status with which a deploy service refuses to start.
#[must_use]
pub const fn hint(status: u16) -> &'static str {
    match status {
        401 => "; check user, password and identity provider in the destination",
        403 => "; the user needs the role Space Developer in the target space",
        404 => "; check domain, organization and space in the destination's URL, and their encoding",
        413 => "; the archive is larger than the deploy service allows",
        _ => "",
    }
}

/// Whether a progress message is a warning. SLP messages carry no severity, so their first word must say it.
#[must_use]
pub fn is_warning(message: &str) -> bool {
    let word = message.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    word.eq_ignore_ascii_case("warning") || word.eq_ignore_ascii_case("warn")
}

/// A log of the deploy tool without what must not be kept: values behind words such as password, secret or token.
#[must_use]
pub fn without_secrets(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(mask_line).collect();
    let mut masked = lines.join("\n");
    if let Some((end, _)) = masked.char_indices().nth(LOG_MAX) {
        masked.truncate(end);
        masked.push_str("\n[the rest was left out]");
    }
    masked
}

const SECRET_WORDS: [&str; 4] = ["password", "secret", "token", "authorization"];

fn mask_line(line: &str) -> String {
    let lower = line.to_ascii_lowercase();
    let word = SECRET_WORDS.iter().filter_map(|word| lower.find(word).map(|at| at + word.len())).min();
    let value = word.and_then(|end| line[end..].find([':', '=']).map(|at| end + at + 1));
    match value {
        Some(at) if !line[at..].trim().is_empty() => format!("{} ***", &line[..at]),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_means_an_outcome() {
        let table = [
            (End::Finished { warned: false }, Outcome::Succeeded),
            (End::Finished { warned: true }, Outcome::Warning),
            (End::Failed { code: "CONTENT" }, Outcome::Error),
            (End::Failed { code: "INFRASTRUCTURE" }, Outcome::Fatal),
            (End::Failed { code: "" }, Outcome::Error),
            (End::Waiting, Outcome::Error),
            (End::Aborted, Outcome::Fatal),
            (End::NotStarted, Outcome::Fatal),
            (End::Unknown, Outcome::Error),
        ];
        for (end, expected) in table {
            assert_eq!(outcome(end), expected, "{end:?}");
        }
    }

    #[test]
    fn a_warning_says_so_with_its_first_word() {
        assert!(is_warning("Warning: tag 'x' is not defined"));
        assert!(is_warning("WARN [x]"));
        assert!(!is_warning("Deploying 'warnings'") && !is_warning("Warnings are off"));
    }

    #[test]
    fn secrets_do_not_pass_into_our_logs() {
        assert_eq!(
            without_secrets("user: a\nclientsecret: x=1\nAuthorization: Bearer y"),
            "user: a\nclientsecret: ***\nAuthorization: ***"
        );
        assert_eq!(without_secrets("token"), "token");
        assert_eq!(without_secrets(&"é".repeat(LOG_MAX + 1)).chars().filter(|c| *c == 'é').count(), LOG_MAX);
    }
}
