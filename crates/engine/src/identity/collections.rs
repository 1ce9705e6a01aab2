//! Roles and role collections as the administrator of a zone works with them.

use super::rights::{ReadRoles, WriteRoles, in_zone};
use super::roles::no_entity;
use super::zone::ZoneRow;
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::role::{self, Template};
use model::{PersonId, Time, ZoneId};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Tx;
use store::person::PersonRow;
pub use store::role::{CollectionRow, ReferenceRow, RoleRow};

/// The longest name of a role collection.
const LONGEST_NAME: usize = 255;

/// A role collection, what is in it, and who has it.
#[derive(Debug, Clone)]
pub struct Collection {
    /// Name and description.
    pub row: CollectionRow,
    pub roles: Vec<ReferenceRow>,
    pub people: Vec<PersonRow>,
}

/// A role, named by its three keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleKey {
    /// The application, with the plan index.
    pub app_id: String,
    pub template: String,
    /// The role's name.
    pub name: String,
}

/// A role collection to be.
#[derive(Debug, Clone)]
pub struct NewCollection {
    pub name: String,
    pub description: String,
    /// What is in it from the start.
    pub roles: Vec<RoleKey>,
}

/// All role collections of the zone.
///
/// # Errors
/// Forbidden in another zone.
pub async fn list(cx: &Cx, caller: Caller<ReadRoles>, zone: &ZoneRow) -> Result<Vec<Collection>> {
    in_zone(&caller, zone)?;
    let id = zone.id;
    cx.db
        .read(async move |tx| {
            let rows = store::role::collections(tx, id).await?;
            complete(tx, id, rows).await
        })
        .await
}

/// A role collection with what is in it, and how many people have it.
#[derive(Debug, Clone)]
pub struct Outline {
    pub row: CollectionRow,
    pub roles: Vec<ReferenceRow>,
    pub holders: i64,
}

/// All role collections of the zone, without the people.
///
/// # Errors
/// Forbidden in another zone.
pub async fn outline(cx: &Cx, caller: Caller<ReadRoles>, zone: &ZoneRow) -> Result<Vec<Outline>> {
    in_zone(&caller, zone)?;
    let id = zone.id;
    let (rows, references, holders) = cx
        .db
        .read(async move |tx| {
            let rows = store::role::collections(tx, id).await?;
            let references = store::role::references(tx, id).await?;
            Ok::<_, Error>((rows, references, store::role::holders(tx, id).await?))
        })
        .await?;
    let (mut roles, holders) = (HashMap::<String, Vec<_>>::new(), holders.into_iter().collect::<HashMap<_, _>>());
    for reference in references {
        roles.entry(reference.collection.clone()).or_default().push(reference);
    }
    let outline = |row: CollectionRow| Outline {
        roles: roles.remove(&row.name).unwrap_or_default(),
        holders: holders.get(&row.name).copied().unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(outline).collect())
}

async fn complete(tx: &mut Tx, zone: ZoneId, rows: Vec<CollectionRow>) -> Result<Vec<Collection>> {
    let (mut roles, mut people) = (HashMap::<String, Vec<_>>::new(), HashMap::<String, Vec<_>>::new());
    for reference in store::role::references(tx, zone).await? {
        roles.entry(reference.collection.clone()).or_default().push(reference);
    }
    let known: HashMap<PersonId, PersonRow> =
        store::person::of_zone(tx, zone).await?.into_iter().map(|row| (row.id, row)).collect();
    for (person, collection) in store::role::assigned(tx, zone).await? {
        people.entry(collection).or_default().extend(known.get(&person).cloned());
    }
    let complete = |row: CollectionRow| Collection {
        roles: roles.remove(&row.name).unwrap_or_default(),
        people: people.remove(&row.name).unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(complete).collect())
}

async fn one(tx: &mut Tx, zone: ZoneId, name: &str) -> Result<Collection> {
    let row = store::role::collection(tx, zone, name).await?.ok_or_else(|| no_entity(name))?;
    complete(tx, zone, vec![row]).await?.pop().ok_or_else(|| no_entity(name))
}

/// One role collection.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, caller: Caller<ReadRoles>, zone: &ZoneRow, name: String) -> Result<Collection> {
    in_zone(&caller, zone)?;
    let id = zone.id;
    cx.db.read(async move |tx| one(tx, id, &name).await).await
}

/// Makes a role collection.
///
/// # Errors
/// Invalid without a name, conflict when the name is taken, not found for a role that is not there.
pub async fn create(cx: &Cx, caller: Caller<WriteRoles>, zone: &ZoneRow, new: NewCollection) -> Result<Collection> {
    in_zone(&caller, zone)?;
    checked_name(&new.name)?;
    let (id, now) = (zone.id, cx.now());
    cx.db.write(async move |tx| insert(tx, &caller, id, new, now).await).await
}

