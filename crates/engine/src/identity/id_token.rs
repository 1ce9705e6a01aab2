//! The id token: who signed in, told to the client that asked (OpenID Connect Core, 2). It opens nothing: it has no
//! scopes, and what reads access tokens does not take it for one.

use super::client::Client;
use super::zone::Realm;
use super::{jwt, keys, person};
use crate::cx::Cx;
use crate::error::Result;
use serde::Serialize;
use store::person::PersonRow;

#[derive(Serialize)]
struct IdClaims<'a> {
    iss: String,
    sub: String,
    aud: [&'a str; 1],
    azp: &'a str,
    iat: i64,
    exp: i64,
    auth_time: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<String>,
    user_id: String,
    user_name: &'a str,
    email: &'a str,
    email_verified: bool,
    given_name: &'a str,
    family_name: &'a str,
    origin: &'a str,
    zid: String,
}

pub(super) async fn issue(
    cx: &Cx,
    realm: &Realm,
    client: &Client,
    row: &PersonRow,
    nonce: Option<String>,
) -> Result<String> {
    let (url, now) = (realm.url(cx), cx.now());
    let claims = IdClaims {
        iss: format!("{url}/oauth/token"),
        sub: row.id.to_string(),
        aud: [&client.client_id],
        azp: &client.client_id,
        iat: now.seconds(),
        exp: now.plus(client.validity).seconds(),
        auth_time: now.seconds(),
        nonce,
        user_id: row.id.to_string(),
        user_name: &row.user_name,
        email: &row.email,
        email_verified: true,
        given_name: &row.given_name,
        family_name: &row.family_name,
        origin: person::shown_origin(row, matches!(realm, Realm::Zone(_))),
        zid: realm.zid(),
    };
    let keys = keys::current(cx).await?;
    jwt::encode(keys.signer()?, &format!("{url}/token_keys"), &claims)
}
