//! Putting requests into the landscape.

use super::error::Problem;
use super::read::{self, Body};
use super::view;
use crate::auth::Auth;
use axum::Json;
use axum::extract::State;
use engine::Cx;
use engine::transport::request;
use engine::transport::right::Export;
use wire::tms::{NodeUpload, NodeUploadAnswer};

/// Into the node's own queue.
pub(super) async fn upload(
    Auth(caller): Auth<Export>,
    State(cx): State<Cx>,
    Body(body): Body<NodeUpload>,
) -> Result<Json<NodeUploadAnswer>, Problem> {
    Ok(Json(view::created(request::upload(&cx, caller, read::new_request(body)?).await?)))
}

/// Into the queues that follow.
pub(super) async fn export(
    Auth(caller): Auth<Export>,
    State(cx): State<Cx>,
    Body(body): Body<NodeUpload>,
) -> Result<Json<NodeUploadAnswer>, Problem> {
    Ok(Json(view::created(request::export(&cx, caller, read::new_request(body)?).await?)))
}
