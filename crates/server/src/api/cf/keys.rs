//! `/v3/service_credential_bindings`: keys; there are no apps to bind.

use super::error::{Body, Problem, Result};
use super::instances::object;
use super::query::{Asked, Key, One, Query, one, with};
use super::view::{View, given_metadata, referred};
use super::work;
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::cf::instance::{self, ServiceInstance};
use engine::cf::key::{self, Filter, NewKey};
use engine::cf::rights::{CfRead, CfWrite};
use http::StatusCode;
use std::collections::BTreeSet;
use uuid::Uuid;
use wire::cf::{self, CredentialBinding, Details, Included, List};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/service_credential_bindings", get(list).post(create))
        .route("/service_credential_bindings/{guid}", get(read).patch(label).delete(remove))
        .route("/service_credential_bindings/{guid}/details", get(details))
        .route("/service_credential_bindings/{guid}/parameters", get(parameters))
}

fn order(key: &key::Key) -> Key<'_> {
    Key { name: &key.name, created_at: key.created_at, updated_at: key.updated_at }
}

fn guid(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| Problem::not_found("Service credential binding"))
}

fn included(query: &Query, view: &View, holders: &[ServiceInstance]) -> Included {
    Included {
        apps: query.includes("app").then(Vec::new),
        service_instances: query
            .includes("service_instance")
            .then(|| holders.iter().map(|instance| view.instance(instance)).collect()),
        ..Included::default()
    }
}

async fn list(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<CredentialBinding>>> {
    let query = asked.only(&[
        "names",
        "guids",
        "service_instance_guids",
        "service_instance_names",
        "type",
        "app_guids",
        "app_names",
        "include",
    ])?;
    let filter = Filter {
        names: query.list("names"),
        guids: query.list("guids"),
        instances: query.list("service_instance_guids"),
        instance_names: query.list("service_instance_names"),
        labels: query.labels()?,
    };
    let of_apps = query.list("app_guids").is_some() || query.list("app_names").is_some();
    let keys = !of_apps && query.list("type").is_none_or(|types| types.iter().any(|kind| kind == "key"));
    let sheet = query.sheet(order)?;
    let page = if keys { key::list(&cx, caller.clone(), filter, sheet).await? } else { sheet }.finish();
    let view = View::of(&cx);
    let list = query.listed(&page, |key| view.key(key))?;
    let mut holders = Vec::new();
    if query.includes("service_instance") {
        let guids: BTreeSet<Uuid> = page.items.iter().map(|key| key.instance).collect();
        let filter = instance::Filter::of(guids.iter().map(Uuid::to_string).collect());
        holders = instance::list(&cx, caller, filter, holders).await?;
    }
    Ok(Json(with(list, included(&query, &view, &holders))))
}

async fn create(At(cx, caller): At<CfWrite>, body: Body<cf::Request>) -> Result<Response> {
    let known = ["type", "name", "relationships.service_instance", "relationships.app", "parameters", "metadata"];
    let body = body.only(&known)?;
    match body.kind.as_deref() {
        Some("key") => {}
        Some("app") => return Err(Problem::unprocessable("The app could not be found: there are no apps here")),
        _ => return Err(Problem::unprocessable("Type must be one of: app, key")),
    }
    let given = referred(&body.relationships, "service_instance").and_then(|to| to.guid).unwrap_or_default();
    let instance = Uuid::parse_str(&given)
        .map_err(|_| Problem::unprocessable(format!("The service instance could not be found: '{given}'")))?;
    let new = NewKey {
        name: body.name.ok_or_else(|| Problem::unprocessable("Name can't be blank"))?,
        instance,
        parameters: object(body.parameters)?.unwrap_or_default(),
        metadata: given_metadata(body.metadata),
    };
    let job = key::create(&cx, caller, new).await?;
    Ok(work::accepted(&cx, job))
}

async fn read(
    At(cx, caller): At<CfRead>,
    Path(text): Path<String>,
    asked: Asked,
) -> Result<Json<One<CredentialBinding>>> {
    let query = asked.only(&["include"])?;
    let (key, holder) = key::get(&cx, caller, guid(&text)?).await?;
    let view = View::of(&cx);
    let included = included(&query, &view, &[holder]);
    Ok(one(view.key(&key), included))
}

async fn label(
    At(cx, caller): At<CfWrite>,
    Path(text): Path<String>,
    body: Body<cf::Request>,
) -> Result<Json<CredentialBinding>> {
    let body = body.only(&["metadata"])?;
    let key = key::label(&cx, caller, guid(&text)?, given_metadata(body.metadata)).await?;
    Ok(Json(View::of(&cx).key(&key)))
}

async fn details(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<Details>> {
    Ok(Json(Details { credentials: key::credentials(&cx, caller, guid(&text)?).await? }))
}

async fn parameters(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Problem> {
    key::get(&cx, caller, guid(&text)?).await?;
    let detail = "This service does not support fetching service binding parameters.";
    let title = "CF-ServiceFetchBindingParametersNotSupported";
    Ok(Problem::named(StatusCode::BAD_REQUEST, (90007, title), detail))
}

async fn remove(At(cx, caller): At<CfWrite>, Path(text): Path<String>) -> Result<Response> {
    let job = key::delete(&cx, caller, guid(&text)?).await?;
    Ok(work::accepted(&cx, job))
}
