//! The deploy service, spoken to over SLP.

mod errors;
mod kit;
mod lifecycle;
mod protocol;
