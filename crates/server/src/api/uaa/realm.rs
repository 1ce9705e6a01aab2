//! Which realm an address means: the zone in its path, or Cloud Foundry.

use super::error::Problem;
use axum::extract::{FromRequestParts, RawPathParams};
use engine::identity::zone::{self, Realm};
use engine::{Cx, Error};
use http::request::Parts;

/// The realm of the address.
#[derive(Debug)]
pub(super) struct InRealm(pub(super) Realm);

impl FromRequestParts<Cx> for InRealm {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self, Self::Rejection> {
        let params = RawPathParams::from_request_parts(parts, cx).await;
        let params = params.map_err(|e| Error::invalid("the path cannot be read").because(e))?;
        match params.iter().find(|(name, _)| *name == "zone") {
            Some((_, name)) => Ok(Self(zone::realm(cx, name).await?)),
            None => Ok(Self(Realm::CloudFoundry)),
        }
    }
}
