//! Destinations: where systems find each other, and as whom.
//!
//! [`write`] changes them, [`read`] shows them, [`overview`] is what the page shows, [`file`] carries one to another
//! cockpit, [`find`] answers the service's central question ("where is X, and with which token?"), [`target`] gives them
//! to our own outbound calls, [`check`] tries the connection. The rights are in [`right`]. Not here: what may be written (`model::destination`), getting tokens (`client`).
//!
//! Properties are sealed as a whole, because any of them may be a secret; they are opened outside of transactions.

pub mod check;
pub mod file;
pub mod find;
pub mod overview;
pub mod read;
pub mod right;
pub mod target;
pub mod write;

use crate::cx::Cx;
use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
pub use model::destination::Owner;
use model::destination::{Destination, Level};
use model::{InstanceId, SubaccountId, Time};
use serde_json::{Map, Value};
use store::Tx;
use store::destination::DestinationRow;

pub use target::{callable, find};

/// The exact sentence by which clients tell "missing" from "failure".
pub const NOT_FOUND: &str = "Configuration with the specified name was not found";

/// A destination, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Whose it is.
    pub owner: Owner,
    /// Its properties.
    pub destination: Destination,
    /// Its version.
    pub etag: String,
    /// When it was written first.
    pub created_at: Time,
    /// When it was written last.
    pub modified_at: Time,
}

/// A service instance goes, and its destinations with it.
pub async fn forget_instance(tx: &mut Tx, subaccount: SubaccountId, instance: InstanceId) -> Result<()> {
    let owner = Owner { subaccount, level: Level::Instance(instance) };
    store::destination::delete_level(tx, owner).await?;
    Ok(())
}

/// A subaccount goes, and all its destinations with it.
pub async fn forget_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    store::destination::delete_subaccount(tx, subaccount).await?;
    Ok(())
}

/// What a sealed value is bound to: it cannot be moved to another row.
fn context(Owner { subaccount, level }: Owner, name: &str) -> String {
    format!("destination {subaccount}/{}/{name}", level.text())
}

/// The row of a destination that is written now.
fn seal(cx: &Cx, owner: Owner, destination: &Destination) -> Result<DestinationRow> {
    let (name, now) = (destination.name().to_owned(), cx.now());
    let plain = serde_json::to_string(destination.properties())?;
    let context = context(owner, &name);
    let sealed = cx.vault.seal(&cx.random, &context, plain.as_bytes())?;
    let etag = etag(cx, &format!("{context} {} {plain}", now.micros()))?;
    let Owner { subaccount, level: instance } = owner;
    Ok(DestinationRow { subaccount, instance, name, etag, sealed, created_at: now, modified_at: now })
}

/// Under a key, so that nobody can try out passwords on it.
fn etag(cx: &Cx, text: &str) -> Result<String> {
    let digest = STANDARD.decode(cx.vault.secret_hash(text));
    let digest = digest.map_err(|e| Error::internal("a keyed hash is not base64").because(e))?;
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Opens a row; never inside a transaction.
fn open(cx: &Cx, row: &DestinationRow) -> Result<Stored> {
    let owner = Owner { subaccount: row.subaccount, level: row.instance };
    let plain = cx.vault.open(&context(owner, &row.name), &row.sealed)?;
    let properties: Map<String, Value> = serde_json::from_slice(&plain)?;
    Ok(Stored {
        owner,
        destination: Destination::stored(properties),
        etag: row.etag.clone(),
        created_at: row.created_at,
        modified_at: row.modified_at,
    })
}
