//! How far jobs are.

use super::error::Problem;
use crate::auth::At;
use axum::Json;
use axum::extract::Path;
use engine::Error;
use engine::platform::right::ViewJobs;
use engine::platform::{cis_job, code};
use model::JobId;
use wire::accounts::JobStatus;
use wire::accounts::saas::SubscriptionJob;

fn parse(id: &str) -> Result<JobId, Problem> {
    let missing = || Error::not_found(format!("Job {id} not found")).with_code(code::JOB_NOT_FOUND);
    Ok(id.parse().map_err(|_| missing())?)
}

pub(super) async fn status(At(cx, caller): At<ViewJobs>, Path(id): Path<String>) -> Result<Json<JobStatus>, Problem> {
    let job = cis_job::find(&cx, caller, parse(&id)?).await?;
    Ok(Json(JobStatus { status: "COMPLETED".to_owned(), description: job.description }))
}

pub(super) async fn subscription(
    At(cx, caller): At<ViewJobs>,
    Path(id): Path<String>,
) -> Result<Json<SubscriptionJob>, Problem> {
    let job = cis_job::find(&cx, caller, parse(&id)?).await?;
    let state = "SUCCEEDED".to_owned();
    Ok(Json(SubscriptionJob { id: job.id.to_string(), state, state_details: None, error: None }))
}
