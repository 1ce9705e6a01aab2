//! Floor 1: what is kept, and the only crate that speaks SQL.
//!
//! Here live the two engines behind one [`Db`] (an embedded SQLite with one writer thread, and PostgreSQL), the
//! transaction [`Tx`] that every statement goes through, the migrations, one module per aggregate with its SQL, and
//! the folder of blobs. Not here: rules (they are in `model`), permissions, HTTP, clocks. The time comes in as
//! microseconds, because a test must be able to stop it.
//!
//! How to read on: [`db`] says what a transaction is, [`tx`] what can be done in one, [`sql`] and [`row`] what goes
//! in and comes out, `sqlite` and `postgres` how each engine does it, and [`dialect`] where they differ.

pub mod account;
pub mod action;
pub mod activity;
pub mod alm_deployment;
pub mod alm_transport;
pub mod artifact;
pub mod audit;
pub mod authorization_code;
pub mod binding;
pub mod blob;
pub mod blob_age;
mod blob_claim;
pub mod carried;
pub mod cf_attached;
pub mod cf_job;
pub mod cf_role;
pub mod cf_service;
pub mod cf_user;
pub mod cf_user_provided;
pub mod cis_job;
pub mod client;
mod column;
pub mod db;
pub mod deploy_file;
pub mod destination;
pub mod dialect;
pub mod entitlement;
pub mod environment;
mod error;
pub mod ext_descriptor;
pub mod feature;
pub mod file;
pub mod guide;
mod id_block;
pub mod import_run;
pub mod instance;
pub mod live;
mod migrate;
pub mod node;
pub mod operation;
pub mod org;
pub mod package;
pub mod person;
mod postgres;
mod postgres_tls;
pub mod private;
pub mod project;
pub mod queue;
pub mod request;
pub mod role;
pub mod route;
pub mod row;
pub mod sealed;
pub mod session;
pub mod setting;
pub mod sign_in;
pub mod space;
pub mod sql;
mod sqlite;
pub mod subscription;
pub mod tenant;
pub mod tenant_list;
#[cfg(feature = "test-support")]
pub mod testing;
pub mod token;
pub mod tx;
pub mod work;
mod writer;
pub mod zone;

pub use column::OrEmpty;
pub use db::{Db, DbUrl, Options};
pub use error::{Error, Result};
pub use row::{FromColumn, FromRow, Record, Row};
pub use sql::{Params, Sql, ToColumn, Value};
pub use tx::Tx;
