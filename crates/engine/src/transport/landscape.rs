//! A landscape made in one go: all of its nodes and routes, or none.

use super::right::ManageLandscape;
use super::{Actor, node, route};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::NodeId;
use model::first_landscape::{self, RouteWish, Wish};
use model::route::Draft;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// Makes nodes and routes. Routes name their nodes: new ones, or such that are there already.
///
/// # Errors
/// What the rules forbid, of the whole, of a node or of a route; a name that is taken. Nothing is made then.
pub async fn create(cx: &Cx, caller: Caller<ManageLandscape>, wish: Wish) -> Result<()> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    // Before anything is looked up: how much it may be.
    first_landscape::check(&Wish { routes: Vec::new(), ..wish.clone() }, &BTreeSet::new()).or_else(
        |why| match why {
            first_landscape::BadWish::Nothing => Ok(()),
            why => Err(Error::from(why)),
        },
    )?;
    for change in &wish.nodes {
        node::check_target(cx, actor.subaccount, None, change).await?;
    }
    cx.db
        .write(async move |tx| {
            route::hold_all(tx, actor.subaccount).await?;
            let mut known = names(tx, &actor).await?;
            first_landscape::check(&wish, &known.keys().cloned().collect())?;
            for change in wish.nodes {
                let made = node::add(tx, &actor, change, now).await?;
                known.insert(made.draft.name.to_string(), made.id);
            }
            for wish in wish.routes {
                route::add(tx, &actor, draft(wish, &known)?, now).await?;
            }
            Ok(())
        })
        .await
}

async fn names(tx: &mut Tx, actor: &Actor) -> Result<BTreeMap<String, NodeId>> {
    let nodes = store::node::list(tx, actor.subaccount).await?;
    Ok(nodes.into_iter().map(|node| (node.draft.name.to_string(), node.id)).collect())
}

fn draft(
    RouteWish { name, description, source, target }: RouteWish,
    known: &BTreeMap<String, NodeId>,
) -> Result<Draft> {
    let end = |name: &str| known.get(name).copied().ok_or_else(|| Error::internal("a route leads to no known node"));
    Ok(Draft { source: end(&source)?, target: end(&target)?, name, description })
}
