//! Operations: `/healthz` (the process lives), `/readyz` (it can serve), `/metrics` (Prometheus; the recorder is
//! installed by `app`, which hands the rendering in as an extension).

use crate::auth;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use engine::Cx;
use http::{HeaderMap, StatusCode, header};
use serde_json::{Value, json};
use std::sync::Arc;

/// Renders the metrics as text.
pub type Render = Arc<dyn Fn() -> String + Send + Sync>;

/// The metrics, and what one must know to see them.
#[derive(Clone)]
pub struct Metrics {
    pub render: Render,
    /// The bearer token that is asked for; `None`: everybody who reaches the listener may look.
    pub token: Option<String>,
}

pub(crate) fn routes() -> Router<Cx> {
    Router::new()
        .route("/healthz", get(|| async { Json(json!({"status": "UP"})) }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
}

async fn ready(State(cx): State<Cx>) -> (StatusCode, Json<Value>) {
    match engine::ready(&cx).await {
        Ok(()) => (StatusCode::OK, Json(json!({"status": "UP"}))),
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"status": "DOWN", "why": error.message()}))),
    }
}

async fn metrics(State(cx): State<Cx>, metrics: Option<Extension<Metrics>>, headers: HeaderMap) -> Response {
    let Some(Extension(metrics)) = metrics else {
        return (StatusCode::NOT_FOUND, "there are no metrics at this address\n").into_response();
    };
    let known = |token: &String| {
        let hash = cx.vault.secret_hash(token);
        auth::bearer(&headers).is_some_and(|given| cx.vault.verify(given, &hash))
    };
    if metrics.token.as_ref().is_none_or(known) {
        return ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], (metrics.render)()).into_response();
    }
    let text = "the metrics want the bearer token of security.metrics_token\n";
    (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Bearer")], text).into_response()
}
