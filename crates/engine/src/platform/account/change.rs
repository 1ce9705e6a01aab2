//! Making, changing and deleting subaccounts.

use super::{GlobalAccount, Subaccount, existing, global, lock};
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::roles::{self, Assignment};
use crate::identity::zone;
use crate::platform::cis_job;
use crate::platform::right::ManageGlobalAccount;
use crate::platform::{code, destination};
use model::account::{self, BadField, Labels, Production, ZoneKind};
use model::role::platform::SUBACCOUNT_ADMINISTRATOR_RC;
use model::{JobId, PersonId, SubaccountId, Time, ZoneId};
use serde_json::json;
use store::Tx;
use uuid::Uuid;

/// A subaccount to be.
#[derive(Debug, Clone, Default)]
pub struct NewSubaccount {
    /// Name for people.
    pub name: String,
    pub region: String,
    /// Name in addresses; one is made when there is none.
    pub subdomain: Option<String>,
    /// Where it shall be: the global account, or nothing said.
    pub parent: Option<Uuid>,
    pub description: String,
    pub beta: bool,
    /// What it is used for.
    pub production: Production,
    pub labels: Labels,
    /// Become its administrators, with the person who makes it.
    pub admins: Vec<String>,
}

fn invalid(error: BadField) -> Error {
    Error::invalid(error.to_string()).with_code(code::VALIDATION)
}

fn check(new: &NewSubaccount) -> Result<(), BadField> {
    account::check_display_name(&new.name)?;
    account::check_region(&new.region)?;
    account::check_description(&new.description)?;
    account::check_labels(&new.labels)?;
    new.subdomain.as_deref().map_or(Ok(()), account::check_subdomain)
}

/// Makes a subaccount: its zone, its roles, its administrators.
///
/// # Errors
/// Invalid or conflict, by field.
pub async fn create(
    cx: &Cx,
    caller: Caller<ManageGlobalAccount>,
    new: NewSubaccount,
) -> Result<(GlobalAccount, Subaccount, JobId)> {
    check(&new).map_err(invalid)?;
    let (id, now) = (SubaccountId(cx.random.uuid()), cx.now());
    let admins = admins(cx, &caller, &new);
    cx.db
        .write(async move |tx| {
            let global = global(tx).await?;
            parent_is(&new, &global)?;
            let subaccount = fresh(tx, id, new, caller.actor(), now);
            add(tx, &subaccount, now).await?;
            for admin in admins {
                roles::assign(tx, &Assignment { zone: id.into(), ..admin }, now).await?;
            }
            let job = cis_job::done(tx, &caller, "Subaccount created.", now).await?;
            Ok((global, subaccount, job))
        })
        .await
}

/// There are no directories, so a parent is the global account.
fn parent_is(new: &NewSubaccount, global: &GlobalAccount) -> Result<()> {
    match new.parent {
        Some(parent) if parent != global.id.0 => {
            Err(Error::not_found(format!("Directory {parent} not found")).with_code(code::DIRECTORY_NOT_FOUND))
        }
        _ => Ok(()),
    }
}

fn fresh(tx: &mut Tx, id: SubaccountId, new: NewSubaccount, actor: &str, now: Time) -> Subaccount {
    Subaccount {
        id,
        number: tx.next_id(),
        subdomain: new.subdomain.unwrap_or_else(|| id.text()),
        name: new.name,
        region: new.region,
        description: new.description,
        beta: new.beta,
        production: new.production,
        labels: new.labels,
        created_by: actor.to_owned(),
        created_at: now,
        modified_by: actor.to_owned(),
        modified_at: now,
    }
}

async fn add(tx: &mut Tx, subaccount: &Subaccount, now: Time) -> Result<()> {
    if zone::find(tx, &subaccount.subdomain).await?.is_some() {
        let taken = format!(
            "Subdomain '{}' is taken in region {}; choose another one",
            subaccount.subdomain, subaccount.region
        );
        return Err(Error::conflict(taken).with_code(code::SUBDOMAIN_TAKEN));
    }
    zone::create(tx, subaccount.id.into(), &subaccount.subdomain, ZoneKind::Subaccount, now).await?;
    store::account::insert(tx, subaccount).await?;
    record(tx, "subaccount.create", subaccount, &subaccount.created_by, now).await
}

