//! People: one store for all zones, and who is known in which zone.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{PersonId, Time, ZoneId};

record! {
    /// A person.
    pub struct PersonRow of "person" {
        /// Stable id.
        pub id: PersonId,
        /// The identity provider that knows him; with the name it says who is meant.
        pub origin: String,
        pub user_name: String,
        /// Mail address.
        pub email: String,
        /// First name.
        pub given_name: String,
        /// Last name.
        pub family_name: String,
        /// Argon2id, in the PHC form; none: cannot log in.
        pub password: Option<String>,
        /// What the identity provider calls him; none, before he came from there.
        pub subject: Option<String>,
        /// Whether he can log in at all.
        pub active: bool,
        pub created_at: Time,
        pub modified_at: Time,
        /// Counts the changes.
        pub version: i64,
    }
}

/// The origin of those whom this store knows itself.
pub const OWN: &str = "sap.default";

/// Log-in names do not differ by case alone.
fn key(user_name: &str) -> String {
    user_name.to_lowercase()
}

impl PersonRow {
    /// By what lists of people are ordered; no two have the same.
    #[must_use]
    pub fn sort_key(&self) -> String {
        format!("{}\n{}", key(&self.user_name), self.origin)
    }
}

const INSERT: &str = insert!(PersonRow and "user_key");

/// Adds a person.
pub async fn insert(tx: &mut Tx, row: &PersonRow) -> Result<()> {
    tx.execute(INSERT, row.params().and(key(&row.user_name))).await.map(drop)
}

const FIND: &str = select!(PersonRow, "where user_key = $1 and origin = $2");

/// The person of our own with this log-in name, whatever its case.
pub async fn find(tx: &mut Tx, user_name: &str) -> Result<Option<PersonRow>> {
    find_of(tx, OWN, user_name).await
}

/// The person of an origin with this log-in name, whatever its case.
pub async fn find_of(tx: &mut Tx, origin: &str, user_name: &str) -> Result<Option<PersonRow>> {
    tx.query_opt(FIND, p![key(user_name), origin]).await
}

const BY_SUBJECT: &str = select!(PersonRow, "where origin = $1 and subject = $2");

/// The person whom an identity provider calls so.
pub async fn by_subject(tx: &mut Tx, origin: &str, subject: &str) -> Result<Option<PersonRow>> {
    tx.query_opt(BY_SUBJECT, p![origin, subject]).await
}

const SET_SUBJECT: &str =
    "update person set subject = $2, modified_at = $3, version = version + 1 where id = $1 and subject is null";

/// Notes what his identity provider calls somebody who was only named before.
pub async fn set_subject(tx: &mut Tx, id: PersonId, subject: &str, now: Time) -> Result<bool> {
    tx.revoke();
    Ok(tx.execute(SET_SUBJECT, p![id, subject, now]).await? == 1)
}

const SET_ACTIVE: &str = "update person set active = $2, modified_at = $3, version = version + 1 where id = $1";

/// Says whether somebody can log in.
pub async fn set_active(tx: &mut Tx, id: PersonId, active: bool, now: Time) -> Result<()> {
    tx.revoke();
    tx.execute(SET_ACTIVE, p![id, active, now]).await.map(drop)
}

const WITH_SESSIONS: &str = select!(
    PersonRow,
    "where origin <> $1 and exists (select 1 from session s where s.person = person.id) order by user_key, origin"
);

/// Those of identity providers who are signed in somewhere.
pub async fn foreign_with_sessions(tx: &mut Tx) -> Result<Vec<PersonRow>> {
    tx.query(WITH_SESSIONS, p![OWN]).await
}

const GET: &str = select!(PersonRow, "where id = $1");

/// The person with this id.
pub async fn get(tx: &mut Tx, id: PersonId) -> Result<Option<PersonRow>> {
    tx.query_opt(GET, p![id]).await
}

const ALL: &str = select!(PersonRow, "order by user_key, origin");

/// Hands over everybody, by name.
pub async fn each(tx: &mut Tx, on: impl FnMut(PersonRow) -> Result<()> + Send) -> Result<()> {
    tx.each(ALL, p![], on).await
}

/// What is known of people in zones.
macro_rules! shadows {
    ($rest:literal) => {
        concat!(
            "select p.id, p.origin, p.user_name, coalesce(s.email, p.user_name) as email, \
             coalesce(s.given_name, '') as given_name, coalesce(s.family_name, '') as family_name, p.password, \
             p.subject, p.active, p.created_at, p.modified_at, p.version from shadow_user s join person p on p.id = s.person ",
            $rest
        )
    };
}

