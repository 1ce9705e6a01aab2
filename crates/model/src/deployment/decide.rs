//! What follows from what was heard of a deploy service: pure, one table.

use super::{End, LONGEST, PATIENCE, Remote, SETTLE, is_warning, outcome};
use crate::Time;
use crate::action::Severity;
use crate::queue::Outcome;
use crate::work::{next_attempt, next_look};
use std::time::Duration;

/// What was heard in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard<'a> {
    /// It has the files, under these ids.
    Uploaded {
        archive: String,
        /// Of the extension descriptor.
        extension: Option<String>,
    },
    /// It, or something on the way to it, says no: nothing was started.
    Refused(String),
    /// It says: later.
    PutOff {
        /// How much later, if it said so.
        wait: Option<Duration>,
        reason: String,
    },
    /// It runs this process for our files.
    Process(String),
    /// A process was asked for, and no good answer came.
    AnswerLost(String),
    /// No process was ever started for our files, as far as it knows now.
    NoProcess,
    /// It could not be asked.
    Away {
        reason: String,
        /// Whether asking again may help.
        may_pass: bool,
        /// When to ask again, if it said so.
        wait: Option<Duration>,
    },
    /// It does not know the process.
    Gone(String),
    /// The process, as it is: its messages with their numbers, and how it ended, with what it says about a failure.
    Progress {
        /// All messages so far.
        messages: &'a [(i64, String)],
        /// How it ended; `None` while it works.
        end: Option<(End<'a>, Option<String>)>,
    },
    /// The logs were fetched, or not: the end is the same.
    Collected,
}

/// A line for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The deployment could not be started, and why.
    NotStarted(String),
    /// A process was started.
    Process(String),
    /// Said by the deploy service, or about it.
    Relayed(Severity, String),
}

/// How the deployment goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// There is more to do at once.
    Go(Remote),
    /// There is nothing to do for so long.
    Wait(Remote, Duration),
    /// It is over.
    Done(Outcome),
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the log gets.
    pub said: Vec<Said>,
    /// How it goes on.
    pub then: Then,
}

impl Step {
    const fn silent(then: Then) -> Self {
        Self { said: Vec::new(), then }
    }

    fn end(end: End<'_>, said: Said) -> Self {
        Self { said: vec![said], then: Then::Done(outcome(end)) }
    }

    fn unknown(text: String) -> Self {
        Self::end(End::Unknown, Said::Relayed(Severity::Error, text))
    }
}

/// What is over so soon is told in one piece: saving each of its messages would take longer than it does.
const TOLD_TOGETHER: Duration = Duration::from_millis(250);

/// Whether a process may be asked for now that none was found: after a lost answer only once none can appear any more.
#[must_use]
pub fn may_start(remote: &Remote, now: Time) -> bool {
    match remote {
        Remote::Uploaded { away_since: Some(since), .. } => now.since(*since) >= SETTLE,
        _ => true,
    }
}

/// What follows from what was heard while the deployment stood at `remote` (`None`: it has not begun).
#[must_use]
pub fn decide(remote: Option<Remote>, heard: Heard<'_>, now: Time) -> Step {
    match (remote, heard) {
        (_, Heard::Refused(reason)) => Step::end(End::NotStarted, Said::NotStarted(reason)),
        (None | Some(Remote::PutOff { .. }), Heard::Uploaded { archive, extension }) => {
            Step::silent(Then::Go(Remote::Uploaded { archive, extension, away_since: None }))
        }
        (None, Heard::PutOff { wait, reason }) => put_off(now, 0, wait, reason, now),
        (Some(Remote::PutOff { since, times }), Heard::PutOff { wait, reason }) => {
            put_off(since, times, wait, reason, now)
        }
        (Some(Remote::Uploaded { archive, extension, away_since }), heard) => {
            uploaded(Files { archive, extension, away_since }, heard, now)
        }
        (Some(Remote::Started { process, at, seen, warned, away_since }), heard) => {
            Running { process, at, seen, warned, away_since }.hear(heard, now)
        }
        (Some(Remote::Ended { outcome, .. }), _) => Step::silent(Then::Done(outcome)),
        (None | Some(Remote::PutOff { .. }), _) => {
            Step::end(End::NotStarted, Said::NotStarted("the deploy service answered out of turn".to_owned()))
        }
    }
}

