//! The way out of the process.
//!
//! What is called from outside is boxed: the compiler looks through the whole future of a caller, down to the HTTP library,
//! wherever one has to be `Send`.

use crate::allow::{Policy, Trust};
use crate::budget::Budget;
use crate::call::{Body, Call};
use crate::correlation;
use crate::dns::Resolver;
use crate::error::{Error, Result};
use crate::response::{Asked, Response};
use crate::session::Sessions;
use crate::target::{Auth, CALLER, Target};
use crate::token::{self, Token};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Certificate, Client, Method, RequestBuilder, StatusCode, redirect};
use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use url::Url;

/// How many idle connections are kept per host.
const IDLE_PER_HOST: usize = 32;

/// What can be set.
#[derive(Debug, Clone)]
pub struct Options {
    /// Origins (`scheme://host:port`, or `scheme://*.domain:port`) that may always be called: the server's own.
    pub own_origins: Vec<String>,
    /// Hosts (`host`, `host:port`) that may be called wherever they lead.
    pub allowed_hosts: Vec<String>,
    /// Networks (`10.0.0.0/8`, or single addresses) that may be called although they are not public.
    pub allowed_networks: Vec<String>,
    /// Whether loopback and private ranges may be called: laptops and CI, never production.
    pub allow_private: bool,
    /// Names that are answered from here instead of asking the system.
    pub hosts: BTreeMap<String, Vec<IpAddr>>,
    /// More certificate authorities to trust, as PEM: the development one, or a company's own.
    pub extra_ca: Vec<u8>,
    /// How long a connection may take to come about.
    pub connect_timeout: Duration,
    /// The longest silence of a server that is asked.
    pub read_timeout: Duration,
    /// The longest wait for a token or for the answer to a connection check.
    pub short_timeout: Duration,
    /// The longest that an ordinary call may take in all, the reading of the answer included.
    pub call_timeout: Duration,
    /// The same for a look at something that goes on.
    pub poll_timeout: Duration,
    /// The same where content of any size travels; it grows by a second for each `transfer_rate` bytes that travelled.
    pub transfer_timeout: Duration,
    /// The least bytes per second.
    pub transfer_rate: u64,
    /// The time, for the expiry of tokens.
    pub now: Now,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            own_origins: Vec::new(),
            allowed_hosts: Vec::new(),
            allowed_networks: Vec::new(),
            allow_private: false,
            hosts: BTreeMap::new(),
            extra_ca: Vec::new(),
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(120),
            short_timeout: Duration::from_secs(10),
            call_timeout: Duration::from_secs(60),
            poll_timeout: Duration::from_secs(30),
            transfer_timeout: Duration::from_secs(120),
            transfer_rate: 64 << 10,
            now: Now::default(),
        }
    }
}

/// Microseconds since some fixed moment.
#[derive(Clone)]
pub struct Now(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Now {
    /// A clock that somebody else keeps.
    pub fn new(read: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    pub(crate) fn micros(&self) -> i64 {
        (self.0)()
    }
}

impl Default for Now {
    fn default() -> Self {
        let start = Instant::now();
        Self::new(move || i64::try_from(start.elapsed().as_micros()).unwrap_or(i64::MAX))
    }
}

impl fmt::Debug for Now {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Now")
    }
}

/// The way out. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Http {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    options: Options,
    policy: Arc<Policy>,
    hosts: Arc<BTreeMap<String, Vec<IpAddr>>>,
    authorities: Vec<Certificate>,
    // Made at first use: reading the system's certificates takes longer than the rest of a start.
    known: Lane,
    unknown: Lane,
    inner: Lane,
    tokens: token::Cache,
    sessions: Sessions,
}

#[derive(Debug, Default)]
struct Lane {
    plain: OnceLock<Client>,
    secure: OnceLock<Client>,
}

