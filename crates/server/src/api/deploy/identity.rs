//! Who calls: a person by user name and password, or anybody by a token of Cloud Foundry.

use super::error::Result;
use crate::auth;
use engine::slp::place;
use engine::{Cx, Error, Identity};
use http::HeaderMap;
use std::sync::Arc;

pub(super) async fn of(cx: &Cx, headers: &HeaderMap) -> Result<Arc<Identity>> {
    if auth::credentials(headers, "basic").is_none() {
        return Ok(auth::identity(headers, cx).await?);
    }
    let (user, password) = auth::basic(headers)
        .ok_or_else(|| Error::unauthenticated("The Authorization header is not valid Basic authentication"))?;
    Ok(place::person(cx, &user, &password).await?)
}
