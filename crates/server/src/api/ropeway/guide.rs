//! `/api/v1/guide`: what is done of the guide, and what is next.

use super::error::Problem;
use super::here::Here;
use axum::Json;
use engine::Cx;
use engine::guide::{self, Seen};
use engine::platform::right::ViewGlobalAccount;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::guide as wire;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(read))
}

/// How far the installation is with the guide.
///
/// Each step is looked at when this is called: what destinations lead to is called for it, for ten seconds at most.
#[utoipa::path(get, path = "/api/v1/guide", operation_id = "readGuide", tag = "guide",
    responses((status = 200, description = "The steps.", body = wire::Guide), Problem))]
async fn read(Here(cx, caller): Here<ViewGlobalAccount>) -> Result<Json<wire::Guide>, Problem> {
    let steps: Vec<wire::GuideStep> = guide::steps(&cx, caller).await?.into_iter().map(step).collect();
    let done = steps.iter().filter(|step| step.status == "done").count() as u64;
    Ok(Json(wire::Guide { steps, done }))
}

fn step(seen: Seen) -> wire::GuideStep {
    let Seen { step, finding, screen, subaccount } = seen;
    wire::GuideStep {
        number: step.number,
        actor: step.actor.to_owned(),
        title: step.title.to_owned(),
        status: finding.state.word().to_owned(),
        saw: finding.saw,
        fix: finding.fix,
        screen: screen.word().to_owned(),
        subaccount,
    }
}
