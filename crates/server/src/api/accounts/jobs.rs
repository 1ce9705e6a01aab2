//! How far jobs are.

use super::error::Problem;
use crate::auth::At;
use axum::Json;
use axum::extract::Path;
use engine::Error;
use engine::platform::cis_job::{self, Number};
use engine::platform::code;
use engine::platform::right::ViewJobs;
use wire::accounts::JobStatus;
use wire::accounts::saas::SubscriptionJob;

fn parse(id: &str) -> Result<Number, Problem> {
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
    Ok(Json(SubscriptionJob { id: job.number.to_string(), state, state_details: None, error: None }))
}
