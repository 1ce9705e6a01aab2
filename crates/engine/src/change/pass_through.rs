//! The pass-through: producers call Cloud ALM as if it were transport management, and ALM hears of every transport.
//!
//! What came back goes back unchanged, refusals too. Errors of our own are only: no token, a missing scope, a call that
//! would go round the features, and transport management not answering.

use super::ctms;
use super::record::{self, Entry};
use super::right::{PassRead, PassWrite};
use super::sync;
use super::tenant::enter;
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use bytes::Bytes;
use client::{Body, Call, Method, Response};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use std::sync::Arc;

/// The most that a call of a node, or the answer to one, holds.
pub const LARGEST_JSON: usize = 1 << 20;

/// Content, piece by piece.
pub type Content = BoxStream<'static, std::io::Result<Bytes>>;

/// A call to be handed on.
pub struct Passed {
    /// `GET`, …
    pub method: String,
    /// Below the root of the pass-through, as it was sent: encoded, doubled slashes and all.
    pub path: String,
    /// As it was sent.
    pub query: Option<String>,
    /// Headers that are kept: media types, language, the named user.
    pub headers: Vec<(String, String)>,
    /// The media type of the content.
    pub content_type: Option<String>,
    /// How long the content is, if that was said.
    pub length: Option<u64>,
    pub content: Content,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    /// Headers that are kept.
    pub headers: Vec<(String, String)>,
    pub content: Content,
}

/// What a call is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Changes nothing.
    Read,
    /// Content that is only handed on.
    Content,
    /// Makes a transport.
    Transport(Entry),
}

/// Headers of answers that are kept.
const KEPT: [&str; 5] = ["content-type", "content-length", "content-disposition", "retry-after", "location"];

fn classify(method: &str, path: &str) -> Option<Kind> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    match (method, segments.as_slice()) {
        ("GET" | "HEAD", _) => Some(Kind::Read),
        ("POST", ["v2", "files", "upload"])
        | ("POST", ["v2", "nodes", _, "mtaExtDescriptors"])
        | ("PUT", ["v2", "nodes", _, "mtaExtDescriptors", _]) => Some(Kind::Content),
        ("POST", ["v2", "nodes", "export"]) => Some(Kind::Transport(Entry::Export)),
        ("POST", ["v2", "nodes", "upload"]) => Some(Kind::Transport(Entry::Upload)),
        _ => None,
    }
}

/// The path with single slashes. One that would lead out of transport management is none.
fn collapsed(path: &str) -> Option<String> {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let mut out = String::new();
    for segment in segments {
        let dots = segment.to_ascii_lowercase().replace("%2e", ".");
        if matches!(dots.as_str(), "." | "..") || segment.contains('\\') {
            return None;
        }
        out.push('/');
        out.push_str(segment);
    }
    Some(out)
}

/// Hands a call on.
///
/// # Errors
/// Forbidden without the scope, for another tenant, and for calls that go round the features; unavailable when
/// transport management does not answer.
pub async fn pass(cx: &Cx, identity: Arc<Identity>, tenant: &str, passed: Passed) -> Result<Answer> {
    match passed.method.as_str() {
        "GET" | "HEAD" => drop(Caller::<PassRead>::new(Arc::clone(&identity))?),
        _ => drop(Caller::<PassWrite>::new(Arc::clone(&identity))?),
    }
    let (who, name) = (Arc::clone(&identity), tenant.to_owned());
    cx.db.read(async move |tx| enter(tx, &who, &name).await).await?;
    let unknown = || Error::not_found(format!("'{}' is no path of Cloud Transport Management", passed.path));
    let path = collapsed(&passed.path).ok_or_else(unknown)?;
    match classify(&passed.method, &path) {
        Some(Kind::Transport(entry)) => transport(cx, &identity, (entry, path), passed).await,
        Some(_) => {
            let body = Body::once(passed.content_type.as_deref(), passed.length, passed.content);
            let body = if matches!(passed.method.as_str(), "GET" | "HEAD") { Body::none() } else { body };
            let call = call(&passed.method, &path, passed.query.as_deref(), &passed.headers)?.body(body);
            Ok(answer(send(cx, &identity, call).await?))
        }
        None => Err(Error::forbidden(format!(
            "{} {path} is not handed on: it would go round the features of Cloud ALM; deploy with a feature instead, or \
             call transport management directly",
            passed.method
        ))),
    }
}

fn call(method: &str, path: &str, query: Option<&str>, headers: &[(String, String)]) -> Result<Call> {
    let method = method.parse::<Method>().map_err(|_| Error::invalid("the method is malformed"))?;
    let path = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    Ok(headers.iter().fold(Call::new(method, path), |call, (name, value)| call.header(name, value)))
}

async fn send(cx: &Cx, identity: &Identity, call: Call) -> Result<Response> {
    let target = ctms::target(cx, identity.subaccount()?).await?;
    cx.http.call(&target, call).await.map_err(unreachable)
}

