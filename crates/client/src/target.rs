//! Where calls go, and as whom: a destination's URL and credentials, ready to be called.

use std::fmt;

/// A system that is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The destination's name, or what people would call the system; shown in errors.
    pub name: String,
    /// Paths are appended to it.
    pub url: String,
    /// As whom.
    pub auth: Auth,
    /// The mark by which our own services know for whom they are called; nobody else is shown it.
    pub caller: Option<String>,
}

/// How a target wants to be convinced.
#[derive(Clone, PartialEq, Eq)]
pub enum Auth {
    /// No credentials.
    None,
    /// User and password in each call.
    Basic { user: String, password: String },
    /// A token of a client, in the plain form.
    ClientCredentials {
        /// Where tokens are got; `/oauth/token` is appended when it is missing.
        token_url: String,
        client_id: String,
        client_secret: String,
        /// Whether client and secret go into the form rather than into a Basic header.
        in_body: bool,
        /// The scopes wanted; all when absent.
        scope: Option<String>,
    },
    /// A token of a client, with everything a destination can say about getting it.
    Token(Box<TokenRequest>),
    /// A token that is there already: the caller's own.
    Bearer(String),
}

/// How a token is got.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct TokenRequest {
    /// Whose it is: tokens are never shared between owners. A destination names its version here, too, so that a
    /// changed one starts afresh.
    pub owner: String,
    /// Where tokens are got; `/oauth/token` is appended when it is missing.
    pub token_url: String,
    pub client_id: String,
    /// Its secret; may be empty.
    pub client_secret: String,
    /// Whether client and secret go into the form rather than into a Basic header.
    pub in_body: bool,
    /// User and password of the Basic header, when they are others than client and secret.
    pub basic: Option<(String, String)>,
    /// The scopes wanted; all when absent.
    pub scope: Option<String>,
    /// More headers.
    pub headers: Vec<(String, String)>,
    /// More query parameters.
    pub queries: Vec<(String, String)>,
    /// More form fields.
    pub fields: Vec<(String, String)>,
    /// As that of the target.
    pub caller: Option<String>,
}

/// The header of a caller's mark.
pub const CALLER: &str = "x-ropeway-caller";

impl Target {
    /// A target that is called with these credentials.
    pub fn new(name: impl Into<String>, url: impl Into<String>, auth: Auth) -> Self {
        Self { name: name.into(), url: url.into(), auth, caller: None }
    }

    /// The same, called with this mark.
    #[must_use]
    pub fn marked(mut self, mark: String) -> Self {
        if let Auth::Token(request) = &mut self.auth {
            request.caller = Some(mark.clone());
        }
        self.caller = Some(mark);
        self
    }

    /// A target that is called without credentials.
    pub fn open(name: impl Into<String>, url: impl Into<String>) -> Self {
        Self::new(name, url, Auth::None)
    }

    /// A target that is called with a token which is there already.
    pub fn bearer(name: impl Into<String>, url: impl Into<String>, token: impl Into<String>) -> Self {
        Self::new(name, url, Auth::Bearer(token.into()))
    }
}

impl Auth {
    /// How a token is got, when this kind needs one.
    #[must_use]
    pub fn token_request(&self) -> Option<TokenRequest> {
        match self {
            Self::ClientCredentials { token_url, client_id, client_secret, in_body, scope } => Some(TokenRequest {
                token_url: token_url.clone(),
                client_id: client_id.clone(),
                client_secret: client_secret.clone(),
                in_body: *in_body,
                scope: scope.clone(),
                ..TokenRequest::default()
            }),
            Self::Token(request) => Some((**request).clone()),
            Self::None | Self::Basic { .. } | Self::Bearer(_) => None,
        }
    }

    /// What must never be shown.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let listed = match self {
            Self::None => Vec::new(),
            Self::Basic { password, .. } => vec![password.clone()],
            Self::ClientCredentials { client_secret, .. } => vec![client_secret.clone()],
            Self::Token(request) => request.secrets(),
            Self::Bearer(token) => vec![token.clone()],
        };
        listed.into_iter().filter(|secret| !secret.is_empty()).collect()
    }
}

impl TokenRequest {
    pub(crate) fn secrets(&self) -> Vec<String> {
        let basic = self.basic.iter().map(|(_, password)| password.clone());
        let extra = self.headers.iter().chain(&self.queries).chain(&self.fields).map(|(_, value)| value.clone());
        std::iter::once(self.client_secret.clone()).chain(basic).chain(extra).filter(|s| s.len() > 3).collect()
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Basic { .. } => "Basic(…)",
            Self::ClientCredentials { .. } => "ClientCredentials(…)",
            Self::Token(_) => "Token(…)",
            Self::Bearer(_) => "Bearer(…)",
        })
    }
}

impl fmt::Debug for TokenRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenRequest").field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

/// `text` without any of `secrets`.
pub(crate) fn without(text: &str, secrets: &[String]) -> String {
    secrets.iter().fold(text.to_owned(), |text, secret| text.replace(secret.as_str(), "…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_do_not_print() {
        let auth = Auth::Basic { user: "u".into(), password: "pa55".into() };
        let target = Target::new("T", "https://t.example", auth);
        assert!(!format!("{target:?}").contains("pa55"));
        let request = TokenRequest { client_secret: "s3cr3t".into(), ..TokenRequest::default() };
        assert!(!format!("{request:?} {:?}", Auth::Token(Box::new(request.clone()))).contains("s3cr3t"));
        assert_eq!(without("secret s3cr3t was wrong", &request.secrets()), "secret … was wrong");
    }
}
