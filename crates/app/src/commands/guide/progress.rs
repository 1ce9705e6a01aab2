//! How a run is shown: a line per step on stdout, and on a terminal a bar on stderr with the step that runs.

use guide::{Progress, Status, Step, StepReport};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// Shows steps to a person, or nothing to a machine.
pub struct Shown {
    bar: ProgressBar,
    json: bool,
}

impl Shown {
    /// With `json` only the bar is shown; without a terminal not even that.
    pub fn new(json: bool, steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(u64::try_from(steps).ok(), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos:>2}/{len} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { bar, json }
    }

    fn line(&self, text: &str) {
        if !self.json {
            self.bar.suspend(|| println!("{text}"));
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Shown {
    fn begins(&mut self, step: &Step) {
        self.bar.set_position(u64::from(step.number));
        self.bar.set_message(format!("{}: {}", step.actor, step.title));
    }

    fn ended(&mut self, report: &StepReport) {
        let StepReport { number, title, status, saw, fix, ms } = report;
        let word = match status {
            Status::Done => "",
            Status::Failed => "FAILED: ",
            Status::Missing => "missing: ",
            Status::Wrong => "wrong: ",
            Status::NotCheckable => "not checkable: ",
        };
        self.line(&format!("{number:>2}  {title:<55}  {ms:>5} ms  {word}{saw}"));
        if let Some(fix) = fix {
            self.line(&format!("    hint: {fix}"));
        }
    }
}
