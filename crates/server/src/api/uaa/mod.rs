//! Token service of all zones and of Cloud Foundry: `/uaa/{zone}/…`, `/cf-uaa/…`, roles and users.
//!
//! The same handlers serve both; [`realm::InRealm`] says which realm an address means. Roles and role collections are
//! a zone's only, the log-in page of the cf command line is Cloud Foundry's only.

mod error;
mod keys;
mod login;
mod realm;
mod token;
mod view;

use axum::Router;
use axum::routing::{any, delete, get};
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .route("/uaa/token_keys", get(keys::of_any_zone))
        .nest("/uaa/{zone}", tokens())
        .nest("/cf-uaa", tokens().merge(cloud_foundry()))
}

fn tokens() -> Router<Cx> {
    Router::new()
        .route("/oauth/token", any(token::token))
        .route("/oauth/token/", any(token::token))
        .route("/oauth/token/{*rest}", any(token::token))
        .route("/token_keys", get(keys::all))
        .route("/token_key", get(keys::signing))
        .route("/userinfo", get(token::userinfo))
        .route("/.well-known/openid-configuration", get(keys::discovery))
}

fn cloud_foundry() -> Router<Cx> {
    Router::new()
        .route("/login", get(login::info))
        .route("/info", get(login::info))
        .route("/oauth/token/revoke/{jti}", delete(token::revoke))
}
