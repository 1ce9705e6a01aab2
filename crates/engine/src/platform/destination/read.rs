//! Showing destinations of one level.

use super::right::AtLevel;
use super::{NOT_FOUND, Stored, open};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::destination::Filter;

/// Which destinations of a level are wanted; the modes exclude each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// All of them.
    All,
    /// Those of certain names.
    Named(Filter),
    /// One page of all.
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
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::destination::find(tx, owner, &name).await?));
    let row = row.await?.ok_or_else(|| Error::not_found(NOT_FOUND))?;
    Ok(shown(open(cx, &row)?, caller.identity().person.is_some()))
}

/// Destinations of the level.
///
/// # Errors
/// Of the store.
pub async fn list<P: AtLevel>(cx: &Cx, caller: Caller<P>, selection: Selection) -> Result<Listing> {
    let owner = P::owner(caller.identity())?;
    let rows = cx.db.read(async move |tx| Ok::<_, Error>(store::destination::list(tx, owner).await?));
    let mut rows = rows.await?;
    let total = rows.len();
    match &selection {
        Selection::All => {}
        Selection::Named(filter) => rows.retain(|row| filter.matches(&row.name)),
        Selection::Page { number, size } => {
            rows = rows.into_iter().skip(number.saturating_sub(1).saturating_mul(*size)).take(*size).collect();
        }
    }
    let for_person = caller.identity().person.is_some();
    let items = rows.iter().map(|row| Ok(shown(open(cx, row)?, for_person))).collect::<Result<_>>()?;
    Ok(Listing { items, total })
}

/// Applications read secrets, people do not.
fn shown(stored: Stored, for_person: bool) -> Stored {
    if !for_person {
        return stored;
    }
    Stored { destination: stored.destination.masked(), ..stored }
}
