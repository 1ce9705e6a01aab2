//! Jobs of the account services: what was done, for clients that ask how far it is.

use super::code;
use super::right::ViewJobs;
use crate::caller::{Caller, Zone};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{JobId, Time};
use store::Tx;
pub use store::cis_job::CisJob;

/// Which zone's tokens may see it.
fn owner<P>(caller: &Caller<P>) -> String {
    match caller.identity().zone {
        Zone::Subaccount(id) => id.text(),
        Zone::GlobalAccount(id) => id.to_string(),
        Zone::CloudFoundry => String::new(),
    }
}

/// Notes that something was done, in the transaction that did it.
pub(crate) async fn done<P>(tx: &mut Tx, caller: &Caller<P>, description: &str, now: Time) -> Result<JobId> {
    let id = JobId(tx.next_id());
    let job = CisJob { id, owner: owner(caller), description: description.to_owned(), at: now };
    store::cis_job::insert(tx, &job).await?;
    Ok(id)
}

/// The job of this number, if the caller's zone started it.
///
/// # Errors
/// Not found.
pub async fn find(cx: &Cx, caller: Caller<ViewJobs>, number: JobId) -> Result<CisJob> {
    let found = cx.db.read(async move |tx| Ok::<_, Error>(store::cis_job::find(tx, number).await?)).await?;
    let missing = || Error::not_found(format!("Job {number} not found")).with_code(code::JOB_NOT_FOUND);
    found.filter(|job| job.owner == owner(&caller)).ok_or_else(missing)
}
