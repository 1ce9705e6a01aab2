//! What can be exported, and where to.

use super::super::body::Asked;
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging;
use super::InSubaccount;
use ::wire::ropeway::content_agent as wire;
use axum::Json;
use axum::extract::Path;
use engine::Cx;
use engine::content::agent::resources::{Component, Resource};
use engine::content::page::agent::{self, Search, State};
use engine::content::rights::ReadContent;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(overview)).routes(routes!(list)).routes(routes!(dependencies))
}

/// What is looked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Options {
    /// In id or name, of a component as well, whatever its case.
    text: Option<String>,
    /// `Cloud Integration` or `Destination`.
    r#type: Option<String>,
    /// How many items at most: 50 unless it is said, 200 at most.
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Packages {
    /// Technical ids with commas between them, 20 at most.
    packages: String,
}

/// See how the Content Agent stands.
///
/// What can be exported, and which nodes take it: the tenant and transport management are asked.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/content-agent", operation_id = "readContentAgent",
    tag = "content agent", params(InSubaccount),
    responses((status = 200, description = "How it stands.", body = wire::ContentAgent), Problem))]
async fn overview(
    Here(cx, caller): Here<ReadContent>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<wire::ContentAgent>, Problem> {
    let agent::Overview { types, target, can } = agent::overview(&cx, &caller).await?;
    let (nodes, trouble) = match target.nodes {
        Ok(nodes) => (nodes, None),
        Err(trouble) => (Vec::new(), Some(trouble)),
    };
    let transport =
        wire::ExportTarget { destination: target.destination.to_owned(), node: target.node, nodes, trouble };
    let content_types = types.into_iter().map(state).collect();
    Ok(Json(wire::ContentAgent { content_types, transport, can: can::told(can) }))
}

fn state(State { content_type, destination, found }: State) -> wire::ContentTypeState {
    wire::ContentTypeState {
        r#type: content_type.to_owned(),
        destination: destination.map(str::to_owned),
        resources: found.as_ref().ok().copied(),
        trouble: found.err(),
    }
}

/// List content resources.
///
/// What can be exported out of the subaccount: integration packages and destinations, by type and id.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/content-agent/resources",
    operation_id = "listContentResources", tag = "content agent", params(InSubaccount, Options),
    responses((status = 200, description = "A page of them.", body = wire::ContentResourcePage), Problem))]
async fn list(
    Here(cx, caller): Here<ReadContent>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(asked): Asked<Options>,
) -> Result<Json<wire::ContentResourcePage>, Problem> {
    let kind = asked.r#type.filter(|kind| !kind.is_empty());
    let wish = Search {
        text: asked.text.unwrap_or_default(),
        kind: kind.map(|kind| agent::content_kind(&kind)).transpose()?,
        after: asked.after.unwrap_or_default(),
        limit: usize::try_from(paging::limit(asked.limit)?).unwrap_or_default(),
    };
    let agent::Page { items, next, trouble, can } = agent::resources(&cx, &caller, wish).await?;
    let items = items.into_iter().map(resource).collect();
    Ok(Json(wire::ContentResourcePage { items, next, trouble, can: can::told(can) }))
}

fn resource(found: Resource) -> wire::ContentResource {
    let sub_type = if found.content_type == "Destination" { "Destination" } else { "package" };
    wire::ContentResource {
        id: found.id,
        r#type: found.content_type.to_owned(),
        sub_type: sub_type.to_owned(),
        name: found.name,
        version: found.version,
        components: found.components.into_iter().map(component).collect(),
    }
}

fn component(found: Component) -> wire::ContentComponent {
    wire::ContentComponent {
        id: found.id,
        name: found.name,
        r#type: found.kind,
        version: found.version,
        exportable: found.exportable,
    }
}

/// Find what packages need of others.
///
/// Script collections and message mappings of other packages that artifacts of these refer to: they have to be in the
/// target, too. The packages are read as an export reads them.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/content-agent/dependencies",
    operation_id = "listContentDependencies", tag = "content agent", params(InSubaccount, Packages),
    responses((status = 200, description = "What was found.", body = wire::ContentDependencies), Problem))]
async fn dependencies(
    Here(cx, caller): Here<ReadContent>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(asked): Asked<Packages>,
) -> Result<Json<wire::ContentDependencies>, Problem> {
    let ids = asked.packages.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let agent::Dependencies { found, unread } = agent::dependencies(&cx, &caller, ids).await?;
    let one = |agent::Dependency { of, package, kind, artifact }| wire::ContentDependency {
        of,
        package,
        r#type: kind,
        artifact,
    };
    let unread = unread.into_iter().map(|(package, reason)| wire::UnreadPackage { package, reason }).collect();
    Ok(Json(wire::ContentDependencies { dependencies: found.into_iter().map(one).collect(), unread }))
}
