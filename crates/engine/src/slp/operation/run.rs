//! The work of an operation, step by step: each begins with what is stored and ends with what is saved. Who aborts
//! meanwhile wins: a step is saved only if the operation is still running.

use super::plan::{Failure, Plan, Stop};
use super::{content, plan, prepare};
use crate::audit::{self, Event};
use crate::cf::space::{self, Space};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{Hold, Next, Turn, Workflow};
use futures_util::FutureExt;
use model::message::MessageKind;
use model::operation::{BLUE_GREEN, DeployAt, Deployment, Parameters, State};
use model::work::{Lane, next_attempt};
use model::{DeployFileId, OperationId, SpaceGuid, Time};
use serde_json::json;
use store::Tx;
use store::operation::Operation;
use store::sealed::Hidden;

impl Workflow for Deployment {
    const KIND: &'static str = "deploy.step";

    fn key(&self) -> Option<String> {
        Some(self.operation.to_string())
    }

    fn tenant(&self) -> String {
        self.tenant.clone()
    }

    fn lane(&self) -> Lane {
        self.at.lane()
    }

    fn anew(&self) -> Self {
        Self { at: DeployAt::Begin, ..self.clone() }
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let id = self.operation;
        let row = cx.db.read(async move |tx| Ok::<_, Error>(store::operation::get(tx, id).await?)).await?;
        let Some(row) = row else { return Ok(Turn::end()) };
        if row.state != State::Running {
            return Ok(let_go(id));
        }
        match next(cx, &self, &row).await {
            Ok(turn) => Ok(turn),
            Err(Stop::Failed(failure)) => Ok(fail(id, failure, cx.now())),
            Err(Stop::Broken(error)) => Err(error),
        }
    }
}

async fn next(cx: &Cx, work: &Deployment, row: &Operation) -> Result<Turn<Deployment>, Stop> {
    let plan = plan::of(row)?;
    match (work.at, plan) {
        (DeployAt::Read, None) => read_archive(cx, work, row).await,
        (DeployAt::Module(number), Some(plan)) => bring_in(cx, work, row, &plan, number).await,
        (DeployAt::Finish { confirmed }, Some(plan)) => Ok(finish(work, plan, confirmed, cx.now())),
        (_, plan) => {
            let at = DeployAt::after(plan.map(|plan| plan.modules.len()), row.step, false);
            Ok(Turn::go(Deployment { at, ..work.clone() }))
        }
    }
}

/// An operation that was given up holds its lock until nothing of it is under way any more, which is now: otherwise what
/// it was just bringing in could land on top of what a newer operation has deployed.
fn let_go(id: OperationId) -> Turn<Deployment> {
    Turn::write(move |tx| {
        async move {
            if let Some(row) = store::operation::get(tx, id).await?
                && row.state.is_final()
            {
                store::operation::release(tx, id).await?;
            }
            Ok(Next::End)
        }
        .boxed()
    })
}

/// What a step says, each with its kind.
type Said = Vec<(MessageKind, String)>;

fn info(text: impl Into<String>) -> (MessageKind, String) {
    (MessageKind::Info, text.into())
}

/// SLP messages have no kind, so the text says it, too.
fn warning(text: &str) -> (MessageKind, String) {
    (MessageKind::Warning, format!("Warning: {text}"))
}

async fn say(tx: &mut Tx, id: OperationId, said: Said, now: Time) -> Result<()> {
    for (kind, text) in said {
        store::operation::say(tx, id, kind, &text, now).await?;
    }
    Ok(())
}

/// The operation, held by this transaction, if it is still running.
async fn running(tx: &mut Tx, id: OperationId) -> Result<Option<Operation>> {
    store::operation::lock(tx, id).await?;
    Ok(store::operation::get(tx, id).await?.filter(|row| row.state == State::Running))
}

fn parameters(row: &Operation) -> Result<Parameters> {
    Parameters::read(row.parameters.json()?)
        .map_err(|bad| Error::internal("stored parameters cannot be read").because(bad))
}

