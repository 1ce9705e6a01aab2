//! The connection check: is anybody there? Never sends credentials, never follows a redirect, never reads the body.

use crate::correlation;
use crate::error::{Error, Result};
use crate::http::{Http, parsed};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::Method;

/// What the other side said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Its name: `Not Found`.
    pub reason: String,
}

impl Http {
    /// Asks `url` for anything, without credentials.
    ///
    /// # Errors
    /// Refused address, no connection, no answer in time.
    pub fn probe<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Result<Answer>> {
        self.probed(url).boxed()
    }

    async fn probed(&self, url: &str) -> Result<Answer> {
        let url = parsed(url)?;
        let host = url.host_str().unwrap_or_default().to_owned();
        let mut request = self.request(Method::GET, &url, false)?.timeout(self.options().short_timeout);
        if let Some(id) = correlation::current() {
            request = request.header(correlation::HEADER, id);
        }
        let status = request.send().await.map_err(|e| Error::sending(&host, e))?.status();
        Ok(Answer { status: status.as_u16(), reason: status.canonical_reason().unwrap_or_default().to_owned() })
    }
}
