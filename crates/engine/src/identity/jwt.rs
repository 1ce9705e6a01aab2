//! The form of a token: claims, and the three parts they travel in. Pure; keys are handed in.

use super::keys::Key;
use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Duration;

/// How much clocks may differ.
pub(super) const LEEWAY: Duration = Duration::from_secs(60);

/// What a token says. Which claims clients rely on is in the reference of the authorization service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Claims {
    /// The token's own id.
    pub jti: String,
    /// Tenant details, in zones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ext_attr: Option<ExtAttr>,
    /// `xs.system.attributes`: the person's role collections.
    #[serde(rename = "xs.system.attributes", skip_serializing_if = "Option::is_none")]
    pub system_attributes: Option<BTreeMap<String, Vec<String>>>,
    /// `xs.user.attributes`: what restricts the person's roles.
    #[serde(rename = "xs.user.attributes", skip_serializing_if = "Option::is_none")]
    pub user_attributes: Option<BTreeMap<String, Vec<String>>>,
    /// Echoed from the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub az_attr: Option<Value>,
    /// First name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// The client, or the person's id.
    pub sub: String,
    /// The client's scopes, in a client's token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorities: Option<Vec<String>>,
    /// Full scope names.
    pub scope: Vec<String>,
    pub client_id: String,
    /// The client.
    pub cid: String,
    /// The client.
    pub azp: String,
    /// `true` in tokens that can be revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revocable: Option<bool>,
    /// The grant used.
    pub grant_type: String,
    /// The person's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// The mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// When the person logged in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_time: Option<i64>,
    /// The session, in a person's token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    /// Changes with what the token rests on: the client's secret, the person's password.
    pub rev_sig: String,
    /// When issued, in seconds.
    pub iat: i64,
    /// When it runs out, in seconds.
    pub exp: i64,
    /// Who issued it.
    pub iss: String,
    /// The zone.
    pub zid: String,
    /// Whom it is for.
    pub aud: Vec<String>,
}

/// The claim by which clients recognise tokens of this service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtAttr {
    /// `XSUAA`.
    pub enhancer: String,
    /// The subaccount; not in tokens of the global account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subaccountid: Option<String>,
    /// The zone's name.
    pub zdn: String,
    /// The service instance that owns the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serviceinstanceid: Option<String>,
}

#[derive(Debug, Serialize)]
struct Header<'a> {
    alg: &'static str,
    jku: &'a str,
    kid: &'a str,
    typ: &'static str,
}

#[derive(Debug, Deserialize)]
struct ReadHeader {
    alg: String,
    kid: String,
}

/// Signs the claims.
///
/// # Errors
/// Internal.
pub fn encode(key: &Key, jku: &str, claims: &impl Serialize) -> Result<String> {
    let header = Header { alg: "RS256", jku, kid: &key.kid, typ: "JWT" };
    let mut token = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&header)?);
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(serde_json::to_vec(claims)?, &mut token);
    let signature = key.sign(token.as_bytes())?;
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(signature, &mut token);
    Ok(token)
}

/// A token taken apart, not believed yet.
#[derive(Debug)]
pub struct Parts<'a> {
    /// Which key is said to have signed it.
    pub kid: String,
    message: &'a str,
    payload: &'a str,
    signature: Vec<u8>,
}

/// Not a token, or not one of ours.
pub(super) fn invalid() -> Error {
    Error::unauthenticated("Invalid token").with_code("invalid_token")
}

/// Takes a token apart. Only `RS256` passes: a token does not choose how it is checked.
///
/// # Errors
/// Unauthenticated.
pub fn parts(token: &str) -> Result<Parts<'_>> {
    let (message, signature) = token.rsplit_once('.').ok_or_else(invalid)?;
    let (header, payload) = message.split_once('.').ok_or_else(invalid)?;
    let header: ReadHeader = json(header)?;
    if header.alg != "RS256" {
        return Err(invalid());
    }
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| invalid())?;
    Ok(Parts { kid: header.kid, message, payload, signature })
}

impl Parts<'_> {
    /// The claims, once the signature is right.
    ///
    /// # Errors
    /// Unauthenticated.
    pub fn claims(&self, key: &Key) -> Result<Claims> {
        match key.verifies(self.message.as_bytes(), &self.signature) {
            true => json(self.payload),
            false => Err(invalid()),
        }
    }
}

fn json<T: serde::de::DeserializeOwned>(part: &str) -> Result<T> {
    let bytes = URL_SAFE_NO_PAD.decode(part).map_err(|_| invalid())?;
    serde_json::from_slice(&bytes).map_err(|_| invalid())
}
