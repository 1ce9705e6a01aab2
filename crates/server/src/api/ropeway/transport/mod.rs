//! `…/subaccounts/{subaccount}/…`: transport management as the page shows it. The same rules as in `/tms`.

mod actions;
mod descriptors;
mod landscape;
mod nodes;
mod queue;
mod requests;
mod routes;
mod upload;
mod view;

use super::error::Problem;
use super::place::InSubaccount;
use engine::{Cx, Error};
use serde::Deserialize;
use std::str::FromStr;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .merge(landscape::routes())
        .merge(nodes::routes())
        .merge(descriptors::routes())
        .merge(routes::routes())
        .merge(queue::routes())
        .merge(upload::routes())
        .merge(requests::routes())
        .merge(actions::routes())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct One {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Its number.
    id: String,
}

impl One {
    fn id<T: FromStr<Err = model::BadId>>(&self) -> Result<T, Problem> {
        Ok(self.id.parse().map_err(Error::from)?)
    }
}
