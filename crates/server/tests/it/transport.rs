//! Transport management: landscape, uploads, queues, imports, and what clients need on the wire.

mod chaos;
mod concurrent;
mod deploy;
mod fields;
mod forward;
mod import;
mod kit;
mod landscape;
mod page;
mod paging;
mod quirks;
mod rights;
pub(crate) mod secrets;
mod transitions;
mod twice;
mod upload;
mod versions;
mod whole;
