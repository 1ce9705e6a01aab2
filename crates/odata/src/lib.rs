//! Floor 0: OData without any entity of ours: query options, V2 and V4 envelopes, `$metadata`, keys and literals.

pub mod query;
pub mod v2;
pub mod v4;
