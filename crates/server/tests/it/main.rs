//! API stories, in process: one module per area.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

extern crate ropeway_server as server;

mod cf;
mod change;
mod cockpit;
mod collector;
mod content;
mod deploy;
mod destination;
mod edge;
mod farewell;
mod guided;
mod identity;
mod listener;
mod operations;
mod platform;
mod ropeway;
mod routed;
mod steps;
mod transport;
mod unknown;