fn put_off(since: Time, times: u32, wait: Option<Duration>, reason: String, now: Time) -> Step {
    if now.since(since) > PATIENCE {
        return Step::end(End::NotStarted, Said::NotStarted(reason));
    }
    Step::silent(Then::Wait(Remote::PutOff { since, times: times + 1 }, next_attempt(times, wait)))
}

struct Files {
    archive: String,
    extension: Option<String>,
    away_since: Option<Time>,
}

impl Files {
    fn away(self, since: Time) -> Remote {
        Remote::Uploaded { archive: self.archive, extension: self.extension, away_since: Some(since) }
    }
}

/// The files are there; whether a process is at work is not known.
fn uploaded(files: Files, heard: Heard<'_>, now: Time) -> Step {
    let since = files.away_since.unwrap_or(now);
    let too_long = now.since(since) > PATIENCE;
    match heard {
        Heard::Process(process) => {
            let said = vec![Said::Process(process.clone())];
            let remote = Remote::Started { process, at: now, seen: i64::MIN, warned: false, away_since: None };
            Step { said, then: Then::Go(remote) }
        }
        Heard::AnswerLost(reason) | Heard::Away { reason, may_pass: true, .. } if too_long => not_known(&reason),
        Heard::Away { reason, may_pass: false, .. } => not_known(&reason),
        Heard::PutOff { reason, .. } if too_long => Step::end(End::NotStarted, Said::NotStarted(reason)),
        Heard::PutOff { wait, .. } | Heard::Away { wait: wait @ Some(_), .. } => {
            Step::silent(Then::Wait(files.away(since), next_attempt(0, wait)))
        }
        _ => Step::silent(Then::Wait(files.away(since), next_look(since, now))),
    }
}

fn not_known(reason: &str) -> Step {
    Step::unknown(format!(
        "Whether a deployment is running at the target is not known: {reason}. Look there, then reset the request to \
         import it again"
    ))
}

/// A process that was started.
struct Running {
    process: String,
    at: Time,
    seen: i64,
    warned: bool,
    away_since: Option<Time>,
}

impl Running {
    fn remote(self) -> Remote {
        let Self { process, at, seen, warned, away_since } = self;
        Remote::Started { process, at, seen, warned, away_since }
    }

    fn hear(self, heard: Heard<'_>, now: Time) -> Step {
        match heard {
            Heard::Progress { messages, end } => self.progress(messages, end, now),
            Heard::Gone(reason) => self.lost(&reason),
            Heard::Away { reason, wait, .. } | Heard::PutOff { reason, wait } => self.away(&reason, wait, now),
            _ => self.away("the deploy service answered out of turn", None, now),
        }
    }

