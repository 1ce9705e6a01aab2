//! What came back, with a limit on what is read into memory.

use crate::budget::Budget;
use crate::error::{Error, Kind, Result};
use crate::retry;
use crate::target::without;
use bytes::{Bytes, BytesMut};
use futures_util::future::BoxFuture;
use futures_util::{FutureExt, Stream, stream};
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

/// The most that [`Response::json`] and [`Response::text`] read.
pub const LARGEST_TEXT: usize = 16 << 20;
/// The most of a refusal that is kept.
const LARGEST_REFUSAL: usize = 64 << 10;

/// An answer. Any status; [`Response::good`] sorts out failures.
#[derive(Debug)]
pub struct Response {
    inner: reqwest::Response,
    asked: Asked,
    budget: Budget,
}

/// What was asked of whom, for sentences.
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) target: String,
    pub(crate) host: String,
    pub(crate) what: String,
    pub(crate) secrets: Vec<String>,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asked").field("target", &self.target).field("what", &self.what).finish_non_exhaustive()
    }
}

impl Response {
    pub(crate) fn new(inner: reqwest::Response, asked: Asked, budget: Budget) -> Self {
        Self { inner, asked, budget }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.inner.status()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.inner.headers()
    }

    /// The text of one header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.inner.headers().get(name)?.to_str().ok()
    }

    /// Only an answer below 400; else an error that says what was asked, what came back, and its status.
    ///
    /// # Errors
    /// `Status`, with the beginning of the body.
    pub async fn good(self) -> Result<Self> {
        if self.status().as_u16() < 400 { Ok(self) } else { Err(self.refusal().boxed().await) }
    }

    async fn refusal(self) -> Error {
        let (status, asked) = (self.status(), self.asked.clone());
        let wait = retry::asked_for(status.as_u16(), self.headers());
        let body = self.beginning(LARGEST_REFUSAL).await;
        let body = without(&String::from_utf8_lossy(&body), &asked.secrets);
        let message = format!("{} answered {status} to {}{}", asked.target, asked.what, excerpt(&body));
        Error::new(Kind::Status { status: status.as_u16(), body }, message).after(wait)
    }

    /// The body, read as JSON.
    ///
    /// # Errors
    /// When it breaks off, is too large, or is not what `T` wants.
    pub async fn json<T: DeserializeOwned>(self) -> Result<T> {
        let asked = self.asked.clone();
        let bytes = self.bytes(LARGEST_TEXT).await?;
        serde_json::from_slice(&bytes).map_err(|e| {
            let sentence = format!("{} answered {} with something that cannot be read", asked.target, asked.what);
            Error::protocol(sentence).because(e)
        })
    }

    /// The body as text.
    ///
    /// # Errors
    /// When it breaks off or is too large.
    pub async fn text(self) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.bytes(LARGEST_TEXT).await?).into_owned())
    }

    /// The body, if it is not larger than `limit`.
    ///
    /// # Errors
    /// When it breaks off or is larger.
    pub fn bytes(mut self, limit: usize) -> BoxFuture<'static, Result<Bytes>> {
        let bytes = async move {
            let mut all = BytesMut::new();
            while let Some(chunk) = self.chunk().await? {
                if all.len() + chunk.len() > limit {
                    let asked = &self.asked;
                    return Err(Error::protocol(format!("{} answered {} with too much", asked.target, asked.what)));
                }
                all.extend_from_slice(&chunk);
            }
            Ok(all.freeze())
        };
        bytes.boxed()
    }

    /// The body, piece by piece and of any size.
    pub fn stream(self) -> impl Stream<Item = Result<Bytes>> + Send + 'static {
        stream::unfold(Some(self), |answer| async {
            let mut answer = answer?;
            let piece = answer.chunk().await.transpose()?;
            let rest = piece.is_ok().then_some(answer);
            Some((piece, rest))
        })
    }

    async fn chunk(&mut self) -> Result<Option<Bytes>> {
        let host = &self.asked.host;
        let read = self.budget.spend(self.inner.chunk()).await.map_err(|_| Error::too_slow(host))?;
        let chunk = read.map_err(|e| Error::sending(host, e))?;
        self.budget.moved(chunk.as_ref().map_or(0, Bytes::len));
        Ok(chunk)
    }

    /// At most `limit` bytes; whatever could be read when it breaks off.
    async fn beginning(mut self, limit: usize) -> BytesMut {
        let mut all = BytesMut::new();
        while let Ok(Some(chunk)) = self.chunk().await {
            all.extend_from_slice(&chunk[..chunk.len().min(limit - all.len())]);
            if all.len() == limit {
                break;
            }
        }
        all
    }
}

fn excerpt(body: &str) -> String {
    let shown = crate::envelope::shown(body);
    if shown.is_empty() { shown } else { format!(": {shown}") }
}
