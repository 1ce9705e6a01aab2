//! What all parts of the cockpit say alike.

use model::catalog::{self, Plan};
use wire::ropeway::cockpit::services::{OfferedPlan, ServiceOffering};

/// Plans by their services, in the order of the catalogue.
pub(super) fn offerings(plans: Vec<&'static Plan>) -> Vec<ServiceOffering> {
    let mut all: Vec<ServiceOffering> = Vec::new();
    for plan in plans {
        let Some(service) = catalog::service(plan.service) else { continue };
        let offered = OfferedPlan {
            name: plan.name.to_owned(),
            display_name: plan.display_name.to_owned(),
            description: plan.description.to_owned(),
        };
        match all.last_mut().filter(|last| last.name == service.name) {
            Some(last) => last.plans.push(offered),
            None => all.push(ServiceOffering {
                name: service.name.to_owned(),
                display_name: service.display_name.to_owned(),
                description: service.description.to_owned(),
                plans: vec![offered],
            }),
        }
    }
    all
}
