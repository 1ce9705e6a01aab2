//! `/calm-features/v1/Features` and what can be reached from a feature.

use super::error::Problem;
use super::options::{PROPERTIES, of_features, wants_lists};
use super::view;
use crate::auth::Auth;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use engine::Cx;
use engine::change::feature::{self, NewFeature};
use engine::change::right::{ReadFeatures, WriteFeatures};
use engine::change::transport;
use http::{HeaderName, StatusCode, header};
use model::feature::{PRIORITIES, STATUSES};
use model::{FeatureId, ProjectId};
use odata::{Query, Value, v4};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json, json};
use wire::alm::FeatureBody;

/// Where the service stands.
pub(super) const ROOT: &str = "/alm/{tenant}/api/calm-features/v1";
/// How many rows a page has at most.
pub(super) const PAGE: usize = 100;

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route(&format!("{ROOT}/Features"), get(list).post(create).fallback(not_allowed))
        .route(&format!("{ROOT}/Features/{{feature}}"), get(one).patch(change).fallback(not_allowed))
        .route(&format!("{ROOT}/Features/{{feature}}/toTransports"), get(transports).fallback(not_allowed))
        .route(&format!("{ROOT}/Transports/{{transport}}/parent"), get(parent).fallback(not_allowed))
        .route(&format!("{ROOT}/FeatureStatus"), get(statuses).fallback(not_allowed))
        .route(&format!("{ROOT}/FeaturePriorities"), get(priorities).fallback(not_allowed))
        .route(&format!("{ROOT}/{{*rest}}"), any(unknown))
}

pub(super) async fn not_allowed() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "this method is not possible here")
}

async fn unknown() -> Problem {
    Problem::not_found("this resource")
}

/// An answer of an OData service.
pub(super) fn answer(status: StatusCode, body: &Json) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json;odata.metadata=minimal"),
        (HeaderName::from_static("odata-version"), "4.0"),
    ];
    (status, headers, body.to_string()).into_response()
}

fn entity(status: StatusCode, row: Map<String, Json>) -> Response {
    answer(status, &v4::entity("Features", row))
}

/// What cannot be an id names nothing.
pub(super) fn feature_id(text: &str) -> Result<FeatureId, Problem> {
    text.parse().map_err(|_| Problem::not_found(&format!("feature '{text}'")))
}

pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|e| Problem::invalid(format!("the body cannot be read: {e}")))
}

/// Reads a feature. What the service computes is skipped; a property that there is none of is refused, as OData demands.
fn feature_body(body: &[u8]) -> Result<FeatureBody, Problem> {
    const WRITTEN: [&str; 2] = ["toURLReferences", "toExternalReferences"];
    let fields: Map<String, Json> = read(body)?;
    let known = |name: &str| PROPERTIES.contains(&name) || WRITTEN.contains(&name) || name.starts_with('@');
    match fields.keys().find(|name| !known(name)) {
        Some(name) => Err(Problem::invalid(format!("Property '{name}' does not exist in Features"))),
        None => read(body),
    }
}

async fn list(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = of_features(raw.as_deref())?;
    let all = feature::list(&cx, caller.clone(), &tenant).await?;
    let page = v4::page(&query, all, PAGE, |(feature, _)| feature.number, view::value)?;
    let rows: Vec<Json> = if wants_lists(&query) {
        let ids = page.rows.iter().map(|(feature, _)| feature.id).collect();
        let whole = feature::many(&cx, caller, &tenant, ids).await?;
        whole.iter().map(|details| Json::Object(view::details(details, &query))).collect()
    } else {
        page.rows.iter().map(|(feature, project)| Json::Object(view::feature(feature, project, &query))).collect()
    };
    let next = page.next.map(|next| next.link("Features", raw.as_deref().unwrap_or_default()));
    Ok(answer(StatusCode::OK, &v4::collection("Features", rows, page.count, next)))
}

async fn one(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = of_features(raw.as_deref())?;
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    Ok(entity(StatusCode::OK, view::details(&details, &query)))
}

