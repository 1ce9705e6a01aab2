//! `POST …/subaccounts/{guid}/destinations/{name}/check`: the connection check.

use super::error::Problem;
use crate::auth::{Auth, Dialect};
use axum::extract::{Path, State};
use axum::routing::post;
use axum::{Json, Router};
use engine::Cx;
use engine::platform::destination::check::{self, Report, Severity};
use engine::platform::destination::right::Check;
use model::destination::Hint;
use wire::ropeway::{ConnectionCheck, CredentialsCheck, DestinationHint};

impl Dialect for Check {
    type Problem = Problem;
}

pub(super) fn routes() -> Router<Cx> {
    Router::new().route("/api/v1/subaccounts/{subaccount}/destinations/{name}/check", post(try_connection))
}

async fn try_connection(
    Auth(caller): Auth<Check>,
    State(cx): State<Cx>,
    Path((subaccount, name)): Path<(String, String)>,
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

fn hint(hint: Hint) -> DestinationHint {
    let severity = hint.severity.text().to_owned();
    DestinationHint { severity, code: hint.code.to_owned(), text: hint.text, fix: hint.fix }
}
