//! The correlation id of the call being served: set at the edge, sent along on every call that it causes.

use std::future::Future;

tokio::task_local! {
    static CURRENT: String;
}

/// The header that carries it.
pub const HEADER: &str = "x-correlation-id";

/// Runs `work` under this id.
pub async fn scope<F: Future>(id: String, work: F) -> F::Output {
    CURRENT.scope(id, work).await
}

/// The id of the call being served, when there is one.
#[must_use]
pub fn current() -> Option<String> {
    CURRENT.try_with(Clone::clone).ok()
}
