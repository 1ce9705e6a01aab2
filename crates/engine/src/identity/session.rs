//! Sessions: what a person's log-in begins, what its refresh token continues, and what ends all its tokens.
//!
//! Everybody sees and ends his own sessions; an administrator of users those in his zone, and with a token of Cloud
//! Foundry the administrator all.

use super::client::Client;
use super::ground::{self, Ground};
use super::jwt::LEEWAY;
use super::person;
use super::rights::{OfSessions, WritePeople, WriteUsers};
use super::zone::Realm;
use crate::audit::{self, Event};
use crate::caller::{Caller, Zone};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::visit;
use model::{Time, ZoneId};
use serde_json::json;
use store::Tx;
use store::person::PersonRow;
use store::session::SessionRow;

/// A session that began.
#[derive(Debug)]
pub(super) struct Begun {
    pub(super) id: String,
    /// With which it can be continued, where the client may.
    pub(super) refresh_token: Option<String>,
}

/// When a token that is got now has run out for everybody.
fn last_token(now: Time, client: &Client) -> Time {
    now.plus(client.validity).plus(LEEWAY)
}

/// Begins a session; its tokens are issued afterwards.
pub(super) async fn begin(cx: &Cx, realm: &Realm, client: &Client, row: &PersonRow, scope: &str) -> Result<Begun> {
    let renewable = client.grant_types.iter().any(|grant| grant == "refresh_token");
    let refresh_token = renewable.then(|| format!("{}{}-r", cx.random.uuid().simple(), cx.random.uuid().simple()));
    let (id, now) = (cx.random.uuid().simple().to_string(), cx.now());
    let refresh_until = if renewable { now.plus(client.refresh_validity) } else { now };
    let session = SessionRow {
        id: id.clone(),
        zone: realm.zid(),
        client_id: client.client_id.clone(),
        person: row.id,
        scope: scope.to_owned(),
        rev_sig: ground::signature(client, Some(row)),
        address: visit::address().to_string(),
        created_at: now,
        used_at: now,
        refresh_until,
        expires_at: refresh_until.max(last_token(now, client)),
    };
    let (hash, name) = (refresh_token.as_deref().map(ground::hash), row.user_name.clone());
    cx.db
        .write(async move |tx| {
            store::session::insert(tx, &session, hash.as_deref()).await?;
            person::record_session(tx, "login", &name, &session.zone, now).await
        })
        .await?;
    Ok(Begun { id, refresh_token })
}

/// The session that a refresh token continues, and its person; nothing when anything it rests on is gone.
pub(super) async fn resume(
    cx: &Cx,
    realm: &Realm,
    client: &Client,
    refresh_token: &str,
) -> Result<Option<(SessionRow, PersonRow)>> {
    let (hash, now, until) = (ground::hash(refresh_token), cx.now(), last_token(cx.now(), client));
    let (zid, client) = (realm.zid(), client.client_id.clone());
    cx.db
        .write(async move |tx| {
            let Some(row) = store::session::by_refresh(tx, &hash).await? else { return Ok(None) };
            let ours = row.zone == zid && row.client_id == client && row.refresh_until > now;
            if !ours || !Ground::of_session(&row).holds(tx).await? {
                return Ok(None);
            }
            store::session::note_use(tx, &row.id, now, until).await?;
            let person = store::person::get(tx, row.person).await?;
            Ok::<_, Error>(person.map(|person| (row, person)))
        })
        .await
}

/// Ends a session in the transaction of its cause; whether it was there.
pub(super) async fn end(tx: &mut Tx, id: &str, name: &str, zid: &str, now: Time) -> Result<bool> {
    let ended = store::session::end(tx, id).await?;
    if ended {
        person::record_session(tx, "logout", name, zid, now).await?;
    }
    Ok(ended)
}

/// How many sessions a list holds at most, the newest first.
const LISTED: i64 = 500;

/// A session as people see it.
#[derive(Debug, Clone)]
pub struct Session {
    /// What is kept of it.
    pub row: SessionRow,
    /// The name of its zone; `uaa` is Cloud Foundry.
    pub zone_name: String,
}

