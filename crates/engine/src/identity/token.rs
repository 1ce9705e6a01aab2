//! Tokens: issuing and verifying.

use super::client::Client;
use super::jwt::{self, Claims, ExtAttr, LEEWAY};
use super::recent::{Look, Recent};
use super::session;
use super::zone::{CLOUD_FOUNDRY, Realm};
use super::{ground, keys, opaque, person as people};
use crate::caller::{Identity, Person, Zone};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::visit;
use aws_lc_rs::digest::{SHA256, digest};
use model::account::ZoneKind;
use model::{GlobalAccountId, InstanceId, PersonId, SubaccountId, Time};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::person::PersonRow;
use uuid::Uuid;

/// What a token is to say.
#[derive(Debug)]
pub struct Subject<'a> {
    pub realm: &'a Realm,
    pub client: &'a Client,
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
    pub row: PersonRow,
    /// The session the token belongs to.
    pub session: String,
    /// What restricts the roles.
    pub attributes: BTreeMap<String, Vec<String>>,
    /// Names of role collections.
    pub collections: Vec<String>,
}

/// A token that was issued.
#[derive(Clone, PartialEq, Eq)]
pub struct Issued {
    pub access_token: String,
    /// Its id.
    pub jti: String,
    pub scopes: Vec<String>,
    /// Seconds it is still valid, as the original counts them: one less than it lives.
    pub expires_in: i64,
}

/// Issues a token. Signing takes half a millisecond and happens here: handing it to another thread costs more than it
/// gives, because all threads sign.
pub async fn issue(cx: &Cx, subject: Subject<'_>) -> Result<Issued> {
    let (url, is_opaque) = (subject.realm.url(cx), subject.opaque);
    let claims = claims(cx, &url, subject);
    let expires_in = claims.exp - claims.iat - 1;
    if is_opaque {
        let scopes = claims.scope.clone();
        let access_token = opaque::keep(cx, claims).await?;
        return Ok(Issued { jti: access_token.clone(), access_token, expires_in, scopes });
    }
    let keys = keys::current(cx).await?;
    let access_token = jwt::encode(keys.signer()?, &format!("{url}/token_keys"), &claims)?;
    Ok(Issued { access_token, expires_in, jti: claims.jti, scopes: claims.scope })
}

fn claims(cx: &Cx, url: &str, subject: Subject<'_>) -> Claims {
    let Subject { realm, client, grant_type, scopes, person, az_attr, .. } = subject;
    let (now, id) = (cx.now(), &client.client_id);
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
        rev_sig: ground::signature(client, person.as_ref().map(|person| &person.row)),
        iat: now.seconds(),
        exp: now.plus(client.validity).seconds(),
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
    let PersonPart { row, session, attributes, collections } = person;
    let in_zone = matches!(realm, Realm::Zone(_));
    let system = [("xs.saml.groups", Vec::new()), ("xs.rolecollections", collections)];
    Claims {
        sub: row.id.to_string(),
        user_id: Some(row.id.to_string()),
        origin: Some(people::shown_origin(&row, in_zone).to_owned()),
        user_name: Some(row.user_name),
        email: Some(row.email),
        given_name: Some(row.given_name),
        family_name: Some(row.family_name),
        auth_time: Some(base.iat),
        sid: Some(session),
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

/// A token that was verified, under its digest.
#[derive(Debug, Clone)]
struct Verified {
    identity: Arc<Identity>,
    until: Time,
}

/// Verifies a bearer token: signature, time, and that it is ours.
///
/// # Errors
/// Unauthenticated.
pub async fn verify(cx: &Cx, bearer: &str) -> Result<Arc<Identity>> {
    let (recent, look) = (cx.cache::<Recent<[u8; 32], Verified>>(), Look::now(cx));
    let mut key = [0; 32];
    key.copy_from_slice(digest(&SHA256, bearer.as_bytes()).as_ref());
    let identity = match recent.get(&key, look).filter(|known| cx.now() <= known.until) {
        Some(known) => known.identity,
        None => {
            let claims = claims_of(cx, bearer).await?;
            let until = Time::from_seconds(claims.exp).plus(LEEWAY);
            let identity = Arc::new(identity(claims)?);
            recent.put(key, look, Verified { identity: Arc::clone(&identity), until });
            identity
        }
    };
    visit::called_by(&identity);
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
    ground::standing(cx, claims).await
}

/// The claims of a valid token, signed or opaque, for those who are told about tokens.
///
/// # Errors
/// Unauthenticated.
pub async fn claims_of_any(cx: &Cx, token: &str) -> Result<Claims> {
    if token.contains('.') { claims_of(cx, token).await } else { opaque::claims(cx, token).await }
}

fn issuer(cx: &Cx, claims: &Claims) -> String {
    let base = match &claims.ext_attr {
        Some(ext) => cx.addresses().uaa(&ext.zdn),
        None => cx.addresses().cf_uaa(),
    };
    format!("{base}/oauth/token")
}

fn identity(claims: Claims) -> Result<Identity> {
    let (zone, zone_name, instance) = match claims.ext_attr {
        None => (Zone::CloudFoundry, CLOUD_FOUNDRY.to_owned(), None),
        Some(ext) => {
            let id = Uuid::parse_str(&claims.zid).map_err(|_| jwt::invalid())?;
            let local = ext.subaccountid.is_some();
            let zone =
                if local { Zone::Subaccount(SubaccountId(id)) } else { Zone::GlobalAccount(GlobalAccountId(id)) };
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
    let claims = claims_of_any(cx, bearer).await?;
    if claims.jti != jti || claims.revocable != Some(true) {
        return Err(Error::not_found(format!("there is no token '{jti}' that you may revoke")));
    }
    let (now, until) = (cx.now(), Time::from_seconds(claims.exp).plus(LEEWAY));
    cx.db
        .write(async move |tx| {
            store::token::prune_revoked(tx, now).await?;
            store::token::revoke(tx, &claims.jti, until).await?;
            let name = claims.user_name.as_deref().unwrap_or(&claims.client_id);
            match &claims.sid {
                Some(id) => session::end(tx, id, name, &claims.zid, now).await.map(drop),
                None => super::person::record_session(tx, "logout", name, &claims.zid, now).await,
            }
        })
        .await
}

wire::unprinted!(Issued);
