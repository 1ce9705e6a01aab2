//! Ways through an identity provider that came to their end.

use crate::error::Result;
use crate::p;
use crate::tx::Tx;
use model::Time;

const PRUNE: &str = "delete from sign_in_used where expires_at <= $1";
const USE: &str = "insert into sign_in_used (id, expires_at) values ($1, $2) on conflict do nothing";

/// Uses a way up; `false` if it was used before. Ways that ran out by themselves are forgotten.
pub async fn use_up(tx: &mut Tx, id: &str, expires_at: Time, now: Time) -> Result<bool> {
    tx.execute(PRUNE, p![now]).await?;
    Ok(tx.execute(USE, p![id, expires_at]).await? == 1)
}
