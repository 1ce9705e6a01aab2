//! `/v3/service_instances`: those that a broker makes, and those that somebody provides.

use super::error::{Body, Problem, Result};
use super::query::{Asked, Key, One, Query, one, with};
use super::service_view::offerings_of;
use super::view::{View, given_metadata, referred};
use super::work;
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use engine::cf::instance::{self, Change, Changed, Filter, NewInstance, ServiceInstance};
use engine::cf::org::Org;
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::space::{self, Space};
use engine::cf::user_provided::{self, NewProvided, Urls};
use engine::{Caller, Cx};
use http::StatusCode;
use model::SpaceGuid;
use serde_json::{Value, json};
use uuid::Uuid;
use wire::cf::{self, Included, List, ToMany};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/service_instances", get(list).post(create))
        .route("/service_instances/{guid}", get(read).patch(change).delete(remove))
        .route("/service_instances/{guid}/parameters", get(parameters))
        .route("/service_instances/{guid}/credentials", get(credentials))
        .route("/service_instances/{guid}/relationships/shared_spaces", get(shared_spaces))
}

fn key(instance: &ServiceInstance) -> Key<'_> {
    Key { name: &instance.name, created_at: instance.created_at, updated_at: instance.updated_at }
}

pub(super) fn guid(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| Problem::not_found("Service instance"))
}

/// Where instances are, when that is asked for.
async fn places(
    cx: &Cx,
    caller: Caller<CfRead>,
    query: &Query,
    shown: &[ServiceInstance],
) -> Result<(Vec<Space>, Vec<Org>)> {
    match query.has_fields("space") || query.has_fields("space.organization") {
        true => Ok(space::places(cx, caller, shown.iter().map(|instance| instance.space).collect()).await?),
        false => Ok(Default::default()),
    }
}

/// Everything that `fields[…]` can ask for.
async fn included(cx: &Cx, caller: Caller<CfRead>, query: &Query, shown: &[ServiceInstance]) -> Result<Included> {
    let view = View::of(cx);
    let mut plans: Vec<_> = shown.iter().filter_map(ServiceInstance::plan).collect();
    plans.sort_by_key(|plan| plan.id());
    plans.dedup();
    let offerings = offerings_of(plans.iter().copied());
    let brokers = || if offerings.is_empty() { Vec::new() } else { vec![view.broker()] };
    let (spaces, orgs) = places(cx, caller, query, shown).await?;
    Ok(Included {
        service_plans: query.has_fields("service_plan").then(|| plans.iter().map(|plan| view.plan(plan)).collect()),
        service_offerings: query
            .has_fields("service_plan.service_offering")
            .then(|| offerings.iter().map(|service| view.offering(service)).collect()),
        service_brokers: query.has_fields("service_plan.service_offering.service_broker").then(brokers),
        spaces: query.has_fields("space").then(|| spaces.iter().map(|space| view.space(space)).collect()),
        organizations: query.has_fields("space.organization").then(|| orgs.iter().map(|org| view.org(org)).collect()),
        ..Included::default()
    })
}

