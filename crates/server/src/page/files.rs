//! The page's files, built by `cargo xtask ui` and kept in the binary, compressed. A debug build reads them from the disk.

use axum::Router;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use engine::Cx;
use flate2::read::GzDecoder;
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::io::Read;

/// What is text is there in its two compressed forms only.
#[derive(RustEmbed)]
#[folder = "../../ui/dist/page"]
#[exclude = "*.js"]
#[exclude = "*.css"]
#[exclude = "*.html"]
#[exclude = "*.json"]
#[exclude = "*.svg"]
#[exclude = "*.map"]
#[allow_missing = true]
struct Files;

/// Everything comes from this server, and nothing that stands in a page is run. Styles in attributes are what UI5 and
/// React Flow place things with.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'; object-src 'none'";
/// A name with a digest in it means the same for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

const MISSING: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Ropeway</title>\
    <h1>Ropeway is running, without its page</h1>\
    <p>This server was built without Node, so the page is not in it; everything else is. \
    <code>cargo xtask ui</code> builds the page, the next build of the server takes it in.</p>\
    <p><a href=\"/api/v1/openapi.json\">The description of its API</a></p></html>";

/// The page for every address of a screen, and its files.
pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/", get(page))
        .route("/s/{*rest}", get(page))
        .route("/account", get(page))
        .route("/account/{*rest}", get(page))
        .route("/guide", get(page))
        .route("/profile", get(page))
        .route("/about", get(page))
        .route("/about/{*rest}", get(page))
        .route("/ui-assets/{*name}", get(asset))
}

async fn page(headers: HeaderMap) -> Response {
    shown(&headers, StatusCode::OK)
}

/// The page, which says itself what is not there.
pub(crate) fn shown(headers: &HeaderMap, status: StatusCode) -> Response {
    let policy = [(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY))];
    let mut response = match file("index.html", headers) {
        Some(response) => (policy, response).into_response(),
        None => (policy, Html(MISSING)).into_response(),
    };
    *response.status_mut() = status;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    match file(&format!("ui-assets/{name}"), &headers) {
        Some(response) => ([(CACHE_CONTROL, HeaderValue::from_static(FOR_EVER))], response).into_response(),
        None => (StatusCode::NOT_FOUND, "there is no such file; load the page again").into_response(),
    }
}

fn file(name: &str, headers: &HeaderMap) -> Option<Response> {
    let kind = HeaderValue::from_static(kind(name));
    if let Some(plain) = Files::get(name) {
        return Some(([(CONTENT_TYPE, kind)], plain.data.into_owned()).into_response());
    }
    let (encoding, file) = compressed(name, accepted(headers))?;
    let mut response = match encoding {
        "identity" => inflated(&file)?.into_response(),
        _ => ([(CONTENT_ENCODING, HeaderValue::from_static(encoding))], file.data.into_owned()).into_response(),
    };
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    Some(response)
}

fn compressed(name: &str, accepted: &str) -> Option<(&'static str, EmbeddedFile)> {
    match accepted {
        "br" => Files::get(&format!("{name}.br")).map(|file| ("br", file)),
        encoding => {
            let encoding = if encoding == "gzip" { "gzip" } else { "identity" };
            Files::get(&format!("{name}.gz")).map(|file| (encoding, file))
        }
    }
}

/// The best encoding that the client takes.
fn accepted(headers: &HeaderMap) -> &'static str {
    let given = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes = |name: &str| {
        given
            .split(',')
            .filter_map(|part| part.trim().split_once(';').or(Some((part.trim(), ""))))
            .any(|(given, q)| given.eq_ignore_ascii_case(name) && !matches!(q.trim(), "q=0" | "q=0.0"))
    };
    ["br", "gzip"].into_iter().find(|name| takes(name)).unwrap_or("identity")
}

fn inflated(file: &EmbeddedFile) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    GzDecoder::new(file.data.as_ref()).read_to_end(&mut plain).ok()?;
    Some(plain)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_encoding_that_the_client_takes() {
        let accepts = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_str(text).unwrap());
            accepted(&headers)
        };
        assert_eq!(accepts("gzip, deflate, br"), "br");
        assert_eq!(accepts("gzip;q=0.5, br;q=0"), "gzip");
        assert_eq!(accepts("deflate"), "identity");
        assert_eq!(accepted(&HeaderMap::new()), "identity");
    }
}
