//! An identity provider that says what a test wants, and a browser that goes there and back.

use super::super::kit::{Answer, Kit};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::identity::trust::{Place, Provider};
use engine::identity::{jwt, keys};
use model::role::mapping::Mapping;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use testkit::scripted::{Asked, Reply, Server, reply};
use url::Url;

pub(super) const ORIGIN: &str = "sap.custom";
pub(super) const ADA: &str = "ada@example.org";
pub(super) const CLIENT: &str = "rope:way";
pub(super) const SECRET: &str = "s3cret/+";
pub(super) const VIEWERS: &str = "TMS_Viewer_RC";

/// What the stub answers.
#[derive(Debug, Default)]
pub(super) struct Script {
    pub(super) metadata: Value,
    pub(super) keys: Value,
    /// What the token endpoint hands out.
    pub(super) id_token: String,
    /// In whose stead it answers this.
    pub(super) refusal: Option<(u16, Value)>,
    pub(super) down: bool,
}

pub(super) struct Stub {
    pub(super) server: Server,
    pub(super) script: Arc<Mutex<Script>>,
}

fn answer(script: &Script, asked: &Asked) -> Reply {
    let base = format!("http://{}", asked.header("host").unwrap_or_default());
    let path = asked.path.split('?').next().unwrap_or_default();
    let body = match path {
        _ if script.down => return reply(503, "busy"),
        "/.well-known/openid-configuration" => {
            let mut document = json!({
                "issuer": base, "authorization_endpoint": format!("{base}/authorize?tenant=t"),
                "token_endpoint": format!("{base}/token"), "jwks_uri": format!("{base}/jwks"),
                "code_challenge_methods_supported": ["S256"], "id_token_signing_alg_values_supported": ["RS256"],
            });
            for (name, value) in script.metadata.as_object().into_iter().flatten() {
                document[name] = value.clone();
            }
            document
        }
        "/jwks" => json!({"keys": script.keys}),
        "/token" if asked.text().contains("code=ropeway-check") => return reply(400, r#"{"error":"invalid_grant"}"#),
        "/token" => match &script.refusal {
            Some((status, body)) => return reply(*status, body.to_string()),
            None => json!({"id_token": script.id_token, "access_token": "a", "token_type": "Bearer"}),
        },
        _ => return reply(404, ""),
    };
    reply(200, body.to_string())
}

/// A provider whose groups `viewers` and `administrators` give something.
pub(super) fn provider(issuer: String) -> Provider {
    let mapping = |group: &str, place, collection: &str| Mapping {
        group: group.to_owned(),
        place,
        collection: collection.to_owned(),
    };
    let alm = || Place::Subaccount("alm".to_owned());
    Provider {
        origin: ORIGIN.to_owned(),
        display_name: "Example <Corp>".to_owned(),
        issuer,
        client_id: CLIENT.to_owned(),
        client_secret: Some(SECRET.to_owned()),
        scopes: vec!["openid".to_owned(), "email".to_owned()],
        user_name_claim: None,
        groups_claim: "groups".to_owned(),
        mappings: vec![
            mapping("viewers", alm(), VIEWERS),
            mapping("administrators", alm(), "Subaccount Administrator"),
            mapping("administrators", Place::GlobalAccount, "Global Account Administrator"),
            mapping("viewers", alm(), "There is no such role collection"),
            mapping("viewers", Place::Subaccount("nowhere".to_owned()), VIEWERS),
        ],
    }
}

/// A server that trusts a stub.
pub(super) async fn start() -> (Kit, Stub) {
    start_with(|_| {}).await
}

pub(super) async fn start_with(change: impl FnOnce(&mut engine::Settings)) -> (Kit, Stub) {
    let script = Arc::new(Mutex::new(Script::default()));
    let shared = Arc::clone(&script);
    let server = Server::start(move |asked| answer(&shared.lock().expect("no panic holds it"), asked)).await;
    let issuer = server.url();
    let kit = Kit::start_with(|settings| {
        settings.providers = vec![provider(issuer)];
        change(settings);
    });
    let kit = kit.await;
    let stub = Stub { server, script };
    stub.publish(&kit).await;
    (kit, stub)
}

impl Stub {
    pub(super) fn set(&self, change: impl FnOnce(&mut Script)) {
        change(&mut self.script.lock().expect("no panic holds it"));
    }

    /// Publishes the keys that [`Stub::signed`] signs with.
    pub(super) async fn publish(&self, kit: &Kit) {
        let set = keys::current(&kit.cx).await.expect("keys");
        let key = |key: &Arc<keys::Key>| json!({"kty": "RSA", "use": "sig", "kid": key.kid, "n": key.n, "e": key.e});
        let keys: Vec<Value> = set.keys.iter().map(key).collect();
        self.set(|script| script.keys = json!(keys));
    }

    /// An id token of Ada in these groups for this sign-in, with some claims changed; null takes one away.
    pub(super) async fn signed(&self, kit: &Kit, nonce: &str, groups: &[&str], changes: &Value) -> String {
        let now = kit.cx.now().seconds();
        let mut claims = json!({
            "iss": self.server.url(), "aud": CLIENT, "sub": "4711", "nonce": nonce, "iat": now, "exp": now + 300,
            "email": ADA, "given_name": "Ada", "family_name": "Byron", "groups": groups,
        });
        let map = claims.as_object_mut().expect("claims");
        for (name, value) in changes.as_object().into_iter().flatten() {
            map.insert(name.clone(), value.clone());
        }
        map.retain(|_, value| !value.is_null());
        let keys = keys::current(&kit.cx).await.expect("keys");
        jwt::encode(keys.signer().expect("a key"), "", &claims).expect("a token")
    }

    /// How often a path was asked for.
    pub(super) fn count(&self, path: &str) -> usize {
        self.server.asked().iter().filter(|asked| asked.path.starts_with(path)).count()
    }
}

/// A token with another header, and the signature it had.
pub(super) fn with_header(token: &str, header: &Value) -> String {
    let rest = token.split_once('.').expect("three parts").1;
    format!("{}.{rest}", URL_SAFE_NO_PAD.encode(header.to_string()))
}

/// A browser at the provider.
pub(super) struct There {
    pub(super) cookie: String,
    /// With what it was sent.
    pub(super) asked: BTreeMap<String, String>,
}

/// `name=value` of a cookie that an answer sets.
pub(super) fn cookie(answer: &Answer, name: &str) -> String {
    let set = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let found = set.filter_map(|line| line.split(';').next()).find(|pair| pair.starts_with(name));
    found.unwrap_or_default().to_owned()
}

pub(super) async fn leave(kit: &Kit, next: &str) -> There {
    let query = serde_urlencoded::to_string([("next", next)]).expect("a query");
    let answer = kit.get(&format!("/sign-in/{ORIGIN}?{query}")).send().await;
    assert_eq!(answer.status, 302, "{answer:?}");
    let url = Url::parse(answer.header("location")).expect("an address");
    assert_eq!(url.path(), "/authorize");
    There { cookie: cookie(&answer, "ropeway_sign_in"), asked: url.query_pairs().into_owned().collect() }
}

impl There {
    /// The way back with a code.
    pub(super) fn back(&self) -> String {
        let query = serde_urlencoded::to_string([("code", "c0de"), ("state", &self.asked["state"])]);
        format!("/sign-in/{ORIGIN}/callback?{}", query.expect("a query"))
    }

    pub(super) async fn come_back(&self, kit: &Kit) -> Answer {
        kit.get(&self.back()).header("cookie", &self.cookie).send().await
    }
}

/// Ada signs in through the provider, with these groups and claims.
pub(super) async fn sign_in(kit: &Kit, stub: &Stub, groups: &[&str], changes: Value) -> Answer {
    let there = leave(kit, "/s/alm/home").await;
    let token = stub.signed(kit, &there.asked["nonce"], groups, &changes).await;
    stub.set(|script| script.id_token = token);
    there.come_back(kit).await
}

/// The session of an answer, which must be one.
pub(super) fn session_of(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{answer:?}");
    cookie(answer, "ropeway_session=")
}

pub(super) async fn session(kit: &Kit, cookie: &str) -> Answer {
    kit.get("/api/v1/session").header("cookie", cookie).send().await
}

/// The role collections of somebody in a subaccount, as his session says.
pub(super) async fn roles(kit: &Kit, cookie: &str) -> Value {
    session(kit, cookie).await.good()["subaccounts"][0]["roleCollections"].clone()
}
