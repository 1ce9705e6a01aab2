//! What stands after a run: `landscape.json`, a contract, because pipelines are fed from it. A check reads it, too, also
//! one that somebody wrote for a real landscape, where much may be left out.

use crate::session::{ALM, DEV, TARGETS};
use model::address::Addresses;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where the services of a landscape of this prefix are, for people.
#[must_use]
pub fn addresses(public_url: &str, prefix: &str) -> Vec<(String, String)> {
    let at = Addresses::new(public_url, None);
    let tenant = |name: &str| format!("{prefix}{name}");
    let one = |name: &str, address: String| (name.to_owned(), address);
    let integration = [DEV].into_iter().chain(TARGETS.map(|(name, _)| name));
    let tenants = integration.map(|name| one(&format!("tenant {}", tenant(name)), at.cpi(&tenant(name))));
    let services = [
        one("Cloud Foundry", at.cf()),
        one("transport management", at.tms()),
        one("Cloud ALM", at.alm_api(&tenant(ALM))),
        one("Content Agent", at.content_agent()),
        one("deploy service", at.deploy_service()),
    ];
    let own = one("own API", format!("{}/api/v1/openapi.json", at.public()));
    services.into_iter().chain(tenants).chain([own]).collect()
}

/// The addresses, ids and people of a landscape.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Landscape {
    pub public_url: String,
    /// Cloud Foundry.
    pub cf: Cf,
    /// The four subaccounts.
    pub subaccounts: Vec<Subaccount>,
    /// The transport nodes.
    pub nodes: Vec<Node>,
    /// Who logs in with which password.
    pub people: Vec<Person>,
}

/// Cloud Foundry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cf {
    /// Its API, for `cf login -a`.
    pub api: String,
}

/// One subaccount.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subaccount {
    /// `alm`, `cpi-dev`, `cpi-test` or `cpi-prod`.
    pub name: String,
    /// Its GUID: the tenant.
    pub guid: String,
    /// Its name in URLs.
    pub subdomain: String,
    /// Its Cloud Foundry org.
    pub org: Named,
    /// The org's spaces.
    pub spaces: Vec<Named>,
}

/// Something with a name and a GUID.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Named {
    pub name: String,
    pub guid: String,
}

/// A transport node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Its number.
    pub id: i64,
    pub name: String,
}

/// Somebody who logs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    pub role: Role,
    pub user_name: String,
    pub password: String,
}

/// What a person does in the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Sets everything up.
    Administrator,
    /// Nodes and routes.
    LandscapeOperator,
    /// Changes and transports packages.
    Developer,
    /// Confirms tests.
    Tester,
    /// Approves for production.
    ChangeManager,
    /// Deploys.
    DeploymentManager,
    /// Creates features and confirms deployments.
    ProjectLead,
    /// The technical user of the target destinations.
    DeployUser,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl Role {
    /// Everybody but the administrator, who is there from the start.
    pub const CREATED: [Self; 7] = [
        Self::LandscapeOperator,
        Self::Developer,
        Self::Tester,
        Self::ChangeManager,
        Self::DeploymentManager,
        Self::ProjectLead,
        Self::DeployUser,
    ];

    /// The part of the log-in name before the `@`.
    #[must_use]
    pub fn account(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::LandscapeOperator => "landscape.operator",
            Self::Developer => "developer",
            Self::Tester => "tester",
            Self::ChangeManager => "change.manager",
            Self::DeploymentManager => "deployment.manager",
            Self::ProjectLead => "project.lead",
            Self::DeployUser => "deploy.user",
        }
    }
}
