//! Null is as good as absent: clients written in Go send it for an empty list or map.

use serde::{Deserialize, Deserializer};

/// The default instead of null.
pub(crate) fn null_is_absent<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(from: D) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
