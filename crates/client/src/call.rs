//! What is asked of a target: method, path, headers, body.

use crate::budget::Budget;
use crate::error::{Error, Result};
use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use reqwest::{Method, RequestBuilder, multipart};
use serde::Serialize;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Content that is sent piece by piece.
pub type Stream = BoxStream<'static, std::io::Result<Bytes>>;
/// Makes the same content anew for each attempt.
pub type Source = Arc<dyn Fn() -> BoxFuture<'static, std::io::Result<Stream>> + Send + Sync>;

/// One call.
#[derive(Debug)]
pub struct Call {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Body,
    pub(crate) timeout: Option<Duration>,
    pace: Option<Pace>,
}

/// What kind of call it is, and thereby how long it may take in all; see [`crate::Options`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// A question or an order, with content that fits into memory.
    Call,
    /// A look at something that goes on; asked again and again, so it is given up early.
    Poll,
    /// Content of any size travels, there or back: it may take as long as it gets on.
    Transfer,
}

impl Call {
    /// A call of `path` (with its query, already encoded) below the target's URL; empty for the URL itself.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), headers: Vec::new(), body: Body::none(), timeout: None, pace: None }
    }

    /// Reads `path`.
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    /// Sends `body` to `path`.
    pub fn post(path: impl Into<String>, body: Body) -> Self {
        Self::new(Method::POST, path).body(body)
    }

    /// With this header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }

    /// As one of this kind; without it what is sent decides.
    #[must_use]
    pub fn paced(mut self, pace: Pace) -> Self {
        self.pace = Some(pace);
        self
    }

    pub(crate) fn pace(&self) -> Pace {
        self.pace.unwrap_or(if self.body.is_streamed() { Pace::Transfer } else { Pace::Call })
    }

    /// With a limit of its own for the whole exchange, the reading of the answer included.
    #[must_use]
    pub fn within(mut self, limit: Duration) -> Self {
        self.timeout = Some(limit);
        self
    }
}

/// What is sent along.
pub struct Body {
    content_type: Option<String>,
    content: Content,
}

enum Content {
    None,
    Bytes(Bytes),
    Stream { length: Option<u64>, source: Source },
    Once { length: Option<u64>, stream: Option<Stream> },
    Multipart(Vec<Part>),
}

/// One part of a form with files.
#[derive(Clone)]
pub struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: PartContent,
}

#[derive(Clone)]
enum PartContent {
    Bytes(Bytes),
    Stream { length: u64, source: Source },
}

impl Body {
    /// Nothing.
    #[must_use]
    pub fn none() -> Self {
        Self { content_type: None, content: Content::None }
    }

    /// Bytes of this media type.
    pub fn bytes(content_type: &str, bytes: impl Into<Bytes>) -> Self {
        Self { content_type: Some(content_type.to_owned()), content: Content::Bytes(bytes.into()) }
    }

    /// A value as JSON.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self> {
        let text =
            serde_json::to_vec(value).map_err(|e| Error::protocol("a request could not be written").because(e))?;
        Ok(Self::bytes("application/json", text))
    }

    /// Name and value pairs as a form.
    #[must_use]
    pub fn form(fields: &[(&str, &str)]) -> Self {
        let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Self::bytes("application/x-www-form-urlencoded", text)
    }

    /// Content that can be made anew, should the call have to be repeated with a fresh token.
    #[must_use]
    pub fn stream(content_type: &str, length: Option<u64>, source: Source) -> Self {
        Self { content_type: Some(content_type.to_owned()), content: Content::Stream { length, source } }
    }

    /// Content that is there only once, as when passing a request on; such a call is not repeated.
    #[must_use]
    pub fn once(content_type: Option<&str>, length: Option<u64>, stream: Stream) -> Self {
        let content = Content::Once { length, stream: Some(stream) };
        Self { content_type: content_type.map(str::to_owned), content }
    }

    /// A form with files.
    #[must_use]
    pub fn multipart(parts: Vec<Part>) -> Self {
        Self { content_type: None, content: Content::Multipart(parts) }
    }

    pub(crate) fn can_repeat(&self) -> bool {
        !matches!(self.content, Content::Once { .. })
    }

    fn is_streamed(&self) -> bool {
        !matches!(self.content, Content::None | Content::Bytes(_))
    }

    /// Puts it into a request; what is sent counts as progress of its budget.
    pub(crate) async fn put_into(&mut self, request: RequestBuilder, budget: &Budget) -> Result<RequestBuilder> {
        let request = match &self.content_type {
            Some(kind) => request.header(reqwest::header::CONTENT_TYPE, kind),
            None => request,
        };
        Ok(match &mut self.content {
            Content::None => request,
            Content::Bytes(bytes) => request.body(bytes.clone()),
            Content::Stream { length, source } => {
                let stream = budget.counting(source().await.map_err(unreadable)?);
                sized(request, *length).body(reqwest::Body::wrap_stream(stream))
            }
            Content::Once { length, stream } => {
                let stream =
                    stream.take().ok_or_else(|| Error::protocol("content that is there once was sent twice"))?;
                sized(request, *length).body(reqwest::Body::wrap_stream(budget.counting(stream)))
            }
            Content::Multipart(parts) => request.multipart(form(parts, budget).await?),
        })
    }
}

fn sized(request: RequestBuilder, length: Option<u64>) -> RequestBuilder {
    match length {
        Some(length) => request.header(reqwest::header::CONTENT_LENGTH, length),
        None => request,
    }
}

fn unreadable(error: std::io::Error) -> Error {
    Error::protocol("the content to be sent could not be read").because(error)
}

async fn form(parts: &[Part], budget: &Budget) -> Result<multipart::Form> {
    let mut form = multipart::Form::new();
    for part in parts {
        form = form.part(part.name.clone(), part.built(budget).await?);
    }
    Ok(form)
}

impl Part {
    /// A field.
    pub fn text(name: impl Into<String>, value: impl Into<String>) -> Self {
        let content = PartContent::Bytes(Bytes::from(value.into()));
        Self { name: name.into(), file_name: None, content_type: None, content }
    }

    /// A file from memory.
    pub fn file(name: impl Into<String>, file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        let content = PartContent::Bytes(bytes.into());
        Self { name: name.into(), file_name: Some(file_name.into()), content_type: None, content }
    }

    /// A file of `length` bytes that is read while it is sent.
    pub fn streamed(name: impl Into<String>, file_name: impl Into<String>, length: u64, source: Source) -> Self {
        let content = PartContent::Stream { length, source };
        Self { name: name.into(), file_name: Some(file_name.into()), content_type: None, content }
    }

    /// With this media type.
    #[must_use]
    pub fn of_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    async fn built(&self, budget: &Budget) -> Result<multipart::Part> {
        let mut part = match &self.content {
            PartContent::Bytes(bytes) => multipart::Part::stream_with_length(bytes.clone(), bytes.len() as u64),
            PartContent::Stream { length, source } => {
                let stream = budget.counting(source().await.map_err(unreadable)?);
                multipart::Part::stream_with_length(reqwest::Body::wrap_stream(stream), *length)
            }
        };
        if let Some(name) = &self.file_name {
            part = part.file_name(name.clone());
        }
        match &self.content_type {
            Some(kind) => part.mime_str(kind).map_err(|e| Error::protocol("a media type is malformed").because(e)),
            None => Ok(part),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").field("content_type", &self.content_type).finish_non_exhaustive()
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part").field("name", &self.name).finish_non_exhaustive()
    }
}
