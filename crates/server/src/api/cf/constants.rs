//! What is always the same: the root documents, the feature flags, and the one quota of all organizations.

use super::error::{Problem, Result};
use super::query::{Asked, Key};
use super::view::{QUOTA, View, time};
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use engine::Cx;
use engine::cf::rights::CfRead;
use model::Time;
use serde_json::{Map, Value, json};
use wire::cf::{FeatureFlag, Link, Links, List, Quota, Root};

/// Announced to clients: above what cf v9 wants at least, below where cf v8 expects newer features.
const VERSION: &str = "3.190.0";
const NOWHERE: [&str; 7] =
    ["cloud_controller_v2", "logging", "log_cache", "log_stream", "routing", "network_policy_v1", "app_ssh"];

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/", get(v3))
        .route("/info", get(info))
        .route("/organization_quotas", get(quotas))
        .route("/organization_quotas/{guid}", get(quota))
        .route("/feature_flags", get(feature_flags))
        .route("/feature_flags/{name}", get(feature_flag))
}

pub(super) async fn root(State(cx): State<Cx>) -> Json<Root> {
    let (api, login) = (cx.addresses().cf(), cx.addresses().cf_uaa());
    let at = |href: &str, meta: Option<Value>| Some(Link { href: href.to_owned(), method: None, meta });
    let mut links: Links = NOWHERE.map(|name| (name.to_owned(), None)).into();
    links.insert("self".to_owned(), at(&api, None));
    links.insert("cloud_controller_v3".to_owned(), at(&format!("{api}/v3"), Some(json!({"version": VERSION}))));
    links.insert("login".to_owned(), at(&login, None));
    links.insert("uaa".to_owned(), at(&login, None));
    Json(Root { links })
}

pub(super) async fn v3(State(cx): State<Cx>) -> Json<Root> {
    let view = View::of(&cx);
    let names = [
        "organizations",
        "spaces",
        "roles",
        "users",
        "domains",
        "service_offerings",
        "service_plans",
        "service_brokers",
        "service_instances",
        "service_credential_bindings",
        "jobs",
        "organization_quotas",
        "space_quotas",
        "isolation_segments",
        "security_groups",
        "feature_flags",
        "stacks",
        "buildpacks",
        "routes",
        "apps",
    ];
    let mut links = view.links(&names.map(|name| (name, format!("/v3/{name}"))));
    links.insert("self".to_owned(), view.link("/v3"));
    Json(Root { links })
}

async fn info(State(cx): State<Cx>) -> Json<Value> {
    let view = View::of(&cx);
    Json(json!({
        "build": env!("CARGO_PKG_VERSION"),
        "cli_version": {"minimum": "", "recommended": ""},
        "custom": {},
        "description": "Organizations, spaces and services of Ropeway; no apps",
        "name": "ropeway",
        "version": 0,
        "links": {"self": view.link("/v3/info"), "support": {"href": ""}},
    }))
}

fn the_quota(view: &View) -> Quota {
    let limits = json!({
        "apps": {"total_memory_in_mb": null, "per_process_memory_in_mb": null, "log_rate_limit_in_bytes_per_second": null,
            "total_instances": null, "per_app_tasks": null},
        "services": {"paid_services_allowed": true, "total_service_instances": null, "total_service_keys": null},
        "routes": {"total_routes": null, "total_reserved_ports": null},
        "domains": {"total_domains": null},
        "relationships": {"organizations": {"data": []}},
    });
    Quota {
        guid: QUOTA.to_string(),
        created_at: time(Time(0)),
        updated_at: time(Time(0)),
        name: "default".to_owned(),
        limits: if let Value::Object(limits) = limits { limits } else { Map::new() },
        links: view.links(&[("self", format!("/v3/organization_quotas/{QUOTA}"))]),
    }
}

async fn quotas(At(cx, _): At<CfRead>, asked: Asked) -> Result<Json<List<Quota>>> {
    let query = asked.only(&["names", "guids", "organization_guids"])?;
    let quota = the_quota(&View::of(&cx));
    let found = (query.takes("names", &quota.name) && query.takes("guids", &quota.guid)).then_some(quota);
    query.cut_plain(found.as_slice(), |quota| Key { name: &quota.name, ..Key::none() }, Clone::clone).map(Json)
}

async fn quota(At(cx, _): At<CfRead>, Path(guid): Path<String>) -> Result<Json<Quota>> {
    match guid == QUOTA.to_string() {
        true => Ok(Json(the_quota(&View::of(&cx)))),
        false => Err(Problem::not_found("Organization quota")),
    }
}

/// The flags that clients ask for: what they stand for is not there.
const FLAGS: [&str; 2] = ["service_instance_sharing", "user_org_creation"];

fn flag(view: &View, name: &str) -> FeatureFlag {
    let links = view.links(&[("self", format!("/v3/feature_flags/{name}"))]);
    FeatureFlag { name: name.to_owned(), enabled: false, updated_at: None, custom_error_message: None, links }
}

async fn feature_flags(At(cx, _): At<CfRead>, asked: Asked) -> Result<Json<List<FeatureFlag>>> {
    let view = View::of(&cx);
    asked.only(&[])?.cut_plain(&FLAGS, |name| Key { name, ..Key::none() }, |name| flag(&view, name)).map(Json)
}

async fn feature_flag(At(cx, _): At<CfRead>, Path(name): Path<String>) -> Result<Json<FeatureFlag>> {
    match FLAGS.contains(&name.as_str()) {
        true => Ok(Json(flag(&View::of(&cx), &name))),
        false => Err(Problem::not_found("Feature flag")),
    }
}
