//! `…/tenants/{tenant}/…`: packages, artifacts and what runs of them, for people. The same rules as in `/cpi`.

mod artifacts;
mod inside;
mod packages;
mod runtime;
mod settings;
mod transports;
mod view;

pub(super) use transports::activity;

use super::error::Problem;
use super::place::{InTenant, OfPackage};
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use engine::content::artifact::Which;
use engine::content::page;
use engine::{Cx, Error};
use http::header;
use model::artifact::ACTIVE;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .merge(packages::routes())
        .merge(artifacts::routes())
        .merge(inside::routes())
        .merge(runtime::routes())
        .merge(settings::routes())
        .merge(transports::routes())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfArtifact {
    /// Subdomain or GUID of the tenant's subaccount.
    tenant: String,
    /// `IFlow`, `ValueMapping`, …
    r#type: String,
    /// Technical id of the artifact.
    id: String,
}

impl OfArtifact {
    /// The artifact as it is now.
    fn which(&self) -> Result<Which, Problem> {
        let kind = page::kind(&self.r#type);
        let kind = kind.ok_or_else(|| Error::not_found(format!("there are no artifacts of type '{}'", self.r#type)))?;
        Ok(Which { kind, id: self.id.clone(), version: ACTIVE.to_owned() })
    }
}

/// A zip that goes out as a file.
fn zip(name: &str, body: Body) -> Response {
    let name = utf8_percent_encode(name, NON_ALPHANUMERIC);
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    ([(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, disposition)], body)
        .into_response()
}
