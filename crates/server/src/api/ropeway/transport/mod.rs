//! `…/subaccounts/{subaccount}/…`: transport management as the page shows it. The same rules as in `/tms`.

mod actions;
mod nodes;
mod queue;
mod requests;
mod routes;
mod upload;
mod view;

use super::error::Problem;
use engine::{Cx, Error};
use serde::Deserialize;
use std::str::FromStr;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

/// How many items a page has unless it is said.
const USUAL: i64 = 50;
/// How many at most.
const MOST: i64 = 200;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .merge(nodes::routes())
        .merge(routes::routes())
        .merge(queue::routes())
        .merge(upload::routes())
        .merge(requests::routes())
        .merge(actions::routes())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct InSubaccount {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct One {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Its number.
    id: String,
}

impl One {
    fn id<T: FromStr<Err = model::BadId>>(&self) -> Result<T, Problem> {
        Ok(self.id.parse().map_err(Error::from)?)
    }
}

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct PageOptions {
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

impl PageOptions {
    fn limit(&self) -> Result<i64, Error> {
        limit(self.limit)
    }

    /// Behind which number the page begins.
    fn after(&self, begin: i64) -> Result<i64, Error> {
        after(self.after.as_deref(), begin)
    }
}

fn limit(asked: Option<i64>) -> Result<i64, Error> {
    match asked.unwrap_or(USUAL) {
        limit @ 1..=MOST => Ok(limit),
        limit => Err(Error::invalid(format!("limit must be between 1 and {MOST}, {limit} is not"))),
    }
}

fn after(asked: Option<&str>, begin: i64) -> Result<i64, Error> {
    let Some(text) = asked.filter(|text| !text.is_empty()) else { return Ok(begin) };
    text.parse().map_err(|_| Error::invalid(format!("after must be the next of the page before, '{text}' is not")))
}

/// What the next page is asked with, if there may be one.
fn next(count: usize, limit: i64, last: Option<i64>) -> Option<String> {
    let is_full = i64::try_from(count).is_ok_and(|count| count >= limit);
    last.filter(|_| is_full).map(|last| last.to_string())
}
