//! Organizations, spaces and members as the page shows them, with what the caller may do there.

use super::org::Org;
use super::rights::{self, CfRead};
use super::space::Space;
use crate::caller::{Caller, Can};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::cf::{Rights, RoleKind};
use model::{OrgGuid, SpaceGuid, SubaccountId};
use store::Tx;
pub use store::cf_role::Membership;

/// An organization with its spaces.
#[derive(Debug)]
pub struct OrgSeen {
    pub org: Org,
    /// Those that the caller sees, the oldest first.
    pub spaces: Vec<SpaceSeen>,
    pub can: Can,
}

/// A space.
#[derive(Debug)]
pub struct SpaceSeen {
    pub space: Space,
    pub can: Can,
}

fn says(allowed: bool, why: &str) -> Result<(), String> {
    if allowed { Ok(()) } else { Err(why.to_owned()) }
}

const MANAGER: &str = "ask an Org Manager, or be one: only Org Managers do this";

fn in_space(rights: &Rights) -> Can {
    let developer = "ask for the role Space Developer in this space: instances and keys are made and read with it";
    let manager = "ask an Org Manager or Space Manager: they say who works in a space";
    vec![
        ("create", says(rights.develops(), developer)),
        ("delete", says(rights.manages_org(), MANAGER)),
        ("manage", says(rights.manages_space(), manager)),
    ]
}

/// The organizations of a subaccount that the caller sees, with the spaces that he sees.
///
/// # Errors
/// Of the store.
pub async fn of_subaccount(cx: &Cx, caller: Caller<CfRead>, subaccount: SubaccountId) -> Result<Vec<OrgSeen>> {
    cx.db.read(async move |tx| seen(tx, &caller, subaccount).await).await
}

async fn seen(tx: &mut Tx, caller: &Caller<CfRead>, subaccount: SubaccountId) -> Result<Vec<OrgSeen>> {
    let identity = caller.identity();
    let held = store::cf_role::of_holder(tx, &rights::holder(identity)).await?;
    let admin = rights::is_admin(identity);
    let mut all = Vec::new();
    for org in store::org::of_subaccount(tx, subaccount).await? {
        let here: Vec<_> = held.iter().filter(|role| role.org == org.id).collect();
        if !admin && here.is_empty() {
            continue;
        }
        let of = |space: Option<SpaceGuid>| {
            let counts = |role: &&&store::cf_role::Role| role.space().is_none() || role.space() == space;
            Rights { admin, roles: here.iter().filter(counts).map(|role| role.kind).collect::<Vec<RoleKind>>() }
        };
        let in_org = of(None);
        let spaces = store::space::of_org(tx, org.id).await?.into_iter().filter_map(|space| {
            let rights = of(Some(space.id));
            rights.sees_space().then(|| SpaceSeen { can: in_space(&rights), space })
        });
        let can =
            vec![("createSpace", says(in_org.manages_org(), MANAGER)), ("manage", says(in_org.manages_org(), MANAGER))];
        all.push(OrgSeen { spaces: spaces.collect(), org, can });
    }
    Ok(all)
}

/// What the caller may do in a space.
///
/// # Errors
/// Not found, also when the caller does not see the space.
pub async fn space(cx: &Cx, caller: Caller<CfRead>, guid: SpaceGuid) -> Result<Can> {
    let found = cx.db.read(async move |tx| rights::visible_space(tx, caller.identity(), guid).await);
    Ok(in_space(&found.await?.1))
}

/// Who has which role in an organization and its spaces, by name and role, behind this name, kind and GUID of a role.
///
/// # Errors
/// Not found, also when the caller does not see the organization.
pub async fn members(
    cx: &Cx,
    caller: Caller<CfRead>,
    org: OrgGuid,
    (name, kind, id): (String, String, String),
    limit: i64,
) -> Result<Vec<Membership>> {
    cx.db
        .read(async move |tx| {
            rights::visible_org(tx, caller.identity(), org).await?;
            Ok::<_, Error>(store::cf_role::members(tx, org, (&name, &kind, &id), limit).await?)
        })
        .await
}
