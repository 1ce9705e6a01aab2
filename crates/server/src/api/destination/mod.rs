//! Destination service: `/destination-configuration/v1/…`, and the find of v2.
//!
//! Both levels have the same routes; the right in a handler's first argument says which level is meant.

mod conditional;
pub(super) mod error;
mod find;
mod level;
mod paging;
mod view;

use axum::Router;
use axum::routing::get;
use engine::Cx;
use engine::platform::destination::right::{ReadInstance, ReadSubaccount, WriteInstance, WriteSubaccount};

const ROOT: &str = "/destination-configuration";

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .route(&format!("{ROOT}/v1/destinations/{{name}}"), get(find::v1))
        .route(&format!("{ROOT}/v2/destinations/{{name}}"), get(find::v2))
        .merge(level::routes::<ReadSubaccount, WriteSubaccount>(&format!("{ROOT}/v1/subaccountDestinations")))
        .merge(level::routes::<ReadInstance, WriteInstance>(&format!("{ROOT}/v1/instanceDestinations")))
}
