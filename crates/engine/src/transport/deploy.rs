//! The step of an import that talks to a deploy service: upload, start, look, fetch logs. Each is saved before the
//! next begins. The intent (the ids of the uploaded files) is stored before a process is started; whoever takes over
//! after a crash asks for a process with these files, in any state, before starting one.
//!
//! Here is only what is asked and heard. What follows from it is decided in [`model::deployment::decide`]. That we could
//! not ask because of our own trouble is an error, and the step is done again.

use super::content;
use super::importing::{Archive, Import};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::destination;
use crate::work::{Next, Turn};
use client::deploy::{self as slp, NewProcess, State, Task};
use client::{Kind, Target};
use futures_util::FutureExt;
use model::FileId;
use model::action::{ActionStatus, Line, Severity};
use model::deployment::{self, End, Heard, Remote, Said, Then, decide, may_start};
use model::import::{NodeImports, PlannedEntry, Treatment};
use model::import_log as say;
use std::time::Duration;

/// Does the next thing for one archive.
pub(super) async fn step(cx: &Cx, import: Import, at: Archive, remote: Option<Remote>) -> Result<Turn<NodeImports>> {
    let mut lines = Vec::new();
    let target = target(cx, &import).await?;
    if remote.is_none() {
        lines.extend(introduction(cx, &import, at, target.as_ref().ok())?);
    }
    let step = match &target {
        Err(reason) => decide(remote.clone(), without_target(&remote, import.is_fresh, reason.clone()), cx.now()),
        Ok(target) => match &remote {
            None | Some(Remote::PutOff { .. }) => {
                let (_, planned) = import.item(at)?;
                let heard = upload(cx, &import, planned, target).await?;
                decide(remote, heard, cx.now())
            }
            Some(Remote::Uploaded { archive, extension, .. }) => {
                let new = new_process(archive, extension.as_deref());
                let heard = start(cx, &import, target, &remote, archive, &new).await;
                decide(remote, heard, cx.now())
            }
            Some(Remote::Started { process, .. }) => look(cx, target, process, remote.clone()).await,
            Some(Remote::Ended { process, holds_lock, .. }) => {
                lines.extend(collect(cx, &import, at, target, (process, *holds_lock)).await?);
                decide(remote, Heard::Collected, cx.now())
            }
        },
    };
    // A process that holds no lock is only read from now on, and can be read again: its end is saved with its logs.
    if let (Ok(target), Then::Go(ended @ Remote::Ended { process, holds_lock: false, .. })) = (&target, &step.then) {
        lines.extend(told(&import, at, step.said)?);
        lines.extend(collect(cx, &import, at, target, (process, false)).await?);
        let step = decide(Some(ended.clone()), Heard::Collected, cx.now());
        return save(cx, import, at, lines, step);
    }
    save(cx, import, at, lines, step)
}

/// What was said, as lines of the log.
fn told(import: &Import, at: Archive, said: Vec<Said>) -> Result<Vec<Line>> {
    let (item, planned) = import.item(at)?;
    let line = |said| match said {
        Said::NotStarted(reason) => say::not_started(item, planned.entry.id, &reason),
        Said::Process(process) => say::process(item, planned.entry.id, slp::DEPLOY, &process),
        Said::Relayed(severity, text) => say::relayed(item, planned.entry.id, severity, text),
    };
    Ok(said.into_iter().map(line).collect())
}

/// The target of the node, or why there is none.
async fn target(cx: &Cx, import: &Import) -> Result<std::result::Result<Target, String>> {
    let Treatment::Deploy(target) = &import.plan.way else { return Ok(Err("the node has no destination".to_owned())) };
    let name = target.destination.as_str();
    let found = destination::find(cx, import.imports.subaccount, name).await?;
    Ok(match found {
        None => Err(format!("destination '{name}' does not exist in this subaccount; create it")),
        Some(found) => {
            destination::callable(cx, import.imports.subaccount, &found).map_err(|error| error.message().to_owned())
        }
    })
}

