//! `…/cloud-foundry/…`: organizations, spaces, and who may do what there.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::PageOptions;
use ::wire::ropeway::cockpit::{services::Ordered, spaces as wire};
use axum::Json;
use axum::extract::Path;
use engine::cf::metadata::Metadata;
use engine::cf::overview::{self, OrgSeen, SpaceSeen};
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::role::{self, NewRole};
use engine::cf::user::Meant;
use engine::cf::{async_call, space};
use engine::{Cx, Error};
use http::StatusCode;
use model::cf::RoleKind;
use model::{CfRoleGuid, OrgGuid, SpaceGuid, SubaccountId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .routes(routes!(create))
        .routes(routes!(delete))
        .routes(routes!(members, give))
        .routes(routes!(take))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Whose {
    /// GUID of the subaccount.
    subaccount_id: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct InOrg {
    /// GUID of the organization.
    org: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfSpace {
    /// GUID of the space.
    space: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfRole {
    /// GUID of the role.
    id: String,
}

fn org_id(text: &str) -> Result<OrgGuid, Error> {
    text.parse().map_err(|_| Error::not_found("Organization not found"))
}

fn space_id(text: &str) -> Result<SpaceGuid, Error> {
    text.parse().map_err(|_| Error::not_found("Space not found"))
}

/// List organizations of a subaccount.
///
/// Those that the caller sees, with the spaces that he sees.
#[utoipa::path(get, path = "/api/v1/cloud-foundry/organizations", operation_id = "listOrganizations", tag = "spaces",
    params(Whose),
    responses((status = 200, description = "The organizations.", body = Vec<wire::Organization>), Problem))]
async fn list(
    Here(cx, caller): Here<CfRead>,
    Asked(Whose { subaccount_id }): Asked<Whose>,
) -> Result<Json<Vec<wire::Organization>>, Problem> {
    let id: SubaccountId = subaccount_id.parse().map_err(Error::from)?;
    let found = overview::of_subaccount(&cx, caller, id).await?;
    let base = cx.addresses().deploy_service();
    Ok(Json(found.into_iter().map(|org| organization(org, &base)).collect()))
}

/// Make a space.
#[utoipa::path(post, path = "/api/v1/cloud-foundry/organizations/{org}/spaces", operation_id = "createSpace",
    tag = "spaces", params(InOrg), request_body = wire::NewSpace,
    responses((status = 201, description = "The space.", body = wire::Space), Problem))]
async fn create(
    Here(cx, caller): Here<CfWrite>,
    Path(InOrg { org }): Path<InOrg>,
    Sent(wire::NewSpace { name }): Sent<wire::NewSpace>,
) -> Result<(StatusCode, Json<wire::Space>), Problem> {
    let made = space::create(&cx, caller.clone(), org_id(&org)?, name, Metadata::default()).await?;
    let can = overview::space(&cx, engine::Caller::new(caller.shared())?, made.id).await?;
    Ok((StatusCode::CREATED, Json(space_view(SpaceSeen { space: made, can }, &cx.addresses().deploy_service()))))
}

/// Delete a space.
///
/// With everything that is in it.
#[utoipa::path(delete, path = "/api/v1/cloud-foundry/spaces/{space}", operation_id = "deleteSpace", tag = "spaces",
    params(OfSpace),
    responses((status = 202, description = "It is being deleted.", body = Ordered), Problem))]
async fn delete(
    Here(cx, caller): Here<CfWrite>,
    Path(OfSpace { space }): Path<OfSpace>,
) -> Result<(StatusCode, Json<Ordered>), Problem> {
    let job = async_call::delete_space(&cx, caller, space_id(&space)?).await?;
    Ok((StatusCode::ACCEPTED, Json(Ordered { job: job.to_string() })))
}

/// List members of an organization.
///
/// Each role in it and in its spaces, by the name of its holder and the role.
#[utoipa::path(get, path = "/api/v1/cloud-foundry/organizations/{org}/members", operation_id = "listMembers",
    tag = "spaces", params(InOrg, PageOptions),
    responses((status = 200, description = "A page of roles.", body = wire::MembershipPage), Problem))]
