//! Destinations as files: written for another cockpit, and read before they are made.

use super::super::body::Asked;
use super::super::error::Problem;
use super::super::here::Here;
use super::{InSubaccount, OfDestination};
use axum::Json;
use axum::body::Bytes;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use engine::platform::destination::right::{ReadSubaccount, WriteSubaccount};
use engine::platform::destination::{file, overview};
use engine::{Caller, Cx, Error, Kind};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use model::destination::{Destination, validate};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::cockpit::destinations::DestinationFile;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(export)).routes(routes!(import))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Format {
    /// `properties`, unless it is said, or `json`.
    format: Option<String>,
}

/// Export a destination.
///
/// As a file that the cockpit takes, here or elsewhere; secrets are left out.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/destinations/{name}/file", operation_id = "exportDestination",
    tag = "destinations", params(OfDestination, Format),
    responses((status = 200, description = "The file.", body = String, content_type = "text/plain"), Problem))]
async fn export(
    Here(cx, caller): Here<ReadSubaccount>,
    Path(OfDestination { name, .. }): Path<OfDestination>,
    Asked(asked): Asked<Format>,
) -> Result<Response, Problem> {
    let destination = overview::one(&cx, caller, name).await?.stored.destination;
    let (ending, kind, text) = match asked.format.as_deref() {
        None | Some("properties") => {
            ("properties", "text/plain; charset=utf-8", file::properties(&destination, &cx.now().rfc3339_millis()))
        }
        Some("json") => {
            let text = serde_json::to_string_pretty(&destination.without_secrets()).map_err(Error::from)?;
            ("json", "application/json", (text + "\n").into_bytes())
        }
        Some(other) => {
            return Err(Error::invalid(format!("format must be properties or json, '{other}' is not")).into());
        }
    };
    let name = utf8_percent_encode(destination.name(), NON_ALPHANUMERIC);
    let name = format!("attachment; filename*=UTF-8''{name}.{ending}");
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], text).into_response())
}

/// Read a destination file.
///
/// Properties or JSON, as a cockpit exports them. Nothing is written: what is answered is a draft, to be completed with its
/// secrets and made with `createDestination`.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/destination-files", operation_id = "readDestinationFile",
    tag = "destinations", params(InSubaccount),
    request_body(content = String, content_type = "application/octet-stream", description = "The file."),
    responses((status = 200, description = "What it says.", body = DestinationFile), Problem))]
async fn import(
    Here(cx, caller): Here<WriteSubaccount>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    body: Bytes,
) -> Result<Json<DestinationFile>, Problem> {
    let content = file::read(&body).map_err(|why| Error::invalid(why.to_string()))?;
    let given = Value::Object(content.properties.clone());
    let (destination, errors) = match validate::read(&given) {
        Ok(destination) => (destination, Vec::new()),
        Err(violation) => (Destination::stored(content.properties), violation.errors),
    };
    let mut missing = content.removed;
    missing.extend(destination.missing_secrets().into_iter().map(str::to_owned));
    missing.sort();
    missing.dedup();
    let found = overview::one(&cx, Caller::new(caller.shared())?, destination.name().to_owned()).await;
    let exists = match found {
        Ok(_) => true,
        Err(error) if error.kind() == Kind::NotFound => false,
        Err(error) => return Err(error.into()),
    };
    let properties = destination.properties().clone();
    Ok(Json(DestinationFile { properties, missing_secrets: missing, errors, exists }))
}
