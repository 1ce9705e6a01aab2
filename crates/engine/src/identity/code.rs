//! The code that a browser carries from the sign-in to a program: good once, for five minutes, and for that program only.
//! It rests on the person as tokens do.

use super::client::Client;
use super::zone::Realm;
use super::{ground, person};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::time::Duration;
use store::authorization_code::CodeRow;
use store::person::PersonRow;

const LIFE: Duration = Duration::from_secs(5 * 60);

fn refused(code: &'static str, text: &str) -> Error {
    Error::new(Kind::Invalid, text).with_code(code)
}

/// What a program asked for when it sent the browser.
pub(super) struct Asked {
    /// The scopes; empty: all.
    pub(super) scope: String,
    pub(super) redirect_uri: String,
    /// The hash of what only the program knows.
    pub(super) challenge: Option<String>,
    pub(super) nonce: Option<String>,
}

/// Draws a code for somebody who is signed in.
pub(super) async fn draw(cx: &Cx, realm: &Realm, client: &Client, asked: Asked, row: PersonRow) -> Result<String> {
    let (code, now) = (cx.random.secret(), cx.now());
    let Asked { scope, redirect_uri, challenge, nonce } = asked;
    let kept = CodeRow {
        zone: realm.zid(),
        client_id: client.client_id.clone(),
        person: row.id,
        scope,
        redirect_uri,
        challenge,
        nonce,
        rev_sig: ground::of_passcode(&row),
        expires_at: now.plus(LIFE),
    };
    let hash = ground::hash(&code);
    cx.db
        .write(async move |tx| {
            store::authorization_code::insert(tx, &hash, &kept, now).await?;
            person::record_session(tx, "authorize", &row.user_name, &kept.zone, now).await
        })
        .await?;
    Ok(code)
}

/// What a program shows to get a token.
pub(super) struct Shown<'a> {
    pub(super) code: Option<&'a str>,
    pub(super) redirect_uri: Option<&'a str>,
    pub(super) verifier: Option<&'a str>,
}

/// Who signed in, and for what.
pub(super) struct Redeemed {
    pub(super) person: PersonRow,
    pub(super) scope: String,
    pub(super) nonce: Option<String>,
}

/// Uses a code up, for the client it was drawn for.
pub(super) async fn redeem(cx: &Cx, realm: &Realm, client: &Client, shown: Shown<'_>) -> Result<Redeemed> {
    let wrong = |text: &str| refused("invalid_grant", text);
    let given = shown.code.ok_or_else(|| refused("invalid_request", "The parameter code is missing"))?;
    let (hash, now) = (ground::hash(given), cx.now());
    let found = cx.db.write(async move |tx| {
        let Some(code) = store::authorization_code::take(tx, &hash, now).await? else { return Ok::<_, Error>(None) };
        let person = store::person::get(tx, code.person).await?;
        Ok(person
            .filter(|person| person.active && ground::of_passcode(person) == code.rev_sig)
            .map(|person| (code, person)))
    });
    let (code, person) = found.await?.ok_or_else(|| wrong("Invalid authorization code"))?;
    if code.client_id != client.client_id || code.zone != realm.zid() {
        return Err(wrong("Invalid authorization code"));
    }
    if shown.redirect_uri.map_or(client.redirect_uris.len() != 1, |uri| uri != code.redirect_uri) {
        return Err(wrong("Redirect URI mismatch."));
    }
    prove(code.challenge.as_deref(), shown.verifier)?;
    Ok(Redeemed { person, scope: code.scope, nonce: code.nonce })
}

/// Whether it is the one who asked: only he knows what the challenge is the hash of.
fn prove(challenge: Option<&str>, verifier: Option<&str>) -> Result<()> {
    let wrong = |text: &str| Err(refused("invalid_grant", text));
    match (challenge, verifier) {
        (None, None) => Ok(()),
        (Some(challenge), Some(verifier)) if s256(verifier) == challenge => Ok(()),
        (Some(_), Some(_)) => wrong("Invalid code verifier"),
        (Some(_), None) => wrong("A code verifier is required"),
        (None, Some(_)) => wrong("There was no code challenge to this code"),
    }
}

fn s256(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verifier_is_hashed_as_the_specification_shows_it() {
        let (verifier, challenge) =
            ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        prove(Some(challenge), Some(verifier)).unwrap();
        for (challenge, verifier) in [(Some(challenge), Some("other")), (Some(challenge), None), (None, Some(verifier))]
        {
            prove(challenge, verifier).unwrap_err();
        }
    }
}
