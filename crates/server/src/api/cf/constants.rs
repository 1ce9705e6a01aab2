//! What is always the same: the root documents, and true answers about things that there are none of (apps, isolation
//! segments, security groups) or one of (quota).

use super::auth::Cf;
use super::error::{Problem, Result};
use super::query::Asked;
use super::view::{QUOTA, View, time};
use axum::Json;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use engine::Cx;
use engine::deploy::rights::CfRead;
use model::Time;
use serde_json::{Map, Value, json};
use wire::cf::{FeatureFlag, Link, Links, List, Quota, Root, ToOne};

/// Announced to clients: above what cf v9 wants at least, below where cf v8 expects newer features.
const VERSION: &str = "3.190.0";
const NOWHERE: [&str; 7] =
    ["cloud_controller_v2", "logging", "log_cache", "log_stream", "routing", "network_policy_v1", "app_ssh"];

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/", get(v3))
        .route("/info", get(info))
        .route("/apps", get(apps))
        .route("/isolation_segments", get(isolation_segments))
        .route("/organizations/{guid}/relationships/default_isolation_segment", get(no_org_segment))
        .route("/spaces/{guid}/relationships/isolation_segment", get(no_space_segment))
        .route("/spaces/{guid}/running_security_groups", get(security_groups))
        .route("/spaces/{guid}/staging_security_groups", get(security_groups))
        .route("/organization_quotas/{guid}", get(quota))
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
    let view = View { api: cx.addresses().cf() };
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
    ];
    let mut links = view.links(&names.map(|name| (name, format!("/v3/{name}"))));
    links.insert("self".to_owned(), view.link("/v3"));
    Json(Root { links })
}

async fn info(State(cx): State<Cx>) -> Json<Value> {
    let view = View { api: cx.addresses().cf() };
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

async fn apps(_caller: Cf<CfRead>, asked: Asked) -> Result<Json<List<Value>>> {
    none(asked, &["names", "guids", "space_guids", "organization_guids", "include", "stacks", "lifecycle_type"])
}

async fn isolation_segments(_caller: Cf<CfRead>, asked: Asked) -> Result<Json<List<Value>>> {
    none(asked, &["names", "guids", "organization_guids"])
}

async fn security_groups(
    Cf(caller): Cf<CfRead>,
    State(cx): State<Cx>,
    Path(guid): Path<String>,
    asked: Asked,
) -> Result<Json<List<Value>>> {
    let guid = guid.parse().map_err(|_| Problem::not_found("Space"))?;
    engine::deploy::space::get(&cx, caller, guid).await?;
    none(asked, &["names", "guids"])
}

fn none(asked: Asked, filters: &[&str]) -> Result<Json<List<Value>>> {
    asked.only(filters)?.cut(Vec::<Value>::new(), |_| super::query::Key::none(), Value::clone).map(Json)
}

async fn no_org_segment(Cf(caller): Cf<CfRead>, State(cx): State<Cx>, Path(guid): Path<String>) -> Result<Json<ToOne>> {
    let guid = guid.parse().map_err(|_| Problem::not_found("Organization"))?;
    engine::deploy::org::get(&cx, caller, guid).await?;
    Ok(Json(ToOne::default()))
}

async fn no_space_segment(
    Cf(caller): Cf<CfRead>,
    State(cx): State<Cx>,
    Path(guid): Path<String>,
) -> Result<Json<ToOne>> {
    let guid = guid.parse().map_err(|_| Problem::not_found("Space"))?;
    engine::deploy::space::get(&cx, caller, guid).await?;
    Ok(Json(ToOne::default()))
}

async fn quota(_caller: Cf<CfRead>, State(cx): State<Cx>, Path(guid): Path<String>) -> Result<Json<Quota>> {
    if guid != QUOTA.to_string() {
        return Err(Problem::not_found("Organization quota"));
    }
    let limits = json!({
        "apps": {"total_memory_in_mb": null, "per_process_memory_in_mb": null, "log_rate_limit_in_bytes_per_second": null,
            "total_instances": null, "per_app_tasks": null},
        "services": {"paid_services_allowed": true, "total_service_instances": null, "total_service_keys": null},
        "routes": {"total_routes": null, "total_reserved_ports": null},
        "domains": {"total_domains": null},
        "relationships": {"organizations": {"data": []}},
    });
    let limits = if let Value::Object(limits) = limits { limits } else { Map::new() };
    let view = View { api: cx.addresses().cf() };
    Ok(Json(Quota {
        guid,
        created_at: time(Time(0)),
        updated_at: time(Time(0)),
        name: "default".to_owned(),
        limits,
        links: view.links(&[("self", format!("/v3/organization_quotas/{QUOTA}"))]),
    }))
}

/// The flags that clients ask for: what they stand for is not there.
async fn feature_flag(
    _caller: Cf<CfRead>,
    State(cx): State<Cx>,
    Path(name): Path<String>,
) -> Result<Json<FeatureFlag>> {
    if !["service_instance_sharing", "user_org_creation"].contains(&name.as_str()) {
        return Err(Problem::not_found("Feature flag"));
    }
    let view = View { api: cx.addresses().cf() };
    let links = view.links(&[("self", format!("/v3/feature_flags/{name}"))]);
    Ok(Json(FeatureFlag { name, enabled: false, updated_at: None, custom_error_message: None, links }))
}
