//! Performs the guide: one function per step, called through [`perform`], in the order of [`STEPS`].

mod accounts;
mod change;
mod cloud_foundry;
mod destinations;
mod export;
mod nodes;
mod prepare;
mod subscribe;
mod waiting;

use crate::failure::{Failure, Result};
use crate::output;
use crate::proof;
use crate::report::{Report, Status, StepReport};
use crate::session::Session;
use model::guide::{STEPS, Step};
use serde_json::Value;
use std::path::PathBuf;
use std::time::Instant;

/// What a run is given.
#[derive(Debug, Clone)]
pub struct Options {
    /// What the server's first start wrote: `first-start.json`.
    pub credentials: Value,
    /// The server, when it is not the one that the credentials name.
    pub server: Option<String>,
    /// Put before every subdomain, so that several runs fit into one server.
    pub prefix: String,
    /// A package export (zip).
    pub package: Vec<u8>,
    /// A fresh password for each of the seven people.
    pub passwords: Vec<String>,
    /// Certificate authorities to trust besides the system's (PEM).
    pub extra_ca: Vec<u8>,
    /// Where `landscape.json` and the service keys go.
    pub out: Option<PathBuf>,
    /// Whether people look at the landscape afterwards: then the administrator may see and do everything in it.
    pub show: bool,
}

/// Sees a run go on.
pub trait Progress {
    /// A step begins.
    fn begins(&mut self, step: &Step);
    /// A step ended.
    fn ended(&mut self, report: &StepReport);
}

/// Performs all steps, then the proof; stops at the first step that fails.
pub async fn run(options: Options, progress: &mut dyn Progress) -> Report {
    let started = Instant::now();
    let mut report = Report { ok: false, steps: Vec::new(), proof: None, total_ms: 0 };
    match Session::new(options) {
        Ok(mut session) => attempt(&mut session, progress, &mut report).await,
        Err(failure) => record(progress, &mut report, &STEPS[0], Err(failure), Instant::now()),
    }
    report.total_ms = millis(started);
    report
}

async fn attempt(session: &mut Session, progress: &mut dyn Progress, report: &mut Report) {
    for step in &STEPS {
        progress.begins(step);
        let started = Instant::now();
        let outcome = perform(session, step.number).await;
        let failed = outcome.is_err();
        record(progress, report, step, outcome, started);
        if failed {
            return;
        }
    }
    let started = Instant::now();
    match finish(session).await {
        Ok(proof) => {
            report.ok = proof.holds();
            report.proof = Some(proof);
        }
        Err(failure) => record(progress, report, &STEPS[54], Err(failure), started),
    }
}

/// After the last step: the keys that no step makes, the files, the proof.
async fn finish(session: &mut Session) -> Result<proof::Proof> {
    cloud_foundry::remaining_keys(session).await?;
    if let Some(dir) = session.options.out.clone() {
        output::write(&dir, &session.landscape, &session.keys)?;
    }
    let proof = proof::prove(session).await?;
    if session.options.show {
        prepare::show(session).await?;
    }
    Ok(proof)
}

fn record(progress: &mut dyn Progress, report: &mut Report, step: &Step, outcome: Result<String>, started: Instant) {
    let (status, saw, fix) = match outcome {
        Ok(saw) => (Status::Done, saw, None),
        Err(Failure { cause, fix }) => {
            (Status::Failed, cause, Some(if fix.is_empty() { step.fix.to_owned() } else { fix }))
        }
    };
    let step = StepReport { number: step.number, title: step.title.to_owned(), status, saw, fix, ms: millis(started) };
    progress.ended(&step);
    report.steps.push(step);
}

fn millis(started: Instant) -> u64 {
    u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// One step; what it saw.
async fn perform(s: &mut Session, number: u8) -> Result<String> {
    match number {
        0 => prepare::landscape(s).await,
        1 => subscribe::open_subaccount(s).await,
        2 => subscribe::look_for_entitlement(s).await,
        3 => subscribe::find_plans(s).await,
        4 => subscribe::choose_plan(s),
        5 => subscribe::save_entitlement(s).await,
        6 => subscribe::subscribe(s).await,
        7 => subscribe::see_subscription(s).await,
        8 => subscribe::assign_roles(s).await,
        9 => subscribe::open_application(s).await,
        10 => cloud_foundry::content_agent(s).await,
        11 => cloud_foundry::integration_runtime(s).await,
        12 => destinations::transport_mode(s).await,
        13 => destinations::content_assembly(s).await,
        14 => destinations::cloud_integration(s).await,
        15 => cloud_foundry::list_spaces(s).await,
        16 => cloud_foundry::create_space(s).await,
        17 => accounts::alm_api_listed(s).await,
        18 => accounts::alm_api_plans(s).await,
        19 => accounts::alm_api_choose(s),
        20 => accounts::alm_api_save(s).await,
        21 => cloud_foundry::open_instances(s).await,
        22 => cloud_foundry::name_instance(s).await,
        23 => cloud_foundry::parameters(s),
        24 => cloud_foundry::create_alm_instance(s).await,
        25 => cloud_foundry::create_alm_key(s).await,
        26 => cloud_foundry::read_alm_key(s).await,
        27 => destinations::draft_name(s),
        28 => destinations::draft_url(s),
        29 => destinations::draft_credentials(s),
        30 => destinations::draft_token_url(s),
        31 => destinations::save_draft(s).await,
        32 => destinations::check_connection(s).await,
        33 => destinations::target_names(s),
        34 => destinations::target_urls(s),
        35 => destinations::validate_domain(s).await,
        36 => destinations::save_targets(s).await,
        37 => nodes::source(s).await,
        38 => nodes::targets(s).await,
        39 => nodes::routes(s).await,
        40 => nodes::forward_modes(s).await,
        41 => nodes::linear(s).await,
        42 => destinations::configuration_check(s).await,
        43 => change::create_feature(s).await,
        44 => change::start_implementation(s).await,
        45 => export::export_package(s).await,
        46 => change::assign_transport(s).await,
        47 => change::deploy_to_test(s).await,
        48 => change::see_test(s).await,
        49 => change::hand_over(s).await,
        50 => change::confirm_test(s).await,
        51 => change::approve(s).await,
        52 => change::deploy_to_production(s).await,
        53 => change::action_logs(s).await,
        54 => change::confirm_deployment(s).await,
        _ => Err(Failure::new(format!("the guide has no step {number}"))),
    }
}

/// The calls that the proof makes, too.
pub(crate) mod proof_calls {
    pub(crate) use super::change::{history, logs};
    pub(crate) use super::export::{download, read};
}
