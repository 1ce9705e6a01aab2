//! The deploy service, spoken to over SLP.

mod configuration;
mod errors;
mod kit;
mod lifecycle;
mod protocol;
