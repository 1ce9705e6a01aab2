//! The rights of this area. Their scopes have no application's prefix, so they are compared whole.

use super::zone::{Realm, ZoneRow};
use crate::caller::{Caller, Identity, Permission, Zone};
use crate::error::{Error, Result};
use model::role::platform;

/// A right that is one unprefixed scope.
macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident => $scope:expr),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl Permission for $name {
            fn check(identity: &Identity) -> Result<()> {
                needs(identity, $scope)
            }
        }
    )*};
}

rights! {
    /// See roles and role collections of a zone.
    ReadRoles => platform::AUTHORIZATION_READ,
    /// Change them.
    WriteRoles => platform::AUTHORIZATION_WRITE,
    /// See the users of a zone.
    ReadUsers => platform::USER_READ,
    /// Make users known to the zone, or make it forget them.
    WriteUsers => platform::USER_WRITE,
    /// See who has which role collection.
    ReadAssignments => platform::USER_READ,
    /// Give role collections to users.
    AssignRoles => platform::USER_WRITE,
    /// See all people.
    ReadPeople => "scim.read",
    /// Make people, with passwords.
    WritePeople => "scim.write",
}

/// Somebody who logged in, whatever he may do.
#[derive(Debug)]
pub struct LoggedIn;

impl Permission for LoggedIn {
    fn check(_: &Identity) -> Result<()> {
        Ok(())
    }
}

/// Somebody who may look at sessions: his own, if nothing more.
#[derive(Debug)]
pub struct OfSessions;

impl Permission for OfSessions {
    fn check(identity: &Identity) -> Result<()> {
        match identity.person {
            Some(_) => Ok(()),
            None => Err(Error::forbidden("a client has no sessions; use a person's token")),
        }
    }
}

fn needs(identity: &Identity, scope: &str) -> Result<()> {
    match identity.scopes.iter().any(|held| held == scope) {
        true => Ok(()),
        false => Err(Error::forbidden(format!("Insufficient scope for this resource: {scope} is needed"))
            .with_code("insufficient_scope")),
    }
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
