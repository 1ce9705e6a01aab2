//! MTA extension descriptors of a node. Their bytes are the body, what is said about them is in the query; what is in them
//! is never sent back, because it may hold secrets.

use super::super::body::Asked;
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::{PageOptions, next};
use super::super::version::{IfMatch, Tagged};
use super::One;
use ::wire::ropeway::{ErrorBody, landscape as wire};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path};
use engine::transport::descriptor::{self, Filter, NewDescriptor, Replaced};
use engine::transport::right::{Display, Operate};
use engine::transport::stored::Described;
use engine::{Cx, Error};
use http::StatusCode;
use model::ExtDescriptorId;
use model::ext_descriptor::SIZE_MAX;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::{ExtensionDescriptor, ExtensionDescriptorPage};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    // One byte more than is allowed, so that the use case can say it.
    let limit = usize::try_from(SIZE_MAX).unwrap_or(usize::MAX).saturating_add(1);
    OpenApiRouter::default()
        .routes(routes!(list, add))
        .routes(routes!(read, replace, remove))
        .layer(DefaultBodyLimit::max(limit))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfDescriptor {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Number of the node.
    id: String,
    /// Number of the descriptor.
    descriptor: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Options {
    /// Name of the file.
    file_name: String,
    /// The version of the MTA it is for; `*`: every version that has none of its own. As before, or `*`, unless it is said.
    mta_version: Option<String>,
    /// What it is for, in words. As before, or the name of the file, unless it is said.
    description: Option<String>,
}

/// List the MTA extension descriptors of a node.
///
/// The oldest first, page by page. An import uses the one for exactly the version of the archive, else the one for `*`.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/extension-descriptors",
    operation_id = "listExtensionDescriptors", tag = "transport", params(One, PageOptions),
    responses((status = 200, description = "A page of them.", body = ExtensionDescriptorPage), Problem))]
async fn list(
    Here(cx, caller): Here<Display>,
    Path(one): Path<One>,
    Asked(page): Asked<PageOptions>,
) -> Result<Json<ExtensionDescriptorPage>, Problem> {
    let (node, limit, after) = (one.id()?, page.limit()?, ExtDescriptorId(page.after(0)?));
    let can = descriptor::can(&cx, caller.clone(), node).await?;
    let found = descriptor::page(&cx, caller, node, Filter::default(), after, limit).await?;
    let next = next(found.len(), limit, found.last().map(|row| row.id.get()));
    Ok(Json(ExtensionDescriptorPage { items: found.iter().map(shown).collect(), next, can: can::told(can) }))
}

/// Add an MTA extension descriptor to a node.
///
/// The body is the file, of 1 MiB at most. Which MTA it is for says its `extends`.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/extension-descriptors",
    operation_id = "addExtensionDescriptor", tag = "transport", params(One, Options),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "The descriptor.", body = ExtensionDescriptor,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn add(
    Here(cx, caller): Here<Operate>,
    Path(one): Path<One>,
    Asked(options): Asked<Options>,
    body: Bytes,
) -> Result<(StatusCode, Tagged<ExtensionDescriptor>), Problem> {
    let made = descriptor::create(&cx, caller, one.id()?, new(options, body)).await?;
    Ok((StatusCode::CREATED, tagged(&made)))
}

/// See an MTA extension descriptor.
///
/// What it is for, not what is in it.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/extension-descriptors/{descriptor}",
    operation_id = "readExtensionDescriptor", tag = "transport", params(OfDescriptor),
    responses((status = 200, description = "The descriptor.", body = ExtensionDescriptor,
        headers(("ETag" = String, description = "Its version."))), Problem))]
async fn read(
    Here(cx, caller): Here<Display>,
    Path(of): Path<OfDescriptor>,
) -> Result<Tagged<ExtensionDescriptor>, Problem> {
    let (node, id) = of.ids()?;
    Ok(tagged(&descriptor::get(&cx, caller, node, id).await?))
}

/// Replace an MTA extension descriptor.
///
/// The body is the new file. What it is for stays, unless it is said.
#[utoipa::path(put, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/extension-descriptors/{descriptor}",
    operation_id = "replaceExtensionDescriptor", tag = "transport",
    params(OfDescriptor, Options, ("If-Match" = Option<String>, Header, description = "The version that is replaced; any, unless it is said.")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "The descriptor.", body = ExtensionDescriptor,
        headers(("ETag" = String, description = "Its version."))),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody), Problem))]
async fn replace(
    Here(cx, caller): Here<Operate>,
    Path(of): Path<OfDescriptor>,
    IfMatch(version): IfMatch,
    Asked(options): Asked<Options>,
    body: Bytes,
) -> Result<Tagged<ExtensionDescriptor>, Problem> {
    let (node, id) = of.ids()?;
    Ok(tagged(&descriptor::update(&cx, caller, node, Replaced { id, version }, new(options, body)).await?))
}

/// Remove an MTA extension descriptor.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/extension-descriptors/{descriptor}",
    operation_id = "removeExtensionDescriptor", tag = "transport", params(OfDescriptor),
    responses((status = 204, description = "It is gone."), Problem))]
async fn remove(Here(cx, caller): Here<Operate>, Path(of): Path<OfDescriptor>) -> Result<StatusCode, Problem> {
    let (node, id) = of.ids()?;
    descriptor::delete(&cx, caller, node, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl OfDescriptor {
    fn ids(&self) -> Result<(model::NodeId, ExtDescriptorId), Error> {
        Ok((self.id.parse()?, self.descriptor.parse()?))
    }
}

fn new(Options { file_name, mta_version, description }: Options, content: Bytes) -> NewDescriptor {
    NewDescriptor { file_name, content, mta_version, description }
}

fn tagged(row: &Described) -> Tagged<ExtensionDescriptor> {
    let shown = shown(row);
    Tagged(shown.version.clone(), shown)
}

fn shown(row: &Described) -> ExtensionDescriptor {
    ExtensionDescriptor {
        id: row.id.get(),
        mta_id: row.mta_id.clone(),
        extension_id: row.ext_id.clone(),
        mta_version: row.mta_version.clone(),
        description: row.description.clone(),
        file_name: row.file_name.clone(),
        changed_at: row.changed_at.rfc3339_millis(),
        version: descriptor::version(row),
    }
}
