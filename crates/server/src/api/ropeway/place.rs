//! What paths name in several services.

use serde::Deserialize;
use utoipa::IntoParams;

/// The caller's rights are those in it ([`super::here`]); a handler needs it no more.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(super) struct InSubaccount {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(super) struct InTenant {
    /// Subdomain or GUID of the tenant's subaccount.
    pub(super) tenant: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(super) struct OfPackage {
    /// Subdomain or GUID of the tenant's subaccount.
    pub(super) tenant: String,
    /// Technical id of the package.
    pub(super) package: String,
}
