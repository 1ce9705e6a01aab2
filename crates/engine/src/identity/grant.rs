//! The token endpoint's use case: who asks, with which grant, for which scopes.

use super::client::{self, Client, RESOURCE};
use super::code::{self, Redeemed, Shown};
use super::id_token;
use super::passcode;
use super::person;
use super::session::{self, Begun};
use super::throttle::{self, LOCKED, What};
use super::token::{self, Issued, PersonPart, Subject};
use super::zone::Realm;
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use model::PersonId;
use model::account::ZoneKind;
use model::role::{self, platform};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::Tx;
use store::person::PersonRow;

/// The longest id of a client, in bytes.
const LONGEST_ID: usize = 255;

/// A request for a token.
#[derive(Default)]
pub struct Request {
    /// Client ids and secrets of the Basic header, in every way it can be read.
    pub basic: Vec<(String, String)>,
    /// Parameters; where one is given twice, the one that counts.
    pub params: BTreeMap<String, String>,
}

// Parameters hold passwords.
impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request").field("params", &self.params.keys()).finish_non_exhaustive()
    }
}

impl Request {
    fn opaque(&self) -> bool {
        self.param("token_format") == Some("opaque")
    }

    fn param(&self, name: &str) -> Option<&str> {
        self.params.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
}

/// What is answered.
pub struct Granted {
    /// The token.
    pub issued: Issued,
    /// With which it can be renewed.
    pub refresh_token: Option<String>,
    /// Who signed in, for the client that asked.
    pub id_token: Option<String>,
}

pub(super) fn refusal(kind: Kind, code: &'static str, text: impl Into<String>) -> Error {
    Error::new(kind, text).with_code(code)
}

fn bad_client() -> Error {
    refusal(Kind::Unauthenticated, "unauthorized", "Bad credentials")
}

/// Grants a token, or says why not.
///
/// # Errors
/// Each with the OAuth error as its code.
pub async fn grant(cx: &Cx, realm: &Realm, request: &Request) -> Result<Granted> {
    let client = authenticate(cx, realm, request).await?;
    let grant_type = request.param("grant_type");
    let grant_type = grant_type.ok_or_else(|| refusal(Kind::Invalid, "invalid_request", "Missing grant type"))?;
    let known = match grant_type {
        "authorization_code" | "client_credentials" | "password" | "refresh_token" => Ok(()),
        "implicit" => {
            Err(refusal(Kind::Invalid, "invalid_grant", "Implicit grant type not supported from token endpoint"))
        }
        _ => Err(refusal(Kind::Invalid, "unsupported_grant_type", "Unsupported grant type")),
    };
    known?;
    if !client.grant_types.iter().any(|allowed| allowed == grant_type) {
        return Err(refusal(Kind::Unauthenticated, "invalid_client", "Unauthorized grant type"));
    }
    match grant_type {
        "client_credentials" => client_credentials(cx, realm, &client, request).await,
        "password" => password(cx, realm, &client, request).await,
        "authorization_code" => authorization_code(cx, realm, &client, request).await,
        _ => refresh(cx, realm, &client, request).await,
    }
}

/// The realm of a request that came to an address without one: that of its client, whose id is unique over all zones.
/// An unknown client is refused as one with a wrong secret.
///
/// # Errors
/// Unauthenticated, or of the store.
pub async fn realm_of(cx: &Cx, request: &Request) -> Result<Realm> {
    let named =
        request.basic.last().map(|(id, _)| id.clone()).or_else(|| request.param("client_id").map(str::to_owned));
    let id = named.ok_or_else(bad_client)?;
    let key = id.clone();
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::client::find(tx, &key).await?)).await?;
    let Some(row) = row else {
        audit::refused(cx, failed_client(&Realm::CloudFoundry, &id)).await;
        throttle::count_wrong(cx)?;
        return Err(bad_client());
    };
    super::zone::realm(cx, &row.zone.to_string()).await
}

