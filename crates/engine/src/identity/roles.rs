//! Roles and role collections as other areas need them: delivered with an application, withdrawn with it, assigned.

use super::person::{self, kept_origin};
use crate::audit::{self, Event};
use crate::error::{Error, Result};
use model::role::{App, Collection, Template};
use model::{PersonId, Time, ZoneId};
use serde_json::json;
use std::collections::BTreeMap;
use store::Tx;
use store::person::PersonRow;
use store::role::{CollectionRow, ReferenceRow, RoleRow};

/// Offers an application's roles in a zone: a default role for each template, and the collections that come with it.
/// What is there already stays as it is.
pub async fn deliver(
    tx: &mut Tx,
    zone: ZoneId,
    app_id: &str,
    templates: &[Template],
    collections: &[Collection],
    now: Time,
) -> Result<()> {
    store::zone::insert_app(tx, zone, app_id, now).await?;
    let known = store::role::roles(tx, zone).await?;
    for template in templates {
        let row = default_role(template);
        let there = known.iter().any(|r| r.app_id == row.app_id && r.template == row.template && r.name == row.name);
        if !there {
            store::role::insert(tx, zone, &row).await?;
        }
    }
    deliver_collections(tx, zone, app_id, collections, now).await
}

fn default_role(template: &Template) -> RoleRow {
    RoleRow {
        app_id: template.app.id().to_owned(),
        template: template.name.to_owned(),
        name: template.name.to_owned(),
        description: template.description.to_owned(),
        attributes: BTreeMap::new(),
        read_only: true,
    }
}

pub(super) async fn deliver_collections(
    tx: &mut Tx,
    zone: ZoneId,
    app_id: &str,
    collections: &[Collection],
    now: Time,
) -> Result<()> {
    for collection in collections {
        if store::role::collection(tx, zone, collection.name).await?.is_some() {
            continue;
        }
        let row = CollectionRow {
            name: collection.name.to_owned(),
            description: collection.description.to_owned(),
            read_only: collection.read_only,
            app_id: app_id.to_owned(),
        };
        store::role::insert_collection(tx, zone, &row, now).await?;
        for (app, template) in collection.roles {
            store::role::refer(tx, zone, &reference(collection.name, *app, template)).await?;
        }
    }
    Ok(())
}

fn reference(collection: &str, app: App, template: &str) -> ReferenceRow {
    ReferenceRow {
        collection: collection.to_owned(),
        app_id: app.id().to_owned(),
        template: template.to_owned(),
        role: template.to_owned(),
        description: String::new(),
    }
}

/// Takes an application's roles and collections out of a zone; collections that people made lose its roles.
pub async fn withdraw(tx: &mut Tx, zone: ZoneId, app_id: &str) -> Result<()> {
    store::role::delete_of_app(tx, zone, app_id).await?;
    Ok(store::zone::delete_app(tx, zone, app_id).await?)
}

/// A role collection for a person.
#[derive(Debug, Clone)]
pub struct Assignment {
    pub zone: ZoneId,
    pub collection: String,
    /// To whom.
    pub user_name: String,
    /// From which identity provider, one that is known; empty for our own.
    pub origin: String,
    /// The id to be given to somebody who is not known yet; `None`: he must be known.
    pub create_if_missing: Option<PersonId>,
    pub actor: String,
}

/// What the original says when a key finds nothing.
pub(super) fn no_entity(key: &str) -> Error {
    Error::not_found(format!("No entity found with values = [[{key}]]"))
}

/// Gives a role collection to a person. Doing it twice changes nothing.
///
/// # Errors
/// Not found: the collection, or the person.
pub async fn assign(tx: &mut Tx, assignment: &Assignment, now: Time) -> Result<PersonRow> {
    let Assignment { zone, collection, .. } = assignment;
    if store::role::collection(tx, *zone, collection).await?.is_none() {
        return Err(no_entity(collection));
    }
    let row = user(tx, assignment, now).await?;
    store::person::add_shadow(tx, *zone, row.id, now).await?;
    store::role::assign(tx, *zone, row.id, collection, now).await?;
    record(tx, assignment, "role_collection.assign", now).await?;
    Ok(row)
}

async fn user(tx: &mut Tx, assignment: &Assignment, now: Time) -> Result<PersonRow> {
    let Assignment { user_name, origin, .. } = assignment;
    let origin = kept_origin(origin);
    let found = store::person::find_of(tx, origin, user_name).await?;
    match (found, assignment.create_if_missing) {
        (Some(row), Some(_)) => Ok(row),
        (Some(row), None) if store::person::has_shadow(tx, assignment.zone, row.id).await? => Ok(row),
        (None, Some(id)) if !user_name.trim().is_empty() && user_name.len() <= person::LONGEST_NAME => {
            let row = PersonRow { origin: origin.to_owned(), ..person::unknown(id, user_name, now) };
            store::person::insert(tx, &row).await?;
            Ok(row)
        }
        _ => Err(no_entity(user_name)),
    }
}

/// Takes a role collection from a person.
///
/// # Errors
/// Not found: the person, or he did not have it. Conflict, when a group at the identity provider gives it.
pub async fn unassign(tx: &mut Tx, assignment: &Assignment, now: Time) -> Result<PersonRow> {
    let Assignment { zone, collection, user_name, origin, .. } = assignment;
    let found = store::person::find_of(tx, kept_origin(origin), user_name).await?;
    let row = found.ok_or_else(|| no_entity(user_name))?;
    if !store::role::unassign(tx, *zone, row.id, collection).await? {
        let held = store::role::by_group_of(tx, row.id).await?;
        return Err(match held.iter().any(|one| one.zone == *zone && one.collection == *collection) {
            true => Error::conflict(format!(
                "a group at the identity provider '{}' gives '{collection}'; take {user_name} out of the group there, or the \
                 group out of the configuration",
                row.origin
            )),
            false => no_entity(collection),
        });
    }
    record(tx, assignment, "role_collection.unassign", now).await?;
    Ok(row)
}

async fn record(tx: &mut Tx, assignment: &Assignment, event: &'static str, now: Time) -> Result<()> {
    let event = Event {
        actor: assignment.actor.clone(),
        subaccount: assignment.zone.to_string(),
        event,
        object: format!("role collection {}", assignment.collection),
        detail: json!({"user": assignment.user_name}),
    };
    audit::record(tx, now, event).await
}
