//! Users as administrators see them: those of a zone, and for Cloud Foundry all people.
//!
//! In a zone a user is a *shadow*: somebody of our one store who is known there and can have role collections. What is
//! shown of him there is what was said there, not what another tenant may have said.
//! Passwords are set at Cloud Foundry's UAA only, so no tenant can touch another's people.

use super::person::{self, NewPerson, is_our_origin, kept_origin};
use super::rights::{AssignRoles, LoggedIn, ReadAssignments, ReadPeople, ReadUsers, WritePeople, WriteUsers};
use super::rights::{in_realm, in_zone};
use super::roles::{self, Assignment, no_entity};
use super::trust;
use super::zone::{Realm, ZoneRow};
use crate::audit::{self, Event};
use crate::caller::{Caller, Person};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{PersonId, Time, ZoneId};
use serde_json::json;
use std::collections::BTreeMap;
use store::Tx;
pub use store::person::PersonRow;
use store::role::HeldBy;

/// A user with his role collections.
#[derive(Debug, Clone)]
pub struct User {
    pub row: PersonRow,
    /// Names of role collections in the zone; none for Cloud Foundry.
    pub collections: Vec<String>,
    /// Those of them that groups at the identity provider give.
    pub by_group: Vec<String>,
}

impl User {
    /// Somebody whose role collections are not asked for.
    #[must_use]
    pub fn without_collections(row: PersonRow) -> Self {
        Self { row, collections: Vec::new(), by_group: Vec::new() }
    }
}

/// Which users a list is to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Log-in name, whatever its case.
    pub user_name: Option<String>,
    /// Mail address, whatever its case.
    pub email: Option<String>,
    pub id: Option<String>,
    /// Identity provider.
    pub origin: Option<String>,
}

impl Filter {
    fn holds(&self, row: &PersonRow) -> bool {
        let same = |wanted: &Option<String>, found: &str| {
            wanted.as_ref().is_none_or(|wanted| wanted.to_lowercase() == found.to_lowercase())
        };
        same(&self.user_name, &row.user_name)
            && same(&self.email, &row.email)
            && same(&self.id, &row.id.to_string())
            && self.origin.as_deref().is_none_or(|wanted| kept_origin(wanted) == row.origin)
    }
}

/// The users of a zone, one by one into `page`, which keeps what it shows: [`with_collections`] adds the rest.
///
/// # Errors
/// Forbidden in another zone.
pub async fn list<C>(cx: &Cx, caller: Caller<ReadUsers>, zone: &ZoneRow, filter: Filter, mut page: C) -> Result<C>
where
    C: Extend<PersonRow> + Send + 'static,
{
    in_zone(&caller, zone)?;
    let id = zone.id;
    cx.db
        .report(async move |tx| {
            let on = |row| {
                page.extend(Some(row).filter(|row| filter.holds(row)));
                Ok(())
            };
            store::person::each_of_zone(tx, id, on).await?;
            Ok(page)
        })
        .await
}

/// The same with their role collections.
///
/// # Errors
/// Forbidden in another zone.
pub async fn with_collections(
    cx: &Cx,
    caller: Caller<ReadUsers>,
    zone: &ZoneRow,
    rows: Vec<PersonRow>,
) -> Result<Vec<User>> {
    in_zone(&caller, zone)?;
    let (zone, ids): (_, Vec<PersonId>) = (zone.id, rows.iter().map(|row| row.id).collect());
    let read = async move |tx: &mut Tx| Ok::<_, Error>(store::role::of_people(tx, zone, &ids).await?);
    let mut held: BTreeMap<PersonId, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for HeldBy { person, collection, by_group } in cx.db.read(read).await? {
        let (all, of_groups) = held.entry(person).or_default();
        of_groups.extend(by_group.then(|| collection.clone()));
        all.push(collection);
    }
    let user = |row: PersonRow| {
        let (collections, by_group) = held.remove(&row.id).unwrap_or_default();
        User { row, collections, by_group }
    };
    Ok(rows.into_iter().map(user).collect())
}

