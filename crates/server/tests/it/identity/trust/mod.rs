//! Signing in with another identity provider.

mod cockpit;
mod people;
mod refused;
mod stub;
mod ways;
