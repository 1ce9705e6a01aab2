//! A router over a fresh database, two zones, a client and the administrator.

use axum::Router;
use axum::body::Body;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use engine::identity::client::{self, NewClient};
use engine::identity::person::{self, NewPerson};
use engine::identity::roles::{self, Assignment};
use engine::identity::zone;
use engine::{Cx, Settings};
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use model::account::ZoneKind;
use model::address::Addresses;
use model::role::platform::{GLOBAL_ADMINISTRATOR_RC, SUBACCOUNT_ADMINISTRATOR_RC};
use model::role::{App, collections, templates};
use model::{InstanceId, PersonId, Time, ZoneId};
use serde_json::Value;
use testkit::TestApp;
use tower::ServiceExt;
use uuid::Uuid;

pub(super) const START: Time = Time(1_777_881_600_000_000);
pub(super) const ALM: ZoneId = ZoneId(Uuid::from_u128(0xa1));
pub(super) const DEV: ZoneId = ZoneId(Uuid::from_u128(0xde));
pub(super) const CLIENT: &str = "sb-CALM!b1234|sapcloudalm!b2";
pub(super) const SECRET: &str = "s3cr%2Bt$";
pub(super) const INSTANCE: Uuid = Uuid::from_u128(0x15);
pub(super) const ADMIN: &str = "admin@example.org";
pub(super) const PASSWORD: &str = "correct horse";

pub(super) struct Kit {
    pub(super) cx: Cx,
    /// The zone of the global account.
    pub(super) global: ZoneId,
    router: Router,
    app: TestApp,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
    /// The same, as it came.
    pub(super) text: String,
}

impl Answer {
    pub(super) fn good(self) -> Value {
        assert!(self.status.is_success(), "{self:?}");
        self.body
    }

    pub(super) fn token(self) -> String {
        self.good()["access_token"].as_str().expect("a token").to_owned()
    }

    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Status and the two parts of an OAuth error.
    pub(super) fn error(&self) -> (u16, &str, &str) {
        let part = |name: &str| self.body[name].as_str().unwrap_or_default();
        (self.status.as_u16(), part("error"), part("error_description"))
    }
}

/// A request to be.
pub(super) struct Call<'a> {
    kit: &'a Kit,
    method: String,
    uri: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Call<'_> {
    pub(super) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(super) fn basic(self, id: &str, secret: &str) -> Self {
        self.header("authorization", format!("Basic {}", STANDARD.encode(format!("{id}:{secret}"))))
    }

    pub(super) fn bearer(self, token: &str) -> Self {
        self.header("authorization", format!("Bearer {token}"))
    }

    pub(super) fn form(mut self, text: &str) -> Self {
        self.body = text.as_bytes().to_vec();
        self.header("content-type", "application/x-www-form-urlencoded")
    }

    pub(super) fn json(mut self, value: &Value) -> Self {
        self.body = value.to_string().into_bytes();
        self.header("content-type", "application/json")
    }

    pub(super) async fn send(self) -> Answer {
        let mut request = Request::builder().method(self.method.as_str()).uri(&self.uri);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(self.body)).expect("a request");
        let response = self.kit.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status, headers, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null), text }
    }
}

