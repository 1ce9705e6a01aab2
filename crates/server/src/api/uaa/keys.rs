//! Public keys and discovery.

use super::error::{Problem, Result};
use super::realm::InRealm;
use super::view;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use engine::Cx;
use engine::identity::{keys, zone};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};

/// `?zid=`.
#[derive(Debug, Deserialize)]
pub(super) struct Zone {
    zid: Option<String>,
}

/// `GET /uaa/token_keys?zid=`: the answer 400 tells clients that the zone is wrong.
pub(super) async fn of_any_zone(
    State(cx): State<Cx>,
    Query(zone): Query<Zone>,
    headers: HeaderMap,
) -> Result<Response> {
    if let Some(zid) = zone.zid.filter(|zid| !zid.is_empty()) {
        let wrong = |_| Problem::named(StatusCode::BAD_REQUEST, "invalid_request", "The zone is not known");
        zone::realm(&cx, &zid).await.map_err(wrong)?;
    }
    published(&cx, &headers).await
}

/// `GET /token_keys`.
pub(super) async fn all(State(cx): State<Cx>, InRealm(_): InRealm, headers: HeaderMap) -> Result<Response> {
    published(&cx, &headers).await
}

async fn published(cx: &Cx, headers: &HeaderMap) -> Result<Response> {
    let set = keys::current(cx).await?;
    let etag = format!("\"{}\"", set.keys.iter().map(|key| key.kid.as_str()).collect::<Vec<_>>().join("."));
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == etag.as_bytes());
    let mut response = match known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => Json(view::keys(&set)).into_response(),
    };
    if let Ok(value) = HeaderValue::from_str(&etag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    Ok(response)
}

/// `GET /token_key`: the one that signs.
pub(super) async fn signing(State(cx): State<Cx>, InRealm(_): InRealm) -> Result<Json<wire::xsuaa::Key>> {
    Ok(Json(view::key(keys::current(&cx).await?.signer()?)))
}

/// `GET /.well-known/openid-configuration`.
pub(super) async fn discovery(State(cx): State<Cx>, InRealm(realm): InRealm) -> Json<Value> {
    let base = realm.url(&cx);
    Json(json!({
        "issuer": format!("{base}/oauth/token"),
        "authorization_endpoint": format!("{base}/oauth/authorize"),
        "token_endpoint": format!("{base}/oauth/token"),
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
        "userinfo_endpoint": format!("{base}/userinfo"),
        "jwks_uri": format!("{base}/token_keys"),
        "end_session_endpoint": format!("{base}/logout.do"),
        "scopes_supported": ["openid", "profile", "email", "user_attributes", "roles"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "code_challenge_methods_supported": ["S256"],
        "grant_types_supported": ["authorization_code", "client_credentials", "password", "refresh_token"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "prompt_values_supported": ["none", "login", "select_account"],
        "claims_supported": [
            "sub", "user_name", "origin", "iss", "auth_time", "aud", "client_id", "scope", "email", "given_name",
            "family_name", "zid", "azp", "iat", "exp"
        ],
        "claims_parameter_supported": false,
        "ui_locales_supported": ["en-US"]
    }))
}
