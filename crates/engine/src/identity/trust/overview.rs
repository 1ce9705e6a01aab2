//! What is trusted, as the administrator of a subaccount sees it.

use super::{Place, Provider, metadata, provider, zone_of};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::rights::{ReadUsers, in_zone};
use crate::identity::zone::ZoneRow;
use model::Time;
use model::role::mapping::Mapping;
use store::Tx;

/// A provider, and what is known of it.
#[derive(Debug, Clone)]
pub struct Trusted {
    pub provider: Provider,
    /// The address that the provider has to know.
    pub redirect_uri: String,
    /// When addresses and keys were got last, and how many keys these were.
    pub fetched: Option<(Time, usize)>,
    /// What went wrong when it was asked last, if it went wrong since.
    pub failure: Option<(Time, String)>,
    /// What its groups give in the subaccount.
    pub mappings: Vec<Given>,
}

/// What a group gives in a subaccount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub group: String,
    pub collection: String,
    /// Whether there is such a role collection.
    pub exists: bool,
}

/// The trusted providers, as configured.
///
/// # Errors
/// Forbidden in another zone.
pub async fn list(cx: &Cx, caller: Caller<ReadUsers>, zone: &ZoneRow) -> Result<Vec<Trusted>> {
    in_zone(&caller, zone)?;
    let (here, zone) = (cx.clone(), zone.clone());
    cx.db
        .read(async move |tx| {
            let mut all = Vec::new();
            for provider in &here.settings.providers {
                all.push(trusted(tx, &here, provider, &zone).await?);
            }
            Ok::<_, Error>(all)
        })
        .await
}

/// One of them.
///
/// # Errors
/// Not found; forbidden in another zone.
pub async fn one(cx: &Cx, caller: Caller<ReadUsers>, zone: &ZoneRow, origin: &str) -> Result<Trusted> {
    in_zone(&caller, zone)?;
    let (here, zone, provider) = (cx.clone(), zone.clone(), provider(cx, origin)?.clone());
    cx.db.read(async move |tx| trusted(tx, &here, &provider, &zone).await).await
}

async fn trusted(tx: &mut Tx, cx: &Cx, provider: &Provider, zone: &ZoneRow) -> Result<Trusted> {
    let (known, failure) = metadata::remembered(cx, provider);
    Ok(Trusted {
        redirect_uri: provider.redirect_uri(cx),
        fetched: known.map(|known| (known.at, known.keys.len())),
        failure,
        mappings: given(tx, provider, zone).await?,
        provider: provider.clone(),
    })
}

async fn given(tx: &mut Tx, provider: &Provider, zone: &ZoneRow) -> Result<Vec<Given>> {
    let mut all = Vec::new();
    for Mapping { group, place, collection } in provider.mappings.iter().filter(|one| may_be(&one.place, zone)) {
        if zone_of(tx, place).await?.is_none_or(|found| found.id != zone.id) {
            continue;
        }
        let exists = store::role::collection(tx, zone.id, collection).await?.is_some();
        all.push(Given { group: group.clone(), collection: collection.clone(), exists });
    }
    Ok(all)
}

fn may_be(place: &Place, zone: &ZoneRow) -> bool {
    match place {
        Place::GlobalAccount => true,
        Place::Subaccount(name) => *name == zone.name || *name == zone.id.to_string(),
    }
}
