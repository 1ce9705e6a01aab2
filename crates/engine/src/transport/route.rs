//! Routes: which node follows which.

use super::right::{Display, ManageLandscape};
use super::{Actor, hold, record};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::version;
use model::route::{self, Change, Draft, Route};
use model::{NodeId, RouteId, SubaccountId, Time};
use serde_json::{Value, json};
use store::Tx;

/// The routes of the subaccount behind an id, in the order in which they were made.
pub async fn page(cx: &Cx, caller: Caller<Display>, after: RouteId, limit: i64) -> Result<Vec<Route>> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| Ok(store::route::page(tx, subaccount, after, limit).await?)).await
}

/// One route.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, caller: Caller<Display>, id: RouteId) -> Result<Route> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| find(tx, subaccount, id).await).await
}

/// Creates a route.
///
/// # Errors
/// An unknown node; what the rules forbid; a name that is taken.
pub async fn create(cx: &Cx, caller: Caller<ManageLandscape>, draft: Draft) -> Result<Route> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    cx.db
        .write(async move |tx| {
            hold_all(tx, actor.subaccount).await?;
            add(tx, &actor, draft, now).await
        })
        .await
}

/// Adds a route between nodes that are held.
pub(super) async fn add(tx: &mut Tx, actor: &Actor, draft: Draft, now: Time) -> Result<Route> {
    check(tx, actor.subaccount, &draft, None).await?;
    let route = Route { id: RouteId(tx.next_id()), draft };
    taken(store::route::insert(tx, actor.subaccount, &route).await, &route)?;
    audit(tx, actor, "route.create", &route, now).await?;
    Ok(route)
}

/// The version of a route.
#[must_use]
pub fn version(route: &Route) -> String {
    version::of(&json!([detail(route), route.draft.description]))
}

/// Changes a route: what is not said stays. Requests that are in queues stay there. With a version only that one.
///
/// # Errors
/// As [`create`], or not found; with [`crate::error::CHANGED`], when it is another version.
pub async fn update(
    cx: &Cx,
    caller: Caller<ManageLandscape>,
    id: RouteId,
    change: Change,
    named: Option<String>,
) -> Result<Route> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    cx.db
        .write(async move |tx| {
            hold_all(tx, actor.subaccount).await?;
            let before = find(tx, actor.subaccount, id).await?;
            version::check(named.as_deref(), || version(&before), &format!("Route '{}'", before.draft.name))?;
            let route = change.apply(&before)?;
            check(tx, actor.subaccount, &route.draft, Some(&before)).await?;
            taken(store::route::update(tx, &route).await, &route)?;
            audit(tx, &actor, "route.update", &route, now).await?;
            Ok(route)
        })
        .await
}

/// Deletes a route. Requests that are in queues stay there.
///
/// # Errors
/// Not found.
pub async fn delete(cx: &Cx, caller: Caller<ManageLandscape>, id: RouteId) -> Result<()> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    cx.db
        .write(async move |tx| {
            let route = find(tx, actor.subaccount, id).await?;
            hold_ends(tx, actor.subaccount, [route.draft.source, route.draft.target].into()).await?;
            store::route::delete(tx, id).await?;
            audit(tx, &actor, "route.delete", &route, now).await
        })
        .await
}

async fn find(tx: &mut Tx, subaccount: SubaccountId, id: RouteId) -> Result<Route> {
    let found = store::route::find(tx, subaccount, id).await?;
    found.ok_or_else(|| Error::not_found(format!("route {id} does not exist")))
}

/// Holds every node of the landscape, so that no two changes together can close a cycle that neither closes alone.
pub(super) async fn hold_all(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    let nodes = store::node::list(tx, subaccount).await?.iter().map(|node| node.id).collect();
    hold_ends(tx, subaccount, nodes).await
}

/// Checks the rules against what is there now.
async fn check(tx: &mut Tx, subaccount: SubaccountId, draft: &Draft, before: Option<&Route>) -> Result<()> {
    for end in [draft.source, draft.target] {
        if !store::node::exists(tx, subaccount, end).await? {
            return Err(Error::not_found(format!("node {end} does not exist")));
        }
    }
    let mut others = store::route::list(tx, subaccount).await?;
    others.retain(|other| before.is_none_or(|before| other.id != before.id));
    Ok(route::check(draft, &others)?)
}

async fn hold_ends(tx: &mut Tx, subaccount: SubaccountId, mut nodes: Vec<NodeId>) -> Result<()> {
    nodes.sort_unstable();
    for node in nodes {
        hold::node(tx, subaccount, node).await?;
    }
    Ok(())
}

fn taken(outcome: Result<(), store::Error>, route: &Route) -> Result<()> {
    outcome.map_err(|error| match error.is_unique("route_subaccount_name_key") {
        true => Error::unprocessable(format!("a route named '{}' exists already", route.draft.name)),
        false => error.into(),
    })
}

async fn audit(tx: &mut Tx, actor: &Actor, event: &'static str, route: &Route, now: Time) -> Result<()> {
    record::audit(tx, actor, event, format!("route {}", route.id), detail(route), now).await
}

fn detail(route: &Route) -> Value {
    let Draft { name, source, target, .. } = &route.draft;
    json!({ "name": name, "source": source, "target": target })
}
