//! Deploying, and what is deployed.

use super::call::{Answer, Call, Outcome, is_list, one_key};
use super::error::Problem;
use super::schema::{ArtifactKind, BUILD_STATUS, RUNTIME};
use super::view;
use engine::content::artifact::Which;
use engine::content::rights::{DeployArtifacts, SeeRuntime};
use engine::content::runtime;
use http::{Method, StatusCode};
use odata::Value;
use odata::v2::{Entity, Segment};

/// `Deploy…DesigntimeArtifact`: the body of the answer is the bare id of the task.
pub(super) async fn deploy(call: &Call, kind: &'static ArtifactKind) -> Outcome {
    if call.method != Method::POST {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<DeployArtifacts>().await?;
    let version = call.query.parameter("Version").unwrap_or_else(|| "active".to_owned());
    let which = Which { kind: kind.kind, id: call.parameter("Id")?, version };
    let task = runtime::deploy(&call.cx, &caller, &tenant, which).await?;
    Ok(Answer::Text(StatusCode::ACCEPTED, task))
}

/// `BuildAndDeployStatus(TaskId='…')`.
pub(super) async fn status(call: &Call, segment: &Segment, rest: &[Segment]) -> Outcome {
    let id = one_key(BUILD_STATUS, segment)?.filter(|_| rest.is_empty()).ok_or_else(Problem::not_found)?;
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
    let status = runtime::task(&call.cx, &caller, &tenant, id.clone()).await?;
    let entity = BUILD_STATUS.entity(|name| match name {
        "TaskId" => Value::from(id.as_str()),
        _ => Value::from(status.as_str()),
    });
    Ok(Answer::Entity(StatusCode::OK, entity))
}

/// `IntegrationRuntimeArtifacts`.
pub(super) async fn artifacts(call: &Call, first: &Segment, rest: &[Segment]) -> Outcome {
    let Some(id) = one_key(RUNTIME, first)? else { return list(call, rest).await };
    match rest {
        [] => {}
        [info, more @ ..] if info.is("ErrorInformation") => return error(call, &id, more).await,
        _ => return Err(Problem::not_found()),
    }
    match call.method {
        Method::GET => {
            let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
            let found = runtime::find(&call.cx, &caller, &tenant, id).await?;
            Ok(Answer::Entity(StatusCode::OK, view::runtime(&found)))
        }
        Method::DELETE => {
            let (caller, tenant) = call.as_caller::<DeployArtifacts>().await?;
            runtime::undeploy(&call.cx, &caller, &tenant, id).await?;
            Ok(Answer::Status(StatusCode::ACCEPTED))
        }
        _ => Err(Problem::not_allowed()),
    }
}

/// `ErrorInformation` and its `$value`: 204 while there is nothing to tell, as in the original.
async fn error(call: &Call, id: &str, rest: &[Segment]) -> Outcome {
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
    let found = runtime::find(&call.cx, &caller, &tenant, id.to_owned()).await?;
    match (rest, found.error) {
        ([], Some(_)) => Ok(Answer::Entity(StatusCode::OK, view::error_information(id))),
        ([value], Some(error)) if value.is("$value") => Ok(Answer::Json(view::error_text(&error))),
        ([], None) => Ok(Answer::Status(StatusCode::NO_CONTENT)),
        ([value], None) if value.is("$value") => Ok(Answer::Status(StatusCode::NO_CONTENT)),
        _ => Err(Problem::not_found()),
    }
}

/// For `$expand`.
pub(super) async fn error_information(call: &Call, id: &str) -> Result<Vec<Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
    let found = runtime::find(&call.cx, &caller, &tenant, id.to_owned()).await?;
    Ok(found.error.iter().map(|_| view::error_information(id)).collect())
}

async fn list(call: &Call, rest: &[Segment]) -> Outcome {
    if !is_list(rest) {
        return Err(Problem::not_found());
    }
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<SeeRuntime>().await?;
    let mut reading = call.read(RUNTIME)?;
    reading.seek();
    while let Some((after, limit)) = reading.next() {
        let rows = runtime::page(&call.cx, &caller, &tenant, &after, limit).await?;
        reading.take(rows.iter().map(|row| (row.id.clone(), vec![view::runtime(row)])))?;
    }
    Ok(reading.end())
}
