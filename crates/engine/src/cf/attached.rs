//! Tags, labels and annotations of service instances and keys: Cloud Foundry's, not the platform's.

use super::metadata::Metadata;
use crate::error::Result;
use store::Tx;
use store::cf_attached::AttachedRow;
use uuid::Uuid;

/// What is attached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Attached {
    pub(crate) tags: Vec<String>,
    pub(crate) metadata: Metadata,
}

impl Attached {
    pub(crate) async fn load(tx: &mut Tx, resource: Uuid) -> Result<Self> {
        match store::cf_attached::get(tx, resource).await? {
            None => Ok(Self::default()),
            Some(row) => Ok(Self { tags: serde_json::from_str(&row.tags)?, metadata: Metadata::read(&row.metadata)? }),
        }
    }

    pub(crate) async fn save(&self, tx: &mut Tx, resource: Uuid) -> Result<()> {
        let (tags, metadata) = (serde_json::to_string(&self.tags)?, self.metadata.stored()?);
        Ok(store::cf_attached::put(tx, &AttachedRow { resource, tags, metadata }).await?)
    }
}
