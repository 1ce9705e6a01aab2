//! Changing destinations of one level. An array of them is written in one transaction, in which each succeeds or not
//! on its own.

use super::right::AtLevel;
use super::{NOT_FOUND, Owner, open, seal};
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;
use model::destination::{Destination, Filter, Level, MOST, is_secret};
use serde_json::json;
use store::Tx;
use store::destination::DestinationRow;

/// What became of one destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub name: String,
    /// Its version, or why it was not written.
    pub outcome: Result<String, NotWritten>,
}

/// Why a destination was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWritten {
    /// There is one of that name.
    Exists,
    /// There is none of that name.
    Missing,
    /// The level has as many as it may have.
    Full,
}

impl From<NotWritten> for Error {
    fn from(why: NotWritten) -> Self {
        match why {
            NotWritten::Exists => Self::conflict("Duplicate key"),
            NotWritten::Missing => Self::not_found(NOT_FOUND),
            NotWritten::Full => Self::unprocessable(format!(
                "there are {MOST} destinations already, more are not possible; delete those that nobody needs"
            )),
        }
    }
}

/// The most destinations of one call: they are written in one transaction, and a level holds fewer.
const AT_ONCE: usize = 2000;

fn not_too_many(given: usize) -> Result<()> {
    if given <= AT_ONCE {
        return Ok(());
    }
    let text = format!("there are {given} destinations, at most {AT_ONCE} are written at once; send several calls");
    Err(Error::invalid(text))
}

/// Adds destinations.
pub async fn create<P: AtLevel>(cx: &Cx, caller: Caller<P>, given: Vec<Destination>) -> Result<Vec<Written>> {
    let owner = P::owner(caller.identity())?;
    not_too_many(given.len())?;
    let rows = given.iter().map(|d| seal(cx, owner, d)).collect::<Result<Vec<_>>>()?;
    let (actor, now) = (caller.actor().to_owned(), cx.now());
    cx.db.write(async move |tx| insert_all(tx, owner, &actor, rows, now).await).await
}

/// Replaces destinations as a whole. Only a secret that comes back as people see it stays what it was.
pub async fn update<P: AtLevel>(cx: &Cx, caller: Caller<P>, given: Vec<Destination>) -> Result<Vec<Written>> {
    let owner = P::owner(caller.identity())?;
    not_too_many(given.len())?;
    let mut rows = Vec::new();
    for destination in given {
        rows.push(seal(cx, owner, &with_kept_secrets(cx, owner, destination).await?)?);
    }
    let (actor, now) = (caller.actor().to_owned(), cx.now());
    cx.db.write(async move |tx| update_all(tx, owner, &actor, rows, now).await).await
}

/// Replaces a destination as an editor sends it: a secret that is left empty stays what it was. With a version only
/// that one.
///
/// # Errors
/// Not found; with [`crate::error::CHANGED`], when it is another version.
pub async fn replace<P: AtLevel>(
    cx: &Cx,
    caller: Caller<P>,
    given: Destination,
    version: Option<String>,
) -> Result<()> {
    let owner = P::owner(caller.identity())?;
    let name = given.name().to_owned();
    let key = name.clone();
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::destination::find(tx, owner, &key).await?));
    let row = row.await?.ok_or(NotWritten::Missing)?;
    let changed = || Error::changed(&format!("Destination '{name}'"));
    if version.is_some_and(|version| version != row.etag) {
        return Err(changed());
    }
    let whole = seal(cx, owner, &given.with_secrets_of(&open(cx, &row)?.destination))?;
    let (actor, now, key) = (caller.actor().to_owned(), cx.now(), name.clone());
    // The secrets that were kept are those of this version.
    let replaced = cx.db.write(async move |tx| {
        let is_replaced = store::destination::replace(tx, &whole, &row.etag).await?;
        if is_replaced {
            record(tx, now, owner, &actor, "destination.update", &key).await?;
        }
        Ok::<_, Error>(is_replaced)
    });
    if replaced.await? { Ok(()) } else { Err(changed()) }
}

/// Deletes the destination of this name.
///
/// # Errors
/// Not found.
pub async fn delete<P: AtLevel>(cx: &Cx, caller: Caller<P>, name: String) -> Result<()> {
    let owner = P::owner(caller.identity())?;
    let (actor, now) = (caller.actor().to_owned(), cx.now());
    let deleted = cx.db.write(async move |tx| delete_one(tx, owner, &actor, &name, now).await).await?;
    if deleted { Ok(()) } else { Err(NotWritten::Missing.into()) }
}

/// Deletes the destinations that a filter names. Answers each name with whether there was one.
pub async fn delete_named<P: AtLevel>(cx: &Cx, caller: Caller<P>, filter: Filter) -> Result<Vec<(String, bool)>> {
    let owner = P::owner(caller.identity())?;
    let (actor, now) = (caller.actor().to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let mut outcome = Vec::new();
            for name in names(tx, owner, filter).await? {
                let deleted = delete_one(tx, owner, &actor, &name, now).await?;
                outcome.push((name, deleted));
            }
            Ok(outcome)
        })
        .await
}

/// What to do about a destination that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Write nothing at all, unless it is just what is given.
    Refuse,
    /// Leave it as it is.
    Keep,
    /// Replace it, but keep secrets of it that the given one does not have.
    Replace,
}

/// What became of a destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// It was not there.
    Created,
    /// It was replaced.
    Updated,
    /// It stayed as it was.
    Kept,
}

impl Became {
    /// For people, at the start of a sentence.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Created => "Created",
            Self::Updated => "Updated",
            Self::Kept => "Kept",
        }
    }
}

/// A destination as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// With the secrets that were kept.
    pub destination: Destination,
    /// What was done.
    pub became: Became,
}

