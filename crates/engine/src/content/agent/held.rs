//! An activity at work: what was found out and said since it was read, and how that is saved.

use crate::content::remote::{Failure, next_try};
use crate::error::Result;
use crate::work::{Next, Turn};
use futures_util::FutureExt;
use model::Time;
use model::activity::{ActivityState, Export, ExportStage};
use model::message::MessageKind;
use store::Tx;
use store::activity::Activity;

/// An activity in our hands.
pub(super) struct Work {
    pub(super) row: Activity,
    /// Lines for its log that are not saved yet.
    said: Vec<(MessageKind, String)>,
}

impl Work {
    pub(super) fn new(row: Activity) -> Self {
        Self { row, said: Vec::new() }
    }

    pub(super) fn info(&mut self, text: impl Into<String>) {
        self.said.push((MessageKind::Info, text.into()));
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.said.push((MessageKind::Warning, text.into()));
    }

    fn ends(&mut self, state: ActivityState, now: Time) {
        (self.row.state, self.row.ended_at) = (state, Some(now));
    }

    pub(super) fn goes_on(&mut self, export: Export, now: Time) -> Next<Export> {
        match ExportStage::after(self.row.detail.facts()) {
            Some(stage) => Next::Go(Export { stage, attempts: 0, ..export }),
            None => {
                self.ends(ActivityState::Finished, now);
                Next::End
            }
        }
    }

    pub(super) fn failed(&mut self, export: Export, failure: Failure, now: Time) -> Result<Next<Export>> {
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
    pub(super) fn save(self, next: Next<Export>, now: Time) -> Turn<Export> {
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