impl Http {
    /// A client under these rules.
    ///
    /// # Errors
    /// When an origin, an allowed host or a certificate cannot be read.
    pub fn new(options: Options) -> Result<Self> {
        let policy = Arc::new(Policy::new(
            &options.own_origins,
            &options.allowed_hosts,
            &options.allowed_networks,
            options.allow_private,
        )?);
        let authorities = Certificate::from_pem_bundle(&options.extra_ca)
            .map_err(|e| Error::protocol("the certificates to trust are not valid PEM").because(e))?;
        let hosts = Arc::new(options.hosts.clone());
        let (known, unknown, inner, tokens, sessions) = Default::default();
        let inner = Inner { options, policy, hosts, authorities, known, unknown, inner, tokens, sessions };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Another client, with the same options but for what `change` does to them; it shares neither connections nor
    /// tokens.
    ///
    /// # Errors
    /// As [`Http::new`].
    pub fn changed(&self, change: impl FnOnce(&mut Options)) -> Result<Self> {
        let mut options = self.inner.options.clone();
        change(&mut options);
        Self::new(options)
    }

    /// What was set.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.inner.options
    }

    /// Asks a target: with its credentials, the correlation id, and once more with a fresh token should the first
    /// one be refused. Answers whatever status came; see [`Response::good`].
    ///
    /// # Errors
    /// Refused address, no connection, no answer, no token.
    pub async fn send(&self, target: &Target, method: Method, path_and_query: &str, body: Body) -> Result<Response> {
        self.call(target, Call::new(method, path_and_query).body(body)).await
    }

    /// As [`Http::send`], with everything a call can have.
    pub fn call<'a>(&'a self, target: &'a Target, call: Call) -> BoxFuture<'a, Result<Response>> {
        let answer = async move {
            let budget = Budget::new(self.options(), call.pace(), call.timeout);
            let late = |_| Error::too_slow(host(&target.url).as_deref().unwrap_or(&target.name));
            budget.spend(self.exchange(target, call, &budget)).await.map_err(late)?
        };
        answer.boxed()
    }

    async fn exchange(&self, target: &Target, mut call: Call, budget: &Budget) -> Result<Response> {
        let token = self.token_if_needed(target).await?;
        let first = self.attempt(target, &mut call, token.as_ref(), budget).await?;
        let Some(used) = token.filter(|_| first.status() == StatusCode::UNAUTHORIZED) else { return Ok(first) };
        self.inner.tokens.forget(target, &used);
        if !call.body.can_repeat() {
            return Ok(first);
        }
        let fresh = self.token_if_needed(target).await?;
        self.attempt(target, &mut call, fresh.as_ref(), budget).await
    }

    /// The token for a target, from the cache while it is good. `None` when its kind of credentials has none.
    ///
    /// # Errors
    /// `Token`, saying what the token service answered.
    pub async fn token(&self, target: &Target) -> Result<Option<Token>> {
        self.token_if_needed(target).await
    }

    /// Takes no token that was got before: the rights of the client are others now.
    ///
    /// # Errors
    /// As [`Http::token`].
    pub async fn forget_token(&self, target: &Target) -> Result<()> {
        if let Some(used) = self.token_if_needed(target).await? {
            self.inner.tokens.forget(target, &used);
        }
        Ok(())
    }

    /// A token straight from the token service: whether the credentials work now.
    ///
    /// # Errors
    /// `Token`, saying what the token service answered.
    pub fn fresh_token<'a>(&'a self, target: &'a Target) -> BoxFuture<'a, Result<Option<Token>>> {
        let token = async {
            match target.auth.token_request() {
                Some(request) => token::fetch(self, &target.name, &request).await.map(Some),
                None => Ok(None),
            }
        };
        token.boxed()
    }

    /// A plain call of an absolute URL: the allow-list holds, nothing else is added. For the guide and for tests.
    ///
    /// # Errors
    /// When the URL may not be called.
    pub fn raw(&self, method: Method, url: &str) -> Result<RequestBuilder> {
        self.request(method, &parsed(url)?, false)
    }

