//! The cockpit over `/api/v1`, as the page uses it.

mod accounts;
mod destinations;
mod role_collections;
mod services;
mod users;

use engine::Error;
use engine::identity::person::{self, NewPerson};
use engine::identity::roles::{self, Assignment};
use model::PersonId;
use serde_json::{Value, json};
use testkit::{Answer, TestApp};

const VERA: &str = "vera@example.org";
const PASSWORD: &str = "correct horse";

/// Two subaccounts that the administrator made; Vera looks at the first one only.
struct Land {
    app: TestApp,
    /// GUID of the first one.
    guid: String,
    /// The administrator's token there.
    admin: String,
    /// Vera's.
    viewer: String,
    /// The administrator's token of the global account.
    global: String,
}

impl Land {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let global = app.admin_token(&app.first.global_account.subdomain).await;
        let mut guids = Vec::new();
        for name in ["dev", "other"] {
            let body = json!({"displayName": name, "subdomain": name, "region": "eu10"});
            let made = app.post("/api/v1/accounts/subaccounts").bearer(&global).json(&body).send().await;
            guids.push(made.expect_status(201).json()["id"].as_str().unwrap().to_owned());
        }
        let guid = guids.swap_remove(0);
        let vera =
            NewPerson { user_name: VERA.to_owned(), password: Some(PASSWORD.to_owned()), ..NewPerson::default() };
        person::create(&app.cx, vera).await.unwrap();
        let assignment = Assignment {
            zone: guid.parse().unwrap(),
            collection: "Subaccount Viewer".to_owned(),
            user_name: VERA.to_owned(),
            origin: String::new(),
            create_if_missing: Some(PersonId(app.cx.random.uuid())),
            actor: "test".to_owned(),
        };
        let now = app.cx.now();
        let assigned: Result<(), Error> =
            app.cx.db.write(async move |tx| roles::assign(tx, &assignment, now).await.map(drop)).await;
        assigned.unwrap();
        let (admin, viewer) = (app.admin_token("dev").await, app.person_token("dev", VERA, PASSWORD).await);
        Self { app, guid, admin, viewer, global }
    }

    /// A call of the administrator in the first subaccount.
    async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        self.call_as(&self.admin, method, &format!("/api/v1/subaccounts/dev/{path}"), body).await
    }

    async fn call_as(&self, token: &str, method: &str, path: &str, body: Option<Value>) -> Answer {
        let request = self.app.request(method, path).bearer(token);
        match body {
            Some(body) => request.json(&body).send().await,
            None => request.send().await,
        }
    }

    async fn see(&self, path: &str) -> Value {
        self.call("GET", path, None).await.good()
    }

    async fn entitle(&self, service: &str, plan: &str, body: Value) -> Answer {
        let path = format!("/api/v1/accounts/subaccounts/{}/entitlements/{service}/{plan}", self.guid);
        self.call_as(&self.global, "PUT", &path, Some(body)).await
    }
}

/// What each of some changes is refused with to somebody who only looks: 403, with the role collection that is missing.
async fn refused_to_viewers(land: &Land, changes: &[(&str, &str, Value)]) {
    for (method, path, body) in changes {
        let path = format!("/api/v1/subaccounts/dev/{path}");
        let refused = land.call_as(&land.viewer, method, &path, Some(body.clone())).await;
        assert_eq!(refused.status, 403, "{method} {path}: {}", refused.text());
        let fix = refused.json()["error"]["fix"].as_str().unwrap_or_default().to_owned();
        assert!(fix.contains("role collection"), "{method} {path}: {}", refused.text());
    }
}

/// What is to be seen in one subaccount is not to be seen with a token of another.
async fn not_seen_from_elsewhere(land: &Land, paths: &[&str]) {
    let other = land.app.admin_token("other").await;
    for path in paths {
        let there = land.call_as(&other, "GET", &format!("/api/v1/subaccounts/dev/{path}"), None).await;
        assert_eq!(there.status, 403, "{path}: {}", there.text());
    }
}
