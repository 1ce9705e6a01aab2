//! Transport management: landscape, uploads, queues, imports, and what clients need on the wire.

mod concurrent;
mod deploy;
mod fake;
mod fields;
mod forward;
mod import;
mod kit;
mod landscape;
mod paging;
mod quirks;
mod rights;
mod transitions;
mod upload;
