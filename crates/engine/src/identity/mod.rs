//! People, roles, OAuth clients, tokens and signing keys.
//!
//! A *zone* is the realm that tokens belong to: one per subaccount, one for the global account, and Cloud Foundry's
//! own, which is always there. People are the same everywhere; what they may do is said per zone. A token's way:
//! [`grant`] checks client and person, [`token`] puts the claims together and signs them with a key of [`keys`], and
//! later [`token::verify`] reads them back. Who signs in elsewhere comes by [`trust`]. Not here: the OAuth wire (`server/src/api/uaa`), and what a scope means
//! (each service's rights, by `model::role`).

pub mod authorize;
pub mod cf_clients;
pub mod client;
mod code;
pub mod collections;
pub mod grant;
mod ground;
mod id_token;
pub mod jwt;
pub mod keys;
mod opaque;
pub mod page;
pub mod passcode;
mod password;
pub mod person;
mod recent;
pub mod rights;
pub mod role_editing;
pub mod roles;
pub mod session;
pub mod throttle;
pub mod token;
pub mod trust;
pub mod users;
pub mod zone;
