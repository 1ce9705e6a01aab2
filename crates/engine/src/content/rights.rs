//! What somebody may do in a tenant and with the Content Agent. The scopes behind each right are in `model::role`.

use crate::caller::{Identity, Permission};
use crate::error::{Error, Result};
use model::role::{content_agent, integration as it};

fn any_of(identity: &Identity, apps: &[&str], scopes: &[&str]) -> Result<()> {
    if scopes.iter().any(|scope| identity.has_scope(apps, scope)) {
        return Ok(());
    }
    Err(Error::forbidden(format!("the token lacks the scope {}", scopes.join(" or "))))
}

/// Read packages and artifacts.
#[derive(Debug)]
pub struct ReadPackages;

impl Permission for ReadPackages {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::WORKSPACE_READ])
    }
}

/// Create, change and delete packages and artifacts.
#[derive(Debug)]
pub struct EditPackages;

impl Permission for EditPackages {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::WORKSPACE_WRITE])
    }
}

/// Set values of externalised parameters.
#[derive(Debug)]
pub struct ConfigureArtifacts;

impl Permission for ConfigureArtifacts {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::FLOW_CONFIGURE])
    }
}

/// Start transports of a tenant, and see how they go: the Transport action of its web page.
#[derive(Debug)]
pub struct StartTransports;

impl Permission for StartTransports {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::TRANSPORT_READ])
    }
}

/// Take packages out for a transport, over the transport module.
#[derive(Debug)]
pub struct ExportTransports;

impl Permission for ExportTransports {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::TRANSPORT_READ])
    }
}

/// Bring packages in from a transport.
#[derive(Debug)]
pub struct ImportTransports;

impl Permission for ImportTransports {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::TRANSPORT_WRITE])
    }
}

/// Deploy and undeploy.
#[derive(Debug)]
pub struct DeployArtifacts;

impl Permission for DeployArtifacts {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::DEPLOY])
    }
}

/// See what is deployed, and how a deployment goes.
#[derive(Debug)]
pub struct SeeRuntime;

impl Permission for SeeRuntime {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::OPERATION_READ, it::DEPLOY])
    }
}

/// See design-time locks.
#[derive(Debug)]
pub struct SeeLocks;

impl Permission for SeeLocks {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::LOCKS_READ, it::LOCKS_DELETE])
    }
}

/// Delete design-time locks of others.
#[derive(Debug)]
pub struct DeleteLocks;

impl Permission for DeleteLocks {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::LOCKS_DELETE])
    }
}

/// Set the transport mode and custom tags of the tenant.
#[derive(Debug)]
pub struct ChangeSettings;

impl Permission for ChangeSettings {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, it::APPS, &[it::SETTINGS])
    }
}

/// Be known to the tenant, without any right in it: reading the service document.
#[derive(Debug)]
pub struct Enter;

impl Permission for Enter {
    fn check(_: &Identity) -> Result<()> {
        Ok(())
    }
}

/// Have archives assembled and handed over by the Content Agent.
#[derive(Debug)]
pub struct ExportContent;

impl Permission for ExportContent {
    fn check(identity: &Identity) -> Result<()> {
        any_of(identity, content_agent::APPS, &[content_agent::EXPORT, content_agent::ADMIN])
    }
}

/// See content resources and activities of the Content Agent.
#[derive(Debug)]
pub struct ReadContent;

impl Permission for ReadContent {
    fn check(identity: &Identity) -> Result<()> {
        use content_agent::{ADMIN, EXPORT, IMPORT, READ};
        any_of(identity, content_agent::APPS, &[READ, EXPORT, IMPORT, ADMIN])
    }
}
