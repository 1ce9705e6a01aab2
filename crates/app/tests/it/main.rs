//! The real binary as a process: what only a process can show. Stories of the services are in `crates/server/tests`.

mod audit;
mod cli;
mod faults;
mod kit;
mod secrecy;
mod shutdown;
mod tls;
