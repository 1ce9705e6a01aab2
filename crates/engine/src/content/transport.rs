//! The Transport action of a tenant: checked here, done by the Content Agent, which is reached through a destination.

use super::agent;
use super::export::{Selection, load_rows, may_leave};
use super::place::{self, Place};
use super::remote::{Failure, next_try, resolve_destination};
use super::rights::StartTransports;
use super::tenant::{self, Tenant};
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{self, Hold, Next, Turn, Workflow};
use client::Target;
use futures_util::FutureExt;
use model::activity::{ActivityState, Transport, TransportStage};
use model::destination::hint::ASSEMBLY;
use model::package::{check_comment, describe};
use model::work::{Lane, next_look};
use model::{ActivityId, SubaccountId, Time};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use store::artifact::Artifact;
use store::package::Package;
use store::tenant::Transport as Row;
use wire::content_agent::{Component, ExportRequest, ExportResource, Operation};

/// What is to be transported, and how.
#[derive(Debug, Clone, Default)]
pub struct TransportOptions {
    /// Technical ids or GUIDs of artifacts; the whole package when empty.
    pub artifacts: Vec<String>,
    /// Goes into the description of the transport request.
    pub comment: String,
    /// Whether who starts it becomes the owner of the transport request.
    pub propagate_owner: bool,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// `INFO`, `WARNING`, `ERROR`.
    pub severity: String,
    pub text: String,
    pub at: Time,
}

/// Stored as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Detail {
    /// Of this form.
    v: u32,
    request: ExportRequest,
    process: Option<String>,
    transport_request: Option<i64>,
    transport_request_url: Option<String>,
    /// The subaccount that has the request, where that is this server's.
    #[serde(default)]
    place: Option<SubaccountId>,
    lines: Vec<Line>,
}

/// How a transport stands.
#[derive(Debug, Clone)]
pub struct Activity {
    pub id: ActivityId,
    /// Technical id of the package.
    pub package: String,
    /// How it stands.
    pub state: ActivityState,
    pub started_by: String,
    pub started_at: Time,
    pub ended_at: Option<Time>,
    /// Description of the transport request.
    pub description: String,
    /// The Content Agent's process.
    pub process: Option<String>,
    /// Transport request and where it can be seen.
    pub transport_request: Option<(i64, String)>,
    /// Where it is.
    pub place: Option<Place>,
    /// What happened.
    pub lines: Vec<Line>,
}

/// Starts a transport and answers its activity.
///
/// # Errors
/// `Conflict` while the tenant has no transport mode; `Invalid` for a comment that is not allowed; `NotFound`;
/// `Unprocessable` when drafts are among what is chosen, or function libraries alone.
pub async fn start(
    cx: &Cx,
    caller: &Caller<StartTransports>,
    tenant: &Tenant,
    package: &str,
    wish: TransportOptions,
) -> Result<ActivityId> {
    let subaccount = tenant.subaccount;
    let mode = cx.db.read(async move |tx| tenant::transport_mode(tx, subaccount).await).await?;
    if mode.is_none() {
        let text = "this tenant has no transport mode; a tenant administrator sets it in the transport settings";
        return Err(Error::conflict(text).with_code("transport_mode"));
    }
    check_comment(&wish.comment).map_err(|error| Error::invalid(error.to_string()).with_code("comment"))?;
    let (row, artifacts) = load_rows(cx, tenant, package).await?;
    let selection = Selection::of(wish.artifacts.iter().cloned().collect::<BTreeSet<_>>());
    may_leave(package, &artifacts, &selection)?;
    refuse_libraries_alone(&artifacts, &selection)?;
    let owner = wish.propagate_owner.then(|| caller.identity().person.as_ref().map(|person| person.name.clone()));
    let id = ActivityId(cx.random.uuid());
    let transport = new_row(cx, tenant, id, Plan { row, artifacts, selection, wish, owner: owner.flatten() })?;
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            store::tenant::insert_transport(tx, &transport).await?;
            let work = Transport {
                transport: id,
                tenant: tenant.subaccount.text(),
                stage: TransportStage::Begin,
                attempts: 0,
            };
            work::order(tx, &work, now).await?;
            let object = format!("package {}", transport.package);
            let event = tenant.event("package.transport", object, json!({"activity": transport.id}));
            audit::record(tx, now, event).await
        })
        .await?;
    Ok(id)
}

fn refuse_libraries_alone(artifacts: &[Artifact], selection: &Selection) -> Result<()> {
    let mut chosen = artifacts.iter().filter(|row| selection.has(row)).peekable();
    let alone =
        *selection != Selection::All && chosen.peek().is_some() && chosen.all(|row| row.kind == "FunctionLibraries");
    if alone {
        return Err(Error::unprocessable("function libraries cannot be transported alone; choose the whole package"));
    }
    Ok(())
}

/// Everything the request to the agent is made of.
struct Plan {
    row: Package,
    artifacts: Vec<Artifact>,
    selection: Selection,
    wish: TransportOptions,
    owner: Option<String>,
}

