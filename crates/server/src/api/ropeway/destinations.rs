//! `POST …/subaccounts/{guid}/destinations/{name}/check`: the connection check.

use super::error::Problem;
use crate::api::ropeway::here::Here;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::platform::destination::check::{self, Report, Severity};
use engine::platform::destination::right::Check;
use model::destination::Hint;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::{ConnectionCheck, CredentialsCheck, DestinationHint, ErrorBody};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(try_connection))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfDestination {
    /// GUID or subdomain of the subaccount.
    subaccount: String,
    /// Name of the destination; its case matters.
    name: String,
}

/// Check the connection of a destination.
///
/// The other side is asked without credentials, as in the cockpit; a token is fetched in a second, separate attempt.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/destinations/{name}/check",
    operation_id = "checkDestination", tag = "destinations",
    params(OfDestination),
    responses(
        (status = 200, description = "What came of it; a target that is not there is no refusal.",
            body = ConnectionCheck),
        (status = 422, description = "It is no HTTP destination.", body = ErrorBody),
        Problem,
    ))]
async fn try_connection(
    Here(cx, caller): Here<Check>,
    Path(OfDestination { subaccount, name }): Path<OfDestination>,
) -> Result<Json<ConnectionCheck>, Problem> {
    Ok(Json(view(check::check(&cx, caller, &subaccount, &name).await?)))
}

fn view(report: Report) -> ConnectionCheck {
    let (status, reason) = report.answer.map(|a| (a.status, a.reason)).unzip();
    ConnectionCheck {
        reachable: report.reachable,
        status,
        reason,
        message: report.message,
        severity: severity(report.severity).to_owned(),
        meaning: report.meaning,
        credentials: CredentialsCheck { ok: report.credentials.ok, message: report.credentials.message },
        hints: report.hints.into_iter().map(hint).collect(),
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Success => "success",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

pub(super) fn hint(hint: Hint) -> DestinationHint {
    let severity = hint.severity.text().to_owned();
    DestinationHint { severity, code: hint.code.to_owned(), text: hint.text, fix: hint.fix }
}
