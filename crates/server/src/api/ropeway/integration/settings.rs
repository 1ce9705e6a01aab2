//! Transport settings of a tenant, as whoever sees its packages may know them.

use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::version::Tagged;
use super::InTenant;
use axum::extract::Path;
use engine::Cx;
use engine::content::page::settings;
use engine::content::rights::ReadPackages;
use engine::content::tenant;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::integration::TransportSettingsSeen;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(read))
}

/// See where transports of a tenant go.
#[utoipa::path(get, path = "/api/v1/tenants/{tenant}/transport-settings", operation_id = "readTransportSettings",
    tag = "tenants", params(InTenant),
    responses((status = 200, description = "The settings.", body = TransportSettingsSeen,
        headers(("ETag" = String, description = "Their version."))), Problem))]
async fn read(
    Here(cx, caller): Here<ReadPackages>,
    Path(InTenant { tenant }): Path<InTenant>,
) -> Result<Tagged<TransportSettingsSeen>, Problem> {
    let tenant = tenant::open(&cx, &caller, &tenant).await?;
    let settings::Settings { mode, node, can } = settings::read(&cx, &caller, &tenant).await?;
    let version = tenant::settings_version(mode.as_deref());
    Ok(Tagged(version.clone(), TransportSettingsSeen { mode, node, can: can::told(can), version }))
}
