//! True answers about what there is none of: apps and all that belongs to them, and limits of spaces.

use super::error::{Problem, Result};
use super::query::{Asked, Key};
use super::spaces;
use crate::auth::At;
use axum::extract::Path;
use axum::routing::get;
use axum::{Json, Router};
use engine::Cx;
use engine::cf::rights::CfRead;
use serde_json::Value;
use wire::cf::List;

/// A kind of thing: its path, what one is called, and by what its list can be filtered.
type Kind = (&'static str, &'static str, &'static [&'static str]);

const KINDS: [Kind; 8] = [
    ("apps", "App", &["names", "guids", "space_guids", "organization_guids", "include", "stacks", "lifecycle_type"]),
    ("buildpacks", "Buildpack", &["names", "stacks", "lifecycle"]),
    ("isolation_segments", "Isolation segment", &["names", "guids", "organization_guids"]),
    ("routes", "Route", ROUTE),
    ("security_groups", "Security group", SECURITY_GROUP),
    ("service_route_bindings", "Service route binding", ROUTE_BINDING),
    ("space_quotas", "Space quota", &["names", "guids", "organization_guids", "space_guids"]),
    ("stacks", "Stack", &["names", "default"]),
];
const ROUTE: &[&str] = &[
    "app_guids",
    "domain_guids",
    "space_guids",
    "organization_guids",
    "hosts",
    "paths",
    "ports",
    "service_instance_guids",
    "include",
];
const SECURITY_GROUP: &[&str] = &[
    "names",
    "guids",
    "globally_enabled_running",
    "globally_enabled_staging",
    "running_space_guids",
    "staging_space_guids",
];
const ROUTE_BINDING: &[&str] = &["guids", "route_guids", "service_instance_guids", "service_instance_names", "include"];

pub(super) fn routes() -> Router<Cx> {
    let of_space = Router::new()
        .route("/spaces/{guid}/running_security_groups", get(of_space))
        .route("/spaces/{guid}/staging_security_groups", get(of_space));
    KINDS.into_iter().fold(of_space, |router, (path, what, filters)| {
        let list = move |_: At<CfRead>, asked: Asked| async move { none(asked, filters) };
        let one = move |_: At<CfRead>| async move { Problem::not_found(what) };
        router.route(&format!("/{path}"), get(list)).route(&format!("/{path}/{{guid}}"), get(one))
    })
}

async fn of_space(At(cx, caller): At<CfRead>, Path(text): Path<String>, asked: Asked) -> Result<Json<List<Value>>> {
    engine::cf::space::get(&cx, caller, spaces::guid(&text)?).await?;
    none(asked, &["names", "guids"])
}

fn none(asked: Asked, filters: &[&str]) -> Result<Json<List<Value>>> {
    asked.only(filters)?.cut(&[], |_| Key::none(), Value::clone).map(Json)
}
