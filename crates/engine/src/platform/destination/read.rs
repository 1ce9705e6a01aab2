//! Showing destinations of one level.

use super::right::AtLevel;
use super::{NOT_FOUND, Owner, Stored, open};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::destination::Filter;
use store::Tx;
use store::destination::{self, DestinationRow};

/// Which destinations of a level are wanted; the modes exclude each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// All of them.
    All,
    /// Those of certain names.
    Named(Filter),
    Page {
        /// Counted from 1.
        number: usize,
        /// How many are on one.
        size: usize,
    },
}

/// Some destinations of a level.
#[derive(Debug)]
pub struct Listing {
    /// Them, by name.
    pub items: Vec<Stored>,
    /// How many the level has in all.
    pub total: usize,
}

/// The destination of this name.
///
/// # Errors
/// Not found.
pub async fn get<P: AtLevel>(cx: &Cx, caller: Caller<P>, name: String) -> Result<Stored> {
    let owner = P::owner(caller.identity())?;
    let row = cx.db.read(async move |tx| Ok::<_, Error>(destination::find(tx, owner, &name).await?));
    let row = row.await?.ok_or_else(|| Error::not_found(NOT_FOUND))?;
    Ok(shown(open(cx, &row)?, caller.identity().person.is_some()))
}

/// Destinations of the level. A page is counted off by names alone: only what is on it is read.
///
/// # Errors
/// Forbidden for a token of no subaccount, or of no instance.
pub async fn list<P: AtLevel>(cx: &Cx, caller: Caller<P>, selection: Selection) -> Result<Listing> {
    let owner = P::owner(caller.identity())?;
    let (rows, total) = cx.db.read(async move |tx| selected(tx, owner, selection).await).await?;
    let for_person = caller.identity().person.is_some();
    let items = rows.iter().map(|row| Ok(shown(open(cx, row)?, for_person))).collect::<Result<_>>()?;
    Ok(Listing { items, total })
}

/// What is selected, and how many there are in all.
async fn selected(tx: &mut Tx, owner: Owner, selection: Selection) -> Result<(Vec<DestinationRow>, usize)> {
    let Selection::Page { number, size } = selection else {
        let mut rows = destination::list(tx, owner).await?;
        let total = rows.len();
        if let Selection::Named(filter) = selection {
            rows.retain(|row| filter.matches(&row.name));
        }
        return Ok((rows, total));
    };
    let names = destination::names(tx, owner).await?;
    let first = names.get(number.saturating_sub(1).saturating_mul(size));
    let rows = match first {
        Some(first) => destination::from(tx, owner, first, int(size)).await?,
        None => Vec::new(),
    };
    Ok((rows, names.len()))
}

fn int(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// Applications read secrets, people do not.
fn shown(stored: Stored, for_person: bool) -> Stored {
    if !for_person {
        return stored;
    }
    Stored { destination: stored.destination.masked(), ..stored }
}
