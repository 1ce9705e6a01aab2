//! Spaces: where service instances are, and where archives are deployed to.

use super::metadata::{Metadata, wanted};
use super::org::{self, Org, check_name};
use super::rights::{self, CfRead, CfWrite};
use crate::audit::{self, Event};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use model::cf::Selector;
use model::{OrgGuid, SpaceGuid, Time};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;
use store::cf_service;
pub use store::space::Space;

/// Which spaces are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// By name.
    pub names: Option<Vec<String>>,
    pub guids: Option<Vec<String>>,
    /// By the organization's GUID.
    pub orgs: Option<Vec<String>>,
    pub labels: Option<Selector>,
}

/// What is to change.
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub name: Option<String>,
    pub metadata: Metadata,
}

/// The space with this GUID.
pub async fn find(tx: &mut Tx, guid: SpaceGuid) -> Result<Option<Space>> {
    Ok(store::space::get(tx, guid).await?)
}

/// Makes a space.
///
/// # Errors
/// Unprocessable, when the organization is not there for the caller or the name is taken; forbidden for all but Org
/// Managers.
pub async fn create(cx: &Cx, caller: Caller<CfWrite>, org: OrgGuid, name: String, metadata: Metadata) -> Result<Space> {
    let (id, now) = (SpaceGuid(cx.random.uuid()), cx.now());
    cx.db
        .write(async move |tx| {
            let invalid = || {
                Error::unprocessable("Invalid organization. Ensure the organization exists and you have access to it.")
            };
            let org = rights::visible_org(tx, caller.identity(), org).await.map_err(|_| invalid())?;
            let held = rights::in_org(tx, caller.identity(), org.id).await?;
            if !held.manages_org() || (org.suspended && !held.admin) {
                return Err(rights::not_authorized());
            }
            free(tx, &org.name, &name).await?;
            let row = Space {
                id,
                org: org.id,
                subaccount: org.subaccount,
                name,
                metadata: Metadata::default().patched(metadata)?,
                created_at: now,
                updated_at: now,
            };
            store::space::insert(tx, &row).await?;
            record(tx, caller.actor(), "space.create", &row, now).await?;
            Ok(row)
        })
        .await
}

async fn free(tx: &mut Tx, org: &str, name: &str) -> Result<()> {
    check_name(name)?;
    match store::space::find(tx, org, name).await? {
        Some(_) => Err(Error::unprocessable("Name must be unique per organization")),
        None => Ok(()),
    }
}

/// The spaces that the caller sees, oldest first, one by one into `page`, which keeps what it shows.
pub async fn list<C>(cx: &Cx, caller: Caller<CfRead>, filter: Filter, mut page: C) -> Result<C>
where
    C: Extend<Space> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            seen(tx, caller.identity(), |space| page.extend(Some(space).filter(|space| takes(&filter, space)))).await?;
            Ok(page)
        })
        .await
}

/// The organizations of spaces. The caller has seen these: they are from [`list`].
pub async fn orgs(cx: &Cx, _caller: Caller<CfRead>, guids: BTreeSet<OrgGuid>) -> Result<Vec<Org>> {
    cx.db
        .read(async move |tx| {
            let mut orgs = Vec::with_capacity(guids.len());
            for guid in guids {
                orgs.extend(org::find(tx, guid).await?);
            }
            Ok(orgs)
        })
        .await
}

fn takes(filter: &Filter, space: &Space) -> bool {
    wanted(filter.names.as_ref(), &space.name)
        && wanted(filter.guids.as_ref(), &space.id.text())
        && wanted(filter.orgs.as_ref(), &space.org.text())
        && space.metadata.matches(filter.labels.as_ref())
}

pub(crate) async fn seen(tx: &mut Tx, identity: &Identity, mut on: impl FnMut(Space) + Send) -> Result<()> {
    let on = |space| {
        on(space);
        Ok(())
    };
    Ok(store::space::each(tx, rights::viewer(identity).as_deref(), on).await?)
}

/// Where something is looked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Among<'a> {
    pub(crate) spaces: Option<&'a Vec<String>>,
    /// By organization.
    pub(crate) orgs: Option<&'a Vec<String>>,
    /// GUIDs of what is looked for: instances, keys, or instances whose keys are.
    pub(crate) things: Option<&'a Vec<String>>,
}

impl Among<'_> {
    /// The spaces to look into, when that is known beforehand.
    async fn named(self, tx: &mut Tx) -> Result<Option<BTreeSet<SpaceGuid>>> {
        match (self.things, self.spaces) {
            (Some(guids), _) => Ok(Some(cf_service::spaces(tx, guids).await?.into_iter().collect())),
            (None, Some(spaces)) => Ok(Some(spaces.iter().filter_map(|guid| guid.parse().ok()).collect())),
            (None, None) => Ok(None),
        }
    }

    fn takes(&self, space: &Space) -> bool {
        wanted(self.spaces, &space.id.text()) && wanted(self.orgs, &space.org.text())
    }
}

