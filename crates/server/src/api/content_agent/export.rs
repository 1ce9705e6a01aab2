//! `POST /v1/contentResources/export`.

use super::error::{Body, Problem};
use super::view;
use crate::auth::At;
use axum::Json;
use engine::content::agent::export;
use engine::content::rights::ExportContent;
use http::StatusCode;
use wire::content_agent::{ExportRequest, Operation};

pub(super) async fn start(
    At(cx, caller): At<ExportContent>,
    Body(request): Body<ExportRequest>,
) -> Result<(StatusCode, Json<Operation>), Problem> {
    let started = export::start(&cx, caller, request).await?;
    Ok((StatusCode::ACCEPTED, Json(view::operation(started, None))))
}
