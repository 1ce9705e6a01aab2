//! Operations: `/healthz` (the process lives), `/readyz` (it can serve), `/metrics` (Prometheus; the recorder is
//! installed by `app`, which hands the rendering in as an extension).

use axum::extract::State;
use axum::routing::get;
use axum::{Extension, Json, Router};
use engine::Cx;
use http::StatusCode;
use serde_json::{Value, json};
use std::sync::Arc;

/// Renders the metrics as text.
pub type Render = Arc<dyn Fn() -> String + Send + Sync>;

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

async fn metrics(render: Option<Extension<Render>>) -> (StatusCode, String) {
    match render {
        Some(Extension(render)) => (StatusCode::OK, render()),
        None => (StatusCode::NOT_FOUND, "metrics are not enabled\n".to_owned()),
    }
}
