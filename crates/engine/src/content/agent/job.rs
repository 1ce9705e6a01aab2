//! Doing an export: stage by stage, each saved before the next begins.

use super::{archive, handover};
use crate::content::remote::{Failure, next_try};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{Hold, Next, Turn, Workflow};
use futures_util::FutureExt;
use model::Time;
use model::activity::{ActivityState, Export, ExportStage};
use model::message::MessageKind;
use model::work::Lane;
use std::time::Duration;
use store::Tx;
use store::activity::Activity;

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
        let mut work = Work { row, said: Vec::new() };
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

/// An activity in our hands.
pub(super) struct Work {
    pub(super) row: Activity,
    /// Lines for its log that are not saved yet.
    said: Vec<(MessageKind, String)>,
}

impl Work {
    pub(super) fn info(&mut self, text: impl Into<String>) {
        self.said.push((MessageKind::Info, text.into()));
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.said.push((MessageKind::Warning, text.into()));
    }

    fn ends(&mut self, state: ActivityState, now: Time) {
        (self.row.state, self.row.ended_at) = (state, Some(now));
    }

    fn goes_on(&mut self, export: Export, now: Time) -> Next<Export> {
        match ExportStage::after(self.row.detail.facts()) {
            Some(stage) => Next::Go(Export { stage, attempts: 0, ..export }),
            None => {
                self.ends(ActivityState::Finished, now);
                Next::End
            }
        }
    }

    fn failed(&mut self, export: Export, failure: Failure, now: Time) -> Result<Next<Export>> {
        let (text, wait) = next_try(failure, export.attempts)?;
        if let Some(wait) = wait {
            self.warn(format!("{text}; trying again"));
            return Ok(Next::Wait(Export { attempts: export.attempts + 1, ..export }, wait));
        }
        self.said.push((MessageKind::Error, text));
        self.ends(ActivityState::Error, now);
        Ok(Next::End)
    }

    /// Saves where it stands, and what was said. An activity that was removed meanwhile needs no more work.
    fn save(self, next: Next<Export>, now: Time) -> Turn<Export> {
        Turn::write(move |tx| async move { if self.put(tx, now).await? { Ok(next) } else { Ok(Next::End) } }.boxed())
    }

    async fn put(mut self, tx: &mut Tx, now: Time) -> Result<bool> {
        self.row.archive = self.row.detail.archive.as_ref().map(|archive| archive.digest.clone());
        if !store::activity::save(tx, &self.row).await? {
            return Ok(false);
        }
        for (severity, text) in self.said {
            store::activity::say(tx, self.row.id, severity, &text, now).await?;
        }
        Ok(true)
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
