//! `/api/v1/events`: what changes while somebody looks, as server-sent events.

use super::body::Asked;
use super::error::Problem;
use super::here::Here;
use crate::listener::Stopping;
use axum::Extension;
use axum::response::sse::{Event, KeepAlive, Sse};
use engine::identity::rights::LoggedIn;
use engine::live::{self, Change, Heard, Listener};
use engine::{Caller, Cx, Error};
use futures_util::Stream;
use futures_util::stream::{self, StreamExt};
use http::{HeaderMap, HeaderName};
use model::{SubaccountId, Time};
use serde::Deserialize;
use std::convert::Infallible;
use std::time::Duration;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// Keeps proxies from closing a quiet connection.
const ALIVE: Duration = Duration::from_secs(15);
/// A stream ends after this long and is begun again by its reader, so that whoever is signed out hears nothing more.
const LONGEST: Duration = Duration::from_secs(300);

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(events))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Subdomain or GUID of the subaccount.
    #[serde(rename = "subaccount")]
    _subaccount: String,
}

/// Hear what changes.
///
/// Server-sent events: `change` with `{"topic":"node"}` says that things of this sort changed in the subaccount, and is
/// sent after the change can be read; `missed` says that anything may have changed. A reader that comes back with
/// `Last-Event-ID` hears what it missed, some of it perhaps twice. The stream ends by itself after some minutes.
#[utoipa::path(get, path = "/api/v1/events", operation_id = "hearEvents", tag = "events", params(Options),
    responses((status = 200, description = "Events.", content_type = "text/event-stream", body = String), Problem))]
async fn events(
    Here(cx, caller): Here<LoggedIn>,
    Asked(_): Asked<Options>,
    stopping: Option<Extension<Stopping>>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let subaccount = member(&caller)?.to_string();
    // Listening begins before the past is read, so that nothing falls between.
    let listener = live::listen(&cx);
    let last = headers.get(LAST_EVENT_ID).and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let past = match last {
        Some(at) => live::since(&cx, Time(at)).await?,
        None => Some(Vec::new()),
    };
    let begin = match past {
        Some(rows) => rows.into_iter().filter(|row| row.subaccount == subaccount).map(|row| change(&row)).collect(),
        None => vec![missed()],
    };
    let end = end(stopping.map(|Extension(stopping)| stopping));
    let events = stream::iter(begin).chain(heard(listener, subaccount)).map(Ok).take_until(Box::pin(end));
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)))
}

/// A server that stops waits for its answers, and nobody is to wait for this one.
async fn end(stopping: Option<Stopping>) {
    let stops = async {
        match stopping {
            Some(stopping) => stopping.begun().await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = tokio::time::sleep(LONGEST) => {}
        () = stops => {}
    }
}

/// Somebody with any role there.
fn member(caller: &Caller<LoggedIn>) -> Result<SubaccountId, Error> {
    let has_role = caller.identity().scopes.iter().any(|scope| !matches!(scope.as_str(), "openid" | "uaa.user"));
    match has_role {
        true => caller.subaccount(),
        false => Err(Error::forbidden("you have no role in this subaccount")),
    }
}

fn heard(listener: Listener, subaccount: String) -> impl Stream<Item = Event> {
    stream::unfold((listener, subaccount), async |(mut listener, subaccount)| {
        loop {
            let event = match listener.next().await? {
                Heard::Missed => missed(),
                Heard::Change(row) if row.subaccount == subaccount => change(&row),
                Heard::Change(_) => continue,
            };
            return Some((event, (listener, subaccount)));
        }
    })
}

fn change(row: &Change) -> Event {
    let data = serde_json::json!({ "topic": row.topic });
    Event::default().event("change").id(row.at.0.to_string()).data(data.to_string())
}

fn missed() -> Event {
    Event::default().event("missed").data("{}")
}
