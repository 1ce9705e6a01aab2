//! Labels and annotations, which clients attach to nearly everything, and filters.

use crate::error::Error;
pub use model::cf::Metadata;
use model::cf::MetadataTooLarge;

impl From<MetadataTooLarge> for Error {
    fn from(why: MetadataTooLarge) -> Self {
        Self::unprocessable(why.to_string())
    }
}

/// Whether a filter lets a value pass; one that is absent lets everything pass.
pub(crate) fn wanted(filter: Option<&Vec<String>>, value: &str) -> bool {
    filter.is_none_or(|values| values.iter().any(|wanted| wanted == value))
}
