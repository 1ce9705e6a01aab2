//! People: one store for all services.

use super::password;
use super::throttle::{self, Lane, What};
use crate::audit::{self, Event};
use crate::caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{PersonId, Time};
use serde_json::json;
use store::Tx;
pub use store::person::PersonRow;

/// The longest name and mail address in bytes, as in the original.
pub(super) const LONGEST_NAME: usize = 255;

/// The origin that zones show of our own people; `ldap` and `uaa` mean the same store.
pub const ORIGIN: &str = store::person::OWN;

/// The name under which an origin is kept.
#[must_use]
pub fn kept_origin(origin: &str) -> &str {
    if is_our_origin(origin) { ORIGIN } else { origin }
}

/// Whether an origin names our store.
#[must_use]
pub fn is_our_origin(origin: &str) -> bool {
    matches!(origin, "" | "sap.default" | "ldap" | "uaa")
}

/// What a token says where somebody is from: our own people have another origin's name for Cloud Foundry.
pub(super) fn shown_origin(row: &PersonRow, in_zone: bool) -> &str {
    if row.origin == ORIGIN && !in_zone { super::zone::CLOUD_FOUNDRY } else { &row.origin }
}

/// A person to be.
#[derive(Clone, Default)]
pub struct NewPerson {
    /// The identity provider; empty for a person of our own.
    pub origin: String,
    pub user_name: String,
    /// Mail address.
    pub email: String,
    /// First name.
    pub given: String,
    /// Last name.
    pub family: String,
    /// Without one the person cannot log in.
    pub password: Option<String>,
}

impl std::fmt::Debug for NewPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPerson").field("user_name", &self.user_name).finish_non_exhaustive()
    }
}

/// A person to be, with everything drawn and hashed that must not happen inside a transaction.
#[derive(Debug)]
pub struct Prepared {
    row: PersonRow,
}

pub(super) fn shown(row: &PersonRow) -> caller::Person {
    caller::Person { id: row.id, name: row.user_name.clone(), email: row.email.clone(), origin: row.origin.clone() }
}

/// The person with this log-in name.
pub async fn find(tx: &mut Tx, user_name: &str) -> Result<Option<caller::Person>> {
    Ok(store::person::find(tx, user_name).await?.as_ref().map(shown))
}

/// Hashes the password and draws the id.
///
/// # Errors
/// Invalid without a name.
pub async fn prepare(cx: &Cx, person: NewPerson) -> Result<Prepared> {
    if person.user_name.trim().is_empty() {
        return Err(Error::invalid("A username must be provided."));
    }
    let texts = [&person.user_name, &person.email, &person.given, &person.family];
    if texts.iter().any(|text| text.len() > LONGEST_NAME) {
        let text = format!("names and mail address of a user must have {LONGEST_NAME} characters at most");
        return Err(Error::invalid(text).with_code("invalid_scim_resource"));
    }
    let hash = match &person.password {
        Some(password) => Some(password::hash(cx, password).await?),
        None => None,
    };
    let origin = kept_origin(&person.origin).to_owned();
    let row = PersonRow { origin, password: hash, ..unknown(PersonId(cx.random.uuid()), &person.user_name, cx.now()) };
    let email = if person.email.is_empty() { row.email } else { person.email };
    Ok(Prepared { row: PersonRow { email, given_name: person.given, family_name: person.family, ..row } })
}

/// What is known of somebody of whom only the name is known.
pub(super) fn unknown(id: PersonId, user_name: &str, now: Time) -> PersonRow {
    PersonRow {
        id,
        origin: ORIGIN.to_owned(),
        user_name: user_name.to_owned(),
        email: user_name.to_owned(),
        given_name: String::new(),
        family_name: String::new(),
        password: None,
        subject: None,
        active: true,
        created_at: now,
        modified_at: now,
        version: 0,
    }
}

/// Adds a person. Somebody who was only named before (by a role assignment) and has no password yet gets this one.
///
/// # Errors
/// Conflict, when the name is taken.
pub async fn add(tx: &mut Tx, person: Prepared, actor: &str, now: Time) -> Result<PersonRow> {
    let row = match store::person::find_of(tx, &person.row.origin, &person.row.user_name).await? {
        None => {
            store::person::insert(tx, &person.row).await?;
            person.row
        }
        Some(named) => adopt(tx, named, person.row, now).await?,
    };
    record(tx, "person.create", &row, actor, now).await?;
    Ok(row)
}

async fn adopt(tx: &mut Tx, named: PersonRow, given: PersonRow, now: Time) -> Result<PersonRow> {
    let (None, Some(hash)) = (&named.password, &given.password) else {
        return Err(Error::conflict(format!("Username already in use: {}", named.user_name))
            .with_code("scim_resource_already_exists"));
    };
    store::person::set_password(tx, named.id, hash, now).await?;
    store::session::end_all(tx, named.id, None).await?;
    let PersonRow { id, user_name, active, created_at, .. } = named;
    let row = PersonRow { id, user_name, active, created_at, ..given };
    store::person::set_names(tx, &row, now).await?;
    Ok(row)
}

