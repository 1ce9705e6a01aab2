//! The conformance suite: what both engines must do alike, and what each must do by itself.

#![expect(clippy::unwrap_used, reason = "clippy knows tests only by their attribute, not the functions they share")]

extern crate ropeway_store as store;

mod blobs;
mod collect;
mod group;
mod ids;
mod kit;
mod queue;
mod record;
mod schema;
mod sealed;
mod tls;
mod transaction;
mod upgrade;
mod work;
