//! The step of an import that talks to a deploy service: upload, start, look, fetch logs. Each is saved before the
//! next begins. The intent (the ids of the uploaded files) is stored before a process is started; whoever takes over
//! after a crash asks for a process with these files, in any state, before starting one.

use super::content;
use super::run::{Move, Turn, Work};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::destination;
use client::deploy::{self as slp, NewProcess, State, Task};
use client::{Kind, Target};
use model::action::{ActionStatus, Line, Severity};
use model::deployment::{self, End, LONGEST, PATIENCE, Remote};
use model::import::{Item, PlannedEntry, Way};
use model::import_log as say;
use model::queue::Outcome;
use model::{FileId, Time};
use std::time::Duration;

/// One archive of the plan.
#[derive(Clone, Copy)]
struct Archive {
    item: usize,
    entry: usize,
}

/// Does the next thing for one archive.
pub(super) async fn step(cx: &Cx, work: &mut Work, item: usize, entry: usize) -> Result<Turn> {
    let at = Archive { item, entry };
    match work.remote.clone() {
        None => upload(cx, work, at).await,
        Some(Remote::Uploaded { archive, extension, away_since }) => {
            start(cx, work, at, Uploaded { archive, extension, away_since }).await
        }
        Some(Remote::Started { process, at: since, seen, warned, away_since }) => {
            let process = Started { process, since, seen, warned, away_since };
            look(cx, work, at, process).await
        }
        Some(Remote::Ended { process, outcome, holds_lock }) => {
            collect(cx, work, at, Ended { process, outcome, holds_lock }).await
        }
    }
}

impl Archive {
    fn of(self, work: &Work) -> Result<(&Item, &PlannedEntry)> {
        let item = work.plan.items.get(self.item);
        let found = item.and_then(|item| item.entries.get(self.entry).map(|entry| (item, entry)));
        found.ok_or_else(|| Error::internal("a step names an entry that the plan does not have"))
    }

    /// The entry is done: on to the next step.
    fn done(self, work: &Work, outcome: Outcome, lines: Vec<Line>) -> Move {
        Move { step: work.step + 1, remote: None, lines, entity: Some((self.item, self.entry, outcome.into())) }
    }

    /// The entry goes on.
    fn stay(work: &Work, remote: Remote, lines: Vec<Line>) -> Move {
        Move { step: work.step, remote: Some(remote), lines, entity: None }
    }

    /// Nothing was deployed, and why.
    fn fatal(self, work: &Work, mut lines: Vec<Line>, reason: &str) -> Result<Move> {
        let (item, planned) = self.of(work)?;
        lines.push(say::not_started(item, planned.entry.id, reason));
        Ok(self.done(work, deployment::outcome(End::Lost), lines))
    }
}

/// Why it cannot be done, for the log.
type Reason = String;

fn reason(error: &client::Error) -> Reason {
    let hint = error.status().map(deployment::hint).unwrap_or_default();
    format!("{error}{hint}")
}

async fn target(cx: &Cx, work: &Work) -> Result<Target, Reason> {
    let Way::Deploy(target) = &work.plan.way else { return Err("the node has no destination".to_owned()) };
    let name = target.destination.as_str();
    let found = destination::find(cx, work.subaccount, name).await.map_err(|e| e.to_string())?;
    let found = found.ok_or_else(|| format!("destination '{name}' does not exist in this subaccount; create it"))?;
    destination::target(&found).map_err(|e| e.to_string())
}

async fn upload(cx: &Cx, work: &mut Work, at: Archive) -> Result<Turn> {
    let (item, planned) = at.of(work)?;
    let mut lines = Vec::new();
    if at.entry == 0 {
        lines.push(say::start(&work.plan, item, cx.now()));
    }
    let target = target(cx, work).await;
    if let Ok(target) = &target {
        lines.push(say::destination(&work.plan, item, &target.name, &target.url));
    }
    lines.push(say::entity(item, planned));
    lines.extend(say::descriptor(item, planned));
    let uploaded = match target {
        Ok(target) => upload_files(cx, work, planned, &target).await,
        Err(reason) => Err(reason),
    };
    let to = match uploaded {
        Ok(remote) => {
            let entity = Some((at.item, at.entry, ActionStatus::Running));
            Move { entity, ..Archive::stay(work, remote, lines) }
        }
        Err(reason) => at.fatal(work, lines, &reason)?,
    };
    work.save(cx, to).await
}

