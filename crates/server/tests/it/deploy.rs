//! The deploy service, spoken to over SLP.

mod configuration;
mod descriptor;
mod errors;
mod hops;
mod kit;
mod lifecycle;
mod protocol;
