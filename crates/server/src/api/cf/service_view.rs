//! Brokers, offerings, plans, instances and keys on the wire.

use super::view::{View, metadata, relationships, time, to_one};
use engine::cf::instance::{Kind, ServiceInstance};
use engine::cf::key::Key;
use engine::cf::last_operation::{LastOperation, Progress};
use engine::cf::user_provided::Urls;
use model::Time;
use model::catalog::{self, Plan, Service};
use serde_json::json;
use std::collections::BTreeSet;
use wire::cf::{self, Metadata, Relationships};

/// What is part of the program is as old as time.
const ALWAYS: Time = Time(0);

/// Each offering of these plans once.
pub(super) fn offerings_of<'a>(plans: impl Iterator<Item = &'a Plan>) -> Vec<&'static Service> {
    let names: BTreeSet<&str> = plans.map(|plan| plan.service).collect();
    catalog::SERVICES.iter().filter(|service| names.contains(service.name)).collect()
}

fn last(last: &LastOperation) -> cf::LastOperation {
    let state = match last.progress {
        Progress::InProgress => "in progress",
        Progress::Succeeded => "succeeded",
        Progress::Failed => "failed",
    };
    cf::LastOperation {
        kind: last.kind.clone(),
        state: state.to_owned(),
        description: Some(last.description.clone().unwrap_or_default()),
        created_at: time(last.created_at),
        updated_at: time(last.updated_at),
    }
}

impl View {
    pub(super) fn broker(&self) -> cf::ServiceBroker {
        let guid = catalog::broker_id();
        cf::ServiceBroker {
            guid: guid.to_string(),
            created_at: time(ALWAYS),
            updated_at: time(ALWAYS),
            name: catalog::BROKER.to_owned(),
            url: self.api.clone(),
            relationships: Relationships::new(),
            metadata: Metadata::default(),
            links: self.links(&[
                ("self", format!("/v3/service_brokers/{guid}")),
                ("service_offerings", format!("/v3/service_offerings?service_broker_guids={guid}")),
            ]),
        }
    }

    pub(super) fn offering(&self, service: &Service) -> cf::ServiceOffering {
        let guid = service.id();
        cf::ServiceOffering {
            guid: guid.to_string(),
            created_at: time(ALWAYS),
            updated_at: time(ALWAYS),
            name: service.name.to_owned(),
            description: service.description.to_owned(),
            available: true,
            tags: service.tags.iter().map(|tag| (*tag).to_owned()).collect(),
            requires: Vec::new(),
            shareable: false,
            documentation_url: Some(String::new()),
            broker_catalog: json!({
                "id": guid,
                "metadata": {"displayName": service.display_name},
                "features": {
                    "plan_updateable": false,
                    "bindable": true,
                    "instances_retrievable": service.instances_retrievable,
                    "bindings_retrievable": false,
                    "allow_context_updates": false,
                },
            }),
            relationships: relationships([("service_broker", to_one(Some(catalog::broker_id())))]),
            metadata: Metadata::default(),
            links: self.links(&[
                ("self", format!("/v3/service_offerings/{guid}")),
                ("service_plans", format!("/v3/service_plans?service_offering_guids={guid}")),
                ("service_broker", format!("/v3/service_brokers/{}", catalog::broker_id())),
            ]),
        }
    }

