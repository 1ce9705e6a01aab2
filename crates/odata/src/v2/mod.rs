//! OData V2: resource paths and keys, JSON and Atom envelopes, the service document, `$metadata`, errors.
//!
//! A service declares its [`Schema`] once, as constants; entities are rows of values in the order of the declared
//! properties, and every form of the answer is made from both.

pub mod atom;
pub mod edmx;
mod error;
pub mod json;
mod literal;
pub mod path;
mod schema;
mod xml;

pub use error::{json_error, xml_error};
pub use literal::{json_date, parse_json_date};
pub use path::{Key, Segment};
pub use schema::{Entity, EntityType, Kind, Navigation, Operation, Parameter, Property, Schema};

/// What an answer is rendered under.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// The service's root, without a slash at its end.
    pub url: &'a str,
    /// `updated` of Atom, in milliseconds.
    pub now: i64,
}

/// A list and what goes with it.
#[derive(Debug, Clone, Default)]
pub struct Feed {
    pub entities: Vec<Entity>,
    /// How many there are in all, when it was asked for.
    pub count: Option<usize>,
    /// The address of the next page.
    pub next: Option<String>,
    /// `$select`: only these properties; empty for all.
    pub select: Vec<String>,
}

/// Whether `$select` wants a property or a link; it wants all when it names none.
fn selected(select: &[String], name: &str) -> bool {
    select.is_empty() || select.iter().any(|path| path.split('/').next() == Some(name))
}

/// What `$select` says of the entities behind a link.
fn below(select: &[String], link: &str) -> Vec<String> {
    let inner = select.iter().filter_map(|path| path.strip_prefix(link)?.strip_prefix('/'));
    inner.filter(|path| *path != "*").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