/// The name without blanks around it.
pub(super) fn checked_name(name: &str) -> Result<String> {
    let plain = name.trim();
    match plain.is_empty() || name.len() > LONGEST_NAME {
        true => Err(Error::invalid(format!("a role collection needs a name of at most {LONGEST_NAME} characters"))),
        false => Ok(plain.to_owned()),
    }
}

async fn insert(
    tx: &mut Tx,
    caller: &Caller<WriteRoles>,
    zone: ZoneId,
    new: NewCollection,
    now: Time,
) -> Result<Collection> {
    if store::role::collection(tx, zone, &new.name).await?.is_some() {
        return Err(Error::conflict(format!("a role collection with the name '{}' exists already", new.name)));
    }
    let NewCollection { name, description, roles } = new;
    let row = CollectionRow { name, description, read_only: false, app_id: String::new() };
    store::role::insert_collection(tx, zone, &row, now).await?;
    replace_roles(tx, zone, &row.name, roles).await?;
    record(tx, caller, ("role_collection.create", &row.name), zone, now).await?;
    one(tx, zone, &row.name).await
}

fn reference(collection: &str, role: RoleKey) -> ReferenceRow {
    let RoleKey { app_id, template, name } = role;
    ReferenceRow { collection: collection.to_owned(), app_id, template, role: name, description: String::new() }
}

async fn require_role(tx: &mut Tx, zone: ZoneId, key: &RoleKey) -> Result<()> {
    among(&store::role::roles(tx, zone).await?, key)
}

fn among(roles: &[RoleRow], key: &RoleKey) -> Result<()> {
    let there = |r: &RoleRow| r.app_id == key.app_id && r.template == key.template && r.name == key.name;
    match roles.iter().any(there) {
        true => Ok(()),
        false => Err(no_entity(&format!("{}, {}, {}", key.app_id, key.template, key.name))),
    }
}

