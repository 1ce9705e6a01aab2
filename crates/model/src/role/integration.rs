//! Cloud Integration: roles of `it-rt` keys and of a tenant's people, with the scopes underneath them.

use super::{App, Collection, Right, Scope, Template, Unknown};

/// Application names whose scopes a tenant accepts.
pub const APPS: &[App] = &[App::Integration];

/// A right that is one of these scopes.
#[must_use]
pub const fn right(scopes: &'static [&'static str]) -> Right {
    Right::new(APPS, scopes, "the token lacks the scope {any}")
}

/// Read packages and artifacts.
pub const WORKSPACE_READ: &str = "WebToolingWorkspace.Read";
/// Create, edit, delete them.
pub const WORKSPACE_WRITE: &str = "WebToolingWorkspace.Write";
/// Configure flows.
pub const FLOW_CONFIGURE: &str = "WebToolingWorkspace.IntegrationFlowConfigure";
/// Configure the runtime.
pub const RUNTIME_CONFIGURE: &str = "WebToolingWorkspace.RuntimeConfigure";
/// Export for transport.
pub const TRANSPORT_READ: &str = "TransportModule.read";
/// Import from transport.
pub const TRANSPORT_WRITE: &str = "TransportModule.write";
/// Build what is deployed.
pub const GENERATE: &str = "GenerationAndBuild.generationandbuildcontent";
/// Deploy and undeploy.
pub const DEPLOY: &str = "NodeManager.deploycontent";
/// Runtime artifacts, message processing logs, endpoints.
pub const OPERATION_READ: &str = "IntegrationOperationServer.read";
/// See design-time locks.
pub const LOCKS_READ: &str = "WorkspaceArtifactLocks.Read";
/// Delete design-time locks.
pub const LOCKS_DELETE: &str = "WorkspaceArtifactLocks.Delete";
/// Set transport mode, runtime profile, custom tags.
pub const SETTINGS: &str = "WebToolingSettingsProductProfiles.savetenantconfiguration";
/// Send messages to flows.
pub const SEND: &str = "ESBMessaging.send";

const fn scope(local: &'static str) -> Scope {
    Scope { app: App::Integration, local }
}

const fn role(name: &'static str, description: &'static str, scopes: &'static [Scope]) -> Template {
    Template { app: App::Integration, name, description, scopes, attributes: &[] }
}

/// A role whose underlying scopes are not public: its own name.
macro_rules! plain {
    ($($name:literal),* $(,)?) => { [$(role($name, $name, &[scope($name)])),*] };
}

const KNOWN: [Template; 10] = [
    role("WorkspacePackagesRead", "Read packages", &[scope(WORKSPACE_READ)]),
    role("WorkspacePackagesEdit", "Create, edit and delete packages", &[scope(WORKSPACE_READ), scope(WORKSPACE_WRITE)]),
    role("WorkspacePackagesConfigure", "Configure flows", &[scope(FLOW_CONFIGURE), scope(RUNTIME_CONFIGURE)]),
    role("WorkspacePackagesTransport", "Transport packages", &[scope(TRANSPORT_READ), scope(TRANSPORT_WRITE)]),
    role("WorkspaceArtifactsDeploy", "Deploy and undeploy artifacts", &[scope(GENERATE), scope(DEPLOY)]),
    role("MonitoringDataRead", "Read monitoring data", &[scope(OPERATION_READ)]),
    role("WorkspaceArtifactLocksRead", "See design-time locks", &[scope(LOCKS_READ)]),
    role("WorkspaceArtifactLocksDelete", "Delete design-time locks", &[scope(LOCKS_DELETE)]),
    role(SETTINGS, "Set transport mode, runtime profile and custom tags", &[scope(SETTINGS)]),
    role(SEND, "Send messages to integration flows", &[scope(SEND)]),
];

