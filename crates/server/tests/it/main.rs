//! API stories, in process: one module per area.

extern crate ropeway_server as server;

mod identity;
mod operations;