const OF_ZONE: &str = shadows!("where s.zone = $1 order by p.user_key, p.origin");

/// Hands over everybody who is known in the zone, by name, with what is known of him there.
pub async fn each_of_zone(tx: &mut Tx, zone: ZoneId, on: impl FnMut(PersonRow) -> Result<()> + Send) -> Result<()> {
    tx.each(OF_ZONE, p![zone], on).await
}

/// Everybody who is known in the zone.
pub async fn of_zone(tx: &mut Tx, zone: ZoneId) -> Result<Vec<PersonRow>> {
    tx.query(OF_ZONE, p![zone]).await
}

const SET_PASSWORD: &str = "update person set password = $2, modified_at = $3, version = version + 1 where id = $1";

/// Sets the password's hash.
pub async fn set_password(tx: &mut Tx, id: PersonId, hash: &str, now: Time) -> Result<bool> {
    tx.revoke();
    Ok(tx.execute(SET_PASSWORD, p![id, hash, now]).await? == 1)
}

const SET_NAMES: &str = "update person set email = $2, given_name = $3, family_name = $4, modified_at = $5, \
    version = version + 1 where id = $1";

/// Corrects mail address and names.
pub async fn set_names(tx: &mut Tx, row: &PersonRow, now: Time) -> Result<bool> {
    tx.revoke();
    let values = p![row.id, &row.email, &row.given_name, &row.family_name, now];
    Ok(tx.execute(SET_NAMES, values).await? == 1)
}

const DELETE: &str = "delete from person where id = $1";
const DELETE_SHADOWS: &str = "delete from shadow_user where person = $1";
const DELETE_ASSIGNMENTS: &str = "delete from role_assignment where person = $1";
const DELETE_SESSIONS: &str = "delete from session where person = $1";
const DELETE_PASSCODES: &str = "delete from passcode where person = $1";
const DELETE_CODES: &str = "delete from authorization_code where person = $1";

/// Removes a person everywhere; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: PersonId) -> Result<bool> {
    tx.revoke();
    for statement in [DELETE_SHADOWS, DELETE_ASSIGNMENTS, DELETE_SESSIONS, DELETE_PASSCODES, DELETE_CODES] {
        tx.execute(statement, p![id]).await?;
    }
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}

const IN_ZONE: &str = shadows!("where s.zone = $1 and s.person = $2");

/// Somebody who is known in the zone, with what is known of him there.
pub async fn in_zone(tx: &mut Tx, zone: ZoneId, person: PersonId) -> Result<Option<PersonRow>> {
    tx.query_opt(IN_ZONE, p![zone, person]).await
}

const DESCRIBE_SHADOW: &str =
    "update shadow_user set email = $3, given_name = $4, family_name = $5 where zone = $1 and person = $2";

/// Says what is known of a person in the zone; his own record stays as it is.
pub async fn describe_shadow(
    tx: &mut Tx,
    zone: ZoneId,
    person: PersonId,
    (email, given, family): (&str, &str, &str),
) -> Result<()> {
    tx.execute(DESCRIBE_SHADOW, p![zone, person, email, given, family]).await.map(drop)
}

const ADD_SHADOW: &str =
    "insert into shadow_user (zone, person, created_at) values ($1, $2, $3) on conflict do nothing";

/// Makes the person known in the zone: by his name, and nothing else.
pub async fn add_shadow(tx: &mut Tx, zone: ZoneId, person: PersonId, now: Time) -> Result<()> {
    tx.execute(ADD_SHADOW, p![zone, person, now]).await.map(drop)
}

const HAS_SHADOW: &str = "select person from shadow_user where zone = $1 and person = $2";

/// Whether the person is known in the zone.
pub async fn has_shadow(tx: &mut Tx, zone: ZoneId, person: PersonId) -> Result<bool> {
    Ok(tx.query_opt::<PersonId>(HAS_SHADOW, p![zone, person]).await?.is_some())
}

const DELETE_SHADOW: &str = "delete from shadow_user where zone = $1 and person = $2";
const DELETE_ZONE_ASSIGNMENTS: &str = "delete from role_assignment where zone = $1 and person = $2";

/// Makes the zone forget the person.
pub async fn delete_shadow(tx: &mut Tx, zone: ZoneId, person: PersonId) -> Result<bool> {
    tx.execute(DELETE_ZONE_ASSIGNMENTS, p![zone, person]).await?;
    Ok(tx.execute(DELETE_SHADOW, p![zone, person]).await? == 1)
}
