//! One folder per service: `mod.rs` has its routes, one file per resource, `view.rs` every conversion to the wire,
//! `error.rs` its error dialect.

pub mod accounts;
pub mod alm;
pub mod cf;
pub mod content_agent;
pub mod cpi;
pub mod deploy;
pub mod destination;
pub mod ropeway;
pub mod service_manager;
pub mod tms;
pub mod uaa;
pub(crate) mod unknown;
