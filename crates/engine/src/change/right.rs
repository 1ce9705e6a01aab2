//! Who may call Cloud ALM at all. What somebody may do with a feature is decided beside the feature.

use crate::caller::{Identity, Permission};
use crate::error::{Error, Result};
use model::role::{App, alm};

/// Read features: technical clients of the public API.
#[derive(Debug)]
pub enum ReadFeatures {}
/// Change features: technical clients of the public API.
#[derive(Debug)]
pub enum WriteFeatures {}
/// Read projects: technical clients of the public API.
#[derive(Debug)]
pub enum ReadProjects {}
/// Make projects: technical clients of the public API.
#[derive(Debug)]
pub enum WriteProjects {}
/// Work with features, as a person with any role of Cloud ALM.
#[derive(Debug)]
pub enum Work {}
/// Read through the pass-through.
#[derive(Debug)]
pub enum PassRead {}
/// Write through the pass-through.
#[derive(Debug)]
pub enum PassWrite {}

/// The scope that shows private projects to technical clients.
pub(super) const PRIVATE: &str = "calm-api.projects.private.read";

fn demand(identity: &Identity, scopes: &[&str]) -> Result<()> {
    if scopes.iter().any(|scope| identity.has_scope(alm::APPS, scope)) {
        return Ok(());
    }
    let wanted = scopes.last().copied().unwrap_or_default();
    Err(Error::forbidden(format!("the scope {}.{wanted} is missing", App::CloudAlm.id())))
}

impl Permission for ReadFeatures {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, &["calm-api.features.read"])
    }
}

impl Permission for WriteFeatures {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, &["calm-api.features.write"])
    }
}

impl Permission for ReadProjects {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, &["calm-api.projects.read"])
    }
}

impl Permission for WriteProjects {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, &["calm-api.projects.write"])
    }
}

impl Permission for Work {
    fn check(identity: &Identity) -> Result<()> {
        if identity.person.is_none() {
            return Err(Error::forbidden("this API is for people; technical clients use calm-features/v1"));
        }
        if model::role::templates(App::CloudAlm).iter().any(|role| identity.has_scope(alm::APPS, role.name)) {
            return Ok(());
        }
        Err(Error::forbidden("a role of SAP Cloud ALM is needed, for example imp_pjm_ProjectViewer"))
    }
}

impl Permission for PassRead {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, &[alm::CDM_MANAGE, alm::CDM_DISPLAY])
    }
}

impl Permission for PassWrite {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, &[alm::CDM_MANAGE])
    }
}