/// The client that asks: by the Basic header, or by parameters where there is none.
///
/// # Errors
/// Unauthenticated; a failed attempt is in the audit trail.
pub async fn authenticate(cx: &Cx, realm: &Realm, request: &Request) -> Result<Client> {
    let named = request.param("client_id");
    let in_body = named.map(|id| (id.to_owned(), request.params.get("client_secret").cloned().unwrap_or_default()));
    let candidates = if request.basic.is_empty() { in_body.into_iter().collect() } else { request.basic.clone() };
    if candidates.is_empty() {
        let text = "Full authentication is required to access this resource";
        return Err(refusal(Kind::Unauthenticated, "unauthorized", text));
    }
    match proven(cx, realm, &candidates).await? {
        Some(client) if named.is_none_or(|named| named == client.client_id) => Ok(client),
        Some(_) => {
            Err(refusal(Kind::Unauthenticated, "invalid_client", "Given client ID does not match authenticated client"))
        }
        None => {
            audit::refused(cx, failed_client(realm, &candidates[0].0)).await;
            throttle::count_wrong(cx)?;
            Err(bad_client())
        }
    }
}

/// The client whose secret is among them.
async fn proven(cx: &Cx, realm: &Realm, candidates: &[(String, String)]) -> Result<Option<Client>> {
    let id = candidates[0].0.as_str();
    // A secret that somebody chose can be guessed.
    let chosen = *realm == Realm::CloudFoundry && id != client::CF;
    let attempt = if chosen { Some(throttle::begin(cx, What::Secret, id)?) } else { None };
    for (id, secret) in candidates.iter().filter(|(id, _)| id.len() <= LONGEST_ID) {
        if let Some(client) = client::authenticate(cx, realm, id, secret).await? {
            attempt.into_iter().for_each(|attempt| attempt.succeeded(cx));
            return Ok(Some(client));
        }
    }
    if let Some(attempt) = attempt {
        attempt.failed(cx);
    }
    Ok(None)
}

fn failed_client(realm: &Realm, client_id: &str) -> Event {
    Event {
        actor: client_id.to_owned(),
        subaccount: realm.zone().map(|zone| zone.id.to_string()).unwrap_or_default(),
        event: "login.failed",
        object: "client".to_owned(),
        detail: json!({"zone": realm.name()}),
    }
}

async fn client_credentials(cx: &Cx, realm: &Realm, client: &Client, request: &Request) -> Result<Granted> {
    let mut allowed = vec![RESOURCE.to_owned()];
    allowed.extend(client.authorities.iter().filter(|scope| *scope != RESOURCE).cloned());
    let scopes = match requested(request) {
        None => allowed,
        Some(wanted) => within(&allowed, &wanted)?,
    };
    let az_attr = az_attr(request)?;
    let subject = Subject {
        realm,
        client,
        grant_type: "client_credentials",
        scopes,
        person: None,
        az_attr,
        opaque: request.opaque(),
    };
    Ok(Granted { issued: token::issue(cx, subject).await?, refresh_token: None, id_token: None })
}

/// The scopes asked for; an empty parameter asks for all, because a client sends it so.
fn requested(request: &Request) -> Option<Vec<String>> {
    let names = names(request.param("scope")?);
    (!names.is_empty()).then_some(names)
}

