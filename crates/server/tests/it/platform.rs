//! Accounts, entitlements, environments, subscriptions, service instances and keys.

mod accounts;
mod entitlements;
mod environments;
mod instances;
mod keys;
mod kit;
mod revoked;
mod scopes;
mod service_manager;
mod subscriptions;
