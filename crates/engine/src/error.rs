//! The one error of all use cases: a kind, a sentence for the caller, and a private chain for the log.
//!
//! Each API renders it in its own dialect (`server/src/api/<service>/error.rs`).

use std::error::Error as StdError;
use std::fmt;

/// What a use case answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What sort of refusal it is. The status code follows from it, in each API's own table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// No token, or one that is not valid (any more).
    Unauthenticated,
    /// A valid token without the right.
    Forbidden,
    /// Not there, or not the caller's to see.
    NotFound,
    /// It exists already, or somebody else holds it.
    Conflict,
    /// The request cannot be read.
    Invalid,
    /// The request is well formed, but the state of things or a rule forbids it.
    Unprocessable,
    /// More bytes than allowed.
    TooLarge,
    /// Too much at once; later it may work.
    Overloaded,
    /// Our own database or disk does not answer; later it may.
    Unavailable,
    /// Another system that is needed cannot be reached or refuses.
    Upstream,
    /// Our own fault.
    Internal,
}

/// The code of the refusal of a change to something that is not as the caller knows it any more.
pub const CHANGED: &str = "changed";

/// A refusal or failure of a use case.
pub struct Error {
    kind: Kind,
    code: Option<&'static str>,
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// An error of `kind` with the sentence the caller reads: what is wrong, where, what to do.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, code: None, message: message.into(), source: None }
    }

    /// No token, or not a valid one.
    pub fn unauthenticated(message: impl Into<String>) -> Self {
        Self::new(Kind::Unauthenticated, message)
    }

    /// The right is missing; say which.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(Kind::Forbidden, message)
    }

    /// Not there.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, message)
    }

    /// There already, or held by another.
    pub fn conflict(message: impl Into<String>) -> Self {
        Self::new(Kind::Conflict, message)
    }

    /// Somebody else changed it since the caller looked; `what` begins the sentence.
    #[must_use]
    pub fn changed(what: &str) -> Self {
        let text = format!("{what} was changed by somebody else meanwhile; look at it again, then repeat your change");
        Self::new(Kind::Conflict, text).with_code(CHANGED)
    }

    /// Cannot be read.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(Kind::Invalid, message)
    }

    /// A rule or the present state forbids it.
    pub fn unprocessable(message: impl Into<String>) -> Self {
        Self::new(Kind::Unprocessable, message)
    }

    /// Another system is needed and does not answer as it should.
    pub fn upstream(message: impl Into<String>) -> Self {
        Self::new(Kind::Upstream, message)
    }

    /// Our own fault; the sentence is for the log, callers read a general one.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(Kind::Internal, message)
    }

    /// With the cause, for the log only.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// With a code that an API's dialect maps to its own (for example a CIS or CF error code).
    #[must_use]
    pub fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// What sort of refusal it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether it is a hiccup of our own, so that nobody has refused anything: durable work tries again and records
    /// nothing.
    #[must_use]
    pub fn is_hiccup(&self) -> bool {
        matches!(self.kind, Kind::Overloaded | Kind::Unavailable)
    }

    /// The dialect code, when one was given.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// The sentence for the caller. Never holds a secret.
    #[must_use]
    pub fn message(&self) -> &str {
        match self.kind {
            Kind::Internal => "an internal error occurred; the server's log has the details under the correlation id",
            _ => &self.message,
        }
    }

    /// The whole chain, for the log.
    #[must_use]
    pub fn chain(&self) -> String {
        let mut text = self.message.clone();
        let mut next = self.source.as_deref().map(|e| e as &dyn StdError);
        while let Some(cause) = next {
            text.push_str(": ");
            text.push_str(&cause.to_string());
            next = cause.source();
        }
        text
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.kind, f)?;
        write!(f, ": {}", self.chain())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|e| e as _)
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        let (kind, message) = match &error {
            store::Error::Unique { .. } => (Kind::Conflict, "an entry with this key exists already"),
            store::Error::NotFound => (Kind::NotFound, "not found"),
            store::Error::Overloaded => (Kind::Overloaded, "the server is overloaded; try again in a few seconds"),
            store::Error::TooLarge { .. } => (Kind::TooLarge, "the content is larger than allowed"),
            store::Error::Unavailable(_) => (Kind::Unavailable, "the database cannot be reached; try again later"),
            store::Error::Full(_) => {
                (Kind::Unavailable, "the server's disk is full, nothing was stored; try again once there is room")
            }
            _ => (Kind::Internal, "the store failed"),
        };
        Self::new(kind, message).because(error)
    }
}

impl From<client::Error> for Error {
    fn from(error: client::Error) -> Self {
        Self::upstream(error.to_string()).because(error)
    }
}

impl From<model::BadId> for Error {
    fn from(error: model::BadId) -> Self {
        Self::invalid(error.to_string())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::internal("stored JSON cannot be read or written").because(error)
    }
}
