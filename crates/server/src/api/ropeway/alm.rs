//! `/api/v1/alm/{tenant}/…`: projects, features and their transports, for people. The same rules as in the public API.

use super::error::Problem;
use crate::auth::{Auth, Dialect};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use engine::change::feature::{self, Details, Edit, NewFeature};
use engine::change::history::Entry;
use engine::change::right::Work;
use engine::change::{deploy, project, sync, transport};
use engine::{Cx, Error};
use http::StatusCode;
use model::feature::{display_id, transition};
use model::{FeatureId, ProjectId};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use wire::alm;

impl Dialect for Work {
    type Problem = Problem;
}

/// How many transports are listed unless something is said.
const PAGE: i64 = 200;
/// How many at most.
const LARGEST_PAGE: i64 = 1000;

pub(super) fn routes() -> Router<Cx> {
    const ROOT: &str = "/api/v1/alm/{tenant}";
    const FEATURE: &str = "/api/v1/alm/{tenant}/features/{feature}";
    Router::new()
        .route(&format!("{ROOT}/projects"), get(projects).post(make_project))
        .route(&format!("{ROOT}/transports"), get(transports))
        .route(&format!("{ROOT}/features"), get(list).post(create))
        .route(FEATURE, get(one))
        .route(&format!("{FEATURE}/status"), post(set_status))
        .route(&format!("{FEATURE}/transports/{{transport}}"), put(assign).delete(unassign))
        .route(&format!("{FEATURE}/deploy"), post(start_deployment))
        .route(&format!("{FEATURE}/refresh"), post(refresh))
        .route(&format!("{FEATURE}/history"), get(history))
}

type Answer<T> = Result<Json<T>, Problem>;

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|e| Error::invalid(format!("the body is not what is wanted here: {e}")).into())
}

/// What cannot be an id names nothing.
fn feature_id(text: &str) -> Result<FeatureId, Problem> {
    text.parse().map_err(|_| Error::not_found(format!("feature '{text}' does not exist")).into())
}

fn transport_id(text: &str) -> Result<i64, Problem> {
    text.parse().map_err(|_| Error::not_found(format!("transport '{text}' is not known")).into())
}

async fn projects(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
) -> Answer<Vec<alm::Project>> {
    Ok(Json(project::list(&cx, caller, &tenant).await?.into_iter().map(project_view).collect()))
}

async fn make_project(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    body: Bytes,
) -> Result<(StatusCode, Json<alm::Project>), Problem> {
    let wish: alm::NewProject = read(&body)?;
    let made = project::create(&cx, caller, &tenant, new_project(wish)).await?;
    Ok((StatusCode::CREATED, Json(project_view(made))))
}

/// What is wished, as the use case wants it.
pub(crate) fn new_project(wish: alm::NewProject) -> project::NewProject {
    let members = wish.members.into_iter().map(|member| (member.user, member.role)).collect();
    project::NewProject { name: wish.name, access: wish.access, members }
}

/// A project as both APIs show it.
pub(crate) fn project_view(project: project::Project) -> alm::Project {
    let project::Project { id, name, status, access, .. } = project;
    alm::Project { id: id.text(), name, status, access }
}

#[derive(Debug, Deserialize)]
struct TransportOptions {
    assigned: Option<bool>,
    before: Option<i64>,
    limit: Option<i64>,
}

