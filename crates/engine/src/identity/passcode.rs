//! One-time codes with which somebody logs in on the command line after logging in elsewhere. Each is good once, for
//! five minutes. They are kept where refresh tokens are, under a client of their own that nobody can be.

use super::grant::refusal;
use super::zone::Realm;
use super::{person, token};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use std::time::Duration;
use store::person::PersonRow;
use store::token::RefreshRow;

const CLIENT: &str = " passcode";
const LIFE: Duration = Duration::from_secs(5 * 60);

/// Draws a code for somebody who proves who it is by user name and password.
///
/// # Errors
/// Unauthenticated.
pub async fn draw(cx: &Cx, user: &str, password: &str) -> Result<String> {
    let row = person::check(cx, user, password).await?;
    let code = cx.random.uuid().simple().to_string();
    let (hash, now) = (token::hash(&code), cx.now());
    let zone = Realm::CloudFoundry.zid();
    let expires_at = now.plus(LIFE).micros();
    let kept = RefreshRow { zone, client_id: CLIENT.to_owned(), person: row.id, scope: String::new(), expires_at };
    cx.db
        .write(async move |tx| {
            store::token::prune_refresh(tx, now.micros()).await?;
            store::token::insert_refresh(tx, &hash, &kept, now.micros()).await?;
            person::record_session(tx, "passcode", &row.user_name, &kept.zone, now).await
        })
        .await?;
    Ok(code)
}

/// Uses a code up: who drew it.
pub(super) async fn redeem(cx: &Cx, code: &str) -> Result<PersonRow> {
    let (hash, now) = (token::hash(code), cx.now());
    let found = cx.db.write(async move |tx| {
        let Some(row) = store::token::find_refresh(tx, &hash).await? else { return Ok::<_, Error>(None) };
        let good = row.client_id == CLIENT && row.expires_at > now.micros();
        if !good || !store::token::take_refresh(tx, &hash).await? {
            return Ok(None);
        }
        Ok(store::person::get(tx, row.person).await?)
    });
    found.await?.ok_or_else(|| refusal(Kind::Unauthenticated, "unauthorized", "Invalid passcode"))
}
