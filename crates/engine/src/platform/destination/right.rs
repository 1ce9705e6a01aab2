//! Who may do what with destinations. Either level has rights of its own.

use super::Owner;
use crate::caller::{Identity, Permission};
use crate::error::{Error, Result};
use model::destination::Level;
use model::role::App;
use model::role::platform::{
    DESTINATION_ADMIN, DESTINATION_ADMIN_INSTANCE, DESTINATION_VIEW, DESTINATION_VIEW_INSTANCE,
};

/// See the subaccount's destinations.
#[derive(Debug)]
pub struct ReadSubaccount;
/// Change the subaccount's destinations.
#[derive(Debug)]
pub struct WriteSubaccount;
/// See the destinations of one's own service instance.
#[derive(Debug)]
pub struct ReadInstance;
/// Change the destinations of one's own service instance.
#[derive(Debug)]
pub struct WriteInstance;
/// Find a destination on any level, with its secrets and a token: for the clients of service instances.
#[derive(Debug)]
pub struct Find;
/// Try the connection of a destination.
#[derive(Debug)]
pub struct Check;

/// A right that is about one level.
pub trait AtLevel: Permission {
    /// The level that this caller means.
    ///
    /// # Errors
    /// Forbidden, when the token belongs to no subaccount, or to no service instance.
    fn owner(identity: &Identity) -> Result<Owner>;
}

fn demand(identity: &Identity, scope: &str) -> Result<()> {
    let app = App::Destination;
    if identity.has_scope(&[app.name()], scope) {
        return Ok(());
    }
    Err(Error::forbidden(format!("the scope {}.{scope} is missing", app.id())))
}

fn of_subaccount(identity: &Identity) -> Result<Owner> {
    Ok(Owner { subaccount: identity.subaccount()?, level: Level::Subaccount })
}

fn of_instance(identity: &Identity) -> Result<Owner> {
    let id = identity.instance.ok_or_else(|| {
        Error::forbidden("this token belongs to no service instance; use a token of the instance's own client")
    })?;
    Ok(Owner { subaccount: identity.subaccount()?, level: Level::Instance(id) })
}

impl Permission for ReadSubaccount {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, DESTINATION_VIEW)
    }
}

impl AtLevel for ReadSubaccount {
    fn owner(identity: &Identity) -> Result<Owner> {
        of_subaccount(identity)
    }
}

impl Permission for WriteSubaccount {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, DESTINATION_ADMIN)
    }
}

impl AtLevel for WriteSubaccount {
    fn owner(identity: &Identity) -> Result<Owner> {
        of_subaccount(identity)
    }
}

impl Permission for ReadInstance {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, DESTINATION_VIEW_INSTANCE)
    }
}

impl AtLevel for ReadInstance {
    fn owner(identity: &Identity) -> Result<Owner> {
        of_instance(identity)
    }
}

impl Permission for WriteInstance {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, DESTINATION_ADMIN_INSTANCE)
    }
}

impl AtLevel for WriteInstance {
    fn owner(identity: &Identity) -> Result<Owner> {
        of_instance(identity)
    }
}

impl Permission for Find {
    fn check(identity: &Identity) -> Result<()> {
        if identity.person.is_some() {
            let text = "secrets and tokens are for applications; use a token of a service instance's client";
            return Err(Error::forbidden(text));
        }
        demand(identity, DESTINATION_VIEW)
    }
}

impl Permission for Check {
    fn check(identity: &Identity) -> Result<()> {
        demand(identity, DESTINATION_ADMIN)
    }
}
