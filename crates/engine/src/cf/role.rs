//! Roles: who may do what in an organization or space.

use super::metadata::wanted;
use super::org::{self, Org};
use super::rights::{self, CfRead, CfWrite};
use super::space::{self, Space};
use super::user::{self, Meant, User};
use crate::audit::{self, Event};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use aws_lc_rs::digest;
use model::cf::RoleKind;
use model::{CfRoleGuid, OrgGuid, SpaceGuid, Time};
use serde_json::json;
use store::Tx;
pub use store::cf_role::Role;
use uuid::Uuid;

/// A role to be given.
#[derive(Debug, Clone)]
pub struct NewRole {
    pub kind: RoleKind,
    /// To whom.
    pub user: Meant,
    /// Where: the GUID of an organization or of a space, as the kind demands.
    pub target: Uuid,
}

/// Which roles are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub guids: Option<Vec<String>>,
    /// By kind.
    pub types: Option<Vec<String>>,
    /// By holder.
    pub users: Option<Vec<String>>,
    /// By space.
    pub spaces: Option<Vec<String>>,
    /// By organization; roles in its spaces do not count.
    pub orgs: Option<Vec<String>>,
}

/// What roles are about.
#[derive(Debug, Clone, Default)]
pub struct Related {
    /// Their holders.
    pub users: Vec<User>,
    /// Spaces of the space roles.
    pub spaces: Vec<Space>,
    /// Organizations of the organization roles.
    pub orgs: Vec<Org>,
}

pub(crate) struct NewHeld {
    pub(crate) kind: RoleKind,
    pub(crate) holder: String,
    pub(crate) org: OrgGuid,
    pub(crate) target: Uuid,
}

/// Gives a role; `None` if its holder has it already.
pub(crate) async fn give(tx: &mut Tx, new: NewHeld, now: Time) -> Result<Option<Role>> {
    let NewHeld { kind, holder, org, target } = new;
    let id = guid(kind, &holder, target, now);
    let role = Role { id, kind, holder, org, target, created_at: now };
    Ok(store::cf_role::insert(tx, &role).await?.then_some(role))
}

/// A role is what it says of whom and since when, so its GUID follows from that.
fn guid(kind: RoleKind, holder: &str, target: Uuid, now: Time) -> CfRoleGuid {
    let text = format!("{} {holder} {target} {}", kind.word(), now.micros());
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_ref()[..16]);
    CfRoleGuid(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

/// Gives a role.
///
/// # Errors
/// Unprocessable: nobody of that name, no such organization or space for the caller, the role is there already, or
/// its holder is no user of the organization. Forbidden for all but managers.
pub async fn create(cx: &Cx, caller: Caller<CfWrite>, new: NewRole) -> Result<Role> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let place = Place::find(tx, caller.identity(), new.kind, new.target).await?;
            let user = user::resolve(tx, &new.user).await?;
            if place.is_space && store::cf_role::in_org(tx, &user.guid, place.org).await?.is_empty() {
                return Err(Error::unprocessable(
                    "Users cannot be assigned roles in a space if they do not have a role in that space's organization.",
                ));
            }
            let held = NewHeld { kind: new.kind, holder: user.guid.clone(), org: place.org, target: new.target };
            let role = give(tx, held, now).await?.ok_or_else(|| place.has_already(&user, new.kind))?;
            record(tx, &caller, "role.create", &role, user.presentation(), now).await?;
            Ok(role)
        })
        .await
}

/// Where a role is given.
struct Place {
    is_space: bool,
    name: String,
    org: OrgGuid,
}

impl Place {
    async fn find(tx: &mut Tx, identity: &Identity, kind: RoleKind, target: Uuid) -> Result<Self> {
        let invalid = |what: &str| {
            Error::unprocessable(format!("Invalid {what}. Ensure that the {what} exists and you have access to it."))
        };
        let (place, may) = if kind.is_in_space() {
            let found = rights::visible_space(tx, identity, SpaceGuid(target)).await;
            let (row, held) = found.map_err(|_| invalid("space"))?;
            (Self { is_space: true, name: row.name, org: row.org }, held.manages_space())
        } else {
            let row = rights::visible_org(tx, identity, OrgGuid(target)).await.map_err(|_| invalid("organization"))?;
            let held = rights::in_org(tx, identity, row.id).await?;
            (Self { is_space: false, name: row.name, org: row.id }, held.manages_org())
        };
        if may { Ok(place) } else { Err(rights::not_authorized()) }
    }

    fn has_already(&self, user: &User, kind: RoleKind) -> Error {
        let (user, kind, name) = (user.presentation(), kind.word(), &self.name);
        let what = if self.is_space { "space" } else { "organization" };
        Error::unprocessable(format!("User '{user}' already has '{kind}' role in {what} '{name}'."))
    }
}

