//! `IntegrationDesigntimeLocks`.

use super::call::{Answer, Call, Outcome};
use super::error::Problem;
use super::odata_service::not_allowed;
use super::schema::LOCK;
use super::view;
use engine::content::lock;
use engine::content::rights::{DeleteLocks, SeeLocks};
use http::{Method, StatusCode};
use odata::v2::{Key, Segment};

pub(super) async fn handle(call: &Call, first: &Segment) -> Outcome {
    match (&call.method, first.key.as_ref().and_then(Key::only)) {
        (&Method::GET, None) => Ok(call.list(LOCK, all(call).await?)?),
        (&Method::GET, Some(id)) => {
            let found = all(call).await?.into_iter().find(|lock| lock.value("ResourceId") == Some(&id.into()));
            Ok(Answer::Entity(StatusCode::OK, found.ok_or_else(Problem::not_found)?))
        }
        (&Method::DELETE, Some(id)) => {
            let (caller, tenant) = call.as_caller::<DeleteLocks>().await?;
            lock::delete(&call.cx, &caller, &tenant, id.to_owned()).await?;
            Ok(Answer::Status(StatusCode::OK))
        }
        _ => Err(not_allowed()),
    }
}

async fn all(call: &Call) -> Result<Vec<odata::v2::Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<SeeLocks>().await?;
    let locks = lock::list(&call.cx, &caller, &tenant).await?;
    Ok(locks.iter().map(view::lock).collect())
}
