//! What the page shows of destinations: the list, found by what people look for, and one of them with what is to be
//! done about it. Nothing secret is in it, whoever asks.

use super::right::{AtLevel, Check, ReadSubaccount, WriteSubaccount};
use super::{NOT_FOUND, Stored, open};
use crate::caller::{Caller, Can};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::destination::hint::{Hint, hints};
use model::destination::{Destination, MOST};
use store::destination;

/// How many rows are opened at a time while a page is filled.
const STEP: i64 = 200;

/// What is looked for; an empty text looks for anything.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// In name, address and description, whatever its case.
    pub text: String,
    pub kinds: String,
    /// Types of authentication, with commas.
    pub authentications: String,
    /// The name to go on behind.
    pub after: String,
    pub limit: usize,
}

/// A page of the list.
#[derive(Debug)]
pub struct Page {
    /// Without secrets, by name.
    pub items: Vec<Seen>,
    /// The name to go on behind, when there is more.
    pub next: Option<String>,
    pub can: Can,
}

/// A destination as people see it.
#[derive(Debug)]
pub struct Seen {
    /// The secrets in it are those of the vault; what may be shown of it is [`Destination::shown`].
    pub stored: Stored,
    /// What is likely to be wrong with it.
    pub hints: Vec<Hint>,
    pub can: Can,
}

impl Search {
    fn finds(&self, destination: &Destination) -> bool {
        let is_among = |wanted: &str, found: Option<&str>| {
            wanted.is_empty() || wanted.split(',').any(|one| found.unwrap_or_default() == one)
        };
        let text = self.text.to_lowercase();
        let shown = destination.shown();
        let told = ["Name", "URL", "Description"].map(|key| shown.get(key).and_then(|value| value.as_str()));
        is_among(&self.kinds, destination.get("Type"))
            && is_among(&self.authentications, destination.get("Authentication"))
            && (text.is_empty() || told.into_iter().flatten().any(|said| said.to_lowercase().contains(&text)))
    }
}

/// Destinations of the caller's subaccount that fit, by name.
///
/// # Errors
/// Forbidden for a token of no subaccount.
pub async fn list(cx: &Cx, caller: Caller<ReadSubaccount>, wish: Search) -> Result<Page> {
    let owner = ReadSubaccount::owner(caller.identity())?;
    let can = vec![("create", caller.may::<WriteSubaccount>())];
    let (mut items, mut after) = (Vec::new(), wish.after.clone());
    // Their properties are sealed, so what does not fit is passed over here; their number is limited.
    for _ in 0..=MOST / STEP {
        let from = after.clone();
        let rows = cx.db.read(async move |tx| destination::behind(tx, owner, &from, STEP).await).await?;
        for row in &rows {
            let stored = open(cx, row)?;
            if !wish.finds(&stored.destination) {
                continue;
            }
            if items.len() == wish.limit {
                let next = items.last().map(|seen: &Seen| seen.stored.destination.name().to_owned());
                return Ok(Page { items, next, can });
            }
            items.push(seen(cx, &caller, stored));
        }
        match rows.last() {
            Some(last) => after.clone_from(&last.name),
            None => break,
        }
    }
    Ok(Page { items, next: None, can })
}

/// One destination of the caller's subaccount.
///
/// # Errors
/// Not found.
pub async fn one(cx: &Cx, caller: Caller<ReadSubaccount>, name: String) -> Result<Seen> {
    let owner = ReadSubaccount::owner(caller.identity())?;
    let row = cx.db.read(async move |tx| Ok::<_, Error>(destination::find(tx, owner, &name).await?));
    let row = row.await?.ok_or_else(|| Error::not_found(NOT_FOUND))?;
    Ok(seen(cx, &caller, open(cx, &row)?))
}

fn seen(cx: &Cx, caller: &Caller<ReadSubaccount>, stored: Stored) -> Seen {
    let checkable = match stored.destination.get("Type") {
        Some("HTTP") => Ok(()),
        _ => Err("only HTTP destinations can be checked".to_owned()),
    };
    let can = vec![
        ("edit", caller.may::<WriteSubaccount>()),
        ("delete", caller.may::<WriteSubaccount>()),
        ("check", caller.may::<Check>().and(checkable)),
    ];
    // A hint may repeat an address, with what is in its query.
    Seen { hints: hints(&stored.destination.masked(), cx.addresses().is_http()), stored, can }
}
