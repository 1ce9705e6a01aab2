//! Tokens, keys, people and roles.

mod authorize;
mod ended;
mod grants;
mod kit;
mod page;
mod people;
mod refused;
mod roles;
mod throttle;
mod tokens;
mod trust;
