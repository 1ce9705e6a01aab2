//! Floor 1: calls to the outside, each in the wire types of the service called.
//!
//! One client for all ([`Http`]): it enforces the allow-list, carries the correlation id and caches tokens. One module
//! per service called. Not here: what the answers mean for us (`engine`).

pub mod correlation;

use std::sync::Arc;

/// The way out. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Http {
    inner: reqwest::Client,
    options: Arc<Options>,
}

/// Which addresses may be called.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Origins (`scheme://host:port`) that may always be called: the server's own.
    pub own_origins: Vec<String>,
    /// Whether loopback and private ranges may be called: laptops and CI, never production.
    pub allow_private: bool,
}

impl Http {
    /// A client under these rules.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { inner: reqwest::Client::default(), options: Arc::new(options) }
    }

    /// The rules.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The bare client, for the modules of this crate.
    #[must_use]
    pub fn bare(&self) -> &reqwest::Client {
        &self.inner
    }
}
