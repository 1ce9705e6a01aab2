//! The account services: `/accounts`, `/entitlements`, `/provisioning`, `/saas-manager`, `/jobs-management`.
//!
//! Each resource has its file; [`view`] turns our types into theirs, [`error`] our refusals.

mod applications;
mod entitlements;
mod environments;
pub(super) mod error;
mod jobs;
mod subaccounts;
mod view;

use axum::routing::{get, post, put};
use axum::{Router, middleware};
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .route("/accounts/v1/globalAccount", get(subaccounts::global))
        .route("/accounts/v1/subaccounts", get(subaccounts::list).post(subaccounts::create))
        .route(
            "/accounts/v1/subaccounts/{guid}",
            get(subaccounts::get).patch(subaccounts::update).delete(subaccounts::delete),
        )
        .route("/entitlements/v1/assignments", get(entitlements::list))
        .route("/entitlements/v1/globalAccountAssignments", get(entitlements::list))
        .route("/entitlements/v1/subaccountServicePlans", put(entitlements::assign))
        .route("/provisioning/v1/availableEnvironments", get(environments::available))
        .route("/provisioning/v1/environments", get(environments::list).post(environments::create))
        .route("/provisioning/v1/environments/{id}", get(environments::get).delete(environments::delete))
        .route("/saas-manager/v1/applications", get(applications::list))
        .route("/saas-manager/v1/applications/{app}", get(applications::get))
        .route(
            "/saas-manager/v1/applications/{app}/subscription",
            post(applications::subscribe).delete(applications::unsubscribe),
        )
        .route("/jobs-management/v1/jobs/{id}/status", get(jobs::status))
        .route("/api/v2.0/jobs/{id}", get(jobs::subscription))
        .layer(middleware::from_fn(error::render))
}
