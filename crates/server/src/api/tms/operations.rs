//! What people do with requests in a queue. Each takes a list and does all or nothing.

use super::error::Problem;
use super::read::{self, Body};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::Path;
use engine::Error;
use engine::transport::right::{ImportAll, ImportSelected, Operate};
use engine::transport::{import, queue};
use http::StatusCode;
use wire::tms::{ImportAnswer, Selection};

pub(super) async fn forward(
    At(cx, caller): At<Operate>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<StatusCode, Problem> {
    queue::forward(&cx, caller, read::id(&node)?, read::named(&body)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn reset(
    At(cx, caller): At<Operate>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<StatusCode, Problem> {
    queue::reset(&cx, caller, read::id(&node)?, read::named(&body)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn remove(
    At(cx, caller): At<Operate>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<StatusCode, Problem> {
    queue::remove(&cx, caller, read::id(&node)?, read::named(&body)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Imports the named requests, in the order of the queue.
pub(super) async fn import(
    At(cx, caller): At<ImportSelected>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<Json<ImportAnswer>, Problem> {
    let action = import::selected(&cx, caller, read::id(&node)?, read::named(&body)?).await?;
    Ok(Json(view::import(action)))
}

/// Imports everything that can be imported.
pub(super) async fn import_all(
    At(cx, caller): At<ImportAll>,
    Path(node): Path<String>,
    Body(body): Body<Selection>,
) -> Result<Json<ImportAnswer>, Problem> {
    if !body.transport_requests.is_empty() {
        let why = "importAll takes no transportRequests: it imports everything; leave them out, or use import";
        return Err(Error::invalid(why).into());
    }
    let user = read::user(body.named_user.as_deref())?;
    let action = import::all(&cx, caller, read::id(&node)?, user).await?;
    Ok(Json(view::import(action)))
}
