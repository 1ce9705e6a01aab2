//! Which transport belongs to which feature.

use super::feature::{self, Details, Reads, Transport, Writes};
use super::history::{self, HistoryEntry};
use super::right::Work;
use super::tenant::{audited, enter};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::feature::Refusal;
use model::feature::right::Action;
use model::{FeatureId, RequestId, SubaccountId, Time};
use serde_json::json;
use store::Tx;

/// Which transports are asked for.
#[derive(Debug, Clone, Copy)]
pub struct ListOptions {
    /// Only assigned, or only unassigned ones.
    pub assigned: Option<bool>,
    /// Only those before this number.
    pub before: Option<RequestId>,
    /// How many at most.
    pub limit: i64,
}

/// Transports of the tenant, newest first, whatever their project; CTMS knows none.
///
/// # Errors
/// As [`enter`].
pub async fn list(cx: &Cx, caller: Caller<Work>, tenant: &str, wish: ListOptions) -> Result<Vec<Transport>> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let before = wish.before.unwrap_or(RequestId(i64::MAX));
            Ok(store::alm_transport::page(tx, subaccount, wish.assigned, before, wish.limit).await?)
        })
        .await
}

/// The feature that a transport is assigned to.
///
/// # Errors
/// Not found, when there is no such transport or it is free.
pub async fn parent<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, id: RequestId) -> Result<Details> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let row = store::alm_transport::find(tx, subaccount, id).await?;
            let missing = || Error::not_found(format!("transport '{id}' is not known or belongs to no feature"));
            let feature = row.and_then(|row| row.feature).ok_or_else(missing)?;
            let opened = feature::open(tx, &identity, subaccount, feature).await?;
            feature::details(tx, opened).await
        })
        .await
}

/// Assigns a transport to a feature. Doing it again changes nothing.
///
/// # Errors
/// Not found; conflict "Transport already assigned"; invalid, when status or transport do not allow it.
pub async fn assign<P: Writes>(
    cx: &Cx,
    caller: Caller<P>,
    tenant: &str,
    feature: FeatureId,
    id: RequestId,
) -> Result<Details> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = feature::editable(tx, &identity, subaccount, feature, Action::Assign).await?;
            let row = existing(tx, subaccount, id).await?;
            if row.feature != Some(feature) {
                if !opened.feature.status.takes_transports() {
                    let text = format!("a feature in status {} takes no transports", opened.feature.status.label());
                    return Err(Error::invalid(text));
                }
                assignable(&row)?;
                if !store::alm_transport::assign(tx, subaccount, id, feature, now).await? {
                    return Err(taken(id));
                }
                note(tx, &identity, feature, (history::ASSIGNED, id), now).await?;
                audited(tx, &identity, "feature.transport.assign", object(feature), json!({ "id": id }), now).await?;
            }
            feature::whole(tx, &identity, subaccount, feature).await
        })
        .await
}

fn taken(id: RequestId) -> Error {
    let text =
        format!("Transport already assigned: transport {id} belongs to another feature; unassign it there first");
    Error::conflict(text).with_code("transport_already_assigned")
}

/// Only what has a way can be brought anywhere.
fn assignable(row: &Transport) -> Result<()> {
    let text = match (&row.way.problem, row.deleted) {
        _ if row.feature.is_some() => return Err(taken(row.id)),
        (_, true) => format!("transport {} was deleted in transport management", row.id),
        (Some(problem), _) if row.way.stops.is_empty() => format!("transport {} cannot be deployed: {problem}", row.id),
        _ => return Ok(()),
    };
    Err(Refusal::State(text).into())
}

/// Takes a transport away from a feature.
///
/// # Errors
/// Not found; invalid, when the status does not allow it, unless it was deleted; conflict while it is being deployed.
pub async fn unassign<P: Writes>(
    cx: &Cx,
    caller: Caller<P>,
    tenant: &str,
    feature: FeatureId,
    id: RequestId,
) -> Result<Details> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = feature::editable(tx, &identity, subaccount, feature, Action::Assign).await?;
            let row = existing(tx, subaccount, id).await?;
            if row.feature != Some(feature) {
                return Err(Error::not_found(format!("transport {id} is not assigned to this feature")));
            }
            if !opened.feature.status.gives_transports() && !row.deleted {
                let text = format!("in status {} transports cannot be unassigned", opened.feature.status.label());
                return Err(Error::invalid(text));
            }
            if row.deployment.is_some() {
                return Err(Error::conflict(format!("transport {id} is being deployed; wait until that has ended")));
            }
            store::alm_transport::unassign(tx, subaccount, id, feature, now).await?;
            note(tx, &identity, feature, (history::UNASSIGNED, id), now).await?;
            audited(tx, &identity, "feature.transport.unassign", object(feature), json!({ "id": id }), now).await?;
            feature::whole(tx, &identity, subaccount, feature).await
        })
        .await
}

async fn existing(tx: &mut Tx, subaccount: SubaccountId, id: RequestId) -> Result<Transport> {
    let row = store::alm_transport::find(tx, subaccount, id).await?;
    row.ok_or_else(|| Error::not_found(format!("transport {id} is not known; refresh, or export it through Cloud ALM")))
}

fn object(feature: FeatureId) -> String {
    format!("feature {feature}")
}

async fn note(
    tx: &mut Tx,
    identity: &Identity,
    feature: FeatureId,
    (heading, id): (&str, RequestId),
    now: Time,
) -> Result<()> {
    store::feature::touch(tx, feature, now).await?;
    let entry = HistoryEntry {
        feature,
        at: now,
        actor: identity.actor().to_owned(),
        heading: heading.to_owned(),
        value: id.to_string(),
        old_value: None,
    };
    Ok(store::feature::add_history(tx, &entry).await?)
}
