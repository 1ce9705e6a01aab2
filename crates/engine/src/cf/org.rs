//! Organizations: each belongs to a subaccount, because services are entitled there.
//!
//! Usually provisioning makes them ([`create`]). An administrator may also make one by hand ([`add`]): it belongs to
//! the subaccount whose subdomain is its name, or to none, and then no service can be used in it.

use super::metadata::{Metadata, wanted};
use super::rights::{self, CfRead, CfWrite};
use super::{role, space};
use crate::audit::{self, Event};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::account::ZoneKind;
use model::cf::{RoleKind, Selector};
use model::{OrgGuid, PersonId, SubaccountId, Time};
use serde_json::{Value, json};
use store::Tx;
pub use store::org::Org;

/// The longest name.
const LONGEST: usize = 255;

/// An organization to be, for a subaccount.
#[derive(Debug, Clone)]
pub struct NewOrg {
    pub guid: OrgGuid,
    pub subaccount: SubaccountId,
    pub name: String,
    /// Becomes Org Manager and user of it.
    pub manager: PersonId,
}

/// Which organizations are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// By name.
    pub names: Option<Vec<String>>,
    pub guids: Option<Vec<String>>,
    pub labels: Option<Selector>,
}

/// What is to change.
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub name: Option<String>,
    pub suspended: Option<bool>,
    pub metadata: Metadata,
}

/// The organization with this GUID.
pub async fn find(tx: &mut Tx, guid: OrgGuid) -> Result<Option<Org>> {
    Ok(store::org::get(tx, guid).await?)
}

/// The organizations of a subaccount, oldest first.
pub async fn of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Org>> {
    Ok(store::org::of_subaccount(tx, subaccount).await?)
}

/// Makes the organization of a subaccount, as provisioning does.
///
/// # Errors
/// Unprocessable, when the name is taken or no name.
pub async fn create(tx: &mut Tx, new: NewOrg, now: Time) -> Result<Org> {
    let row = Org {
        id: new.guid,
        subaccount: Some(new.subaccount),
        name: new.name,
        suspended: false,
        metadata: Metadata::default(),
        created_at: now,
        updated_at: now,
    };
    insert(tx, &row).await?;
    for kind in [RoleKind::OrganizationUser, RoleKind::OrganizationManager] {
        role::give(tx, role::NewHeld { kind, holder: new.manager.text(), org: row.id, target: row.id.0 }, now).await?;
    }
    record(tx, "provisioning", "org.create", &row, json!({"manager": new.manager}), now).await?;
    Ok(row)
}

/// Removes an organization with its spaces and roles; service instances in them must be gone.
///
/// # Errors
/// Not found.
pub async fn remove(tx: &mut Tx, guid: OrgGuid, actor: &str, now: Time) -> Result<()> {
    let row = store::org::get(tx, guid).await?.ok_or_else(|| Error::not_found("Organization not found"))?;
    for space in store::space::of_org(tx, guid).await? {
        space::forget(tx, space.id).await?;
    }
    store::org::delete(tx, guid).await?;
    record(tx, actor, "org.delete", &row, json!({}), now).await
}