async fn upload_files(cx: &Cx, work: &Work, planned: &PlannedEntry, target: &Target) -> Result<Remote, Reason> {
    let no_file = || format!("'{}' is a reference, and only files can be deployed", planned.entry.uri);
    let (length, source) = file_source(cx, work, planned.file.ok_or_else(no_file)?).await.map_err(|e| e.to_string())?;
    let sent = slp::upload(&cx.http, target, &planned.entry.file_name, length, source).await;
    let archive = sent.map_err(|e| reason(&e))?.id;
    let mut extension = None;
    if let Some(used) = &planned.descriptor {
        let (length, source) = content::blob_source(cx, &used.blob).await.map_err(|e| e.to_string())?;
        let sent = slp::upload(&cx.http, target, &format!("{}.mtaext", used.ext_id), length, source).await;
        extension = Some(sent.map_err(|e| reason(&e))?.id);
    }
    Ok(Remote::Uploaded { archive, extension, away_since: None })
}

async fn file_source(cx: &Cx, work: &Work, id: FileId) -> Result<(u64, client::call::Source)> {
    let subaccount = work.subaccount;
    let file = cx.db.read(async move |tx| Ok::<_, Error>(store::file::find(tx, subaccount, id).await?)).await?;
    let file = file.ok_or_else(|| Error::not_found(format!("file {id} is gone")))?;
    Ok((file.size, content::source(cx, file.content)))
}

struct Uploaded {
    archive: String,
    extension: Option<String>,
    away_since: Option<Time>,
}

impl Uploaded {
    fn away(self, since: Time) -> Remote {
        Remote::Uploaded { archive: self.archive, extension: self.extension, away_since: Some(since) }
    }
}

/// Starts a process, unless one was started with these files before a crash or a lost answer.
async fn start(cx: &Cx, work: &mut Work, at: Archive, uploaded: Uploaded) -> Result<Turn> {
    let target = match target(cx, work).await {
        Ok(target) => target,
        Err(reason) => return give_up(cx, work, at, &reason).await,
    };
    if !work.is_fresh {
        match slp::find_process(&cx.http, &target, &uploaded.archive).await {
            Ok(Some(process)) => return started(cx, work, at, process).await,
            Ok(None) => {}
            Err(error) => return unreachable_before_start(cx, work, at, uploaded, &error).await,
        }
    }
    match slp::start(&cx.http, &target, &new_process(&uploaded)).await {
        Ok(process) => started(cx, work, at, process).await,
        Err(error) if is_answer_lost(&error) && uploaded.away_since.is_none() => {
            let to = Archive::stay(work, uploaded.away(cx.now()), Vec::new());
            let turn = work.save(cx, to).await?;
            Ok(if turn == Turn::Moved { Turn::Wait(deployment::next_look(cx.now(), cx.now())) } else { turn })
        }
        Err(error) => give_up(cx, work, at, &reason(&error)).await,
    }
}

fn new_process(uploaded: &Uploaded) -> NewProcess {
    let parameter = |id: &str, value: &str| (id.to_owned(), value.to_owned());
    let mut parameters = vec![parameter(slp::ARCHIVE, &uploaded.archive), parameter("versionRule", "ALL")];
    parameters.extend(uploaded.extension.as_ref().map(|id| parameter(slp::EXTENSIONS, id)));
    NewProcess { service: slp::DEPLOY.to_owned(), parameters }
}

/// Whether a process may have been started although no good answer came.
fn is_answer_lost(error: &client::Error) -> bool {
    error.may_pass() || matches!(error.kind(), Kind::Protocol)
}

async fn give_up(cx: &Cx, work: &mut Work, at: Archive, reason: &str) -> Result<Turn> {
    let to = at.fatal(work, Vec::new(), reason)?;
    work.save(cx, to).await
}

