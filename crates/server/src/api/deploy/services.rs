//! `…/metadata`, `…/services`: what there is.

use super::answer::document;
use super::error::Result;
use super::view;
use axum::response::Response;
use engine::slp::operation::SERVICES;
use wire::deploy::{ComponentVersion, Metadata, Services, VERSION, Versions};

pub(super) fn metadata() -> Result<Response> {
    document(&Metadata { slmpversion: Some(VERSION.to_owned()), slppversion: None })
}

pub(super) fn list() -> Result<Response> {
    document(&Services { items: SERVICES.into_iter().map(view::service).collect() })
}

pub(super) fn one(service: &'static str) -> Result<Response> {
    document(&view::service(service))
}

pub(super) fn parameters() -> Result<Response> {
    document(&view::known_parameters())
}

/// Version 1.1 says that an archive may come in parts.
pub(super) fn versions(service: &str) -> Result<Response> {
    let version = |id: &str, version: &str| ComponentVersion {
        id: id.to_owned(),
        component: service.to_owned(),
        version: version.to_owned(),
    };
    document(&Versions { items: vec![version("1", "1.0"), version("2", "1.1")] })
}
