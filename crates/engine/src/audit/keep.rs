//! How long the trail is kept, and taking it along: export, and pruning with the chain intact.
//!
//! Pruning removes the beginning of the chain. What is left is an anchor: the place and hash of the last row that went,
//! under a keyed hash of this server's vault, and a row in the trail itself that says what was pruned.

use super::{Event, record};
use crate::cx::Cx;
use crate::error::Result;
use crate::vault::Vault;
use model::Time;
use serde_json::json;
use std::time::Duration;
use store::Tx;
use store::audit::{AnchorRow, AuditRow};

/// How many rows one transaction removes.
const STEP: i64 = 2_000;
/// Rows are pruned a day's worth at a time, else each pruning would be followed by one of its own row's neighbours.
const DAY: Duration = Duration::from_secs(86_400);

/// The times of rows.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    pub since: Time,
    /// Before this time.
    pub until: Time,
}

impl Default for Span {
    fn default() -> Self {
        Self { since: Time(i64::MIN), until: Time(i64::MAX) }
    }
}

/// Hands over the chained rows of a time one by one, in the order of the chain. An error of `on_row` ends it.
///
/// # Errors
/// Of the store, and of `on_row`.
pub async fn export(
    cx: &Cx,
    span: Span,
    mut on_row: impl FnMut(&AuditRow) -> std::io::Result<()> + Send + 'static,
) -> Result<()> {
    let Span { since, until } = span;
    cx.db
        .report(async move |tx| {
            let each = |row: AuditRow| on_row(&row).map_err(store::Error::from);
            Ok(store::audit::export(tx, since, until, each).await?)
        })
        .await
}

/// Removes the beginning of the chain: all before its first row that was written at or after `before`. Answers how
/// many rows went.
pub async fn prune(cx: &Cx, before: Time, actor: &str) -> Result<u64> {
    let mut gone = 0;
    loop {
        let (vault, now) = (cx.vault.clone(), cx.now());
        let step = cx.db.write(async move |tx| prune_step(tx, &vault, before, now).await).await?;
        let Some((rows, anchor)) = step else { break };
        gone += rows;
        tracing::debug!(rows, position = anchor, "audit rows were pruned");
    }
    if gone > 0 {
        let (now, detail) = (cx.now(), json!({ "rows": gone, "before": before.rfc3339_millis() }));
        let event = Event {
            actor: actor.to_owned(),
            subaccount: String::new(),
            event: "audit.prune",
            object: "audit trail".to_owned(),
            detail,
        };
        cx.db.write(async move |tx| record(tx, now, event).await).await?;
    }
    Ok(gone)
}

async fn prune_step(tx: &mut Tx, vault: &Vault, before: Time, now: Time) -> Result<Option<(u64, i64)>> {
    let first = store::audit::first_since(tx, before).await?.unwrap_or(i64::MAX);
    let Some((chain_pos, hash)) = store::audit::prunable(tx, first, STEP).await?.pop() else { return Ok(None) };
    let mut anchor = AnchorRow { chain_pos, hash, pruned_at: now, seal: String::new() };
    anchor.seal = vault.secret_hash(&sealed(&anchor));
    Ok(Some((store::audit::prune(tx, &anchor).await?, chain_pos)))
}

fn sealed(anchor: &AnchorRow) -> String {
    format!("audit anchor {} {} {}", anchor.chain_pos, anchor.pruned_at.micros(), anchor.hash)
}

/// Whether this server wrote the anchor.
pub(super) fn is_ours(vault: &Vault, anchor: &AnchorRow) -> bool {
    vault.verify(&sealed(anchor), &anchor.seal)
}

/// Prunes what is older than the operator wants to keep.
pub async fn retain(cx: &Cx) -> Result<()> {
    let Some(retention) = cx.settings.audit_retention else { return Ok(()) };
    let before = cx.now().minus(retention);
    let oldest: Result<Option<Time>> = cx.db.read(async move |tx| Ok(store::audit::oldest(tx).await?)).await;
    if oldest?.is_some_and(|at| at < before.minus(DAY)) {
        prune(cx, before, "platform").await?;
    }
    Ok(())
}
