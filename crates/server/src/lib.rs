//! Floor 3: HTTP. Handlers extract, call one use case, and view its answer; nothing else.
//!
//! [`router`] is the whole server as one value, so tests call it without a socket. Not here: rules, SQL, calls to
//! the outside.

pub mod api;
pub mod auth;
mod disposition;
pub mod edge;
mod form;
pub mod listener;
mod memory;
pub mod ops;
mod page;
mod paging;
pub mod service;
mod visit;

use axum::Router;
use axum::middleware::from_fn_with_state;
use engine::Cx;

/// Every service, on one listener.
pub fn router(cx: Cx) -> Router {
    let services = Router::new()
        .merge(ops::routes())
        .merge(api::uaa::routes())
        .merge(api::accounts::routes())
        .merge(api::service_manager::routes())
        .merge(api::destination::routes())
        .merge(api::cf::routes())
        .merge(api::deploy::routes())
        .merge(api::tms::routes())
        .merge(api::content_agent::routes())
        .merge(api::cpi::routes())
        .merge(api::alm::routes())
        .merge(api::ropeway::routes())
        .merge(page::routes())
        .fallback(api::unknown::path)
        .method_not_allowed_fallback(api::unknown::method)
        .layer(from_fn_with_state(cx.clone(), visit::visited))
        .with_state(cx.clone());
    edge::wrap(services, cx)
}

/// What an operator asks, on an address of its own.
pub fn operator_router(cx: Cx) -> Router {
    let services = ops::routes().fallback(api::unknown::path).with_state(cx.clone());
    edge::wrap(services, cx)
}
