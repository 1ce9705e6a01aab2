//! `/calm-features/v1/Features` and what can be reached from a feature.

use super::error::Problem;
use super::options::{Asked, PROPERTIES, Set, answer, wants_lists};
use super::view;
use crate::auth::At;
use axum::Router;
use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{any, get};
use engine::change::feature::{self, Feature, NewFeature};
use engine::change::project::Project;
use engine::change::right::{ReadFeatures, WriteFeatures};
use engine::change::transport;
use engine::{Caller, Cx};
use http::{StatusCode, header};
use model::feature::{PRIORITIES, STATUSES};
use model::{FeatureId, ProjectId, RequestId};
use odata::{Listed, Query, Value, v4};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json, json};
use wire::alm::FeatureBody;

/// Where the service stands.
pub(super) const ROOT: &str = "/alm/{tenant}/api/calm-features/v1";
/// How many features are read at a time.
pub(super) const CHUNK: usize = 500;
/// Codes with their names.
const CODED: &[&str] = &["code", "name"];

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

fn entity(status: StatusCode, row: Map<String, Json>) -> Response {
    answer(status, &v4::entity("Features", row))
}

/// What cannot be an id names nothing.
pub(super) fn feature_id(text: &str) -> Result<FeatureId, Problem> {
    text.parse().map_err(|_| Problem::not_found(&format!("feature '{text}'")))
}

pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    wire::json::read(body).map_err(|e| Problem::invalid(format!("the body cannot be read: {e}")))
}

/// What can be made along with a feature.
const MADE_ALONG: [(&str, &Set); 2] = [("toURLReferences", &view::URLS), ("toExternalReferences", &view::EXTERNALS)];

/// Reads a new feature, with what is made along with it.
fn new_feature(body: &[u8]) -> Result<FeatureBody, Problem> {
    let fields: Map<String, Json> = read(body)?;
    let more = MADE_ALONG.map(|(name, _)| name);
    only(&fields, "Features", &[&PROPERTIES, &more])?;
    for (name, set) in MADE_ALONG {
        let items = fields.get(name).and_then(Json::as_array).into_iter().flatten();
        items.filter_map(Json::as_object).try_for_each(|item| only(item, set.name, &[set.properties]))?;
    }
    read(body)
}

/// Reads a change of a feature. What is behind its links is changed there.
fn feature_change(body: &[u8]) -> Result<FeatureBody, Problem> {
    let fields: Map<String, Json> = read(body)?;
    if let Some((link, set)) = MADE_ALONG.iter().find(|(link, _)| fields.contains_key(*link)) {
        let text = format!("'{link}' is not changed with the feature: POST to its {link}, DELETE in {}", set.name);
        return Err(Problem::invalid(text));
    }
    only(&fields, "Features", &[&PROPERTIES])?;
    read(body)
}

/// What the service computes is skipped, and so are annotations; a property that there is none of is refused, as OData
/// demands.
pub(super) fn only(fields: &Map<String, Json>, set: &str, known: &[&[&str]]) -> Result<(), Problem> {
    let known = |name: &str| name.contains('@') || known.iter().any(|some| some.contains(&name));
    match fields.keys().find(|name| !known(name)) {
        Some(name) => Err(Problem::invalid(format!("Property '{name}' does not exist in {set}"))),
        None => Ok(()),
    }
}

async fn list(At(cx, caller): At<ReadFeatures>, Path(tenant): Path<String>, asked: Asked) -> Result<Response, Problem> {
    let query = asked.of_features()?;
    let page = page(&cx, &caller, &tenant, &asked).await?;
    let rows: Vec<Json> = if wants_lists(query) {
        let ids = page.rows.iter().map(|(feature, _)| feature.id).collect();
        let whole = feature::many(&cx, caller, &tenant, ids).await?;
        whole.iter().map(|details| Json::Object(view::details(details, query))).collect()
    } else {
        page.rows.iter().map(|(feature, project)| Json::Object(view::feature(feature, project, query))).collect()
    };
    Ok(asked.collection("Features", Listed { rows, count: page.count, next: page.next }))
}

