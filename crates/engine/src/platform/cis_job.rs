//! Jobs of the account services: what was done, for clients that ask how far it is.

use super::code;
use super::right::ViewJobs;
use crate::caller::{Caller, Zone};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;
use store::Tx;
use store::cis_job::CisJobRow;

/// The number of a job.
pub type Number = i64;

/// A finished job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Its number.
    pub number: Number,
    /// What it did.
    pub description: String,
}

/// Which zone's tokens may see it.
fn owner<P>(caller: &Caller<P>) -> String {
    match caller.identity().zone {
        Zone::Subaccount(id) => id.text(),
        Zone::GlobalAccount(id) => id.to_string(),
        Zone::CloudFoundry => String::new(),
    }
}

/// Notes that something was done, in the transaction that did it.
pub(crate) async fn done<P>(tx: &mut Tx, caller: &Caller<P>, description: &str, now: Time) -> Result<Number> {
    let row =
        CisJobRow { id: tx.next_id(), owner: owner(caller), description: description.to_owned(), at: now.micros() };
    store::cis_job::insert(tx, &row).await?;
    Ok(row.id)
}

/// The job of this number, if the caller's zone started it.
///
/// # Errors
/// Not found.
pub async fn find(cx: &Cx, caller: Caller<ViewJobs>, number: Number) -> Result<Finished> {
    let found = cx.db.read(async move |tx| Ok::<_, Error>(store::cis_job::find(tx, number).await?)).await?;
    match found.filter(|row| row.owner == owner(&caller)) {
        Some(row) => Ok(Finished { number: row.id, description: row.description }),
        None => Err(Error::not_found(format!("Job {number} not found")).with_code(code::JOB_NOT_FOUND)),
    }
}