async fn list(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<cf::ServiceInstance>>> {
    let query = asked.only(&[
        "names",
        "guids",
        "space_guids",
        "organization_guids",
        "type",
        "service_plan_guids",
        "service_plan_names",
    ])?;
    let filter = Filter {
        names: query.list("names"),
        guids: query.list("guids"),
        spaces: query.list("space_guids"),
        orgs: query.list("organization_guids"),
        types: query.list("type"),
        plan_guids: query.list("service_plan_guids"),
        plan_names: query.list("service_plan_names"),
        labels: query.labels()?,
    };
    let page = instance::list(&cx, caller.clone(), filter, query.sheet(key)?).await?.finish();
    let view = View::of(&cx);
    let list = query.listed(&page, |instance| view.instance(instance))?;
    Ok(Json(with(list, included(&cx, caller, &query, &page.items).await?)))
}

/// A GUID that a body refers to.
fn target(body: &cf::Request, name: &str, what: &str) -> Result<Uuid> {
    let given = referred(&body.relationships, name).and_then(|to| to.guid);
    let guid = given.and_then(|guid| Uuid::parse_str(&guid).ok());
    guid.ok_or_else(|| {
        let condition = if name == "service_plan" { "exists, is available, and you" } else { "exists and you" };
        Problem::unprocessable(format!("Invalid {what}. Ensure that the {what} {condition} have access to it."))
    })
}

/// What is said about an instance that a broker makes.
const MANAGED: [&str; 5] = ["name", "relationships.service_plan", "parameters", "tags", "metadata"];
/// What is said about one that somebody provides.
const PROVIDED: [&str; 6] = ["name", "credentials", "syslog_drain_url", "route_service_url", "tags", "metadata"];

async fn create(At(cx, caller): At<CfWrite>, body: Body<cf::Request>) -> Result<Response> {
    let known: &[&str] = match body.kind() {
        Some("managed") => &MANAGED,
        Some("user-provided") => &PROVIDED,
        _ => return Err(Problem::unprocessable("Type must be one of 'managed', 'user-provided'")),
    };
    let body = body.only(&[known, &["type", "relationships.space"]].concat())?;
    if body.kind.as_deref() == Some("user-provided") {
        return provide(&cx, caller, body).await;
    }
    let (plan, space) = (target(&body, "service_plan", "service plan")?, target(&body, "space", "space")?);
    let new = NewInstance {
        name: body.name.ok_or_else(|| Problem::unprocessable("Name can't be blank"))?,
        plan,
        space: SpaceGuid(space),
        parameters: object(body.parameters)?.unwrap_or_default(),
        tags: body.tags.unwrap_or_default(),
        metadata: given_metadata(body.metadata),
    };
    let job = instance::create(&cx, caller, new).await?;
    Ok(work::accepted(&cx, job))
}

async fn provide(cx: &Cx, caller: Caller<CfWrite>, body: cf::Request) -> Result<Response> {
    let space = target(&body, "space", "space")?;
    let urls = Urls {
        syslog_drain: url(body.syslog_drain_url.as_ref(), "Syslog drain url")?.flatten(),
        route_service: url(body.route_service_url.as_ref(), "Route service url")?.flatten(),
    };
    let new = NewProvided {
        name: body.name.ok_or_else(|| Problem::unprocessable("Name can't be blank"))?,
        space: SpaceGuid(space),
        credentials: credentials_of(body.credentials)?.unwrap_or_else(|| json!({})),
        urls,
        tags: body.tags.unwrap_or_default(),
        metadata: given_metadata(body.metadata),
    };
    let made = user_provided::create(cx, caller, new).await?;
    Ok((StatusCode::CREATED, shown(cx, &made)).into_response())
}

fn credentials_of(given: Option<Value>) -> Result<Option<Value>> {
    object(given).map_err(|_| Problem::unprocessable("Credentials must be an object"))
}

/// An address: absent, null, or a string.
fn url(given: Option<&Value>, what: &str) -> Result<Option<Option<String>>> {
    match given {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(Value::String(url)) => Ok(Some(Some(url.clone()))),
        Some(_) => Err(Problem::unprocessable(format!("{what} must be a string"))),
    }
}

/// Parameters are an object or absent.
pub(super) fn object(parameters: Option<Value>) -> Result<Option<Value>> {
    match parameters {
        None | Some(Value::Null) => Ok(None),
        Some(object @ Value::Object(_)) => Ok(Some(object)),
        Some(_) => Err(Problem::unprocessable("Parameters must be an object")),
    }
}

async fn read(
    At(cx, caller): At<CfRead>,
    Path(text): Path<String>,
    asked: Asked,
) -> Result<Json<One<cf::ServiceInstance>>> {
    let query = asked.only(&[])?;
    let found = instance::get(&cx, caller.clone(), guid(&text)?).await?;
    let included = included(&cx, caller, &query, std::slice::from_ref(&found)).await?;
    Ok(one(View::of(&cx).instance(&found), included))
}

fn shown(cx: &Cx, instance: &ServiceInstance) -> Json<cf::ServiceInstance> {
    Json(View::of(cx).instance(instance))
}

async fn change(At(cx, caller): At<CfWrite>, Path(text): Path<String>, body: Body<cf::Request>) -> Result<Response> {
    let guid = guid(&text)?;
    if !user_provided::is_one(&cx, caller.clone(), guid).await? {
        return change_managed(&cx, caller, guid, body.only(&MANAGED)?).await;
    }
    let body = body.only(&PROVIDED)?;
    let change = user_provided::Change {
        name: body.name,
        credentials: credentials_of(body.credentials)?,
        syslog_drain: url(body.syslog_drain_url.as_ref(), "Syslog drain url")?,
        route_service: url(body.route_service_url.as_ref(), "Route service url")?,
        tags: body.tags,
        metadata: given_metadata(body.metadata),
    };
    let changed = user_provided::change(&cx, caller, guid, change).await?;
    let changed = changed.ok_or_else(|| Problem::not_found("Service instance"))?;
    Ok(shown(&cx, &changed).into_response())
}

async fn change_managed(cx: &Cx, caller: Caller<CfWrite>, guid: Uuid, body: cf::Request) -> Result<Response> {
    let plan = match body.relationships.contains_key("service_plan") {
        true => Some(target(&body, "service_plan", "service plan")?),
        false => None,
    };
    let change = Change {
        name: body.name,
        plan,
        parameters: object(body.parameters)?,
        tags: body.tags,
        metadata: given_metadata(body.metadata),
    };
    match instance::change(cx, caller, guid, change).await? {
        Changed::Later(job) => Ok(work::accepted(cx, job)),
        Changed::Now(changed) => Ok(shown(cx, &changed).into_response()),
    }
}

async fn remove(At(cx, caller): At<CfWrite>, Path(text): Path<String>, asked: Asked) -> Result<Response> {
    // There is one broker, and it is part of us: purging and deleting come to the same.
    asked.only(&["purge"])?;
    let guid = guid(&text)?;
    if user_provided::delete(&cx, caller.clone(), guid).await? {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let job = instance::delete(&cx, caller, guid).await?;
    Ok(work::accepted(&cx, job))
}

async fn parameters(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<Value>> {
    let parameters = instance::parameters(&cx, caller, guid(&text)?).await?;
    parameters.map(Json).ok_or_else(|| {
        let detail = "This service does not support fetching service instance parameters.";
        let title = "CF-ServiceFetchInstanceParametersNotSupported";
        Problem::named(StatusCode::BAD_REQUEST, (120_004, title), detail)
    })
}

async fn credentials(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<Value>> {
    Ok(Json(user_provided::credentials(&cx, caller, guid(&text)?).await?))
}

async fn shared_spaces(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<ToMany>> {
    instance::get(&cx, caller, guid(&text)?).await?;
    Ok(Json(ToMany::default()))
}