/// Removes all that Cloud Foundry and the deploy service have of a subaccount that goes away; its service instances
/// must still be there.
pub async fn forget_subaccount(tx: &mut Tx, subaccount: SubaccountId, actor: &str, now: Time) -> Result<()> {
    store::cf_attached::delete_of_subaccount(tx, subaccount).await?;
    for org in of_subaccount(tx, subaccount).await? {
        remove(tx, org.id, actor, now).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, row: &Org) -> Result<()> {
    free(tx, &row.name).await?;
    Ok(store::org::insert(tx, row).await?)
}

/// The name can be one, and nobody has it.
async fn free(tx: &mut Tx, name: &str) -> Result<()> {
    check_name(name)?;
    match store::org::find(tx, name).await? {
        Some(_) => Err(Error::unprocessable(format!("Organization '{name}' already exists."))),
        None => Ok(()),
    }
}

/// What holds for names of organizations and of spaces.
pub(crate) fn check_name(name: &str) -> Result<()> {
    if name.trim().is_empty() {
        return Err(Error::unprocessable("Name can't be blank"));
    }
    if name.chars().count() > LONGEST {
        return Err(Error::unprocessable(format!("Name is too long (maximum is {LONGEST} characters)")));
    }
    if name.chars().any(char::is_control) {
        return Err(Error::unprocessable("Name must not contain escaped characters"));
    }
    Ok(())
}

/// Makes an organization by hand.
///
/// # Errors
/// Forbidden for all but administrators; unprocessable, when the name is taken.
pub async fn add(cx: &Cx, caller: Caller<CfWrite>, name: String, change: Change) -> Result<Org> {
    let (id, now) = (OrgGuid(cx.random.uuid()), cx.now());
    cx.db
        .write(async move |tx| {
            if !rights::is_admin(caller.identity()) {
                return Err(rights::not_authorized());
            }
            let zone = store::zone::find(tx, &name).await?.filter(|zone| zone.kind == ZoneKind::Subaccount);
            let row = Org {
                id,
                subaccount: zone.map(|zone| SubaccountId(zone.id.0)),
                name,
                suspended: change.suspended.unwrap_or(false),
                metadata: Metadata::default().patched(change.metadata)?,
                created_at: now,
                updated_at: now,
            };
            insert(tx, &row).await?;
            record(tx, caller.actor(), "org.create", &row, json!({}), now).await?;
            Ok(row)
        })
        .await
}

/// The organizations that the caller sees, oldest first, one by one into `page`, which keeps what it shows.
pub async fn list<C>(cx: &Cx, caller: Caller<CfRead>, filter: Filter, mut page: C) -> Result<C>
where
    C: Extend<Org> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            seen(tx, caller.identity(), |org| page.extend(Some(org).filter(|org| takes(&filter, org)))).await?;
            Ok(page)
        })
        .await
}

fn takes(filter: &Filter, org: &Org) -> bool {
    wanted(filter.names.as_ref(), &org.name)
        && wanted(filter.guids.as_ref(), &org.id.text())
        && org.metadata.matches(filter.labels.as_ref())
}

pub(crate) async fn seen(tx: &mut Tx, identity: &Identity, mut on: impl FnMut(Org) + Send) -> Result<()> {
    let on = |org| {
        on(org);
        Ok(())
    };
    Ok(store::org::each(tx, rights::viewer(identity).as_deref(), on).await?)
}

/// One organization.
///
/// # Errors
/// Not found, also when the caller has no role in it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: OrgGuid) -> Result<Org> {
    cx.db.read(async move |tx| rights::visible_org(tx, caller.identity(), guid).await).await
}

/// Renames, stops, labels.
///
/// # Errors
/// Not found; forbidden for all but Org Managers; unprocessable, when the name is taken.
pub async fn change(cx: &Cx, caller: Caller<CfWrite>, guid: OrgGuid, change: Change) -> Result<Org> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let mut row = rights::visible_org(tx, caller.identity(), guid).await?;
            let held = rights::in_org(tx, caller.identity(), row.id).await?;
            if !held.manages_org() || (change.suspended.is_some() && !held.admin) {
                return Err(rights::not_authorized());
            }
            if let Some(name) = change.name.filter(|name| *name != row.name) {
                free(tx, &name).await?;
                row.name = name;
            }
            row.suspended = change.suspended.unwrap_or(row.suspended);
            row.metadata = row.metadata.patched(change.metadata)?;
            row.updated_at = now;
            store::org::update(tx, &row).await?;
            record(tx, caller.actor(), "org.update", &row, json!({"name": row.name}), now).await?;
            Ok(row)
        })
        .await
}

/// Takes the default isolation segment of an organization away. There are none, so this only looks whether the caller
/// may.
///
/// # Errors
/// Not found; forbidden for all but administrators; unprocessable for a segment.
pub async fn isolate(cx: &Cx, caller: Caller<CfWrite>, guid: OrgGuid, segment: Option<String>) -> Result<()> {
    cx.db
        .read(async move |tx| {
            rights::visible_org(tx, caller.identity(), guid).await?;
            if rights::is_admin(caller.identity()) { Ok(()) } else { Err(rights::not_authorized()) }
        })
        .await?;
    segment.map_or(Ok(()), |segment| {
        Err(Error::unprocessable(format!(
            "Unable to assign isolation segment with guid '{segment}'. Ensure it has been entitled to the organization."
        )))
    })
}

async fn record(tx: &mut Tx, actor: &str, event: &'static str, row: &Org, detail: Value, now: Time) -> Result<()> {
    let subaccount = row.subaccount.map(|id| id.to_string()).unwrap_or_default();
    let object = format!("org {} {}", row.id, row.name);
    audit::record(tx, now, Event { actor: actor.to_owned(), subaccount, event, object, detail }).await
}
