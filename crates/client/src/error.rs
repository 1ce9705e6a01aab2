//! The one error of outbound calls: what kind, and a sentence for people that says what is wrong and what to do.
//!
//! No sentence and no body kept here holds a secret of the target: what a server sent back is searched for them.

use crate::allow::Forbidden;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// What an outbound call answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The address may not be called.
    Refused,
    /// No connection: name unknown, nobody there, certificate not trusted.
    Connect,
    /// Connected, but no answer in time.
    Timeout,
    /// No token could be got for the call.
    Token,
    /// An answer with a status that means failure.
    Status {
        status: u16,
        /// The beginning of the body.
        body: String,
    },
    /// The answer, or the request itself, is not what it must be.
    Protocol,
}

/// A call that failed. Those who waited for the same call share it.
#[derive(Clone)]
pub struct Error {
    kind: Kind,
    message: String,
    retry_after: Option<Duration>,
    may_pass: bool,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    /// An error of `kind` with the sentence people read.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        let may_pass = match kind {
            Kind::Connect | Kind::Timeout => true,
            Kind::Status { status, .. } => status_may_pass(status),
            Kind::Refused | Kind::Token | Kind::Protocol => false,
        };
        Self { kind, message: message.into(), retry_after: None, may_pass, source: None }
    }

    /// Something that is not what it must be.
    pub fn protocol(message: impl Into<String>) -> Self {
        Self::new(Kind::Protocol, message)
    }

    /// The failure of `host` to answer, or to go on answering, within the time of the call.
    pub(crate) fn too_slow(host: &str) -> Self {
        let text = "did not answer in time; try again, or check whether the system is busy";
        Self::new(Kind::Timeout, format!("'{host}' {text}"))
    }

    /// With the wait that the answer asked for.
    pub(crate) fn after(mut self, wait: Option<Duration>) -> Self {
        self.retry_after = wait;
        self
    }

    /// Whether it may pass is told by what is behind it, not by its kind.
    pub(crate) fn passing(mut self, may_pass: bool) -> Self {
        self.may_pass = may_pass;
        self
    }

    pub(crate) fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// The failure of sending to `host`, or of reading its answer.
    pub(crate) fn sending(host: &str, error: reqwest::Error) -> Self {
        // The URL may hold secrets in its query.
        let error = error.without_url();
        if let Some(forbidden) = find::<Forbidden>(&error) {
            return Self::from(forbidden.clone());
        }
        if error.is_timeout() && !error.is_connect() {
            return Self::too_slow(host).because(error);
        }
        let (kind, message) = if error.is_connect() {
            (Kind::Connect, format!("'{host}' cannot be reached: {}", connect_reason(&error)))
        } else if error.is_builder() {
            (Kind::Protocol, format!("the request to '{host}' cannot be built: check its URL and headers"))
        } else {
            (Kind::Connect, format!("the connection to '{host}' broke off before the whole answer had come; try again"))
        };
        Self::new(kind, message).because(error)
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The status, when there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self.kind {
            Kind::Status { status, .. } => Some(status),
            _ => None,
        }
    }

    /// The beginning of the answer's body, when there was an answer.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        match &self.kind {
            Kind::Status { body, .. } => Some(body),
            _ => None,
        }
    }

    /// Whether the same call may work later: nobody there, no answer in time, or overloaded, also at the token service.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        self.may_pass
    }

    /// How long the other side wants to be left alone, when it said so with status 429 or 503; at most ten minutes.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

pub(crate) fn status_may_pass(status: u16) -> bool {
    status == 429 || status >= 500
}

impl From<Forbidden> for Error {
    fn from(forbidden: Forbidden) -> Self {
        Self::new(Kind::Refused, forbidden.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("kind", &self.kind).field("message", &self.message).finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|e| e as _)
    }
}

/// Name, certificate, or just nobody there. Refused and filtered ports are not told apart: that would make a port
/// scanner of us.
fn connect_reason(error: &reqwest::Error) -> String {
    if let Some(tls) = find::<rustls::Error>(error) {
        return format!(
            "its certificate is not trusted or the TLS handshake failed ({tls}); check the host name in the URL, and \
             add its certificate authority to the trusted ones if it is your own"
        );
    }
    if chain(error).any(|cause| cause.to_string().contains("dns error")) {
        return "its name is not known; check the host name in the URL".to_owned();
    }
    "no connection could be made; check host and port in the URL and that the system is running".to_owned()
}

fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    chain(error).find_map(|cause| cause.downcast_ref::<T>())
}

/// The error and its causes. `io::Error` hides the error it wraps from `source`, so it is unwrapped here.
fn chain<'a>(error: &'a (dyn StdError + 'static)) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |cause| {
        let cause: &'a (dyn StdError + 'static) = *cause;
        let wrapped = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        wrapped.map(|inner| inner as &(dyn StdError + 'static)).or_else(|| cause.source())
    })
}