/// 504 when it was too slow, 502 for everything else.
fn unreachable(error: client::Error) -> Error {
    let code = if *error.kind() == client::Kind::Timeout { "gateway_timeout" } else { "bad_gateway" };
    Error::upstream(format!("Cloud Transport Management did not answer: {error}")).with_code(code).because(error)
}

fn kept(response: &Response) -> Vec<(String, String)> {
    let header = |name: &&str| Some(((*name).to_owned(), response.header(name)?.to_owned()));
    KEPT.iter().filter_map(header).collect()
}

fn answer(response: Response) -> Answer {
    let (status, headers) = (response.status().as_u16(), kept(&response));
    Answer { status, headers, content: response.stream().map(|piece| piece.map_err(std::io::Error::other)).boxed() }
}

/// A call that makes a transport: it is read, because the transport will be noted before the producer hears of it.
async fn transport(cx: &Cx, identity: &Identity, (entry, path): (Entry, String), passed: Passed) -> Result<Answer> {
    let Passed { method, query, headers, content_type, content, .. } = passed;
    let sent = collect(content).await?;
    sync::expect(cx, identity.subaccount()?).await?;
    let body = Body::bytes(content_type.as_deref().unwrap_or("application/json"), sent.clone());
    let response = send(cx, identity, call(&method, &path, query.as_deref(), &headers)?.body(body)).await?;
    let (status, headers) = (response.status(), kept(&response));
    let bytes = response.bytes(LARGEST_JSON).await.map_err(unreachable)?;
    if status.is_success() {
        // The transport exists whatever happens here, so the producer must hear of it; a sync notes it later.
        if let Err(error) = note(cx, identity, entry, (&sent, &bytes)).await {
            tracing::error!(error = %error.chain(), "a transport could not be noted; the next sync will do it");
        }
    }
    let content = futures_util::stream::iter([Ok(bytes)]).boxed();
    Ok(Answer { status: status.as_u16(), headers, content })
}

async fn note(cx: &Cx, identity: &Identity, entry: Entry, (sent, answered): (&[u8], &[u8])) -> Result<()> {
    record::after(cx, identity, entry, read(sent)?, read(answered)?).await
}

fn read<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    wire::json::read(bytes).map_err(|error| Error::internal("a body that passed through cannot be read").because(error))
}

async fn collect(mut content: Content) -> Result<Bytes> {
    let mut all = bytes::BytesMut::new();
    while let Some(piece) = content.next().await {
        let piece = piece.map_err(|e| Error::invalid("the body broke off").because(e))?;
        if all.len() + piece.len() > LARGEST_JSON {
            return Err(Error::new(crate::Kind::TooLarge, format!("the body is larger than {LARGEST_JSON} bytes")));
        }
        all.extend_from_slice(&piece);
    }
    Ok(all.freeze())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_handed_on() {
        assert_eq!(classify("GET", "/v2/anything/at/all"), Some(Kind::Read));
        assert_eq!(classify("POST", "/v2/files/upload"), Some(Kind::Content));
        assert_eq!(classify("POST", "/v2/nodes/export"), Some(Kind::Transport(Entry::Export)));
        assert_eq!(classify("POST", "/v2/nodes/upload"), Some(Kind::Transport(Entry::Upload)));
        assert_eq!(classify("POST", "/v2/nodes/7/mtaExtDescriptors"), Some(Kind::Content));
        assert_eq!(classify("PUT", "/v2/nodes/7/mtaExtDescriptors/3"), Some(Kind::Content));
        for (method, path) in [
            ("POST", "/v2/nodes/7/transportRequests/import"),
            ("POST", "/v2/nodes/7/transportRequests/importAll"),
            ("POST", "/v2/nodes"),
            ("DELETE", "/v2/files/3"),
            ("DELETE", "/v2/nodes/7/mtaExtDescriptors/3"),
            ("PATCH", "/v2/nodes/export"),
        ] {
            assert_eq!(classify(method, path), None, "{method} {path}");
        }
    }

    #[test]
    fn doubled_slashes_are_one() {
        assert_eq!(collapsed("//v2//nodes/").as_deref(), Some("/v2/nodes"));
        assert_eq!(collapsed("/v2/nodes/a%2Fb").as_deref(), Some("/v2/nodes/a%2Fb"));
    }

    #[test]
    fn no_path_leads_out() {
        for path in ["/v2/../../api/v1/x", "/v2/%2e%2E/x", "/v2/.%2e/x", "/..", "/v2/..\\..\\x", "/./v2"] {
            assert_eq!(collapsed(path), None, "{path}");
        }
    }

    #[test]
    fn too_slow_is_504_and_the_rest_502() {
        let code = |kind| unreachable(client::Error::new(kind, "x")).code();
        assert_eq!(code(client::Kind::Timeout), Some("gateway_timeout"));
        assert_eq!(code(client::Kind::Connect), Some("bad_gateway"));
        assert_eq!(code(client::Kind::Token), Some("bad_gateway"));
    }
}
