//! The end of the chain, kept apart from its rows under a key of the vault: who cuts rows off cannot take it along.
//!
//! It is there from the first start on, so one that is missing was taken away. What an older release left gets it once,
//! when the data key is sealed anew ([`crate::vault::establish`]). The chain goes on from here and not from the last row
//! that is left, so that a gap stays a gap.

use super::chain::ROOT;
use crate::error::Result;
use crate::vault::Vault;
use store::Tx;

/// The setting that holds it.
const HEAD: &str = "audit_head";

fn sealed(position: i64, hash: &str) -> String {
    format!("audit head {position} {hash}")
}

/// Says that the chain ends here.
pub(super) async fn put(tx: &mut Tx, vault: &Vault, position: i64, hash: &str) -> Result<()> {
    let seal = vault.secret_hash(&sealed(position, hash));
    Ok(store::setting::put(tx, HEAD, &format!("{position} {seal} {hash}")).await?)
}

/// The place of the last row and its hash; nothing where this server did not write it.
pub(super) async fn get(tx: &mut Tx, vault: &Vault) -> Result<Option<(i64, String)>> {
    let Some(stored) = store::setting::get(tx, HEAD).await? else { return Ok(None) };
    let mut parts = stored.splitn(3, ' ');
    let (position, seal, hash) = (parts.next(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let head = position.and_then(|position| position.parse().ok()).map(|position| (position, hash.to_owned()));
    Ok(head.filter(|(position, hash)| vault.verify(&sealed(*position, hash), seal)))
}

/// As [`get`]; nobody else extends the chain until this transaction has ended.
pub(super) async fn lock(tx: &mut Tx, vault: &Vault) -> Result<Option<(i64, String)>> {
    store::setting::lock(tx, HEAD).await?;
    get(tx, vault).await
}

/// Says where the chain ends that there is, as far as nobody has said it yet.
pub(crate) async fn begin(tx: &mut Tx, vault: &Vault) -> Result<()> {
    let (position, hash) = store::audit::last_link(tx).await?.unwrap_or((0, ROOT.to_owned()));
    put(tx, vault, position, &hash).await
}
