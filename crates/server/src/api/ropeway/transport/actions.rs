//! Transport actions, their logs, and what they came to.

use super::super::body::Asked;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::{PageOptions, after, limit, next};
use super::{InSubaccount, One, view};
use axum::Json;
use axum::extract::Path;
use engine::transport::log::{self, ActionLog as Found};
use engine::transport::overview::{self, Filter};
use engine::transport::right::Display;
use engine::{Cx, Error};
use model::action::{ActionStatus, ActionType};
use model::{ActionId, Time};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::transport::{Action, ActionLog, ActionPage, ActionRequest, ImportSummary, Storage};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(messages))
        .routes(routes!(summary))
        .routes(routes!(storage))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Number of the node.
    node: Option<i64>,
    /// `NE`, `NU`, `I`, `DQ`, `RQ`, `FQ`.
    r#type: Option<String>,
    /// `running`, `succeeded`, `warning`, `error`, `fatal`.
    status: Option<String>,
    /// Begun from then on (RFC 3339).
    since: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

impl Options {
    fn filter(&self) -> Result<Filter, Error> {
        let kind = self.r#type.as_deref().filter(|text| !text.is_empty());
        let status = self.status.as_deref().filter(|text| !text.is_empty());
        Ok(Filter {
            node: self.node.unwrap_or_default(),
            kind: kind.map(str::parse::<ActionType>).transpose()?.map_or_else(String::new, |kind| kind.to_string()),
            status: status.map(str::parse::<ActionStatus>).transpose()?.map_or_else(String::new, |s| s.to_string()),
            since: self.since.as_deref().map(time).transpose()?,
        })
    }
}

fn time(text: &str) -> Result<Time, Error> {
    Time::parse_rfc3339(text).ok_or_else(|| Error::invalid(format!("'{text}' is no time in RFC 3339")))
}

/// List transport actions.
///
/// The newest first, page by page.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/actions", operation_id = "listActions",
    tag = "transport", params(InSubaccount, Options),
    responses((status = 200, description = "A page of actions.", body = ActionPage), Problem))]
async fn list(
    Here(cx, caller): Here<Display>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(options): Asked<Options>,
) -> Result<Json<ActionPage>, Problem> {
    let (before, limit) = (after(options.after.as_deref(), i64::MAX)?, limit(options.limit)?);
    let found = overview::actions(&cx, caller, options.filter()?, ActionId(before), limit).await?;
    let next = next(found.len(), limit, found.last().map(|action| action.id.get()));
    Ok(Json(ActionPage { items: found.iter().map(view::action).collect(), next }))
}

/// See a transport action.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/actions/{id}", operation_id = "readAction",
    tag = "transport", params(One),
    responses((status = 200, description = "The action.", body = Action), Problem))]
async fn read(Here(cx, caller): Here<Display>, Path(one): Path<One>) -> Result<Json<Action>, Problem> {
    Ok(Json(view::action(&log::action(&cx, caller, one.id()?).await?)))
}

/// Read the log of an action.
///
/// Its requests in their order, page by page, each with its messages, the oldest first.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/actions/{id}/log", operation_id = "readActionLog",
    tag = "transport", params(One, PageOptions),
    responses((status = 200, description = "A page of the log.", body = ActionLog), Problem))]
async fn messages(
    Here(cx, caller): Here<Display>,
    Path(one): Path<One>,
    Asked(page): Asked<PageOptions>,
) -> Result<Json<ActionLog>, Problem> {
    let (behind, limit) = (page.after(0)?, page.limit()?);
    let found = log::of_action(&cx, caller, one.id()?, behind, limit).await?;
    let read = i64::try_from(found.requests.len()).unwrap_or(i64::MAX);
    let next = next(found.requests.len(), limit, Some(behind.saturating_add(read)));
    Ok(Json(ActionLog { items: logs(&found), next }))
}

fn logs(found: &Found) -> Vec<ActionRequest> {
    let of = |row: &engine::transport::stored::ActionRequest| {
        let mine = found.messages.iter().rev().filter(|message| message.request == row.request);
        view::logged(row, mine.map(view::message).collect())
    };
    found.requests.iter().map(of).collect()
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Period {
    /// From then on (RFC 3339).
    since: String,
}

/// Count imports.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/import-summary", operation_id = "readImportSummary",
    tag = "transport", params(InSubaccount, Period),
    responses((status = 200, description = "How many imports have which status.", body = ImportSummary), Problem))]
async fn summary(
    Here(cx, caller): Here<Display>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(period): Asked<Period>,
) -> Result<Json<ImportSummary>, Problem> {
    let since = time(&period.since)?;
    let counts = overview::imports_since(&cx, caller, since).await?;
    let counts = counts.into_iter().map(|(status, count)| (status.to_string(), count)).collect();
    Ok(Json(ImportSummary { counts, since: since.rfc3339_millis() }))
}

/// See how much room files take.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/storage", operation_id = "readStorage",
    tag = "transport", params(InSubaccount),
    responses((status = 200, description = "Uploaded files.", body = Storage), Problem))]
async fn storage(
    Here(cx, caller): Here<Display>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<Storage>, Problem> {
    let (used_bytes, files) = overview::storage(&cx, caller).await?;
    Ok(Json(Storage { used_bytes, files }))
}
