//! What somebody may do in a tenant and with the Content Agent. The scopes behind each right are in `model::role`.

use crate::caller::rights;
use model::role::right::ANYBODY;
use model::role::{content_agent as agent, integration as it};

rights! {
    /// Read packages and artifacts.
    ReadPackages => it::right(&[it::WORKSPACE_READ]),
    /// Create, change and delete packages and artifacts.
    EditPackages => it::right(&[it::WORKSPACE_WRITE]),
    /// Set values of externalised parameters.
    ConfigureArtifacts => it::right(&[it::FLOW_CONFIGURE]),
    /// Start transports of a tenant, and see how they go: the Transport action of its web page.
    StartTransports => it::right(&[it::TRANSPORT_READ]),
    /// Take packages out for a transport, over the transport module.
    ExportTransports => it::right(&[it::TRANSPORT_READ]),
    /// Bring packages in from a transport.
    ImportTransports => it::right(&[it::TRANSPORT_WRITE]),
    /// Deploy and undeploy.
    DeployArtifacts => it::right(&[it::DEPLOY]),
    /// See what is deployed, and how a deployment goes.
    SeeRuntime => it::right(&[it::OPERATION_READ, it::DEPLOY]),
    /// See design-time locks.
    SeeLocks => it::right(&[it::LOCKS_READ, it::LOCKS_DELETE]),
    /// Delete design-time locks of others.
    DeleteLocks => it::right(&[it::LOCKS_DELETE]),
    /// Set the transport mode and custom tags of the tenant.
    ChangeSettings => it::right(&[it::SETTINGS]),
    /// Be known to the tenant, without any right in it: reading the service document.
    Enter => ANYBODY,
    /// Have archives assembled and handed over by the Content Agent.
    ExportContent => agent::right(&[agent::EXPORT, agent::ADMIN]),
    /// See content resources and activities of the Content Agent.
    ReadContent => agent::right(&[agent::READ, agent::EXPORT, agent::IMPORT, agent::ADMIN]),
}
