//! Environments: the Cloud Foundry organization of the caller's subaccount.

use super::error::{Problem, read};
use super::view::{self, Moment};
use crate::auth::At;
use axum::Json;
use axum::extract::Path;
use bytes::Bytes;
use engine::Error;
use engine::cf::environment::{self, NewEnvironment};
use engine::platform::code;
use engine::platform::right::{ManageSubaccount, ViewSubaccount};
use http::StatusCode;
use model::EnvironmentId;
use wire::accounts::provisioning as wire;

pub(super) async fn available(
    At(cx, caller): At<ViewSubaccount>,
) -> Result<Json<wire::AvailableEnvironments>, Problem> {
    let entitled = environment::available(&cx, caller).await?;
    let available_environments = entitled.iter().map(view::available_environment).collect();
    Ok(Json(wire::AvailableEnvironments { available_environments }))
}

pub(super) async fn list(At(cx, caller): At<ViewSubaccount>) -> Result<Json<wire::Environments>, Problem> {
    let all = environment::list(&cx, caller).await?;
    let environment_instances = all.iter().map(|one| view::environment(&cx, one, Moment::Listed)).collect();
    Ok(Json(wire::Environments { environment_instances }))
}

pub(super) async fn get(
    At(cx, caller): At<ViewSubaccount>,
    Path(id): Path<String>,
) -> Result<Json<wire::Environment>, Problem> {
    let one = environment::get(&cx, caller, parse(&id)?).await?;
    Ok(Json(view::environment(&cx, &one, Moment::Single)))
}

fn parse(id: &str) -> Result<EnvironmentId, Problem> {
    let missing =
        || Error::not_found(format!("Environment instance {id} not found")).with_code(code::ENVIRONMENT_NOT_FOUND);
    Ok(id.parse().map_err(|_| missing())?)
}

pub(super) async fn create(
    At(cx, caller): At<ManageSubaccount>,
    body: Bytes,
) -> Result<(StatusCode, Json<wire::Environment>), Problem> {
    let given: wire::CreateEnvironment = read(&body)?;
    let new = NewEnvironment {
        label: given.landscape_label.or(given.technical_key).filter(|label| !label.is_empty()),
        origin: given.origin.filter(|origin| !origin.is_empty()),
        kind: given.environment_type,
        service: given.service_name,
        plan: given.plan_name,
        name: given.name.filter(|name| !name.is_empty()),
        parameters: given.parameters.unwrap_or_default(),
        user: given.user.filter(|user| !user.is_empty()),
    };
    let (made, job) = environment::create(&cx, caller, new).await?;
    Ok((StatusCode::ACCEPTED, Json(view::environment(&cx, &made, Moment::Started(job)))))
}

pub(super) async fn delete(
    At(cx, caller): At<ManageSubaccount>,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<wire::Environment>), Problem> {
    let (gone, job) = environment::delete(&cx, caller, parse(&id)?).await?;
    Ok((StatusCode::ACCEPTED, Json(view::environment(&cx, &gone, Moment::Deleting(job)))))
}
