//! The cockpit: what people do with accounts, services, destinations and roles. The same rules as in the public APIs.

mod accounts;
mod behind;
mod destination_files;
mod destinations;
mod instances;
mod role_collections;
mod space_instances;
mod spaces;
mod subscriptions;
mod trust;
mod users;
mod view;

use super::place::InSubaccount;
use engine::Cx;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .merge(destinations::routes())
        .merge(destination_files::routes())
        .merge(instances::routes())
        .merge(space_instances::routes())
        .merge(users::routes())
        .merge(role_collections::routes())
        .merge(trust::routes())
        .merge(accounts::routes())
        .merge(subscriptions::routes())
        .merge(spaces::routes())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfDestination {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Name of the destination; its case matters.
    name: String,
}
