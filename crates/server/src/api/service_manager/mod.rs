//! Service Manager: `/service-manager/v1`. The token's zone says which subaccount is meant.
//!
//! Offerings and plans are those the subaccount is entitled to; [`instances`] and [`bindings`] those that are in no
//! Cloud Foundry space. [`query`] reads `fieldQuery` and `labelQuery`, [`paging`] makes pages.

mod bindings;
mod catalogue;
pub(super) mod error;
mod instances;
mod operations;
mod paging;
mod query;
mod view;

use axum::Router;
use axum::routing::get;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    let v1 = Router::new()
        .route("/service_offerings", get(catalogue::offerings))
        .route("/service_offerings/{id}", get(catalogue::offering))
        .route("/service_plans", get(catalogue::plans))
        .route("/service_plans/{id}", get(catalogue::plan))
        .route("/service_instances", get(instances::list).post(instances::create))
        .route("/service_instances/{id}", get(instances::get).patch(instances::update).delete(instances::delete))
        .route("/service_instances/{id}/parameters", get(instances::parameters))
        .route("/service_instances/{id}/operations/{operation}", get(operations::of_instance))
        .route("/service_bindings", get(bindings::list).post(bindings::create))
        .route("/service_bindings/{id}", get(bindings::get).delete(bindings::delete))
        .route("/service_bindings/{id}/parameters", get(bindings::parameters))
        .route("/service_bindings/{id}/operations/{operation}", get(operations::of_binding));
    Router::new().nest("/service-manager/v1", v1)
}
