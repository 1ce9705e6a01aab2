//! Accounts, entitlements, subscriptions, service instances and keys, destinations.

pub mod destination;
