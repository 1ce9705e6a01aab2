//! Somebody comes from a provider: his person here, the role collections of his groups, and his session, in one transaction.
//!
//! He is found by what the provider calls him, which never changes, and keeps the log-in name that he came with first.
//! Somebody of another origin is somebody else, whatever his name: nobody becomes another one by an address of mail.

use super::id_token::Told;
use super::{Provider, zone_of};
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::page::{Opening, SignedIn};
use crate::identity::person;
use model::role::mapping::{Changes, Mapping, changes};
use model::{PersonId, Time, ZoneId};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;
use store::person::PersonRow;

/// Signs somebody in whom the provider vouches for; `way` (its id, until when it is good) is used up with it.
pub(super) async fn sign_in(
    cx: &Cx,
    provider: &Provider,
    told: Told,
    (way, until): (&str, Time),
    former: Option<&str>,
) -> Result<SignedIn> {
    let (opening, id, now) = (Opening::new(cx, former), PersonId(cx.random.uuid()), cx.now());
    let (provider, way) = (provider.clone(), way.to_owned());
    cx.db
        .write(async move |tx| {
            if !store::sign_in::use_up(tx, &way, until, now).await? {
                let text = "this sign-in was ended before; sign in again";
                return Err(Error::invalid(text).with_code("again"));
            }
            let row = person_of(tx, &provider, &told, id, now).await?;
            follow_groups(tx, &provider, &row, &told.groups, now).await?;
            opening.open(tx, &row).await
        })
        .await
}

async fn person_of(tx: &mut Tx, provider: &Provider, told: &Told, id: PersonId, now: Time) -> Result<PersonRow> {
    let origin = &provider.origin;
    let row = match store::person::by_subject(tx, origin, &told.subject).await? {
        Some(row) => row,
        None => match store::person::find_of(tx, origin, &told.user_name).await? {
            Some(named) => adopted(tx, named, &told.subject, now).await?,
            None => created(tx, origin, told, id, now).await?,
        },
    };
    if !row.active {
        let text = "your user is not active here; ask an administrator of this installation to activate it";
        return Err(Error::forbidden(text).with_code("inactive"));
    }
    corrected(tx, row, told, now).await
}

/// Somebody who was only named before, to give him roles, is he who comes with this name first.
async fn adopted(tx: &mut Tx, named: PersonRow, subject: &str, now: Time) -> Result<PersonRow> {
    if !store::person::set_subject(tx, named.id, subject, now).await? {
        let text = format!(
            "the user '{}' here belongs to another account of the identity provider; an administrator has to remove \
             that user first",
            named.user_name
        );
        return Err(Error::forbidden(text).with_code("name_taken"));
    }
    store::person::get(tx, named.id).await?.ok_or_else(|| person::not_found(named.id))
}

async fn created(tx: &mut Tx, origin: &str, told: &Told, id: PersonId, now: Time) -> Result<PersonRow> {
    let row = PersonRow {
        origin: origin.to_owned(),
        email: told.email.clone(),
        given_name: told.given.clone(),
        family_name: told.family.clone(),
        subject: Some(told.subject.clone()),
        ..person::unknown(id, &told.user_name, now)
    };
    store::person::insert(tx, &row).await?;
    record(tx, "person.create", &row, now).await?;
    Ok(row)
}

/// Names and mail address are those of the provider. Sessions rest on the address, so the others end when it changes.
async fn corrected(tx: &mut Tx, row: PersonRow, told: &Told, now: Time) -> Result<PersonRow> {
    let same = row.email == told.email && row.given_name == told.given && row.family_name == told.family;
    if same {
        return Ok(row);
    }
    let new = PersonRow {
        email: told.email.clone(),
        given_name: told.given.clone(),
        family_name: told.family.clone(),
        ..row
    };
    store::person::set_names(tx, &new, now).await?;
    record(tx, "person.update", &new, now).await?;
    Ok(new)
}

async fn record(tx: &mut Tx, event: &'static str, row: &PersonRow, now: Time) -> Result<()> {
    let event = Event {
        actor: row.user_name.clone(),
        subaccount: String::new(),
        event,
        object: format!("person {}", row.user_name),
        detail: json!({"id": row.id, "origin": row.origin}),
    };
    audit::record(tx, now, event).await
}

/// Gives and takes what his groups say. What leads to a subaccount or a role collection that is not there gives nothing.
async fn follow_groups(
    tx: &mut Tx,
    provider: &Provider,
    row: &PersonRow,
    groups: &BTreeSet<String>,
    now: Time,
) -> Result<()> {
    let mappings = present(tx, provider).await?;
    let had = store::role::by_group_of(tx, row.id).await?;
    let had: BTreeSet<(ZoneId, String)> = had.into_iter().map(|one| (one.zone, one.collection)).collect();
    let Changes { give, take } = changes(&mappings, groups, &had);
    for (zone, collection) in give {
        store::person::add_shadow(tx, zone, row.id, now).await?;
        let names = (row.email.as_str(), row.given_name.as_str(), row.family_name.as_str());
        store::person::describe_shadow(tx, zone, row.id, names).await?;
        store::role::grant(tx, zone, row.id, &collection, now).await?;
        record_role(tx, "role_collection.assign", (&row.user_name, &row.origin), (zone, &collection), now).await?;
    }
    for (zone, collection) in take {
        store::role::withdraw(tx, zone, row.id, &collection).await?;
        record_role(tx, "role_collection.unassign", (&row.user_name, &row.origin), (zone, &collection), now).await?;
    }
    Ok(())
}

/// The mappings that lead to something, with its zone.
pub(super) async fn present(tx: &mut Tx, provider: &Provider) -> Result<Vec<Mapping<ZoneId>>> {
    let mut all = Vec::new();
    for Mapping { group, place, collection } in &provider.mappings {
        let Some(zone) = zone_of(tx, place).await? else { continue };
        if store::role::collection(tx, zone.id, collection).await?.is_some() {
            all.push(Mapping { group: group.clone(), place: zone.id, collection: collection.clone() });
        }
    }
    Ok(all)
}

pub(super) async fn record_role(
    tx: &mut Tx,
    event: &'static str,
    (user, origin): (&str, &str),
    (zone, collection): (ZoneId, &str),
    now: Time,
) -> Result<()> {
    let event = Event {
        actor: format!("identity provider {origin}"),
        subaccount: zone.to_string(),
        event,
        object: format!("role collection {collection}"),
        detail: json!({"user": user, "origin": origin}),
    };
    audit::record(tx, now, event).await
}
