//! Tokens: issuing and verifying.

use super::client::{CF, Client, ROPEWAY};
use super::jwt::{self, Claims, ExtAttr};
use super::keys;
use super::person::{self, ORIGIN};
use super::zone::{CLOUD_FOUNDRY, Realm, ZoneKind};
use crate::caller::{Identity, Person, Zone};
use crate::cx::Cx;
use crate::error::{Error, Result};
use aws_lc_rs::digest::{SHA256, digest};
use model::{InstanceId, PersonId, SubaccountId, Time};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::Tx;
use store::person::PersonRow;
use uuid::Uuid;

/// How much clocks may differ.
const LEEWAY: Duration = Duration::from_secs(60);
/// How long a process may not notice that another one revoked a token, or removed what it rests on.
const REVOCATION: Duration = Duration::from_secs(10);
/// How many verified tokens are remembered.
const REMEMBERED: usize = 20_000;

/// What a token is to say.
#[derive(Debug)]
pub struct Subject<'a> {
    /// Where.
    pub realm: &'a Realm,
    /// For which client.
    pub client: &'a Client,
    /// By which grant.
    pub grant_type: &'a str,
    /// Full scope names.
    pub scopes: Vec<String>,
    /// The person, in a user token.
    pub person: Option<PersonPart>,
    /// Echoed in `az_attr`.
    pub az_attr: Option<Value>,
    /// Whether the token is a random text instead of a signed one.
    pub opaque: bool,
}

/// The person in a token.
#[derive(Debug)]
pub struct PersonPart {
    /// Who.
    pub row: PersonRow,
    /// What restricts the roles.
    pub attributes: BTreeMap<String, Vec<String>>,
    /// Names of role collections.
    pub collections: Vec<String>,
}

/// A token that was issued.
#[derive(Clone, PartialEq, Eq)]
pub struct Issued {
    /// The token.
    pub access_token: String,
    /// Its id.
    pub jti: String,
    /// Its scopes.
    pub scopes: Vec<String>,
    /// Seconds it is still valid, as the original counts them: one less than it lives.
    pub expires_in: i64,
}

/// Issues a token. Signing takes half a millisecond and happens here: handing it to another thread costs more than it
/// gives, because all threads sign.
///
/// # Errors
/// Of the store.
pub async fn issue(cx: &Cx, subject: Subject<'_>) -> Result<Issued> {
    let (url, opaque) = (subject.realm.url(cx), subject.opaque);
    let claims = claims(cx, &url, subject);
    if opaque {
        return super::opaque::issue(cx, claims).await;
    }
    let keys = keys::current(cx).await?;
    let access_token = jwt::encode(keys.signer()?, &format!("{url}/token_keys"), &claims)?;
    Ok(Issued { access_token, expires_in: claims.exp - claims.iat - 1, jti: claims.jti, scopes: claims.scope })
}

fn claims(cx: &Cx, url: &str, subject: Subject<'_>) -> Claims {
    let Subject { realm, client, grant_type, scopes, person, az_attr, .. } = subject;
    let (iat, id) = (cx.now().seconds(), &client.client_id);
    let base = Claims {
        jti: cx.random.uuid().simple().to_string(),
        ext_attr: ext_attr(realm, client),
        az_attr,
        sub: id.clone(),
        authorities: person.is_none().then(|| scopes.clone()),
        client_id: id.clone(),
        cid: id.clone(),
        azp: id.clone(),
        revocable: (*realm == Realm::CloudFoundry).then_some(true),
        grant_type: grant_type.to_owned(),
        rev_sig: rev_sig(id, client.secret_hash.as_deref()),
        iat,
        exp: iat + client.validity,
        iss: format!("{url}/oauth/token"),
        zid: realm.zid(),
        aud: model::role::audience(id, &scopes),
        scope: scopes,
        ..Claims::default()
    };
    match person {
        Some(person) => of_person(base, person, realm),
        None => base,
    }
}

fn of_person(base: Claims, person: PersonPart, realm: &Realm) -> Claims {
    let PersonPart { row, attributes, collections } = person;
    let in_zone = matches!(realm, Realm::Zone(_));
    let system = [("xs.saml.groups", Vec::new()), ("xs.rolecollections", collections)];
    Claims {
        sub: row.id.to_string(),
        user_id: Some(row.id.to_string()),
        origin: Some(if in_zone { ORIGIN } else { CLOUD_FOUNDRY }.to_owned()),
        user_name: Some(row.user_name),
        email: Some(row.email),
        given_name: Some(row.given_name),
        family_name: Some(row.family_name),
        auth_time: Some(base.iat),
        user_attributes: in_zone.then_some(attributes),
        system_attributes: in_zone.then(|| system.map(|(name, values)| (name.to_owned(), values)).into()),
        ..base
    }
}

