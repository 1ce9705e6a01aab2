//! Cloud Foundry API v3: `/cf`.
//!
//! One file per resource; [`query`] reads filters and cuts pages, [`view`] and [`service_view`] have every conversion
//! to the wire. Not here: tokens and log-in (`api/uaa`).

mod constants;
mod domains;
mod empty;
pub(super) mod error;
mod features;
mod instances;
mod keys;
mod market;
mod orgs;
mod query;
mod roles;
mod service_view;
mod spaces;
mod users;
mod view;
mod work;

use axum::Router;
use axum::routing::get;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    let v3 = Router::new()
        .merge(constants::routes())
        .merge(empty::routes())
        .merge(features::routes())
        .merge(orgs::routes())
        .merge(spaces::routes())
        .merge(roles::routes())
        .merge(users::routes())
        .merge(domains::routes())
        .merge(market::routes())
        .merge(instances::routes())
        .merge(keys::routes())
        .merge(work::routes())
        .fallback(error::unknown)
        .method_not_allowed_fallback(error::unknown);
    Router::new()
        .route("/cf/", get(constants::root))
        .route("/cf", get(constants::root))
        .route("/cf/v3/", get(constants::v3))
        .nest("/cf/v3", v3)
}