/// Who becomes administrator, each once; the zone is filled in later.
fn admins(cx: &Cx, caller: &Caller<ManageGlobalAccount>, new: &NewSubaccount) -> Vec<Assignment> {
    let person = caller.identity().person.as_ref().map(|person| person.name.clone());
    let mut names: Vec<String> = Vec::new();
    for name in person.into_iter().chain(new.admins.iter().cloned()) {
        if !names.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
            names.push(name);
        }
    }
    let assignment = |user_name: String| Assignment {
        zone: ZoneId(Uuid::nil()),
        collection: SUBACCOUNT_ADMINISTRATOR_RC.to_owned(),
        user_name,
        origin: String::new(),
        create_if_missing: Some(PersonId(cx.random.uuid())),
        actor: caller.actor().to_owned(),
    };
    names.into_iter().map(assignment).collect()
}

async fn record(tx: &mut Tx, event: &'static str, of: &Subaccount, actor: &str, now: Time) -> Result<()> {
    let event = Event {
        actor: actor.to_owned(),
        subaccount: of.id.text(),
        event,
        object: format!("subaccount {}", of.id),
        detail: json!({"displayName": of.name, "subdomain": of.subdomain, "region": of.region}),
    };
    audit::record(tx, now, event).await
}

/// What is to change.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Name for people.
    pub name: Option<String>,
    pub description: Option<String>,
    pub beta: Option<bool>,
    /// What it is used for.
    pub production: Option<Production>,
    pub labels: Option<Labels>,
}

fn changed(before: &Subaccount, changes: Changes) -> Result<Subaccount, BadField> {
    let after = Subaccount {
        name: changes.name.unwrap_or_else(|| before.name.clone()),
        description: changes.description.unwrap_or_else(|| before.description.clone()),
        beta: changes.beta.unwrap_or(before.beta),
        production: changes.production.unwrap_or(before.production),
        labels: changes.labels.unwrap_or_else(|| before.labels.clone()),
        ..before.clone()
    };
    account::check_display_name(&after.name)?;
    account::check_description(&after.description)?;
    account::check_labels(&after.labels)?;
    account::check_beta(before.beta, after.beta)?;
    Ok(after)
}

/// Changes a subaccount.
///
/// # Errors
/// Not found, or invalid by field.
pub async fn update(
    cx: &Cx,
    caller: Caller<ManageGlobalAccount>,
    id: SubaccountId,
    changes: Changes,
) -> Result<(GlobalAccount, Subaccount)> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let after = changed(&lock(tx, id).await?, changes).map_err(invalid)?;
            let after = Subaccount { modified_by: caller.actor().to_owned(), modified_at: now, ..after };
            store::account::update(tx, &after).await?;
            record(tx, "subaccount.update", &after, caller.actor(), now).await?;
            Ok((global(tx).await?, existing(tx, id).await?))
        })
        .await
}

/// Holds a subaccount that is to be deleted; without `force` only an empty one.
pub(crate) async fn begin_delete(tx: &mut Tx, id: SubaccountId, force: bool) -> Result<Subaccount> {
    let subaccount = lock(tx, id).await?;
    match account::blocked(store::account::contents(tx, id).await?).filter(|_| !force) {
        Some(blocked) => Err(Error::conflict(blocked.to_string()).with_code(blocked.code)),
        None => Ok(subaccount),
    }
}

/// Removes a subaccount after what was in it. Its zone goes with it, so no token of it is good any more.
pub(crate) async fn finish_delete(
    tx: &mut Tx,
    caller: &Caller<ManageGlobalAccount>,
    subaccount: &Subaccount,
    now: Time,
) -> Result<(GlobalAccount, JobId)> {
    destination::forget_subaccount(tx, subaccount.id).await?;
    store::account::delete(tx, subaccount.id).await?;
    zone::remove(tx, subaccount.id.into(), now).await?;
    record(tx, "subaccount.delete", subaccount, caller.actor(), now).await?;
    let job = cis_job::done(tx, caller, "Subaccount deleted.", now).await?;
    Ok((global(tx).await?, job))
}
