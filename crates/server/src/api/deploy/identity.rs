//! Who calls: a person by user name and password, or anybody by a token of Cloud Foundry.

use super::error::Result;
use crate::auth;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::slp::place;
use engine::{Cx, Error, Identity};
use http::HeaderMap;
use std::sync::Arc;

pub(super) async fn of(cx: &Cx, headers: &HeaderMap) -> Result<Arc<Identity>> {
    if let Some(encoded) = auth::credentials(headers, "basic") {
        let (user, password) = decoded(encoded)
            .ok_or_else(|| Error::unauthenticated("The Authorization header is not valid Basic authentication"))?;
        return Ok(place::person(cx, &user, &password).await?);
    }
    Ok(auth::identity(headers, cx).await?)
}

fn decoded(encoded: &str) -> Option<(String, String)> {
    let text = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (user, password) = text.split_once(':')?;
    Some((user.to_owned(), password.to_owned()))
}
