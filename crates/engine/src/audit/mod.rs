//! The audit trail: who did what, written in the transaction of its cause.
//!
//! A row is written unchained; one job ([`chain::AuditChain`], single by its deduplication key) chains rows afterwards in
//! the order in which it finds them committed. A refusal rolls its own row back, so the edge writes refused calls in a transaction of
//! their own ([`refused`]).

pub mod chain;

use crate::cx::Cx;
use crate::error::Result;
use model::Time;
use serde_json::Value;
use store::Tx;

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// Person or client.
    pub actor: String,
    /// GUID of the subaccount, or empty for the platform itself.
    pub subaccount: String,
    /// What: `node.create`, `import.start`, `login.failed`.
    pub event: &'static str,
    /// On what: kind and key.
    pub object: String,
    /// More, without any secret.
    pub detail: Value,
}

/// Writes the row, in the transaction of its cause.
///
/// # Errors
/// Of the store.
pub async fn record(tx: &mut Tx, now: Time, event: Event) -> Result<()> {
    let detail = event.detail.to_string();
    let row = store::audit::NewAudit {
        at: now.micros(),
        actor: &event.actor,
        subaccount: &event.subaccount,
        event: event.event,
        object: &event.object,
        detail: &detail,
    };
    store::audit::append(tx, row).await?;
    Ok(())
}

/// Writes the row of a refused call or failed log-in, in a transaction of its own. A failure here is logged, not
/// answered: the refusal itself stands.
pub async fn refused(cx: &Cx, event: Event) {
    let now = cx.now();
    let written: Result<()> = cx.db.write(async move |tx| record(tx, now, event).await).await;
    if let Err(error) = written {
        tracing::error!(error = %error.chain(), "a refusal could not be recorded in the audit trail");
    }
}
