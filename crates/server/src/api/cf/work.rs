//! `/v3/jobs`, and the answer of calls that go on.

use super::error::{Problem, Result};
use super::view::View;
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use engine::Cx;
use engine::cf::rights::CfRead;
use http::StatusCode;
use http::header::LOCATION;
use uuid::Uuid;
use wire::cf::Job;

pub(super) fn routes() -> Router<Cx> {
    Router::new().route("/jobs/{guid}", get(read))
}

async fn read(At(cx, caller): At<CfRead>, Path(guid): Path<String>) -> Result<Json<Job>> {
    let guid = Uuid::parse_str(&guid).map_err(|_| Problem::not_found("Job"))?;
    let job = engine::cf::async_call::get(&cx, caller, guid).await?;
    Ok(Json(View::of(&cx).job(&job)))
}

/// 202 without a body; clients follow `Location` as it is, so it is absolute.
pub(super) fn accepted(cx: &Cx, job: Uuid) -> Response {
    let location = format!("{}/v3/jobs/{job}", cx.addresses().cf());
    (StatusCode::ACCEPTED, [(LOCATION, location)]).into_response()
}
