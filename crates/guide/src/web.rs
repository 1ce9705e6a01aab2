//! Calls of the guide: plain HTTP with JSON, and failures that say what was asked and what came back.

use crate::failure::{Failure, Result};
use client::{Http, Method, RequestBuilder};
use serde_json::Value;

/// How a call says who makes it.
#[derive(Debug, Clone, Copy)]
pub enum Login<'a> {
    Nobody,
    /// A token.
    Bearer(&'a str),
    /// User or client, and password or secret.
    Basic(&'a str, &'a str),
}

/// What is sent.
#[derive(Debug, Clone)]
pub enum Sent<'a> {
    Nothing,
    Json(Value),
    Form(&'a [(&'a str, &'a str)]),
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// What was asked, for failures.
    pub asked: String,
    pub status: u16,
    pub location: Option<String>,
    pub body: Vec<u8>,
}

/// The client of the guide.
#[derive(Debug, Clone)]
pub struct Web {
    http: Http,
}

impl Web {
    /// A client that may call any address, because it is a person's own tool; it trusts these certificate authorities
    /// (PEM) besides the system's.
    ///
    /// # Errors
    /// When certificates cannot be read.
    pub fn trusting(extra_ca: Vec<u8>) -> Result<Self> {
        let options = client::Options { allow_private: true, extra_ca, ..client::Options::default() };
        Ok(Self { http: Http::new(options)? })
    }

    /// Makes a call and answers whatever comes back.
    ///
    /// # Errors
    /// When nothing comes back.
    pub async fn call(&self, method: Method, url: &str, login: Login<'_>, sent: Sent<'_>) -> Result<Answer> {
        let asked = format!("{method} {url}");
        let request = self.http.raw(method, url)?;
        let request = with_body(with_login(request, login), sent);
        let failed = |e: &dyn std::error::Error| not_answered(&asked, &innermost(e));
        let response = request.header("accept", "application/json").send().await.map_err(|e| failed(&e))?;
        let status = response.status().as_u16();
        let location = response.headers().get("location").and_then(|v| v.to_str().ok()).map(str::to_owned);
        let body = response.bytes().await.map_err(|e| failed(&e))?.to_vec();
        Ok(Answer { asked, status, location, body })
    }

    /// GET with a token; demands 200.
    pub async fn get(&self, url: &str, token: &str) -> Result<Value> {
        self.call(Method::GET, url, Login::Bearer(token), Sent::Nothing).await?.demand(&[200])?.json()
    }

    /// POST of JSON with a token; demands one of these status codes.
    pub async fn post(&self, url: &str, token: &str, body: Value, expected: &[u16]) -> Result<Answer> {
        self.call(Method::POST, url, Login::Bearer(token), Sent::Json(body)).await?.demand(expected)
    }

    /// PUT of JSON with a token; demands a 2xx answer.
    pub async fn put(&self, url: &str, token: &str, body: Value) -> Result<Answer> {
        self.call(Method::PUT, url, Login::Bearer(token), Sent::Json(body)).await?.demand(&[200, 201, 202, 204])
    }
}

/// What was at the bottom of it: what stands above repeats the address only.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut last = error;
    while let Some(cause) = last.source() {
        last = cause;
    }
    last.to_string()
}

fn not_answered(asked: &str, why: &str) -> Failure {
    let fix = match why.contains("certificate") {
        true => "give the certificate authority of the server with --ca FILE",
        false => "is the server running and reachable at this address?",
    };
    Failure::new(format!("{asked} was not answered: {why}")).fix(fix)
}

fn with_login(request: RequestBuilder, login: Login<'_>) -> RequestBuilder {
    match login {
        Login::Nobody => request,
        Login::Bearer(token) => request.bearer_auth(token),
        Login::Basic(user, password) => request.basic_auth(user, Some(password)),
    }
}

fn with_body(request: RequestBuilder, sent: Sent<'_>) -> RequestBuilder {
    match sent {
        Sent::Nothing => request,
        Sent::Json(body) => request.json(&body),
        Sent::Form(fields) => request.form(fields),
    }
}

impl Answer {
    /// Demands one of these status codes.
    ///
    /// # Errors
    /// When it is another one, with the beginning of the body.
    pub fn demand(self, expected: &[u16]) -> Result<Self> {
        if expected.contains(&self.status) {
            return Ok(self);
        }
        Err(Failure::new(format!("{} answered {}: {}", self.asked, self.status, self.excerpt())))
    }

    /// The body as JSON, null when it is empty.
    ///
    /// # Errors
    /// When it is something else.
    pub fn json(&self) -> Result<Value> {
        if self.body.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(&self.body)
            .map_err(|e| Failure::new(format!("{} answered no JSON ({e}): {}", self.asked, self.excerpt())))
    }

    fn excerpt(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        text.chars().take(600).collect()
    }
}

/// The text at `path` (a JSON pointer), or a failure that names it.
///
/// # Errors
/// When there is none.
pub fn text<'a>(value: &'a Value, path: &str) -> Result<&'a str> {
    value.pointer(path).and_then(Value::as_str).ok_or_else(|| missing(value, path))
}

/// The number at `path`.
///
/// # Errors
/// When there is none.
pub fn number(value: &Value, path: &str) -> Result<i64> {
    value.pointer(path).and_then(Value::as_i64).ok_or_else(|| missing(value, path))
}

/// The list at `path`.
///
/// # Errors
/// When there is none.
pub fn list<'a>(value: &'a Value, path: &str) -> Result<&'a Vec<Value>> {
    value.pointer(path).and_then(Value::as_array).ok_or_else(|| missing(value, path))
}

/// Says what is there instead, but no value of it: a key or a first start is full of secrets.
fn missing(value: &Value, path: &str) -> Failure {
    let there = match value {
        Value::Object(fields) => fields.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
        Value::Array(items) => format!("{} entries", items.len()),
        Value::Null => "nothing".to_owned(),
        _ => "one value".to_owned(),
    };
    Failure::new(format!("there should be a value at {path}; there is only: {there}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_unknown_authority_is_told_from_a_server_that_is_not_there() {
        assert!(not_answered("GET x", "invalid peer certificate: UnknownIssuer").fix.contains("--ca"));
        assert!(not_answered("GET x", "Connection refused").fix.contains("reachable"));
    }

    #[test]
    fn what_is_missing_is_named_and_no_secret_shown() {
        let key = json!({ "uaa": { "clientsecret": "s3cret" }, "password": "pw" });
        let failure = text(&key, "/uaa/clientid").unwrap_err();
        assert_eq!(failure.cause, "there should be a value at /uaa/clientid; there is only: uaa, password");
    }
}
