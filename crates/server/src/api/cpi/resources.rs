//! `Resources` of an artifact.

use super::call::{Answer, Call, Outcome};
use super::error::Problem;
use super::odata_service::not_allowed;
use super::schema::RESOURCE;
use super::view;
use engine::content::artifact::Which;
use engine::content::resource::{self, Change};
use engine::content::rights::{EditPackages, ReadPackages};
use http::{Method, StatusCode};
use odata::v2::{Entity, Segment};
use wire::cpi::ResourceWish;

/// `…/Resources`, `…/Resources(Name='n',ResourceType='t')`, its `$value`, and `/$count`.
pub(super) async fn handle(call: &Call, which: Which, nav: &Segment, rest: &[Segment]) -> Outcome {
    match (&call.method, names(nav)) {
        (&Method::GET, Some((name, kind))) => single(call, which, name, kind, rest).await,
        (&Method::GET, None) => call.list(RESOURCE, of_artifact(call, which).await?),
        (&Method::POST, None) => add(call, which).await,
        _ => Err(not_allowed()),
    }
}

pub(super) async fn of_artifact(call: &Call, which: Which) -> Result<Vec<Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let found = resource::list(&call.cx, &caller, &tenant, &which).await?;
    Ok(found.iter().map(view::resource).collect())
}

fn names(segment: &Segment) -> Option<(String, String)> {
    let key = segment.key.as_ref()?;
    Some((key.get("Name")?.to_owned(), key.get("ResourceType")?.to_owned()))
}

async fn single(call: &Call, which: Which, name: String, kind: String, rest: &[Segment]) -> Outcome {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let (found, bytes) = resource::content(&call.cx, &caller, &tenant, &which, name, kind).await?;
    match rest {
        [] => Ok(Answer::Entity(StatusCode::OK, view::resource(&found))),
        [value] if value.name == "$value" => {
            Ok(Answer::File { kind: "application/octet-stream", name: found.name, bytes: bytes.into() })
        }
        _ => Err(Problem::not_found()),
    }
}

async fn add(call: &Call, which: Which) -> Outcome {
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    let wish: ResourceWish = call.json()?;
    let (name, kind) = (wish.name.clone().unwrap_or_default(), wish.resource_type.clone().unwrap_or_default());
    let change = Change::Add(content(&wish)?);
    let at = resource::At { which: which.clone(), name: name.clone(), kind: kind.clone() };
    resource::change(&call.cx, &caller, &tenant, at, change).await?;
    let (reader, tenant) = call.as_caller::<ReadPackages>().await?;
    let newest = Which { version: "active".to_owned(), ..which };
    let (added, _) = resource::content(&call.cx, &reader, &tenant, &newest, name, kind).await?;
    Ok(Answer::Entity(StatusCode::CREATED, view::resource(&added)))
}

fn content(wish: &ResourceWish) -> Result<bytes::Bytes, Problem> {
    let text = wish.resource_content.as_deref();
    view::base64(
        "ResourceContent",
        text.ok_or_else(|| Problem::bad_request("Property ResourceContent must not be empty"))?,
    )
}

/// Clients demand 200 here.
pub(super) async fn change(call: &Call, which: Which, key: &Segment) -> Outcome {
    let (name, kind) = names(key).ok_or_else(Problem::not_found)?;
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    let change = match call.method {
        Method::PUT => Change::Replace(content(&call.json()?)?),
        Method::DELETE => Change::Remove,
        _ => return Err(not_allowed()),
    };
    resource::change(&call.cx, &caller, &tenant, resource::At { which, name, kind }, change).await?;
    Ok(Answer::Status(StatusCode::OK))
}
