//! Reads features, with what the caller may do with them.

use super::super::project;
use super::types::{Details, Feature, Transport};
use crate::caller::Identity;
use crate::error::{Error, Result};
use model::feature::deploy::Assigned;
use model::feature::right::{Action, Powers};
use model::{FeatureId, SubaccountId};
use store::Tx;
use store::project::Project;

/// A feature that the caller sees.
pub(in super::super) struct Opened {
    pub(in super::super) feature: Feature,
    pub(in super::super) project: Project,
    pub(in super::super) powers: Powers,
}

pub(in super::super) async fn find(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    id: FeatureId,
) -> Result<Option<Opened>> {
    let Some(feature) = store::feature::find(tx, subaccount, id).await? else { return Ok(None) };
    let found = project::seen(tx, identity, subaccount, feature.project).await?;
    Ok(found.map(|(project, powers)| Opened { feature, project, powers }))
}

/// A feature that the caller sees.
///
/// # Errors
/// Not found, when there is none.
pub(in super::super) async fn open(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    id: FeatureId,
) -> Result<Opened> {
    find(tx, identity, subaccount, id).await?.ok_or_else(|| Error::not_found(format!("feature '{id}' does not exist")))
}

/// The same, for those who change it: one at a time.
pub(in super::super) async fn locked(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    id: FeatureId,
) -> Result<Opened> {
    store::feature::lock(tx, subaccount, id).await?;
    open(tx, identity, subaccount, id).await
}

/// The same, if it is not frozen and the caller has the right.
///
/// # Errors
/// Not found; invalid, when it is frozen; forbidden without the right.
pub(in super::super) async fn editable(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    id: FeatureId,
    right: Action,
) -> Result<Opened> {
    let opened = locked(tx, identity, subaccount, id).await?;
    opened.feature.status.editable()?;
    opened.powers.demand(right)?;
    Ok(opened)
}

/// The transports of a feature, as the rules want them.
pub(in super::super) async fn assigned(tx: &mut Tx, id: FeatureId) -> Result<Vec<Assigned>> {
    let transports = store::alm_transport::of_feature(tx, id).await?;
    Ok(transports.into_iter().map(|Transport { id, way, deleted, .. }| Assigned { id, way, deleted }).collect())
}

pub(in super::super) async fn details(tx: &mut Tx, opened: Opened) -> Result<Details> {
    let Opened { feature, project, powers } = opened;
    let transports = store::alm_transport::of_feature(tx, feature.id).await?;
    let urls = store::feature::urls(tx, feature.id).await?;
    let externals = store::feature::externals(tx, feature.id).await?;
    Ok(Details { feature, project, transports, urls, externals, powers })
}

/// A feature that the caller sees, with all that belongs to it.
pub(in super::super) async fn whole(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    id: FeatureId,
) -> Result<Details> {
    let opened = open(tx, identity, subaccount, id).await?;
    details(tx, opened).await
}
