//! A server on which the whole guide was performed, for stories about everything at once.

use guide::run::{Options, Progress, run};
use guide::{Step, StepReport, sample_package};
use std::time::Duration;
use testkit::TestApp;

struct Quiet;

impl Progress for Quiet {
    fn begins(&mut self, _: &Step) {}
    fn ended(&mut self, _: &StepReport) {}
}

/// Does the work that is due, again and again, while the clock goes on.
async fn work(app: &TestApp) -> ! {
    loop {
        engine::work::worker::run_due(&app.cx).await.unwrap();
        app.advance(Duration::from_millis(20));
        tokio::task::yield_now().await;
    }
}

/// The whole guide: four subaccounts with everything that people, clients and jobs put into them.
pub(crate) async fn landscape(app: &TestApp) {
    let options = Options {
        credentials: serde_json::to_value(&app.first).unwrap(),
        server: None,
        prefix: String::new(),
        package: sample_package().unwrap(),
        passwords: (0..7).map(|n| format!("correct horse {n}")).collect(),
        show: false,
        extra_ca: Vec::new(),
        out: None,
    };
    let mut quiet = Quiet;
    let report = tokio::select! {
        report = run(options, &mut quiet) => report,
        never = work(app) => never,
    };
    assert!(report.ok, "{}", serde_json::to_string_pretty(&report).unwrap());
}
