//! Which transport belongs to which feature.

use super::feature::{self, Details, Reads, Transport, Writes};
use super::history::{self, Happened};
use super::right::Work;
use super::tenant::{audited, enter};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::feature::Refusal;
use model::feature::right::Action;
use model::feature::way::TransportPath;
use model::{FeatureId, SubaccountId, Time};
use serde_json::json;
use store::Tx;
use store::alm_transport::TransportRow;

/// Which transports are asked for.
#[derive(Debug, Clone, Copy)]
pub struct ListOptions {
    /// Only assigned, or only unassigned ones.
    pub assigned: Option<bool>,
    /// Only those before this number.
    pub before: Option<i64>,
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
            let before = wish.before.unwrap_or(i64::MAX);
            let rows = store::alm_transport::page(tx, subaccount.0, wish.assigned, before, wish.limit).await?;
            rows.into_iter().map(feature::transport).collect()
        })
        .await
}

/// The feature that a transport is assigned to.
///
/// # Errors
/// Not found, when there is no such transport or it is free.
pub async fn parent<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, id: i64) -> Result<Details> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let row = store::alm_transport::find(tx, subaccount.0, id).await?;
            let missing = || Error::not_found(format!("transport '{id}' is not known or belongs to no feature"));
            let feature = FeatureId(row.and_then(|row| row.feature).ok_or_else(missing)?);
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
    id: i64,
) -> Result<Details> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = feature::locked(tx, &identity, subaccount, feature).await?;
            opened.status.editable()?;
            opened.powers.demand(Action::Assign)?;
            let row = existing(tx, subaccount, id).await?;
            if row.feature != Some(feature.0) {
                if !opened.status.takes_transports() {
                    let text = format!("a feature in status {} takes no transports", opened.status.label());
                    return Err(Error::invalid(text));
                }
                assignable(&row)?;
                if !store::alm_transport::assign(tx, subaccount.0, id, feature.0, now.micros()).await? {
                    return Err(taken(id));
                }
                note(tx, &identity, feature, (history::ASSIGNED, id), now).await?;
                audited(tx, &identity, "feature.transport.assign", object(feature), json!({ "id": id }), now).await?;
            }
            feature::whole(tx, &identity, subaccount, feature).await
        })
        .await
}

fn taken(id: i64) -> Error {
    let text =
        format!("Transport already assigned: transport {id} belongs to another feature; unassign it there first");
    Error::conflict(text).with_code("transport_already_assigned")
}

/// Only what has a way can be brought anywhere.
fn assignable(row: &TransportRow) -> Result<()> {
    let way: TransportPath = serde_json::from_str(&row.way)?;
    let text = match (&way.problem, row.deleted) {
        _ if row.feature.is_some() => return Err(taken(row.id)),
        (_, true) => format!("transport {} was deleted in transport management", row.id),
        (Some(problem), _) if way.stops.is_empty() => format!("transport {} cannot be deployed: {problem}", row.id),
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
    id: i64,
) -> Result<Details> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = feature::locked(tx, &identity, subaccount, feature).await?;
            opened.status.editable()?;
            opened.powers.demand(Action::Assign)?;
            let row = existing(tx, subaccount, id).await?;
            if row.feature != Some(feature.0) {
                return Err(Error::not_found(format!("transport {id} is not assigned to this feature")));
            }
            if !opened.status.gives_transports() && !row.deleted {
                let text = format!("in status {} transports cannot be unassigned", opened.status.label());
                return Err(Error::invalid(text));
            }
            if row.deployment.is_some() {
                return Err(Error::conflict(format!("transport {id} is being deployed; wait until that has ended")));
            }
            store::alm_transport::unassign(tx, subaccount.0, id, feature.0, now.micros()).await?;
            note(tx, &identity, feature, (history::UNASSIGNED, id), now).await?;
            audited(tx, &identity, "feature.transport.unassign", object(feature), json!({ "id": id }), now).await?;
            feature::whole(tx, &identity, subaccount, feature).await
        })
        .await
}

async fn existing(tx: &mut Tx, subaccount: SubaccountId, id: i64) -> Result<TransportRow> {
    let row = store::alm_transport::find(tx, subaccount.0, id).await?;
    row.ok_or_else(|| Error::not_found(format!("transport {id} is not known; refresh, or export it through Cloud ALM")))
}

fn object(feature: FeatureId) -> String {
    format!("feature {feature}")
}

async fn note(
    tx: &mut Tx,
    identity: &Identity,
    feature: FeatureId,
    (heading, id): (&str, i64),
    now: Time,
) -> Result<()> {
    store::feature::touch(tx, feature.0, now.micros()).await?;
    let happened =
        Happened { actor: identity.actor(), heading: heading.to_owned(), value: id.to_string(), old_value: None };
    history::add(tx, feature, happened, now).await
}
