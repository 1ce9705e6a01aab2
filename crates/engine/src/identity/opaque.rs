//! Opaque tokens: random texts that say nothing by themselves. What they stand for is kept here, found by the digest of
//! the text, and told to whoever may introspect; no service accepts one in place of a signed token.

use super::ground::{self, hash};
use super::jwt::{self, Claims};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;

/// Keeps what a token is to say under a random text, which is the token and its id.
pub(super) async fn keep(cx: &Cx, claims: Claims) -> Result<String> {
    let token = cx.random.secret();
    // The id would be the token itself, in the clear.
    let claims = Claims { jti: String::new(), revocable: Some(true), ..claims };
    let (kept, key, now) = (serde_json::to_string(&claims)?, hash(&token), cx.now());
    let until = Time::from_seconds(claims.exp);
    cx.db
        .write(async move |tx| {
            store::token::prune_opaque(tx, now).await?;
            Ok::<_, Error>(store::token::insert_opaque(tx, &key, &kept, until).await?)
        })
        .await?;
    Ok(token)
}

/// What a valid token stands for.
///
/// # Errors
/// Unauthenticated.
pub(super) async fn claims(cx: &Cx, token: &str) -> Result<Claims> {
    let (key, now) = (hash(token), cx.now());
    let kept = cx.db.read(async move |tx| Ok::<_, Error>(store::token::find_opaque(tx, &key, now).await?));
    let claims: Claims = serde_json::from_str(&kept.await?.ok_or_else(jwt::invalid)?)?;
    ground::standing(cx, Claims { jti: token.to_owned(), ..claims }).await
}
