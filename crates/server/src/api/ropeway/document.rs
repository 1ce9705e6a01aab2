//! `GET /api/v1/openapi.json`: the description of this API, for people and for generators of clients.
//!
//! It is built from the router itself ([`super::documented`]), so that a route without a description cannot be.

use axum::Json;
use axum::extract::State;
use engine::Cx;
use std::sync::LazyLock;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{OpenApi as Document, Server};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What stands at the beginning; the routes bring the rest.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Ropeway",
        description = "What Ropeway offers beside the protocols of the services that it stands for: the steps of the \
            guide that have no public API. Times are RFC 3339 in UTC. A refusal is always \
            `{\"error\":{\"code\":…,\"message\":…}}`; the code is stable, the message says what is wrong and what to do.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    security(("bearer" = []), ("session" = [])),
    tags(
        (name = "alm", description = "Cloud ALM: projects, features and their transports."),
        (name = "tenants", description = "Cloud Integration tenants: settings, checks and the transport of packages."),
        (name = "integration", description = "Cloud Integration tenants: packages, artifacts, and what runs of them."),
        (name = "destinations", description = "Destinations of a subaccount."),
        (name = "services", description = "Service instances and keys, of a subaccount and of its spaces."),
        (name = "accounts", description = "The global account: subaccounts, entitlements; subscriptions and environments."),
        (name = "spaces", description = "Cloud Foundry: organizations, spaces and their members."),
        (name = "content agent", description = "The Content Agent of a subaccount: what can be exported, exports and their logs."),
        (name = "users", description = "Users and role collections of a subaccount."),
        (name = "trust", description = "The identity providers that people come from."),
        (name = "people", description = "People: making them, where they are logged in, and ending it."),
        (name = "transport", description = "Transport management: nodes, routes, queues, requests, actions."),
        (name = "events", description = "What changes, as it changes."),
        (name = "guide", description = "How far the installation is with the guide."),
        (name = "session", description = "The session of the page."),
        (name = "description", description = "This document."),
    ),
    components(schemas(wire::ropeway::ErrorBody)),
    modifiers(&Bearer)
)]
struct Head;

/// How a caller says who it is.
struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut Document) {
        let mut scheme = Http::new(HttpAuthScheme::Bearer);
        scheme.bearer_format = Some("JWT".to_owned());
        scheme.description = Some(
            "A person's token of the subaccount's zone: `POST /uaa/{subdomain}/oauth/token` with client `ropeway`, \
             an empty secret, `grant_type=password`, `username` and `password`."
                .to_owned(),
        );
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
        let mut session = ApiKeyValue::new("ropeway_session");
        session.description = Some(
            "The cookie of the page, set by `/sign-in` (`__Host-ropeway_session` over HTTPS). What changes something \
             also needs the header `X-CSRF-Token` with the `csrfToken` of `GET /api/v1/session`."
                .to_owned(),
        );
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(session)));
    }
}

/// A router that only describes itself yet.
pub(super) fn head() -> OpenApiRouter<Cx> {
    let mut document = Head::openapi();
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    OpenApiRouter::with_openapi(document).routes(routes!(show))
}

/// The document, without an address: paths are absolute.
#[must_use]
pub fn document() -> &'static Document {
    static DOCUMENT: LazyLock<Document> = LazyLock::new(|| super::documented().into_openapi());
    &DOCUMENT
}

/// Describe this API.
///
/// The OpenAPI document that you are reading, with the address of this server.
#[utoipa::path(get, path = "/api/v1/openapi.json", operation_id = "describe", tag = "description", security(()),
    responses((status = 200, description = "An OpenAPI document.", body = Object)))]
async fn show(State(cx): State<Cx>) -> Json<Document> {
    let mut document = document().clone();
    document.servers = Some(vec![Server::new(cx.addresses().public())]);
    Json(document)
}