/// What the log of an archive begins with.
fn introduction(cx: &Cx, import: &Import, at: Archive, target: Option<&Target>) -> Result<Vec<Line>> {
    let (item, planned) = import.item(at)?;
    let mut lines = Vec::new();
    if at.entry == 0 {
        lines.push(say::start(&import.plan, item, cx.now()));
    }
    lines.extend(target.map(|target| say::destination(&import.plan, item, &target.name, &target.url)));
    lines.push(say::entity(item, planned));
    lines.extend(say::descriptor(item, planned));
    Ok(lines)
}

/// The destination is gone or cannot be called: before a start was tried that is a refusal, afterwards what came of it is
/// out of sight.
fn without_target(remote: &Option<Remote>, is_fresh: bool, reason: String) -> Heard<'static> {
    match remote {
        Some(Remote::Started { .. }) => Heard::Away { reason, may_pass: true, wait: None },
        Some(Remote::Uploaded { .. }) if !is_fresh => Heard::Away { reason, may_pass: true, wait: None },
        Some(Remote::Ended { .. }) => Heard::Collected,
        _ => Heard::Refused(reason),
    }
}

/// Saves what follows, with its lines.
fn save(
    cx: &Cx,
    import: Import,
    at: Archive,
    mut lines: Vec<Line>,
    step: deployment::Step,
) -> Result<Turn<NodeImports>> {
    lines.extend(told(&import, at, step.said)?);
    let (now, here) = (cx.now(), import.step);
    let next = match step.then {
        Then::Wait(remote, wait) if lines.is_empty() => return Ok(Turn::wait(import.at(here, Some(remote)), wait)),
        Then::Wait(remote, wait) => Next::Wait(import.at(here, Some(remote)), wait),
        Then::Go(remote) => Next::Go(import.at(here, Some(remote))),
        Then::Done(outcome) => {
            return Ok(Turn::write(move |tx| {
                async move {
                    import.set_entity(tx, at, outcome.into()).await?;
                    store::action::append(tx, import.plan.action, &lines, now).await?;
                    import.on(tx, now).await
                }
                .boxed()
            }));
        }
    };
    Ok(Turn::write(move |tx| {
        async move {
            import.set_entity(tx, at, ActionStatus::Running).await?;
            store::action::append(tx, import.plan.action, &lines, now).await?;
            Ok(next)
        }
        .boxed()
    }))
}

fn reason(error: &client::Error) -> String {
    let hint = error.status().map(deployment::hint).unwrap_or_default();
    format!("{error}{hint}")
}

/// How long the other side asks to be left alone.
fn asked_to_wait(error: &client::Error) -> Option<Duration> {
    error.retry_after()
}

/// A refusal that names no fault, only a later time.
fn is_put_off(error: &client::Error) -> bool {
    error.status() == Some(429) || (error.status() == Some(503) && asked_to_wait(error).is_some())
}

fn refused(error: &client::Error) -> Heard<'static> {
    if is_put_off(error) {
        return Heard::PutOff { wait: asked_to_wait(error), reason: reason(error) };
    }
    Heard::Refused(reason(error))
}

fn away(error: &client::Error) -> Heard<'static> {
    Heard::Away { reason: reason(error), may_pass: error.may_pass(), wait: asked_to_wait(error) }
}

async fn upload(cx: &Cx, import: &Import, planned: &PlannedEntry, target: &Target) -> Result<Heard<'static>> {
    let Some(file) = planned.file else {
        let uri = &planned.entry.uri;
        return Ok(Heard::Refused(format!("'{uri}' is a reference, and only files can be deployed")));
    };
    let Some((length, source)) = file_source(cx, import, file).await? else {
        return Ok(Heard::Refused(format!("file {file} is gone")));
    };
    let archive = match slp::upload(&cx.http, target, &planned.entry.file_name, length, source).await {
        Ok(file) => file.id,
        Err(error) => return Ok(refused(&error)),
    };
    let mut extension = None;
    if let Some(used) = &planned.descriptor {
        let (length, source) = content::descriptor_source(cx, &used.blob).await?;
        match slp::upload(&cx.http, target, &format!("{}.mtaext", used.ext_id), length, source).await {
            Ok(file) => extension = Some(file.id),
            Err(error) => return Ok(refused(&error)),
        }
    }
    Ok(Heard::Uploaded { archive, extension })
}

