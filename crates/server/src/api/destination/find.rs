//! `GET …/destinations/{name}`: where is it, and how does one prove oneself there?

use super::conditional::{Known, known, not_modified, tagged};
use super::error::Problem;
use super::paging::is_true;
use super::view;
use crate::auth::At;
use axum::extract::{Path, Query};
use axum::response::Response;
use engine::Cx;
use engine::platform::destination::find::{self, FindOptions, Where};
use engine::platform::destination::right::Find;
use http::HeaderMap;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Options {
    #[serde(rename = "$skipTokenRetrieval")]
    skip_token: Option<String>,
    #[serde(rename = "$skipCredentials")]
    skip_credentials: Option<String>,
}

pub(super) async fn v1(
    At(cx, caller): At<Find>,
    Path(name): Path<String>,
    Query(options): Query<Options>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    answer(&cx, caller, (name, Where::Anywhere), &options, &headers).await
}

pub(super) async fn v2(
    At(cx, caller): At<Find>,
    Path(name): Path<String>,
    Query(options): Query<Options>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    answer(&cx, caller, placed(name)?, &options, &headers).await
}

async fn answer(
    cx: &Cx,
    caller: engine::Caller<Find>,
    (name, place): (String, Where),
    options: &Options,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let wish = FindOptions {
        name,
        place,
        tenant: text(headers, "x-tenant")?,
        user_token: text(headers, "x-user-token")?,
        skip_token: is_true(options.skip_token.as_deref()),
    };
    refuse_unsupported(headers)?;
    let found = find::find(cx, caller, wish).await?;
    let etag = found.stored.etag.clone();
    match known(headers, &etag)? {
        Known::Yes => Ok(not_modified(&etag)),
        Known::No => Ok(tagged(&etag, view::found(found, is_true(options.skip_credentials.as_deref())))),
    }
}

/// The level behind the last `@`. Whoever provides and whoever subscribes are one and the same here.
fn placed(name: String) -> Result<(String, Where), Problem> {
    let Some((front, level)) = name.rsplit_once('@') else { return Ok((name, Where::Anywhere)) };
    let place = match level {
        "subaccount" | "provider_subaccount" => Where::Subaccount,
        "instance" | "provider_instance" => Where::Instance,
        _ => {
            let known = "subaccount, instance, provider_subaccount, provider_instance";
            return Err(Problem::invalid(format!("'{level}' is not a level; write one of {known} after '@'")));
        }
    };
    Ok((front.to_owned(), place))
}

/// What would change the answer must not be passed over in silence.
fn refuse_unsupported(headers: &HeaderMap) -> Result<(), Problem> {
    let given = ["x-fragment-name", "x-chain-name"].into_iter().find(|name| headers.contains_key(*name));
    given.map_or(Ok(()), |name| Err(Problem::invalid(format!("the header {name} is not supported"))))
}

fn text(headers: &HeaderMap, name: &str) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get(name) else { return Ok(None) };
    let text = value.to_str().map_err(|_| Problem::invalid(format!("the header {name} cannot be read")))?;
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}