impl Kit {
    pub(super) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub(super) async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        let app = TestApp::start_with(|settings| {
            settings.addresses = Addresses::new("http://127.0.0.1:4004", None);
            change(settings);
        });
        let app = app.await;
        let (cx, global) = (app.cx.clone(), app.first.global_account.guid.parse().expect("a GUID"));
        let (vault, now) = (cx.vault.clone(), cx.now());
        let prepared = person::prepare(&cx, someone(ADMIN)).await.expect("a person");
        cx.db
            .write(async move |tx| {
                for (id, name) in [(ALM, "alm"), (DEV, "cpi-dev")] {
                    zone::create(tx, id, name, ZoneKind::Subaccount, now).await?;
                }
                roles::deliver(tx, ALM, App::Tms.id(), templates(App::Tms), collections(App::Tms), now).await?;
                person::add(tx, prepared, "test", now).await?;
                for (zone, rc) in [(global, GLOBAL_ADMINISTRATOR_RC), (ALM, SUBACCOUNT_ADMINISTRATOR_RC)] {
                    roles::assign(tx, &assignment(zone, rc, ADMIN), now).await?;
                }
                client::register(tx, &vault, client(), now).await
            })
            .await
            .expect("the landscape");
        Self { router: server::router(cx.clone()), cx, global, app }
    }

    pub(super) fn call(&self, method: &str, uri: &str) -> Call<'_> {
        let (method, uri) = (method.to_owned(), uri.to_owned());
        Call { kit: self, method, uri, headers: Vec::new(), body: Vec::new() }
    }

    pub(super) fn get(&self, uri: &str) -> Call<'_> {
        self.call("GET", uri)
    }

    pub(super) fn post(&self, uri: &str) -> Call<'_> {
        self.call("POST", uri)
    }

    pub(super) fn advance(&self, span: std::time::Duration) {
        self.app.advance(span);
    }

    /// Another process on the same database, where there can be one.
    pub(super) async fn replica(&self) -> Option<Cx> {
        self.app.replica().await
    }

    /// Size and number of the rows of the audit trail.
    pub(super) async fn trail(&self) -> (usize, usize) {
        let rows = self.app.audit().await;
        let size = |row: &store::audit::AuditRow| row.actor.len() + row.object.len() + row.detail.len();
        (rows.iter().map(size).sum(), rows.len())
    }

    pub(super) async fn client_token(&self) -> String {
        let call = self.post("/uaa/alm/oauth/token").basic(CLIENT, SECRET).form("grant_type=client_credentials");
        call.send().await.token()
    }

    pub(super) async fn log_in(&self, zone: &str, user: &str, password: &str) -> Answer {
        let form =
            serde_urlencoded::to_string([("grant_type", "password"), ("username", user), ("password", password)]);
        self.post(&format!("/uaa/{zone}/oauth/token")).basic("ropeway", "").form(&form.expect("a form")).send().await
    }

    pub(super) async fn admin(&self, zone: &str) -> String {
        self.log_in(zone, ADMIN, PASSWORD).await.token()
    }

    pub(super) async fn cf_login(&self, user: &str, password: &str) -> Answer {
        let form =
            serde_urlencoded::to_string([("grant_type", "password"), ("username", user), ("password", password)]);
        self.post("/cf-uaa/oauth/token").basic("cf", "").form(&form.expect("a form")).send().await
    }

    pub(super) async fn cf_admin(&self) -> String {
        self.cf_login(ADMIN, PASSWORD).await.token()
    }

    pub(super) async fn person(&self, name: &str) {
        person::create(&self.cx, someone(name)).await.expect("a person");
    }

    pub(super) async fn assign(&self, zone: ZoneId, collection: &str, user: &str) {
        let (assignment, now) = (assignment(zone, collection, user), self.cx.now());
        let done = self.cx.db.write(async move |tx| roles::assign(tx, &assignment, now).await.map(drop)).await;
        done.expect("an assignment");
    }

    pub(super) async fn events(&self) -> Vec<(String, String, String)> {
        let rows = self.app.audit().await;
        rows.into_iter().map(|row| (row.event, row.actor, row.object + " " + &row.detail)).collect()
    }
}

fn assignment(zone: ZoneId, collection: &str, user: &str) -> Assignment {
    Assignment {
        zone,
        collection: collection.to_owned(),
        user_name: user.to_owned(),
        origin: "sap.default".to_owned(),
        create_if_missing: Some(PersonId(Uuid::from_u128(0xf00))),
        actor: "test".to_owned(),
    }
}

fn someone(name: &str) -> NewPerson {
    NewPerson {
        user_name: name.to_owned(),
        given: "Ada".to_owned(),
        family: "Admin".to_owned(),
        password: Some(PASSWORD.to_owned()),
        ..NewPerson::default()
    }
}

pub(super) fn client() -> NewClient {
    NewClient {
        client_id: CLIENT.to_owned(),
        zone: ALM,
        app_id: "CALM!b1234|sapcloudalm!b2".to_owned(),
        authorities: ["display", "manage"].map(|kind| format!("sapcloudalm!b2.imp-cdm-feature-{kind}-ui")).to_vec(),
        grant_types: vec!["client_credentials".to_owned()],
        validity: client::DEFAULT_VALIDITY,
        secret: SECRET.to_owned(),
        instance: Some(InstanceId(INSTANCE)),
    }
}

/// A part of a token, read.
pub(super) fn part(token: &str, at: usize) -> Value {
    let text = token.split('.').nth(at).expect("three parts");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).expect("base64url")).expect("JSON")
}

pub(super) fn claims(token: &str) -> Value {
    part(token, 1)
}

pub(super) fn is_uncached(answer: &Answer) -> bool {
    answer.header(header::CACHE_CONTROL.as_str()) == "no-store"
        && answer.header(header::PRAGMA.as_str()) == "no-cache"
        && answer.header(header::CONTENT_TYPE.as_str()) == "application/json;charset=UTF-8"
}