async fn file_source(cx: &Cx, import: &Import, id: FileId) -> Result<Option<(u64, client::call::Source)>> {
    let subaccount = import.imports.subaccount;
    let file = cx.db.read(async move |tx| Ok::<_, Error>(store::file::find(tx, subaccount, id).await?)).await?;
    Ok(file.map(|file| (file.size, content::source(cx, file.content))))
}

/// Starts a process, unless one was started with these files before a crash or a lost answer.
async fn start(
    cx: &Cx,
    import: &Import,
    target: &Target,
    remote: &Option<Remote>,
    archive: &str,
    new: &NewProcess,
) -> Heard<'static> {
    if !import.is_fresh {
        match slp::find_process(&cx.http, target, archive).await {
            Ok(Some(process)) => return Heard::Process(process),
            Ok(None) if remote.as_ref().is_some_and(|remote| may_start(remote, cx.now())) => {}
            Ok(None) => return Heard::NoProcess,
            Err(error) => return away(&error),
        }
    }
    match slp::start(&cx.http, target, new).await {
        Ok(process) => Heard::Process(process),
        Err(error) if is_put_off(&error) => refused(&error),
        Err(error) if error.may_pass() || matches!(error.kind(), Kind::Protocol) => Heard::AnswerLost(reason(&error)),
        Err(error) => Heard::Refused(reason(&error)),
    }
}

fn new_process(archive: &str, extension: Option<&str>) -> NewProcess {
    let parameter = |id: &str, value: &str| (id.to_owned(), value.to_owned());
    let mut parameters = vec![parameter(slp::ARCHIVE, archive), parameter("versionRule", "ALL")];
    parameters.extend(extension.map(|id| parameter(slp::EXTENSIONS, id)));
    NewProcess { service: slp::DEPLOY.to_owned(), parameters }
}

/// Looks how far the process is and relays what it says.
async fn look(cx: &Cx, target: &Target, process: &str, remote: Option<Remote>) -> deployment::Step {
    let run = slp::Run { service: slp::DEPLOY, process };
    match slp::task(&cx.http, target, run).await {
        Ok(task) => {
            let end = end(&task);
            let messages: Vec<(i64, String)> =
                task.progress_messages.iter().map(|message| (message.id, message.text.clone())).collect();
            decide(remote, Heard::Progress { messages: &messages, end }, cx.now())
        }
        Err(error) if error.status() == Some(404) => decide(remote, Heard::Gone(reason(&error)), cx.now()),
        Err(error) => decide(remote, away(&error), cx.now()),
    }
}

/// How the process ended, and what it says about a failure; `None` while it works.
fn end(task: &Task) -> Option<(End<'_>, Option<String>)> {
    let failure = task.error.as_ref();
    let text = failure.map(|failure| failure.text.clone()).filter(|text| !text.is_empty());
    match &task.state {
        State::Running | State::Other(_) => None,
        State::Finished => Some((End::Finished { warned: false }, None)),
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

/// How long the whole fetching of logs may take.
const LOGS_WITHIN: Duration = Duration::from_secs(60);

/// Fetches the logs, which never changes how it ended, and lets go of a process that stands still.
async fn collect(
    cx: &Cx,
    import: &Import,
    at: Archive,
    target: &Target,
    (process, holds_lock): (&str, bool),
) -> Result<Vec<Line>> {
    let (item, planned) = import.item(at)?;
    let run = slp::Run { service: slp::DEPLOY, process };
    let relayed = |severity, text| say::relayed(item, planned.entry.id, severity, text);
    let mut lines = vec![say::operation_logs(item, planned.entry.id, &run.logs_url(target))];
    if holds_lock && let Err(error) = slp::act(&cx.http, target, run, "abort").await {
        tracing::warn!(process, %error, "a failed deployment could not be aborted");
    }
    let fetched = match tokio::time::timeout(LOGS_WITHIN, slp::logs(&cx.http, target, run)).await {
        Ok(logs) => logs.map_err(|error| reason(&error)),
        Err(_) => Err("they did not come in time".to_owned()),
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
    Ok(lines)
}
