//! What a token rests on, and the one look at it: the person, the session, the client with the secret that got it, the
//! zone, and that nobody revoked it. Every kind of token is looked at here and nowhere else: signed and opaque ones,
//! those of Cloud Foundry, refresh tokens, passcodes.
//!
//! What is *in* a token stays as it was when it was issued: a role collection that is taken away ends with the next
//! token, as in the original.

use super::client::{CF, Client, ROPEWAY, ROPEWAY_PAGE};
use super::jwt::Claims;
use crate::cx::Cx;
use crate::error::{Error, Result};
use aws_lc_rs::digest::{SHA256, digest};
use model::PersonId;
use store::Tx;
use store::person::PersonRow;
use store::session::SessionRow;
use uuid::Uuid;

/// What something rests on.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    jti: String,
    zone: Zone,
    client: String,
    signature: String,
    person: Option<PersonId>,
    session: Option<String>,
}

#[derive(Debug, Clone)]
enum Zone {
    CloudFoundry,
    /// By its id; the name must be the same where the token says one.
    Named(String, Option<String>),
}

impl Zone {
    fn of(zid: &str, name: Option<&str>) -> Self {
        match zid {
            super::zone::CLOUD_FOUNDRY => Self::CloudFoundry,
            zid => Self::Named(zid.to_owned(), name.map(str::to_owned)),
        }
    }
}

impl Ground {
    /// That of a token.
    pub(super) fn of(claims: &Claims) -> Self {
        // A user id that is none is nobody's.
        let person = claims.user_id.as_deref().map(|id| PersonId(Uuid::parse_str(id).unwrap_or_default()));
        Self {
            jti: claims.jti.clone(),
            zone: Zone::of(&claims.zid, claims.ext_attr.as_ref().map(|ext| ext.zdn.as_str())),
            client: claims.client_id.clone(),
            signature: claims.rev_sig.clone(),
            person,
            session: claims.sid.clone(),
        }
    }

    /// That of a session, and so of its refresh token.
    pub(super) fn of_session(row: &SessionRow) -> Self {
        Self {
            jti: String::new(),
            zone: Zone::of(&row.zone, None),
            client: row.client_id.clone(),
            signature: row.rev_sig.clone(),
            person: Some(row.person),
            session: Some(row.id.clone()),
        }
    }

    /// Whether all of it is there still.
    pub(super) async fn holds(&self, tx: &mut Tx) -> Result<bool> {
        if !self.jti.is_empty() && store::token::is_revoked(tx, &self.jti).await? {
            return Ok(false);
        }
        let person = match self.person {
            None => None,
            Some(_) => match self.person(tx).await? {
                Some(person) => Some(person),
                None => return Ok(false),
            },
        };
        let secrets = self.secrets(tx).await?;
        Ok(secrets.iter().any(|secret| rev_sig(&self.client, secret.as_deref(), person.as_ref()) == self.signature))
    }

    /// The person, as long as the session goes on.
    async fn person(&self, tx: &mut Tx) -> Result<Option<PersonRow>> {
        let Some(session) = &self.session else { return Ok(None) };
        let Some(session) = store::session::get(tx, session).await? else { return Ok(None) };
        if Some(session.person) != self.person || session.client_id != self.client {
            return Ok(None);
        }
        Ok(store::person::get(tx, session.person).await?.filter(|person| person.active))
    }

    /// The secrets that the client has, or none that is needed; empty when client or zone is gone.
    async fn secrets(&self, tx: &mut Tx) -> Result<Vec<Option<String>>> {
        match &self.zone {
            Zone::CloudFoundry if self.client == CF || self.client == ROPEWAY_PAGE => Ok(vec![None]),
            Zone::CloudFoundry => Ok(some(store::client::hashes(tx, &self.client).await?)),
            Zone::Named(id, name) => {
                let zone = store::zone::find(tx, id).await?;
                let zone = zone.filter(|zone| name.as_ref().is_none_or(|name| *name == zone.name));
                match zone {
                    None => Ok(Vec::new()),
                    Some(_) if self.client == ROPEWAY => Ok(vec![None]),
                    Some(zone) => Ok(some(store::client::valid_hashes(tx, &self.client, zone.id).await?)),
                }
            }
        }
    }
}

fn some(hashes: Vec<String>) -> Vec<Option<String>> {
    hashes.into_iter().map(Some).collect()
}

/// What a token of this client, and of this person, is to rest on.
pub(super) fn signature(client: &Client, person: Option<&PersonRow>) -> String {
    rev_sig(&client.client_id, client.secret_hash.as_deref(), person)
}

/// As in the original it changes with the client's secret and, in a person's token, with the password, the mail address
/// and the name.
fn rev_sig(client_id: &str, secret_hash: Option<&str>, person: Option<&PersonRow>) -> String {
    let mut text = format!("{client_id} {}", secret_hash.unwrap_or_default());
    if let Some(PersonRow { id, password, email, user_name, .. }) = person {
        let password = password.as_deref().unwrap_or_default();
        text = format!("{text} {id} {password} {} {email} {user_name}", email.len());
    }
    hash(&text).chars().take(8).collect()
}

/// What a passcode rests on: the person alone.
pub(super) fn of_passcode(person: &PersonRow) -> String {
    rev_sig("", None, Some(person))
}

/// What a session of the page rests on.
pub(super) fn of_page(person: &PersonRow) -> String {
    rev_sig(ROPEWAY_PAGE, None, Some(person))
}

/// The claims, if all that their token rests on is there still.
pub(super) async fn standing(cx: &Cx, claims: Claims) -> Result<Claims> {
    let ground = Ground::of(&claims);
    match cx.db.read(async move |tx| ground.holds(tx).await).await? {
        true => Ok(claims),
        false => Err(Error::unauthenticated("The token was revoked").with_code("invalid_token")),
    }
}

/// Under which a secret text is kept that is a key by itself: a refresh token, a code, an opaque token.
pub(super) fn hash(text: &str) -> String {
    digest(&SHA256, text.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
