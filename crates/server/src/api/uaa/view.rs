//! Every conversion to the wire of the authorization service.

use engine::identity::grant::Granted;
use engine::identity::jwt::Claims;
use engine::identity::keys::{Key, KeySet};
use serde_json::{Value, json};
use wire::xsuaa;

pub(super) fn token(granted: Granted) -> xsuaa::Token {
    let Granted { issued, refresh_token } = granted;
    xsuaa::Token {
        access_token: issued.access_token,
        token_type: "bearer".to_owned(),
        expires_in: issued.expires_in,
        scope: issued.scopes.join(" "),
        jti: issued.jti,
        refresh_token,
    }
}

pub(super) fn keys(set: &KeySet) -> xsuaa::Keys {
    xsuaa::Keys { keys: set.keys.iter().map(|one| key(one)).collect() }
}

pub(super) fn key(key: &Key) -> xsuaa::Key {
    xsuaa::Key {
        kty: "RSA".to_owned(),
        e: key.e.clone(),
        usage: "sig".to_owned(),
        kid: key.kid.clone(),
        alg: "RS256".to_owned(),
        value: key.pem.clone(),
        n: key.n.clone(),
    }
}

pub(super) fn userinfo(claims: &Claims, origin: &str) -> Value {
    json!({
        "user_id": claims.user_id,
        "sub": claims.user_id,
        "user_name": claims.user_name,
        "name": format!(
            "{} {}",
            claims.given_name.as_deref().unwrap_or_default(),
            claims.family_name.as_deref().unwrap_or_default()
        ).trim(),
        "given_name": claims.given_name,
        "family_name": claims.family_name,
        "email": claims.email,
        "email_verified": true,
        "origin": claims.origin.as_deref().unwrap_or(origin),
    })
}
