//! Who may do what with destinations. Either level has rights of its own.

use super::Owner;
use crate::caller::{Identity, Permission, rights};
use crate::error::{Error, Result};
use model::destination::Level;
use model::role::Holder;
use model::role::platform::{
    DESTINATION_ADMIN, DESTINATION_ADMIN_INSTANCE, DESTINATION_VIEW, DESTINATION_VIEW_INSTANCE, destination,
};

rights! {
    /// See the subaccount's destinations.
    ReadSubaccount => destination(&[DESTINATION_VIEW]),
    /// Change the subaccount's destinations.
    WriteSubaccount => destination(&[DESTINATION_ADMIN]),
    /// See the destinations of one's own service instance.
    ReadInstance => destination(&[DESTINATION_VIEW_INSTANCE]),
    /// Change the destinations of one's own service instance.
    WriteInstance => destination(&[DESTINATION_ADMIN_INSTANCE]),
    /// Find a destination on any level, with its secrets and a token: for the clients of service instances.
    Find => destination(&[DESTINATION_VIEW])
        .of(Holder::Client("secrets and tokens are for applications; use a token of a service instance's client")),
    /// Try the connection of a destination.
    Check => destination(&[DESTINATION_ADMIN]),
}

/// A right that is about one level.
pub trait AtLevel: Permission {
    /// Whether that is the caller's service instance; else it is the subaccount.
    const OF_INSTANCE: bool;

    /// The level that this caller means.
    ///
    /// # Errors
    /// Forbidden, when the token belongs to no subaccount, or to no service instance.
    fn owner(identity: &Identity) -> Result<Owner> {
        let level = match (Self::OF_INSTANCE, identity.instance) {
            (false, _) => Level::Subaccount,
            (true, Some(id)) => Level::Instance(id),
            (true, None) => {
                let text = "this token belongs to no service instance; use a token of the instance's own client";
                return Err(Error::forbidden(text));
            }
        };
        Ok(Owner { subaccount: identity.subaccount()?, level })
    }
}

impl AtLevel for ReadSubaccount {
    const OF_INSTANCE: bool = false;
}

impl AtLevel for WriteSubaccount {
    const OF_INSTANCE: bool = false;
}

impl AtLevel for ReadInstance {
    const OF_INSTANCE: bool = true;
}

impl AtLevel for WriteInstance {
    const OF_INSTANCE: bool = true;
}
