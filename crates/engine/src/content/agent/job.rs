//! Doing an export: stage by stage, each saved before the next begins.

use super::held::Work;
use super::{archive, handover};
use crate::content::remote::Failure;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{Hold, Next, Turn, Workflow};
use model::activity::{ActivityState, Export, ExportStage};
use model::work::Lane;
use std::time::Duration;

impl Workflow for Export {
    const KIND: &'static str = "content.run_export";

    fn key(&self) -> Option<String> {
        Some(self.activity.text())
    }

    fn tenant(&self) -> String {
        self.tenant.clone()
    }

    fn lane(&self) -> Lane {
        self.stage.lane()
    }

    async fn step(self, cx: &Cx, hold: &Hold) -> Result<Turn<Self>> {
        let id = self.activity;
        let row = cx.db.read(async move |tx| Ok::<_, Error>(store::activity::find(tx, id).await?)).await?;
        let Some(row) = row.filter(|row| row.ended_at.is_none()) else { return Ok(Turn::end()) };
        let mut work = Work::new(row);
        let was_running = work.row.state == ActivityState::Running;
        let done = stage(cx, &mut work, self.stage, hold.is_fresh).await;
        let next = match done {
            // An older version did the stages so far: what it asked for last is looked for before it is asked again.
            Ok(()) if was_running && self.stage == ExportStage::Begin => match work.goes_on(self, cx.now()) {
                Next::Go(export) => Next::Wait(export, Duration::ZERO),
                other => other,
            },
            Ok(()) => work.goes_on(self, cx.now()),
            Err(failure) => work.failed(self, failure, cx.now())?,
        };
        Ok(work.save(next, cx.now()))
    }
}

async fn stage(cx: &Cx, work: &mut Work, stage: ExportStage, is_fresh: bool) -> Result<(), Failure> {
    match stage {
        ExportStage::Begin => {
            if work.row.state == ActivityState::Initial {
                work.row.state = ActivityState::Running;
                work.info("the export begins");
            }
            Ok(())
        }
        ExportStage::FindNode => handover::find_node(cx, work).await,
        ExportStage::Assemble => archive::assemble(cx, work).await,
        ExportStage::Upload => handover::upload(cx, work).await,
        ExportStage::Export => handover::export(cx, work, is_fresh).await,
    }
}
