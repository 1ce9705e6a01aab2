//! Floor 0: OData without any entity of ours: query options, V2 and V4 envelopes, `$metadata`, keys and literals.
//!
//! [`query`] reads the system query options of both versions and evaluates them over rows; a row is anything that
//! answers the value of a property. [`page`] cuts any list into pages. Not here: entity types of a service, HTTP, SQL.

mod calendar;
mod error;
pub mod page;
pub mod query;
pub mod v2;
pub mod v4;
mod value;

pub use error::{Error, Result};
pub use query::{Direction, Expr, List, Listed, Order, Query};
pub use value::Value;
