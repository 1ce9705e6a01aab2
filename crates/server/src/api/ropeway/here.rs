//! Who calls our own API, and where: a bearer token of a zone, or the session of the page.
//!
//! A token belongs to a zone. A session belongs to none, so the path says where the call goes: its `{subaccount}` or
//! `{tenant}`; without one it is the global account, or Cloud Foundry where the right is one of Cloud Foundry.

use super::error::{Detail, Problem};
use crate::auth::{bearer, no_token};
use crate::page::{cookie, is_foreign};
use axum::extract::{FromRequestParts, RawPathParams};
use engine::identity::page::{self, Place};
use engine::identity::token;
use engine::{Caller, Cx, Error, Identity, Kind, Permission};
use http::request::Parts;
use http::{HeaderName, Method, StatusCode};
use model::role::{self, Holder, Right};
use std::sync::Arc;
use url::form_urlencoded;

const CSRF: HeaderName = HeaderName::from_static("x-csrf-token");

/// The server, and a caller with the right `P` at the place that the path names.
#[derive(Debug)]
pub(super) struct Here<P>(pub(super) Cx, pub(super) Caller<P>);

impl<P: Permission> FromRequestParts<Cx> for Here<P> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self, Problem> {
        let named = named(parts).await;
        // Boxed: the future of a verification is a deep type.
        let identity = Box::pin(identity(parts, cx, named, &P::RIGHT)).await?;
        let caller = Caller::new(identity).map_err(|error| without_right(error, &P::RIGHT))?;
        Ok(Self(cx.clone(), caller))
    }
}

/// The cookie of a session of the page, in a call that comes from the page.
#[derive(Debug)]
pub(super) struct Session(pub(super) String);

impl FromRequestParts<Cx> for Session {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self, Problem> {
        Ok(Self(session(parts, cx)?))
    }
}

/// What somebody is told who is not signed in.
pub(super) fn signed_out() -> Problem {
    Error::unauthenticated("Sign in, or send a bearer token").with_code("signed_out").into()
}

async fn identity(parts: &Parts, cx: &Cx, named: Option<String>, right: &Right) -> Result<Arc<Identity>, Problem> {
    if let Some(token) = bearer(&parts.headers) {
        return Ok(of_zone(token::verify(cx, token).await?, named.as_deref())?);
    }
    let cookie = session(parts, cx)?;
    let place = match (named, right.holder) {
        (Some(name), _) => Place::Zone(name),
        (None, Holder::OfCloudFoundry(_)) => Place::CloudFoundry,
        (None, _) => Place::GlobalAccount,
    };
    Ok(page::identity(cx, &cookie, place).await?)
}

/// The subaccount that the path names, or the query where the path has no place for it.
async fn named(parts: &mut Parts) -> Option<String> {
    let params = RawPathParams::from_request_parts(parts, &()).await.ok();
    let names = |(name, _): &(&str, &str)| matches!(*name, "subaccount" | "tenant");
    let in_path = params.iter().flat_map(RawPathParams::iter).find(names).map(|(_, value)| value.to_owned());
    in_path.or_else(|| {
        let mut query = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
        query.find(|(name, _)| name == "subaccount").map(|(_, value)| value.into_owned())
    })
}

/// A token is good for its own zone only.
fn of_zone(identity: Arc<Identity>, named: Option<&str>) -> Result<Arc<Identity>, Error> {
    let own = |name: &str| name == identity.zone_name || identity.subaccount().is_ok_and(|id| id.to_string() == name);
    match named {
        Some(name) if !own(name) => {
            let text = format!("this token is one of '{}', not of '{name}'; get one there", identity.zone_name);
            Err(Error::forbidden(text))
        }
        _ => Ok(identity),
    }
}

fn session(parts: &Parts, cx: &Cx) -> Result<String, Problem> {
    let cookie = cookie::read(cx, &parts.headers).ok_or_else(|| Problem::from(no_token()))?;
    let reads = matches!(parts.method, Method::GET | Method::HEAD);
    let sent = parts.headers.get(CSRF).and_then(|value| value.to_str().ok());
    if !reads && (is_foreign(cx, &parts.headers) || sent != Some(page::csrf_token(cookie).as_str())) {
        let text = "with a session a change needs the header X-CSRF-Token with the csrfToken of GET /api/v1/session";
        let detail = Detail { code: "csrf", fix: None };
        return Err(Problem { detail, ..Problem::new(StatusCode::FORBIDDEN, text) });
    }
    Ok(cookie.to_owned())
}

/// Says which role would help.
fn without_right(error: Error, right: &Right) -> Problem {
    let is_forbidden = error.kind() == Kind::Forbidden;
    let mut problem = Problem::from(error);
    problem.detail.fix = role::remedy(right).filter(|_| is_forbidden);
    problem
}
