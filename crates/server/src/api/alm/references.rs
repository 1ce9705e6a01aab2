//! `/calm-features/v1/…References`: links, and pointers into other systems.

use super::error::Problem;
use super::features::{ROOT, answer, feature_id, not_allowed, read, rows};
use super::view;
use crate::auth::Auth;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::{delete, get};
use engine::Caller;
use engine::Cx;
use engine::change::feature;
use engine::change::reference::{self, Made, NewReference};
use engine::change::right::{ReadFeatures, WriteFeatures};
use http::StatusCode;
use odata::v4;
use serde_json::Value as Json;
use uuid::Uuid;

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
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    rows("URLReferences", details.urls.iter().map(view::url).collect(), raw.as_deref())
}

async fn externals(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    rows("ExternalReferences", details.externals.iter().map(view::external).collect(), raw.as_deref())
}

async fn all_urls(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let (urls, _) = reference::all(&cx, caller, &tenant).await?;
    rows("URLReferences", urls.iter().map(view::url).collect(), raw.as_deref())
}

async fn all_externals(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let (_, externals) = reference::all(&cx, caller, &tenant).await?;
    rows("ExternalReferences", externals.iter().map(view::external).collect(), raw.as_deref())
}

async fn add_url(
    Auth(caller): Auth<WriteFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Problem> {
    add(&cx, caller, (&tenant, &id), view::new_url(read(&body)?)).await
}

async fn add_external(
    Auth(caller): Auth<WriteFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Problem> {
    add(&cx, caller, (&tenant, &id), view::new_external(read(&body)?)?).await
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
    Auth(caller): Auth<WriteFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let id = id.parse::<Uuid>().map_err(|_| Problem::not_found(&format!("URL reference '{id}'")))?;
    reference::drop_url(&cx, caller, &tenant, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The composite key is two segments; the id is decoded already.
async fn drop_external(
    Auth(caller): Auth<WriteFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id, feature)): Path<(String, String, String)>,
) -> Result<StatusCode, Problem> {
    reference::drop_external(&cx, caller, &tenant, feature_id(&feature)?, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
