//! Floor 0: what Ropeway knows, without a way to do anything.
//!
//! Here live the ids, entities, states and rules: pure functions over plain data. Not here: SQL, HTTP, files,
//! clocks that tick by themselves, anything `async`. A rule that needs the time or the random source gets it as
//! an argument.

pub mod account;
pub mod action;
pub mod activity;
pub mod address;
pub mod artifact;
pub mod blob;
pub mod catalog;
pub mod cf;
pub mod deploy_url;
pub mod deployment;
pub mod destination;
pub mod ext_descriptor;
pub mod feature;
pub mod first_landscape;
pub mod guide;
pub mod id;
pub mod import;
pub mod import_log;
pub mod instance;
pub mod landscape;
pub mod matrix;
pub mod message;
pub mod node;
pub mod operation;
pub mod package;
pub mod queue;
pub mod request;
pub mod role;
pub mod route;
pub mod runtime;
pub mod time;
pub mod word;
pub mod work;

pub use blob::BlobId;
pub use id::*;
pub use time::{Clock, Time};
