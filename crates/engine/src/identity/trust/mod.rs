//! Trust in other identity providers: people sign in there, and come here with what it says about them (OpenID Connect
//! Core 1.0, the code flow with PKCE).
//!
//! [`way`] leads a browser there and back, [`metadata`] knows the provider's addresses and keys, [`id_token`] is the one
//! place where what it says is believed, [`arrive`] makes a person of it, with the role collections of his groups.
//! [`check`] tells an administrator what is wrong with a provider. What is trusted is configured, so [`settle`] takes away at
//! the start what no provider gives any more.

mod arrive;
pub mod check;
mod id_token;
mod jws;
mod metadata;
pub mod overview;
pub mod settle;
pub mod way;

use crate::cx::Cx;
use crate::error::{Error, Result};
use model::account::ZoneKind;
pub use model::role::mapping::Mapping;
use store::Tx;
use store::zone::ZoneRow;

/// An identity provider that is trusted.
#[derive(Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its key: `sap.custom`. Users are an origin and a log-in name.
    pub origin: String,
    /// What people read on the sign-in page.
    pub display_name: String,
    /// Its address, letter by letter as it calls itself.
    pub issuer: String,
    /// What we are called there.
    pub client_id: String,
    /// Without one we are a public client there.
    pub client_secret: Option<String>,
    /// What is asked for; `openid` is among it.
    pub scopes: Vec<String>,
    /// The claim that is the log-in name here; without it `email`, else `preferred_username`.
    pub user_name_claim: Option<String>,
    /// The claim with the groups: texts, or one text.
    pub groups_claim: String,
    pub mappings: Vec<Mapping<Place>>,
}

/// Where a group gives a role collection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    GlobalAccount,
    /// By subdomain or GUID.
    Subaccount(String),
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider").field("origin", &self.origin).field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

impl Provider {
    /// Where the provider sends the browser back to; it has to know this address.
    #[must_use]
    pub fn redirect_uri(&self, cx: &Cx) -> String {
        format!("{}/sign-in/{}/callback", cx.addresses().public().trim_end_matches('/'), self.origin)
    }
}

/// The trusted provider of this origin.
///
/// # Errors
/// Not found.
pub fn provider<'a>(cx: &'a Cx, origin: &str) -> Result<&'a Provider> {
    let found = cx.settings.providers.iter().find(|provider| provider.origin == origin);
    found.ok_or_else(|| Error::not_found(format!("there is no identity provider with the origin '{origin}'")))
}

/// Whether users of this origin can be named: our own, or those of a trusted provider.
#[must_use]
pub fn is_known(cx: &Cx, origin: &str) -> bool {
    super::person::is_our_origin(origin) || provider(cx, origin).is_ok()
}

/// The zone of a place, if it is there.
async fn zone_of(tx: &mut Tx, place: &Place) -> Result<Option<ZoneRow>> {
    Ok(match place {
        Place::GlobalAccount => store::zone::of_kind(tx, ZoneKind::GlobalAccount).await?.into_iter().next(),
        Place::Subaccount(name) => store::zone::find(tx, name).await?.filter(|zone| zone.kind == ZoneKind::Subaccount),
    })
}
