//! What happened to a feature.

use crate::error::Result;
use model::{FeatureId, Time};
use store::Tx;
use store::feature::HistoryRow;

/// A transport was assigned; the value is its number.
pub const ASSIGNED: &str = "Transport request assigned";
/// A transport was taken away; the value is its number.
pub const UNASSIGNED: &str = "Transport request unassigned";
/// The status changed; both values are labels.
pub const STATUS: &str = "Status changed";
/// The feature was made; the value is its number.
pub const CREATED: &str = "Feature created";

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Time,
    /// Who.
    pub actor: String,
    /// What.
    pub heading: String,
    /// The new value.
    pub value: String,
    /// The old one, if there was one.
    pub old_value: Option<String>,
}

/// What happened, for [`add`].
pub(super) struct Happened<'a> {
    pub(super) actor: &'a str,
    pub(super) heading: String,
    pub(super) value: String,
    pub(super) old_value: Option<String>,
}

pub(super) async fn add(tx: &mut Tx, feature: FeatureId, what: Happened<'_>, now: Time) -> Result<()> {
    let Happened { actor, heading, value, old_value } = what;
    let (id, at, actor) = (0, now.micros(), actor.to_owned());
    Ok(store::feature::add_history(tx, &HistoryRow { id, feature: feature.0, at, actor, heading, value, old_value })
        .await?)
}

pub(super) async fn of(tx: &mut Tx, feature: FeatureId) -> Result<Vec<Entry>> {
    let entry = |row: HistoryRow| Entry {
        at: Time(row.at),
        actor: row.actor,
        heading: row.heading,
        value: row.value,
        old_value: row.old_value,
    };
    Ok(store::feature::history(tx, feature.0).await?.into_iter().map(entry).collect())
}
