//! The catalogue: every service and application that can be entitled, with its plans.
//!
//! A row is here only if it can really be used: what an instance of it may do is in [`crate::role`], what its keys look
//! like is the engine's (`platform::credentials`). GUIDs of offerings and plans follow from their names, so that they
//! are the same in every installation and after every start.

/// The service that environments come from.
pub const CLOUD_FOUNDRY: &str = "cloudfoundry";

mod table;

pub use table::SERVICES;

use uuid::Uuid;

/// What a quota of a plan means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Counted; the platform itself consumes it.
    Platform,
    /// Counted.
    Service,
    /// On or off.
    ElasticService,
    /// On or off, and subscribed to rather than instantiated.
    Application,
}

impl Category {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Platform => "PLATFORM",
            Self::Service => "SERVICE",
            Self::ElasticService => "ELASTIC_SERVICE",
            Self::Application => "APPLICATION",
        }
    }

    /// Whether an assignment says how much, not only that.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Platform | Self::Service)
    }
}

/// A plan of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Technical name of the service it belongs to.
    pub service: &'static str,
    /// Technical name.
    pub name: &'static str,
    pub display_name: &'static str,
    pub description: &'static str,
    /// Tells apart plans that share service and name.
    pub unique_id: &'static str,
    /// What a quota of it means.
    pub category: Category,
    /// Whether instances of it come from a service broker.
    pub brokered: bool,
}

impl Plan {
    /// Its GUID.
    #[must_use]
    pub fn id(&self) -> Uuid {
        guid(&["plan", self.service, self.name])
    }

    /// Whether every subaccount may use it without being entitled: any application needs a client.
    #[must_use]
    pub fn is_for_all(&self) -> bool {
        self.service == "xsuaa"
    }

    /// How it is provisioned, on the wire.
    #[must_use]
    pub const fn provisioning(&self) -> &'static str {
        if self.brokered { "SERVICE_BROKER" } else { "NONE_REQUIRED" }
    }
}

/// A service or an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// Technical name.
    pub name: &'static str,
    pub display_name: &'static str,
    pub description: &'static str,
    /// Technical name and name for people of what it is listed under.
    pub business_category: (&'static str, &'static str),
    /// By which clients find its keys.
    pub tags: &'static [&'static str],
    /// Whether the parameters of its instances can be read.
    pub instances_retrievable: bool,
    pub plans: &'static [Plan],
}

impl Service {
    /// The GUID of the offering.
    #[must_use]
    pub fn id(&self) -> Uuid {
        guid(&["offering", self.name])
    }

    /// The plan of this name.
    #[must_use]
    pub fn plan(&self, name: &str) -> Option<&'static Plan> {
        self.plans.iter().find(|plan| plan.name == name)
    }

    /// Whether instances of it can be made.
    #[must_use]
    pub fn is_brokered(&self) -> bool {
        self.plans.iter().any(|plan| plan.brokered)
    }

    /// Whether it is subscribed to.
    #[must_use]
    pub fn is_application(&self) -> bool {
        self.plans.iter().any(|plan| plan.category == Category::Application)
    }
}

/// Names that some clients use for the name of the catalogue.
const ALIASES: &[(&str, &str)] = &[("sap-cloud-alm-api", "SAPCloudALMAPIs")];

/// The name in the catalogue of what a client calls so.
#[must_use]
pub fn canonical(name: &str) -> &str {
    ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, canonical)| canonical)
}

/// The service of this name, or with this alias.
#[must_use]
pub fn service(name: &str) -> Option<&'static Service> {
    let name = canonical(name);
    SERVICES.iter().find(|service| service.name == name)
}

/// The plan of these names.
#[must_use]
pub fn plan(service_name: &str, plan_name: &str) -> Option<&'static Plan> {
    service(service_name)?.plan(plan_name)
}

/// The offering with this GUID.
#[must_use]
pub fn service_by_id(id: Uuid) -> Option<&'static Service> {
    SERVICES.iter().find(|service| service.id() == id)
}

/// The plan with this GUID.
#[must_use]
pub fn plan_by_id(id: Uuid) -> Option<&'static Plan> {
    plans().find(|plan| plan.id() == id)
}

/// All plans of all services.
pub fn plans() -> impl Iterator<Item = &'static Plan> {
    SERVICES.iter().flat_map(|service| service.plans)
}

/// The services of which instances can be made.
pub fn brokered() -> impl Iterator<Item = &'static Service> {
    SERVICES.iter().filter(|service| service.is_brokered())
}

/// The applications that can be subscribed to.
pub fn applications() -> impl Iterator<Item = &'static Service> {
    SERVICES.iter().filter(|service| service.is_application())
}

/// The GUID of the one service broker behind everything.
#[must_use]
pub fn broker_id() -> Uuid {
    guid(&["broker", BROKER])
}

/// Its name.
pub const BROKER: &str = "ropeway-broker";

/// A GUID that follows from names (version 8: its bits are ours to say), by 128-bit FNV-1a.
fn guid(names: &[&str]) -> Uuid {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = names.iter().flat_map(|name| name.bytes().chain([0]));
    let hash = bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    uuid::Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn guids_are_unique_and_lead_back() {
        let ids: BTreeSet<_> = plans().map(Plan::id).chain(SERVICES.iter().map(Service::id)).collect();
        assert_eq!(ids.len(), plans().count() + SERVICES.len());
        for plan in plans() {
            assert_eq!(plan_by_id(plan.id()), Some(plan));
        }
        let transport = service("transport").unwrap();
        assert_eq!(service_by_id(transport.id()), Some(transport));
        assert_eq!(transport.id().get_version_num(), 8);
    }

    #[test]
    fn plans_belong_to_the_service_they_stand_under() {
        for service in SERVICES {
            assert!(service.plans.iter().all(|plan| plan.service == service.name), "{}", service.name);
        }
        let unique: BTreeSet<_> = plans().map(|plan| plan.unique_id).collect();
        assert_eq!(unique.len(), plans().count());
    }

    #[test]
    fn two_services_share_the_name_cloud_transport_management() {
        let shared: Vec<_> =
            SERVICES.iter().filter(|s| s.display_name == "Cloud Transport Management").map(|s| s.name).collect();
        assert_eq!(shared, ["alm-ts", "transport"]);
        assert!(service("alm-ts").unwrap().is_application());
        assert!(!service("transport").unwrap().is_application());
    }

    #[test]
    fn an_alias_stands_for_the_offering() {
        assert_eq!(service("sap-cloud-alm-api").unwrap().name, "SAPCloudALMAPIs");
        assert_eq!(plan("sap-cloud-alm-api", "standard"), plan("SAPCloudALMAPIs", "standard"));
        assert_eq!(plan("transport", "free"), None);
    }
}
