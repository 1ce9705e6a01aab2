//! SAP Cloud ALM: what keys can be granted, and people's role templates.

use super::{App, Collection, Right, Scope, Template};

/// Applications whose scopes the service accepts.
pub const APPS: &[App] = &[App::CloudAlm];

/// A right that is one of these scopes.
#[must_use]
pub const fn right(scopes: &'static [&'static str]) -> Right {
    Right::new(APPS, scopes, "the scope {app}.{last} is missing")
}

/// Pass-through: read.
pub const CDM_DISPLAY: &str = "imp-cdm-feature-display-ui";
/// Pass-through: write.
pub const CDM_MANAGE: &str = "imp-cdm-feature-manage-ui";

/// Read features over the public API.
pub const FEATURES_READ: &str = "calm-api.features.read";
/// Change features over the public API.
pub const FEATURES_WRITE: &str = "calm-api.features.write";
/// Read projects over the public API.
pub const PROJECTS_READ: &str = "calm-api.projects.read";
/// Make projects over the public API.
pub const PROJECTS_WRITE: &str = "calm-api.projects.write";
/// Read private projects, too.
pub const PROJECTS_PRIVATE_READ: &str = "calm-api.projects.private.read";

/// Everything an API instance can ask for in `authorities`.
pub const API_SCOPES: &[&str] = &[
    CDM_DISPLAY,
    CDM_MANAGE,
    FEATURES_READ,
    FEATURES_WRITE,
    "calm-api.features.personal.read",
    PROJECTS_READ,
    PROJECTS_WRITE,
    PROJECTS_PRIVATE_READ,
    "calm-api.projects.protected.read",
    "calm-api.tasks.read",
    "calm-api.tasks.write",
    "calm-api.tasks.personal.read",
    "calm-api.defects.read",
    "calm-api.defects.personal.read",
    "calm-api.requirements.personal.read",
    "calm-api.documents.read",
    "calm-api.documents.write",
    "calm-api.lib.read",
    "calm-api.lib.write",
    "calm-api.testcases.read",
    "calm-api.testcases.write",
    "calm-api.testcases.delete",
    "calm-api.testcases.force-delete",
    "calm-api.testplans.read",
    "calm-api.processhierarchy.read",
    "calm-api.processmanagement.read",
    "calm-api.processmanagement.write",
    "calm-api.processmanagement.delete",
    "calm-api.processauthoring.read",
    "calm-api.processauthoring.write",
    "calm-api.processauthoring.delete",
    "calm-api.analytics.read",
    "calm-api.analytics.providers.read",
    "calm-api.landscape.read",
    "calm-api.subscriptions.read",
    "calm-api.bsm.read",
    "calm-api.metrics.write",
    "calm-api.hm.write",
    "ops-im-display-ui",
    "ops-im-configure-ui",
];

/// Approves for production.
pub const CHANGE_MANAGER: &str = "imp_cdm_ChangeManager";
/// Deploys to test.
pub const DEPLOY_TEST: &str = "imp_cdm_DeploymentManagerTest";
/// Deploys to production.
pub const DEPLOY_PROD: &str = "imp_cdm_DeploymentManagerProd";
/// Edits features, assigns transports.
pub const DEVELOPER: &str = "imp_cdm_DeveloperCore";
/// Starts the implementation.
pub const START_IMPLEMENTATION: &str = "imp_cdm_StartImplementation";
/// Hands over to test.
pub const HANDOVER_TO_TEST: &str = "imp_cdm_HandoverToTest";
/// Confirms a successful test.
pub const TESTER: &str = "imp_cdm_Tester";
/// Retrofit set-up.
pub const RETROFIT_CONFIGURATOR: &str = "imp_cdm_RetrofitConfigurator";
/// Retrofit.
pub const RETROFIT_PERFORMER: &str = "imp_cdm_RetrofitPerformer";
/// Administrator of all projects.
pub const PROJECT_ADMINISTRATOR: &str = "imp_pjm_ProjectAdministrator";
/// Lead of projects he is a member of.
pub const PROJECT_LEAD: &str = "imp_pjm_ProjectLead";
/// Member of projects.
pub const PROJECT_MEMBER: &str = "imp_pjm_ProjectMember";
/// Viewer of projects.
pub const PROJECT_VIEWER: &str = "imp_pjm_ProjectViewer";
/// Administrator of everything.
pub const GLOBAL_ADMINISTRATOR: &str = "x_calm_GlobalAdministrator";
/// Reads everything.
pub const GLOBAL_AUDITOR: &str = "x_calm_GlobalAuditor";
/// Uploads service keys of managed systems.
pub const LANDSCAPE_SECURITY: &str = "x_landscape_SecurityAdministrator";

