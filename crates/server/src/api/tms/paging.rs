//! Lists of any length: read page by page and sent as they are read, so that neither a long list nor a large `top`
//! costs memory. `top` and `after` (the place, or the id, behind which the list goes on) are ours; without them the
//! whole list is answered, as the original does.

use super::error::Problem;
use super::read::Query;
use crate::auth::At;
use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use engine::Error;
use futures_util::stream::{self, Stream, StreamExt};
use http::header::CONTENT_TYPE;
use serde::Serialize;
use std::future::Future;

/// How much of a list is read at a time.
const PAGE: i64 = 500;
/// About how long one thing is as JSON.
const USUAL: usize = 400;

/// A page of a list as JSON, without its brackets.
#[derive(Debug)]
pub(super) struct Page {
    text: Vec<u8>,
    count: i64,
    /// The cursor behind which the next page begins.
    last: i64,
}

impl Page {
    /// Of things that are written now.
    pub(super) fn of<T: Serialize>(items: impl ExactSizeIterator<Item = T>, last: i64) -> Result<Self, Error> {
        let mut page = Self::empty(items.len(), last);
        for item in items {
            page.text.extend_from_slice(if page.text.is_empty() { b"" } else { b"," });
            serde_json::to_writer(&mut page.text, &item)?;
        }
        Ok(page)
    }

    /// Of so many things that are written already, with a comma behind each.
    pub(super) fn written(mut text: Vec<u8>, count: usize, last: i64) -> Self {
        text.pop();
        Self { text, count: i64::try_from(count).unwrap_or(i64::MAX), last }
    }

    fn empty(count: usize, last: i64) -> Self {
        let text = Vec::with_capacity(count.saturating_mul(USUAL));
        Self { text, count: i64::try_from(count).unwrap_or(i64::MAX), last }
    }
}

/// An answer of JSON that is written already.
pub(super) fn json(body: impl Into<Body>) -> Response {
    ([(CONTENT_TYPE, "application/json")], body.into()).into_response()
}

/// Where a list begins, and how long it may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    after: i64,
    left: i64,
}

impl Window {
    /// Everything behind a cursor.
    pub(super) const fn behind(after: i64) -> Self {
        Self { after, left: i64::MAX }
    }

    /// What the query asks for.
    pub(super) fn asked(query: &Query) -> Result<Self, Error> {
        let (top, after) = (number(query, "top")?, number(query, "after")?);
        Ok(Self { after: after.unwrap_or(0), left: top.unwrap_or(i64::MAX) })
    }
}

fn number(query: &Query, name: &str) -> Result<Option<i64>, Error> {
    let Some(text) = query.get(name) else { return Ok(None) };
    let number = text.parse().ok().filter(|number: &i64| *number >= 0);
    number.map(Some).ok_or_else(|| Error::invalid(format!("{name} must be a number, '{text}' is not")))
}

/// Answers a list. `frame` is what is around it, with the list empty and at its end; `next` reads what follows a
/// cursor, at most so many.
pub(super) async fn list<P, N, F>(
    at: At<P>,
    frame: &impl Serialize,
    window: Window,
    next: N,
) -> Result<Response, Problem>
where
    P: 'static,
    N: Fn(At<P>, i64, i64) -> F + Send + Sync + 'static,
    F: Future<Output = Result<Page, Error>> + Send + 'static,
{
    let mut text = serde_json::to_vec(frame).map_err(Error::from)?;
    text.truncate(text.len().saturating_sub(2));
    let next = move |after, limit| next(at.clone(), after, limit);
    let (text, rest) = read(&next, window, &text).await?;
    let body = match rest {
        None => Body::from(text),
        Some(rest) => Body::from_stream(stream::once(async { Ok(Bytes::from(text)) }).chain(tail(rest, next))),
    };
    Ok(json(body))
}

/// The next page behind what comes before it, with the end of the list if it is the last, else with what is still to come.
async fn read<N, F>(next: &N, window: Window, before: &[u8]) -> Result<(Vec<u8>, Option<Window>), Error>
where
    N: Fn(i64, i64) -> F,
    F: Future<Output = Result<Page, Error>>,
{
    let limit = window.left.min(PAGE);
    let page = next(window.after, limit).await?;
    let mut text = Vec::with_capacity(before.len() + page.text.len() + 2);
    text.extend_from_slice(if before == b"," && page.count == 0 { b"" } else { before });
    text.extend_from_slice(&page.text);
    let left = window.left - page.count;
    if page.count < limit || left == 0 {
        text.extend_from_slice(b"]}");
        return Ok((text, None));
    }
    Ok((text, Some(Window { after: page.last, left })))
}

/// The pages behind the first. A thing that is moved meanwhile may come twice, as it would in two lists.
fn tail<N, F>(from: Window, next: N) -> impl Stream<Item = Result<Bytes, std::io::Error>>
where
    N: Fn(i64, i64) -> F + Send + Sync + 'static,
    F: Future<Output = Result<Page, Error>> + Send + 'static,
{
    stream::unfold((Some(from), next), |(window, next)| async move {
        Some(match read(&next, window?, b",").await {
            Ok((text, rest)) => (Ok(Bytes::from(text)), (rest, next)),
            Err(error) => (Err(std::io::Error::other(error.chain())), (None, next)),
        })
    })
}
