//! Actions and logs. An import of all may cover a whole queue, so its requests are sent page by page.

use super::error::Problem;
use super::paging::{self, Page, Window};
use super::{read, view};
use crate::auth::Auth;
use axum::extract::{Path, State};
use axum::response::Response;
use engine::Cx;
use engine::transport::log;
use engine::transport::right::Display;
use model::{ActionId, RequestId};
use wire::tms::{ActionLogs, RequestLogs};

pub(super) async fn get(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = read::id(&id)?;
    let action = log::action(&cx, caller.clone(), id).await?;
    let next = move |after: i64, limit: i64| {
        let (cx, caller) = (cx.clone(), caller.clone());
        async move {
            let found = log::requests(&cx, caller, id, after, limit).await?;
            let last = next_place(after, found.len());
            Page::of(found.iter().map(view::action_request), last)
        }
    };
    paging::list(&view::action(&action), Window::behind(0), next).await
}

/// The requests of an action are counted: those behind the first 500 begin at 500.
fn next_place(after: i64, count: usize) -> i64 {
    after.saturating_add(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) async fn of_action(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: ActionId = read::id(&id)?;
    let next = move |after: i64, limit: i64| {
        let (cx, caller) = (cx.clone(), caller.clone());
        async move {
            let found = log::of_action(&cx, caller, id, after, limit).await?;
            Page::of(view::action_logs(id, &found).into_iter(), next_place(after, found.requests.len()))
        }
    };
    paging::list(&ActionLogs { logs: Vec::new() }, Window::behind(0), next).await
}

pub(super) async fn of_request(
    Auth(caller): Auth<Display>,
    State(cx): State<Cx>,
    Path((node, request)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (node, request): (_, RequestId) = (read::id(&node)?, read::id(&request)?);
    let next = move |before: i64, limit: i64| {
        let (cx, caller) = (cx.clone(), caller.clone());
        async move {
            let found = log::of_request(&cx, caller, (node, request), ActionId(before), limit).await?;
            let last = found.actions.last().map_or(before, |(action, _)| action.id.get());
            Page::of(view::request_logs(&found).into_iter(), last)
        }
    };
    paging::list(&RequestLogs { logs: Vec::new() }, Window::behind(i64::MAX), next).await
}
