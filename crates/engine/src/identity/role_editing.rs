//! Role collections as the page edits them: each change is one call and one transaction, about a version that was looked at.

use super::collections::{self, CollectionRow, NewCollection, ReferenceRow, RoleKey, RoleRow};
use super::rights::{AssignRoles, ReadRoles, ReadUsers, WriteRoles, in_zone};
use super::roles::{self, Assignment, no_entity};
use super::users::{self, User, UserName};
use super::zone::ZoneRow;
use crate::audit::{self, Event};
use crate::caller::{Caller, Can};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::version;
use model::{PersonId, Time, ZoneId};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;

/// How many roles a collection may have.
const MOST_ROLES: usize = 500;
/// The longest description, in characters.
const LONGEST_DESCRIPTION: usize = 1_000;

/// A role collection as it is edited.
#[derive(Debug, Clone)]
pub struct Edited {
    pub row: CollectionRow,
    pub roles: Vec<ReferenceRow>,
    /// How many people have it.
    pub holders: i64,
    /// Of name, description and roles.
    pub version: String,
    pub can: Can,
}

/// What may be done with a role collection.
#[must_use]
pub fn can<P>(caller: &Caller<P>, row: &CollectionRow) -> Can {
    let write = match row.read_only {
        true => Err(predefined(&row.name)),
        false => caller.may::<WriteRoles>(),
    };
    vec![
        ("edit", write.clone()),
        ("delete", write),
        ("copy", caller.may::<WriteRoles>()),
        ("assign", caller.may::<AssignRoles>()),
    ]
}

fn predefined(name: &str) -> String {
    format!("the role collection '{name}' is predefined and cannot be changed; make a copy of it")
}

async fn look(tx: &mut Tx, zone: ZoneId, name: &str) -> Result<(CollectionRow, Vec<ReferenceRow>)> {
    let row = store::role::collection(tx, zone, name).await?.ok_or_else(|| no_entity(name))?;
    Ok((row, store::role::references_of(tx, zone, name).await?))
}

fn version_in((row, roles): &(CollectionRow, Vec<ReferenceRow>)) -> String {
    let roles: Vec<_> = roles.iter().map(|role| [&role.app_id, &role.template, &role.role]).collect();
    version::of(&json!([row.name, row.description, roles]))
}

/// One role collection.
///
/// # Errors
/// Not found; forbidden in another zone.
pub async fn read(cx: &Cx, caller: &Caller<ReadRoles>, zone: &ZoneRow, name: String) -> Result<Edited> {
    in_zone(caller, zone)?;
    let id = zone.id;
    let (found, holders) = cx
        .db
        .read(async move |tx| {
            let found = look(tx, id, &name).await?;
            Ok::<_, Error>((found, store::role::holders_of(tx, id, &name).await?.len()))
        })
        .await?;
    let (version, can) = (version_in(&found), can(caller, &found.0));
    let (row, roles) = found;
    Ok(Edited { row, roles, holders: i64::try_from(holders).unwrap_or(i64::MAX), version, can })
}

/// What a role collection is to be like.
#[derive(Debug, Clone)]
pub struct Draft {
    pub name: String,
    pub description: String,
    /// Exactly these.
    pub roles: Vec<RoleKey>,
}

impl Draft {
    fn check(self) -> Result<Self> {
        let name = collections::checked_name(&self.name)?;
        if self.description.chars().count() > LONGEST_DESCRIPTION {
            let text = format!("the description may have {LONGEST_DESCRIPTION} characters at most; shorten it");
            return Err(Error::invalid(text));
        }
        if self.roles.len() > MOST_ROLES {
            return Err(Error::invalid(format!("a role collection may have {MOST_ROLES} roles at most; make several")));
        }
        Ok(Self { name, ..self })
    }
}

/// Makes a role collection with all its roles, or nothing.
///
/// # Errors
/// Invalid without a name, conflict when it is taken, not found for a role that is not there.
pub async fn create(cx: &Cx, caller: Caller<WriteRoles>, zone: &ZoneRow, draft: Draft) -> Result<()> {
    let Draft { name, description, roles } = draft.check()?;
    collections::create(cx, caller, zone, NewCollection { name, description, roles }).await.map(drop)
}

/// Replaces name, description and roles of a collection that people made; who has it keeps it.
///
/// # Errors
/// Not found; invalid for one that was delivered; conflict when the new name is taken, or when it is not the version
/// that was looked at.
pub async fn replace(
    cx: &Cx,
    caller: Caller<WriteRoles>,
    zone: &ZoneRow,
    (name, looked_at): (String, Option<String>),
    draft: Draft,
) -> Result<()> {
    in_zone(&caller, zone)?;
    let (draft, id, now) = (draft.check()?, zone.id, cx.now());
    cx.db
        .write(async move |tx| {
            may_change(tx, id, &name, looked_at).await?;
            if draft.name != name {
                rename(tx, id, &name, &draft.name).await?;
            }
            store::role::describe_collection(tx, id, &draft.name, &draft.description).await?;
            collections::replace_roles(tx, id, &draft.name, draft.roles).await?;
            let detail = json!({ "formerName": (draft.name != name).then_some(&name) });
            note(tx, &caller, id, ("role_collection.change", draft.name, detail), now).await
        })
        .await
}

