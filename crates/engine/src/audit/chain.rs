//! The chain over the audit trail: each row's hash covers the row and the hash before it.
//!
//! Altering, dropping or reordering a chained row breaks the chain at that place, and [`verify`] says where; where it must
//! end is kept apart ([`super::head`]). The oldest rows can be pruned ([`super::keep`]): the chain then begins at an anchor
//! that only this server could write.

use super::{head, keep};
use crate::cx::Cx;
use crate::error::Result;
use crate::vault::Vault;
use crate::work::{Hold, Turn, Workflow};
use aws_lc_rs::digest;
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use std::time::Duration;
use store::Tx;
use store::audit::AuditRow;

/// How many rows one step takes.
const STEP: i64 = 500;
/// How long new rows wait for their place at most.
const PERIOD: Duration = Duration::from_secs(30);
/// What the first row is chained to.
pub(super) const ROOT: &str = "";

/// Gives every row that has none its place in the chain. Runs for ever, with a pause.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AuditChain {}

impl Workflow for AuditChain {
    const KIND: &'static str = "audit-chain";

    fn key(&self) -> Option<String> {
        Some("all".to_owned())
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let chained = extend(cx).await?;
        keep::retain(cx).await?;
        Ok(Turn::wait(self, if chained < STEP { PERIOD } else { Duration::ZERO }))
    }
}

/// Chains the next rows; answers how many.
pub async fn extend(cx: &Cx) -> Result<i64> {
    let vault = cx.vault.clone();
    cx.db.write(async move |tx| extend_in(tx, &vault).await).await
}

async fn extend_in(tx: &mut Tx, vault: &Vault) -> Result<i64> {
    let head = head::lock(tx, vault).await?;
    let rows = store::audit::unchained(tx, STEP).await?;
    let last = store::audit::last_link(tx).await?.unwrap_or((0, ROOT.to_owned()));
    // Where somebody took the head away, or went on behind it, it stays so: [`verify`] is to say it.
    let head = head.filter(|(position, _)| last.0 <= *position);
    let has_head = head.is_some();
    let (mut position, mut hash) = head.unwrap_or(last);
    for row in &rows {
        position += 1;
        hash = link(&hash, position, row);
        store::audit::chain(tx, row.id, position, &hash).await?;
    }
    if has_head && !rows.is_empty() {
        head::put(tx, vault, position, &hash).await?;
    }
    Ok(i64::try_from(rows.len()).unwrap_or(i64::MAX))
}

/// What a check of the chain came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every link holds.
    Holds {
        /// How many rows are chained.
        rows: i64,
        /// How many were pruned before them.
        pruned: i64,
    },
    /// The chain breaks.
    Broken {
        /// At this place in the chain.
        position: i64,
        /// What is wrong there.
        what: String,
    },
}

/// Reads the whole chain, in pages of one snapshot, and checks every link.
pub async fn verify(cx: &Cx) -> Result<Verdict> {
    let vault = cx.vault.clone();
    cx.db.report(async move |tx| verify_in(tx, &vault).await).await
}

async fn verify_in(tx: &mut Tx, vault: &Vault) -> Result<Verdict> {
    let (pruned, mut hash) = match store::audit::anchor(tx).await? {
        None => (0, ROOT.to_owned()),
        Some(anchor) if keep::is_ours(vault, &anchor) => (anchor.chain_pos, anchor.hash),
        Some(anchor) => {
            let what = "the anchor of the pruned rows was not written by this server".to_owned();
            return Ok(Verdict::Broken { position: anchor.chain_pos, what });
        }
    };
    let mut position = pruned;
    loop {
        let page = store::audit::chained(tx, position, STEP).await?;
        if page.is_empty() {
            return Ok(ended(head::get(tx, vault).await?, position, &hash, pruned));
        }
        for row in &page {
            position += 1;
            if row.chain_pos != Some(position) {
                return Ok(Verdict::Broken { position, what: "a row is missing or was moved".to_owned() });
            }
            hash = link(&hash, position, row);
            if row.hash.as_deref() != Some(&hash) {
                return Ok(Verdict::Broken { position, what: format!("row {} was altered or moved", row.id) });
            }
        }
    }
}

/// Whether the last row that is there is the last that was chained.
fn ended(head: Option<(i64, String)>, position: i64, hash: &str, pruned: i64) -> Verdict {
    let what = match head {
        None => "the seal of its end is missing, or was not written by this server".to_owned(),
        Some((last, _)) if last > position => format!("its end is missing: {} rows after this place", last - position),
        Some((last, end)) if last == position && end == hash => {
            return Verdict::Holds { rows: position - pruned, pruned };
        }
        Some(_) => "its end was not chained by this server".to_owned(),
    };
    Verdict::Broken { position, what }
}

/// SHA-256 over the previous hash, the position and every column, each with its length, so that no two rows read alike.
fn link(previous: &str, position: i64, row: &AuditRow) -> String {
    let mut context = digest::Context::new(&digest::SHA256);
    let numbers = [position.to_string(), row.id.to_string(), row.at.micros().to_string()];
    let texts = [&row.actor, &row.subaccount, &row.event, &row.object, &row.detail];
    let parts = [previous].into_iter().chain(numbers.iter().map(String::as_str)).chain(texts.map(|text| text.as_str()));
    for part in parts {
        context.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        context.update(part.as_bytes());
    }
    hex(context.finish().as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _written = write!(text, "{byte:02x}");
        text
    })
}
