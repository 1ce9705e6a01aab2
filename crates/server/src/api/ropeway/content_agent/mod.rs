//! `…/subaccounts/{subaccount}/content-agent`: what can be exported, exports, and how they went. The same rules as in
//! `/content-agent`.

mod activities;
mod export;
mod resources;

use super::place::InSubaccount;
use ::wire::ropeway::RequestPlace;
use engine::Cx;
use engine::content::place::Place;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().merge(resources::routes()).merge(export::routes()).merge(activities::routes())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfExport {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// The `activityId` of an export that was started.
    id: String,
}

/// Where a transport request is, as it is told.
pub(super) fn told(place: Place) -> RequestPlace {
    match place {
        Place::Here(subaccount) => RequestPlace { subaccount: Some(subaccount), host: None },
        Place::Elsewhere(host) => RequestPlace { subaccount: None, host: Some(host) },
    }
}
