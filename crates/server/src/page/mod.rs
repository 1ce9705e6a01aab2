//! What browsers get beside the API: the page's files, and signing in.
//!
//! The page is a client of `/api/v1`; nothing here knows a screen. Signing in needs no script, so that it works before
//! the page is there, and for those who only come for a code.

pub(crate) mod cookie;
mod files;
mod plain;
mod provider;
mod sign_in;

pub(crate) use plain::{notice, show_code};
pub(crate) use sign_in::{is_foreign, sign_in_first};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use engine::Cx;

/// Nobody who signs in has proven anything yet, so little is read of him, in bytes.
const LARGEST: usize = 16 << 10;

/// Its routes, below the root of the server.
pub(crate) fn routes() -> Router<Cx> {
    Router::new()
        .route("/sign-in", get(sign_in::form).post(sign_in::sign_in))
        .route("/sign-in/{origin}", get(provider::begin))
        .route("/sign-in/{origin}/callback", get(provider::end))
        .route("/sign-out", axum::routing::post(sign_in::sign_out))
        .layer(DefaultBodyLimit::max(LARGEST))
        .merge(files::routes())
}
