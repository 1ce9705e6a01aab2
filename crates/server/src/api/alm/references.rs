//! `/calm-features/v1/…References`: links, and pointers into other systems.

use super::error::Problem;
use super::features::{CHUNK, ROOT, feature_id, not_allowed, only, read};
use super::options::{Asked, Set, answer, value};
use super::view;
use crate::auth::At;
use axum::Router;
use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{delete, get};
use engine::Caller;
use engine::Cx;
use engine::change::feature;
use engine::change::reference::{self, ExternalReference, Made, NewReference, UrlReference};
use engine::change::right::{ReadFeatures, WriteFeatures};
use http::StatusCode;
use model::UrlReferenceId;
use odata::{Value, v4};
use serde_json::Value as Json;
use wire::alm::ReferenceBody;

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route(&format!("{ROOT}/Features/{{feature}}/toURLReferences"), get(urls).post(add_url).fallback(not_allowed))
        .route(
            &format!("{ROOT}/Features/{{feature}}/toExternalReferences"),
            get(externals).post(add_external).fallback(not_allowed),
        )
        .route(&format!("{ROOT}/URLReferences"), get(all_urls).fallback(not_allowed))
        .route(&format!("{ROOT}/ExternalReferences"), get(all_externals).fallback(not_allowed))
        .route(&format!("{ROOT}/URLReferences/{{reference}}"), delete(drop_url).fallback(not_allowed))
        .route(
            &format!("{ROOT}/ExternalReferences/{{reference}}/{{feature}}"),
            delete(drop_external).fallback(not_allowed),
        )
}

async fn urls(
    At(cx, caller): At<ReadFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.of(&view::URLS)?;
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    asked.rows(&view::URLS, details.urls.iter().map(view::url).collect())
}

async fn externals(
    At(cx, caller): At<ReadFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.of(&view::EXTERNALS)?;
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    asked.rows(&view::EXTERNALS, details.externals.iter().map(view::external).collect())
}

async fn all_urls(
    At(cx, caller): At<ReadFeatures>,
    Path(tenant): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let rows = |urls: &[UrlReference], _: &[ExternalReference]| urls.iter().map(view::url).collect();
    all(&cx, &caller, &tenant, (&asked, &view::URLS), rows).await
}

async fn all_externals(
    At(cx, caller): At<ReadFeatures>,
    Path(tenant): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let rows = |_: &[UrlReference], externals: &[ExternalReference]| externals.iter().map(view::external).collect();
    all(&cx, &caller, &tenant, (&asked, &view::EXTERNALS), rows).await
}

/// The references of all features, in the order of the features.
async fn all(
    cx: &Cx,
    caller: &Caller<ReadFeatures>,
    tenant: &str,
    (asked, set): (&Asked, &Set),
    rows: impl Fn(&[UrlReference], &[ExternalReference]) -> Vec<Json>,
) -> Result<Response, Problem> {
    asked.of(set)?;
    let mut list = asked.list()?;
    // The page before may have ended among the references of one feature.
    let mut after = match list.begins_after() {
        Some(Value::Int(number)) => Some(number - 1),
        _ => Some(0),
    };
    while let Some(from) = after.filter(|_| !list.is_complete()) {
        let read = reference::page(cx, caller.clone(), tenant, from, CHUNK).await?;
        for (number, urls, externals) in read.of {
            for row in rows(&urls, &externals) {
                let unique = set.properties.first().and_then(|unique| value(&row, unique)).unwrap_or(Value::Null);
                list.offer(row, vec![Value::Int(number), unique], value)?;
            }
        }
        after = read.last;
    }
    Ok(asked.answer(set, list.finish()))
}

async fn add_url(
    At(cx, caller): At<WriteFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
    body: Bytes,
) -> Result<Response, Problem> {
    asked.nothing("a change")?;
    add(&cx, caller, (&tenant, &id), view::new_url(reference(&body, &view::URLS)?)).await
}

async fn add_external(
    At(cx, caller): At<WriteFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
    body: Bytes,
) -> Result<Response, Problem> {
    asked.nothing("a change")?;
    add(&cx, caller, (&tenant, &id), view::new_external(reference(&body, &view::EXTERNALS)?)?).await
}

fn reference(body: &[u8], set: &Set) -> Result<ReferenceBody, Problem> {
    only(&read(body)?, set.name, &[set.properties])?;
    read(body)
}

async fn add(
    cx: &Cx,
    caller: Caller<WriteFeatures>,
    (tenant, id): (&str, &str),
    new: NewReference,
) -> Result<Response, Problem> {
    let (set, row) = match reference::add(cx, caller, tenant, feature_id(id)?, new).await? {
        Made::Url(link) => ("URLReferences", view::url(&link)),
        Made::External(pointer) => ("ExternalReferences", view::external(&pointer)),
    };
    let row = match row {
        Json::Object(row) => row,
        _ => serde_json::Map::new(),
    };
    Ok(answer(StatusCode::CREATED, &v4::entity(set, row)))
}

async fn drop_url(
    At(cx, caller): At<WriteFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<StatusCode, Problem> {
    asked.nothing("a change")?;
    let id = id.parse::<UrlReferenceId>().map_err(|_| Problem::not_found(&format!("URL reference '{id}'")))?;
    reference::drop_url(&cx, caller, &tenant, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The composite key is two segments; the id is decoded already.
async fn drop_external(
    At(cx, caller): At<WriteFeatures>,
    Path((tenant, id, feature)): Path<(String, String, String)>,
    asked: Asked,
) -> Result<StatusCode, Problem> {
    asked.nothing("a change")?;
    reference::drop_external(&cx, caller, &tenant, feature_id(&feature)?, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
