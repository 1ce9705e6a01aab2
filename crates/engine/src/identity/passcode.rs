//! One-time codes with which somebody logs in on the command line after logging in elsewhere. Each is good once, for
//! five minutes. They rest on the person as tokens do.

use super::grant::refusal;
use super::zone::Realm;
use super::{ground, person};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use std::time::Duration;
use store::person::PersonRow;
use store::token::PasscodeRow;

const LIFE: Duration = Duration::from_secs(5 * 60);

/// Draws a code for somebody who proves who it is by user name and password.
///
/// # Errors
/// Unauthenticated.
pub async fn draw(cx: &Cx, user: &str, password: &str) -> Result<String> {
    let row = person::check(cx, user, password).await?;
    draw_for(cx, row).await
}

/// Draws a code for somebody who proved who it is.
///
/// # Errors
/// Of the store.
pub async fn draw_for(cx: &Cx, row: PersonRow) -> Result<String> {
    let code = cx.random.uuid().simple().to_string();
    let (hash, now) = (ground::hash(&code), cx.now());
    let zone = Realm::CloudFoundry.zid();
    let expires_at = now.plus(LIFE);
    let kept = PasscodeRow { person: row.id, rev_sig: ground::of_passcode(&row), expires_at };
    cx.db
        .write(async move |tx| {
            store::token::insert_passcode(tx, &hash, &kept, now).await?;
            person::record_session(tx, "passcode", &row.user_name, &zone, now).await
        })
        .await?;
    Ok(code)
}

/// Uses a code up: who drew it.
pub(super) async fn redeem(cx: &Cx, code: &str) -> Result<PersonRow> {
    let (hash, now) = (ground::hash(code), cx.now());
    let found = cx.db.write(async move |tx| {
        let Some(code) = store::token::take_passcode(tx, &hash, now).await? else {
            return Ok::<_, Error>(None);
        };
        let person = store::person::get(tx, code.person).await?;
        Ok(person.filter(|person| person.active && ground::of_passcode(person) == code.rev_sig))
    });
    found.await?.ok_or_else(|| refusal(Kind::Unauthenticated, "unauthorized", "Invalid passcode"))
}
