//! `ServiceEndpoints`: where deployed flows listen.

use super::call::{Answer, Call, Outcome};
use super::error::Problem;
use super::odata_service::not_allowed;
use super::schema::{ENDPOINT, ENTRY_POINT};
use super::view;
use engine::content::endpoint::{self, Endpoint};
use engine::content::rights::SeeRuntime;
use http::{Method, StatusCode};
use odata::v2::{Entity, Key, Segment};

pub(super) async fn handle(call: &Call, first: &Segment, rest: &[Segment]) -> Outcome {
    if call.method != Method::GET {
        return Err(not_allowed());
    }
    let found = all(call).await?;
    let Some(id) = first.key.as_ref().and_then(Key::only) else {
        return match rest {
            [] => call.list(ENDPOINT, found.iter().map(view::endpoint).collect()),
            [count] if count.name == "$count" => call.list(ENDPOINT, found.iter().map(view::endpoint).collect()),
            _ => Err(Problem::not_found()),
        };
    };
    let one = found.iter().find(|endpoint| view::endpoint_id(endpoint) == id).ok_or_else(Problem::not_found)?;
    match rest {
        [] => Ok(Answer::Entity(StatusCode::OK, view::endpoint(one))),
        [nav] if nav.name == "EntryPoints" => call.list(ENTRY_POINT, vec![entry_point(call, one)]),
        _ => Err(Problem::not_found()),
    }
}

async fn all(call: &Call) -> Result<Vec<Endpoint>, Problem> {
    let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
    Ok(endpoint::list(&call.cx, &caller, &tenant).await?)
}

/// For `$expand`.
pub(super) async fn entry_points(call: &Call, id: &str) -> Result<Vec<Entity>, Problem> {
    let found = all(call).await?;
    let of = found.iter().filter(|endpoint| view::endpoint_id(endpoint) == id);
    Ok(of.map(|endpoint| entry_point(call, endpoint)).collect())
}

fn entry_point(call: &Call, endpoint: &Endpoint) -> Entity {
    let url = format!("{}{}", call.cx.addresses().cpi(&call.tenant), endpoint.path);
    view::entry_point(endpoint, &url)
}
