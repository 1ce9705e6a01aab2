//! The deploy service, spoken to over SLP.

mod chain;
mod configuration;
mod descriptor;
mod errors;
mod hops;
mod kit;
mod lifecycle;
mod pairs;
mod protocol;
mod secrets;
