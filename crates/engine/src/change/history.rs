//! What happened to a feature.

pub use store::feature::HistoryEntry;

/// A transport was assigned; the value is its number.
pub const ASSIGNED: &str = "Transport request assigned";
/// A transport was taken away; the value is its number.
pub const UNASSIGNED: &str = "Transport request unassigned";
/// The status changed; both values are labels.
pub const STATUS: &str = "Status changed";
/// The feature was made; the value is its number.
pub const CREATED: &str = "Feature created";