/// Writes destinations that were deployed: all of them, or none.
///
/// # Errors
/// Conflict: there is one of that name, and it may not be replaced. Unprocessable: the level is full.
pub(crate) async fn put(
    cx: &Cx,
    owner: Owner,
    actor: &str,
    given: Vec<Destination>,
    existing: Existing,
) -> Result<Vec<Put>> {
    let mut put = Vec::new();
    for destination in given {
        put.push(decide(destination_there(cx, owner, destination.name()).await?, destination, existing)?);
    }
    let written: Vec<&Put> = put.iter().filter(|put| put.became != Became::Kept).collect();
    let rows = written.iter().map(|put| Ok((put.became, seal(cx, owner, &put.destination)?)));
    let rows = rows.collect::<Result<Vec<_>>>()?;
    let (actor, now) = (actor.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let (mut new, mut changed) = (Vec::new(), Vec::new());
            for (became, row) in rows {
                if became == Became::Created { new.push(row) } else { changed.push(row) }
            }
            let mut written = insert_all(tx, owner, &actor, new, now).await?;
            written.extend(update_all(tx, owner, &actor, changed, now).await?);
            written.into_iter().try_for_each(|one| one.outcome.map(drop).map_err(Error::from))
        })
        .await?;
    Ok(put)
}

async fn destination_there(cx: &Cx, owner: Owner, name: &str) -> Result<Option<Destination>> {
    let name = name.to_owned();
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::destination::find(tx, owner, &name).await?));
    Ok(row.await?.map(|row| open(cx, &row)).transpose()?.map(|stored| stored.destination))
}

fn decide(there: Option<Destination>, given: Destination, existing: Existing) -> Result<Put> {
    let Some(there) = there else { return Ok(Put { destination: given, became: Became::Created }) };
    let secrets = there.properties().iter().filter(|(key, _)| is_secret(key) && given.get(key).is_none());
    let whole = given.properties().iter().chain(secrets).map(|(key, value)| (key.clone(), value.clone()));
    let destination = Destination::stored(whole.collect());
    let same = destination.properties() == there.properties();
    match existing {
        _ if same => Ok(Put { destination: there, became: Became::Kept }),
        Existing::Keep => Ok(Put { destination: there, became: Became::Kept }),
        Existing::Replace => Ok(Put { destination, became: Became::Updated }),
        Existing::Refuse => Err(Error::conflict(format!(
            "there is a destination \"{}\" already; set existing_destinations_policy to update or to ignore",
            there.name()
        ))),
    }
}

async fn insert_all(
    tx: &mut Tx,
    owner: Owner,
    actor: &str,
    rows: Vec<DestinationRow>,
    now: Time,
) -> Result<Vec<Written>> {
    let mut free = MOST - store::destination::count(tx, owner).await?;
    let mut outcome = Vec::new();
    for row in rows {
        let name = row.name.clone();
        let known = store::destination::find(tx, owner, &name).await?.is_some();
        let done = if known {
            Err(NotWritten::Exists)
        } else if free <= 0 {
            Err(NotWritten::Full)
        } else if store::destination::insert(tx, &row).await? {
            free -= 1;
            record(tx, now, owner, actor, "destination.create", &name).await?;
            Ok(row.etag)
        } else {
            Err(NotWritten::Exists)
        };
        outcome.push(Written { name, outcome: done });
    }
    Ok(outcome)
}

async fn update_all(
    tx: &mut Tx,
    owner: Owner,
    actor: &str,
    rows: Vec<DestinationRow>,
    now: Time,
) -> Result<Vec<Written>> {
    let mut outcome = Vec::new();
    for row in rows {
        let name = row.name.clone();
        let done = if store::destination::update(tx, &row).await? {
            record(tx, now, owner, actor, "destination.update", &name).await?;
            Ok(row.etag)
        } else {
            Err(NotWritten::Missing)
        };
        outcome.push(Written { name, outcome: done });
    }
    Ok(outcome)
}

async fn delete_one(tx: &mut Tx, owner: Owner, actor: &str, name: &str, now: Time) -> Result<bool> {
    let deleted = store::destination::delete(tx, owner, name).await?;
    if deleted {
        record(tx, now, owner, actor, "destination.delete", name).await?;
    }
    Ok(deleted)
}

/// The names a filter lists, whether there or not, or those there that it fits.
async fn names(tx: &mut Tx, owner: Owner, filter: Filter) -> Result<Vec<String>> {
    if let Filter::OneOf(names) = filter {
        return Ok(names);
    }
    let rows = store::destination::list(tx, owner).await?;
    Ok(rows.into_iter().map(|row| row.name).filter(|name| filter.matches(name)).collect())
}

async fn record(tx: &mut Tx, now: Time, owner: Owner, actor: &str, event: &'static str, name: &str) -> Result<()> {
    let detail = match owner.level {
        Level::Subaccount => json!({"level": "subaccount"}),
        Level::Instance(id) => json!({"level": "instance", "instance": id.text()}),
    };
    let (actor, subaccount, object) = (actor.to_owned(), owner.subaccount.text(), format!("destination {name}"));
    audit::record(tx, now, Event { actor, subaccount, event, object, detail }).await
}

/// Puts the stored secret in where only its placeholder came back.
async fn with_kept_secrets(cx: &Cx, owner: Owner, given: Destination) -> Result<Destination> {
    if !given.has_masked() {
        return Ok(given);
    }
    let name = given.name().to_owned();
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::destination::find(tx, owner, &name).await?));
    let Some(row) = row.await? else { return Ok(given) };
    Ok(given.keeping_secrets_of(&open(cx, &row)?.destination))
}