/// A template grants the scope of its own name.
macro_rules! templates {
    ($($name:expr => $description:literal),* $(,)?) => {
        &[$(Template {
            app: App::CloudAlm,
            name: $name,
            description: $description,
            scopes: &[Scope { app: App::CloudAlm, local: $name }],
            attributes: &[],
        }),*]
    };
}

/// The names of all role templates, which are scopes, too.
pub const ROLES: [&str; TEMPLATES.len()] = {
    let (mut names, mut at) = ([""; TEMPLATES.len()], 0);
    while at < names.len() {
        names[at] = TEMPLATES[at].name;
        at += 1;
    }
    names
};

pub(super) const TEMPLATES: &[Template] = templates![
    CHANGE_MANAGER => "Approve features for production",
    DEPLOY_TEST => "Deploy transports to test systems",
    DEPLOY_PROD => "Deploy transports to production systems",
    DEVELOPER => "Edit features and assign transports",
    START_IMPLEMENTATION => "Start the implementation of features",
    HANDOVER_TO_TEST => "Hand features over to test",
    TESTER => "Confirm successful tests",
    RETROFIT_CONFIGURATOR => "Configure retrofit",
    RETROFIT_PERFORMER => "Perform retrofit",
    PROJECT_ADMINISTRATOR => "Administer all projects",
    PROJECT_LEAD => "Lead projects",
    PROJECT_MEMBER => "Work in projects",
    PROJECT_VIEWER => "View projects",
    GLOBAL_ADMINISTRATOR => "Administer SAP Cloud ALM",
    GLOBAL_AUDITOR => "Read everything in SAP Cloud ALM",
    LANDSCAPE_SECURITY => "Administer keys of managed systems",
];

const fn alm(name: &'static str) -> (App, &'static str) {
    (App::CloudAlm, name)
}

macro_rules! collections {
    ($($name:literal => [$($role:expr),*]),* $(,)?) => {
        &[$(Collection { name: $name, description: $name, roles: &[$(alm($role)),*], read_only: true }),*]
    };
}

/// There is no collection for testers: a customer makes one.
pub(super) const COLLECTIONS: &[Collection] = collections![
    "Change & Deployment Management Change Manager" => [CHANGE_MANAGER],
    "Change & Deployment Management Deployment Manager" => [DEPLOY_TEST, DEPLOY_PROD],
    "Change & Deployment Management Developer" => [DEVELOPER, START_IMPLEMENTATION, HANDOVER_TO_TEST],
    "Change & Deployment Management Retrofit Configurator" => [RETROFIT_CONFIGURATOR],
    "Change & Deployment Management Retrofit Executor" => [RETROFIT_PERFORMER],
    "Project & Task Management Project Administrator" => [PROJECT_ADMINISTRATOR],
    "Project & Task Management Project Lead" => [PROJECT_LEAD],
    "Project & Task Management Project Member" => [PROJECT_MEMBER],
    "Project & Task Management Project Viewer" => [PROJECT_VIEWER],
    "Cross Global Administrator" => [GLOBAL_ADMINISTRATOR],
    "Cross Global Auditor" => [GLOBAL_AUDITOR],
    "Landscape Management Security Administrator" => [LANDSCAPE_SECURITY],
];
