//! Floor 1: calls to the outside, each in the wire types of the service called.
//!
//! One client for all ([`Http`]): it enforces the allow-list, carries the correlation id and caches tokens. One module
//! per service called. Not here: what the answers mean for us (`engine`).
//!
//! How to read on: [`target`] says where a call goes and as whom, [`call`] what is asked, [`response`] what comes
//! back, [`http`] how it is done; [`allow`] which addresses may be called and `budget` how long that may take, [`token`]
//! how tokens are got and kept, `session` those of deploy services.

mod address;
pub mod allow;
mod budget;
pub mod call;
pub mod content_agent;
pub mod correlation;
pub mod cpi;
pub mod deploy;
mod dns;
pub mod envelope;
pub mod error;
pub mod http;
pub mod probe;
pub mod response;
mod retry;
mod session;
pub mod target;
pub mod tms;
pub mod token;

pub use call::{Body, Call, Pace, Part};
pub use error::{Error, Kind, Result};
pub use http::{Http, Now, Options};
pub use probe::Answer;
pub use response::Response;
pub use target::{Auth, Target, TokenRequest};
pub use token::Token;

// The few types of the HTTP library that callers need by name; only this crate names the library itself.
pub use reqwest::{Method, RequestBuilder, Response as RawResponse, StatusCode, Url, header, multipart};