/// Only what the zone was told: the person's own record may be another tenant's business.
async fn user(tx: &mut Tx, zone: ZoneId, row: PersonRow) -> Result<User> {
    let known = store::person::in_zone(tx, zone, row.id).await?;
    let row = known.unwrap_or_else(|| {
        let of = person::unknown(row.id, &row.user_name, row.created_at);
        PersonRow { origin: row.origin, ..of }
    });
    let collections = store::role::of_person(tx, zone, row.id).await?;
    let groups = store::role::by_group_of(tx, row.id).await?;
    let by_group = groups.into_iter().filter(|one| one.zone == zone).map(|one| one.collection).collect();
    Ok(User { row, collections, by_group })
}

/// All people, one by one into `page`, which keeps what it shows.
///
/// # Errors
/// Forbidden with a token of a zone.
pub async fn people<C>(cx: &Cx, caller: Caller<ReadPeople>, filter: Filter, mut page: C) -> Result<C>
where
    C: Extend<PersonRow> + Send + 'static,
{
    in_realm(&caller, &Realm::CloudFoundry)?;
    cx.db
        .report(async move |tx| {
            let on = |row| {
                page.extend(Some(row).filter(|row| filter.holds(row)));
                Ok(())
            };
            store::person::each(tx, on).await?;
            Ok(page)
        })
        .await
}

/// One person; everybody may see himself.
///
/// # Errors
/// Not found; forbidden for others than the administrator and the person.
pub async fn person(cx: &Cx, caller: Caller<LoggedIn>, id: PersonId) -> Result<User> {
    in_realm(&caller, &Realm::CloudFoundry)?;
    if caller.identity().person.as_ref().is_none_or(|me| me.id != id) {
        Caller::<ReadPeople>::new(caller.shared())?;
    }
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::person::get(tx, id).await?)).await?;
    Ok(User::without_collections(row.ok_or_else(|| person::not_found(id))?))
}

/// Makes a person.
///
/// # Errors
/// Conflict, when the name is taken; invalid for another origin.
pub async fn create_person(cx: &Cx, caller: Caller<WritePeople>, new: NewPerson, origin: &str) -> Result<User> {
    in_realm(&caller, &Realm::CloudFoundry)?;
    let ours = is_our_origin(origin);
    if !ours {
        return Err(Error::invalid(format!("the origin '{origin}' is not known; leave it out")));
    }
    let (prepared, now) = (person::prepare(cx, new).await?, cx.now());
    let row = cx.db.write(async move |tx| person::add(tx, prepared, caller.actor(), now).await).await?;
    Ok(User::without_collections(row))
}

/// What is to change about a person. The log-in name is compared only: it never changes.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    /// Must be the log-in name, if said at all.
    pub user_name: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// First name.
    pub given: Option<String>,
    /// Last name.
    pub family: Option<String>,
    /// Whether the person can log in.
    pub active: Option<bool>,
    /// The version that is to change; any, when absent.
    pub version: Option<i64>,
}

/// Changes names and mail address of a person; what is not said stays.
///
/// # Errors
/// Not found; invalid for another log-in name; conflict, when the person was changed meanwhile.
pub async fn change_person(cx: &Cx, caller: Caller<WritePeople>, id: PersonId, change: PersonChange) -> Result<User> {
    in_realm(&caller, &Realm::CloudFoundry)?;
    let now = cx.now();
    let work = async move |tx: &mut Tx| {
        let row = store::person::get(tx, id).await?.ok_or_else(|| person::not_found(id))?;
        if change.user_name.is_some_and(|name| name.to_lowercase() != row.user_name.to_lowercase()) {
            return Err(Error::invalid("userName cannot be changed").with_code("invalid_scim_resource"));
        }
        if let Some(version) = change.version.filter(|version| *version != row.version) {
            let actual = row.version;
            let text =
                format!("Attempt to update a User ({id}) with wrong version: expected={version}; actual={actual}");
            return Err(Error::conflict(text).with_code("scim_resource_already_exists"));
        }
        let row = PersonRow {
            email: change.email.unwrap_or(row.email),
            given_name: change.given.unwrap_or(row.given_name),
            family_name: change.family.unwrap_or(row.family_name),
            ..row
        };
        let now_active = change.active.filter(|active| *active != row.active);
        store::person::set_names(tx, &row, now).await?;
        set_active(tx, &caller, id, now_active, now).await?;
        let event = Event {
            actor: caller.actor().to_owned(),
            subaccount: String::new(),
            event: "person.update",
            object: format!("person {}", row.user_name),
            detail: now_active.map_or_else(|| json!({}), |active| json!({"active": active})),
        };
        audit::record(tx, now, event).await?;
        store::person::get(tx, id).await?.ok_or_else(|| person::not_found(id))
    };
    Ok(User::without_collections(cx.db.write(work).await?))
}