/// It cannot be known whether a process is at work, so wait, but not for ever.
async fn unreachable_before_start(
    cx: &Cx,
    work: &mut Work,
    at: Archive,
    uploaded: Uploaded,
    error: &client::Error,
) -> Result<Turn> {
    let now = cx.now();
    let since = uploaded.away_since.unwrap_or(now);
    if !error.may_pass() || now.since(since) > PATIENCE {
        let why = format!(
            "{}. Whether a deployment is running there is not known; check before importing again",
            reason(error)
        );
        return give_up(cx, work, at, &why).await;
    }
    wait_away(cx, work, uploaded.away_since.is_some(), uploaded.away(since), since).await
}

/// Remembers since when the other side is away, and looks again later.
async fn wait_away(cx: &Cx, work: &mut Work, known: bool, remote: Remote, since: Time) -> Result<Turn> {
    if !known {
        let to = Archive::stay(work, remote, Vec::new());
        let turn = work.save(cx, to).await?;
        if turn != Turn::Moved {
            return Ok(turn);
        }
    }
    work.is_fresh = false;
    Ok(Turn::Wait(deployment::next_look(since, cx.now())))
}

async fn started(cx: &Cx, work: &mut Work, at: Archive, process: String) -> Result<Turn> {
    let (item, planned) = at.of(work)?;
    let line = say::process(item, planned.entry.id, slp::DEPLOY, &process);
    let remote = Remote::Started { process, at: cx.now(), seen: i64::MIN, warned: false, away_since: None };
    let to = Archive::stay(work, remote, vec![line]);
    work.save(cx, to).await
}

struct Started {
    process: String,
    since: Time,
    seen: i64,
    warned: bool,
    away_since: Option<Time>,
}

impl Started {
    fn run(&self) -> slp::Run<'_> {
        slp::Run { service: slp::DEPLOY, process: &self.process }
    }

    fn remote(self) -> Remote {
        let Self { process, since, seen, warned, away_since } = self;
        Remote::Started { process, at: since, seen, warned, away_since }
    }
}

/// Looks how far the process is and relays what it says.
async fn look(cx: &Cx, work: &mut Work, at: Archive, started: Started) -> Result<Turn> {
    let asked = match target(cx, work).await {
        Ok(target) => slp::task(&cx.http, &target, started.run()).await.map_err(|e| (reason(&e), e.status())),
        Err(reason) => Err((reason, None)),
    };
    match asked {
        Ok(task) => see(cx, work, at, started, task).await,
        Err((reason, status)) => away(cx, work, at, started, &reason, status).await,
    }
}

async fn see(cx: &Cx, work: &mut Work, at: Archive, mut started: Started, task: Task) -> Result<Turn> {
    let (item, planned) = at.of(work)?;
    let mut lines = Vec::new();
    for message in task.progress_messages.iter().filter(|message| message.id > started.seen) {
        let is_warning = deployment::is_warning(&message.text);
        started.warned |= is_warning;
        let severity = if is_warning { Severity::Warning } else { Severity::Info };
        lines.push(say::relayed(item, planned.entry.id, severity, message.text.clone()));
    }
    let seen = task.progress_messages.iter().map(|message| message.id).max().unwrap_or(started.seen);
    let news = seen > started.seen || started.away_since.is_some();
    started.seen = started.seen.max(seen);
    started.away_since = None;
    if let Some((end, failure)) = end(&task, started.warned) {
        let outcome = deployment::outcome(end);
        lines.extend(failure.map(|text| say::relayed(item, planned.entry.id, outcome.into(), text)));
        let holds_lock = matches!(end, End::Failed { .. } | End::Waiting);
        let remote = Remote::Ended { process: started.process, outcome, holds_lock };
        let to = Archive::stay(work, remote, lines);
        return work.save(cx, to).await;
    }
    let since = started.since;
    if cx.now().since(since) > LONGEST {
        let why = format!(
            "process {} has been running for more than four hours and is no longer waited for",
            started.process
        );
        lines.push(say::relayed(item, planned.entry.id, Severity::Fatal, why));
        let to = at.done(work, deployment::outcome(End::Lost), lines);
        return work.save(cx, to).await;
    }
    if news {
        let to = Archive::stay(work, started.remote(), lines);
        let turn = work.save(cx, to).await?;
        if turn != Turn::Moved {
            return Ok(turn);
        }
    }
    Ok(Turn::Wait(deployment::next_look(since, cx.now())))
}