async fn record<P>(
    tx: &mut Tx,
    caller: &Caller<P>,
    (event, object): (&'static str, &str),
    zone: ZoneId,
    now: Time,
) -> Result<()> {
    let event = Event {
        actor: caller.actor().to_owned(),
        subaccount: zone.to_string(),
        event,
        object: object.to_owned(),
        detail: json!({}),
    };
    audit::record(tx, now, event).await
}

/// What is done to a role collection.
#[derive(Debug, Clone)]
pub enum Change {
    /// A new description.
    Describe(String),
    /// One more role.
    Add(RoleKey),
    /// One role less.
    Remove(RoleKey),
    /// Exactly these roles.
    Replace(Vec<RoleKey>),
    /// Away with it.
    Delete,
}

/// Changes a role collection that people made.
///
/// # Errors
/// Not found, or invalid for one that was delivered.
pub async fn change(cx: &Cx, caller: Caller<WriteRoles>, zone: &ZoneRow, name: String, change: Change) -> Result<()> {
    in_zone(&caller, zone)?;
    let (id, now) = (zone.id, cx.now());
    cx.db
        .write(async move |tx| {
            let row = store::role::collection(tx, id, &name).await?.ok_or_else(|| no_entity(&name))?;
            if row.read_only {
                let text =
                    format!("the role collection '{name}' is predefined and cannot be changed; make a copy of it");
                return Err(Error::invalid(text));
            }
            apply(tx, id, &name, change).await?;
            record(tx, &caller, ("role_collection.change", &name), id, now).await
        })
        .await
}

async fn apply(tx: &mut Tx, zone: ZoneId, name: &str, change: Change) -> Result<()> {
    match change {
        Change::Describe(text) => store::role::describe_collection(tx, zone, name, &text).await.map(drop)?,
        Change::Delete => store::role::delete_collection(tx, zone, name).await?,
        Change::Add(role) => {
            require_role(tx, zone, &role).await?;
            store::role::refer(tx, zone, &reference(name, role)).await?;
        }
        Change::Remove(role) => {
            let key = role.name.clone();
            if !store::role::unrefer(tx, zone, &reference(name, role)).await? {
                return Err(no_entity(&key));
            }
        }
        Change::Replace(roles) => replace_roles(tx, zone, name, roles).await?,
    }
    Ok(())
}

/// Exactly these roles are in the collection from now on.
pub(super) async fn replace_roles(tx: &mut Tx, zone: ZoneId, name: &str, roles: Vec<RoleKey>) -> Result<()> {
    let known = store::role::roles(tx, zone).await?;
    for old in store::role::references_of(tx, zone, name).await? {
        store::role::unrefer(tx, zone, &old).await?;
    }
    for role in roles {
        among(&known, &role)?;
        store::role::refer(tx, zone, &reference(name, role)).await?;
    }
    Ok(())
}

/// All roles of the zone.
///
/// # Errors
/// Forbidden in another zone.
pub async fn roles(cx: &Cx, caller: Caller<ReadRoles>, zone: &ZoneRow) -> Result<Vec<RoleRow>> {
    in_zone(&caller, zone)?;
    let id = zone.id;
    cx.db.read(async move |tx| Ok(store::role::roles(tx, id).await?)).await
}

/// The applications whose roles the zone offers.
///
/// # Errors
/// Forbidden in another zone.
pub async fn apps(cx: &Cx, caller: Caller<ReadRoles>, zone: &ZoneRow) -> Result<Vec<String>> {
    in_zone(&caller, zone)?;
    let id = zone.id;
    cx.db.read(async move |tx| Ok(store::zone::apps(tx, id).await?)).await
}

/// A role to be: a template's scopes, restricted by values for its attributes.
#[derive(Debug, Clone)]
pub struct NewRole {
    pub key: RoleKey,
    pub description: String,
    /// Attribute → values.
    pub attributes: BTreeMap<String, Vec<String>>,
}

impl NewRole {
    fn row(self) -> Result<RoleRow> {
        let NewRole { key, description, attributes } = self;
        if key.name.trim().is_empty() || key.name.len() > LONGEST_NAME {
            return Err(Error::invalid(format!("a role needs a name of at most {LONGEST_NAME} characters")));
        }
        let template = role::template(&key.app_id, &key.template);
        let template = template.ok_or_else(|| no_entity(&format!("{}, {}", key.app_id, key.template)))?;
        only_known(template, &attributes)?;
        let RoleKey { app_id, template, name } = key;
        Ok(RoleRow { app_id, template, name, description, attributes, read_only: false })
    }
}

fn only_known(template: &Template, attributes: &BTreeMap<String, Vec<String>>) -> Result<()> {
    let known: BTreeSet<&str> = template.attributes.iter().copied().collect();
    match attributes.keys().find(|name| !known.contains(name.as_str())) {
        Some(name) => Err(Error::invalid(format!("the template '{}' has no attribute '{name}'", template.name))),
        None => Ok(()),
    }
}

/// Makes a role, or changes one that people made.
///
/// # Errors
/// Not found for a template that the zone does not offer, conflict when the role exists already.
pub async fn put_role(cx: &Cx, caller: Caller<WriteRoles>, zone: &ZoneRow, new: NewRole, is_new: bool) -> Result<()> {
    in_zone(&caller, zone)?;
    let (row, id, now) = (new.row()?, zone.id, cx.now());
    cx.db
        .write(async move |tx| {
            if !store::zone::apps(tx, id).await?.contains(&row.app_id) {
                return Err(no_entity(&row.app_id));
            }
            let roles = store::role::roles(tx, id).await?;
            let there = |r: &RoleRow| r.app_id == row.app_id && r.template == row.template && r.name == row.name;
            match (roles.iter().any(there), is_new) {
                (true, true) => return Err(Error::conflict(format!("the role '{}' exists already", row.name))),
                (false, false) => return Err(no_entity(&row.name)),
                (_, true) => store::role::insert(tx, id, &row).await?,
                (_, false) if store::role::update(tx, id, &row).await? => {}
                (_, false) => return Err(Error::invalid(format!("the role '{}' is predefined", row.name))),
            }
            record(tx, &caller, ("role.write", &row.name), id, now).await
        })
        .await
}

/// Removes a role that people made and that is in no collection.
///
/// # Errors
/// Not found, or conflict while it is used.
pub async fn delete_role(cx: &Cx, caller: Caller<WriteRoles>, zone: &ZoneRow, key: RoleKey) -> Result<()> {
    in_zone(&caller, zone)?;
    let (id, now) = (zone.id, cx.now());
    cx.db
        .write(async move |tx| {
            let RoleKey { app_id, template, name } = &key;
            let uses = store::role::uses(tx, id, app_id, template, name).await?;
            if !uses.is_empty() {
                let text = format!("the role '{name}' is used by role collections: {}", uses.join(", "));
                return Err(Error::conflict(text));
            }
            if !store::role::delete(tx, id, app_id, template, name).await? {
                return Err(no_entity(name));
            }
            record(tx, &caller, ("role.delete", name), id, now).await
        })
        .await
}
