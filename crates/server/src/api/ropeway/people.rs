//! `/api/v1/people/{user}/sessions`: where a person is logged in, and ending it.

use super::error::Problem;
use crate::api::ropeway::here::Here;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::identity::rights::OfSessions;
use engine::identity::session::{self, Session};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::{PersonSession, SessionsEnded};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list, end_all)).routes(routes!(end))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfPerson {
    /// Log-in name or id of the person, or `me`.
    user: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfSession {
    /// Log-in name or id of the person, or `me`.
    user: String,
    /// Id of the session.
    session: String,
}

/// List a person's sessions.
///
/// Everybody sees his own; who may change users sees those of users in the token's zone, and the administrator with a
/// token of Cloud Foundry all. The newest 500, the newest first.
#[utoipa::path(get, path = "/api/v1/people/{user}/sessions", operation_id = "listSessions", tag = "people",
    params(OfPerson),
    responses((status = 200, description = "The sessions.", body = Vec<PersonSession>), Problem))]
async fn list(
    Here(cx, caller): Here<OfSessions>,
    Path(OfPerson { user }): Path<OfPerson>,
) -> Result<Json<Vec<PersonSession>>, Problem> {
    Ok(Json(session::list(&cx, caller, user).await?.into_iter().map(view).collect()))
}

/// End all sessions of a person.
///
/// Those that the caller sees end, with their access and refresh tokens: at once in this process, within a second in
/// others. Of his own the one that asks ends, too.
#[utoipa::path(delete, path = "/api/v1/people/{user}/sessions", operation_id = "endSessions", tag = "people",
    params(OfPerson),
    responses((status = 200, description = "How many ended.", body = SessionsEnded), Problem))]
async fn end_all(
    Here(cx, caller): Here<OfSessions>,
    Path(OfPerson { user }): Path<OfPerson>,
) -> Result<Json<SessionsEnded>, Problem> {
    Ok(Json(SessionsEnded { ended: session::end_of(&cx, caller, user, None).await? }))
}

/// End a session.
///
/// Its access and refresh tokens end with it: at once in this process, within a second in others.
#[utoipa::path(delete, path = "/api/v1/people/{user}/sessions/{session}", operation_id = "endSession", tag = "people",
    params(OfSession),
    responses((status = 200, description = "It ended.", body = SessionsEnded), Problem))]
async fn end(
    Here(cx, caller): Here<OfSessions>,
    Path(OfSession { user, session }): Path<OfSession>,
) -> Result<Json<SessionsEnded>, Problem> {
    Ok(Json(SessionsEnded { ended: session::end_of(&cx, caller, user, Some(session)).await? }))
}

fn view(session: Session) -> PersonSession {
    let Session { row, zone_name } = session;
    PersonSession {
        id: row.id,
        zone: zone_name,
        client: row.client_id,
        address: row.address,
        started_at: row.created_at.rfc3339_millis(),
        used_at: row.used_at.rfc3339_millis(),
        expires_at: row.expires_at.rfc3339_millis(),
    }
}