async fn members(
    Here(cx, caller): Here<CfRead>,
    Path(InOrg { org }): Path<InOrg>,
    Asked(page): Asked<PageOptions>,
) -> Result<Json<wire::MembershipPage>, Problem> {
    let limit = page.limit()?;
    let after = match page.after.as_deref().filter(|text| !text.is_empty()) {
        None => <(String, String, String)>::default(),
        Some(text) => match text.splitn(3, ' ').collect::<Vec<_>>()[..] {
            [id, kind, name] => (name.to_owned(), kind.to_owned(), id.to_owned()),
            _ => return Err(Error::invalid("after must be the next of the page before").into()),
        },
    };
    let found = overview::members(&cx, caller, org_id(&org)?, after, limit).await?;
    let is_full = i64::try_from(found.len()).is_ok_and(|count| count >= limit);
    let next =
        found.last().filter(|_| is_full).map(|last| format!("{} {} {}", last.id.text(), last.kind.word(), last.name));
    Ok(Json(wire::MembershipPage { items: found.into_iter().map(membership).collect(), next }))
}

/// Give a role in an organization or one of its spaces.
///
/// Who is to have a role in a space must be a user of the organization first.
#[utoipa::path(post, path = "/api/v1/cloud-foundry/organizations/{org}/members", operation_id = "giveMembership",
    tag = "spaces", params(InOrg), request_body = wire::NewMembership,
    responses((status = 201, description = "The role.", body = wire::Membership), Problem))]
async fn give(
    Here(cx, caller): Here<CfWrite>,
    Path(InOrg { org }): Path<InOrg>,
    Sent(sent): Sent<wire::NewMembership>,
) -> Result<(StatusCode, Json<wire::Membership>), Problem> {
    let (org, user) = (org_id(&org)?, sent.user);
    let kind: RoleKind = sent.role.parse().map_err(|_| unknown(&sent.role))?;
    let target = match (kind.is_in_space(), &sent.space) {
        (true, Some(space)) => space_id(space)?.0,
        (false, None) => org.0,
        (true, None) => return Err(Error::invalid("a role of spaces needs the field 'space'").into()),
        (false, Some(_)) => return Err(Error::invalid("a role of organizations has no 'space'; leave it out").into()),
    };
    let meant = Meant::Name { name: user.clone(), origin: None };
    let made = role::create(&cx, caller, NewRole { kind, user: meant, target }).await?;
    let space = made.space().map(SpaceGuid::text);
    let told = wire::Membership { id: made.id.text(), user, role: kind.word().to_owned(), space };
    Ok((StatusCode::CREATED, Json(told)))
}

fn unknown(role: &str) -> Error {
    Error::invalid(format!("there is no role '{role}'; roles are organization_manager, space_developer and so on"))
}

/// Take a role away.
#[utoipa::path(delete, path = "/api/v1/cloud-foundry/roles/{id}", operation_id = "takeMembership", tag = "spaces",
    params(OfRole),
    responses((status = 204, description = "It is gone."), Problem))]
async fn take(Here(cx, caller): Here<CfWrite>, Path(OfRole { id }): Path<OfRole>) -> Result<StatusCode, Problem> {
    let id: CfRoleGuid = id.parse().map_err(|_| Error::not_found("Role not found"))?;
    async_call::delete_role(&cx, caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn organization(of: OrgSeen, base: &str) -> wire::Organization {
    wire::Organization {
        id: of.org.id.text(),
        name: of.org.name,
        spaces: of.spaces.into_iter().map(|space| space_view(space, base)).collect(),
        can: can::told(of.can),
    }
}

fn space_view(of: SpaceSeen, base: &str) -> wire::Space {
    wire::Space {
        deploy_url: format!("{base}/slprot/{}/slp", of.space.id),
        id: of.space.id.text(),
        name: of.space.name,
        created_at: of.space.created_at.rfc3339_millis(),
        can: can::told(of.can),
    }
}

fn membership(of: overview::Membership) -> wire::Membership {
    let space = of.kind.is_in_space().then(|| of.target.to_string());
    wire::Membership { id: of.id.text(), user: of.name, role: of.kind.word().to_owned(), space }
}
