//! Cloud ALM: projects, features, their transports, and the pass-through to transport management.
//!
//! | module | what |
//! |---|---|
//! | [`project`], [`feature`], [`reference`](mod@reference) | what people plan |
//! | [`transport`] | which transport belongs to which feature |
//! | [`deploy`] | orders imports, `start_import` starts them; [`watch`] sees them through, also after a crash |
//! | [`sync`] | takes over what transport management says (`snapshot`); [`record`] notes what went through |
//! | [`pass_through`] | hands producers' calls on, under ALM's own credentials |
//! | [`right`], [`tenant`] | who may call, and whose data is meant |
//!
//! Transport management is called over HTTP like any other system (`ctms`), never in process, and never inside a
//! transaction. Not here: the rules (`model::feature`, `model::landscape`), JSON of the APIs.

mod ctms;
pub mod deploy;
pub mod feature;
mod forget;
pub mod history;
pub mod pass_through;
pub mod project;
pub mod record;
pub mod reference;
pub mod right;
mod snapshot;
mod start_import;
pub mod sync;
pub mod tenant;
pub mod transport;
pub mod watch;

pub use forget::forget_subaccount;

use crate::error::Error;
use model::feature::Refusal;

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        let text = refusal.to_string();
        match refusal {
            Refusal::Right(_) => Self::forbidden(text),
            Refusal::State(_) => Self::invalid(text),
            Refusal::Busy(_) => Self::conflict(text),
        }
    }
}
