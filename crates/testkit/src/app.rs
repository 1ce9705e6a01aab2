//! The server under test.

use crate::http::Request;
use engine::cx::Parts;
use engine::random::Random;
use engine::vault::Vault;
use engine::{Cx, Settings};
use model::address::Addresses;
use model::{Clock, Time};
use server::listener::{Limits, Listener};
use std::time::Duration;
use store::blob::Blobs;
use store::{Db, DbUrl, Options};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::{OnceCell, watch};
use tokio::task::JoinHandle;
use wire::accounts::FirstStart;

/// 2026-05-04 08:00:00 UTC.
const START: Time = Time(1_777_881_600_000_000);
/// How far `run_jobs` follows work that was put off.
const HORIZON: Duration = Duration::from_secs(600);

/// A whole server in process.
pub struct TestApp {
    /// Everything a use case needs, for looking behind the wire.
    pub cx: Cx,
    /// Where it listens: `http://127.0.0.1:<port>`.
    pub url: String,
    /// What the first start made: administrator and `cis` key.
    pub first: FirstStart,
    listener: JoinHandle<()>,
    stop: watch::Sender<bool>,
    database: DbUrl,
    dir: TempDir,
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

impl TestApp {
    /// A fresh server, with its first start done.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// A fresh server with other settings.
    pub async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::start_within(Limits::default(), change).await
    }

    /// A fresh server with other bounds for its connections, and other settings.
    pub async fn start_within(limits: Limits, change: impl FnOnce(&mut Settings)) -> Self {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let socket = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", socket.local_addr().expect("an address"));
        let mut settings = Settings::new(Addresses::new(&url, None));
        change(&mut settings);
        let database = database_url(&dir);
        let cx = context(&dir, &database, &url, settings, Clock::stopped(START)).await;
        engine::identity::keys::adopt(&cx, signing_key().await).await.expect("a signing key");
        let first = engine::platform::first_start(&cx).await.expect("the first start").expect("a fresh database");
        let (stop, stopping) = watch::channel(false);
        let served = Listener { socket, tls: None, router: server::router(cx.clone()), limits };
        let listener = tokio::spawn(async move { served.serve(stopping).await.expect("the listener") });
        Self { cx, url, first, listener, stop, database, dir }
    }

    /// Another process of the same installation; none on the embedded database, which has one only.
    pub async fn replica(&self) -> Option<Cx> {
        let settings = Settings::clone(&self.cx.settings);
        match self.database {
            DbUrl::Sqlite(_) => None,
            DbUrl::Postgres(_) => {
                Some(context(&self.dir, &self.database, &self.url, settings, self.cx.clock.clone()).await)
            }
        }
    }

    /// Runs the jobs that are due and those they order, moving the clock to work that was put off, until nothing is
    /// left within ten minutes. Answers how many ran.
    pub async fn run_jobs(&self) -> usize {
        let end = self.cx.now().plus(HORIZON);
        let mut ran = 0;
        loop {
            ran += engine::work::worker::run_due(&self.cx).await.expect("the store");
            let next: engine::Result<Option<Time>> =
                self.cx.db.read(async move |tx| Ok(store::work::next_change(tx).await?)).await;
            match next.expect("the store") {
                Some(at) if at <= end => self.cx.clock.advance_to(at),
                _ => return ran,
            }
        }
    }

    /// The audit trail, the newest row first.
    pub async fn audit(&self) -> Vec<store::audit::AuditRow> {
        let rows = self.cx.db.read(async move |tx| store::audit::page(tx, None, None, 1_000).await);
        rows.await.expect("the audit trail")
    }

    /// Tells the listener to stop, and waits until every answer is given.
    pub async fn stop(&mut self) {
        self.stop.send_replace(true);
        (&mut self.listener).await.expect("the listener");
    }

    /// Moves the clock.
    pub fn advance(&self, span: Duration) {
        self.cx.clock.advance_to(self.cx.now().plus(span));
    }

    /// A call to this server; `path` begins with a slash.
    #[must_use]
    pub fn request(&self, method: &str, path: &str) -> Request {
        Request::new(&self.cx.http, method, &format!("{}{path}", self.url))
    }

    /// A GET.
    #[must_use]
    pub fn get(&self, path: &str) -> Request {
        self.request("GET", path)
    }

    /// A POST.
    #[must_use]
    pub fn post(&self, path: &str) -> Request {
        self.request("POST", path)
    }

    /// A token of a client, by client_credentials, over the wire.
    pub async fn client_token(&self, token_base: &str, client_id: &str, secret: &str) -> String {
        let form = [("grant_type", "client_credentials"), ("client_id", client_id), ("client_secret", secret)];
        Request::new(&self.cx.http, "POST", &format!("{token_base}/oauth/token")).form(&form).send().await.token()
    }

    /// A token of a person in a zone, by the password grant of the public client `ropeway`, over the wire.
    pub async fn person_token(&self, zone: &str, user: &str, password: &str) -> String {
        let form = [("grant_type", "password"), ("username", user), ("password", password)];
        self.post(&format!("/uaa/{zone}/oauth/token")).basic("ropeway", "").form(&form).send().await.token()
    }

    /// A token of a person for Cloud Foundry, as `cf login` gets it.
    pub async fn cf_token(&self, user: &str, password: &str) -> String {
        let form = [("grant_type", "password"), ("username", user), ("password", password)];
        self.post("/cf-uaa/oauth/token").basic("cf", "").form(&form).send().await.token()
    }

    /// The administrator's token in a zone.
    pub async fn admin_token(&self, zone: &str) -> String {
        let admin = &self.first.administrator;
        self.person_token(zone, &admin.user_name, &admin.password).await
    }
}

async fn context(dir: &TempDir, database: &DbUrl, url: &str, settings: Settings, clock: Clock) -> Cx {
    let db = Db::open(database, Options::default()).await.expect("the database");
    let blobs = Blobs::open(dir.path().join("blobs")).expect("the blobs");
    let read = clock.clone();
    let now = client::Now::new(move || read.now().micros());
    let own_origins = vec![url.to_owned()];
    let options = client::Options { own_origins, allow_private: true, now, ..client::Options::default() };
    let http = client::Http::new(options).expect("an outbound client");
    let vault = Vault::new(&[7; 32]).expect("a key of 32 bytes");
    Cx::new(Parts { db, blobs, http, clock, random: Random::counted(), vault, settings })
}

/// Making a key takes longer than most tests, so all servers of a test process have the same.
async fn signing_key() -> &'static [u8] {
    static KEY: OnceCell<Vec<u8>> = OnceCell::const_new();
    KEY.get_or_init(async || engine::identity::keys::generate().await.expect("a signing key")).await
}

fn database_url(dir: &TempDir) -> DbUrl {
    let wanted = std::env::var("ROPEWAY_TEST_ENGINE").unwrap_or_default();
    if wanted == "postgres" {
        let url = store::testing::postgres_ready().expect("ROPEWAY_TEST_ENGINE=postgres, but there is no PostgreSQL");
        return url.parse().expect("a database address");
    }
    DbUrl::Sqlite(dir.path().join("data"))
}
