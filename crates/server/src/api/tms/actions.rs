//! Actions and logs.

use super::error::Problem;
use super::{read, view};
use crate::auth::Auth;
use axum::Json;
use axum::extract::{Path, State};
use engine::Cx;
use engine::transport::log;
use engine::transport::right::Display;
use wire::tms::{Action, ActionLogs, RequestLogs};

pub(super) async fn get(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Json<Action>, Problem> {
    Ok(Json(view::action(&log::action(&cx, caller, read::id(&id)?).await?)))
}

pub(super) async fn of_action(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Json<ActionLogs>, Problem> {
    let (action, messages) = log::of_action(&cx, caller, read::id(&id)?).await?;
    Ok(Json(view::action_logs(&action, &messages)))
}

pub(super) async fn of_request(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path((node, request)): Path<(String, String)>,
) -> Result<Json<RequestLogs>, Problem> {
    let log = log::of_request(&cx, caller, read::id(&node)?, read::id(&request)?).await?;
    Ok(Json(view::request_logs(&log)))
}
