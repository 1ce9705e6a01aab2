//! What is where: for each MTA and node the version that came there last, how that stands to the node in front, and what
//! waits, runs or has failed.

use super::right::Display;
use super::stored::{Installed, Pending};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::NodeId;
use model::matrix::{Standing, standings};
use model::queue::Status;
use model::route::Route;
use std::collections::BTreeMap;

/// Which MTAs are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// In their id, in whatever case.
    pub text: String,
    /// Behind this one.
    pub after: String,
    /// At most so many.
    pub limit: i64,
}

/// An MTA, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub mta: String,
    /// Of the nodes where there is something to be said, in the order of their numbers.
    pub cells: Vec<Cell>,
}

/// An MTA in a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub node: NodeId,
    pub standing: Standing,
    /// What came here last.
    pub installed: Option<Installed>,
    /// What has not come here yet.
    pub pending: Vec<Pending>,
}

/// A page of what is where.
///
/// # Errors
/// Of the store.
pub async fn page(cx: &Cx, caller: Caller<Display>, search: Search) -> Result<Vec<Row>> {
    let subaccount = caller.subaccount()?;
    let (mtas, installed, pending, routes) = cx
        .db
        .report(async move |tx| {
            let Search { text, after, limit } = search;
            let mtas = store::carried::mtas(tx, subaccount, &after, &text, limit).await?;
            let installed = store::carried::installed(tx, subaccount, &mtas).await?;
            let pending = store::carried::pending(tx, subaccount, &mtas).await?;
            Ok::<_, Error>((mtas, installed, pending, store::route::list(tx, subaccount).await?))
        })
        .await?;
    Ok(rows(mtas, installed, pending, &routes))
}

fn rows(mtas: Vec<String>, installed: Vec<Installed>, pending: Vec<Pending>, routes: &[Route]) -> Vec<Row> {
    let mut all: BTreeMap<String, BTreeMap<NodeId, Cell>> = BTreeMap::new();
    for one in installed {
        let cell = cell(&mut all, &one.mta, one.node);
        cell.installed = Some(one);
    }
    for one in pending {
        let cell = cell(&mut all, &one.mta, one.node);
        if !is_past(&one, cell.installed.as_ref()) {
            cell.pending.push(one);
        }
    }
    let row = |mta: String| Row { cells: cells(all.remove(&mta).unwrap_or_default(), routes), mta };
    mtas.into_iter().map(row).collect()
}

fn cell<'a>(all: &'a mut BTreeMap<String, BTreeMap<NodeId, Cell>>, mta: &str, node: NodeId) -> &'a mut Cell {
    let empty = || Cell { node, standing: Standing::Absent, installed: None, pending: Vec::new() };
    all.entry(mta.to_owned()).or_default().entry(node).or_insert_with(empty)
}

/// What failed and was followed by something better is no longer of interest.
fn is_past(one: &Pending, installed: Option<&Installed>) -> bool {
    one.status == Status::Error && installed.is_some_and(|installed| installed.at >= one.at)
}

fn cells(found: BTreeMap<NodeId, Cell>, routes: &[Route]) -> Vec<Cell> {
    let here = found.iter().filter_map(|(node, cell)| Some((*node, cell.installed.as_ref()?.request))).collect();
    let stand = standings(routes, &here);
    let there = found.into_values().filter(|cell| cell.installed.is_some() || !cell.pending.is_empty());
    there.map(|cell| Cell { standing: stand.get(&cell.node).copied().unwrap_or(Standing::Absent), ..cell }).collect()
}
