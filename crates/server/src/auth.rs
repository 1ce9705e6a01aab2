//! Who calls: a handler names the right it needs as its first argument, [`At<P>`](At).
//!
//! The refusal speaks the dialect of the service, because each right belongs to one ([`Dialect`]).

use crate::service::{Problem, Service};
use axum::extract::FromRequestParts;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::identity::token;
use engine::{Caller, Cx, Error, Identity, Permission};
use http::HeaderMap;
use http::header::AUTHORIZATION;
use http::request::Parts;
use std::sync::Arc;

/// Ties a right to the service it belongs to, and so to its refusals. Said in the service's `error.rs`: [`speaks!`].
pub trait Dialect: Permission {
    /// The service.
    type Service: Service;
}

/// Says which rights belong to a service.
macro_rules! speaks {
    ($service:ty: $($right:ty),+ $(,)?) => {
        $(impl crate::auth::Dialect for $right {
            type Service = $service;
        })+
    };
}
pub(crate) use speaks;

/// The server, and a caller whose bearer token holds the right `P`. The zone is the token's
/// ([`Caller::subaccount`]); of the services whose addresses name one, each reads its own.
#[derive(Debug)]
pub struct At<P>(pub Cx, pub Caller<P>);

impl<P> Clone for At<P> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), self.1.clone())
    }
}

impl<P: Dialect> FromRequestParts<Cx> for At<P> {
    type Rejection = Problem<P::Service>;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self, Self::Rejection> {
        let token = bearer(&parts.headers).ok_or_else(P::Service::without_token)?;
        // Boxed: the future of a verification is a deep type.
        let identity = Box::pin(token::verify(cx, token)).await?;
        Ok(Self(cx.clone(), Caller::new(identity)?))
    }
}

/// Verifies the bearer token of a request.
///
/// # Errors
/// Unauthenticated: no token, not a bearer token, or not a valid one.
pub async fn identity(headers: &HeaderMap, cx: &Cx) -> Result<Arc<Identity>, Error> {
    token::verify(cx, bearer(headers).ok_or_else(no_token)?).await
}

/// What a request without a token is told.
#[must_use]
pub fn no_token() -> Error {
    Error::unauthenticated("Full authentication is required to access this resource").with_code("unauthorized")
}

/// Name and password of a Basic header, exactly as they were encoded.
#[must_use]
pub fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let bytes = STANDARD.decode(credentials(headers, "basic")?).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (name, password) = text.split_once(':')?;
    Some((name.to_owned(), password.to_owned()))
}

/// The bearer token. The scheme's case does not matter: clients send back `bearer` as the token service wrote it.
#[must_use]
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    credentials(headers, "bearer")
}

/// What follows `scheme` in the Authorization header.
#[must_use]
pub fn credentials<'a>(headers: &'a HeaderMap, scheme: &str) -> Option<&'a str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?.trim();
    let (given, rest) = value.split_once(' ')?;
    given.eq_ignore_ascii_case(scheme).then(|| rest.trim())
}
