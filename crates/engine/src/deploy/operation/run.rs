//! The job that does an operation, one step per run: each begins with what is stored and ends with what is saved. Who
//! aborts meanwhile wins: a step is saved only if the operation is still running.

use super::plan::{Failure, Plan, Stop};
use super::{BLUE_GREEN, MessageKind, content, plan, prepare, state};
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::deploy::space::{self, Space};
use crate::error::{Error, Result};
use crate::job::{Job, Next};
use model::operation::{Parameters, State};
use model::{SpaceGuid, Time};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::time::Duration;
use store::Tx;
use store::operation::OperationRow;
use uuid::Uuid;

/// Does the next step of an operation.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct DeployStep {
    pub(crate) operation: Uuid,
}

impl Job for DeployStep {
    const NAME: &'static str = "deploy.step";

    fn dedup_key(&self) -> Option<String> {
        Some(self.operation.to_string())
    }

    async fn run(self, cx: &Cx) -> Result<Next> {
        let id = self.operation;
        let row = cx.db.read(async move |tx| Ok::<_, Error>(store::operation::get(tx, id).await?)).await?;
        let Some(row) = row else { return Ok(Next::Done) };
        if state(&row)? != State::Running {
            return Ok(Next::Done);
        }
        let outcome = match plan::of(&row)? {
            None => read_archive(cx, &row).await,
            Some(plan) => next_module(cx, &row, &plan).await,
        };
        match outcome {
            Ok(next) => Ok(next),
            Err(Stop::Failed(failure)) => {
                fail(cx, id, failure).await?;
                Ok(Next::Done)
            }
            Err(Stop::Broken(error)) => Err(error),
        }
    }
}

const AT_ONCE: Next = Next::Again(Duration::ZERO);

/// What a step says, each with its kind.
type Said = Vec<(MessageKind, String)>;

fn info(text: impl Into<String>) -> (MessageKind, String) {
    (MessageKind::Info, text.into())
}

/// SLP messages have no kind, so the text says it, too.
fn warning(text: &str) -> (MessageKind, String) {
    (MessageKind::Warning, format!("Warning: {text}"))
}

async fn say(tx: &mut Tx, id: Uuid, said: Said, now: Time) -> Result<()> {
    for (kind, text) in said {
        store::operation::say(tx, id, kind.text(), &text, now.micros()).await?;
    }
    Ok(())
}

/// The operation, held by this transaction, if it is still running.
async fn running(tx: &mut Tx, id: Uuid) -> Result<Option<OperationRow>> {
    store::operation::lock(tx, id).await?;
    let Some(row) = store::operation::get(tx, id).await? else { return Ok(None) };
    Ok(if state(&row)? == State::Running { Some(row) } else { None })
}

fn parameters(row: &OperationRow) -> Result<Parameters> {
    let given: Vec<(String, String)> = serde_json::from_str(&row.parameters)?;
    Parameters::read(given).map_err(|bad| Error::internal("stored parameters cannot be read").because(bad))
}

async fn read_archive(cx: &Cx, row: &OperationRow) -> Result<Next, Stop> {
    let (plan, warnings) = prepare::prepare(cx, row).await?;
    let mut said = vec![info(format!(
        "Archive with MTA \"{}\" version \"{}\" and {} modules was read",
        plan.mta_id,
        plan.version,
        plan.modules.len()
    ))];
    said.extend(warnings.iter().map(|text| warning(text)));
    let (id, now) = (row.id, cx.now());
    cx.db
        .write(async move |tx| {
            let Some(mut row) = running(tx, id).await? else { return Ok(Next::Done) };
            allowed(tx, &row, &plan).await?;
            row.mta_id = Some(plan.mta_id.clone());
            row.plan = Some(serde_json::to_string(&plan).map_err(Error::from)?);
            store::operation::update(tx, &row).await?;
            say(tx, id, said, now).await?;
            Ok(AT_ONCE)
        })
        .await
}

/// No other operation is at work on the same MTA, and the version may replace what is deployed.
async fn allowed(tx: &mut Tx, row: &OperationRow, plan: &Plan) -> Result<(), Stop> {
    let holder = store::operation::take(tx, row.space, &plan.mta_id, row.id).await?;
    if holder != row.id {
        let text =
            format!("Conflicting process \"{holder}\" found for MTA \"{}\": wait for it, or abort it", plan.mta_id);
        return Err(Failure::infrastructure(text).into());
    }
    let Some(deployed) = store::operation::deployed(tx, row.space, &plan.mta_id).await? else { return Ok(()) };
    if parameters(row)?.version_rule.allows(&deployed, &plan.version) {
        return Ok(());
    }
    let text = format!(
        "version \"{}\" of MTA \"{}\" may not replace the deployed version \"{deployed}\"; start with versionRule ALL",
        plan.version, plan.mta_id
    );
    Err(Failure::content(text).into())
}

