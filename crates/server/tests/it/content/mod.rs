//! Stories of Cloud Integration tenants and of the Content Agent.

mod agent;
mod check;
mod configuration;
pub mod land;
mod landscape;
mod locks;
mod odata;
mod packages;
mod runtime;
mod transfer;
mod transport;
