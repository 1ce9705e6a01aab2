//! Calls of a server that may be killed at any moment.

use client::{Http, Method, Options};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;
use tokio::sync::watch;

/// Nobody knows whether the call was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lost;

/// An outside client with a token.
#[derive(Debug, Clone)]
pub(crate) struct Api {
    http: Http,
    base: String,
    token: String,
    /// How many calls began or ended, also those of its copies.
    moments: Arc<watch::Sender<u64>>,
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) text: String,
}

/// What a call carries.
pub(crate) enum Sent<'a> {
    Nothing,
    Json(&'a Value),
    Form(&'a [(&'a str, &'a str)]),
    Bytes(&'a str, Vec<u8>),
}

impl Api {
    pub(crate) fn new(base: &str) -> Self {
        Self::trusting(base, Vec::new())
    }

    /// One that trusts these certificates, too (PEM).
    pub(crate) fn trusting(base: &str, extra_ca: Vec<u8>) -> Self {
        let http = Http::new(Options { allow_private: true, extra_ca, ..Options::default() }).unwrap();
        Self { http, base: base.to_owned(), token: String::new(), moments: Arc::default() }
    }

    /// The same client elsewhere, with this token.
    pub(crate) fn at(&self, base: &str, token: &str) -> Self {
        Self { base: base.to_owned(), token: token.to_owned(), ..self.clone() }
    }

    /// Waits until so many more calls, of this client and its copies, began or ended.
    pub(crate) async fn moments(&self, more: u64) {
        let mut seen = self.moments.subscribe();
        let last = *seen.borrow() + more;
        seen.wait_for(|now| *now >= last).await.unwrap();
    }

    /// Any call; a path that is a whole URL stays one.
    pub(crate) async fn call(&self, method: &str, path: &str, sent: Sent<'_>) -> Result<Answer, Lost> {
        let url = if path.contains("://") { path.to_owned() } else { format!("{}{path}", self.base) };
        let mut request = self.http.raw(method.parse::<Method>().unwrap(), &url).unwrap();
        if !self.token.is_empty() {
            request = request.bearer_auth(&self.token);
        }
        let request = match sent {
            Sent::Nothing => request,
            Sent::Json(body) => request.json(body),
            Sent::Form(fields) => request.form(fields),
            Sent::Bytes(kind, bytes) => request.header("content-type", kind).body(bytes),
        };
        self.moments.send_modify(|count| *count += 1);
        let answer = async {
            let response = request.send().await.map_err(|_| Lost)?;
            let status = response.status().as_u16();
            Ok(Answer { status, text: response.text().await.map_err(|_| Lost)? })
        };
        let answer = answer.await;
        self.moments.send_modify(|count| *count += 1);
        answer
    }

    /// A GET that must succeed if it is answered.
    pub(crate) async fn get(&self, path: &str) -> Result<Value, Lost> {
        Ok(self.call("GET", path, Sent::Nothing).await?.good(path))
    }

    /// A POST of JSON that must succeed if it is answered.
    pub(crate) async fn post(&self, path: &str, body: impl Serialize) -> Result<Value, Lost> {
        let body = serde_json::to_value(body).unwrap();
        Ok(self.call("POST", path, Sent::Json(&body)).await?.good(path))
    }

    /// A file that must be taken if it is answered.
    pub(crate) async fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Result<Value, Lost> {
        Ok(self.try_upload(path, name, bytes).await?.good(path))
    }

    /// A file as a form, as browsers and pipelines send it.
    pub(crate) async fn try_upload(&self, path: &str, name: &str, bytes: &[u8]) -> Result<Answer, Lost> {
        const BOUNDARY: &str = "1b4f0e9851971998e732078544c96b36c3d01cedf7caa332";
        let head =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        let body = [head.as_bytes(), bytes, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat();
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.call("POST", path, Sent::Bytes(&kind, body)).await
    }

    /// A token, by any grant.
    pub(crate) async fn grant(&self, url: &str, fields: &[(&str, &str)]) -> Result<String, Lost> {
        let answer = self.call("POST", url, Sent::Form(fields)).await?.good(url);
        Ok(answer["access_token"].as_str().unwrap().to_owned())
    }
}

impl Answer {
    /// Demands success and gives the JSON; null when there is none.
    #[track_caller]
    pub(crate) fn good(&self, path: &str) -> Value {
        assert!((200..300).contains(&self.status), "{path}: {} {}", self.status, self.text);
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }
}
