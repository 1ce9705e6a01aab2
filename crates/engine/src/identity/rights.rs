//! The rights of this area. Their scopes have no application's prefix, so they are compared whole.

use super::zone::{Realm, ZoneRow};
use crate::caller::{Caller, Zone, rights};
use crate::error::{Error, Result};
use model::role::platform::{
    AUTHORIZATION_READ, AUTHORIZATION_WRITE, PEOPLE_READ, PEOPLE_WRITE, USER_READ, USER_WRITE, token_service,
};
use model::role::{Holder, right::ANYBODY};

rights! {
    /// See roles and role collections of a zone.
    ReadRoles => token_service(&[AUTHORIZATION_READ]),
    /// Change them.
    WriteRoles => token_service(&[AUTHORIZATION_WRITE]),
    /// See the users of a zone.
    ReadUsers => token_service(&[USER_READ]),
    /// Make users known to the zone, or make it forget them.
    WriteUsers => token_service(&[USER_WRITE]),
    /// See who has which role collection.
    ReadAssignments => token_service(&[USER_READ]),
    /// Give role collections to users.
    AssignRoles => token_service(&[USER_WRITE]),
    /// See all people.
    ReadPeople => token_service(&[PEOPLE_READ]),
    /// Make people, with passwords.
    WritePeople => token_service(&[PEOPLE_WRITE]),
    /// Make people, with passwords, from where Cloud Foundry has its people.
    MakePeople => token_service(&[PEOPLE_WRITE])
        .of(Holder::OfCloudFoundry("people are made with a token of Cloud Foundry; get one at /cf-uaa/oauth/token")),
    /// Somebody who logged in, whatever he may do.
    LoggedIn => ANYBODY,
    /// Somebody who may look at sessions: his own, if nothing more.
    OfSessions => ANYBODY.of(Holder::Person("a client has no sessions; use a person's token")),
}

/// A token is good for its own zone only.
pub(super) fn in_zone<P>(caller: &Caller<P>, zone: &ZoneRow) -> Result<()> {
    let own = match caller.identity().zone {
        Zone::Subaccount(id) => zone.id == id.into(),
        Zone::GlobalAccount(id) => zone.id == id.into(),
        Zone::CloudFoundry => false,
    };
    match own {
        true => Ok(()),
        false => Err(Error::forbidden(format!("this token is not one of the subdomain '{}'", zone.name))
            .with_code("access_denied")),
    }
}

/// As [`in_zone`], where Cloud Foundry's own zone is possible, too.
pub(super) fn in_realm<P>(caller: &Caller<P>, realm: &Realm) -> Result<()> {
    match realm {
        Realm::Zone(zone) => in_zone(caller, zone),
        Realm::CloudFoundry if caller.identity().zone == Zone::CloudFoundry => Ok(()),
        Realm::CloudFoundry => {
            Err(Error::forbidden("this token is not one of Cloud Foundry").with_code("access_denied"))
        }
    }
}
