//! Floor 2: the use cases. What a caller may ask of Ropeway, whichever wire the wish came over.
//!
//! A use case is three paragraphs: load, decide (a pure function of `model`), save; it opens its own transaction
//! with [`Cx::db`](cx::Cx). Not here: HTTP, JSON of foreign APIs, SQL text.
//!
//! | area | what it does |
//! |---|---|
//! | [`identity`] | people, roles, OAuth clients, tokens and signing keys |
//! | [`platform`] | accounts, entitlements, subscriptions, service instances and keys, destinations |
//! | [`transport`] | upload → request → queue → import → run → log |
//! | [`change`] | Cloud ALM: projects, features, their transports, the pass-through |
//! | [`content`] | Cloud Integration tenants, and the Content Agent |
//! | [`cf`] | Cloud Foundry: organizations, spaces, roles, instances |
//! | [`slp`] | the deploy service |
//! | [`guide`] | how far an installation is with the guide |
//! | [`farewell`] | what ends in all areas with a subaccount or a subscription |
//! | [`work`] | durable work: ordered in a transaction, done step by step outside of it |

pub mod audit;
pub mod caller;
pub mod cf;
pub mod change;
pub mod content;
pub mod cx;
pub mod error;
pub mod farewell;
pub mod guide;
pub mod identity;
pub mod live;
pub mod memory;
pub mod platform;
pub mod random;
pub mod sealed_blob;
pub mod slp;
pub mod transport;
pub mod vault;
pub mod version;
pub mod visit;
pub mod work;

pub use caller::{Caller, Identity, Permission};
pub use cx::{Cx, Settings};
pub use error::{Error, Kind, Result};
pub use model::address::Addresses;
pub use model::{Clock, Time};

/// Runs `work` under this correlation id; every outbound call it makes carries the id.
pub async fn correlation<F: Future>(id: String, work: F) -> F::Output {
    client::correlation::scope(id, work).await
}

/// The correlation id of the call being served, for answers that name it.
#[must_use]
pub fn current_correlation() -> Option<String> {
    client::correlation::current()
}

/// Whether requests can be served: the database answers.
///
/// # Errors
/// Unavailable, when it does not.
pub async fn ready(cx: &Cx) -> Result<()> {
    cx.db.read(async move |tx| Ok(store::work::next_change(tx).await.map(|_| ())?)).await
}
