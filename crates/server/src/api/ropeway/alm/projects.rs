//! Projects and their teams.

use super::InTenant;
use crate::api::ropeway::body::Sent;
use crate::api::ropeway::error::Problem;
use crate::api::ropeway::here::Here;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::change::project;
use engine::change::right::Work;
use http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::alm::{NewProject, Project};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list, create))
}

/// List projects.
///
/// Those that the caller sees, the oldest first.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/projects", operation_id = "listProjects", tag = "alm",
    params(InTenant),
    responses((status = 200, description = "The projects.", body = Vec<Project>), Problem))]
async fn list(
    Here(cx, caller): Here<Work>,
    Path(InTenant { tenant }): Path<InTenant>,
) -> Result<Json<Vec<Project>>, Problem> {
    Ok(Json(project::list(&cx, caller, &tenant).await?.into_iter().map(project_view).collect()))
}

/// Create a project with its team.
///
/// Needs `imp_pjm_ProjectAdministrator`.
#[utoipa::path(post, path = "/api/v1/alm/{tenant}/projects", operation_id = "createProject", tag = "alm",
    params(InTenant),
    request_body = NewProject,
    responses((status = 201, description = "The project.", body = Project), Problem))]
async fn create(
    Here(cx, caller): Here<Work>,
    Path(InTenant { tenant }): Path<InTenant>,
    Sent(wish): Sent<NewProject>,
) -> Result<(StatusCode, Json<Project>), Problem> {
    let made = project::create(&cx, caller, &tenant, new_project(wish)).await?;
    Ok((StatusCode::CREATED, Json(project_view(made))))
}

/// What is wished, as the use case wants it.
pub(crate) fn new_project(wish: NewProject) -> project::NewProject {
    let members = wish.members.into_iter().map(|member| (member.user, member.role)).collect();
    project::NewProject { name: wish.name, access: wish.access, members }
}

/// A project as both APIs show it.
pub(crate) fn project_view(project: project::Project) -> Project {
    let project::Project { id, name, status, access, .. } = project;
    Project { id: id.text(), name, status, access: access.word().to_owned() }
}
