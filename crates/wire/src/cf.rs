//! Cloud Foundry API v3.