/// Whether somebody can log in; who cannot is signed out everywhere.
async fn set_active(
    tx: &mut Tx,
    caller: &Caller<WritePeople>,
    id: PersonId,
    active: Option<bool>,
    now: Time,
) -> Result<()> {
    let Some(active) = active else { return Ok(()) };
    if !active && caller.identity().person.as_ref().is_some_and(|me| me.id == id) {
        return Err(Error::invalid("nobody can shut himself out; let another administrator do it"));
    }
    store::person::set_active(tx, id, active, now).await?;
    if !active {
        store::session::end_all(tx, id, None).await?;
    }
    Ok(())
}

/// Removes a person everywhere. Nobody removes himself.
///
/// # Errors
/// Not found; invalid for oneself.
pub async fn delete_person(cx: &Cx, caller: Caller<WritePeople>, id: PersonId) -> Result<User> {
    in_realm(&caller, &Realm::CloudFoundry)?;
    if caller.identity().person.as_ref().is_some_and(|me| me.id == id) {
        return Err(Error::invalid("nobody can remove himself; let another administrator do it"));
    }
    let now = cx.now();
    let row = cx.db.write(async move |tx| person::remove(tx, id, caller.actor(), now).await).await?;
    Ok(User::without_collections(row))
}

/// Sets a password: one's own with the old one, anybody's as the administrator.
///
/// # Errors
/// Unauthenticated with a wrong old password, forbidden for others.
pub async fn change_password(
    cx: &Cx,
    caller: Caller<LoggedIn>,
    id: PersonId,
    old: Option<String>,
    new: &str,
) -> Result<()> {
    in_realm(&caller, &Realm::CloudFoundry)?;
    if new.is_empty() {
        return Err(Error::invalid("a password must not be empty").with_code("invalid_password"));
    }
    let own = caller.identity().person.clone().filter(|me| me.id == id);
    match (own, old) {
        (Some(Person { name, .. }), Some(old)) => {
            person::authenticate(cx, &name, &old).await?;
        }
        _ => {
            Caller::<WritePeople>::new(caller.shared())?;
        }
    }
    person::set_password(cx, id, new, caller.actor()).await
}

/// Makes somebody known in a zone; a person is added to the store without a password when there is none.
///
/// # Errors
/// Invalid with a password; conflict when known already.
pub async fn create(cx: &Cx, caller: Caller<WriteUsers>, zone: &ZoneRow, new: NewPerson) -> Result<User> {
    in_zone(&caller, zone)?;
    if new.password.is_some() {
        let text = "passwords are set by the administrator at Cloud Foundry's /Users, not in a subaccount";
        return Err(Error::invalid(text).with_code("invalid_scim_resource"));
    }
    if !trust::is_known(cx, &new.origin) {
        let text =
            format!("the origin '{}' is not known; leave it out, or name a trusted identity provider", new.origin);
        return Err(Error::invalid(text).with_code("invalid_scim_resource"));
    }
    let (id, now, prepared) = (zone.id, cx.now(), person::prepare(cx, new.clone()).await?);
    cx.db
        .write(async move |tx| {
            let row = match store::person::find_of(tx, kept_origin(&new.origin), &new.user_name).await? {
                Some(row) => row,
                None => person::add(tx, prepared, caller.actor(), now).await?,
            };
            if store::person::has_shadow(tx, id, row.id).await? {
                let error = Error::conflict(format!("Username already in use: {}", row.user_name));
                return Err(error.with_code("scim_resource_already_exists"));
            }
            store::person::add_shadow(tx, id, row.id, now).await?;
            let email = if new.email.is_empty() { &new.user_name } else { &new.email };
            store::person::describe_shadow(tx, id, row.id, (email, &new.given, &new.family)).await?;
            record(tx, caller.actor(), ("user.create", &row.user_name), id, now).await?;
            user(tx, id, row).await
        })
        .await
}

