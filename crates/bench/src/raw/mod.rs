//! What the machine could do if there were nothing but the one thing that cannot be left out.

pub(crate) mod crypto;
pub(crate) mod disk;
pub(crate) mod fixed;
pub(crate) mod job;
pub(crate) mod page;
pub(crate) mod statement;
pub(crate) mod transport;
