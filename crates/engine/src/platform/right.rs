//! The rights of this area. Scopes are those of the account services and of service manager; the token's zone says
//! which subaccount is meant.

use crate::caller::{Identity, Permission};
use crate::error::{Error, Result};
use model::role::App;
use model::role::platform;

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident => $app:ident . $scope:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl Permission for $name {
            fn check(identity: &Identity) -> Result<()> {
                needs(identity, App::$app, platform::$scope)
            }
        }
    )*};
}

rights! {
    /// See the global account, its subaccounts and entitlements.
    ViewGlobalAccount => CisCentral.GLOBAL_VIEW,
    /// Change them.
    ManageGlobalAccount => CisCentral.GLOBAL_ADMIN,
    /// See environments and subscriptions of the token's subaccount.
    ViewSubaccount => CisLocal.SUBACCOUNT_VIEW,
    /// Change them.
    ManageSubaccount => CisLocal.SUBACCOUNT_ADMIN,
    /// See service instances and keys of the token's subaccount.
    ViewServices => ServiceManager.SERVICE_AUDIT,
    /// Change them, and see what is in the keys.
    ManageServices => ServiceManager.SERVICE_ADMIN,
}

/// See how far a job of the account services is: whoever could have started one.
#[derive(Debug)]
pub struct ViewJobs;

impl Permission for ViewJobs {
    fn check(identity: &Identity) -> Result<()> {
        ViewGlobalAccount::check(identity).or_else(|_| ViewSubaccount::check(identity))
    }
}

fn needs(identity: &Identity, app: App, scope: &str) -> Result<()> {
    match identity.has_scope(&[app.name()], scope) {
        true => Ok(()),
        false => Err(Error::forbidden(format!("the scope {}.{scope} is missing in the token", app.id()))),
    }
}