async fn next_module(cx: &Cx, row: &OperationRow, plan: &Plan) -> Result<Next, Stop> {
    let step = usize::try_from(row.step).unwrap_or(usize::MAX);
    let Some(module) = plan.modules.get(step) else { return finish(cx, row, plan).await };
    if row.begun <= row.step {
        let instance = &module.target.instance;
        let said =
            info(format!("Deploying content of module \"{}\" to service instance \"{instance}\"...", module.name));
        return advance(cx, row.id, row.step, row.step + 1, vec![said]).await;
    }
    let space = space(cx, row.space).await?;
    let deployed =
        content::deploy(cx, content::At { operation: row.id, space: &space, actor: &row.actor }, module).await?;
    let mut said: Said = deployed.infos.into_iter().map(info).collect();
    said.extend(deployed.warnings.iter().map(|text| warning(text)));
    advance(cx, row.id, row.step + 1, row.step + 1, said).await
}

/// Saves how far an operation is.
async fn advance(cx: &Cx, id: Uuid, step: i64, begun: i64, said: Said) -> Result<Next, Stop> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let Some(mut row) = running(tx, id).await? else { return Ok(Next::Done) };
            (row.step, row.begun) = (step, begun);
            store::operation::update(tx, &row).await?;
            say(tx, id, said, now).await?;
            Ok(AT_ONCE)
        })
        .await
}

async fn space(cx: &Cx, guid: Uuid) -> Result<Space, Stop> {
    let space = cx.db.read(async move |tx| space::find(tx, SpaceGuid(guid)).await).await?;
    Ok(space.ok_or_else(|| Failure::infrastructure("the space was deleted meanwhile"))?)
}

/// All modules are in.
async fn finish(cx: &Cx, row: &OperationRow, plan: &Plan) -> Result<Next, Stop> {
    let (id, now, plan) = (row.id, cx.now(), plan.clone());
    cx.db
        .write(async move |tx| {
            let Some(mut row) = running(tx, id).await? else { return Ok(Next::Done) };
            let parameters = parameters(&row)?;
            let waits = row.service == BLUE_GREEN && !parameters.no_confirm && row.begun == row.step;
            if waits {
                row.begun += 1;
                row.state = State::ActionRequired.text().to_owned();
                store::operation::update(tx, &row).await?;
                say(tx, id, vec![info("Content is deployed; look at it, then resume the process")], now).await?;
                return Ok(Next::Done);
            }
            row.state = State::Finished.text().to_owned();
            row.ended_at = Some(now.micros());
            store::operation::update(tx, &row).await?;
            store::operation::set_deployed(tx, row.space, &plan.mta_id, &plan.version, now.micros()).await?;
            store::operation::release(tx, id).await?;
            if !parameters.keep_files {
                forget_files(tx, &row, &parameters).await?;
            }
            say(tx, id, vec![info("Process finished.")], now).await?;
            record(tx, "deploy.finish", &row, now).await?;
            Ok(Next::Done)
        })
        .await
}

/// Only their rows go: a blob may be somebody else's, too.
async fn forget_files(tx: &mut Tx, row: &OperationRow, parameters: &Parameters) -> Result<()> {
    for id in parameters.archive.iter().chain(&parameters.extensions) {
        if let Ok(id) = Uuid::parse_str(id) {
            store::deploy_file::delete(tx, row.space, id).await?;
        }
    }
    Ok(())
}

/// The operation stands still, and keeps its lock so that it can be tried again; or it is given up at once.
async fn fail(cx: &Cx, id: Uuid, failure: Failure) -> Result<()> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let Some(mut row) = running(tx, id).await? else { return Ok(()) };
            let mut said = vec![(MessageKind::Error, format!("Error: {}", failure.text))];
            said.extend(not_started(&row)?.map(info));
            row.state = State::Error.text().to_owned();
            row.error_type = Some(failure.kind.text().to_owned());
            row.failure = Some(failure.text);
            if parameters(&row)?.abort_on_error {
                row.state = State::Aborted.text().to_owned();
                row.ended_at = Some(now.micros());
                store::operation::release(tx, id).await?;
                said.push(info("Process was aborted, as abortOnError says"));
            }
            store::operation::update(tx, &row).await?;
            say(tx, id, said, now).await?;
            record(tx, "deploy.fail", &row, now).await
        })
        .await
}

/// Which modules were not tried after the one that failed.
fn not_started(row: &OperationRow) -> Result<Option<String>> {
    let Some(plan) = plan::of(row)? else { return Ok(None) };
    let begun = usize::try_from(row.begun).unwrap_or(usize::MAX);
    let names: Vec<String> = plan.modules.iter().skip(begun).map(|module| format!("\"{}\"", module.name)).collect();
    Ok((!names.is_empty()).then(|| format!("Modules that were not started: {}", names.join(", "))))
}

async fn record(tx: &mut Tx, event: &'static str, row: &OperationRow, now: Time) -> Result<()> {
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
