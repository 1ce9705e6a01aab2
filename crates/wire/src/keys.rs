//! Service keys: the credentials of each service, exactly as the original shows them.
//!
//! Fields stand in the order of the original, and nothing else is there: scripts search keys as text. What is not
//! there for some service is left out, not null.

use serde::{Deserialize, Serialize};

/// The block about the token service that most keys have.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uaa {
    pub clientid: String,
    pub clientsecret: String,
    /// Base of the token service; `/oauth/token` is appended.
    pub url: String,
    /// The subdomain.
    pub identityzone: String,
    /// The tenant.
    pub identityzoneid: String,
    pub tenantid: String,
    /// `dedicated`.
    pub tenantmode: String,
    /// Internal address of the token service.
    pub sburl: String,
    /// Base of role and user administration.
    pub apiurl: String,
    /// Public key of tokens, PEM.
    pub verificationkey: String,
    pub xsappname: String,
    pub subaccountid: String,
    /// Domain of token keys, without a scheme.
    pub uaadomain: String,
    /// The tenant.
    pub zoneid: String,
    /// `binding-secret` or `instance-secret`.
    #[serde(rename = "credential-type", default, skip_serializing_if = "Option::is_none")]
    pub credential_type: Option<String>,
}

/// The key of `xsuaa`: the block itself, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Xsuaa {
    /// The client and its zone.
    #[serde(flatten)]
    pub uaa: Uaa,
    #[serde(rename = "serviceInstanceId")]
    pub service_instance_id: String,
}

/// Key of service `transport`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transport {
    pub uaa: Uaa,
    /// Base of the API.
    pub uri: String,
}

/// Key of service `SAPCloudALMAPIs`. There is no `uri`: clients build it from `endpoints.Api`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloudAlm {
    pub endpoints: CloudAlmEndpoints,
    pub uaa: Uaa,
}

/// Where the APIs of Cloud ALM are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloudAlmEndpoints {
    /// Ends in `/api`.
    #[serde(rename = "Api")]
    pub api: String,
}

/// Key of service `it-rt`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integration {
    pub oauth: IntegrationOauth,
}

/// The one block of an `it-rt` key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationOauth {
    pub clientid: String,
    pub clientsecret: String,
    /// Base of the tenant; `/api/v1` is appended.
    pub url: String,
    /// Ends in `/oauth/token`, unlike `uaa.url` of other keys.
    pub tokenurl: String,
    /// When the key was made.
    pub createdate: String,
}

/// Key of service `content-agent`, in the two shapes that clients read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentAgent {
    /// Base of the API.
    pub url: String,
    pub uaa: Uaa,
    /// The same for clients that read this shape.
    pub oauth: ContentAgentOauth,
}

/// The shape that pipeline steps read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentAgentOauth {
    /// Base of the API.
    pub url: String,
    pub clientid: String,
    pub clientsecret: String,
    /// Ends in `/oauth/token`.
    pub tokenurl: String,
}

/// Key of service `destination`: flat.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    pub clientid: String,
    pub clientsecret: String,
    /// `binding-secret`.
    #[serde(rename = "credential-type")]
    pub credential_type: String,
    /// Base without a path; `/destination-configuration/v1` is appended.
    pub uri: String,
    /// Base of the token service; `/oauth/token` is appended.
    pub url: String,
    /// Domain of token keys, without a scheme.
    pub uaadomain: String,
    /// Public key of tokens, PEM.
    pub verificationkey: String,
    pub instanceid: String,
    /// The subdomain.
    pub identityzone: String,
    pub tenantid: String,
    pub xsappname: String,
    /// `dedicated`.
    pub tenantmode: String,
}

/// Key of service `cis`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cis {
    pub endpoints: CisEndpoints,
    /// `client_credentials`, or `user_token` when a person logs in.
    pub grant_type: String,
    pub uaa: Uaa,
}

/// Where the account services are. Paths as `/accounts/v1` are appended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CisEndpoints {
    pub accounts_service_url: String,
    pub entitlements_service_url: String,
    /// Environments.
    pub provisioning_service_url: String,
    /// Subscriptions.
    pub saas_registry_service_url: String,
    pub events_service_url: String,
    pub external_provider_registry_url: String,
    pub order_processing_url: String,
}

/// Key of service `service-manager`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceManager {
    pub clientid: String,
    pub clientsecret: String,
    /// Base of service manager; `/v1` is appended.
    pub sm_url: String,
    /// Base of the token service; `/oauth/token` is appended.
    pub url: String,
    pub xsappname: String,
}

crate::unprinted!(Uaa, IntegrationOauth, ContentAgentOauth, Destination, ServiceManager);
