//! Token service of all zones and of Cloud Foundry: `/uaa/{zone}/…`, `/cf-uaa/…`, roles and users.
//!
//! The same handlers serve both; [`realm::InRealm`] says which realm an address means. Roles and role collections are
//! a zone's only, the log-in page of the cf command line is Cloud Foundry's only.

mod authorize;
pub(super) mod error;
mod introspect;
mod keys;
mod login;
mod people;
mod realm;
mod roles;
mod scim;
mod sent;
mod token;
mod view;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, delete, get, post, put};
use engine::Cx;

/// Nobody who asks for a token has proven anything yet, so little is read of him, in bytes.
const LARGEST: usize = 256 << 10;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .route("/uaa/token_keys", get(keys::of_any_zone))
        .route("/token_keys", get(keys::of_any_zone))
        .route("/oauth/token", any(token::token_of_client))
        .route("/oauth/authorize", get(authorize::authorize_client))
        .route("/uaa/oauth/authorize", get(authorize::authorize_client))
        .route("/uaa/oauth/token", any(token::token_of_client))
        .nest("/uaa/{zone}", tokens().merge(users()).merge(roles::routes()))
        .nest("/cf-uaa", tokens().merge(cloud_foundry()))
        .layer(DefaultBodyLimit::max(LARGEST))
}

fn tokens() -> Router<Cx> {
    Router::new()
        .route("/oauth/token", any(token::token))
        .route("/oauth/token/", any(token::token))
        .route("/oauth/token/{*rest}", any(token::token))
        .route("/oauth/token/revoke/{jti}", delete(token::revoke))
        .route("/oauth/authorize", get(authorize::authorize))
        .route("/logout.do", get(authorize::logout))
        .route("/token_keys", get(keys::all))
        .route("/token_key", get(keys::signing))
        .route("/userinfo", get(token::userinfo))
        .route("/introspect", post(introspect::introspect))
        .route("/check_token", post(introspect::check_token))
        .route("/.well-known/openid-configuration", get(keys::discovery))
}

fn users() -> Router<Cx> {
    Router::new()
        .route("/Users", get(scim::list).post(scim::create))
        .route("/Users/{id}", get(scim::get).delete(scim::delete))
}

fn cloud_foundry() -> Router<Cx> {
    Router::new()
        .route("/login", get(login::info))
        .route("/info", get(login::info))
        .route("/passcode", get(login::passcode))
        .route("/Users", get(people::list).post(people::create))
        .route("/Users/{id}", get(people::get).put(people::change).delete(people::delete))
        .route("/Users/{id}/password", put(people::password))
        .route("/oauth/clients", post(people::create_client))
        .route("/oauth/clients/{id}", get(people::client).delete(people::delete_client))
}
