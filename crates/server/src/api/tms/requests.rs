//! Putting requests into the landscape.

use super::error::Problem;
use super::read::{self, Body};
use super::view;
use crate::auth::At;
use axum::Json;
use engine::transport::request;
use engine::transport::right::Export;
use wire::tms::{NodeUpload, NodeUploadAnswer};

/// Into the node's own queue.
pub(super) async fn upload(
    At(cx, caller): At<Export>,
    Body(body): Body<NodeUpload>,
) -> Result<Json<NodeUploadAnswer>, Problem> {
    Ok(Json(view::created(request::upload(&cx, caller, read::new_request(body)?).await?)))
}

/// Into the queues that follow.
pub(super) async fn export(
    At(cx, caller): At<Export>,
    Body(body): Body<NodeUpload>,
) -> Result<Json<NodeUploadAnswer>, Problem> {
    Ok(Json(view::created(request::export(&cx, caller, read::new_request(body)?).await?)))
}
