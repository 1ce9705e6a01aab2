//! The deploy service: archives on their way into a space, as SLP tells it.
//!
//! | module | what |
//! |---|---|
//! | [`place`] | a space that archives are deployed to, entered by somebody who may |
//! | [`file`] | archives, parts and extension descriptors that were uploaded |
//! | [`operation`] | an archive on its way into a space |
//!
//! Spaces and who may do what in them are Cloud Foundry's ([`crate::cf`]). Not here: SLP documents
//! (`server/src/api/deploy`).

pub mod file;
pub mod operation;
pub mod place;
