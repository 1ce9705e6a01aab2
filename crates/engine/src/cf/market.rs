//! The marketplace: the plans that the subaccounts of visible spaces are entitled to.

use super::metadata::wanted;
use super::org::{self, Org};
use super::rights::{self, CfRead};
use super::space;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::entitlement;
use model::catalog::{self, Plan, Service};
use std::collections::BTreeSet;
use store::Tx;
use uuid::Uuid;

/// Which plans or offerings are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// By the plan's name.
    pub plan_names: Option<Vec<String>>,
    /// By the plan's GUID.
    pub plan_guids: Option<Vec<String>>,
    /// By the offering's name.
    pub offering_names: Option<Vec<String>>,
    /// By the offering's GUID.
    pub offering_guids: Option<Vec<String>>,
    /// By the broker's name.
    pub broker_names: Option<Vec<String>>,
    /// By the broker's GUID.
    pub broker_guids: Option<Vec<String>>,
    /// Usable in these spaces.
    pub spaces: Option<Vec<String>>,
    /// Usable in spaces of these organizations.
    pub orgs: Option<Vec<String>>,
    /// Only those that are available, as all are; false asks for none.
    pub available: Option<bool>,
}

impl Filter {
    fn takes(&self, plan: &Plan) -> bool {
        let Some(service) = catalog::service(plan.service) else { return false };
        // Some services have a second name.
        let offering = self.offering_names.as_ref();
        let named = offering.is_none_or(|names| names.iter().any(|name| catalog::canonical(name) == service.name));
        named
            && plan.brokered
            && self.available != Some(false)
            && wanted(self.plan_names.as_ref(), plan.name)
            && wanted(self.plan_guids.as_ref(), &plan.id().to_string())
            && wanted(self.offering_guids.as_ref(), &service.id().to_string())
            && wanted(self.broker_names.as_ref(), catalog::BROKER)
            && wanted(self.broker_guids.as_ref(), &catalog::broker_id().to_string())
    }
}

/// The plans, in the order of the catalogue.
pub async fn plans(cx: &Cx, caller: Caller<CfRead>, filter: Filter) -> Result<Vec<&'static Plan>> {
    cx.db
        .read(async move |tx| {
            let usable = usable(tx, &caller, &filter).await?;
            Ok(catalog::plans().filter(|plan| filter.takes(plan) && usable.contains(&plan.id())).collect())
        })
        .await
}

/// The offerings of such plans.
pub async fn offerings(cx: &Cx, caller: Caller<CfRead>, filter: Filter) -> Result<Vec<&'static Service>> {
    let plans = plans(cx, caller, filter).await?;
    Ok(catalog::brokered().filter(|service| plans.iter().any(|plan| plan.service == service.name)).collect())
}

/// One plan. Instances outlive entitlements, so everybody may look at each.
///
/// # Errors
/// Not found.
pub fn plan(guid: Uuid) -> Result<&'static Plan> {
    catalog::plan_by_id(guid).filter(|plan| plan.brokered).ok_or_else(|| Error::not_found("Service plan not found"))
}

/// One offering.
///
/// # Errors
/// Not found.
pub fn offering(guid: Uuid) -> Result<&'static Service> {
    catalog::service_by_id(guid)
        .filter(|service| service.is_brokered())
        .ok_or_else(|| Error::not_found("Service offering not found"))
}

/// The organizations that the caller sees and a plan is offered to: those whose subaccounts are entitled to it.
///
/// # Errors
/// Not found.
pub async fn offered_to(cx: &Cx, caller: Caller<CfRead>, guid: Uuid) -> Result<Vec<Org>> {
    let plan = plan(guid)?;
    cx.db
        .read(async move |tx| {
            let mut found = Vec::new();
            let entitled = entitlement::of_plan(tx, plan).await?;
            let is_entitled = |org: &Org| org.subaccount.is_some_and(|id| plan.is_for_all() || entitled.contains(&id));
            org::seen(tx, caller.identity(), |org| found.extend(Some(org).filter(is_entitled))).await?;
            Ok(found)
        })
        .await
}

/// The GUIDs of the plans that can be used somewhere the caller sees.
async fn usable(tx: &mut Tx, caller: &Caller<CfRead>, filter: &Filter) -> Result<BTreeSet<Uuid>> {
    let anywhere = filter.spaces.is_none() && filter.orgs.is_none();
    if anywhere && rights::is_admin(caller.identity()) {
        return Ok(catalog::plans().map(Plan::id).collect());
    }
    let mut subaccounts = BTreeSet::new();
    let of_space = |space: space::Space| {
        let there = wanted(filter.spaces.as_ref(), &space.id.text()) && wanted(filter.orgs.as_ref(), &space.org.text());
        subaccounts.extend(space.subaccount.filter(|_| there));
    };
    space::seen(tx, caller.identity(), of_space).await?;
    if anywhere {
        org::seen(tx, caller.identity(), |org| subaccounts.extend(org.subaccount)).await?;
    }
    let mut all = BTreeSet::new();
    for subaccount in subaccounts {
        all.extend(entitlement::plans(tx, subaccount).await?.into_iter().map(Plan::id));
    }
    Ok(all)
}
