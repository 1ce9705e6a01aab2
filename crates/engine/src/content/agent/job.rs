//! Doing an export: stage by stage, each saved before the next begins.

use super::activity::{Detail, ERROR, FINISHED, Mode, RUNNING, Stage};
use super::{archive, handover};
use crate::content::remote::{ATTEMPTS, Failure, patience};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::job::{Job, Next};
use model::SubaccountId;
use serde::{Deserialize, Serialize};
use store::activity::ActivityRow;

/// Runs an export.
#[derive(Debug, Serialize, Deserialize)]
pub struct RunExport {
    /// The activity.
    activity: String,
}

impl RunExport {
    /// For the activity of this id.
    #[must_use]
    pub fn of(activity: String) -> Self {
        Self { activity }
    }
}

/// An activity in our hands.
pub(super) struct Work {
    pub(super) subaccount: SubaccountId,
    pub(super) detail: Detail,
    row: ActivityRow,
    /// Lines for its log that are not saved yet.
    said: Vec<(&'static str, String)>,
}

impl Work {
    pub(super) fn info(&mut self, text: impl Into<String>) {
        self.said.push(("INFO", text.into()));
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.said.push(("WARNING", text.into()));
    }

    fn ends(&mut self, state: &str, cx: &Cx) {
        state.clone_into(&mut self.row.state);
        self.row.ended_at = Some(cx.now().micros());
    }

    /// Saves where it stands, and what was said.
    pub(super) async fn save(&mut self, cx: &Cx) -> Result<()> {
        self.row.detail = serde_json::to_string(&self.detail)?;
        self.row.archive = self.detail.archive.as_ref().map(|archive| archive.digest.clone());
        let (row, said, now) = (self.row.clone(), std::mem::take(&mut self.said), cx.now());
        cx.db
            .write(async move |tx| {
                if !store::activity::save(tx, &row).await? {
                    return Err(Error::not_found("the activity was removed meanwhile"));
                }
                for (severity, text) in said {
                    store::activity::say(tx, &row.id, severity, &text, now.micros()).await?;
                }
                Ok(())
            })
            .await
    }
}

impl Job for RunExport {
    const NAME: &'static str = "content.run_export";

    fn dedup_key(&self) -> Option<String> {
        Some(self.activity.clone())
    }

    async fn run(self, cx: &Cx) -> Result<Next> {
        let id = self.activity;
        let row = cx.db.read(async move |tx| Ok::<_, crate::Error>(store::activity::find(tx, &id).await?)).await?;
        let Some(row) = row.filter(|row| row.ended_at.is_none()) else { return Ok(Next::Done) };
        let (subaccount, detail) = (row.subaccount.parse()?, serde_json::from_str(&row.detail)?);
        let mut work = Work { subaccount, detail, row, said: Vec::new() };
        if work.row.state != RUNNING {
            RUNNING.clone_into(&mut work.row.state);
            work.info("the export begins");
            work.save(cx).await?;
        }
        run(cx, &mut work).await
    }
}

async fn run(cx: &Cx, work: &mut Work) -> Result<Next> {
    loop {
        match stage(cx, work).await {
            Ok(Some(next)) => {
                work.detail.stage = next;
                work.detail.attempts = 0;
                work.save(cx).await?;
            }
            Ok(None) => {
                work.ends(FINISHED, cx);
                work.save(cx).await?;
                return Ok(Next::Done);
            }
            Err(failure) => return failed(cx, work, failure).await,
        }
    }
}

/// Does one stage and says which comes next.
async fn stage(cx: &Cx, work: &mut Work) -> Result<Option<Stage>, Failure> {
    match work.detail.stage {
        Stage::FindNode => handover::find_node(cx, work).await.map(|()| Some(Stage::Assemble)),
        Stage::Assemble => {
            archive::assemble(cx, work).await?;
            Ok((work.detail.wish.mode == Mode::TransportManagement).then_some(Stage::Upload))
        }
        Stage::Upload => handover::upload(cx, work).await.map(|()| Some(Stage::Export)),
        Stage::Export => handover::export(cx, work).await.map(|()| None),
    }
}

async fn failed(cx: &Cx, work: &mut Work, failure: Failure) -> Result<Next> {
    match failure {
        Failure::Ours(error) => return Err(error),
        Failure::Passing(text) if work.detail.attempts + 1 < ATTEMPTS => {
            let wait = patience(work.detail.attempts);
            work.detail.attempts += 1;
            work.warn(format!("{text}; trying again"));
            work.save(cx).await?;
            return Ok(Next::Again(wait));
        }
        Failure::Final(text) | Failure::Passing(text) => work.said.push(("ERROR", text)),
    }
    work.ends(ERROR, cx);
    work.save(cx).await?;
    Ok(Next::Done)
}