pub(super) fn names(text: &str) -> Vec<String> {
    text.split([' ', ',']).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// A client that asks for more than it may have is refused.
fn within(allowed: &[String], wanted: &[String]) -> Result<Vec<String>> {
    match wanted.iter().find(|name| !allowed.contains(name)) {
        Some(name) => Err(refusal(
            Kind::Invalid,
            "invalid_scope",
            format!(
                "Invalid scope: {name}. This client is not allowed to request it; send no scope to get all it may have."
            ),
        )),
        None => Ok(wanted.to_vec()),
    }
}

fn az_attr(request: &Request) -> Result<Option<Value>> {
    let Some(text) = request.param("authorities") else { return Ok(None) };
    let wrong = || refusal(Kind::Invalid, "invalid_request", "the parameter 'authorities' is not a JSON object");
    let value: Value = serde_json::from_str(text).map_err(|_| wrong())?;
    Ok(value.as_object().ok_or_else(wrong)?.get("az_attr").cloned())
}

async fn password(cx: &Cx, realm: &Realm, client: &Client, request: &Request) -> Result<Granted> {
    let row = match request.param("passcode") {
        Some(code) if *realm == Realm::CloudFoundry => passcode::redeem(cx, code).await?,
        _ => by_password(cx, realm, request).await?,
    };
    let scope = requested(request).unwrap_or_default().join(" ");
    // Whoever may nothing begins no session.
    let rights = rights_of(cx, realm, client, row.id, &scope).await?;
    let Begun { id, refresh_token } = session::begin(cx, realm, client, &row, &scope).await?;
    let subject = of_person(realm, client, row, id, rights);
    let subject = Subject { grant_type: "password", opaque: request.opaque(), ..subject };
    Ok(Granted { issued: token::issue(cx, subject).await?, refresh_token, id_token: None })
}

/// Somebody signed in with a browser.
async fn authorization_code(cx: &Cx, realm: &Realm, client: &Client, request: &Request) -> Result<Granted> {
    let [code, redirect_uri, verifier] = ["code", "redirect_uri", "code_verifier"].map(|name| request.param(name));
    let shown = Shown { code, redirect_uri, verifier };
    let Redeemed { person: row, scope, nonce } = code::redeem(cx, realm, client, shown).await?;
    let rights = rights_of(cx, realm, client, row.id, &scope).await?;
    let Begun { id, refresh_token } = session::begin(cx, realm, client, &row, &scope).await?;
    let told = rights.scopes.iter().any(|name| name == "openid");
    let id_token = if told { Some(id_token::issue(cx, realm, client, &row, nonce).await?) } else { None };
    let subject = of_person(realm, client, row, id, rights);
    let subject = Subject { grant_type: "authorization_code", ..subject };
    Ok(Granted { issued: token::issue(cx, subject).await?, refresh_token, id_token })
}

/// Whether there is anything that somebody may do with a client.
pub(super) async fn may(cx: &Cx, realm: &Realm, client: &Client, person: PersonId, scope: &str) -> Result<()> {
    rights_of(cx, realm, client, person, scope).await.map(drop)
}

async fn by_password(cx: &Cx, realm: &Realm, request: &Request) -> Result<PersonRow> {
    origin_is_ours(request)?;
    let (name, password) = (request.param("username"), request.param("password"));
    let (Some(name), Some(password)) = (name, password) else { return Err(bad_person(realm)) };
    person::check(cx, name, password).await.map_err(|error| match (error.kind(), error.code()) {
        (Kind::Unauthenticated, Some(LOCKED)) => refusal(Kind::Unauthenticated, "unauthorized", error.message()),
        (Kind::Unauthenticated, _) => bad_person(realm),
        _ => error,
    })
}

/// The cf command line knows a wrong password by `unauthorized`.
fn bad_person(realm: &Realm) -> Error {
    let code = if *realm == Realm::CloudFoundry { "unauthorized" } else { "invalid_client" };
    refusal(Kind::Unauthenticated, code, "Bad credentials")
}

/// `origin=x`, or `login_hint={"origin":"x"}`.
fn origin_is_ours(request: &Request) -> Result<()> {
    let hint = request.param("login_hint").and_then(|hint| serde_json::from_str::<Value>(hint).ok());
    let hinted = hint.as_ref().and_then(|hint| hint["origin"].as_str());
    match request.param("origin").or(hinted).is_none_or(person::is_our_origin) {
        true => Ok(()),
        false => Err(refusal(
            Kind::Unauthenticated,
            "unauthorized",
            "The origin provided in the login_hint does not match an active Identity Provider, that supports password grant.",
        )),
    }
}

/// A user's token carries what his role collections in this zone grant, as far as the client may see it.
async fn rights_of(cx: &Cx, realm: &Realm, client: &Client, person: PersonId, scope: &str) -> Result<Rights> {
    let place = realm.clone();
    let mut rights = cx.db.read(async move |tx| rights(tx, &place, person).await).await?;
    let wanted: Vec<&str> = scope.split_whitespace().collect();
    rights.scopes.retain(|name| {
        let visible = client.is_public() || role::visible_to(&client.app_id, name);
        visible && (wanted.is_empty() || wanted.contains(&name.as_str()))
    });
    if rights.scopes.is_empty() {
        let text = format!("[{}] is invalid. This user is not allowed any of the requested scopes", wanted.join(", "));
        return Err(refusal(Kind::Invalid, "invalid_scope", text));
    }
    Ok(rights)
}

fn of_person<'a>(realm: &'a Realm, client: &'a Client, row: PersonRow, session: String, rights: Rights) -> Subject<'a> {
    let Rights { scopes, attributes, collections } = rights;
    let person = Some(PersonPart { row, session, attributes, collections });
    Subject { realm, client, grant_type: "", scopes, person, az_attr: None, opaque: false }
}

/// What somebody's role collections give him in a realm.
pub(super) struct Rights {
    pub(super) scopes: Vec<String>,
    pub(super) attributes: BTreeMap<String, Vec<String>>,
    collections: Vec<String>,
}

pub(super) async fn rights(tx: &mut Tx, realm: &Realm, person: PersonId) -> Result<Rights> {
    let Realm::Zone(zone) = realm else {
        let (kind, collection) = (ZoneKind::GlobalAccount, platform::GLOBAL_ADMINISTRATOR_RC);
        let administrator = store::role::holds_in_kind(tx, kind, person, collection).await?;
        let scopes = role::of_cloud_foundry(administrator).iter().map(|name| (*name).to_owned()).collect();
        return Ok(Rights { scopes, attributes: BTreeMap::new(), collections: Vec::new() });
    };
    let held = store::role::held(tx, zone.id, person).await?;
    let (granted, attributes) = role::together(&held);
    let scopes = ["openid", "uaa.user"].map(str::to_owned).into_iter().chain(granted).collect();
    Ok(Rights { scopes, attributes, collections: store::role::of_person(tx, zone.id, person).await? })
}

/// The same refresh token stays good: clients keep the one they have.
async fn refresh(cx: &Cx, realm: &Realm, client: &Client, request: &Request) -> Result<Granted> {
    let wrong = || {
        let text = "The token expired, was revoked, or the token ID is incorrect; log in again";
        refusal(Kind::Unauthenticated, "invalid_token", text)
    };
    let given = request.param("refresh_token");
    let given = given.ok_or_else(|| refusal(Kind::Invalid, "invalid_request", "A refresh token is required"))?;
    let (row, person) = session::resume(cx, realm, client, given).await?.ok_or_else(wrong)?;
    let scope = match requested(request) {
        None => row.scope,
        Some(names) if row.scope.is_empty() => names.join(" "),
        Some(names) => narrowed(&row.scope, &names)?,
    };
    let rights = rights_of(cx, realm, client, person.id, &scope).await?;
    let subject = of_person(realm, client, person, row.id, rights);
    let subject = Subject { grant_type: "refresh_token", opaque: request.opaque(), ..subject };
    let issued = token::issue(cx, subject).await?;
    Ok(Granted { issued, refresh_token: Some(given.to_owned()), id_token: None })
}

/// A renewed token has at most the scopes asked for at first.
fn narrowed(first: &str, names: &[String]) -> Result<String> {
    let first: Vec<String> = first.split_whitespace().map(str::to_owned).collect();
    Ok(within(&first, names)?.join(" "))
}

wire::unprinted!(Granted);