    pub(super) fn plan(&self, plan: &Plan) -> cf::ServicePlan {
        let guid = plan.id();
        let offering = catalog::service(plan.service).map(Service::id);
        let no_parameters = json!({"parameters": {}});
        cf::ServicePlan {
            guid: guid.to_string(),
            created_at: time(ALWAYS),
            updated_at: time(ALWAYS),
            name: plan.name.to_owned(),
            description: plan.description.to_owned(),
            visibility_type: "organization".to_owned(),
            available: true,
            free: true,
            costs: Vec::new(),
            maintenance_info: json!({}),
            broker_catalog: json!({
                "id": guid,
                "metadata": {"displayName": plan.display_name},
                "maximum_polling_duration": null,
                "features": {"bindable": true, "plan_updateable": false},
            }),
            schemas: json!({
                "service_instance": {"create": no_parameters, "update": no_parameters},
                "service_binding": {"create": no_parameters},
            }),
            relationships: relationships([("service_offering", to_one(offering))]),
            metadata: Metadata::default(),
            links: self.links(&[
                ("self", format!("/v3/service_plans/{guid}")),
                ("service_offering", format!("/v3/service_offerings/{}", offering.unwrap_or_default())),
            ]),
        }
    }

    pub(super) fn instance(&self, instance: &ServiceInstance) -> cf::ServiceInstance {
        let shared = cf::ServiceInstance {
            guid: instance.guid.to_string(),
            created_at: time(instance.created_at),
            updated_at: time(instance.updated_at),
            name: instance.name.clone(),
            kind: String::new(),
            tags: instance.tags.clone(),
            maintenance_info: None,
            upgrade_available: None,
            dashboard_url: None,
            syslog_drain_url: None,
            route_service_url: None,
            last_operation: last(&instance.last),
            relationships: relationships([("space", to_one(Some(instance.space)))]),
            metadata: metadata(&instance.metadata),
            links: self.instance_links(instance),
        };
        match &instance.kind {
            Kind::Managed(plan) => managed(shared, plan),
            Kind::Provided(urls) => provided(shared, urls),
        }
    }

    fn instance_links(&self, instance: &ServiceInstance) -> cf::Links {
        let own = format!("/v3/service_instances/{}", instance.guid);
        let keys = format!("/v3/service_credential_bindings?service_instance_guids={}", instance.guid);
        let mut links = self.links(&[
            ("space", format!("/v3/spaces/{}", instance.space)),
            ("service_credential_bindings", keys),
            ("self", own.clone()),
        ]);
        links.extend(match instance.plan() {
            None => self.links(&[("credentials", format!("{own}/credentials"))]),
            Some(plan) => self.links(&[
                ("service_plan", format!("/v3/service_plans/{}", plan.id())),
                ("parameters", format!("{own}/parameters")),
                ("shared_spaces", format!("{own}/relationships/shared_spaces")),
            ]),
        });
        links
    }

    pub(super) fn key(&self, key: &Key) -> cf::CredentialBinding {
        let own = format!("/v3/service_credential_bindings/{}", key.guid);
        cf::CredentialBinding {
            guid: key.guid.to_string(),
            created_at: time(key.created_at),
            updated_at: time(key.updated_at),
            name: Some(key.name.clone()),
            kind: "key".to_owned(),
            last_operation: last(&key.last),
            relationships: relationships([("service_instance", to_one(Some(key.instance)))]),
            metadata: metadata(&key.metadata),
            links: self.links(&[
                ("details", format!("{own}/details")),
                ("parameters", format!("{own}/parameters")),
                ("service_instance", format!("/v3/service_instances/{}", key.instance)),
                ("self", own),
            ]),
        }
    }
}

fn managed(shared: cf::ServiceInstance, plan: &Plan) -> cf::ServiceInstance {
    let mut relationships = shared.relationships;
    relationships.insert("service_plan".to_owned(), to_one(Some(plan.id())));
    cf::ServiceInstance {
        kind: "managed".to_owned(),
        maintenance_info: Some(json!({})),
        upgrade_available: Some(false),
        dashboard_url: Some(json!(null)),
        relationships,
        ..shared
    }
}

fn provided(shared: cf::ServiceInstance, urls: &Urls) -> cf::ServiceInstance {
    cf::ServiceInstance {
        kind: "user-provided".to_owned(),
        syslog_drain_url: Some(json!(urls.syslog_drain)),
        route_service_url: Some(json!(urls.route_service)),
        ..shared
    }
}
