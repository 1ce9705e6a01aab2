//! What people do with requests in a queue. Each takes a list and does all or nothing.

use super::error::Problem;
use super::read::{self, Body};
use crate::auth::Auth;
use axum::extract::{Path, State};
use engine::Cx;
use engine::transport::queue;
use engine::transport::right::Operate;
use http::StatusCode;
use wire::tms::Selection;

pub(super) async fn forward(
    Auth(caller): Auth<Operate>,
    State(cx): State<Cx>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<StatusCode, Problem> {
    queue::forward(&cx, caller, read::id(&node)?, read::named(&body)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn reset(
    Auth(caller): Auth<Operate>,
    State(cx): State<Cx>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<StatusCode, Problem> {
    queue::reset(&cx, caller, read::id(&node)?, read::named(&body)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn remove(
    Auth(caller): Auth<Operate>,
    State(cx): State<Cx>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<StatusCode, Problem> {
    queue::remove(&cx, caller, read::id(&node)?, read::named(&body)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
