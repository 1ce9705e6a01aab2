//! Reads features, with what the caller may do with them.

use super::super::project;
use super::super::reference;
use super::types::{Details, Feature, Transport};
use crate::caller::Identity;
use crate::error::{Error, Result};
use model::feature::Status;
use model::feature::deploy::Assigned;
use model::feature::right::Powers;
use model::{FeatureId, ProjectId, SubaccountId, Time};
use store::Tx;
use store::alm_transport::TransportRow;
use store::feature::FeatureRow;
use store::project::ProjectRow;

/// A feature that the caller sees.
pub(in super::super) struct Opened {
    pub(in super::super) row: FeatureRow,
    pub(in super::super) project: ProjectRow,
    pub(in super::super) powers: Powers,
    pub(in super::super) status: Status,
}

pub(in super::super) async fn find(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    id: FeatureId,
) -> Result<Option<Opened>> {
    let Some(row) = store::feature::find(tx, subaccount.0, id.0).await? else { return Ok(None) };
    let found = project::seen(tx, identity, subaccount, ProjectId(row.project)).await?;
    let status = status(&row)?;
    Ok(found.map(|(project, powers)| Opened { row, project, powers, status }))
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
    store::feature::lock(tx, subaccount.0, id.0).await?;
    open(tx, identity, subaccount, id).await
}

fn status(row: &FeatureRow) -> Result<Status> {
    let unknown = || Error::internal(format!("feature {} has the status '{}'", row.id, row.status));
    Status::of_code(&row.status).ok_or_else(unknown)
}

pub(in super::super) fn shown(row: FeatureRow) -> Result<Feature> {
    Ok(Feature {
        id: FeatureId(row.id),
        number: row.number,
        project: ProjectId(row.project),
        status: status(&row)?,
        title: row.title,
        description: row.description,
        priority: row.priority,
        release_id: row.release_id,
        scope_id: row.scope_id,
        workstream_id: row.workstream_id,
        responsible_id: row.responsible_id,
        kind: row.kind,
        tags: serde_json::from_str(&row.tags)?,
        created_at: Time(row.created_at),
        modified_at: Time(row.modified_at),
    })
}

pub(in super::super) fn transport(row: TransportRow) -> Result<Transport> {
    Ok(Transport {
        id: row.id,
        title: row.title,
        owner: row.owner,
        content_type: row.content_type,
        way: serde_json::from_str(&row.way)?,
        deleted: row.deleted,
        feature: row.feature.map(FeatureId),
        problem: row.problem,
        changed_at: Time(row.changed_at),
    })
}

/// The transports of a feature, as the rules want them.
pub(in super::super) async fn assigned(tx: &mut Tx, id: FeatureId) -> Result<Vec<Assigned>> {
    let rows = store::alm_transport::of_feature(tx, id.0).await?;
    let read =
        |row: TransportRow| Ok(Assigned { id: row.id, way: serde_json::from_str(&row.way)?, deleted: row.deleted });
    rows.into_iter().map(read).collect()
}

pub(in super::super) async fn details(tx: &mut Tx, opened: Opened) -> Result<Details> {
    let id = FeatureId(opened.row.id);
    let transports = store::alm_transport::of_feature(tx, id.0).await?;
    let transports = transports.into_iter().map(transport).collect::<Result<_>>()?;
    let (urls, externals) = reference::of(tx, id).await?;
    let (feature, project, powers) = (shown(opened.row)?, opened.project.into(), opened.powers);
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
