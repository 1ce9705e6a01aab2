//! The global account and its subaccounts.

use super::error::{Problem, read};
use super::view::{self, Moment};
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, Query};
use bytes::Bytes;
use engine::Error;
use engine::farewell;
use engine::platform::account::{self, Changes, NewSubaccount};
use engine::platform::code;
use engine::platform::right::{ManageGlobalAccount, ViewGlobalAccount};
use http::StatusCode;
use model::SubaccountId;
use model::account::{LabelSelector, Production};
use serde::Deserialize;
use uuid::Uuid;
use wire::accounts as wire;

/// Whether the hierarchy is asked for.
#[derive(Debug, Deserialize)]
pub(super) struct Expand {
    expand: Option<bool>,
}

pub(super) async fn global(
    At(cx, caller): At<ViewGlobalAccount>,
    Query(query): Query<Expand>,
) -> Result<Json<wire::GlobalAccount>, Problem> {
    let (global, all) = account::list(&cx, caller).await?;
    let expanded = query.expand.unwrap_or(false).then_some(all.as_slice());
    Ok(Json(view::global(&global, expanded)))
}

/// Which subaccounts are asked for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Selection {
    #[serde(rename = "directoryGUID")]
    directory_guid: Option<String>,
    label_selector: Option<String>,
}

pub(super) async fn list(
    At(cx, caller): At<ViewGlobalAccount>,
    Query(query): Query<Selection>,
) -> Result<Json<wire::Subaccounts>, Problem> {
    let selector = query.label_selector.as_deref().map(LabelSelector::parse).transpose();
    let selector = selector.map_err(|bad| Problem::validation(bad.0))?.unwrap_or_default();
    let (global, all) = account::list(&cx, caller).await?;
    if let Some(directory) = query.directory_guid.filter(|guid| *guid != global.id.0.to_string()) {
        let missing = Error::not_found(format!("Directory {directory} not found"));
        return Err(missing.with_code(code::DIRECTORY_NOT_FOUND).into());
    }
    let chosen = all.iter().filter(|one| selector.matches(&one.labels));
    let value = chosen.map(|one| view::subaccount(&global, one, Moment::Listed)).collect();
    Ok(Json(wire::Subaccounts { value }))
}

pub(super) async fn create(
    At(cx, caller): At<ManageGlobalAccount>,
    body: Bytes,
) -> Result<(StatusCode, Json<wire::Subaccount>), Problem> {
    let new = new_subaccount(read(&body)?)?;
    let (global, made, job) = account::create(&cx, caller, new).await?;
    Ok((StatusCode::CREATED, Json(view::subaccount(&global, &made, Moment::Started(job)))))
}

fn new_subaccount(given: wire::CreateSubaccount) -> Result<NewSubaccount, Problem> {
    let parent = given.parent_guid.or(given.directory_id).filter(|guid| !guid.is_empty());
    Ok(NewSubaccount {
        name: given.display_name,
        region: given.region,
        subdomain: given.subdomain.filter(|subdomain| !subdomain.is_empty()),
        parent: parent.map(|guid| parse_parent(&guid)).transpose()?,
        description: given.description.unwrap_or_default(),
        beta: given.beta_enabled.unwrap_or(false),
        production: production(given.used_for_production.as_deref())?.unwrap_or_default(),
        labels: given.labels.unwrap_or_default(),
        admins: given.subaccount_admins,
    })
}

fn parse_parent(guid: &str) -> Result<Uuid, Problem> {
    let missing = || Error::not_found(format!("Directory {guid} not found")).with_code(code::DIRECTORY_NOT_FOUND);
    Ok(Uuid::parse_str(guid).map_err(|_| missing())?)
}

fn production(given: Option<&str>) -> Result<Option<Production>, Problem> {
    given.map(Production::parse).transpose().map_err(|e| Problem::validation(e.to_string()))
}

/// A GUID of another form never existed.
pub(super) fn parse(guid: &str) -> Result<SubaccountId, Problem> {
    let missing = || Error::not_found(format!("Subaccount {guid} not found")).with_code(code::SUBACCOUNT_NOT_FOUND);
    Ok(guid.parse().map_err(|_| missing())?)
}

pub(super) async fn get(
    At(cx, caller): At<ViewGlobalAccount>,
    Path(guid): Path<String>,
) -> Result<Json<wire::Subaccount>, Problem> {
    let (global, one) = account::get(&cx, caller, parse(&guid)?).await?;
    Ok(Json(view::subaccount(&global, &one, Moment::Single)))
}

pub(super) async fn update(
    At(cx, caller): At<ManageGlobalAccount>,
    Path(guid): Path<String>,
    body: Bytes,
) -> Result<Json<wire::Subaccount>, Problem> {
    let given: wire::UpdateSubaccount = read(&body)?;
    let changes = Changes {
        name: given.display_name,
        description: given.description,
        beta: given.beta_enabled,
        production: production(given.used_for_production.as_deref())?,
        labels: given.labels,
    };
    let (global, one) = account::update(&cx, caller, parse(&guid)?, changes).await?;
    Ok(Json(view::subaccount(&global, &one, Moment::Updated)))
}

/// Whether what is in it goes, too.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Force {
    force_delete: Option<bool>,
}

pub(super) async fn delete(
    At(cx, caller): At<ManageGlobalAccount>,
    Path(guid): Path<String>,
    Query(query): Query<Force>,
) -> Result<Json<wire::Subaccount>, Problem> {
    let force = query.force_delete.unwrap_or(false);
    let (global, gone, job) = farewell::delete_subaccount(&cx, caller, parse(&guid)?, force).await?;
    Ok(Json(view::subaccount(&global, &gone, Moment::Deleting(job))))
}