    /// Whether credentials may go to this URL, as far as that can be told before its name is resolved.
    ///
    /// # Errors
    /// Why not.
    pub fn may_carry_secrets(&self, url: &str) -> Result<()> {
        self.inner.policy.judge(&parsed(url)?, true).map(drop)
    }

    pub(crate) fn tokens(&self) -> &token::Cache {
        &self.inner.tokens
    }

    pub(crate) fn sessions(&self) -> &Sessions {
        &self.inner.sessions
    }

    /// `secret`: credentials go along, and so never in the open to where nobody vouched for.
    pub(crate) fn request(&self, method: Method, url: &Url, secret: bool) -> Result<RequestBuilder> {
        let trust = self.inner.policy.judge(url, secret)?;
        Ok(self.inner.client(trust, url.scheme() == "https")?.request(method, url.clone()))
    }

    /// Our own services are told for whom they are called; what stood in that header before is replaced. Nobody else may
    /// have the mark.
    pub(crate) fn marked(&self, request: RequestBuilder, url: &Url, mark: Option<&str>) -> RequestBuilder {
        let value = mark.filter(|_| self.inner.policy.is_own(url)).and_then(|mark| HeaderValue::from_str(mark).ok());
        let Some(mut value) = value else { return request };
        value.set_sensitive(true);
        request.headers(HeaderMap::from_iter([(HeaderName::from_static(CALLER), value)]))
    }

    fn token_if_needed<'a>(&'a self, target: &'a Target) -> BoxFuture<'a, Result<Option<Token>>> {
        let token = async {
            match target.auth.token_request() {
                Some(request) => self.inner.tokens.get(self, target, &request).await.map(Some),
                None => Ok(None),
            }
        };
        token.boxed()
    }

    async fn attempt(
        &self,
        target: &Target,
        call: &mut Call,
        token: Option<&Token>,
        budget: &Budget,
    ) -> Result<Response> {
        let url = joined(&target.url, &call.path)?;
        let asked = asked(target, call, &url);
        let headers = headers(target, call, token)?;
        let secret = headers.contains_key(AUTHORIZATION) || headers.contains_key(COOKIE);
        let request = self.request(call.method.clone(), &url, secret)?.headers(headers);
        let request = self.marked(request, &url, target.caller.as_deref());
        let request = call.body.put_into(request, budget).await?;
        let started = Instant::now();
        let outcome = request.send().await;
        let status = outcome.as_ref().map(|r| r.status().as_u16()).ok();
        let ms = started.elapsed().as_secs_f64() * 1e3;
        tracing::debug!(target_name = %asked.target, host = %asked.host, what = %asked.what, status, ms, "outbound call");
        outcome.map(|r| Response::new(r, asked.clone(), budget.clone())).map_err(|e| Error::sending(&asked.host, e))
    }
}

impl Inner {
    fn client(&self, trust: Trust, secure: bool) -> Result<&Client> {
        let lane = match trust {
            Trust::Known => &self.known,
            Trust::Unknown => &self.unknown,
            Trust::Inner => &self.inner,
        };
        let slot = if secure { &lane.secure } else { &lane.plain };
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let made = self.build(trust, secure)?;
        Ok(slot.get_or_init(|| made))
    }

    fn build(&self, trust: Trust, secure: bool) -> Result<Client> {
        let resolver = Resolver { hosts: Arc::clone(&self.hosts), policy: Arc::clone(&self.policy), trust };
        let builder = Client::builder()
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .pool_max_idle_per_host(IDLE_PER_HOST)
            .connect_timeout(self.options.connect_timeout)
            .read_timeout(self.options.read_timeout)
            .dns_resolver(Arc::new(resolver))
            .user_agent(concat!("ropeway/", env!("CARGO_PKG_VERSION")));
        let authorities = self.authorities.iter().cloned();
        let builder = if secure { builder.tls_certs_merge(authorities) } else { builder.tls_certs_only(authorities) };
        builder.build().map_err(|e| Error::protocol("outbound calls cannot be set up").because(e))
    }
}

