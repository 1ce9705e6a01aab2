//! A space that archives are deployed to, entered by somebody who may.

use crate::caller::{Identity, Zone};
use crate::cf::rights;
use crate::cf::space::Space;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::person;
use crate::visit;
use model::account::ZoneKind;
use model::deploy_url::Target;
use model::{SpaceGuid, role};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The right to look at the deployments of a space.
#[derive(Debug, Clone)]
pub struct Reader(Place);

/// The right to deploy to a space.
#[derive(Debug, Clone)]
pub struct Deployer(Place);

#[derive(Debug, Clone)]
struct Place {
    space: Space,
    identity: Arc<Identity>,
}

impl Reader {
    /// The space.
    #[must_use]
    pub fn space(&self) -> &Space {
        &self.0.space
    }
}

impl Deployer {
    /// The space.
    #[must_use]
    pub fn space(&self) -> &Space {
        &self.0.space
    }

    /// Who deploys.
    #[must_use]
    pub fn actor(&self) -> &str {
        self.0.identity.actor()
    }

    /// Who may deploy may look.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader(self.0.clone())
    }
}

/// What a person with user name and password is, as a token of Cloud Foundry would say it.
///
/// # Errors
/// Unauthenticated, whatever is wrong.
pub async fn person(cx: &Cx, user: &str, password: &str) -> Result<Arc<Identity>> {
    let person = person::authenticate(cx, user, password).await?;
    let id = person.id;
    let administrator = cx
        .db
        .read(async move |tx| {
            let (kind, collection) = (ZoneKind::GlobalAccount, role::platform::GLOBAL_ADMINISTRATOR_RC);
            Ok::<_, Error>(store::role::holds_in_kind(tx, kind, id, collection).await?)
        })
        .await?;
    let identity = Arc::new(Identity {
        zone: Zone::CloudFoundry,
        zone_name: String::new(),
        client_id: "cf".to_owned(),
        person: Some(person),
        scopes: role::of_cloud_foundry(administrator).iter().map(|scope| (*scope).to_owned()).collect(),
        attributes: BTreeMap::new(),
        instance: None,
    });
    visit::called_by(&identity);
    Ok(identity)
}

/// Enters a space to look.
///
/// # Errors
/// Unauthenticated with a token of another service; not found: the space; forbidden: the role.
pub async fn read(cx: &Cx, identity: Arc<Identity>, target: Target) -> Result<Reader> {
    let (place, held) = enter(cx, identity, target).await?;
    if held.reads_deployments() {
        return Ok(Reader(place));
    }
    Err(missing_role(&place, "one of the roles Space Developer, Space Manager and Space Auditor"))
}

/// Enters a space to deploy.
///
/// # Errors
/// As [`read`].
pub async fn write(cx: &Cx, identity: Arc<Identity>, target: Target) -> Result<Deployer> {
    let (place, held) = enter(cx, identity, target).await?;
    if held.develops() { Ok(Deployer(place)) } else { Err(missing_role(&place, "the role Space Developer")) }
}

fn missing_role(place: &Place, role: &str) -> Error {
    let (actor, space) = (place.identity.actor(), &place.space.name);
    Error::forbidden(format!("Not authorized: '{actor}' needs {role} in space '{space}'"))
}

async fn enter(cx: &Cx, identity: Arc<Identity>, target: Target) -> Result<(Place, model::cf::Rights)> {
    if identity.zone != Zone::CloudFoundry {
        return Err(Error::unauthenticated("the token is none of Cloud Foundry's"));
    }
    cx.db
        .read(async move |tx| {
            let row = match &target {
                Target::Names { org, space } => store::space::find(tx, org, space).await?,
                Target::Space(guid) => store::space::get(tx, SpaceGuid(*guid)).await?,
            };
            let row = row.ok_or_else(|| not_found(&target))?;
            let held = rights::in_space(tx, &identity, &row).await?;
            Ok((Place { space: row, identity }, held))
        })
        .await
}

fn not_found(target: &Target) -> Error {
    Error::not_found(match target {
        Target::Names { org, space } => format!("There is no space '{space}' in an organization '{org}'"),
        Target::Space(guid) => format!("There is no space with GUID {guid}"),
    })
}
