//! `GET /v1/contentResources`.

use super::error::Problem;
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use engine::content::agent::resources;
use engine::content::rights::ReadContent;
use odata::Value;
use serde::Deserialize;
use wire::content_agent::ContentResources;

#[derive(Debug, Deserialize)]
pub(super) struct Options {
    /// Plural, and without a `$`.
    filters: Option<String>,
}

pub(super) async fn list(
    At(cx, caller): At<ReadContent>,
    options: Result<Query<Options>, QueryRejection>,
) -> Result<Json<ContentResources>, Problem> {
    let Query(options) = options?;
    let filter = view::filter(options.filters.as_deref())?;
    let mut kept = Vec::new();
    for resource in resources::list(&cx, &caller).await? {
        // The type is filtered for with and without the blank.
        let matches = |kind: &str| {
            filter.matches(|path| match path {
                "type" => Some(Value::from(kind)),
                "id" => Some(Value::from(resource.id.as_str())),
                "resourceID" => Some(Value::from(resource.reg_id.as_str())),
                "name" => Some(Value::from(resource.name.as_str())),
                _ => None,
            })
        };
        if matches(resource.content_type)? || matches(&resource.content_type.replace(' ', ""))? {
            kept.push(view::resource(resource));
        }
    }
    Ok(Json(ContentResources { content_resources: kept }))
}