pub(crate) fn parsed(url: &str) -> Result<Url> {
    Url::parse(url).map_err(|_| Error::protocol(format!("'{}' is not a valid URL", without_query(url))))
}

fn host(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(str::to_owned)
}

fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// The path below the base URL; a query of the base is kept in front.
fn joined(base: &str, path_and_query: &str) -> Result<Url> {
    let mut url = parsed(base)?;
    if path_and_query.is_empty() {
        return Ok(url);
    }
    let (path, query) = path_and_query.split_once('?').map_or((path_and_query, None), |(p, q)| (p, Some(q)));
    let whole = format!("{}/{}", url.path().trim_end_matches('/'), path.trim_start_matches('/'));
    if !path.is_empty() {
        url.set_path(&whole);
    }
    if let Some(query) = query {
        let both = url.query().map_or_else(|| query.to_owned(), |own| format!("{own}&{query}"));
        url.set_query(Some(&both));
    }
    Ok(url)
}

fn asked(target: &Target, call: &Call, url: &Url) -> Asked {
    Asked {
        target: target.name.clone(),
        host: url.host_str().unwrap_or_default().to_owned(),
        what: format!("{} {}", call.method, url.path()),
        secrets: target.auth.secrets(),
    }
}

fn headers(target: &Target, call: &Call, token: Option<&Token>) -> Result<HeaderMap> {
    let mut map = HeaderMap::new();
    if let Some(id) = correlation::current().and_then(|id| HeaderValue::from_str(&id).ok()) {
        map.insert(correlation::HEADER, id);
    }
    for (name, value) in &call.headers {
        let name = HeaderName::try_from(name.as_str()).map_err(|_| bad_header(name))?;
        map.insert(name.clone(), HeaderValue::from_str(value).map_err(|_| bad_header(name.as_str()))?);
    }
    if let Some(text) = authorization(&target.auth, token) {
        let mut value = HeaderValue::from_str(&text).map_err(|_| bad_header("Authorization"))?;
        value.set_sensitive(true);
        map.insert(AUTHORIZATION, value);
    }
    Ok(map)
}

fn authorization(auth: &Auth, token: Option<&Token>) -> Option<String> {
    match auth {
        Auth::None => None,
        Auth::Basic { user, password } => Some(basic(user, password)),
        Auth::Bearer(token) => Some(format!("Bearer {token}")),
        Auth::ClientCredentials { .. } | Auth::Token(_) => token.map(|token| format!("Bearer {}", token.value)),
    }
}

/// `Basic …`, in UTF-8 as RFC 7617 has it.
pub(crate) fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

pub(crate) fn bad_header(name: &str) -> Error {
    Error::protocol(format!("the header '{name}' cannot be sent: it holds characters that headers must not have"))
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn paths_go_below_the_url_and_nothing_of_it_is_lost() {
        for (base, path, whole) in [
            ("https://h/a/b", "/v2/nodes", "https://h/a/b/v2/nodes"),
            ("https://h/a/b/", "v2/nodes?x=1", "https://h/a/b/v2/nodes?x=1"),
            ("https://h", "/v2", "https://h/v2"),
            (
                "https://h/slprot/Example%20Org/prod/slp",
                "/metadata",
                "https://h/slprot/Example%20Org/prod/slp/metadata",
            ),
            ("https://h/a?tenant=t", "/b?c=d", "https://h/a/b?tenant=t&c=d"),
            ("https://h/a/", "", "https://h/a/"),
            ("https://h/a", "?x=1", "https://h/a?x=1"),
        ] {
            assert_eq!(joined(base, path).unwrap().as_str(), whole);
        }
    }
}
