//! Clients join a base URL that ends in a slash with a path that begins with one, or end a path with one.

use super::error::Problem;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use engine::{Cx, Error};
use http::Uri;
use tower::ServiceExt;

/// Serves a path with doubled slashes, or one at its end, as the one it means; anything else that came here is unknown.
pub(super) async fn collapse(State(cx): State<Cx>, request: Request) -> Response {
    let Some(uri) = collapsed(request.uri()) else { return unknown(&request) };
    // A request of its own, because the path parameters of this route would count as those of the next.
    let (given, body) = request.into_parts();
    let mut request = Request::new(body);
    *request.method_mut() = given.method;
    *request.headers_mut() = given.headers;
    *request.uri_mut() = uri;
    let unknown = |request: Request| async move { unknown(&request) };
    let refused = super::super::unknown::method;
    let answered = super::exact().fallback(unknown).method_not_allowed_fallback(refused).with_state(cx);
    answered.oneshot(request).await.into_response()
}

fn unknown(request: &Request) -> Response {
    let (method, path) = (request.method(), request.uri().path());
    Problem::from(Error::not_found(format!("there is no operation {method} {path}"))).into_response()
}

fn collapsed(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    if !path.contains("//") && !path.ends_with('/') {
        return None;
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("/{}{query}", parts.join("/")).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::collapsed;

    #[test]
    fn only_slashes_too_many_are_taken_away() {
        let of = |uri: &str| collapsed(&uri.parse().unwrap()).map(|uri| uri.to_string());
        assert_eq!(of("/tms//v2//nodes?status=in%2cre"), Some("/tms/v2/nodes?status=in%2cre".into()));
        assert_eq!(of("/tms/v2/nodes/"), Some("/tms/v2/nodes".into()));
        assert_eq!(of("/tms/v2/nodes?x=a//b"), None);
    }
}
