//! Actions and logs. An import of all may cover a whole queue, so its requests are sent page by page.

use super::error::Problem;
use super::paging::{self, Page, Window};
use super::{read, view};
use crate::auth::At;
use axum::extract::Path;
use axum::response::Response;
use engine::transport::log;
use engine::transport::right::Display;
use model::{ActionId, RequestId};
use wire::tms::{ActionLogs, RequestLogs};

pub(super) async fn get(at: At<Display>, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = read::id(&id)?;
    let action = log::action(&at.0, at.1.clone(), id).await?;
    let next = move |At(cx, caller): At<Display>, after, limit| async move {
        let found = log::requests(&cx, caller, id, after, limit).await?;
        Page::of(found.iter().map(view::action_request), next_place(after, found.len()))
    };
    paging::list(at, &view::action(&action), Window::behind(0), next).await
}

/// The requests of an action are counted: those behind the first 500 begin at 500.
fn next_place(after: i64, count: usize) -> i64 {
    after.saturating_add(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) async fn of_action(at: At<Display>, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: ActionId = read::id(&id)?;
    let next = move |At(cx, caller): At<Display>, after, limit| async move {
        let found = log::of_action(&cx, caller, id, after, limit).await?;
        Page::of(view::action_logs(id, &found).into_iter(), next_place(after, found.requests.len()))
    };
    paging::list(at, &ActionLogs { logs: Vec::new() }, Window::behind(0), next).await
}

pub(super) async fn of_request(
    at: At<Display>,
    Path((node, request)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let of: (_, RequestId) = (read::id(&node)?, read::id(&request)?);
    let next = move |At(cx, caller): At<Display>, before, limit| async move {
        let found = log::of_request(&cx, caller, of, ActionId(before), limit).await?;
        let last = found.actions.last().map_or(before, |(action, _)| action.id.get());
        Page::of(view::request_logs(&found).into_iter(), last)
    };
    paging::list(at, &RequestLogs { logs: Vec::new() }, Window::behind(i64::MAX), next).await
}