async fn create(
    Auth(caller): Auth<WriteFeatures>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let body = feature_body(&body)?;
    let wanted = body.project_id.as_deref().ok_or_else(|| Problem::invalid("projectId is missing"))?;
    let unknown = |_| Problem::invalid(format!("projectId '{wanted}': there is no such project"));
    let project = wanted.parse::<ProjectId>().map_err(unknown)?;
    let new = NewFeature { project, edit: view::edit(&body)?, references: view::references(&body)? };
    let details = feature::create(&cx, caller, &tenant, new).await?;
    let expand = [("toURLReferences", details.urls.len()), ("toExternalReferences", details.externals.len())];
    let expand = expand.iter().filter(|(_, made)| *made > 0).map(|(name, _)| (*name).to_owned()).collect();
    let row = view::details(&details, &Query { expand, ..Query::default() });
    let location = format!("{}/calm-features/v1/Features/{}", cx.addresses().alm_api(&tenant), details.feature.id);
    let mut response = entity(StatusCode::CREATED, row);
    if let Ok(value) = location.parse() {
        response.headers_mut().insert(header::LOCATION, value);
    }
    Ok(response)
}

async fn change(
    Auth(caller): Auth<WriteFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Problem> {
    let body = feature_body(&body)?;
    let (details, _) = feature::change(&cx, caller, &tenant, feature_id(&id)?, view::edit(&body)?).await?;
    Ok(entity(StatusCode::OK, view::details(&details, &Query::default())))
}

async fn transports(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    let rows = details.transports.iter().map(view::transport).collect();
    Ok(answer(StatusCode::OK, &v4::collection("Transports", rows, None, None)))
}

async fn parent(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = of_features(raw.as_deref())?;
    let number = id.parse::<i64>().map_err(|_| Problem::not_found(&format!("transport '{id}'")))?;
    let details = transport::parent(&cx, caller, &tenant, number).await?;
    Ok(entity(StatusCode::OK, view::details(&details, &query)))
}

async fn statuses(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let rows = STATUSES.map(|status| (Value::from(status.code()), status.label())).to_vec();
    engine::change::tenant::visit(&cx, caller, &tenant).await?;
    codes("FeatureStatus", rows, raw)
}

async fn priorities(
    Auth(caller): Auth<ReadFeatures>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let rows = PRIORITIES.map(|(code, name)| (Value::Int(code), name)).to_vec();
    engine::change::tenant::visit(&cx, caller, &tenant).await?;
    codes("FeaturePriorities", rows, raw)
}

/// A list of codes with their names.
fn codes(set: &str, rows: Vec<(Value, &'static str)>, raw: Option<String>) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref().unwrap_or_default())?;
    let value = |(code, name): &(Value, &str), path: &str| match path {
        "code" => Some(code.clone()),
        "name" => Some(Value::from(*name)),
        _ => None,
    };
    let page = query.page(rows, PAGE, value)?;
    let row = |(code, name): &(Value, &str)| match code {
        Value::Int(code) => json!({ "code": code, "name": name }),
        other => json!({ "code": other.as_text(), "name": name }),
    };
    Ok(answer(StatusCode::OK, &v4::collection(set, page.rows.iter().map(row).collect(), page.count, None)))
}

/// A list that is filtered and sorted by texts of its rows.
pub(super) fn rows(set: &str, rows: Vec<Json>, raw: Option<&str>) -> Result<Response, Problem> {
    let query = Query::parse(raw.unwrap_or_default())?;
    let value = |(_, row): &(i64, Json), path: &str| row.get(path).map(|v| Value::from(v.as_str().unwrap_or_default()));
    let numbered = (0..).zip(rows).collect();
    let page = v4::page(&query, numbered, PAGE, |(number, _)| *number, value)?;
    let next = page.next.map(|next| next.link(set, raw.unwrap_or_default()));
    let rows = page.rows.into_iter().map(|(_, row)| row).collect();
    Ok(answer(StatusCode::OK, &v4::collection(set, rows, page.count, next)))
}
