//! What these tests are made of: the binary as a child process, calls that may fail, a landscape, archives.

mod api;
mod archive;
mod landscape;
mod process;
mod random;
mod tamper;

pub(crate) use api::{Answer, Api, Lost, Sent};
pub(crate) use archive::mtar;
pub(crate) use landscape::{Landscape, service_token};
pub(crate) use process::{Home, Server, command, run};
pub(crate) use random::Random;
pub(crate) use tamper::change;
