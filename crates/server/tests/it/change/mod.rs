//! Cloud ALM: features, deployments and the pass-through.

mod deploy;
mod failure;
mod fake;
mod features;
mod kit;
mod odata;
mod overview;
mod passing;
mod story;