/// The roles that the caller sees, oldest first: those in organizations that it has a role in. They come one by one into
/// `page`, which keeps what it shows.
pub async fn list<C>(cx: &Cx, caller: Caller<CfRead>, filter: Filter, mut page: C) -> Result<C>
where
    C: Extend<Role> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            let on = |role| {
                page.extend(Some(role).filter(|role| takes(&filter, role)));
                Ok(())
            };
            store::cf_role::each(tx, rights::viewer(caller.identity()).as_deref(), on).await?;
            Ok(page)
        })
        .await
}

fn takes(filter: &Filter, role: &Role) -> bool {
    let space = filter.spaces.as_ref().is_none_or(|wanted| role.space().is_some_and(|s| wanted.contains(&s.text())));
    let org = filter.orgs.as_ref().is_none_or(|wanted| role.space().is_none() && wanted.contains(&role.org.text()));
    space
        && org
        && wanted(filter.guids.as_ref(), &role.id.text())
        && wanted(filter.types.as_ref(), role.kind.word())
        && wanted(filter.users.as_ref(), &role.holder)
}

/// Who has these roles, and where. The caller has seen them: they are from [`list`].
pub async fn related(cx: &Cx, _caller: Caller<CfRead>, roles: Vec<Role>) -> Result<Related> {
    cx.db.read(async move |tx| together(tx, &roles).await).await
}

async fn together(tx: &mut Tx, roles: &[Role]) -> Result<Related> {
    let mut related = Related::default();
    for role in roles {
        if !related.users.iter().any(|user| user.guid == role.holder) {
            related.users.push(user::by_guid(tx, &role.holder, role.created_at).await?);
        }
        match role.space() {
            Some(guid) if !related.spaces.iter().any(|space| space.id == guid) => {
                related.spaces.extend(space::find(tx, guid).await?);
            }
            None if !related.orgs.iter().any(|org| org.id == role.org) => {
                related.orgs.extend(org::find(tx, role.org).await?);
            }
            _ => {}
        }
    }
    Ok(related)
}

/// One role.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: CfRoleGuid) -> Result<Role> {
    let missing = || Error::not_found("Role not found");
    cx.db
        .read(async move |tx| {
            let role = store::cf_role::get(tx, guid).await?.ok_or_else(missing)?;
            rights::visible_org(tx, caller.identity(), role.org).await.map_err(|_| missing())?;
            Ok(role)
        })
        .await
}

/// Takes a role away, in the transaction of its job.
///
/// # Errors
/// Not found; forbidden for all but managers; unprocessable for the last hold on an organization whose spaces the
/// holder works in.
pub(crate) async fn remove(tx: &mut Tx, caller: &Caller<CfWrite>, guid: CfRoleGuid, now: Time) -> Result<()> {
    let missing = || Error::not_found("Role not found");
    let role = store::cf_role::get(tx, guid).await?.ok_or_else(missing)?;
    rights::visible_org(tx, caller.identity(), role.org).await.map_err(|_| missing())?;
    Place::find(tx, caller.identity(), role.kind, role.target).await.map_err(|error| match error.kind() {
        crate::Kind::Unprocessable => missing(),
        _ => error,
    })?;
    if role.kind == RoleKind::OrganizationUser && works_in_spaces(tx, &role).await? {
        return Err(Error::unprocessable(
            "Cannot delete organization_user role while user has roles in spaces in that organization.",
        ));
    }
    store::cf_role::delete(tx, guid).await?;
    let user = user::by_guid(tx, &role.holder, Time(0)).await?;
    record(tx, caller, "role.delete", &role, user.presentation(), now).await
}

async fn works_in_spaces(tx: &mut Tx, row: &Role) -> Result<bool> {
    let held = store::cf_role::of_holder(tx, &row.holder).await?;
    Ok(held.iter().any(|other| other.org == row.org && other.space().is_some()))
}

async fn record(
    tx: &mut Tx,
    caller: &Caller<CfWrite>,
    event: &'static str,
    role: &Role,
    user: &str,
    now: Time,
) -> Result<()> {
    let org = store::org::get(tx, role.org).await?;
    let subaccount = org.and_then(|org| org.subaccount).map(|id| id.to_string()).unwrap_or_default();
    let target = role.space().map_or_else(|| role.org.text(), SpaceGuid::text);
    let event = Event {
        actor: caller.actor().to_owned(),
        subaccount,
        event,
        object: format!("role {} in {target}", role.kind.word()),
        detail: json!({"user": user}),
    };
    audit::record(tx, now, event).await
}
