//! Exports are started.

use super::super::body::Sent;
use super::super::error::Problem;
use super::super::here::Here;
use super::InSubaccount;
use ::wire::ropeway::content_agent as wire;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::content::page::agent::{self, Wish, Wished};
use engine::content::rights::ExportContent;
use http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(start))
}

/// Export content.
///
/// One archive of all that is named, handed to transport management, or only made. The export goes on after the
/// answer: the activity shows how.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/content-agent/exports", operation_id = "startExport",
    tag = "content agent", params(InSubaccount), request_body = wire::NewExport,
    responses((status = 202, description = "The activity that shows how it goes.", body = wire::StartedExport),
        Problem))]
async fn start(
    Here(cx, caller): Here<ExportContent>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(sent): Sent<wire::NewExport>,
) -> Result<(StatusCode, Json<wire::StartedExport>), Problem> {
    let wire::NewExport { mode, node, description, propagate_owner, resources } = sent;
    let resources = resources.into_iter().map(wished).collect();
    let wish = Wish { mode, node, description, propagate_owner, resources };
    let started = agent::start(&cx, caller, wish).await?;
    Ok((StatusCode::ACCEPTED, Json(wire::StartedExport { activity_id: started.id.text() })))
}

fn wished(sent: wire::NewExportResource) -> Wished {
    Wished { content_type: sent.r#type, id: sent.id, components: sent.components, after: sent.after }
}
