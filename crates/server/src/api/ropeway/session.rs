//! `/api/v1/session`: who is signed in to the page, and signing out.

use super::error::Problem;
use super::here::{self, Session};
use crate::page::cookie;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use engine::Cx;
use engine::identity::page::{self, Overview, Reachable};
use http::{HeaderMap, StatusCode};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::session as wire;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(read, sign_out))
}

/// Who is signed in.
///
/// For the page, which sends its session cookie; with a bearer token there is no session. Signing in is `/sign-in`.
#[utoipa::path(get, path = "/api/v1/session", operation_id = "readSession", tag = "session", security(("session" = [])),
    responses((status = 200, description = "The session.", body = wire::Session), Problem))]
async fn read(State(cx): State<Cx>, headers: HeaderMap) -> Result<Json<wire::Session>, Problem> {
    let cookie = cookie::read(&cx, &headers).ok_or_else(here::signed_out)?;
    Ok(Json(view(cookie, page::overview(&cx, cookie).await?)))
}

/// Sign out.
///
/// The session ends, in every window.
#[utoipa::path(delete, path = "/api/v1/session", operation_id = "signOut", tag = "session", security(("session" = [])),
    responses((status = 204, description = "The session is over."), Problem))]
async fn sign_out(State(cx): State<Cx>, Session(cookie): Session) -> Result<Response, Problem> {
    page::sign_out(&cx, &cookie).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    cookie::clear(&cx, response.headers_mut());
    Ok(response)
}

fn view(cookie: &str, found: Overview) -> wire::Session {
    let Overview { person, administrates, subaccounts, until } = found;
    wire::Session {
        csrf_token: page::csrf_token(cookie),
        user: wire::SessionUser {
            id: person.id.to_string(),
            name: person.user_name,
            email: person.email,
            given_name: person.given_name,
            family_name: person.family_name,
        },
        is_global_administrator: administrates,
        subaccounts: subaccounts.into_iter().map(subaccount).collect(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        expires_at: until.rfc3339_millis(),
    }
}

fn subaccount(found: Reachable) -> wire::SessionSubaccount {
    wire::SessionSubaccount {
        id: found.id.to_string(),
        subdomain: found.subdomain,
        display_name: found.display_name,
        areas: found.areas.iter().map(|area| area.word().to_owned()).collect(),
        role_collections: found.role_collections.into_iter().collect(),
    }
}