/// Whose sessions, and of which zone; all, without one.
struct Reach {
    person: PersonRow,
    zone: Option<String>,
}

impl Reach {
    fn holds(&self, row: &SessionRow) -> bool {
        row.person == self.person.id && self.zone.as_ref().is_none_or(|zone| *zone == row.zone)
    }
}

/// Lists a person's sessions; `who` is a log-in name, an id, or `me`.
///
/// # Errors
/// Forbidden for others than the person and an administrator; not found: the person.
pub async fn list(cx: &Cx, caller: Caller<OfSessions>, who: String) -> Result<Vec<Session>> {
    let now = cx.now();
    cx.db
        .read(async move |tx| {
            let reach = reach(tx, &caller, &who).await?;
            let rows = store::session::of_person(tx, reach.person.id, now, LISTED).await?;
            let mut sessions = Vec::new();
            for row in rows.into_iter().filter(|row| reach.holds(row)) {
                let zone = store::zone::find(tx, &row.zone).await?;
                let zone_name = zone.map_or_else(|| row.zone.clone(), |zone| zone.name);
                sessions.push(Session { row, zone_name });
            }
            Ok(sessions)
        })
        .await
}

/// Ends one session of a person, with all its tokens; or all that the caller may end. Answers how many.
///
/// # Errors
/// As [`list`]; not found: the session.
pub async fn end_of(cx: &Cx, caller: Caller<OfSessions>, who: String, id: Option<String>) -> Result<u64> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let reach = reach(tx, &caller, &who).await?;
            let ended = match &id {
                None => store::session::end_all(tx, reach.person.id, reach.zone.as_deref()).await?,
                Some(id) => {
                    let row = store::session::get(tx, id).await?.filter(|row| reach.holds(row));
                    let row = row.ok_or_else(|| Error::not_found(format!("there is no session '{id}'")))?;
                    u64::from(store::session::end(tx, &row.id).await?)
                }
            };
            let event = Event {
                actor: caller.actor().to_owned(),
                subaccount: caller.subaccount().map(|id| id.to_string()).unwrap_or_default(),
                event: "session.end",
                object: format!("person {}", reach.person.user_name),
                detail: json!({ "session": id, "ended": ended }),
            };
            audit::record(tx, now, event).await?;
            Ok(ended)
        })
        .await
}

async fn reach(tx: &mut Tx, caller: &Caller<OfSessions>, who: &str) -> Result<Reach> {
    let me = caller.identity().person.clone().ok_or_else(|| Error::forbidden("a client has no sessions"))?;
    let unknown = || Error::not_found(format!("there is no person '{who}'"));
    let own = who == "me" || who.to_lowercase() == me.name.to_lowercase() || who == me.id.to_string();
    if own {
        let person = store::person::get(tx, me.id).await?.ok_or_else(unknown)?;
        return Ok(Reach { person, zone: None });
    }
    let zone = administered(caller)?;
    let person = match who.parse() {
        Ok(id) => store::person::get(tx, id).await?,
        Err(_) => store::person::find(tx, who).await?,
    };
    let person = person.ok_or_else(unknown)?;
    match zone {
        Some(zone) if !store::person::has_shadow(tx, zone, person.id).await? => Err(unknown()),
        zone => Ok(Reach { person, zone: zone.map(|zone| zone.to_string()) }),
    }
}

/// The zone whose users' sessions the caller may end; none: all zones.
fn administered(caller: &Caller<OfSessions>) -> Result<Option<ZoneId>> {
    match caller.identity().zone {
        Zone::CloudFoundry => Caller::<WritePeople>::new(caller.shared()).map(|_| None),
        Zone::Subaccount(id) => Caller::<WriteUsers>::new(caller.shared()).map(|_| Some(id.into())),
        Zone::GlobalAccount(id) => Caller::<WriteUsers>::new(caller.shared()).map(|_| Some(id.into())),
    }
}