async fn record(tx: &mut Tx, event: &'static str, row: &PersonRow, actor: &str, now: Time) -> Result<()> {
    let event = Event {
        actor: actor.to_owned(),
        subaccount: String::new(),
        event,
        object: format!("person {}", row.user_name),
        detail: json!({"id": row.id, "withPassword": row.password.is_some()}),
    };
    audit::record(tx, now, event).await
}

/// Makes a person.
///
/// # Errors
/// Conflict, when the name is taken.
pub async fn create(cx: &Cx, person: NewPerson) -> Result<caller::Person> {
    let (prepared, now) = (prepare(cx, person).await?, cx.now());
    let row = cx.db.write(async move |tx| add(tx, prepared, "platform", now).await).await?;
    Ok(shown(&row))
}

/// Sets a person's password; his sessions end with the old one.
///
/// # Errors
/// Not found.
pub async fn set_password(cx: &Cx, id: PersonId, new: &str, actor: &str) -> Result<()> {
    let (hash, now, actor) = (password::hash(cx, new).await?, cx.now(), actor.to_owned());
    cx.db
        .write(async move |tx| {
            let row = store::person::get(tx, id).await?.ok_or_else(|| not_found(id))?;
            store::person::set_password(tx, id, &hash, now).await?;
            store::session::end_all(tx, id, None).await?;
            record(tx, "person.password", &row, &actor, now).await
        })
        .await
}

pub(super) fn not_found(id: PersonId) -> Error {
    Error::not_found(format!("User {id} does not exist")).with_code("scim_resource_not_found")
}

/// Removes a person everywhere.
///
/// # Errors
/// Not found.
pub async fn remove(tx: &mut Tx, id: PersonId, actor: &str, now: Time) -> Result<PersonRow> {
    let row = store::person::get(tx, id).await?.ok_or_else(|| not_found(id))?;
    store::person::delete(tx, id).await?;
    record(tx, "person.remove", &row, actor, now).await?;
    Ok(row)
}

/// The person with this name and password.
///
/// # Errors
/// Unauthenticated, whatever is wrong; the audit trail has a row about it. Overloaded, when there are too many attempts.
pub async fn authenticate(cx: &Cx, user_name: &str, password: &str) -> Result<caller::Person> {
    Ok(shown(&check(cx, user_name, password).await?))
}

pub(super) async fn check(cx: &Cx, user_name: &str, password: &str) -> Result<PersonRow> {
    let attempt = match throttle::begin(cx, What::Password, user_name) {
        Ok(attempt) => attempt,
        Err(error) => {
            refused(cx, "login.failed", user_name, error.message()).await;
            return Err(error);
        }
    };
    let fits = user_name.len() <= LONGEST_NAME && password.len() <= password::LONGEST;
    match if fits { proven(cx, attempt.lane, user_name, password).await? } else { None } {
        Some(row) => {
            attempt.succeeded(cx);
            Ok(row)
        }
        None => {
            let locked = attempt.failed(cx);
            refused(cx, if locked { "login.locked" } else { "login.failed" }, user_name, "").await;
            Err(Error::unauthenticated("Bad credentials"))
        }
    }
}

/// The person, if the password is his.
async fn proven(cx: &Cx, lane: Lane, user_name: &str, password: &str) -> Result<Option<PersonRow>> {
    let key = user_name.to_owned();
    let row: Option<PersonRow> =
        cx.db.read(async move |tx| Ok::<_, Error>(store::person::find(tx, &key).await?)).await?;
    let stored = row.as_ref().and_then(|row| row.password.clone());
    let right = password::is_right(cx, lane, (user_name, password), stored).await?;
    Ok(row.filter(|row| right && row.active))
}

/// Notes that a person logged in or out.
pub(super) async fn record_session(
    tx: &mut Tx,
    event: &'static str,
    user_name: &str,
    zid: &str,
    now: Time,
) -> Result<()> {
    let event = Event {
        actor: user_name.to_owned(),
        subaccount: if zid == super::zone::CLOUD_FOUNDRY { String::new() } else { zid.to_owned() },
        event,
        object: format!("person {user_name}"),
        detail: json!({}),
    };
    audit::record(tx, now, event).await
}

async fn refused(cx: &Cx, event: &'static str, user_name: &str, why: &str) {
    let event = Event {
        actor: user_name.to_owned(),
        subaccount: String::new(),
        event,
        object: format!("person {user_name}"),
        detail: if why.is_empty() { json!({}) } else { json!({"why": why}) },
    };
    audit::refused(cx, event).await;
}
