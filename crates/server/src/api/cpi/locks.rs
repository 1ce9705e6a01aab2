//! `IntegrationDesigntimeLocks`.

use super::call::{Answer, Call, Outcome, is_list, one_key};
use super::error::Problem;
use super::schema::LOCK;
use super::view;
use engine::content::lock;
use engine::content::rights::{DeleteLocks, SeeLocks};
use http::{Method, StatusCode};
use odata::v2::Segment;

pub(super) async fn handle(call: &Call, first: &Segment, rest: &[Segment]) -> Outcome {
    match (&call.method, one_key(LOCK, first)?, rest) {
        (&Method::GET, None, rest) if is_list(rest) => list(call).await,
        (&Method::GET, Some(id), []) => {
            let (caller, tenant) = call.as_caller::<SeeLocks>().await?;
            let found = lock::find(&call.cx, &caller, &tenant, id).await?;
            Ok(Answer::Entity(StatusCode::OK, view::lock(&found)))
        }
        (&Method::DELETE, Some(id), []) => {
            let (caller, tenant) = call.as_caller::<DeleteLocks>().await?;
            lock::delete(&call.cx, &caller, &tenant, id).await?;
            Ok(Answer::Status(StatusCode::OK))
        }
        (_, _, []) => Err(Problem::not_allowed()),
        _ => Err(Problem::not_found()),
    }
}

async fn list(call: &Call) -> Outcome {
    let (caller, tenant) = call.as_caller::<SeeLocks>().await?;
    let mut reading = call.read(LOCK)?;
    reading.seek();
    while let Some((after, limit)) = reading.next() {
        let rows = lock::page(&call.cx, &caller, &tenant, &after, limit).await?;
        reading.take(rows.iter().map(|lock| (lock.reg_id.clone(), vec![view::lock(lock)])))?;
    }
    Ok(reading.end())
}
