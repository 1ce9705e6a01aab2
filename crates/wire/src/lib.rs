//! Floor 0: the foreign wires. Serde types with the names and spelling of each service, used by server, client, guide
//! and tests alike. Conversions to and from our own types are elsewhere (`server/src/api/<service>/view.rs`).

mod absent;
pub mod accounts;
pub mod alm;
pub mod cf;
pub mod content_agent;
pub mod cpi;
pub mod deploy;
pub mod destination;
pub mod json;
pub mod keys;
pub mod ropeway;
pub mod service_manager;
pub mod tms;
mod unprinted;
pub mod xsuaa;
