//! Where a transport request is that content was handed over with.

use crate::cx::Cx;
use crate::error::{Error, Result};
use model::SubaccountId;
use std::collections::{BTreeMap, BTreeSet};

/// Where a transport request is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the transport management of a subaccount of this server: its subdomain.
    Here(String),
    /// In another one, of which only the host is known.
    Elsewhere(String),
}

/// Subdomains of subaccounts, each read once. One that is gone has none.
///
/// # Errors
/// Of the store.
pub(super) async fn subdomains(
    cx: &Cx,
    subaccounts: impl Iterator<Item = SubaccountId>,
) -> Result<BTreeMap<SubaccountId, String>> {
    let distinct: BTreeSet<SubaccountId> = subaccounts.collect();
    if distinct.is_empty() {
        return Ok(BTreeMap::new());
    }
    cx.db
        .read(async move |tx| {
            let mut names = BTreeMap::new();
            for id in distinct {
                if let Some(zone) = store::zone::find(tx, &id.text()).await? {
                    names.insert(id, zone.name);
                }
            }
            Ok::<_, Error>(names)
        })
        .await
}

/// The place of a request: a subdomain, else the host of its address.
pub(super) fn place(
    known: Option<SubaccountId>,
    url: &str,
    subdomains: &BTreeMap<SubaccountId, String>,
) -> Option<Place> {
    let here = known.and_then(|id| subdomains.get(&id)).cloned().map(Place::Here);
    here.or_else(|| host(url).map(Place::Elsewhere))
}

/// Without whatever else an address may hold, such as a password.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    (!host.is_empty()).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_only_the_host_is_told() {
        let told = |url: &str| place(None, url, &BTreeMap::new());
        let elsewhere = |host: &str| Some(Place::Elsewhere(host.to_owned()));
        assert_eq!(told("https://me:secret@tms.example:443/v2/x?token=y"), elsewhere("tms.example:443"));
        assert_eq!(told("https://tms.example?x"), elsewhere("tms.example"));
        assert_eq!((told(""), told("https:///x")), (None, None));
        let id: SubaccountId = "00000000-0000-0000-0000-000000000007".parse().unwrap();
        let names = BTreeMap::from([(id, "alm".to_owned())]);
        assert_eq!(place(Some(id), "https://x.example", &names), Some(Place::Here("alm".to_owned())));
        assert_eq!(place(Some(id), "https://x.example", &BTreeMap::new()), elsewhere("x.example"));
    }
}
