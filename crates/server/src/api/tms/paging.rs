//! Lists of any length: read page by page and sent as they are read, so that neither a long list nor a large `top`
//! costs memory. `top` and `after` (the place, or the id, behind which the list goes on) are ours; without them the
//! whole list is answered, as the original does.

use super::error::Problem;
use super::read::Query;
use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use engine::Error;
use futures_util::stream::{self, Stream, StreamExt};
use http::header::CONTENT_TYPE;
use serde::Serialize;
use std::future::Future;

/// How much of a list is read at a time.
const PAGE: i64 = 500;

/// A page of a list, and the cursor behind which the next one begins.
pub(super) type Page<T> = (Vec<T>, i64);

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
pub(super) async fn list<T, N, F>(frame: &impl Serialize, window: Window, next: N) -> Result<Response, Problem>
where
    T: Serialize + Send + 'static,
    N: Fn(i64, i64) -> F + Send + Sync + 'static,
    F: Future<Output = Result<Page<T>, Error>> + Send + 'static,
{
    let mut text = serde_json::to_vec(frame).map_err(Error::from)?;
    text.truncate(text.len().saturating_sub(2));
    let (more, rest) = read(&next, window, true).await?;
    text.extend_from_slice(&more);
    let body = match rest {
        None => Body::from(text),
        Some(rest) => Body::from_stream(stream::once(async { Ok(Bytes::from(text)) }).chain(tail(rest, next))),
    };
    Ok(([(CONTENT_TYPE, "application/json")], body).into_response())
}

/// The next page as JSON, with the end of the list if it is the last, else with what is still to come.
async fn read<T, N, F>(next: &N, window: Window, is_first: bool) -> Result<(Vec<u8>, Option<Window>), Error>
where
    T: Serialize,
    N: Fn(i64, i64) -> F,
    F: Future<Output = Result<Page<T>, Error>>,
{
    let limit = window.left.min(PAGE);
    let (items, after) = next(window.after, limit).await?;
    let mut text = Vec::with_capacity(items.len() * 400);
    for (index, item) in items.iter().enumerate() {
        if index > 0 || !is_first {
            text.push(b',');
        }
        serde_json::to_writer(&mut text, item)?;
    }
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let left = window.left - count;
    if count < limit || left == 0 {
        text.extend_from_slice(b"]}");
        return Ok((text, None));
    }
    Ok((text, Some(Window { after, left })))
}

/// The pages behind the first. A thing that is moved meanwhile may come twice, as it would in two lists.
fn tail<T, N, F>(from: Window, next: N) -> impl Stream<Item = Result<Bytes, std::io::Error>>
where
    T: Serialize + Send + 'static,
    N: Fn(i64, i64) -> F + Send + Sync + 'static,
    F: Future<Output = Result<Page<T>, Error>> + Send + 'static,
{
    stream::unfold((Some(from), next), |(window, next)| async move {
        Some(match read(&next, window?, false).await {
            Ok((text, rest)) => (Ok(Bytes::from(text)), (rest, next)),
            Err(error) => (Err(std::io::Error::other(error.chain())), (None, next)),
        })
    })
}
