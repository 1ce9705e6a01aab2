//! What a resource server asks about a token: `/introspect` and `/check_token`, with its own client's secret.

use super::error::{Problem, Result, uncached};
use super::realm::InRealm;
use super::token::request;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use engine::identity::client::RESOURCE;
use engine::identity::grant::{self, Request};
use engine::identity::token;
use engine::identity::zone::Realm;
use engine::{Cx, Error, Kind};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

/// `POST /introspect`.
pub(super) async fn introspect(
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let request = asked(&cx, &realm, &headers, request(None, &headers, &body)?).await?;
    let claims = token::claims_of_any(&cx, param(&request, "token")?).await;
    let answer = match claims {
        Ok(claims) if claims.zid == realm.zid() => active(serde_json::to_value(claims).map_err(Error::from)?),
        Ok(_) => json!({"active": false}),
        Err(error) if error.kind() == Kind::Unauthenticated => json!({"active": false}),
        Err(error) => return Err(error.into()),
    };
    Ok(uncached(Json(answer)))
}

fn active(mut claims: Value) -> Value {
    claims["active"] = json!(true);
    claims
}

/// `POST /check_token`.
pub(super) async fn check_token(
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let request = asked(&cx, &realm, &headers, request(query.as_deref(), &headers, &body)?).await?;
    let bad = |text: &str| Problem::named(StatusCode::BAD_REQUEST, "invalid_token", text);
    let claims = token::claims_of_any(&cx, param(&request, "token")?).await.map_err(|error| match error.kind() {
        Kind::Unauthenticated => bad(error.message()),
        _ => error.into(),
    })?;
    if claims.zid != realm.zid() {
        return Err(bad("The token was not issued in this zone"));
    }
    let wanted = request.params.get("scopes").map(String::as_str).unwrap_or_default();
    let missing =
        wanted.split(',').filter(|scope| !scope.is_empty()).find(|scope| !claims.scope.iter().any(|s| s == scope));
    match missing {
        Some(_) => {
            let text = "Some requested scopes are missing: the token does not carry all of them";
            Err(Problem::named(StatusCode::BAD_REQUEST, "invalid_scope", text))
        }
        None => Ok(uncached(Json(claims))),
    }
}

/// Only a client with a secret of its own may ask: every one has the scope for it.
async fn asked(cx: &Cx, realm: &Realm, headers: &HeaderMap, request: Request) -> Result<Request> {
    if request.basic.is_empty() && crate::auth::bearer(headers).is_some() {
        let identity = crate::auth::identity(headers, cx).await?;
        let allowed = identity.scopes.iter().any(|scope| scope == RESOURCE) && identity.zone_name == realm.name();
        return if allowed { Ok(request) } else { Err(needs_resource()) };
    }
    let client = grant::authenticate(cx, realm, &request).await?;
    if client.is_public() { Err(needs_resource()) } else { Ok(request) }
}

fn needs_resource() -> Problem {
    Problem::named(
        StatusCode::FORBIDDEN,
        "insufficient_scope",
        "Insufficient scope for this resource: uaa.resource is needed",
    )
}

fn param<'a>(request: &'a Request, name: &str) -> Result<&'a str> {
    let value = request.params.get(name).filter(|value| !value.is_empty());
    let missing = || Error::invalid(format!("the parameter '{name}' is missing"));
    Ok(value.ok_or_else(missing)?)
}