async fn read_archive(cx: &Cx, work: &Deployment, row: &Operation) -> Result<Turn<Deployment>, Stop> {
    let (plan, warnings) = prepare::prepare(cx, row).await?;
    let mut said = vec![info(format!(
        "Archive with MTA \"{}\" version \"{}\" and {} modules was read",
        plan.mta_id,
        plan.version,
        plan.modules.len()
    ))];
    said.extend(warnings.iter().map(|text| warning(text)));
    let (work, now) = (work.clone(), cx.now());
    Ok(Turn::write(move |tx| async move { take_plan(tx, work, plan, said, now).await }.boxed()))
}

/// Stores the plan and takes the lock of the MTA, if it is free.
async fn take_plan(tx: &mut Tx, work: Deployment, plan: Plan, mut said: Said, now: Time) -> Result<Next<Deployment>> {
    let Some(mut row) = running(tx, work.operation).await? else { return Ok(Next::End) };
    match allowed(tx, &row, &plan).await? {
        Allowed::Yes => {}
        Allowed::Later => return Ok(Next::Wait(work, next_attempt(0, None))),
        Allowed::No(failure) => return failed(tx, work.operation, failure, now).await,
    }
    row.mta_id = Some(plan.mta_id.clone());
    row.plan = Some(Hidden(serde_json::to_string(&plan).map_err(Error::from)?));
    said.extend(announced(&mut row, &plan, 0));
    store::operation::update(tx, &row).await?;
    say(tx, row.id, said, now).await?;
    Ok(Next::Go(Deployment { at: DeployAt::after(Some(plan.modules.len()), 0, false), ..work }))
}

/// Says that a module begins, if there is such a one.
fn announced(row: &mut Operation, plan: &Plan, number: usize) -> Option<(MessageKind, String)> {
    let module = plan.modules.get(number)?;
    row.begun = number + 1;
    let instance = &module.target.instance;
    Some(info(format!("Deploying content of module \"{}\" to service instance \"{instance}\"...", module.name)))
}

/// Whether an operation may go on with its plan.
enum Allowed {
    Yes,
    /// An operation that was given up still lets go.
    Later,
    No(Failure),
}

/// No other operation is at work on the same MTA, and the version may replace what is deployed.
async fn allowed(tx: &mut Tx, row: &Operation, plan: &Plan) -> Result<Allowed> {
    let holder = store::operation::take(tx, row.space, &plan.mta_id, row.id).await?;
    if holder != row.id {
        let other = store::operation::get(tx, holder).await?;
        if let Some(other) = &other
            && other.state.is_final()
        {
            return Ok(Allowed::Later);
        }
        let text =
            format!("Conflicting process \"{holder}\" found for MTA \"{}\": wait for it, or abort it", plan.mta_id);
        return Ok(Allowed::No(Failure::infrastructure(text)));
    }
    let Some(deployed) = store::operation::deployed(tx, row.space, &plan.mta_id).await? else {
        return Ok(Allowed::Yes);
    };
    if parameters(row)?.version_rule.allows(&deployed, &plan.version) {
        return Ok(Allowed::Yes);
    }
    let text = format!(
        "version \"{}\" of MTA \"{}\" may not replace the deployed version \"{deployed}\"; start with versionRule ALL",
        plan.version, plan.mta_id
    );
    Ok(Allowed::No(Failure::content(text)))
}

async fn bring_in(
    cx: &Cx,
    work: &Deployment,
    row: &Operation,
    plan: &Plan,
    number: usize,
) -> Result<Turn<Deployment>, Stop> {
    let Some(module) = plan.modules.get(number) else {
        return Ok(Turn::go(Deployment { at: DeployAt::Finish { confirmed: false }, ..work.clone() }));
    };
    let space = space(cx, row.space).await?;
    let deployed =
        content::deploy(cx, content::At { operation: row.id, space: &space, actor: &row.actor }, module).await?;
    let mut said: Said = deployed.infos.into_iter().map(info).collect();
    said.extend(deployed.warnings.iter().map(|text| warning(text)));
    let (work, plan, now) = (work.clone(), plan.clone(), cx.now());
    Ok(Turn::write(move |tx| {
        async move {
            let Some(mut row) = running(tx, work.operation).await? else { return Ok(Next::End) };
            row.step = number + 1;
            said.extend(announced(&mut row, &plan, number + 1));
            store::operation::update(tx, &row).await?;
            say(tx, row.id, said, now).await?;
            let at = DeployAt::after(Some(plan.modules.len()), number + 1, false);
            Ok(Next::Go(Deployment { at, ..work }))
        }
        .boxed()
    }))
}

