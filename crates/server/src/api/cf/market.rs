//! `/v3/service_offerings`, `/v3/service_plans`, `/v3/service_brokers`.

use super::error::{Problem, Result};
use super::query::{Asked, Key, One, Query, one, with};
use super::service_view::offerings_of;
use super::view::View;
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use engine::Cx;
use engine::cf::market::{self, Filter};
use engine::cf::rights::CfRead;
use model::catalog::{self, Plan, Service};
use uuid::Uuid;
use wire::cf::{Included, List, PlanVisibility, ServiceBroker, ServiceOffering, ServicePlan, VisibleTo};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/service_offerings", get(offerings))
        .route("/service_offerings/{guid}", get(offering))
        .route("/service_plans", get(plans))
        .route("/service_plans/{guid}", get(plan))
        .route("/service_plans/{guid}/visibility", get(visibility))
        .route("/service_brokers", get(brokers))
        .route("/service_brokers/{guid}", get(broker))
}

fn guid(text: &str, what: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| Problem::not_found(what))
}

fn filter(query: &Query) -> Result<Filter> {
    Ok(Filter {
        plan_names: None,
        plan_guids: None,
        offering_names: query.list("service_offering_names"),
        offering_guids: query.list("service_offering_guids"),
        broker_names: query.list("service_broker_names"),
        broker_guids: query.list("service_broker_guids"),
        spaces: query.list("space_guids"),
        orgs: query.list("organization_guids"),
        available: query.flag("available")?,
    })
}

fn plan_key<'a>(plan: &'a &'static Plan) -> Key<'a> {
    Key { name: plan.name, ..Key::none() }
}

fn service_key<'a>(service: &'a &'static Service) -> Key<'a> {
    Key { name: service.name, ..Key::none() }
}

async fn offerings(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<ServiceOffering>>> {
    let query = asked.only(&[
        "names",
        "guids",
        "service_broker_names",
        "service_broker_guids",
        "space_guids",
        "organization_guids",
        "available",
    ])?;
    let filter = Filter { offering_names: query.list("names"), offering_guids: query.list("guids"), ..filter(&query)? };
    let services = market::offerings(&cx, caller, filter).await?;
    let view = View::of(&cx);
    let list = query.cut_plain(&services, service_key, |service| view.offering(service))?;
    let service_brokers = query.has_fields("service_broker").then(|| vec![view.broker()]);
    Ok(Json(with(list, Included { service_brokers, ..Included::default() })))
}

async fn offering(At(cx, _): At<CfRead>, Path(text): Path<String>, asked: Asked) -> Result<Json<One<ServiceOffering>>> {
    let query = asked.only(&[])?;
    let service = market::offering(guid(&text, "Service offering")?)?;
    let view = View::of(&cx);
    let service_brokers = query.has_fields("service_broker").then(|| vec![view.broker()]);
    Ok(one(view.offering(service), Included { service_brokers, ..Included::default() }))
}

const INCLUDED_WITH_PLANS: [&str; 1] = ["service_offering"];

fn included_with_plans<'a>(query: &Query, view: &View, plans: impl Iterator<Item = &'a Plan>) -> Included {
    let offerings = offerings_of(plans);
    let service_offerings =
        query.includes("service_offering").then(|| offerings.iter().map(|service| view.offering(service)).collect());
    let service_brokers = query.has_fields("service_offering.service_broker").then(|| match offerings.is_empty() {
        true => Vec::new(),
        false => vec![view.broker()],
    });
    Included { service_offerings, service_brokers, ..Included::default() }
}

async fn plans(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<ServicePlan>>> {
    let query = asked.only(&[
        "names",
        "guids",
        "service_offering_names",
        "service_offering_guids",
        "service_broker_names",
        "service_broker_guids",
        "space_guids",
        "organization_guids",
        "available",
        "include",
    ])?;
    query.includable(&INCLUDED_WITH_PLANS)?;
    let filter = Filter { plan_names: query.list("names"), plan_guids: query.list("guids"), ..filter(&query)? };
    let plans = market::plans(&cx, caller, filter).await?;
    let view = View::of(&cx);
    let list = query.cut_plain(&plans, plan_key, |plan| view.plan(plan))?;
    let on_page = list.resources.iter().filter_map(|plan| plan.guid.parse().ok()).filter_map(catalog::plan_by_id);
    let included = included_with_plans(&query, &view, on_page);
    Ok(Json(with(list, included)))
}

async fn plan(At(cx, _): At<CfRead>, Path(text): Path<String>, asked: Asked) -> Result<Json<One<ServicePlan>>> {
    let query = asked.only(&["include"])?;
    query.includable(&INCLUDED_WITH_PLANS)?;
    let plan = market::plan(guid(&text, "Service plan")?)?;
    let view = View::of(&cx);
    Ok(one(view.plan(plan), included_with_plans(&query, &view, std::iter::once(plan))))
}

/// To whom a plan is offered follows from entitlements; it is changed there.
async fn visibility(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<PlanVisibility>> {
    let orgs = market::offered_to(&cx, caller, guid(&text, "Service plan")?).await?;
    let organizations = orgs.into_iter().map(|org| VisibleTo { guid: org.id.text(), name: org.name }).collect();
    Ok(Json(PlanVisibility { kind: "organization".to_owned(), organizations }))
}

async fn brokers(At(cx, _): At<CfRead>, asked: Asked) -> Result<Json<List<ServiceBroker>>> {
    let query = asked.only(&["names", "guids", "space_guids"])?;
    let broker = View::of(&cx).broker();
    let global = query.list("space_guids").is_none();
    let found = global && query.takes("names", &broker.name) && query.takes("guids", &broker.guid);
    let found = found.then_some(broker);
    query.cut_plain(found.as_slice(), |broker| Key { name: &broker.name, ..Key::none() }, Clone::clone).map(Json)
}

async fn broker(At(cx, _): At<CfRead>, Path(text): Path<String>) -> Result<Json<ServiceBroker>> {
    match guid(&text, "Service broker")? == catalog::broker_id() {
        true => Ok(Json(View::of(&cx).broker())),
        false => Err(Problem::not_found("Service broker")),
    }
}
