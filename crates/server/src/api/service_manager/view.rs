//! Our types as service manager shows them.

use engine::platform::instance::{Instance, catalog_plan};
use engine::platform::operation::{Done, Operation, Resource};
use engine::platform::service_manager::{Bound, Place};
use model::Time;
use model::account::Labels;
use model::catalog::{self, Plan, Service};
use serde_json::{Map, Value};
use uuid::Uuid;
use wire::service_manager as wire;

/// A time that is not set.
const UNSET: &str = "0001-01-01T00:00:00Z";
/// Since when the catalogue is there: always.
const SINCE: &str = "2026-01-01T00:00:00.000000Z";
const PLATFORM: &str = "service-manager";

fn date(time: Time) -> String {
    time.format("%Y-%m-%dT%H:%M:%S%.6fZ")
}

pub(super) fn offering(service: &'static Service) -> wire::Offering {
    let id = service.id().to_string();
    wire::Offering {
        ready: true,
        name: service.name.to_owned(),
        description: service.description.to_owned(),
        bindable: true,
        instances_retrievable: service.instances_retrievable,
        bindings_retrievable: false,
        plan_updateable: false,
        allow_context_updates: false,
        tags: service.tags.iter().map(|&tag| tag.to_owned()).collect(),
        metadata: wire::OfferingMetadata {
            display_name: service.display_name.to_owned(),
            long_description: service.description.to_owned(),
            documentation_url: String::new(),
        },
        broker_id: catalog::broker_id().to_string(),
        catalog_id: id.clone(),
        catalog_name: service.name.to_owned(),
        created_at: SINCE.to_owned(),
        updated_at: SINCE.to_owned(),
        labels: Labels::new(),
        id,
    }
}

pub(super) fn plan(plan: &'static Plan) -> wire::Plan {
    let id = plan.id().to_string();
    wire::Plan {
        ready: true,
        name: plan.name.to_owned(),
        description: plan.description.to_owned(),
        catalog_id: id.clone(),
        catalog_name: plan.name.to_owned(),
        free: true,
        bindable: true,
        metadata: wire::PlanMetadata {
            display_name: plan.display_name.to_owned(),
            bullets: Vec::new(),
            supports_instance_sharing: false,
        },
        schemas: Map::new(),
        service_offering_id: catalog::service(plan.service).map(|s| s.id().to_string()).unwrap_or_default(),
        created_at: SINCE.to_owned(),
        updated_at: SINCE.to_owned(),
        labels: Labels::new(),
        id,
    }
}

fn operation(operation: &Operation, resource: Resource, id: Uuid) -> wire::Operation {
    wire::Operation {
        id: operation.id.to_string(),
        ready: true,
        description: None,
        kind: operation.kind.word().to_owned(),
        state: "succeeded".to_owned(),
        resource_id: id.to_string(),
        resource_type: format!("/v1/{}", resource.word()),
        platform_id: PLATFORM.to_owned(),
        correlation_id: engine::current_correlation().unwrap_or_default(),
        reschedule: false,
        reschedule_timestamp: UNSET.to_owned(),
        deletion_scheduled: UNSET.to_owned(),
        created_at: date(operation.at),
        updated_at: date(operation.at),
    }
}

/// An operation by itself.
pub(super) fn done(done: &Done) -> wire::Operation {
    let of = Operation { id: done.id, kind: done.kind, at: done.at };
    let description = Some(format!("{} succeeded", done.kind.word()));
    wire::Operation { description, ..operation(&of, done.resource_type, done.resource) }
}

fn context(place: &Place, instance_name: &str) -> wire::Context {
    let subaccount = place.subaccount.id.text();
    wire::Context {
        origin: "sapcp".to_owned(),
        region: format!("cf-{}", place.subaccount.region),
        zone_id: subaccount.clone(),
        env_type: "sapcp".to_owned(),
        platform: "sapcp".to_owned(),
        subdomain: place.subaccount.subdomain.clone(),
        license_type: "SAPDEV".to_owned(),
        instance_name: instance_name.to_owned(),
        subaccount_id: subaccount,
        crm_customer_id: String::new(),
        global_account_id: place.global.id.0.to_string(),
    }
}

/// Everything carries the subaccount as a label, too.
fn labels(place: &Place, own: &Labels) -> Labels {
    let mut labels = own.clone();
    labels.insert("subaccount_id".to_owned(), vec![place.subaccount.id.text()]);
    labels
}

pub(super) fn instance(place: &Place, one: &Instance) -> engine::Result<wire::Instance> {
    Ok(wire::Instance {
        id: one.id.text(),
        ready: true,
        last_operation: operation(&one.operation, Resource::Instance, one.id.0),
        name: one.name.clone(),
        service_plan_id: catalog_plan(one)?.id().to_string(),
        platform_id: PLATFORM.to_owned(),
        context: context(place, &one.name),
        usable: true,
        subaccount_id: place.subaccount.id.text(),
        protected: None,
        created_by: one.created_by.clone(),
        created_at: date(one.created_at),
        updated_at: date(one.updated_at),
        labels: labels(place, &one.labels),
    })
}

pub(super) fn binding(place: &Place, (one, instance): &Bound, credentials: Option<Value>) -> wire::Binding {
    wire::Binding {
        id: one.id.text(),
        ready: true,
        last_operation: operation(&one.operation, Resource::Binding, one.id.0),
        name: one.name.clone(),
        service_instance_id: one.instance.text(),
        context: context(place, instance),
        credentials,
        subaccount_id: place.subaccount.id.text(),
        created_by: one.created_by.clone(),
        created_at: date(one.created_at),
        updated_at: date(one.updated_at),
        labels: labels(place, &one.labels),
    }
}
