//! Looks at a landscape, ours or a real one, and says for each step: done, missing or wrong, and the fix.
//!
//! It works with what `landscape.json` and the keys say, and changes nothing. A step without a public API to look at,
//! or without a key for it, is "not checkable" and says which key would help.

mod accounts;
mod calls;
mod destinations;
mod findings;
mod looks;
mod people;
mod transport;

use crate::failure::Result;
use crate::output::Files;
use crate::report::{Report, Status, StepReport};
use crate::run::Progress;
use crate::web::Web;
use calls::Calls;
use findings::Finding;
use model::guide::{STEPS, Step};
use std::time::Instant;

/// Checks every step, and trusts `extra_ca` (PEM) besides the system's authorities; `ok` when none is missing or wrong.
///
/// # Errors
/// When the certificates cannot be read.
pub async fn check(files: &Files, extra_ca: Vec<u8>, progress: &mut dyn Progress) -> Result<Report> {
    let started = Instant::now();
    let mut calls = Calls::new(files, Web::trusting(extra_ca)?);
    let mut steps = Vec::new();
    for step in &STEPS {
        progress.begins(step);
        let began = Instant::now();
        let finding = looks::at(&mut calls, step.number).await;
        let report = report(step, finding, began);
        progress.ended(&report);
        steps.push(report);
    }
    let ok = steps.iter().all(|s| matches!(s.status, Status::Done | Status::NotCheckable));
    Ok(Report { ok, steps, proof: None, total_ms: millis(started) })
}

fn report(step: &Step, finding: Finding, began: Instant) -> StepReport {
    let Finding { status, saw, fix } = finding;
    let wanted = matches!(status, Status::Missing | Status::Wrong);
    let fix = fix.filter(|fix| !fix.is_empty()).or_else(|| wanted.then(|| step.fix.to_owned()));
    StepReport { number: step.number, title: step.title.to_owned(), status, saw, fix, ms: millis(began) }
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
