//! `Configurations` of an artifact.

use super::call::{Answer, Call, Outcome};
use super::error::Problem;
use super::odata_service::not_allowed;
use super::schema::CONFIGURATION;
use super::view;
use engine::content::artifact::Which;
use engine::content::configuration;
use engine::content::rights::{ConfigureArtifacts, ReadPackages};
use http::{Method, StatusCode};
use odata::v2::{Entity, Key, Segment};
use wire::cpi::ConfigurationWish;

pub(super) async fn list(call: &Call, which: Which) -> Outcome {
    if call.method != Method::GET {
        return Err(not_allowed());
    }
    call.list(CONFIGURATION, of_artifact(call, which).await?)
}

pub(super) async fn of_artifact(call: &Call, which: Which) -> Result<Vec<Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let found = configuration::list(&call.cx, &caller, &tenant, which).await?;
    Ok(found.iter().map(view::configuration).collect())
}

/// Any answer of 2xx suits clients; the original says 202.
pub(super) async fn set(call: &Call, which: Which, key: &Segment) -> Outcome {
    if call.method != Method::PUT {
        return Err(not_allowed());
    }
    let key = key.key.as_ref().and_then(Key::only).ok_or_else(Problem::not_found)?;
    let (caller, tenant) = call.as_caller::<ConfigureArtifacts>().await?;
    let wish: ConfigurationWish = call.json()?;
    let value =
        wish.parameter_value.ok_or_else(|| Problem::bad_request("Property ParameterValue must not be empty"))?;
    configuration::set(&call.cx, &caller, &tenant, which, key.to_owned(), value).await?;
    Ok(Answer::Status(StatusCode::ACCEPTED))
}
