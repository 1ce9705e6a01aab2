//! Calls as a test writes them: what is sent, and what must come back.

use client::Http;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A call being put together.
pub struct Request {
    inner: client::RequestBuilder,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    pub bytes: Vec<u8>,
}

impl Request {
    /// A call to any address.
    #[must_use]
    pub fn new(http: &Http, method: &str, url: &str) -> Self {
        let method = method.parse::<client::Method>().expect("a method");
        Self { inner: http.raw(method, url).expect("an address that may be called") }
    }

    /// With a bearer token.
    #[must_use]
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// With Basic credentials.
    #[must_use]
    pub fn basic(self, user: &str, password: &str) -> Self {
        Self { inner: self.inner.basic_auth(user, Some(password)) }
    }

    /// With a header.
    #[must_use]
    pub fn header(self, name: &str, value: &str) -> Self {
        Self { inner: self.inner.header(name, value) }
    }

    /// With a JSON body.
    #[must_use]
    pub fn json(self, body: &impl Serialize) -> Self {
        Self { inner: self.inner.json(body) }
    }

    /// With a form body.
    #[must_use]
    pub fn form(self, body: &impl Serialize) -> Self {
        Self { inner: self.inner.form(body) }
    }

    /// With a body of any type.
    #[must_use]
    pub fn body(self, content_type: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { inner: self.inner.header("content-type", content_type).body(bytes.into()) }
    }

    /// With a multipart body.
    #[must_use]
    pub fn multipart(self, form: client::multipart::Form) -> Self {
        Self { inner: self.inner.multipart(form) }
    }

    /// Sends it and reads the whole answer.
    pub async fn send(self) -> Answer {
        let response = self.inner.send().await.expect("the server answers");
        let status = response.status().as_u16();
        let text = |v: &client::header::HeaderValue| String::from_utf8_lossy(v.as_bytes()).into_owned();
        let headers = response.headers().iter().map(|(n, v)| (n.as_str().to_owned(), text(v))).collect();
        let bytes = response.bytes().await.expect("the whole body").to_vec();
        Answer { status, headers, bytes }
    }

    /// Sends it and reads JSON of a 2xx answer.
    pub async fn good(self) -> Value {
        self.send().await.good()
    }
}

impl Answer {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A header's value.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("no JSON ({e}): {} {}", self.status, self.text()))
    }

    /// The body as a wire type.
    #[must_use]
    pub fn read<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("{e}: {} {}", self.status, self.text()))
    }

    /// Demands this status.
    #[track_caller]
    pub fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Demands a 2xx status and gives the JSON, null when the body is empty.
    #[must_use]
    #[track_caller]
    pub fn good(self) -> Value {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.text());
        if self.bytes.is_empty() { Value::Null } else { self.json() }
    }

    /// The access token of a token answer.
    #[must_use]
    #[track_caller]
    pub fn token(self) -> String {
        let json = self.good();
        json["access_token"].as_str().unwrap_or_else(|| panic!("no access_token: {json}")).to_owned()
    }
}
