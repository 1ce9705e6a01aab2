//! Tokens, keys, people and roles.

mod grants;
mod kit;
mod people;
mod roles;
mod tokens;
