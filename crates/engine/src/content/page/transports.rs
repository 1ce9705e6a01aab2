//! The transports that were started in a tenant.

use crate::caller::Caller;
use crate::content::rights::StartTransports;
use crate::content::tenant::Tenant;
use crate::content::transport::{Activity, seen};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;
use store::tenant::Transport;

/// Which transport a page begins behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub at: Time,
    pub id: String,
}

impl Key {
    /// Before the newest.
    #[must_use]
    pub const fn begin() -> Self {
        Self { at: Time(i64::MAX), id: String::new() }
    }

    /// As it is sent.
    ///
    /// # Errors
    /// `Invalid`.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::invalid(format!("after must be the next of the page before, '{text}' is not"));
        let (at, id) = text.split_once('-').ok_or_else(wrong)?;
        Ok(Self { at: Time(at.parse().map_err(|_| wrong())?), id: id.to_owned() })
    }

    /// Behind this one.
    #[must_use]
    pub fn after(last: &Activity) -> String {
        format!("{}-{}", last.started_at.0, last.id.text())
    }
}

/// Transports of a package, or of all (an empty id), the newest first.
///
/// # Errors
/// Of the store.
pub async fn list(
    cx: &Cx,
    _caller: &Caller<StartTransports>,
    tenant: &Tenant,
    package: String,
    (key, limit): (Key, i64),
) -> Result<Vec<Activity>> {
    let subaccount = tenant.subaccount;
    let read = cx.db.report(async move |tx| {
        Ok(store::tenant_list::transports(tx, subaccount, &package, (key.at, &key.id), limit).await?)
    });
    let found: Result<Vec<Transport>> = read.await;
    seen(cx, found?).await
}
