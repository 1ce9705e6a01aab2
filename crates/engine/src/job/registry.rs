//! All jobs, one line each.

use super::{Job, Next};
use crate::content;
use crate::cx::Cx;
use crate::error::{Error, Result};

/// Runs the job of this name; an unknown name (written by a newer version) is an error and stays in the table.
pub(super) async fn run(cx: &Cx, name: &str, payload: &str) -> Result<Next> {
    match name {
        content::runtime::FinishDeployment::NAME => step::<content::runtime::FinishDeployment>(cx, payload).await,
        _ => Err(Error::internal(format!("no job is called '{name}'"))),
    }
}

/// Reads the payload and runs it.
async fn step<J: Job>(cx: &Cx, payload: &str) -> Result<Next> {
    serde_json::from_str::<J>(payload)?.run(cx).await
}
