//! Adds references to features.

use super::types::{ExternalReference, Made, NewReference, UrlReference};
use crate::error::{Error, Result};
use model::{FeatureId, Time, UrlReferenceId};
use store::Tx;

/// The longest id of a pointer.
const LONGEST_ID: usize = 255;

pub(in super::super) async fn attach(
    tx: &mut Tx,
    feature: FeatureId,
    id: UrlReferenceId,
    new: NewReference,
    now: Time,
) -> Result<Made> {
    let NewReference { external, name, url } = new;
    model::feature::reference(&name, &url)?;
    let Some(external) = external else {
        let row = UrlReference { id, feature, name, url, created_at: now };
        store::feature::add_url(tx, &row).await?;
        return Ok(Made::Url(row));
    };
    if external.trim().is_empty() || external.chars().count() > LONGEST_ID {
        return Err(Error::invalid(format!("id: 1 to {LONGEST_ID} characters are wanted")));
    }
    let row = ExternalReference { feature, id: external, name, url, created_at: now };
    if store::feature::externals(tx, feature).await?.iter().any(|known| known.id == row.id) {
        return Err(Error::conflict(format!("the feature has an external reference '{}' already", row.id)));
    }
    store::feature::add_external(tx, &row).await?;
    Ok(Made::External(row))
}
