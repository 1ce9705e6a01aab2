//! Cloud Integration tenants: `/cpi/{tenant}/api/v1` (OData V2) and the transport module.
//!
//! OData addresses cannot be told apart by a router of path segments (`Flows(Id='a/b',Version='active')`), so one
//! handler reads them ([`odata_service`]) and hands the call to the file of its resource. `schema` declares what
//! `$metadata` says; `view` has every conversion.

mod artifacts;
mod call;
mod configurations;
mod endpoints;
pub(super) mod error;
mod expand;
mod list;
mod locks;
mod messages;
mod odata_service;
mod packages;
mod resources;
mod runtime;
mod schema;
mod session;
mod tags;
mod transport_module;
mod view;

use axum::Router;
use axum::routing::{any, get};
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .route("/cpi/{tenant}/api/v1", any(odata_service::handle))
        .route("/cpi/{tenant}/api/v1/", any(odata_service::handle))
        .route("/cpi/{tenant}/api/v1/{*path}", any(odata_service::handle))
        .route("/cpi/{tenant}/api/1.0/transportmodule/Transport", get(transport_module::list))
        .route(
            "/cpi/{tenant}/api/1.0/transportmodule/Transport/packages/{id}",
            get(transport_module::read).put(transport_module::write),
        )
}
