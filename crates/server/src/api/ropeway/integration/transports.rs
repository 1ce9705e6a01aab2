//! The transports that were started in a tenant.

use super::super::body::Asked;
use super::super::content_agent::told;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::limit;
use super::{InTenant, view};
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::content::page::{key::Key, transports};
use engine::content::rights::StartTransports;
use engine::content::{tenant, transport};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::integration::TransportActivityPage;
use wire::ropeway::{ActivityMessage, TransportActivity};

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Only those of the package with this technical id.
    package: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List transports of a tenant.
///
/// Those that were started in it, the newest first, page by page.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/activities", operation_id = "listActivities", tag = "tenants",
    params(InTenant, Options),
    responses((status = 200, description = "A page of transports.", body = TransportActivityPage), Problem))]
async fn list(
    Here(cx, caller): Here<StartTransports>,
    Path(InTenant { tenant }): Path<InTenant>,
    Asked(options): Asked<Options>,
) -> Result<Json<TransportActivityPage>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let limit = limit(options.limit)?;
    let key = options.after.filter(|after| !after.is_empty()).map_or(Ok(Key::begin()), |text| Key::parse(&text))?;
    let package = options.package.unwrap_or_default();
    let found = transports::list(&cx, &caller, &tenant, package, (key, limit)).await?;
    let next = view::next(found.len(), limit, found.last().map(|last| Key::after(last.started_at, &last.id.text())));
    Ok(Json(TransportActivityPage { items: found.into_iter().map(activity).collect(), next }))
}

pub(in crate::api::ropeway) fn activity(found: transport::Activity) -> TransportActivity {
    let (transport_request_id, transport_request_url) = found.transport_request.unzip();
    let message = |line: transport::Line| ActivityMessage {
        severity: line.severity,
        text: line.text,
        at: line.at.rfc3339_millis(),
    };
    TransportActivity {
        activity_id: found.id.text(),
        package: found.package,
        state: found.state.word().to_owned(),
        started_by: found.started_by,
        started_at: found.started_at.rfc3339_millis(),
        ended_at: found.ended_at.map(|at| at.rfc3339_millis()),
        description: found.description,
        process_id: found.process,
        transport_request_id,
        transport_request_url,
        transport_request_place: found.place.map(told),
        messages: found.lines.into_iter().map(message).collect(),
    }
}
