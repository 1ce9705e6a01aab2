//! Cloud Foundry as its API shows it, and the deploy service.
//!
//! | module | what |
//! |---|---|
//! | [`rights`] | who may call, and what roles allow |
//! | [`org`], [`space`], [`role`], [`user`] | organizations, spaces, and who may do what in them |
//! | [`market`] | which plans can be used where |
//! | [`instance`], [`key`] | service instances and their keys, with those that are being made |
//! | [`user_provided`] | instances that no broker made: credentials that somebody provides |
//! | [`work`] | calls that go on after their answer |
//! | [`place`] | a space that archives are deployed to, entered by somebody who may |
//! | [`file`] | archives, parts and extension descriptors that were uploaded |
//! | [`operation`] | an archive on its way into a space |
//! | [`metadata`] | labels and annotations of all of them |
//!
//! Service instances and keys are the platform's (`platform::instance`, `platform::binding`). Not here: paging and
//! links (`server/src/api/cf`), SLP documents (`server/src/api/deploy`).

mod attached;
pub mod file;
pub mod instance;
pub mod key;
pub mod last;
mod making;
pub mod market;
pub mod metadata;
pub mod operation;
pub mod org;
pub mod place;
pub mod rights;
pub mod role;
pub mod space;
pub mod user;
pub mod user_provided;
pub mod work;