fn new_row(cx: &Cx, tenant: &Tenant, id: ActivityId, plan: Plan) -> Result<Row> {
    let now = cx.now();
    let (description, notes) = describe(&plan.row.name, &plan.wish.comment);
    let lines = notes.into_iter().map(|text| Line { severity: "WARNING".to_owned(), text, at: now }).collect();
    let package = plan.row.id.clone();
    let detail = Detail {
        v: 1,
        request: request(id, plan, description),
        process: None,
        transport_request: None,
        transport_request_url: None,
        place: None,
        lines,
    };
    Ok(Row {
        id,
        subaccount: tenant.subaccount,
        package,
        state: ActivityState::Initial,
        detail: serde_json::to_string(&detail)?,
        started_by: tenant.actor.clone(),
        started_at: now,
        ended_at: None,
    })
}

/// The agent's activity is found again by its requestor: our own activity.
fn request(id: ActivityId, plan: Plan, description: String) -> ExportRequest {
    let components = match plan.selection {
        Selection::All => Vec::new(),
        Selection::Artifacts(_) => plan.artifacts.iter().filter(|row| plan.selection.has(row)).map(component).collect(),
    };
    let resource = ExportResource {
        id: plan.row.id,
        resource_id: Some(plan.row.reg_id),
        r#type: "Cloud Integration".to_owned(),
        sub_type: Some("package".to_owned()),
        name: Some(plan.row.name),
        version: Some(plan.row.version),
        components,
        ..ExportResource::default()
    };
    ExportRequest {
        id: Some(json!(id)),
        requestor: Some(id.text()),
        export_mode: Some(tenant::TRANSPORT_MANAGEMENT.to_owned()),
        export_media_type: Some("MTAR".to_owned()),
        description: Some(description),
        transport_user: plan.owner,
        content_resources: vec![resource],
        ..ExportRequest::default()
    }
}

fn component(row: &Artifact) -> Component {
    Component {
        id: row.reg_id.clone(),
        name: row.id.clone(),
        r#type: row.kind.clone(),
        version: row.version.clone(),
        exportable: true,
        selected: Some(true),
    }
}

/// How a transport stands.
///
/// # Errors
/// `NotFound`.
pub async fn find(cx: &Cx, _caller: &Caller<StartTransports>, tenant: &Tenant, id: &str) -> Result<Activity> {
    let missing = || Error::not_found(format!("there is no activity '{id}'"));
    let known = id.parse().map_err(|_| missing())?;
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::transport(tx, known).await?)).await?;
    let row = row.filter(|row| row.subaccount == tenant.subaccount).ok_or_else(missing)?;
    seen(cx, vec![row]).await?.pop().ok_or_else(missing)
}

pub(super) async fn seen(cx: &Cx, rows: Vec<Row>) -> Result<Vec<Activity>> {
    let read = |row: Row| Ok((serde_json::from_str::<Detail>(&row.detail)?, row));
    let rows: Vec<(Detail, Row)> = rows.into_iter().map(read).collect::<Result<_>>()?;
    let subdomains = place::subdomains(cx, rows.iter().filter_map(|(detail, _)| detail.place)).await?;
    Ok(rows.into_iter().map(|(detail, row)| one(detail, row, &subdomains)).collect())
}

fn one(detail: Detail, row: Row, subdomains: &BTreeMap<SubaccountId, String>) -> Activity {
    let url = detail.transport_request_url.unwrap_or_default();
    Activity {
        id: row.id,
        package: row.package,
        state: row.state,
        started_by: row.started_by,
        started_at: row.started_at,
        ended_at: row.ended_at,
        description: detail.request.description.unwrap_or_default(),
        process: detail.process,
        place: detail.transport_request.and_then(|_| place::place(detail.place, &url, subdomains)),
        transport_request: detail.transport_request.map(|id| (id, url)),
        lines: detail.lines,
    }
}

/// A transport in our hands.
struct Work {
    row: Row,
    detail: Detail,
}

impl Work {
    fn say(&mut self, severity: &str, text: impl Into<String>, now: Time) {
        self.detail.lines.push(Line { severity: severity.to_owned(), text: text.into(), at: now });
    }

    fn ends(&mut self, state: ActivityState, now: Time) {
        (self.row.state, self.row.ended_at) = (state, Some(now));
    }

    fn save(mut self, next: Next<Transport>) -> Result<Turn<Transport>> {
        self.row.detail = serde_json::to_string(&self.detail)?;
        Ok(Turn::write(move |tx| {
            async move {
                store::tenant::set_transport(tx, &self.row).await?;
                Ok(next)
            }
            .boxed()
        }))
    }
}

impl Workflow for Transport {
    const KIND: &'static str = "content.run_transport";

    fn key(&self) -> Option<String> {
        Some(self.transport.text())
    }

    fn tenant(&self) -> String {
        self.tenant.clone()
    }

