//! Cloud Foundry API v3 (`apis/cf`): resources, lists, requests.
//!
//! Whole objects are sent always: the Terraform provider crashes on an organization without timestamps and metadata.

mod request;
mod service;

pub use request::*;
pub use service::*;

use crate::absent::null_is_absent;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A link.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Absolute.
    pub href: String,
    /// When it is not GET.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Of the root document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Value>,
}

/// Links by name; some are null.
pub type Links = BTreeMap<String, Option<Link>>;

/// The root documents, `/` and `/v3`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    pub links: Links,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List<T> {
    pub pagination: Pagination,
    pub resources: Vec<T>,
    /// What the items refer to, when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub included: Option<Included>,
}

/// Where in a list a page is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pagination {
    /// Items on all pages.
    pub total_results: usize,
    /// Pages; at least one.
    pub total_pages: usize,
    pub first: Link,
    pub last: Link,
    pub next: Option<Link>,
    pub previous: Option<Link>,
}

/// What items refer to, by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Included {
    /// Of `include=app`: there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apps: Option<Vec<Value>>,
    /// Of roles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub users: Option<Vec<User>>,
    /// Of spaces, roles, instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organizations: Option<Vec<Organization>>,
    /// Of roles, instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spaces: Option<Vec<Space>>,
    /// Of instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_plans: Option<Vec<ServicePlan>>,
    /// Of plans, instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_offerings: Option<Vec<ServiceOffering>>,
    /// Of plans, offerings, instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_brokers: Option<Vec<ServiceBroker>>,
    /// Of bindings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_instances: Option<Vec<ServiceInstance>>,
}

/// The only body of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errors {
    /// All are shown by clients.
    pub errors: Vec<Error>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Error {
    /// A number that clients know.
    pub code: i64,
    /// `CF-UnprocessableEntity`.
    pub title: String,
    /// For people, but some clients compare it.
    pub detail: String,
}

/// `{"data":{"guid":…}}`, or `{"data":null}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToOne {
    pub data: Option<Guid>,
}

/// `{"data":[{"guid":…}]}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToMany {
    pub data: Vec<Guid>,
}

/// A reference.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guid {
    pub guid: String,
}

/// References to one thing each, by name.
pub type Relationships = BTreeMap<String, ToOne>;

/// Labels and annotations; in a change null removes. For all of them it is as good as absent, as clients send it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// For selecting.
    #[serde(deserialize_with = "null_is_absent")]
    pub labels: BTreeMap<String, Option<String>>,
    /// For people and tools.
    #[serde(deserialize_with = "null_is_absent")]
    pub annotations: BTreeMap<String, Option<String>>,
}

/// An organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: String,
    pub suspended: bool,
    /// `quota`.
    pub relationships: Relationships,
    pub metadata: Metadata,
    pub links: Links,
}

/// A space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Space {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: String,
    /// `organization`, `quota`.
    pub relationships: Relationships,
    pub metadata: Metadata,
    pub links: Links,
}

/// A domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Domain {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: String,
    /// Whether only apps reach it.
    pub internal: bool,
    /// For TCP only.
    pub router_group: Option<Guid>,
    /// `http`.
    pub supported_protocols: Vec<String>,
    /// Whose it is.
    pub relationships: DomainRelationships,
    pub metadata: Metadata,
    pub links: Links,
}

/// Whose a domain is; it is shared when it is no organization's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainRelationships {
    /// The owner.
    pub organization: ToOne,
    /// With whom it is shared.
    pub shared_organizations: ToMany,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    /// `space_developer`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `user`, `organization`, `space`.
    pub relationships: Relationships,
    pub links: Links,
}

/// A user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// A person's id or a client's.
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    /// The log-in name of a person.
    pub username: Option<String>,
    /// For people.
    pub presentation_name: String,
    /// The identity provider of a person.
    pub origin: Option<String>,
    pub metadata: Metadata,
    pub links: Links,
}

/// A quota: nothing is limited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: String,
    /// Limits of apps, services, routes, domains: all null.
    #[serde(flatten)]
    pub limits: Map<String, Value>,
    pub links: Links,
}

/// Something that goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    pub guid: String,
    pub created_at: String,
    /// When it was last heard of.
    pub updated_at: String,
    /// `service_instance.create`.
    pub operation: String,
    /// `PROCESSING`, `POLLING`, `COMPLETE`, `FAILED`.
    pub state: String,
    /// At least one when failed: the command line crashes otherwise.
    pub errors: Vec<Error>,
    /// For people.
    pub warnings: Vec<Value>,
    pub links: Links,
}

/// A switch of a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceFeature {
    /// `ssh`.
    pub name: String,
    pub description: String,
    pub enabled: bool,
}

/// All switches of a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceFeatures {
    pub features: Vec<SpaceFeature>,
}

/// To whom a plan is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanVisibility {
    /// `organization`.
    #[serde(rename = "type")]
    pub kind: String,
    pub organizations: Vec<VisibleTo>,
}

/// An organization that a plan is offered to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisibleTo {
    pub guid: String,
    pub name: String,
}

/// `…/feature_flags/{name}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureFlag {
    pub name: String,
    pub enabled: bool,
    pub updated_at: Option<String>,
    pub custom_error_message: Option<String>,
    pub links: Links,
}
