//! The Content Agent as its client. The target's URL is the `url` of its service key.

use crate::call::{Body, Call, Pace};
use crate::error::Result;
use crate::http::Http;
use crate::target::Target;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;
use wire::content_agent::{Activities, Activity, Config, ExportRequest, Operation};

async fn get<T: DeserializeOwned>(http: &Http, target: &Target, path: &str) -> Result<T> {
    http.call(target, Call::get(path).header("accept", "application/json")).await?.good().await?.json().await
}

/// Starts an export.
pub async fn export(http: &Http, target: &Target, request: &ExportRequest) -> Result<Operation> {
    let answer = http.call(target, Call::post("/v1/contentResources/export", Body::json(request)?)).await?;
    answer.good().await?.json().await
}

/// How an operation stands, with its messages.
pub async fn operation(http: &Http, target: &Target, id: &str) -> Result<Operation> {
    let call = Call::get(format!("/v1/operations/{id}?messages=true")).header("accept", "application/json");
    http.call(target, call.paced(Pace::Poll)).await?.good().await?.json().await
}

/// What an operation led to.
pub async fn config(http: &Http, target: &Target, id: &str) -> Result<Config> {
    get(http, target, &format!("/v1/operations/{id}/config")).await
}

/// The activities of a requestor.
pub async fn activities_of(http: &Http, target: &Target, requestor: &str) -> Result<Vec<Activity>> {
    let filter = utf8_percent_encode(&format!("requestor eq '{requestor}'"), NON_ALPHANUMERIC).to_string();
    Ok(get::<Activities>(http, target, &format!("/v1/activities?filters={filter}")).await?.activities)
}