async fn may_change(tx: &mut Tx, zone: ZoneId, name: &str, looked_at: Option<String>) -> Result<()> {
    let found = look(tx, zone, name).await?;
    if found.0.read_only {
        return Err(Error::unprocessable(predefined(name)));
    }
    version::check(looked_at.as_deref(), || version_in(&found), &format!("the role collection '{name}'"))
}

async fn rename(tx: &mut Tx, zone: ZoneId, name: &str, new: &str) -> Result<()> {
    if store::role::collection(tx, zone, new).await?.is_some() {
        return Err(Error::conflict(format!("a role collection with the name '{new}' exists already")));
    }
    Ok(store::role::rename_collection(tx, zone, name, new).await?)
}

/// Deletes a collection that people made, and takes it from everybody.
///
/// # Errors
/// Not found; unprocessable for one that was delivered; conflict when it is not the version that was looked at.
pub async fn delete(
    cx: &Cx,
    caller: Caller<WriteRoles>,
    zone: &ZoneRow,
    (name, looked_at): (String, Option<String>),
) -> Result<()> {
    in_zone(&caller, zone)?;
    let (id, now) = (zone.id, cx.now());
    cx.db
        .write(async move |tx| {
            may_change(tx, id, &name, looked_at).await?;
            store::role::delete_collection(tx, id, &name).await?;
            note(tx, &caller, id, ("role_collection.delete", name, json!({})), now).await
        })
        .await
}

async fn note<P>(
    tx: &mut Tx,
    caller: &Caller<P>,
    zone: ZoneId,
    (event, object, detail): (&'static str, String, serde_json::Value),
    now: Time,
) -> Result<()> {
    let event = Event { actor: caller.actor().to_owned(), subaccount: zone.to_string(), event, object, detail };
    audit::record(tx, now, event).await
}

/// The roles that collections of the zone can be made of.
///
/// # Errors
/// Forbidden in another zone.
pub async fn roles(cx: &Cx, caller: Caller<ReadRoles>, zone: &ZoneRow) -> Result<Vec<RoleRow>> {
    collections::roles(cx, caller, zone).await
}

/// Who has a collection, to find them among the users of the zone.
///
/// # Errors
/// Not found; forbidden in another zone.
pub async fn holders(cx: &Cx, caller: &Caller<ReadUsers>, zone: &ZoneRow, name: String) -> Result<BTreeSet<PersonId>> {
    in_zone(caller, zone)?;
    let id = zone.id;
    let found = cx.db.read(async move |tx| {
        if store::role::collection(tx, id, &name).await?.is_none() {
            return Err(no_entity(&name));
        }
        Ok(store::role::holders_of(tx, id, &name).await?)
    });
    Ok(found.await?.into_iter().collect())
}

/// The version of what a user has.
#[must_use]
pub fn version_of(user: &User) -> String {
    let held: BTreeSet<&String> = user.collections.iter().collect();
    version::of(&json!([user.row.id.to_string(), held]))
}

/// Gives a user exactly these role collections: all of it, or nothing.
///
/// # Errors
/// Not found: the user or a collection; conflict when it is not the version that was looked at, or when one is to be taken
/// that a group at the identity provider gives.
pub async fn assign_all(
    cx: &Cx,
    caller: Caller<AssignRoles>,
    zone: &ZoneRow,
    (who, looked_at): (UserName, Option<String>),
    wanted: BTreeSet<String>,
) -> Result<User> {
    in_zone(&caller, zone)?;
    let (zone, now, actor) = (zone.id, cx.now(), caller.actor().to_owned());
    cx.db
        .write(async move |tx| {
            let before = users::named(tx, zone, &who).await?;
            let name = &before.row.user_name;
            version::check(looked_at.as_deref(), || version_of(&before), &format!("what '{name}' has"))?;
            let User { row, collections: held, .. } = before;
            let one = |collection: &String| Assignment {
                zone,
                collection: collection.clone(),
                user_name: row.user_name.clone(),
                origin: row.origin.clone(),
                create_if_missing: None,
                actor: actor.clone(),
            };
            for collection in wanted.iter().filter(|collection| !held.contains(collection)) {
                roles::assign(tx, &one(collection), now).await?;
            }
            for collection in held.iter().filter(|collection| !wanted.contains(*collection)) {
                roles::unassign(tx, &one(collection), now).await?;
            }
            users::named(tx, zone, &who).await
        })
        .await
}
