//! References of features: links, and pointers into other systems.

use super::feature::{self, Reads, Writes};
use super::tenant::{audited, enter};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::feature::right::Action;
use model::{FeatureId, Time};
use serde_json::json;
use store::Tx;
use store::feature::{ExternalReferenceRow, UrlReferenceRow};
use uuid::Uuid;

/// The longest id of a pointer.
const LONGEST_ID: usize = 255;

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlReference {
    /// Its id.
    pub id: Uuid,
    /// The feature.
    pub feature: FeatureId,
    /// What people read.
    pub name: String,
    /// Where it leads.
    pub url: String,
}

/// A pointer to something in another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalReference {
    /// Its id there; unique in the feature.
    pub id: String,
    /// The feature.
    pub feature: FeatureId,
    /// What people read.
    pub name: String,
    /// Where it leads.
    pub url: String,
}

/// A reference to be.
#[derive(Debug, Clone)]
pub struct NewReference {
    /// For a pointer, its id in the other system; none for a link.
    pub external: Option<String>,
    /// What people read.
    pub name: String,
    /// Where it leads.
    pub url: String,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// A link.
    Url(UrlReference),
    /// A pointer.
    External(ExternalReference),
}

/// Adds a reference.
///
/// # Errors
/// Not found; invalid, when the feature is frozen or a value is not allowed; conflict, when the id is taken there.
pub async fn add<P: Writes>(
    cx: &Cx,
    caller: Caller<P>,
    tenant: &str,
    id: FeatureId,
    new: NewReference,
) -> Result<Made> {
    let (identity, tenant, now, uuid) = (caller.identity().clone(), tenant.to_owned(), cx.now(), cx.random.uuid());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = feature::locked(tx, &identity, subaccount, id).await?;
            opened.status.editable()?;
            opened.powers.demand(Action::Edit)?;
            let detail = json!({ "name": new.name });
            let made = insert(tx, id, uuid, new, now).await?;
            store::feature::touch(tx, id.0, now.micros()).await?;
            audited(tx, &identity, "feature.reference.add", format!("feature {id}"), detail, now).await?;
            Ok(made)
        })
        .await
}

pub(super) async fn insert(tx: &mut Tx, feature: FeatureId, id: Uuid, new: NewReference, now: Time) -> Result<Made> {
    let NewReference { external, name, url } = new;
    model::feature::reference(&name, &url)?;
    let created_at = now.micros();
    let Some(external) = external else {
        let row = UrlReferenceRow { id, feature: feature.0, name, url, created_at };
        store::feature::add_url(tx, &row).await?;
        return Ok(Made::Url(link(row)));
    };
    if external.trim().is_empty() || external.chars().count() > LONGEST_ID {
        return Err(Error::invalid(format!("id: 1 to {LONGEST_ID} characters are wanted")));
    }
    let row = ExternalReferenceRow { feature: feature.0, id: external, name, url, created_at };
    if store::feature::externals(tx, feature.0).await?.iter().any(|known| known.id == row.id) {
        return Err(Error::conflict(format!("the feature has an external reference '{}' already", row.id)));
    }
    store::feature::add_external(tx, &row).await?;
    Ok(Made::External(pointer(row)))
}

fn link(row: UrlReferenceRow) -> UrlReference {
    UrlReference { id: row.id, feature: FeatureId(row.feature), name: row.name, url: row.url }
}

fn pointer(row: ExternalReferenceRow) -> ExternalReference {
    ExternalReference { id: row.id, feature: FeatureId(row.feature), name: row.name, url: row.url }
}

/// All references of a feature, oldest first.
pub(super) async fn of(tx: &mut Tx, feature: FeatureId) -> Result<(Vec<UrlReference>, Vec<ExternalReference>)> {
    let urls = store::feature::urls(tx, feature.0).await?;
    let externals = store::feature::externals(tx, feature.0).await?;
    Ok((urls.into_iter().map(link).collect(), externals.into_iter().map(pointer).collect()))
}

/// The references of some features.
#[derive(Debug)]
pub struct Stretch {
    /// The number of each feature, its links and its pointers.
    pub of: Vec<(i64, Vec<UrlReference>, Vec<ExternalReference>)>,
    /// The number to go on behind, when there may be more.
    pub last: Option<i64>,
}

/// The references of at most `limit` features behind the number `after`, by number, as far as the caller sees them.
///
/// # Errors
/// As [`enter`].
pub async fn page<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, after: i64, limit: usize) -> Result<Stretch> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let feature::Stretch { features, last } = feature::stretch(tx, &identity, subaccount, after, limit).await?;
            let mut of = Vec::new();
            for (feature, _) in features {
                let urls = store::feature::urls(tx, feature.id.0).await?.into_iter().map(link).collect();
                let externals = store::feature::externals(tx, feature.id.0).await?;
                of.push((feature.number, urls, externals.into_iter().map(pointer).collect()));
            }
            Ok(Stretch { of, last })
        })
        .await
}

/// Removes a link.
///
/// # Errors
/// Not found; invalid, when the feature is frozen; forbidden without the right.
pub async fn drop_url<P: Writes>(cx: &Cx, caller: Caller<P>, tenant: &str, id: Uuid) -> Result<()> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let missing = || Error::not_found(format!("URL reference '{id}' does not exist"));
            let row = store::feature::url(tx, id).await?.ok_or_else(missing)?;
            let feature = FeatureId(row.feature);
            let opened = feature::locked(tx, &identity, subaccount, feature)
                .await
                .map_err(|error| if error.kind() == crate::error::Kind::NotFound { missing() } else { error })?;
            opened.status.editable()?;
            opened.powers.demand(Action::Edit)?;
            store::feature::drop_url(tx, id).await?;
            store::feature::touch(tx, feature.0, now.micros()).await?;
            let detail = json!({ "reference": id.to_string() });
            audited(tx, &identity, "feature.reference.remove", format!("feature {feature}"), detail, now).await
        })
        .await
}

/// Removes a pointer.
///
/// # Errors
/// As [`drop_url`].
pub async fn drop_external<P: Writes>(
    cx: &Cx,
    caller: Caller<P>,
    tenant: &str,
    feature: FeatureId,
    id: String,
) -> Result<()> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = feature::locked(tx, &identity, subaccount, feature).await?;
            opened.status.editable()?;
            opened.powers.demand(Action::Edit)?;
            if !store::feature::drop_external(tx, feature.0, &id).await? {
                return Err(Error::not_found(format!("external reference '{id}' does not exist")));
            }
            store::feature::touch(tx, feature.0, now.micros()).await?;
            let detail = json!({ "reference": id });
            audited(tx, &identity, "feature.reference.remove", format!("feature {feature}"), detail, now).await
        })
        .await
}
