//! The global account and its subaccounts.

mod change;

pub use change::{Changes, NewSubaccount, create, update};
pub(crate) use change::{begin_delete, finish_delete};

use super::code;
use super::right::ViewGlobalAccount;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::account::{BadField, Contents, Labels, Production};
use model::{GlobalAccountId, SubaccountId, Time};
use store::Tx;
use store::account::{GlobalRow, SubaccountRow};

/// The global account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlobalAccount {
    /// Its GUID, which is its zone too.
    pub id: GlobalAccountId,
    /// Name for people.
    pub name: String,
    /// Name in addresses.
    pub subdomain: String,
    /// When made.
    pub created_at: Time,
}

impl From<GlobalRow> for GlobalAccount {
    fn from(row: GlobalRow) -> Self {
        Self { id: GlobalAccountId(row.id), name: row.name, subdomain: row.subdomain, created_at: Time(row.created_at) }
    }
}

/// A subaccount: a tenant, and a zone of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subaccount {
    /// Its GUID, which is its zone too.
    pub id: SubaccountId,
    /// Counts subaccounts; the plan index of the applications in it.
    pub number: i64,
    /// Name for people.
    pub name: String,
    /// Name in addresses.
    pub subdomain: String,
    /// The region.
    pub region: String,
    /// Free text.
    pub description: String,
    /// Whether beta features are on.
    pub beta: bool,
    /// What it is used for.
    pub production: Production,
    /// Labels.
    pub labels: Labels,
    /// Who made it.
    pub created_by: String,
    /// When.
    pub created_at: Time,
    /// Who changed it last.
    pub modified_by: String,
    /// When.
    pub modified_at: Time,
}

impl Subaccount {
    fn parse(row: SubaccountRow) -> Result<Self> {
        let corrupt = |e: BadField| store::Error::corrupt("subaccount", row.id, e);
        Ok(Self {
            id: SubaccountId(row.id),
            number: row.number,
            production: Production::parse(&row.production).map_err(corrupt)?,
            labels: serde_json::from_str(&row.labels)?,
            name: row.name,
            subdomain: row.subdomain,
            region: row.region,
            description: row.description,
            beta: row.beta,
            created_by: row.created_by,
            created_at: Time(row.created_at),
            modified_by: row.modified_by,
            modified_at: Time(row.modified_at),
        })
    }

    fn row(&self) -> Result<SubaccountRow> {
        let this = self.clone();
        Ok(SubaccountRow {
            id: this.id.0,
            number: this.number,
            labels: serde_json::to_string(&this.labels)?,
            production: this.production.name().to_owned(),
            name: this.name,
            subdomain: this.subdomain,
            region: this.region,
            description: this.description,
            beta: this.beta,
            created_by: this.created_by,
            created_at: this.created_at.micros(),
            modified_by: this.modified_by,
            modified_at: this.modified_at.micros(),
        })
    }
}

/// The subaccount with this GUID.
///
/// # Errors
/// Of the store.
pub async fn find(tx: &mut Tx, id: SubaccountId) -> Result<Option<Subaccount>> {
    store::account::find(tx, id.0).await?.map(Subaccount::parse).transpose()
}

/// The subaccount with this GUID or subdomain.
///
/// # Errors
/// Of the store.
pub async fn by_zone(tx: &mut Tx, name_or_guid: &str) -> Result<Option<Subaccount>> {
    store::account::by_zone(tx, name_or_guid).await?.map(Subaccount::parse).transpose()
}

/// The global account.
///
/// # Errors
/// Internal before the first start.
pub async fn global(tx: &mut Tx) -> Result<GlobalAccount> {
    let row = store::account::global(tx).await?;
    row.map(GlobalAccount::from).ok_or_else(|| Error::internal("there is no global account yet"))
}

/// The subaccount, which must be there.
pub(crate) async fn existing(tx: &mut Tx, id: SubaccountId) -> Result<Subaccount> {
    find(tx, id).await?.ok_or_else(|| not_found(id))
}

/// Makes this transaction the only one that adds to the subaccount or deletes it.
pub(crate) async fn lock(tx: &mut Tx, id: SubaccountId) -> Result<Subaccount> {
    match store::account::lock(tx, id.0).await? {
        true => existing(tx, id).await,
        false => Err(not_found(id)),
    }
}

fn not_found(id: SubaccountId) -> Error {
    Error::not_found(format!("Subaccount {id} not found")).with_code(code::SUBACCOUNT_NOT_FOUND)
}

async fn contents(tx: &mut Tx, id: SubaccountId) -> Result<Contents> {
    let (subscriptions, space_instances, instances, environments) = store::account::contents(tx, id.0).await?;
    Ok(Contents { subscriptions, space_instances, instances, environments })
}

/// The global account, and its subaccounts, the oldest first.
///
/// # Errors
/// Of the store.
pub async fn list(cx: &Cx, _caller: Caller<ViewGlobalAccount>) -> Result<(GlobalAccount, Vec<Subaccount>)> {
    cx.db
        .read(async move |tx| {
            let rows = store::account::all(tx).await?;
            let all = rows.into_iter().map(Subaccount::parse).collect::<Result<_>>()?;
            Ok((global(tx).await?, all))
        })
        .await
}

/// The global account and one subaccount.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, _caller: Caller<ViewGlobalAccount>, id: SubaccountId) -> Result<(GlobalAccount, Subaccount)> {
    cx.db.read(async move |tx| Ok((global(tx).await?, existing(tx, id).await?))).await
}
