//! People, roles, OAuth clients, tokens and signing keys.

pub mod token;
