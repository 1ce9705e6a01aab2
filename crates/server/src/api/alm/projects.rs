//! `/calm-projects/v1/projects`: a plain list.

use super::error::Problem;
use super::features::read;
use super::options::Asked;
use crate::api::ropeway::alm::{new_project, project_view};
use crate::auth::At;
use axum::body::Bytes;
use axum::extract::Path;
use axum::routing::get;
use axum::{Json, Router};
use engine::Cx;
use engine::change::project;
use engine::change::right::{ReadProjects, WriteProjects};
use http::StatusCode;
use wire::alm::{NewProject, Project};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/alm/{tenant}/api/calm-projects/v1/projects", get(list).post(create))
        .route("/alm/{tenant}/api/calm-projects/v1/projects/{id}", get(one))
}

async fn list(
    At(cx, caller): At<ReadProjects>,
    Path(tenant): Path<String>,
    asked: Asked,
) -> Result<Json<Vec<Project>>, Problem> {
    asked.nothing("this call")?;
    Ok(Json(project::list(&cx, caller, &tenant).await?.into_iter().map(project_view).collect()))
}

async fn one(
    At(cx, caller): At<ReadProjects>,
    Path((tenant, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Json<Project>, Problem> {
    asked.nothing("this call")?;
    Ok(Json(project_view(project::find(&cx, caller, &tenant, &id).await?)))
}

async fn create(
    At(cx, caller): At<WriteProjects>,
    Path(tenant): Path<String>,
    asked: Asked,
    body: Bytes,
) -> Result<(StatusCode, Json<Project>), Problem> {
    asked.nothing("a change")?;
    let wish: NewProject = read(&body)?;
    Ok((StatusCode::CREATED, Json(project_view(project::create(&cx, caller, &tenant, new_project(wish)).await?))))
}
