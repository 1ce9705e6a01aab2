//! `/oauth/token`: every way in which clients are known to ask.

use super::error::{Problem, Result, uncached};
use super::realm::InRealm;
use super::view;
use crate::auth;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use engine::identity::grant::{self, Request};
use engine::identity::{person, token};
use engine::{Cx, Error};
use http::{HeaderMap, Method, StatusCode, header};
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;

/// `GET` and `POST` `/oauth/token[/…]`.
pub(super) async fn token(
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    method: Method,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    if method != Method::GET && method != Method::POST {
        return Err(Problem::method(&method));
    }
    let request = request(query.as_deref(), &headers, &body)?;
    let granted = grant::grant(&cx, &realm, &request).await?;
    Ok(uncached(Json(view::token(granted))))
}

/// The same below the bare host: some clients (xssec, and with it the Cloud SDK) keep only scheme and host of a key's
/// `uaa.url` and drop its path. The client's id, unique over all zones, then says which zone is meant.
pub(super) async fn token_of_client(
    State(cx): State<Cx>,
    method: Method,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    if method != Method::GET && method != Method::POST {
        return Err(Problem::method(&method));
    }
    let request = request(query.as_deref(), &headers, &body)?;
    let realm = grant::realm_of(&cx, &request).await?;
    let granted = grant::grant(&cx, &realm, &request).await?;
    Ok(uncached(Json(view::token(granted))))
}

/// What stands in the query wins over what stands in the body, and what comes first over what is repeated: a known
/// client sends `client_credentials` in the query and `password` in the body.
pub(super) fn request(query: Option<&str>, headers: &HeaderMap, body: &[u8]) -> Result<Request> {
    let mut params = BTreeMap::new();
    let body = if is_form(headers) { body } else { &[] };
    for part in [query.unwrap_or_default().as_bytes(), body] {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(part)
            .map_err(|e| Error::invalid("the parameters are not form-url-encoded").because(e))?;
        for (name, value) in pairs {
            params.entry(name).or_insert(value);
        }
    }
    Ok(Request { basic: basic(headers), params })
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_none_or(|kind| kind.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded"))
}

/// Newer clients form-url-encode id and secret before they put them into the header, older ones do not; a secret may
/// hold a percent sign, so both readings are tried.
fn basic(headers: &HeaderMap) -> Vec<(String, String)> {
    let Some((id, secret)) = auth::basic(headers) else { return Vec::new() };
    let decoded = (form_decoded(&id), form_decoded(&secret));
    if decoded == (id.clone(), secret.clone()) { vec![decoded] } else { vec![(id, secret), decoded] }
}

fn form_decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// What the address names besides the zone.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Revoked {
    jti: String,
}

/// `DELETE /oauth/token/revoke/{jti}`: the bearer token that is sent is the one to be revoked.
pub(super) async fn revoke(
    State(cx): State<Cx>,
    InRealm(_): InRealm,
    Path(Revoked { jti }): Path<Revoked>,
    headers: HeaderMap,
) -> Result<StatusCode> {
    let bearer = auth::bearer(&headers).ok_or_else(auth::no_token)?;
    token::revoke(&cx, bearer, &jti).await?;
    Ok(StatusCode::OK)
}

/// `GET /userinfo`.
pub(super) async fn userinfo(State(cx): State<Cx>, InRealm(realm): InRealm, headers: HeaderMap) -> Result<Response> {
    let bearer = auth::bearer(&headers).ok_or_else(auth::no_token)?;
    let claims = token::claims_of(&cx, bearer).await?;
    if claims.zid != realm.zid() || claims.user_id.is_none() {
        return Err(Error::forbidden("this token has no user of this zone").with_code("access_denied").into());
    }
    Ok(uncached(Json(view::userinfo(&claims, person::ORIGIN))))
}