fn ext_attr(realm: &Realm, client: &Client) -> Option<ExtAttr> {
    let Realm::Zone(zone) = realm else { return None };
    Some(ExtAttr {
        enhancer: "XSUAA".to_owned(),
        subaccountid: (zone.kind == ZoneKind::Subaccount).then(|| zone.id.to_string()),
        zdn: zone.name.clone(),
        serviceinstanceid: client.instance.map(|id| id.to_string()),
    })
}

/// Under which a secret text is kept that is a key by itself: a refresh token, a code, an opaque token.
pub(super) fn hash(text: &str) -> String {
    digest(&SHA256, text.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a token rests on: as in the original it is good only as long as its client has the secret that got it.
fn rev_sig(client_id: &str, secret_hash: Option<&str>) -> String {
    let text = format!("{client_id} {}", secret_hash.unwrap_or_default());
    hash(&text).chars().take(8).collect()
}

#[derive(Debug)]
struct Verified {
    identity: Arc<Identity>,
    jti: String,
    until: Time,
    /// It is looked up again after this,
    recheck: Time,
    /// and as soon as this process removed a zone, a client or a secret.
    revocations: u64,
}

/// Tokens that were verified, by their digest.
#[derive(Debug, Default)]
struct Cache {
    tokens: Mutex<HashMap<[u8; 32], Verified>>,
}

impl Cache {
    fn get(&self, key: &[u8; 32], now: Time, revocations: u64) -> Option<Arc<Identity>> {
        let tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        let known = tokens.get(key)?;
        let fresh = now <= known.until && now < known.recheck && known.revocations == revocations;
        fresh.then(|| Arc::clone(&known.identity))
    }

    fn put(&self, key: [u8; 32], verified: Verified, now: Time) {
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        if tokens.len() >= REMEMBERED {
            tokens.retain(|_, known| now <= known.until);
        }
        if tokens.len() >= REMEMBERED {
            tokens.clear();
        }
        tokens.insert(key, verified);
    }

    fn forget(&self, jti: &str) {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, known| known.jti != jti);
    }
}

/// Verifies a bearer token: signature, time, and that it is ours.
///
/// # Errors
/// Unauthenticated.
pub async fn verify(cx: &Cx, bearer: &str) -> Result<Arc<Identity>> {
    let (cache, now) = (cx.cache::<Cache>(), cx.now());
    let mut key = [0; 32];
    key.copy_from_slice(digest(&SHA256, bearer.as_bytes()).as_ref());
    // Before anything is looked up, so that what is removed meanwhile makes the answer stale.
    let revocations = cx.db.revocations();
    if let Some(identity) = cache.get(&key, now, revocations) {
        return Ok(identity);
    }
    let claims = claims_of(cx, bearer).await?;
    let until = Time::from_seconds(claims.exp).plus(LEEWAY);
    let (jti, recheck) = (claims.jti.clone(), now.plus(REVOCATION));
    let identity = Arc::new(identity(claims)?);
    cache.put(key, Verified { identity: Arc::clone(&identity), jti, until, recheck, revocations }, now);
    Ok(identity)
}

/// The claims of a valid token.
///
/// # Errors
/// Unauthenticated.
pub async fn claims_of(cx: &Cx, bearer: &str) -> Result<Claims> {
    let parts = jwt::parts(bearer)?;
    let keys = keys::expecting(cx, &parts.kid).await?;
    let claims = parts.claims(keys.find(&parts.kid).ok_or_else(jwt::invalid)?)?;
    if claims.iss != issuer(cx, &claims) {
        return Err(jwt::invalid());
    }
    if Time::from_seconds(claims.exp).plus(LEEWAY) < cx.now() {
        return Err(Error::unauthenticated("The token has expired").with_code("invalid_token"));
    }
    if is_revoked(cx, &claims).await? {
        return Err(Error::unauthenticated("The token was revoked").with_code("invalid_token"));
    }
    Ok(claims)
}

fn issuer(cx: &Cx, claims: &Claims) -> String {
    let base = match &claims.ext_attr {
        Some(ext) => cx.addresses().uaa(&ext.zdn),
        None => cx.addresses().cf_uaa(),
    };
    format!("{base}/oauth/token")
}

async fn is_revoked(cx: &Cx, claims: &Claims) -> Result<bool> {
    let Some(ext) = &claims.ext_attr else {
        let (jti, client, signature) = (claims.jti.clone(), claims.client_id.clone(), claims.rev_sig.clone());
        return cx.db.read(async move |tx| of_cloud_foundry_is_revoked(tx, &jti, (&client, &signature)).await).await;
    };
    let (client, zone, name) = (claims.client_id.clone(), claims.zid.clone(), ext.zdn.clone());
    let signature = claims.rev_sig.clone();
    cx.db.read(async move |tx| Ok(!rests_on_something(tx, (&client, &signature), (&zone, &name)).await?)).await
}

/// Whether the token itself was revoked, or its client is gone; the one of the command line always is there.
async fn of_cloud_foundry_is_revoked(tx: &mut Tx, jti: &str, (client, signature): (&str, &str)) -> Result<bool> {
    if store::token::is_revoked(tx, jti).await? {
        return Ok(true);
    }
    let hashes = if client == CF { return Ok(false) } else { store::client::hashes(tx, client).await? };
    Ok(!hashes.iter().any(|hash| rev_sig(client, Some(hash)) == signature))
}

/// Whether the zone is still there, and the client still has the secret that the token was got with.
async fn rests_on_something(tx: &mut Tx, client: (&str, &str), zone: (&str, &str)) -> Result<bool> {
    let ((client, signature), (id, name)) = (client, zone);
    if client == ROPEWAY {
        return Ok(store::zone::find(tx, id).await?.is_some_and(|zone| zone.name == name));
    }
    let hashes = store::client::valid_hashes(tx, client, id, name).await?;
    Ok(hashes.iter().any(|hash| rev_sig(client, Some(hash)) == signature))
}

fn identity(claims: Claims) -> Result<Identity> {
    let (zone, zone_name, instance) = match claims.ext_attr {
        None => (Zone::CloudFoundry, CLOUD_FOUNDRY.to_owned(), None),
        Some(ext) => {
            let id = Uuid::parse_str(&claims.zid).map_err(|_| jwt::invalid())?;
            let local = ext.subaccountid.is_some();
            let zone = if local { Zone::Subaccount(SubaccountId(id)) } else { Zone::GlobalAccount(id) };
            (zone, ext.zdn, ext.serviceinstanceid.and_then(|id| id.parse().ok()).map(InstanceId))
        }
    };
    let person = match (claims.user_id, claims.user_name) {
        (Some(id), Some(name)) => Some(Person {
            id: PersonId(Uuid::parse_str(&id).map_err(|_| jwt::invalid())?),
            name,
            email: claims.email.unwrap_or_default(),
            origin: claims.origin.unwrap_or_default(),
        }),
        _ => None,
    };
    let attributes = claims.user_attributes.unwrap_or_default();
    Ok(Identity { zone, zone_name, client_id: claims.client_id, person, scopes: claims.scope, attributes, instance })
}

/// Revokes a Cloud Foundry token or an opaque one, and ends the session it belongs to.
///
/// # Errors
/// Not found, when the token that is sent is not the one to be revoked.
pub async fn revoke(cx: &Cx, bearer: &str, jti: &str) -> Result<()> {
    let claims = super::opaque::claims_of_any(cx, bearer).await?;
    if claims.jti != jti || claims.revocable != Some(true) {
        return Err(Error::not_found(format!("there is no token '{jti}' that you may revoke")));
    }
    let (now, until) = (cx.now(), Time::from_seconds(claims.exp).plus(LEEWAY));
    let person = claims.user_id.as_deref().and_then(|id| Uuid::parse_str(id).ok());
    cx.db
        .write(async move |tx| {
            store::token::prune_revoked(tx, now.micros()).await?;
            store::token::revoke(tx, &claims.jti, until.micros()).await?;
            if let Some(person) = person {
                store::token::delete_refresh(tx, &claims.zid, &claims.client_id, person).await?;
            }
            person::record_session(
                tx,
                "logout",
                claims.user_name.as_deref().unwrap_or(&claims.client_id),
                &claims.zid,
                now,
            )
            .await
        })
        .await?;
    cx.cache::<Cache>().forget(jti);
    Ok(())
}

wire::unprinted!(Issued);
