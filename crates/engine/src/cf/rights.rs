//! Who may call Cloud Foundry, and what roles allow there.
//!
//! A token of `/cf-uaa` opens the door; what is behind it depends on the caller's roles in organizations and spaces.
//! Somebody without a role does not see that a thing is there.

use crate::caller::{Identity, rights};
use crate::error::{Error, Result};
use model::cf::{Rights, RoleKind};
use model::role::platform::{CF_ADMIN, CF_READ, CF_REFUSAL, CF_WRITE, cloud_foundry};
use model::{OrgGuid, SpaceGuid};
use store::Tx;
use store::org::Org;
use store::space::Space;

rights! {
    /// Asking Cloud Foundry.
    CfRead => cloud_foundry(&[CF_READ, CF_ADMIN]),
    /// Changing something in Cloud Foundry.
    CfWrite => cloud_foundry(&[CF_WRITE, CF_ADMIN]),
}

/// Whether all of Cloud Foundry is the caller's.
#[must_use]
pub fn is_admin(identity: &Identity) -> bool {
    identity.scopes.iter().any(|held| held == CF_ADMIN)
}

/// The one refusal for a right that is missing.
#[must_use]
pub fn not_authorized() -> Error {
    Error::forbidden(CF_REFUSAL)
}

/// By which id roles are held: the person's, or the client's.
#[must_use]
pub fn holder(identity: &Identity) -> String {
    identity.person.as_ref().map_or_else(|| identity.client_id.clone(), |person| person.id.text())
}

/// Whose roles say what is seen; nobody's, where all of Cloud Foundry is the caller's.
pub(crate) fn viewer(identity: &Identity) -> Option<String> {
    (!is_admin(identity)).then(|| holder(identity))
}

fn rights(identity: &Identity, roles: Vec<RoleKind>) -> Rights {
    Rights { admin: is_admin(identity), roles }
}

/// What the caller may do in an organization.
pub(crate) async fn in_org(tx: &mut Tx, identity: &Identity, org: OrgGuid) -> Result<Rights> {
    Ok(rights(identity, store::cf_role::in_org(tx, &holder(identity), org).await?))
}

/// What the caller may do in a space.
pub(crate) async fn in_space(tx: &mut Tx, identity: &Identity, space: &Space) -> Result<Rights> {
    Ok(rights(identity, store::cf_role::in_space(tx, &holder(identity), space.id, space.org).await?))
}

/// An organization that the caller sees.
pub(crate) async fn visible_org(tx: &mut Tx, identity: &Identity, guid: OrgGuid) -> Result<Org> {
    let row = store::org::get(tx, guid).await?;
    let row = row.ok_or_else(|| Error::not_found("Organization not found"))?;
    if is_admin(identity) || sees_org(tx, identity, guid).await? {
        return Ok(row);
    }
    Err(Error::not_found("Organization not found"))
}

async fn sees_org(tx: &mut Tx, identity: &Identity, org: OrgGuid) -> Result<bool> {
    let held = store::cf_role::of_holder(tx, &holder(identity)).await?;
    Ok(held.iter().any(|role| role.org == org))
}

/// A space that the caller sees, and what it may do there.
pub(crate) async fn visible_space(tx: &mut Tx, identity: &Identity, guid: SpaceGuid) -> Result<(Space, Rights)> {
    let missing = || Error::not_found("Space not found");
    let row = store::space::get(tx, guid).await?.ok_or_else(missing)?;
    let rights = in_space(tx, identity, &row).await?;
    if rights.sees_space() { Ok((row, rights)) } else { Err(missing()) }
}