    fn lane(&self) -> Lane {
        Lane::Polling
    }

    async fn step(self, cx: &Cx, hold: &Hold) -> Result<Turn<Self>> {
        let id = self.transport;
        let row = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::transport(tx, id).await?)).await?;
        let Some(row) = row.filter(|row| row.ended_at.is_none()) else { return Ok(Turn::end()) };
        let detail = serde_json::from_str(&row.detail)?;
        let mut work = Work { row, detail };
        let was_running = work.row.state == ActivityState::Running;
        match stage(cx, &mut work, &self.stage, hold.is_fresh).await {
            Ok(Done::Nothing(wait)) => Ok(Turn::wait(Self { attempts: 0, ..self }, wait)),
            // An older version may have asked the agent: then its activities are looked through first.
            Ok(Done::Stage(stage)) if was_running && self.stage == TransportStage::Begin => {
                work.save(Next::Wait(Self { stage, attempts: 0, ..self }, Duration::ZERO))
            }
            Ok(Done::Stage(stage)) => work.save(Next::Go(Self { stage, attempts: 0, ..self })),
            Ok(Done::All(state)) => {
                work.ends(state, cx.now());
                work.save(Next::End)
            }
            Err(failure) => failed(work, self, failure, cx.now()),
        }
    }
}

/// What a stage came to.
enum Done {
    /// There is nothing new; look again after this long.
    Nothing(Duration),
    /// The next stage can be done.
    Stage(TransportStage),
    /// The transport has ended.
    All(ActivityState),
}

async fn stage(cx: &Cx, work: &mut Work, stage: &TransportStage, is_fresh: bool) -> Result<Done, Failure> {
    if *stage == TransportStage::Begin {
        work.row.state = ActivityState::Running;
        let process = work.detail.process.clone();
        return Ok(Done::Stage(process.map_or(TransportStage::Ask, |process| watch(process, cx.now()))));
    }
    let (_, agent) = resolve_destination(cx, work.row.subaccount, ASSEMBLY).await?;
    match stage {
        TransportStage::Watch { process, since } => look(cx, work, &agent, (process, *since)).await,
        TransportStage::Begin | TransportStage::Ask => {
            let process = ask(cx, work, &agent, is_fresh).await?;
            work.detail.process = Some(process.clone());
            Ok(Done::Stage(watch(process, cx.now())))
        }
    }
}

fn watch(process: String, since: Time) -> TransportStage {
    TransportStage::Watch { process, since }
}

/// Asks the agent, once: unless nothing can have happened since, its activities are looked through first.
async fn ask(cx: &Cx, work: &mut Work, agent: &Target, is_fresh: bool) -> Result<String, Failure> {
    if !is_fresh {
        let known = client::content_agent::activities_of(&cx.http, agent, &work.row.id.text()).await?;
        if let Some(known) = known.into_iter().next() {
            return Ok(known.process_id);
        }
    }
    let operation = client::content_agent::export(&cx.http, agent, &work.detail.request).await?;
    work.say("INFO", format!("the Content Agent took over: process {}", operation.process_id), cx.now());
    Ok(operation.process_id)
}

async fn look(cx: &Cx, work: &mut Work, agent: &Target, (process, since): (&str, Time)) -> Result<Done, Failure> {
    let operation = client::content_agent::operation(&cx.http, agent, process).await?;
    match operation.state.as_str() {
        "FINISHED" => {
            let config = client::content_agent::config(&cx.http, agent, &operation.process_id).await?;
            // Our own agent's activities have ids that no other agent's have.
            work.detail.place = agent::activity::place(cx, &operation.process_id).await?;
            take_over(work, operation);
            work.detail.transport_request = config.transport_request_id;
            work.detail.transport_request_url = config.transport_request_url;
            Ok(Done::All(ActivityState::Finished))
        }
        "ERROR" | "ABORTED" | "FAILED" => {
            take_over(work, operation);
            Ok(Done::All(ActivityState::Error))
        }
        _ => Ok(Done::Nothing(next_look(since, cx.now()))),
    }
}

/// The agent's log becomes part of ours.
fn take_over(work: &mut Work, operation: Operation) {
    let lines = operation.messages.unwrap_or_default().into_iter().map(|message| Line {
        severity: message.r#type,
        text: message.text,
        at: Time::parse_rfc3339(&message.timestamp).unwrap_or_default(),
    });
    work.detail.lines.extend(lines);
}

fn failed(mut work: Work, transport: Transport, failure: Failure, now: Time) -> Result<Turn<Transport>> {
    let (text, wait) = next_try(failure, transport.attempts)?;
    if let Some(wait) = wait {
        work.say("WARNING", format!("{text}; trying again"), now);
        return work.save(Next::Wait(Transport { attempts: transport.attempts + 1, ..transport }, wait));
    }
    work.say("ERROR", text, now);
    work.ends(ActivityState::Error, now);
    work.save(Next::End)
}
