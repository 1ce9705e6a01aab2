//! The overview of features.

use super::InTenant;
use super::view::line;
use crate::api::ropeway::body::Asked;
use crate::api::ropeway::error::Problem;
use crate::api::ropeway::here::Here;
use crate::api::ropeway::paging;
use axum::Json;
use axum::extract::Path;
use engine::change::feature::{self, Search};
use engine::change::right::Work;
use engine::{Cx, Error};
use model::feature::Status;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::alm::FeaturePage;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(overview))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Options {
    /// Only those whose title has this text, in whatever case, or whose number it is.
    text: Option<String>,
    /// Only those in these statuses: codes with commas.
    status: Option<String>,
    /// Only those of these priorities: codes with commas.
    priority: Option<String>,
    /// Only those of this project.
    project_id: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// Look over features.
///
/// The newest first, page by page; with the numbers of their transports.
#[utoipa::path(get, path = "/api/v1/alm/{tenant}/overview/features", operation_id = "overviewFeatures", tag = "alm",
    params(InTenant, Options),
    responses((status = 200, description = "A page of features.", body = FeaturePage), Problem))]
async fn overview(
    Here(cx, caller): Here<Work>,
    Path(InTenant { tenant }): Path<InTenant>,
    Asked(options): Asked<Options>,
) -> Result<Json<FeaturePage>, Problem> {
    let page = feature::overview(&cx, caller, &tenant, search(options)?).await?;
    let next = page.next.map(|number| number.to_string());
    Ok(Json(FeaturePage { items: page.lines.into_iter().map(line).collect(), next }))
}

fn search(options: Options) -> Result<Search, Error> {
    let (statuses, priorities) = (options.status.unwrap_or_default(), options.priority.unwrap_or_default());
    each(&statuses, |code| code.parse::<Status>().is_ok(), "status")?;
    each(&priorities, |code| code.parse().ok().and_then(model::feature::priority).is_some(), "priority")?;
    Ok(Search {
        before: paging::after(options.after.as_deref(), i64::MAX)?,
        text: options.text.unwrap_or_default(),
        statuses,
        priorities,
        project: options.project_id.unwrap_or_default(),
        limit: paging::limit(options.limit)?,
    })
}

/// A code that nothing has would find nothing, without a word.
fn each(codes: &str, is_known: impl Fn(&str) -> bool, what: &str) -> Result<(), Error> {
    match codes.split(',').find(|code| !codes.is_empty() && !is_known(code)) {
        Some(code) => Err(Error::invalid(format!("{what}: '{code}' is not known"))),
        None => Ok(()),
    }
}
