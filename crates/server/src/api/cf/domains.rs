//! `/v3/domains`: the shared domain that all organizations have, and the internal one.

use super::error::{Problem, Result};
use super::orgs;
use super::query::{Asked, Key};
use super::view::{View, time};
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use engine::Cx;
use engine::cf::org;
use engine::cf::rights::CfRead;
use model::Time;
use uuid::Uuid;
use wire::cf::{Domain, DomainRelationships, List, Metadata};

const INTERNAL: &str = "apps.internal";
const INTERNAL_GUID: Uuid = Uuid::from_u128(0x5d0e_3a11_6c54_4b7a_9f00_0000_0000_0002);
const DEFAULT_GUID: Uuid = Uuid::from_u128(0x5d0e_3a11_6c54_4b7a_9f00_0000_0000_0001);

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/domains", get(list))
        .route("/domains/{guid}", get(read))
        .route("/organizations/{guid}/domains", get(of_org))
        .route("/organizations/{guid}/domains/default", get(default))
}

fn key(domain: &Domain) -> Key<'_> {
    Key { name: &domain.name, ..Key::none() }
}

fn domain(view: &View, guid: Uuid, name: &str, internal: bool) -> Domain {
    Domain {
        guid: guid.to_string(),
        created_at: time(Time(0)),
        updated_at: time(Time(0)),
        name: name.to_owned(),
        internal,
        router_group: None,
        supported_protocols: vec!["http".to_owned()],
        relationships: DomainRelationships::default(),
        metadata: Metadata::default(),
        links: view.links(&[("self", format!("/v3/domains/{guid}"))]),
    }
}

/// The default first.
fn all(cx: &Cx) -> Vec<Domain> {
    let view = View::of(cx);
    let name = cx.addresses().apps_domain();
    let mut all = vec![domain(&view, DEFAULT_GUID, &name, false)];
    if name != INTERNAL {
        all.push(domain(&view, INTERNAL_GUID, INTERNAL, true));
    }
    all
}

fn page(cx: &Cx, asked: Asked) -> Result<Json<List<Domain>>> {
    let query = asked.only(&["names", "guids", "organization_guids"])?;
    let mut domains = all(cx);
    // None of them belongs to an organization.
    let of_nobody = query.list("organization_guids").is_none();
    domains.retain(|domain| of_nobody && query.takes("names", &domain.name) && query.takes("guids", &domain.guid));
    query.cut_plain(&domains, key, Domain::clone).map(Json)
}

async fn list(At(cx, _): At<CfRead>, asked: Asked) -> Result<Json<List<Domain>>> {
    page(&cx, asked)
}

async fn read(At(cx, _): At<CfRead>, Path(guid): Path<String>) -> Result<Json<Domain>> {
    let found = all(&cx).into_iter().find(|domain| domain.guid == guid);
    found.map(Json).ok_or_else(|| Problem::not_found("Domain"))
}

async fn of_org(At(cx, caller): At<CfRead>, Path(guid): Path<String>, asked: Asked) -> Result<Json<List<Domain>>> {
    org::get(&cx, caller, orgs::guid(&guid)?).await?;
    page(&cx, asked)
}

async fn default(At(cx, caller): At<CfRead>, Path(guid): Path<String>) -> Result<Json<Domain>> {
    org::get(&cx, caller, orgs::guid(&guid)?).await?;
    all(&cx).into_iter().next().map(Json).ok_or_else(|| Problem::not_found("Domain"))
}