    fn progress(mut self, messages: &[(i64, String)], end: Option<(End<'_>, Option<String>)>, now: Time) -> Step {
        let since = self.at;
        if end.is_none() && self.away_since.is_none() && now.since(since) < TOLD_TOGETHER {
            return Step::silent(Then::Wait(self.remote(), next_look(since, now)));
        }
        let mut said = Vec::new();
        for (id, text) in messages.iter().filter(|(id, _)| *id > self.seen) {
            let is_warning = is_warning(text);
            self.warned |= is_warning;
            let severity = if is_warning { Severity::Warning } else { Severity::Info };
            said.push(Said::Relayed(severity, text.clone()));
            debug_assert!(*id > self.seen);
        }
        self.seen = messages.iter().map(|(id, _)| *id).max().unwrap_or(self.seen).max(self.seen);
        self.away_since = None;
        let then = match end {
            Some((end, failure)) => {
                let holds_lock = matches!(end, End::Failed { .. } | End::Waiting);
                let end = if matches!(end, End::Finished { .. }) { End::Finished { warned: self.warned } } else { end };
                let outcome = outcome(end);
                said.extend(failure.map(|text| Said::Relayed(outcome.into(), text)));
                Then::Go(Remote::Ended { process: self.process, outcome, holds_lock })
            }
            None if now.since(since) > LONGEST => {
                said.push(Said::Relayed(Severity::Error, self.too_long()));
                Then::Done(outcome(End::Unknown))
            }
            None => Then::Wait(self.remote(), next_look(since, now)),
        };
        Step { said, then }
    }

    fn too_long(&self) -> String {
        format!(
            "Process {} has been running for more than four hours and is no longer waited for. It may still end: look at \
             the target, then reset the request to import it again",
            self.process
        )
    }

    fn away(mut self, reason: &str, wait: Option<Duration>, now: Time) -> Step {
        let since = self.away_since.unwrap_or(now);
        if now.since(since) > PATIENCE {
            return self.lost(reason);
        }
        self.away_since = Some(since);
        let wait = wait.map_or_else(|| next_look(since, now), |wait| next_attempt(0, Some(wait)));
        Step::silent(Then::Wait(self.remote(), wait))
    }

    fn lost(self, reason: &str) -> Step {
        Step::unknown(format!(
            "The state of process {} cannot be read: {reason}. What it has deployed is not known: look at the target, \
             then reset the request to import it again",
            self.process
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time(10_000_000_000);

    fn ago(seconds: u64) -> Time {
        NOW.minus(Duration::from_secs(seconds))
    }

    fn files(away_since: Option<Time>) -> Remote {
        Remote::Uploaded { archive: "f1".into(), extension: None, away_since }
    }

    fn running(at: Time, away_since: Option<Time>) -> Remote {
        Remote::Started { process: "p".into(), at, seen: 3, warned: false, away_since }
    }

    fn away(may_pass: bool, wait: Option<Duration>) -> Heard<'static> {
        Heard::Away { reason: "r".into(), may_pass, wait }
    }

    fn then(remote: impl Into<Option<Remote>>, heard: Heard<'_>) -> Then {
        decide(remote.into(), heard, NOW).then
    }

    #[test]
    fn before_a_process_only_a_no_or_the_end_of_patience_ends_it() {
        let refused = || Heard::Refused("no".into());
        let later = |wait| Heard::PutOff { wait, reason: "busy".into() };
        let seven = Some(Duration::from_secs(7));
        let put_off = |since, times| Remote::PutOff { since, times };
        assert_eq!(then(None, refused()), Then::Done(Outcome::Fatal));
        assert_eq!(then(files(None), refused()), Then::Done(Outcome::Fatal));
        assert_eq!(then(None, Heard::Uploaded { archive: "f1".into(), extension: None }), Then::Go(files(None)));
        assert_eq!(then(None, later(seven)), Then::Wait(put_off(NOW, 1), Duration::from_secs(7)));
        assert_eq!(
            then(put_off(ago(60), 3), later(None)),
            Then::Wait(put_off(ago(60), 4), Duration::from_millis(1_600))
        );
        assert_eq!(then(put_off(ago(601), 3), later(seven)), Then::Done(Outcome::Fatal));
    }

    #[test]
    fn a_lost_answer_is_looked_for_and_a_second_process_waits_until_none_can_appear() {
        let lost = || Heard::AnswerLost("502".into());
        assert_eq!(then(files(None), lost()), Then::Wait(files(Some(NOW)), Duration::from_millis(2)));
        assert!(may_start(&files(None), NOW));
        assert!(!may_start(&files(Some(ago(9))), NOW) && may_start(&files(Some(ago(10))), NOW));
        assert!(matches!(then(files(Some(ago(9))), Heard::NoProcess), Then::Wait(..)));
        assert_eq!(then(files(Some(ago(601))), lost()), Then::Done(Outcome::Error));
        let found = decide(Some(files(Some(ago(3)))), Heard::Process("p".into()), NOW);
        assert_eq!(found.said, [Said::Process("p".into())]);
        assert!(matches!(found.then, Then::Go(Remote::Started { .. })));
    }

    #[test]
    fn who_cannot_be_asked_is_asked_again_for_ten_minutes_and_then_nobody_knows() {
        assert!(matches!(then(files(None), away(true, None)), Then::Wait(..)));
        assert_eq!(then(files(None), away(false, None)), Then::Done(Outcome::Error));
        assert_eq!(then(files(Some(ago(601))), away(true, None)), Then::Done(Outcome::Error));
        let hour = Some(Duration::from_secs(3_600));
        assert_eq!(
            then(running(ago(9), None), away(true, hour)),
            Then::Wait(running(ago(9), Some(NOW)), Duration::from_secs(300)),
            "a wait that the other side names is bounded"
        );
        assert_eq!(then(running(ago(900), Some(ago(601))), away(true, None)), Then::Done(Outcome::Error));
        assert_eq!(then(running(ago(9), None), Heard::Gone("404".into())), Then::Done(Outcome::Error));
    }

    #[test]
    fn a_process_is_relayed_until_it_ends() {
        let messages = [(3, "old".to_owned()), (4, "Warning: x".to_owned())];
        let step = decide(Some(running(ago(8), Some(ago(1)))), Heard::Progress { messages: &messages, end: None }, NOW);
        assert_eq!(step.said, [Said::Relayed(Severity::Warning, "Warning: x".into())]);
        let Then::Wait(Remote::Started { seen: 4, warned: true, away_since: None, .. }, wait) = step.then else {
            panic!("{step:?}")
        };
        assert_eq!(wait, Duration::from_secs(1));
        let end = Some((End::Finished { warned: false }, None));
        let step = decide(Some(running(ago(8), None)), Heard::Progress { messages: &messages, end }, NOW);
        let ended = |outcome, holds_lock| Then::Go(Remote::Ended { process: "p".into(), outcome, holds_lock });
        assert_eq!(step.then, ended(Outcome::Warning, false));
        let failed = Some((End::Failed { code: "CONTENT" }, Some("why".to_owned())));
        let step = decide(Some(running(ago(8), None)), Heard::Progress { messages: &[], end: failed }, NOW);
        assert_eq!(step.said, [Said::Relayed(Severity::Error, "why".into())]);
        assert_eq!(step.then, ended(Outcome::Error, true));
        let for_ever = running(ago(4 * 3_600 + 1), None);
        assert_eq!(then(for_ever, Heard::Progress { messages: &[], end: None }), Then::Done(Outcome::Error));
    }

    #[test]
    fn what_is_over_at_once_is_told_in_one_piece() {
        let messages = [(3, "old".to_owned()), (4, "new".to_owned())];
        let young = |millis: i64| running(Time(NOW.0 - millis * 1_000), None);
        let step = |millis: i64| decide(Some(young(millis)), Heard::Progress { messages: &messages, end: None }, NOW);
        assert_eq!(step(249), Step::silent(Then::Wait(young(249), Duration::from_micros(31_125))));
        assert_eq!(step(250).said, [Said::Relayed(Severity::Info, "new".into())]);
        let end = Some((End::Finished { warned: false }, None));
        let over = decide(Some(young(20)), Heard::Progress { messages: &messages, end }, NOW);
        assert_eq!(over.said, [Said::Relayed(Severity::Info, "new".into())]);
    }

    #[test]
    fn how_it_ended_stays_whatever_comes_of_the_logs() {
        let ended = Remote::Ended { process: "p".into(), outcome: Outcome::Warning, holds_lock: false };
        assert_eq!(then(ended, Heard::Collected), Then::Done(Outcome::Warning));
    }
}
