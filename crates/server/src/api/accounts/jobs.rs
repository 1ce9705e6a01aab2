//! How far jobs are.

use super::error::Problem;
use crate::auth::Auth;
use axum::Json;
use axum::extract::{Path, State};
use engine::platform::right::ViewJobs;
use engine::platform::{cis_job, code};
use engine::{Cx, Error};
use model::JobId;
use wire::accounts::JobStatus;
use wire::accounts::saas::SubscriptionJob;

fn parse(id: &str) -> Result<JobId, Problem> {
    let missing = || Error::not_found(format!("Job {id} not found")).with_code(code::JOB_NOT_FOUND);
    Ok(id.parse().map_err(|_| missing())?)
}

pub(super) async fn status(
    Auth(caller): Auth<ViewJobs>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Json<JobStatus>, Problem> {
    let job = cis_job::find(&cx, caller, parse(&id)?).await?;
    Ok(Json(JobStatus { status: "COMPLETED".to_owned(), description: job.description }))
}

pub(super) async fn subscription(
    Auth(caller): Auth<ViewJobs>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Json<SubscriptionJob>, Problem> {
    let job = cis_job::find(&cx, caller, parse(&id)?).await?;
    let state = "SUCCEEDED".to_owned();
    Ok(Json(SubscriptionJob { id: job.id.to_string(), state, state_details: None, error: None }))
}
