//! What is configured is what holds: at the start, role collections go that no group of a trusted provider gives any more,
//! and sessions of people whose provider is trusted no longer end.

use super::arrive::{present, record_role};
use super::provider;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::person;
use crate::identity::zone::CLOUD_FOUNDRY;
use model::role::mapping::orphaned;
use std::collections::{BTreeMap, BTreeSet};
use store::role::ByGroup;

/// How many role collections were taken, and how many people's sessions ended.
///
/// # Errors
/// Of the store.
pub async fn settle(cx: &Cx) -> Result<(usize, usize)> {
    let (here, now) = (cx.clone(), cx.now());
    cx.db
        .write(async move |tx| {
            let mut still = BTreeMap::new();
            for provider in &here.settings.providers {
                still.insert(provider.origin.clone(), present(tx, provider).await?);
            }
            let mut taken = 0;
            for ByGroup { person, origin, user_name, zone, collection } in store::role::by_group(tx).await? {
                let mappings = still.get(&origin).map(Vec::as_slice).unwrap_or_default();
                if orphaned(mappings, &BTreeSet::from([(zone, collection.clone())])).is_empty() {
                    continue;
                }
                store::role::withdraw(tx, zone, person, &collection).await?;
                record_role(tx, "role_collection.unassign", (&user_name, &origin), (zone, &collection), now).await?;
                taken += 1;
            }
            let mut ended = 0;
            for row in store::person::foreign_with_sessions(tx).await? {
                if provider(&here, &row.origin).is_ok() {
                    continue;
                }
                store::session::end_all(tx, row.id, None).await?;
                person::record_session(tx, "logout", &row.user_name, CLOUD_FOUNDRY, now).await?;
                ended += 1;
            }
            Ok::<_, Error>((taken, ended))
        })
        .await
}
