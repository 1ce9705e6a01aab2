//! Projects and their teams.

use super::super::can;
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
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::alm::{NewProject, Project};
use wire::ropeway::alm::{AlmRights, ProjectDetails, ProjectMember};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfProject {
    /// Subdomain or GUID of the subaccount with Cloud ALM.
    tenant: String,
    /// The project's `id`.
    project: String,
}

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list, create)).routes(routes!(read)).routes(routes!(rights))
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

/// Read a project.
///
/// With its team.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/projects/{project}", operation_id = "readProject", tag = "alm",
    params(OfProject),
    responses((status = 200, description = "The project.", body = ProjectDetails), Problem))]
async fn read(
    Here(cx, caller): Here<Work>,
    Path(OfProject { tenant, project }): Path<OfProject>,
) -> Result<Json<ProjectDetails>, Problem> {
    let project::Team { project, members, create } = project::team(&cx, caller, &tenant, &project).await?;
    let member = |one: project::Member| ProjectMember { user: one.user_name, role: one.place.word().to_owned() };
    Ok(Json(ProjectDetails {
        id: project.id.text(),
        name: project.name,
        status: project.status,
        access: project.access.word().to_owned(),
        members: members.into_iter().map(member).collect(),
        can: can::told(vec![("createFeature", create)]),
    }))
}

/// See what the caller may do in Cloud ALM.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/rights", operation_id = "readAlmRights", tag = "alm",
    params(InTenant),
    responses((status = 200, description = "What he may do.", body = AlmRights), Problem))]
async fn rights(
    Here(cx, caller): Here<Work>,
    Path(InTenant { tenant }): Path<InTenant>,
) -> Result<Json<AlmRights>, Problem> {
    let (can, waiting) = project::rights(&cx, caller, &tenant).await?;
    Ok(Json(AlmRights {
        can: can::told(can),
        waiting: waiting.into_iter().map(|status| status.word().to_owned()).collect(),
    }))
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
