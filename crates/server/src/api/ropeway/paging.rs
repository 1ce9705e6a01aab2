//! Lists come in pages by key: how many items, and behind which one.

use engine::Error;
use serde::Deserialize;
use utoipa::IntoParams;

/// How many items a page has unless it is said.
const USUAL: i64 = 50;
/// How many at most.
const MOST: i64 = 200;

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PageOptions {
    /// How many items at most: 50 unless it is said, 200 at most.
    pub(super) limit: Option<i64>,
    /// `next` of the page before.
    pub(super) after: Option<String>,
}

impl PageOptions {
    pub(super) fn limit(&self) -> Result<i64, Error> {
        limit(self.limit)
    }

    /// Behind which number the page begins.
    pub(super) fn after(&self, begin: i64) -> Result<i64, Error> {
        after(self.after.as_deref(), begin)
    }
}

pub(super) fn limit(asked: Option<i64>) -> Result<i64, Error> {
    match asked.unwrap_or(USUAL) {
        limit @ 1..=MOST => Ok(limit),
        limit => Err(Error::invalid(format!("limit must be between 1 and {MOST}, {limit} is not"))),
    }
}

pub(super) fn after(asked: Option<&str>, begin: i64) -> Result<i64, Error> {
    let Some(text) = asked.filter(|text| !text.is_empty()) else { return Ok(begin) };
    text.parse().map_err(|_| Error::invalid(format!("after must be the next of the page before, '{text}' is not")))
}

/// What the next page is asked with, if there may be one.
pub(super) fn next(count: usize, limit: i64, last: Option<i64>) -> Option<String> {
    let is_full = i64::try_from(count).is_ok_and(|count| count >= limit);
    last.filter(|_| is_full).map(|last| last.to_string())
}
