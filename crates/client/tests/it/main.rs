//! The outbound client against a small server of our own.

mod allow;
mod calls;
mod server;
mod tls;
mod tokens;
