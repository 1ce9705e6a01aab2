//! Switches of a space, and the isolation segments of spaces and organizations, of which there are none.

use super::error::{Body, Problem, Result};
use super::{orgs, spaces};
use crate::auth::At;
use axum::extract::Path;
use axum::routing::get;
use axum::{Json, Router};
use engine::Cx;
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::{org, space};
use wire::cf::{FeatureRequest, RequestToOne, SpaceFeature, SpaceFeatures, ToOne};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/spaces/{guid}/features", get(list))
        .route("/spaces/{guid}/features/{name}", get(read).patch(set))
        .route("/spaces/{guid}/relationships/isolation_segment", get(of_space).patch(isolate_space))
        .route("/organizations/{guid}/relationships/default_isolation_segment", get(of_org).patch(isolate_org))
}

const SSH: &str = "ssh";

fn ssh(enabled: bool) -> SpaceFeature {
    let (name, description) = (SSH.to_owned(), "Enable SSHing into apps in the space.".to_owned());
    SpaceFeature { name, description, enabled }
}

fn known(name: &str) -> Result<()> {
    if name == SSH { Ok(()) } else { Err(Problem::not_found("Feature")) }
}

async fn list(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<SpaceFeatures>> {
    let enabled = space::allows_ssh(&cx, caller, spaces::guid(&text)?).await?;
    Ok(Json(SpaceFeatures { features: vec![ssh(enabled)] }))
}

async fn read(At(cx, caller): At<CfRead>, Path((text, name)): Path<(String, String)>) -> Result<Json<SpaceFeature>> {
    let enabled = space::allows_ssh(&cx, caller, spaces::guid(&text)?).await?;
    known(&name)?;
    Ok(Json(ssh(enabled)))
}

async fn set(
    At(cx, caller): At<CfWrite>,
    Path((text, name)): Path<(String, String)>,
    body: Body<FeatureRequest>,
) -> Result<Json<SpaceFeature>> {
    known(&name)?;
    let enabled = body.only(&["enabled"])?.enabled;
    let enabled = enabled.ok_or_else(|| Problem::unprocessable("Enabled must be a boolean"))?;
    space::allow_ssh(&cx, caller, spaces::guid(&text)?, enabled).await?;
    Ok(Json(ssh(enabled)))
}

async fn of_space(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<ToOne>> {
    space::get(&cx, caller, spaces::guid(&text)?).await?;
    Ok(Json(ToOne::default()))
}

async fn of_org(At(cx, caller): At<CfRead>, Path(text): Path<String>) -> Result<Json<ToOne>> {
    org::get(&cx, caller, orgs::guid(&text)?).await?;
    Ok(Json(ToOne::default()))
}

/// The segment that is meant; null, or no GUID, takes away the one that is there.
fn segment(body: Body<RequestToOne>) -> Result<Option<String>> {
    Ok(body.only(&["data"])?.data.and_then(|data| data.guid).filter(|guid| !guid.is_empty()))
}

async fn isolate_space(
    At(cx, caller): At<CfWrite>,
    Path(text): Path<String>,
    body: Body<RequestToOne>,
) -> Result<Json<ToOne>> {
    space::isolate(&cx, caller, spaces::guid(&text)?, segment(body)?).await?;
    Ok(Json(ToOne::default()))
}

async fn isolate_org(
    At(cx, caller): At<CfWrite>,
    Path(text): Path<String>,
    body: Body<RequestToOne>,
) -> Result<Json<ToOne>> {
    org::isolate(&cx, caller, orgs::guid(&text)?, segment(body)?).await?;
    Ok(Json(ToOne::default()))
}
