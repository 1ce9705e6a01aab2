//! Transport routes.

use crate::error::Result;
use crate::sql::Params;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::route::{Draft, Route};
use model::{NodeId, RouteId, SubaccountId};

record! {
    struct RouteRow of "route" { id: RouteId, name: String, description: Option<String>, source: NodeId, target: NodeId }
}

impl RouteRow {
    fn parse(self) -> Route {
        let Self { id, name, description, source, target } = self;
        Route { id, draft: Draft { name, description, source, target } }
    }
}

const INSERT: &str = insert!(RouteRow and "subaccount");

/// Adds a route.
///
/// # Errors
/// `route_subaccount_name_key` or `route_target_key` when that is taken.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, route: &Route) -> Result<()> {
    tx.execute(INSERT, columns(route).and(subaccount)).await.map(drop)
}

const UPDATE: &str = "update route set name = $2, description = $3, source = $4, target = $5 where id = $1";

/// Changes a route.
///
/// # Errors
/// As [`insert`].
pub async fn update(tx: &mut Tx, route: &Route) -> Result<()> {
    tx.execute(UPDATE, columns(route)).await.map(drop)
}

fn columns(route: &Route) -> Params<'_> {
    let Draft { name, description, source, target } = &route.draft;
    p![route.id, name, description, source, target]
}

const FIND: &str = select!(RouteRow, "where id = $1 and subaccount = $2");

/// A route of the subaccount.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: RouteId) -> Result<Option<Route>> {
    Ok(tx.query_opt::<RouteRow>(FIND, p![id, subaccount]).await?.map(RouteRow::parse))
}

const LIST: &str = select!(RouteRow, "where subaccount = $1 order by id");

/// All routes of a subaccount.
pub async fn list(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Route>> {
    let rows: Vec<RouteRow> = tx.query(LIST, p![subaccount]).await?;
    Ok(rows.into_iter().map(RouteRow::parse).collect())
}

const SUCCESSORS: &str = "select r.target, n.name from route r join node n on n.id = r.target \
    where r.source = $1 order by r.target";

/// The nodes that follow, with their names, in ascending order of their ids.
pub async fn successors(tx: &mut Tx, node: NodeId) -> Result<Vec<(NodeId, String)>> {
    tx.query(SUCCESSORS, p![node]).await
}

const TOUCHING: &str = "select count(*) from route where source = $1 or target = $1";

/// How many routes begin or end at a node.
pub async fn touching(tx: &mut Tx, node: NodeId) -> Result<i64> {
    tx.query_one(TOUCHING, p![node]).await
}

const PAGE: &str = select!(RouteRow, "where subaccount = $1 and id > $2 order by id limit $3");

/// The routes of a subaccount behind an id, in the order in which they were made.
pub async fn page(tx: &mut Tx, subaccount: SubaccountId, after: RouteId, limit: i64) -> Result<Vec<Route>> {
    let rows: Vec<RouteRow> = tx.query(PAGE, p![subaccount, after, limit]).await?;
    Ok(rows.into_iter().map(RouteRow::parse).collect())
}

const DELETE: &str = "delete from route where id = $1";

/// Removes a route.
pub async fn delete(tx: &mut Tx, id: RouteId) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from route where subaccount = $1";

/// Removes all routes of a subaccount.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
