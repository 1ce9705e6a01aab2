//! References of features: links, and pointers into other systems.

use super::feature::{self, Reads, Writes};
use super::tenant::{audited, enter};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::feature::right::Action;
use model::{FeatureId, UrlReferenceId};
use serde_json::json;

pub use super::feature::{ExternalReference, Made, NewReference, UrlReference};

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
    let (identity, tenant, now, link) =
        (caller.identity().clone(), tenant.to_owned(), cx.now(), UrlReferenceId(cx.random.uuid()));
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            feature::editable(tx, &identity, subaccount, id, Action::Edit).await?;
            let detail = json!({ "name": new.name });
            let made = feature::attach(tx, id, link, new, now).await?;
            store::feature::touch(tx, id, now).await?;
            audited(tx, &identity, "feature.reference.add", format!("feature {id}"), detail, now).await?;
            Ok(made)
        })
        .await
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
                let urls = store::feature::urls(tx, feature.id).await?;
                let externals = store::feature::externals(tx, feature.id).await?;
                of.push((feature.number, urls, externals));
            }
            Ok(Stretch { of, last })
        })
        .await
}

/// Removes a link.
///
/// # Errors
/// Not found; invalid, when the feature is frozen; forbidden without the right.
pub async fn drop_url<P: Writes>(cx: &Cx, caller: Caller<P>, tenant: &str, id: UrlReferenceId) -> Result<()> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let missing = || Error::not_found(format!("URL reference '{id}' does not exist"));
            let feature = store::feature::url(tx, id).await?.ok_or_else(missing)?.feature;
            feature::editable(tx, &identity, subaccount, feature, Action::Edit)
                .await
                .map_err(|error| if error.kind() == crate::error::Kind::NotFound { missing() } else { error })?;
            store::feature::drop_url(tx, id).await?;
            store::feature::touch(tx, feature, now).await?;
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
            feature::editable(tx, &identity, subaccount, feature, Action::Edit).await?;
            if !store::feature::drop_external(tx, feature, &id).await? {
                return Err(Error::not_found(format!("external reference '{id}' does not exist")));
            }
            store::feature::touch(tx, feature, now).await?;
            let detail = json!({ "reference": id });
            audited(tx, &identity, "feature.reference.remove", format!("feature {feature}"), detail, now).await
        })
        .await
}
