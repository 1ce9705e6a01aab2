//! Stories of Cloud Integration tenants and of the Content Agent.

mod configuration;
mod land;
mod locks;
mod odata;
mod packages;
mod transfer;