const PLAIN: [Template; 32] = plain![
    "AccessAllAccessPoliciesArtifacts",
    "AccessPoliciesEdit",
    "AccessPoliciesRead",
    "CatalogPackageArtifactsRead",
    "CatalogPackagesCopy",
    "CatalogPackagesRead",
    "CredentialsEdit",
    "CredentialsRead",
    "DataArchivingActivate",
    "DataArchivingRead",
    "DataStorePayloadsRead",
    "DataStoresAndQueuesDelete",
    "DataStoresAndQueuesRead",
    "DataStoresAndQueuesRetry",
    "ExternalLoggingActivate",
    "ExternalLoggingActivationRead",
    "HealthCheckMonitoringDataRead",
    "JobsRead",
    "MessageLocksDelete",
    "MessageLocksRead",
    "MessagePayloadsRead",
    "MessageProcessingLocksDelete",
    "MessageProcessingLocksRead",
    "MonitoringArtifactsDeploy",
    "NumberRangesEdit",
    "PartnerDirectoryRead",
    "PartnerDirectoryEdit",
    "SecurityMaterialDownload",
    "SecurityMaterialEdit",
    "TraceConfigurationEdit",
    "TraceConfigurationRead",
    "AuthGroup_TenantPartnerDirectoryConfigurator",
];

const fn joined() -> [Template; 42] {
    let mut all = [KNOWN[0]; 42];
    let mut at = 0;
    while at < 42 {
        all[at] = if at < 10 { KNOWN[at] } else { PLAIN[at - 10] };
        at += 1;
    }
    all
}

const ALL: [Template; 42] = joined();
pub(super) const TEMPLATES: &[Template] = &ALL;

const fn it(name: &'static str) -> (App, &'static str) {
    (App::Integration, name)
}

/// The personas. `WorkspacePackagesTransport` is in none of them: it must be assigned by itself.
pub(super) const COLLECTIONS: &[Collection] = &[
    Collection {
        name: "PI_Administrator",
        description: "Tenant administrator",
        roles: &[
            it("WorkspacePackagesRead"),
            it("WorkspaceArtifactsDeploy"),
            it("MonitoringDataRead"),
            it("WorkspaceArtifactLocksRead"),
            it("WorkspaceArtifactLocksDelete"),
            it(SETTINGS),
            it("CredentialsEdit"),
            it("SecurityMaterialEdit"),
            it("AccessPoliciesEdit"),
            it("DataStoresAndQueuesDelete"),
        ],
        read_only: true,
    },
    Collection {
        name: "PI_Business_Expert",
        description: "Business expert",
        roles: &[
            it("WorkspacePackagesRead"),
            it("MonitoringDataRead"),
            it("MessagePayloadsRead"),
            it("WorkspaceArtifactLocksRead"),
        ],
        read_only: true,
    },
    Collection {
        name: "PI_Integration_Developer",
        description: "Integration developer",
        roles: &[
            it("WorkspacePackagesRead"),
            it("WorkspacePackagesEdit"),
            it("WorkspacePackagesConfigure"),
            it("WorkspaceArtifactsDeploy"),
            it("MonitoringDataRead"),
            it("MessagePayloadsRead"),
            it("WorkspaceArtifactLocksRead"),
            it("CatalogPackagesCopy"),
            it("TraceConfigurationEdit"),
        ],
        read_only: true,
    },
    Collection {
        name: "PI_Read_Only",
        description: "Read only",
        roles: &[it("WorkspacePackagesRead"), it("MonitoringDataRead"), it("WorkspaceArtifactLocksRead")],
        read_only: true,
    },
];

/// What the roles chosen for an `it-rt` instance allow. Groups of further roles (`AuthGroup_…`) are accepted and add
/// nothing, since what is in them is not public.
pub(super) fn of_roles(roles: &[String]) -> Result<Vec<Scope>, Unknown> {
    let mut scopes = Vec::new();
    for role in roles {
        match TEMPLATES.iter().find(|template| template.name == role) {
            Some(template) => scopes.extend_from_slice(template.scopes),
            None if role.starts_with("AuthGroup_") => {}
            None => {
                return Err(Unknown { what: "role", name: role.clone(), owner: "SAP Process Integration Runtime" });
            }
        }
    }
    Ok(scopes)
}
