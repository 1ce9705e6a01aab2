//! Who calls: as [`crate::auth::Auth`], but a call without any token is told apart from one with a bad token, because
//! clients renew their token only for the latter.

use super::error::{CloudFoundry, Problem};
use crate::auth::{self, Auth, Dialect};
use axum::extract::FromRequestParts;
use engine::{Caller, Cx};
use http::request::Parts;

/// A caller with the right `P`.
pub(crate) struct Cf<P>(pub(crate) Caller<P>);

impl<P: Dialect<Service = CloudFoundry>> FromRequestParts<Cx> for Cf<P> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self, Problem> {
        if auth::bearer(&parts.headers).is_none() {
            return Err(Problem::not_authenticated());
        }
        // Boxed: the future of a verification is a deep type.
        let Auth(caller) = Box::pin(Auth::<P>::from_request_parts(parts, cx)).await?;
        Ok(Self(caller))
    }
}
