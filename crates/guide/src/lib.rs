//! Floor 2: the guide as a program. Connects the services in 54 steps, as an outside client over the public wire.
//!
//! [`STEPS`] is the one list of steps: `ropeway guide run` performs it ([`run`]), `ropeway guide check` looks at a
//! landscape with it ([`check`]), and the page shows it. This crate knows nothing of engine and store: what it sees is
//! what any client sees. Step numbers and titles follow the checklist of the reference (steps 1–54; step 0 is what the
//! guide takes for granted).

mod check;
mod failure;
pub mod landscape;
mod output;
mod proof;
mod report;
pub mod run;
mod sample;
mod session;
mod web;

pub use check::check;
pub use failure::Failure;
pub use model::guide::{STEPS, Step};
pub use output::Files;
pub use proof::Proof;
pub use report::{Report, Status, StepReport};
pub use run::{Options, Progress, run};
pub use sample::sample_package;
