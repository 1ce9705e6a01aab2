//! Entitlements as they are listed: services with plans that could be assigned, and with plans that are.

use engine::platform::entitlement::{Assigned, Granted, Overview};
use model::account::REGIONS;
use model::catalog::{self, Plan, Service};
use wire::accounts::entitlements::{
    AssignedPlan, AssignedService, AssignmentInfo, Assignments, BusinessCategory, DataCenter, EntitledPlan,
    EntitledService,
};

/// What of it is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct Filter<'a> {
    /// Only this service.
    pub(in super::super) service: Option<&'a str>,
    /// Among what is assigned, only this service.
    pub(in super::super) assigned_service: Option<&'a str>,
    /// Only plans of this name.
    pub(in super::super) plan: Option<&'a str>,
    /// Nothing of what is assigned.
    pub(in super::super) entitled_only: bool,
}

impl Filter<'_> {
    fn takes(&self, plan: &Plan) -> bool {
        self.service.is_none_or(|name| catalog::canonical(name) == plan.service)
            && self.plan.is_none_or(|name| name == plan.name)
    }

    fn takes_assigned(&self, plan: &Plan) -> bool {
        !self.entitled_only
            && self.takes(plan)
            && self.assigned_service.is_none_or(|name| catalog::canonical(name) == plan.service)
    }
}

/// The list.
pub(in super::super) fn assignments(overview: &Overview, filter: &Filter<'_>) -> Assignments {
    let entitled = catalog::SERVICES.iter().filter_map(|service| entitled(service, overview, filter));
    let assigned = catalog::SERVICES.iter().filter_map(|service| assigned(service, overview, filter));
    Assignments {
        entitled_services: entitled.collect(),
        assigned_services: assigned.collect(),
        fetch_error_from_external_provider_registry: None,
    }
}

fn category(service: &Service) -> BusinessCategory {
    let (id, display_name) = service.business_category;
    BusinessCategory { id: id.to_owned(), display_name: display_name.to_owned() }
}

fn entitled(service: &'static Service, overview: &Overview, filter: &Filter<'_>) -> Option<EntitledService> {
    let granted = overview.granted.iter().filter(|granted| granted.plan.service == service.name);
    let plans: Vec<_> = granted.filter(|granted| filter.takes(granted.plan)).map(entitled_plan).collect();
    (!plans.is_empty()).then(|| EntitledService {
        name: service.name.to_owned(),
        display_name: service.display_name.to_owned(),
        description: service.description.to_owned(),
        business_category: category(service),
        owner_type: "VENDOR".to_owned(),
        terms_of_use_url: None,
        service_plans: plans,
    })
}

fn entitled_plan(granted: &Granted) -> EntitledPlan {
    let plan = granted.plan;
    EntitledPlan {
        name: plan.name.to_owned(),
        display_name: plan.display_name.to_owned(),
        description: plan.description.to_owned(),
        unique_identifier: plan.unique_id.to_owned(),
        provisioning_method: plan.provisioning().to_owned(),
        amount: float(granted.amount),
        remaining_amount: float(granted.remaining),
        provided_by: "VENDOR".to_owned(),
        beta: false,
        available_for_internal: true,
        auto_assign: false,
        max_allowed_subaccount_quota: None,
        category: plan.category.name().to_owned(),
        unlimited: false,
        source_entitlements: Vec::new(),
        data_centers: REGIONS.iter().map(|region| data_center(region)).collect(),
        resources: Vec::new(),
        depends_on: Vec::new(),
    }
}

fn data_center(region: &str) -> DataCenter {
    DataCenter {
        name: format!("cf-{region}"),
        display_name: format!("Region {region}"),
        region: region.to_owned(),
        environment: "cloudfoundry".to_owned(),
        domain: format!("{region}.ropeway.local"),
    }
}

fn assigned(service: &'static Service, overview: &Overview, filter: &Filter<'_>) -> Option<AssignedService> {
    let plans = service.plans.iter().filter(|plan| filter.takes_assigned(plan));
    let plans: Vec<_> = plans.filter_map(|plan| assigned_plan(plan, overview)).collect();
    (!plans.is_empty()).then(|| AssignedService {
        name: service.name.to_owned(),
        display_name: service.display_name.to_owned(),
        business_category: category(service),
        owner_type: "VENDOR".to_owned(),
        service_plans: plans,
    })
}

fn assigned_plan(plan: &'static Plan, overview: &Overview) -> Option<AssignedPlan> {
    let rows = overview.assigned.iter().filter(|row| row.plan == plan);
    let info: Vec<_> = rows.map(|row| assignment(row, overview)).collect();
    (!info.is_empty()).then(|| AssignedPlan {
        name: plan.name.to_owned(),
        display_name: plan.display_name.to_owned(),
        unique_identifier: plan.unique_id.to_owned(),
        category: plan.category.name().to_owned(),
        beta: false,
        max_allowed_subaccount_quota: None,
        unlimited: false,
        assignment_info: info,
    })
}

fn assignment(row: &Assigned, overview: &Overview) -> AssignmentInfo {
    let parent = overview.granted.iter().find(|granted| granted.plan == row.plan);
    AssignmentInfo {
        entity_id: row.subaccount.text(),
        entity_type: "SUBACCOUNT".to_owned(),
        amount: float(row.amount),
        requested_amount: float(row.amount),
        entity_state: "OK".to_owned(),
        state_message: "Succeeded to update assignment of service plan.".to_owned(),
        auto_assign: false,
        auto_assigned: false,
        auto_distribute_amount: 0,
        created_date: row.created_at.millis(),
        modified_date: row.modified_at.millis(),
        unlimited_amount_assigned: false,
        parent_id: overview.global.id.0.to_string(),
        parent_type: "GLOBAL_ACCOUNT".to_owned(),
        parent_remaining_amount: float(parent.map_or(0, |granted| granted.remaining)),
        parent_amount: float(parent.map_or(0, |granted| granted.amount)),
        resources: Vec::new(),
    }
}

/// Amounts are JSON numbers with a fraction here.
#[expect(clippy::cast_precision_loss, reason = "quotas are far below 2^53")]
fn float(amount: i64) -> f64 {
    amount as f64
}
