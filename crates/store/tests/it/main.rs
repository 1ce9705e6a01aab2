//! The conformance suite: what both engines must do alike, and what each must do by itself.

extern crate ropeway_store as store;

mod kit;
mod transaction;
