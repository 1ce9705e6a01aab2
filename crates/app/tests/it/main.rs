//! The real binary as a process: what only a process can show. Stories of the services are in `crates/server/tests`.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

mod audit;
mod cli;
mod faults;
mod first_start;
mod full_disk;
mod guide;
mod kit;
mod operator;
mod secrecy;
mod shutdown;
mod tls;
