//! Stories of Cloud Integration tenants and of the Content Agent.

mod agent;
mod agent_page;
mod bodies;
mod check;
mod configuration;
pub(crate) mod land;
mod landscape;
mod locks;
mod odata;
mod packages;
mod page;
mod pages;
mod paths;
mod runtime;
mod transfer;
mod transport;
