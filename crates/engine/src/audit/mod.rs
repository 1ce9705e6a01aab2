//! The audit trail: who did what, written in the transaction of its cause.
//!
//! A row is written unchained; one job ([`chain::AuditChain`], single by its deduplication key) chains rows afterwards in
//! the order in which it finds them committed. A refusal rolls its own row back, so the edge writes refused calls in a
//! transaction of their own ([`refused`]). What somebody without a right can cause is bounded: texts are cut here
//! ([`record`]), and refusals that repeat become one row with their number ([`refusal`]).

pub mod chain;
pub(crate) mod head;
pub mod keep;
mod refusal;

pub use refusal::{denied, flush, refused, upkeep};

use crate::caller::Caller;
use crate::error::Result;
use crate::live;
use model::Time;
use serde_json::{Value, json};
use std::fmt;
use store::Tx;

/// How many characters of a text a row keeps.
const LONGEST: usize = 300;
/// How many bytes of particulars.
const LONGEST_DETAIL: usize = 64 << 10;

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

impl Event {
    /// Something that this caller did.
    pub fn by<P>(
        caller: &Caller<P>,
        subaccount: impl fmt::Display,
        event: &'static str,
        object: String,
        detail: Value,
    ) -> Self {
        Self { actor: caller.actor().to_owned(), subaccount: subaccount.to_string(), event, object, detail }
    }
}

/// Writes the row, in the transaction of its cause. Long texts are cut: some come from people who proved nothing.
pub async fn record(tx: &mut Tx, now: Time, event: Event) -> Result<()> {
    let Event { actor, subaccount, event, object, detail } = event;
    let detail = cut_detail(detail).to_string();
    let (actor, subaccount, object) = (cut(actor), cut(subaccount), cut(object));
    let row = store::audit::NewAudit {
        at: now,
        actor: &actor,
        subaccount: &subaccount,
        event,
        object: &object,
        detail: &detail,
    };
    store::audit::append(tx, row).await?;
    live::audited(tx, &subaccount, event, now).await
}

fn cut(mut text: String) -> String {
    if let Some((at, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(at);
        text.push('…');
    }
    text
}

fn cut_detail(detail: Value) -> Value {
    let cut = cut_texts(detail);
    match cut.to_string().len() {
        bytes if bytes > LONGEST_DETAIL => json!({ "cut": bytes }),
        _ => cut,
    }
}

fn cut_texts(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(cut(text)),
        Value::Array(values) => values.into_iter().map(cut_texts).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (cut(name), cut_texts(value))).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_row_keeps_is_bounded_whatever_it_is_given() {
        let long = "é".repeat(1_000_000);
        assert_eq!(cut(long.clone()).chars().count(), LONGEST + 1);
        assert_eq!(cut("short".to_owned()), "short");
        let detail = cut_detail(json!({ "why": long.clone(), "list": [long.clone()], long: 1 }));
        assert!(detail.to_string().len() < 4_000, "{detail}");
        let many: Vec<u32> = (0..100_000).collect();
        assert!(cut_detail(json!({ "ids": many }))["cut"].is_number());
    }
}
