//! `/oauth/authorize`: signing in to another program with a browser; `/logout.do`: signing out of it.

use super::error::Problem;
use super::realm::InRealm;
use crate::page::{cookie, notice};
use axum::extract::{OriginalUri, RawQuery, State};
use axum::response::{IntoResponse, Response};
use engine::identity::authorize::{self, Asked, Next};
use engine::identity::page;
use engine::identity::zone::Realm;
use engine::{Cx, Error, Kind};
use http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use http::{HeaderMap, HeaderValue, StatusCode, Uri};
use std::collections::BTreeMap;

type Pairs = Vec<(String, String)>;

/// `GET /oauth/authorize` of a realm.
pub(super) async fn authorize(
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    go_on(&cx, &realm, &uri, &headers).await.unwrap_or_else(|error| refused(&error))
}

/// The same below the bare host, as for tokens: the client's id says which zone is meant.
pub(super) async fn authorize_client(
    State(cx): State<Cx>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let id = pairs(&uri).ok().and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "client_id"));
    let outcome = match authorize::realm_of(&cx, id.map(|(_, id)| id).unwrap_or_default()).await {
        Ok(realm) => go_on(&cx, &realm, &uri, &headers).await,
        Err(error) => Err(error),
    };
    outcome.unwrap_or_else(|error| refused(&error))
}

async fn go_on(cx: &Cx, realm: &Realm, uri: &Uri, headers: &HeaderMap) -> engine::Result<Response> {
    let pairs = pairs(uri)?;
    match authorize::authorize(cx, realm, asked(&pairs)?, cookie::read(cx, headers)).await? {
        Next::Back(url) => Ok(to(url.as_str())),
        Next::SignIn { again } => Ok(to(&sign_in(uri.path(), pairs, again))),
    }
}

/// The way to the sign-in and back here; who shall sign in once more is asked only once.
fn sign_in(path: &str, mut pairs: Pairs, again: bool) -> String {
    pairs.retain(|(name, _)| name != "prompt");
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    let mut params = vec![("next", format!("{path}?{query}"))];
    if again {
        params.push(("again", "true".to_owned()));
    }
    format!("/sign-in?{}", serde_urlencoded::to_string(params).unwrap_or_default())
}

fn pairs(uri: &Uri) -> engine::Result<Pairs> {
    let wrong = |e| Error::invalid("The parameters are not form-url-encoded").because(e);
    serde_urlencoded::from_str(uri.query().unwrap_or_default()).map_err(wrong)
}

/// A parameter that is there twice says two things (RFC 6749, 3.1).
fn asked(pairs: &[(String, String)]) -> engine::Result<Asked> {
    let mut map = BTreeMap::new();
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        if map.insert(name.as_str(), value.clone()).is_some() {
            return Err(Error::invalid(format!("The parameter {name} is there more than once")));
        }
    }
    let mut take = |name: &str| map.remove(name);
    Ok(Asked {
        response_type: take("response_type"),
        response_mode: take("response_mode"),
        client_id: take("client_id"),
        redirect_uri: take("redirect_uri"),
        scope: take("scope"),
        state: take("state"),
        nonce: take("nonce"),
        prompt: take("prompt"),
        code_challenge: take("code_challenge"),
        code_challenge_method: take("code_challenge_method"),
    })
}

/// `GET /logout.do?client_id=…&redirect=…`: ends the session of the browser, and sends it where the client may.
pub(super) async fn logout(
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let params: BTreeMap<String, String> = serde_urlencoded::from_str(&query.unwrap_or_default())
        .map_err(|e| Error::invalid("The parameters are not form-url-encoded").because(e))?;
    let (client, redirect) = (params.get("client_id"), params.get("redirect"));
    let back = match (client, redirect) {
        (Some(client), Some(to)) if authorize::may_return(&cx, &realm, client, to).await? => to.as_str(),
        _ => "/sign-in",
    };
    if let Some(value) = cookie::read(&cx, &headers) {
        page::sign_out(&cx, value).await?;
    }
    let mut response = to(back);
    cookie::clear(&cx, response.headers_mut());
    Ok(response)
}

/// Codes stand in the address: nobody on the way keeps it, and it is told to no third.
fn to(place: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(LOCATION, HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/")));
    response
}

/// For the person in front of the browser: the program that sent him asked for something wrong.
fn refused(error: &Error) -> Response {
    let (status, text) = match error.kind() {
        Kind::Invalid => (StatusCode::BAD_REQUEST, error.message()),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "The server is busy. Try again in a moment."),
    };
    notice(status, "You cannot be signed in to this program", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_signs_in_once_more_is_not_asked_for_ever() {
        let pairs = vec![("client_id".to_owned(), "a b".to_owned()), ("prompt".to_owned(), "login".to_owned())];
        let way = sign_in("/uaa/z/oauth/authorize", pairs, true);
        assert_eq!(way, "/sign-in?next=%2Fuaa%2Fz%2Foauth%2Fauthorize%3Fclient_id%3Da%2Bb&again=true");
    }

    #[test]
    fn what_is_said_twice_is_refused() {
        let twice = ["a", "b"].map(|uri| ("redirect_uri".to_owned(), uri.to_owned()));
        assert!(asked(&twice).unwrap_err().message().contains("redirect_uri"));
    }
}
