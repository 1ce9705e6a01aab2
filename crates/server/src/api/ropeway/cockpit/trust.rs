//! `…/subaccounts/{subaccount}/trust`: the identity providers that people come from. They are configured; here it is seen how
//! they are, and what their groups give.

use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::InSubaccount;
use super::users::zone_of;
use ::wire::ropeway::cockpit::trust as wire;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::identity::rights::{ReadUsers, WriteUsers};
use engine::identity::trust::check::{self, Outcome, Step};
use engine::identity::trust::overview::{self, Given, Trusted};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(list)).routes(routes!(read)).routes(routes!(look))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfProvider {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Its key.
    origin: String,
}

/// See the trust configuration.
///
/// The identity providers that are trusted besides the default one, with what their groups give in the subaccount.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/trust", operation_id = "readTrust", tag = "trust",
    params(InSubaccount),
    responses((status = 200, description = "The trust configuration.", body = wire::TrustConfiguration), Problem))]
async fn list(
    Here(cx, caller): Here<ReadUsers>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<wire::TrustConfiguration>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let may = caller.may::<WriteUsers>();
    let found = overview::list(&cx, caller, &zone).await?;
    let providers = found.into_iter().map(|one| shown(one, may.clone())).collect();
    Ok(Json(wire::TrustConfiguration { password_sign_in: cx.settings.password_form, providers }))
}

/// See an identity provider.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/trust/{origin}", operation_id = "readIdentityProvider",
    tag = "trust", params(OfProvider),
    responses((status = 200, description = "The identity provider.", body = wire::IdentityProvider), Problem))]
async fn read(
    Here(cx, caller): Here<ReadUsers>,
    Path(OfProvider { origin, .. }): Path<OfProvider>,
) -> Result<Json<wire::IdentityProvider>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let may = caller.may::<WriteUsers>();
    Ok(Json(shown(overview::one(&cx, caller, &zone, &origin).await?, may)))
}

/// Check an identity provider.
///
/// Asks it for its metadata and its keys, and whether it takes the client; each step with what to do about it.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/trust/{origin}/check",
    operation_id = "checkIdentityProvider", tag = "trust", params(OfProvider),
    responses((status = 200, description = "What came of it.", body = wire::TrustCheck), Problem))]
async fn look(
    Here(cx, caller): Here<WriteUsers>,
    Path(OfProvider { origin, .. }): Path<OfProvider>,
) -> Result<Json<wire::TrustCheck>, Problem> {
    let zone = zone_of(&cx, &caller).await?;
    let steps = check::check(&cx, caller, &zone, &origin).await?;
    Ok(Json(wire::TrustCheck { steps: steps.into_iter().map(step).collect() }))
}

fn shown(one: Trusted, may: Result<(), String>) -> wire::IdentityProvider {
    let Trusted { provider, redirect_uri, fetched, failure, mappings } = one;
    let state = match (&failure, &fetched) {
        (Some(_), _) => wire::ProviderState::Failed,
        (None, Some(_)) => wire::ProviderState::Active,
        (None, None) => wire::ProviderState::Unknown,
    };
    let mapping =
        |Given { group, collection, exists }| wire::RoleMapping { group, role_collection: collection, exists };
    wire::IdentityProvider {
        origin: provider.origin,
        name: provider.display_name,
        protocol: "OpenID Connect".to_owned(),
        issuer: provider.issuer,
        client_id: provider.client_id,
        redirect_uri,
        scopes: provider.scopes,
        user_name_claim: provider.user_name_claim.unwrap_or_default(),
        groups_claim: provider.groups_claim,
        state,
        keys: fetched.map(|(_, keys)| keys as u64),
        fetched_at: fetched.map(|(at, _)| at.rfc3339_millis()),
        problem: failure.map(|(_, text)| text),
        mappings: mappings.into_iter().map(mapping).collect(),
        can: can::told(vec![("check", may)]),
    }
}

fn step(Step { name, outcome, text, fix }: Step) -> wire::TrustStep {
    let severity = match outcome {
        Outcome::Good => "success",
        Outcome::Doubtful => "warning",
        Outcome::Bad => "error",
    };
    wire::TrustStep { name: name.to_owned(), severity: severity.to_owned(), text, fix }
}
