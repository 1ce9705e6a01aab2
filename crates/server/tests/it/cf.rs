//! Cloud Foundry, spoken to as its command line does.

mod client;
mod doors;
pub(crate) mod kit;
mod lists;
mod orgs;
mod passcode;
mod routes;
mod services;
mod terraform;
mod user_provided;
