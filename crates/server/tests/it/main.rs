//! API stories, in process: one module per area.

extern crate ropeway_server as server;

mod cf;
mod content;
mod destination;
mod identity;
mod operations;
mod platform;
mod transport;
