//! `Configurations` of an artifact.

use super::call::{Answer, Call, Outcome, is_list, one_key};
use super::error::Problem;
use super::schema::CONFIGURATION;
use super::view;
use engine::content::artifact::Which;
use engine::content::configuration;
use engine::content::rights::{ConfigureArtifacts, ReadPackages};
use http::{Method, StatusCode};
use odata::Value;
use odata::v2::{Entity, Segment};
use wire::cpi::ConfigurationWish;

/// `…/Configurations`, `…/Configurations('key')`, and `/$count`.
pub(super) async fn handle(call: &Call, which: Which, nav: &Segment, rest: &[Segment]) -> Outcome {
    let key = one_key(CONFIGURATION, nav)?;
    if if key.is_some() { !rest.is_empty() } else { !is_list(rest) } {
        return Err(Problem::not_found());
    }
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let all = of_artifact(call, which).await?;
    let Some(key) = key else { return call.list(CONFIGURATION, all) };
    let found = all.into_iter().find(|one| one.value("ParameterKey").and_then(Value::as_text) == Some(&key));
    let missing = || Problem::new(StatusCode::NOT_FOUND, format!("Parameter key '{key}' not found."));
    Ok(Answer::Entity(StatusCode::OK, found.ok_or_else(missing)?))
}

pub(super) async fn of_artifact(call: &Call, which: Which) -> Result<Vec<Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let found = configuration::list(&call.cx, &caller, &tenant, which).await?;
    Ok(found.iter().map(view::configuration).collect())
}

/// Any answer of 2xx suits clients; the original says 202.
pub(super) async fn set(call: &Call, which: Which, key: &Segment) -> Outcome {
    if call.method != Method::PUT {
        return Err(Problem::not_allowed());
    }
    let key = one_key(CONFIGURATION, key)?.ok_or_else(Problem::not_found)?;
    let (caller, tenant) = call.as_caller::<ConfigureArtifacts>().await?;
    let wish: ConfigurationWish = call.json(CONFIGURATION)?;
    let value =
        wish.parameter_value.ok_or_else(|| Problem::bad_request("Property ParameterValue must not be empty"))?;
    configuration::set(&call.cx, &caller, &tenant, which, key, value).await?;
    Ok(Answer::Status(StatusCode::ACCEPTED))
}
