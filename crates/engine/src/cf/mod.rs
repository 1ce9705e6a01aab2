//! Cloud Foundry as its API shows it.
//!
//! | module | what |
//! |---|---|
//! | [`environment`] | the organization that a subaccount gets as its environment instance |
//! | [`rights`] | who may call, and what roles allow |
//! | [`org`], [`space`], [`role`], [`user`] | organizations, spaces, and who may do what in them |
//! | [`market`] | which plans can be used where |
//! | [`instance`], [`key`] | service instances and their keys, with those that are being made |
//! | [`user_provided`] | instances that no broker made: credentials that somebody provides |
//! | [`async_call`] | calls that go on after their answer |
//! | [`overview`] | organizations and spaces as the page shows them, with what may be done |
//! | [`metadata`] | labels and annotations of all of them |
//!
//! Service instances and keys are the platform's (`platform::instance`, `platform::binding`). Not here: paging and
//! links (`server/src/api/cf`).

pub mod async_call;
pub mod environment;
pub mod instance;
pub mod key;
pub mod last_operation;
pub mod market;
pub mod metadata;
pub mod org;
pub mod overview;
mod pending;
mod provision;
pub mod rights;
pub mod role;
pub mod space;
pub mod user;
pub mod user_provided;
