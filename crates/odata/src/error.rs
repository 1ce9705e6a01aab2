//! What can be wrong with an OData request.

/// What this crate answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A request that cannot be read. Each sentence says which part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A query option whose value has the wrong form.
    #[error("the value '{value}' of the query option {option} is not valid: {reason}")]
    Option {
        /// The option, for example `$top`.
        option: String,
        value: String,
        reason: String,
    },
    /// A system query option this service does not know.
    #[error("the query option {0} is not supported")]
    UnknownOption(String),
    /// An option that is known and that nothing would come of.
    #[error("the query option {option} has no effect on {what}; leave it out")]
    NoEffect {
        option: String,
        /// What was read.
        what: String,
    },
    /// A filter names something the entity does not have.
    #[error("the property '{0}' does not exist or cannot be used here")]
    UnknownProperty(String),
    /// Two values that cannot be compared.
    #[error("{0}")]
    Types(String),
    /// A resource path that cannot be read.
    #[error("the resource path segment '{segment}' is not valid: {reason}")]
    Path { segment: String, reason: String },
}

impl Error {
    pub(crate) fn option(option: &str, value: &str, reason: impl Into<String>) -> Self {
        Self::Option { option: option.to_owned(), value: value.to_owned(), reason: reason.into() }
    }

    pub(crate) fn path(segment: &str, reason: impl Into<String>) -> Self {
        Self::Path { segment: segment.to_owned(), reason: reason.into() }
    }
}