async fn space(cx: &Cx, guid: SpaceGuid) -> Result<Space, Stop> {
    let space = cx.db.read(async move |tx| space::find(tx, guid).await).await?;
    Ok(space.ok_or_else(|| Failure::infrastructure("the space was deleted meanwhile"))?)
}

/// All modules are in.
fn finish(work: &Deployment, plan: Plan, confirmed: bool, now: Time) -> Turn<Deployment> {
    let id = work.operation;
    Turn::write(move |tx| {
        async move {
            let Some(mut row) = running(tx, id).await? else { return Ok(Next::End) };
            let parameters = parameters(&row)?;
            if row.service == BLUE_GREEN && !parameters.no_confirm && !confirmed {
                row.state = State::ActionRequired;
                store::operation::update(tx, &row).await?;
                say(tx, id, vec![info("Content is deployed; look at it, then resume the process")], now).await?;
                return Ok(Next::End);
            }
            row.state = State::Finished;
            row.ended_at = Some(now);
            store::operation::update(tx, &row).await?;
            store::operation::set_deployed(tx, row.space, &plan.mta_id, &plan.version, now).await?;
            store::operation::release(tx, id).await?;
            if !parameters.keep_files {
                forget_files(tx, &row, &parameters).await?;
            }
            say(tx, id, vec![info("Process finished.")], now).await?;
            record(tx, "deploy.finish", &row, now).await?;
            Ok(Next::End)
        }
        .boxed()
    })
}

/// Only their rows go: a blob may be somebody else's, too.
async fn forget_files(tx: &mut Tx, row: &Operation, parameters: &Parameters) -> Result<()> {
    for id in parameters.archive.iter().chain(&parameters.extensions) {
        if let Ok(id) = id.parse::<DeployFileId>() {
            store::deploy_file::delete(tx, row.space, id).await?;
        }
    }
    Ok(())
}

/// The operation stands still, and keeps its lock so that it can be tried again; or it is given up at once.
fn fail(id: OperationId, failure: Failure, now: Time) -> Turn<Deployment> {
    Turn::write(move |tx| async move { failed(tx, id, failure, now).await }.boxed())
}

async fn failed(tx: &mut Tx, id: OperationId, failure: Failure, now: Time) -> Result<Next<Deployment>> {
    let Some(mut row) = running(tx, id).await? else { return Ok(Next::End) };
    let mut said = vec![(MessageKind::Error, format!("Error: {}", failure.text))];
    said.extend(not_started(&row)?.map(info));
    row.state = State::Error;
    row.error_type = Some(failure.kind);
    row.failure = Some(failure.text);
    if parameters(&row)?.abort_on_error {
        row.state = State::Aborted;
        row.ended_at = Some(now);
        store::operation::release(tx, id).await?;
        said.push(info("Process was aborted, as abortOnError says"));
    }
    store::operation::update(tx, &row).await?;
    say(tx, id, said, now).await?;
    record(tx, "deploy.fail", &row, now).await?;
    Ok(Next::End)
}

/// Which modules were not tried after the one that failed.
fn not_started(row: &Operation) -> Result<Option<String>> {
    let Some(plan) = plan::of(row)? else { return Ok(None) };
    let names: Vec<String> = plan.modules.iter().skip(row.begun).map(|module| format!("\"{}\"", module.name)).collect();
    Ok((!names.is_empty()).then(|| format!("Modules that were not started: {}", names.join(", "))))
}

async fn record(tx: &mut Tx, event: &'static str, row: &Operation, now: Time) -> Result<()> {
    let space = store::space::get(tx, row.space).await?;
    let event = Event {
        actor: row.actor.clone(),
        subaccount: space.and_then(|space| space.subaccount).map(|id| id.to_string()).unwrap_or_default(),
        event,
        object: format!("deployment {}", row.id),
        detail: json!({"space": row.space, "mtaId": row.mta_id, "state": row.state, "errorType": row.error_type}),
    };
    audit::record(tx, now, event).await
}
