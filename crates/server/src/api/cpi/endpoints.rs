//! `ServiceEndpoints`: where deployed flows listen.

use super::call::{Answer, Call, Outcome, is_list, one_key};
use super::error::Problem;
use super::schema::{API_DEFINITION, ENDPOINT, ENTRY_POINT};
use super::view;
use engine::content::endpoint::{self, Endpoint};
use engine::content::rights::SeeRuntime;
use http::{Method, StatusCode};
use odata::v2::{Entity, Segment};

pub(super) async fn handle(call: &Call, first: &Segment, rest: &[Segment]) -> Outcome {
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let Some(id) = one_key(ENDPOINT, first)? else {
        return if is_list(rest) { list(call).await } else { Err(Problem::not_found()) };
    };
    let one = find(call, &id).await?.ok_or_else(Problem::not_found)?;
    match rest {
        [] => Ok(Answer::Entity(StatusCode::OK, view::endpoint(&one))),
        [nav, rest @ ..] if nav.is("EntryPoints") && is_list(rest) => {
            call.list(ENTRY_POINT, vec![entry_point(call, &one)])
        }
        [nav, rest @ ..] if nav.is("ApiDefinitions") && is_list(rest) => call.list(API_DEFINITION, Vec::new()),
        _ => Err(Problem::not_found()),
    }
}

async fn list(call: &Call) -> Outcome {
    let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
    let mut reading = call.read(ENDPOINT)?;
    while let Some((after, limit)) = reading.next() {
        let flows = endpoint::page(&call.cx, &caller, &tenant, &after, limit).await?;
        reading.take(flows.iter().map(|(flow, all)| (flow.clone(), all.iter().map(view::endpoint).collect())))?;
    }
    Ok(reading.end())
}

/// The id begins with that of the flow.
async fn find(call: &Call, id: &str) -> Result<Option<Endpoint>, Problem> {
    let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
    let Some((flow, _)) = id.split_once("$endpointAddress=") else { return Ok(None) };
    let of_flow = endpoint::of_flow(&call.cx, &caller, &tenant, flow).await?;
    Ok(of_flow.into_iter().find(|endpoint| view::endpoint_id(endpoint) == id))
}

/// For `$expand`.
pub(super) async fn entry_points(call: &Call, id: &str) -> Result<Vec<Entity>, Problem> {
    Ok(find(call, id).await?.iter().map(|endpoint| entry_point(call, endpoint)).collect())
}

fn entry_point(call: &Call, endpoint: &Endpoint) -> Entity {
    let url = format!("{}{}", call.cx.addresses().cpi(&call.tenant), endpoint.path);
    view::entry_point(endpoint, &url)
}
