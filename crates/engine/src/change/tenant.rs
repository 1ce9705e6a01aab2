//! Whose data a call is about, and what the caller may do there.

use crate::audit::{self, Event};
use crate::caller::{Caller, Identity, Permission};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::subscription;
use model::feature::right::{Place, Powers};
use model::role::alm;
use model::{SubaccountId, Time};
use serde_json::Value;
use store::Tx;
use store::project::Project;

/// Demands that the tenant in the URL is the token's own, and that it exists.
///
/// # Errors
/// Forbidden for another tenant than the token's; not found without a subscription.
pub async fn enter(tx: &mut Tx, identity: &Identity, tenant: &str) -> Result<SubaccountId> {
    let subaccount = identity.subaccount()?;
    if !tenant.eq_ignore_ascii_case(&identity.zone_name) && !tenant.eq_ignore_ascii_case(&subaccount.text()) {
        return Err(Error::forbidden(format!("the token belongs to another tenant than '{tenant}'")));
    }
    if subscription::is_active(tx, subaccount, subscription::CLOUD_ALM).await? {
        return Ok(subaccount);
    }
    Err(Error::not_found(format!("the subaccount '{tenant}' is not subscribed to SAP Cloud ALM")))
}

/// What somebody may do in a project, given the place in its team.
pub(super) fn powers(identity: &Identity, project: &Project, place: Option<Place>) -> Powers {
    let has = |scope: &str| identity.has_scope(alm::APPS, scope);
    match identity.person {
        Some(_) => Powers::of_person(has, project.access, place),
        None => Powers::of_machine(project.access, has(alm::PROJECTS_PRIVATE_READ)),
    }
}

/// The same, with the place looked up.
pub(super) async fn powers_in(tx: &mut Tx, identity: &Identity, project: &Project) -> Result<Powers> {
    let member = match &identity.person {
        Some(person) => store::project::member(tx, project.id, &person.name).await?,
        None => None,
    };
    Ok(powers(identity, project, member.map(|member| member.place)))
}

/// Writes the audit row of a change by somebody.
pub(super) async fn audited(
    tx: &mut Tx,
    identity: &Identity,
    event: &'static str,
    object: String,
    detail: Value,
    now: Time,
) -> Result<()> {
    let subaccount = identity.subaccount()?.text();
    audit::record(tx, now, Event { actor: identity.actor().to_owned(), subaccount, event, object, detail }).await
}

/// Demands the same of a caller who asks for what is alike in all tenants.
///
/// # Errors
/// As [`enter`].
pub async fn visit<P: Permission>(cx: &Cx, caller: Caller<P>, tenant: &str) -> Result<()> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db.read(async move |tx| enter(tx, &identity, &tenant).await.map(drop)).await
}