/// How the process ended, and what it says about a failure; `None` while it works.
fn end(task: &Task, warned: bool) -> Option<(End<'_>, Option<String>)> {
    let failure = task.error.as_ref();
    let text = failure.map(|failure| failure.text.clone()).filter(|text| !text.is_empty());
    match &task.state {
        State::Running | State::Other(_) => None,
        State::Finished => Some((End::Finished { warned }, None)),
        State::Error => {
            let code = failure.map_or("", |failure| failure.code.as_str());
            Some((End::Failed { code }, Some(text.unwrap_or_else(|| "the deployment failed".to_owned()))))
        }
        State::Aborted => Some((End::Aborted, Some("the deployment was aborted".to_owned()))),
        State::ActionRequired => {
            Some((End::Waiting, Some("the deployment waits for a decision that nobody will take".to_owned())))
        }
    }
}

/// The deploy service does not answer about a process that was started.
async fn away(
    cx: &Cx,
    work: &mut Work,
    at: Archive,
    mut started: Started,
    reason: &str,
    status: Option<u16>,
) -> Result<Turn> {
    let now = cx.now();
    let since = started.away_since.unwrap_or(now);
    if status != Some(404) && now.since(since) <= PATIENCE {
        let known = started.away_since.replace(since).is_some();
        return wait_away(cx, work, known, started.remote(), since).await;
    }
    let (item, planned) = at.of(work)?;
    let why =
        format!("The state of process {} cannot be read: {reason}. Check it before importing again", started.process);
    let line = say::relayed(item, planned.entry.id, Severity::Fatal, why);
    let to = at.done(work, deployment::outcome(End::Lost), vec![line]);
    work.save(cx, to).await
}

struct Ended {
    process: String,
    outcome: Outcome,
    holds_lock: bool,
}

/// How long the whole fetching of logs may take.
const LOGS_WITHIN: Duration = Duration::from_secs(60);

/// Fetches the logs, which never changes how it ended, and lets go of a process that stands still.
async fn collect(cx: &Cx, work: &mut Work, at: Archive, ended: Ended) -> Result<Turn> {
    let (item, planned) = at.of(work)?;
    let run = slp::Run { service: slp::DEPLOY, process: &ended.process };
    let relayed = |severity, text| say::relayed(item, planned.entry.id, severity, text);
    let target = target(cx, work).await;
    let mut lines: Vec<Line> =
        target.iter().map(|target| say::operation_logs(item, planned.entry.id, &run.logs_url(target))).collect();
    let fetched = match target {
        Err(reason) => Err(reason),
        Ok(target) => {
            if ended.holds_lock
                && let Err(error) = slp::act(&cx.http, &target, run, "abort").await
            {
                tracing::warn!(process = ended.process, %error, "a failed deployment could not be aborted");
            }
            match tokio::time::timeout(LOGS_WITHIN, slp::logs(&cx.http, &target, run)).await {
                Ok(logs) => logs.map_err(|error| reason(&error)),
                Err(_) => Err("they did not come in time".to_owned()),
            }
        }
    };
    match fetched {
        Err(reason) => {
            let text = format!("The logs of the deployment could not be fetched: {reason}");
            lines.push(relayed(Severity::Warning, text));
        }
        Ok(logs) => {
            let text = |log: slp::Log| format!("Log {}:\n{}", log.id, deployment::without_secrets(&log.content));
            lines.extend(logs.into_iter().map(|log| relayed(Severity::Info, text(log))));
        }
    }
    let to = at.done(work, ended.outcome, lines);
    work.save(cx, to).await
}
