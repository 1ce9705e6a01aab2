//! The rights of this area. Scopes are those of the account services and of service manager; the token's zone says
//! which subaccount is meant.

use crate::caller::rights;
use model::role::App::{CisCentral, CisLocal, ServiceManager};
use model::role::platform::{
    GLOBAL_ADMIN, GLOBAL_VIEW, SERVICE_ADMIN, SERVICE_AUDIT, SUBACCOUNT_ADMIN, SUBACCOUNT_VIEW, account,
};

rights! {
    /// See the global account, its subaccounts and entitlements.
    ViewGlobalAccount => account(&[CisCentral], &[GLOBAL_VIEW]),
    /// Change them.
    ManageGlobalAccount => account(&[CisCentral], &[GLOBAL_ADMIN]),
    /// See environments and subscriptions of the token's subaccount.
    ViewSubaccount => account(&[CisLocal], &[SUBACCOUNT_VIEW]),
    /// Change them.
    ManageSubaccount => account(&[CisLocal], &[SUBACCOUNT_ADMIN]),
    /// See service instances and keys of the token's subaccount.
    ViewServices => account(&[ServiceManager], &[SERVICE_AUDIT]),
    /// Change them, and see what is in the keys.
    ManageServices => account(&[ServiceManager], &[SERVICE_ADMIN]),
    /// See how far a job of the account services is: whoever could have started one.
    ViewJobs => account(&[CisCentral, CisLocal], &[GLOBAL_VIEW, SUBACCOUNT_VIEW]),
}