async fn transports(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    Query(options): Query<TransportOptions>,
) -> Answer<Vec<alm::Transport>> {
    let limit = options.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let wish = transport::Wish { assigned: options.assigned, before: options.before, limit };
    let found = transport::list(&cx, caller, &tenant, wish).await?;
    Ok(Json(found.into_iter().map(transport_view).collect()))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ListOptions {
    project_id: Option<String>,
}

async fn list(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    Query(options): Query<ListOptions>,
) -> Answer<Vec<alm::Feature>> {
    let all = feature::list(&cx, caller.clone(), &tenant).await?.into_iter();
    let wanted = all.filter(|(one, _)| options.project_id.as_ref().is_none_or(|id| *id == one.project.text()));
    let ids = wanted.map(|(one, _)| one.id).collect();
    let found = feature::many(&cx, caller, &tenant, ids).await?;
    Ok(Json(found.into_iter().map(|details| view(details, Vec::new())).collect()))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewBody {
    title: String,
    project_id: String,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    priority_code: Option<i64>,
}

async fn create(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path(tenant): Path<String>,
    body: Bytes,
) -> Result<(StatusCode, Json<alm::Feature>), Problem> {
    let NewBody { title, project_id, description, priority_code } = read(&body)?;
    let project = project_id.parse::<ProjectId>().map_err(Error::from)?;
    let edit = Edit { title: Some(title), description, priority: priority_code, ..Edit::default() };
    let made = feature::create(&cx, caller, &tenant, NewFeature { project, edit, references: Vec::new() }).await?;
    Ok((StatusCode::CREATED, Json(view(made, Vec::new()))))
}

async fn one(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
) -> Answer<alm::Feature> {
    Ok(Json(view(feature::get(&cx, caller, &tenant, feature_id(&id)?).await?, Vec::new())))
}

async fn set_status(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    body: Bytes,
) -> Answer<alm::Feature> {
    let wish: alm::StatusWish = read(&body)?;
    let edit = Edit { status: Some(wish.status_code), ..Edit::default() };
    let (details, warnings) = feature::change(&cx, caller, &tenant, feature_id(&id)?, edit).await?;
    Ok(Json(view(details, warnings)))
}

async fn assign(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path((tenant, id, transport)): Path<(String, String, String)>,
) -> Answer<alm::Feature> {
    let (id, transport) = (feature_id(&id)?, transport_id(&transport)?);
    Ok(Json(view(transport::assign(&cx, caller, &tenant, id, transport).await?, Vec::new())))
}

async fn unassign(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path((tenant, id, transport)): Path<(String, String, String)>,
) -> Answer<alm::Feature> {
    let (id, transport) = (feature_id(&id)?, transport_id(&transport)?);
    Ok(Json(view(transport::unassign(&cx, caller, &tenant, id, transport).await?, Vec::new())))
}

async fn start_deployment(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<(StatusCode, Json<alm::DeployAnswer>), Problem> {
    let wish: Option<alm::DeployWish> = if body.is_empty() { None } else { read(&body)? };
    let target = wish.and_then(|wish| wish.target).filter(|target| !target.is_empty());
    let done = deploy::deploy(&cx, caller, &tenant, feature_id(&id)?, target).await?;
    let answer = alm::DeployAnswer { action_ids: done.actions, warnings: done.warnings };
    Ok((StatusCode::ACCEPTED, Json(answer)))
}

async fn refresh(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
) -> Answer<alm::Feature> {
    Ok(Json(view(sync::refresh(&cx, caller, &tenant, feature_id(&id)?).await?, Vec::new())))
}

async fn history(
    Auth(caller): Auth<Work>,
    State(cx): State<Cx>,
    Path((tenant, id)): Path<(String, String)>,
) -> Answer<Vec<alm::HistoryEntry>> {
    let entry = |entry: Entry| alm::HistoryEntry {
        at: entry.at.rfc3339_millis(),
        actor: entry.actor,
        heading: entry.heading,
        value: entry.value,
        old_value: entry.old_value,
    };
    let entries = feature::past(&cx, caller, &tenant, feature_id(&id)?).await?;
    Ok(Json(entries.into_iter().map(entry).collect()))
}

fn view(details: Details, warnings: Vec<String>) -> alm::Feature {
    let Details { feature, project, transports, powers, .. } = details;
    let modes: BTreeSet<String> = transports.iter().filter_map(|one| one.way.warning()).collect();
    let steps = transition::open(feature.status, &powers).into_iter();
    alm::Feature {
        uuid: feature.id.text(),
        display_id: display_id(feature.number),
        title: feature.title,
        description: feature.description,
        project_id: project.id.text(),
        project_name: project.name,
        status_code: feature.status.code().to_owned(),
        status_name: feature.status.label().to_owned(),
        priority_code: feature.priority,
        created_at: feature.created_at.rfc3339_millis(),
        modified_at: feature.modified_at.rfc3339_millis(),
        transports: transports.into_iter().map(transport_view).collect(),
        next: steps.map(|(to, name)| alm::Step { status_code: to.code().to_owned(), name: name.to_owned() }).collect(),
        warnings: warnings.into_iter().chain(modes).collect(),
    }
}

fn transport_view(transport: feature::Transport) -> alm::Transport {
    let way = &transport.way;
    alm::Transport {
        id: transport.id.to_string(),
        status: way.label(),
        source: way.source.clone().unwrap_or_else(|| "Unknown".to_owned()),
        target: way.target().map(|stop| stop.name.clone()).unwrap_or_default(),
        error: transport.problem.or_else(|| way.problem.clone()),
        title: transport.title,
        r#type: transport.content_type,
        owner: transport.owner,
        changed_at: transport.changed_at.rfc3339_millis(),
        deleted: transport.deleted,
        feature: transport.feature.map(FeatureId::text),
    }
}
