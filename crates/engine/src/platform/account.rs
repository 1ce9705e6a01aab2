//! The global account and its subaccounts.

mod change;

pub use change::{Changes, NewSubaccount, create, update};
pub(crate) use change::{begin_delete, finish_delete};

use super::code;
use super::right::{ManageGlobalAccount, ViewGlobalAccount};
use crate::caller::{Caller, Can};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::SubaccountId;
use store::Tx;
pub use store::account::{GlobalAccount, Subaccount};

/// The subaccount with this GUID.
pub async fn find(tx: &mut Tx, id: SubaccountId) -> Result<Option<Subaccount>> {
    Ok(store::account::find(tx, id).await?)
}

/// The subaccount with this GUID or subdomain.
pub async fn by_zone(tx: &mut Tx, name_or_guid: &str) -> Result<Option<Subaccount>> {
    Ok(store::account::by_zone(tx, name_or_guid).await?)
}

/// The global account.
///
/// # Errors
/// Internal before the first start.
pub async fn global(tx: &mut Tx) -> Result<GlobalAccount> {
    store::account::global(tx).await?.ok_or_else(|| Error::internal("there is no global account yet"))
}

/// The subaccount, which must be there.
pub(crate) async fn existing(tx: &mut Tx, id: SubaccountId) -> Result<Subaccount> {
    find(tx, id).await?.ok_or_else(|| not_found(id))
}

/// Makes this transaction the only one that adds to the subaccount or deletes it.
pub(crate) async fn lock(tx: &mut Tx, id: SubaccountId) -> Result<Subaccount> {
    match store::account::lock(tx, id).await? {
        true => existing(tx, id).await,
        false => Err(not_found(id)),
    }
}

fn not_found(id: SubaccountId) -> Error {
    Error::not_found(format!("Subaccount {id} not found")).with_code(code::SUBACCOUNT_NOT_FOUND)
}

/// The global account, and its subaccounts, the oldest first.
pub async fn list(cx: &Cx, _caller: Caller<ViewGlobalAccount>) -> Result<(GlobalAccount, Vec<Subaccount>)> {
    cx.db.read(async move |tx| Ok((global(tx).await?, store::account::all(tx).await?))).await
}

/// The global account, and subaccounts behind this number, the oldest first.
///
/// # Errors
/// Of the store.
pub async fn page(
    cx: &Cx,
    caller: Caller<ViewGlobalAccount>,
    after: i64,
    limit: i64,
) -> Result<(GlobalAccount, Vec<Subaccount>, Can)> {
    let can = vec![("create", caller.may::<ManageGlobalAccount>()), ("delete", caller.may::<ManageGlobalAccount>())];
    cx.db.read(async move |tx| Ok((global(tx).await?, store::account::page(tx, after, limit).await?, can))).await
}

/// The global account and one subaccount.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, _caller: Caller<ViewGlobalAccount>, id: SubaccountId) -> Result<(GlobalAccount, Subaccount)> {
    cx.db.read(async move |tx| Ok((global(tx).await?, existing(tx, id).await?))).await
}
