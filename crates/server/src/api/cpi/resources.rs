//! `Resources` of an artifact.

use super::call::{Answer, Call, Outcome, is_list};
use super::error::Problem;
use super::schema::RESOURCE;
use super::view;
use engine::content::artifact::Which;
use engine::content::resource::{self, At, Change};
use engine::content::rights::{EditPackages, ReadPackages};
use engine::memory::Loaded;
use http::{Method, StatusCode};
use odata::v2::{Entity, Segment};
use wire::cpi::ResourceWish;

/// `…/Resources`, `…/Resources(Name='n',ResourceType='t')`, its `$value`, and `/$count`.
pub(super) async fn handle(call: &Call, which: Which, nav: &Segment, rest: &[Segment]) -> Outcome {
    match (&call.method, at(which.clone(), nav)?, rest) {
        (&Method::GET, Some(at), []) => single(call, at).await,
        (&Method::GET, Some(at), [value]) if value.is("$value") => file(call, at).await,
        (&Method::GET, None, rest) if is_list(rest) => call.list(RESOURCE, of_artifact(call, which).await?),
        (&Method::POST, None, []) => add(call, which).await,
        (_, _, []) => Err(Problem::not_allowed()),
        _ => Err(Problem::not_found()),
    }
}

pub(super) async fn of_artifact(call: &Call, which: Which) -> Result<Vec<Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let found = resource::list(&call.cx, &caller, &tenant, &which).await?;
    Ok(found.iter().map(view::resource).collect())
}

/// The resource that a key names; none when the segment names the whole set.
fn at(which: Which, segment: &Segment) -> Result<Option<At>, Problem> {
    let Some(key) = &segment.key else { return Ok(None) };
    let values: [String; 2] = RESOURCE.key(key)?.try_into().map_err(|_| Problem::not_found())?;
    let [name, kind] = values;
    Ok(Some(At { which, name, kind }))
}

async fn single(call: &Call, at: At) -> Outcome {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let found = resource::find(&call.cx, &caller, &tenant, at).await?;
    Ok(Answer::Entity(StatusCode::OK, view::resource(&found)))
}

async fn file(call: &Call, at: At) -> Outcome {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let (found, Loaded { bytes, room }) = resource::content(&call.cx, &caller, &tenant, at).await?;
    Ok(Answer::File { kind: "application/octet-stream", name: found.name, bytes: bytes.into(), room: Some(room) })
}

async fn add(call: &Call, which: Which) -> Outcome {
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    let (reader, _) = call.as_caller::<ReadPackages>().await?;
    let wish: ResourceWish = call.json(RESOURCE)?;
    let (name, kind) = (wish.name.clone().unwrap_or_default(), wish.resource_type.clone().unwrap_or_default());
    let at = At { which, name, kind };
    resource::change(&call.cx, &caller, &tenant, at.clone(), Change::Add(content(&wish)?)).await?;
    let newest = At { which: Which { version: "active".to_owned(), ..at.which }, ..at };
    let added = resource::find(&call.cx, &reader, &tenant, newest).await?;
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
    let at = at(which, key)?.ok_or_else(Problem::not_found)?;
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    let change = match call.method {
        Method::PUT => Change::Replace(content(&call.json(RESOURCE)?)?),
        Method::DELETE => Change::Remove,
        _ => return Err(Problem::not_allowed()),
    };
    resource::change(&call.cx, &caller, &tenant, at, change).await?;
    Ok(Answer::Status(StatusCode::OK))
}