async fn page(
    cx: &Cx,
    caller: &Caller<ReadFeatures>,
    tenant: &str,
    asked: &Asked,
) -> Result<Listed<(Feature, Project)>, Problem> {
    let mut list = asked.list()?;
    let mut after = match list.begins_after() {
        Some(Value::Int(number)) => Some(*number),
        _ => Some(0),
    };
    while let Some(from) = after.filter(|_| !list.is_complete()) {
        let read = feature::page(cx, caller.clone(), tenant, from, CHUNK).await?;
        for row in read.features {
            let number = Value::Int(row.0.number);
            list.offer(row, vec![number], view::value)?;
        }
        after = read.last;
    }
    Ok(list.finish())
}

async fn one(
    At(cx, caller): At<ReadFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let query = asked.of_feature()?;
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    Ok(entity(StatusCode::OK, view::details(&details, query)))
}

async fn create(
    At(cx, caller): At<WriteFeatures>,
    Path(tenant): Path<String>,
    asked: Asked,
    body: Bytes,
) -> Result<Response, Problem> {
    asked.nothing("a change")?;
    let body = new_feature(&body)?;
    let wanted = body.project_id.as_deref().ok_or_else(|| Problem::invalid("projectId is missing"))?;
    let unknown = |_| Problem::invalid(format!("projectId '{wanted}': there is no such project"));
    let project = wanted.parse::<ProjectId>().map_err(unknown)?;
    let new = NewFeature { project, edit: view::edit(&body)?, references: view::references(&body)? };
    let details = feature::create(&cx, caller, &tenant, new).await?;
    let expand = [("toURLReferences", details.urls.len()), ("toExternalReferences", details.externals.len())];
    let mut query = Query::default();
    query.expand = expand.iter().filter(|(_, made)| *made > 0).map(|(name, _)| (*name).to_owned()).collect();
    let row = view::details(&details, &query);
    let location = format!("{}/calm-features/v1/Features/{}", cx.addresses().alm_api(&tenant), details.feature.id);
    let mut response = entity(StatusCode::CREATED, row);
    if let Ok(value) = location.parse() {
        response.headers_mut().insert(header::LOCATION, value);
    }
    Ok(response)
}

async fn change(
    At(cx, caller): At<WriteFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
    body: Bytes,
) -> Result<Response, Problem> {
    asked.nothing("a change")?;
    let body = feature_change(&body)?;
    let (details, _) = feature::change(&cx, caller, &tenant, feature_id(&id)?, view::edit(&body)?).await?;
    Ok(entity(StatusCode::OK, view::details(&details, &Query::default())))
}

async fn transports(
    At(cx, caller): At<ReadFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.of(&view::TRANSPORTS)?;
    let details = feature::get(&cx, caller, &tenant, feature_id(&id)?).await?;
    asked.rows(&view::TRANSPORTS, details.transports.iter().map(view::transport).collect())
}

async fn parent(
    At(cx, caller): At<ReadFeatures>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let query = asked.of_feature()?;
    let number = id.parse::<RequestId>().map_err(|_| Problem::not_found(&format!("transport '{id}'")))?;
    let details = transport::parent(&cx, caller, &tenant, number).await?;
    Ok(entity(StatusCode::OK, view::details(&details, query)))
}

async fn statuses(
    At(cx, caller): At<ReadFeatures>,
    Path(tenant): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let rows = STATUSES.map(|status| json!({ "code": status.word(), "name": status.label() })).to_vec();
    engine::change::tenant::visit(&cx, caller, &tenant).await?;
    asked.rows(&Set { name: "FeatureStatus", properties: CODED }, rows)
}

async fn priorities(
    At(cx, caller): At<ReadFeatures>,
    Path(tenant): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let rows = PRIORITIES.map(|(code, name)| json!({ "code": code, "name": name })).to_vec();
    engine::change::tenant::visit(&cx, caller, &tenant).await?;
    asked.rows(&Set { name: "FeaturePriorities", properties: CODED }, rows)
}