async fn record(tx: &mut Tx, actor: &str, (event, name): (&'static str, &str), zone: ZoneId, now: Time) -> Result<()> {
    let event = Event {
        actor: actor.to_owned(),
        subaccount: zone.to_string(),
        event,
        object: format!("person {name}"),
        detail: json!({}),
    };
    audit::record(tx, now, event).await
}

/// A user of a zone.
///
/// # Errors
/// Not found, also for people whom the zone does not know.
pub async fn get(cx: &Cx, caller: Caller<ReadUsers>, zone: &ZoneRow, id: PersonId) -> Result<User> {
    in_zone(&caller, zone)?;
    let zone = zone.id;
    cx.db
        .read(async move |tx| {
            let row = known(tx, zone, id).await?;
            user(tx, zone, row).await
        })
        .await
}

async fn known(tx: &mut Tx, zone: ZoneId, id: PersonId) -> Result<PersonRow> {
    match store::person::get(tx, id).await? {
        Some(row) if store::person::has_shadow(tx, zone, id).await? => Ok(row),
        _ => Err(person::not_found(id)),
    }
}

/// Makes a zone forget somebody, and ends his sessions there; he stays in the store.
///
/// # Errors
/// Not found.
pub async fn forget(cx: &Cx, caller: Caller<WriteUsers>, zone: &ZoneRow, id: PersonId) -> Result<User> {
    in_zone(&caller, zone)?;
    let (zone, now) = (zone.id, cx.now());
    cx.db
        .write(async move |tx| {
            let row = known(tx, zone, id).await?;
            let gone = user(tx, zone, row).await?;
            store::person::delete_shadow(tx, zone, id).await?;
            store::session::end_all(tx, id, Some(&zone.to_string())).await?;
            record(tx, caller.actor(), ("user.remove", &gone.row.user_name), zone, now).await?;
            Ok(gone)
        })
        .await
}

/// Somebody in a zone, by his name.
#[derive(Debug, Clone)]
pub struct UserName {
    pub origin: String,
    /// The log-in name.
    pub name: String,
}

/// A user of a zone, by name.
///
/// # Errors
/// Not found.
pub async fn by_name(cx: &Cx, caller: Caller<ReadAssignments>, zone: &ZoneRow, who: UserName) -> Result<User> {
    in_zone(&caller, zone)?;
    let zone = zone.id;
    cx.db.read(async move |tx| named(tx, zone, &who).await).await
}

pub(super) async fn named(tx: &mut Tx, zone: ZoneId, who: &UserName) -> Result<User> {
    let found = store::person::find_of(tx, kept_origin(&who.origin), &who.name).await?;
    let Some(row) = found else { return Err(no_entity(&who.name)) };
    match store::person::has_shadow(tx, zone, row.id).await? {
        true => user(tx, zone, row).await,
        false => Err(no_entity(&who.name)),
    }
}

/// Whether a collection is given or taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// Given; somebody who is not known is made known if this says so.
    Assign {
        /// `createUserIfMissing`.
        create: bool,
    },
    /// Taken.
    Unassign,
}

/// Gives a role collection to a user, or takes it.
///
/// # Errors
/// Not found: the collection or the user.
pub async fn set_membership(
    cx: &Cx,
    caller: Caller<AssignRoles>,
    zone: &ZoneRow,
    who: UserName,
    (collection, membership): (String, Membership),
) -> Result<User> {
    in_zone(&caller, zone)?;
    if !trust::is_known(cx, &who.origin) {
        return Err(no_entity(&who.origin));
    }
    let (zone, now) = (zone.id, cx.now());
    let assignment = Assignment {
        zone,
        collection,
        user_name: who.name,
        origin: who.origin,
        create_if_missing: (membership == Membership::Assign { create: true }).then(|| PersonId(cx.random.uuid())),
        actor: caller.actor().to_owned(),
    };
    cx.db
        .write(async move |tx| {
            let row = match membership {
                Membership::Assign { .. } => roles::assign(tx, &assignment, now).await?,
                Membership::Unassign => roles::unassign(tx, &assignment, now).await?,
            };
            user(tx, zone, row).await
        })
        .await
}
