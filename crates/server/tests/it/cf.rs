//! Cloud Foundry, spoken to as its command line does.

mod kit;
mod orgs;
mod services;
