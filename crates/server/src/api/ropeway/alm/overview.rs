//! The overview of features.

use super::InTenant;
use super::view::line;
use crate::api::ropeway::body::Asked;
use crate::api::ropeway::error::Problem;
use crate::api::ropeway::here::Here;
use axum::Json;
use axum::extract::Path;
use engine::change::feature::{self, Search};
use engine::change::right::Work;
use engine::{Cx, Error};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::alm::FeaturePage;

/// How many features a page has unless something is said.
const USUAL: i64 = 50;
/// How many at most.
const MOST: i64 = 200;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(overview))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
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
    let limit = match options.limit.unwrap_or(USUAL) {
        limit @ 1..=MOST => limit,
        limit => return Err(Error::invalid(format!("limit must be between 1 and {MOST}, {limit} is not"))),
    };
    let wrong = |text: &str| Error::invalid(format!("after must be the next of the page before, '{text}' is not"));
    let before = match options.after.as_deref().filter(|text| !text.is_empty()) {
        Some(text) => text.parse().map_err(|_| wrong(text))?,
        None => i64::MAX,
    };
    Ok(Search {
        before,
        text: options.text.unwrap_or_default(),
        statuses: options.status.unwrap_or_default(),
        priorities: options.priority.unwrap_or_default(),
        project: options.project_id.unwrap_or_default(),
        limit,
    })
}