/// The spaces that the caller sees and that may have what is looked for, oldest first.
pub(crate) async fn in_use(tx: &mut Tx, identity: &Identity, among: Among<'_>) -> Result<Vec<SpaceGuid>> {
    let mut found = Vec::new();
    let mut on = |space: Space| found.extend(among.takes(&space).then_some((space.created_at, space.id)));
    let Some(named) = among.named(tx).await? else {
        let on = |space| {
            on(space);
            Ok(())
        };
        store::space::each_in_use(tx, rights::viewer(identity).as_deref(), on).await?;
        return Ok(found.into_iter().map(|(_, guid)| guid).collect());
    };
    for guid in named {
        match rights::visible_space(tx, identity, guid).await {
            Ok((space, _)) => on(space),
            Err(unseen) if unseen.kind() == Kind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, guid)| guid).collect())
}

/// Spaces, oldest first, and their organizations. The caller has seen what is in these.
pub async fn places(cx: &Cx, _caller: Caller<CfRead>, guids: BTreeSet<SpaceGuid>) -> Result<(Vec<Space>, Vec<Org>)> {
    cx.db
        .read(async move |tx| {
            let (mut spaces, mut orgs) = (Vec::with_capacity(guids.len()), Vec::<Org>::new());
            for guid in guids {
                spaces.extend(find(tx, guid).await?);
            }
            spaces.sort_by_key(|space| (space.created_at, space.id));
            for space in &spaces {
                if !orgs.iter().any(|org| org.id == space.org) {
                    orgs.extend(org::find(tx, space.org).await?);
                }
            }
            Ok((spaces, orgs))
        })
        .await
}

/// One space, and its organization.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: SpaceGuid) -> Result<(Space, Org)> {
    cx.db
        .read(async move |tx| {
            let (row, _) = rights::visible_space(tx, caller.identity(), guid).await?;
            let org = store::org::get(tx, row.org).await?;
            let org = org.ok_or_else(|| Error::internal(format!("the organization of space {guid} is missing")))?;
            Ok((row, org))
        })
        .await
}

/// Renames, labels.
///
/// # Errors
/// Not found; forbidden for all but Org and Space Managers; unprocessable, when the name is taken.
pub async fn change(cx: &Cx, caller: Caller<CfWrite>, guid: SpaceGuid, change: Change) -> Result<Space> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let mut row = managed(tx, caller.identity(), guid).await?;
            if let Some(name) = change.name.filter(|name| *name != row.name) {
                let org = store::org::get(tx, row.org).await?.map(|org| org.name).unwrap_or_default();
                free(tx, &org, &name).await?;
                row.name = name;
            }
            row.metadata = row.metadata.patched(change.metadata)?;
            row.updated_at = now;
            store::space::update(tx, &row).await?;
            record(tx, caller.actor(), "space.update", &row, now).await?;
            Ok(row)
        })
        .await
}

/// Whether apps in a space may be reached by SSH. There are none yet; the switch is kept for them.
///
/// # Errors
/// Not found, also when the caller does not see the space.
pub async fn allows_ssh(cx: &Cx, caller: Caller<CfRead>, guid: SpaceGuid) -> Result<bool> {
    cx.db
        .read(async move |tx| {
            rights::visible_space(tx, caller.identity(), guid).await?;
            Ok(store::space::allows_ssh(tx, guid).await?)
        })
        .await
}

/// Says whether apps in a space may be reached by SSH.
///
/// # Errors
/// Not found; forbidden for all but Org and Space Managers.
pub async fn allow_ssh(cx: &Cx, caller: Caller<CfWrite>, guid: SpaceGuid, allowed: bool) -> Result<()> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let row = managed(tx, caller.identity(), guid).await?;
            store::space::allow_ssh(tx, guid, allowed, now).await?;
            record(tx, caller.actor(), "space.update", &row, now).await
        })
        .await
}

/// A space that the caller may change.
async fn managed(tx: &mut Tx, identity: &Identity, guid: SpaceGuid) -> Result<Space> {
    let (row, held) = rights::visible_space(tx, identity, guid).await?;
    if held.manages_space() { Ok(row) } else { Err(rights::not_authorized()) }
}

/// Takes the isolation segment of a space away. There are none, so this only looks whether the caller may.
///
/// # Errors
/// Not found; forbidden for all but Org and Space Managers; unprocessable for a segment.
pub async fn isolate(cx: &Cx, caller: Caller<CfWrite>, guid: SpaceGuid, segment: Option<String>) -> Result<()> {
    cx.db.read(async move |tx| managed(tx, caller.identity(), guid).await.map(drop)).await?;
    segment.map_or(Ok(()), |segment| {
        Err(Error::unprocessable(format!(
            "Unable to assign isolation segment with guid '{segment}'. Ensure it has been entitled to the organization \
             that this space belongs to."
        )))
    })
}

pub(crate) async fn record(tx: &mut Tx, actor: &str, event: &'static str, row: &Space, now: Time) -> Result<()> {
    let subaccount = row.subaccount.map(|id| id.to_string()).unwrap_or_default();
    let (object, detail) = (format!("space {} {}", row.id, row.name), json!({"org": row.org}));
    audit::record(tx, now, Event { actor: actor.to_owned(), subaccount, event, object, detail }).await
}

/// Removes what Cloud Foundry and the deploy service know about a space that goes away.
pub(crate) async fn forget(tx: &mut Tx, space: SpaceGuid) -> Result<()> {
    store::deploy_file::delete_all(tx, space).await?;
    store::operation::delete_of_space(tx, space).await?;
    store::cf_job::delete_of_space(tx, space).await?;
    store::space::delete(tx, space).await?;
    Ok(())
}
