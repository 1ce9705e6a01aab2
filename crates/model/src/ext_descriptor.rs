//! MTA extension descriptors of a node, and which of them an import uses.

use crate::ExtDescriptorId;
use crate::request::MtaIdentity;
use serde::{Deserialize, Serialize};

/// Largest descriptor, in bytes: the deploy service takes no larger one.
pub const SIZE_MAX: u64 = 1 << 20;
/// The binding to every version.
pub const ANY_VERSION: &str = "*";

/// A descriptor, as far as the choice needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtDescriptor {
    pub id: ExtDescriptorId,
    /// `extends`: the MTA it is for.
    pub mta_id: String,
    /// `ID`: its own name.
    pub ext_id: String,
    /// `*` or one exact version.
    pub mta_version: String,
    /// Its content, by digest.
    pub blob: String,
}

/// A version binding that is neither `*` nor one exact version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a version binding: use * for all versions, or one exact version such as 1.4.2")]
pub struct BadBinding(String);

/// Reads a version binding; an absent or empty one is `*`.
///
/// # Errors
/// When it is neither `*` nor one version: patterns such as `1.4.*` are refused.
pub fn binding(text: Option<&str>) -> Result<String, BadBinding> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None | Some(ANY_VERSION) => Ok(ANY_VERSION.to_owned()),
        Some(version) if is_version(version) => Ok(version.to_owned()),
        Some(other) => Err(BadBinding(other.to_owned())),
    }
}

/// Whatever an archive may have as its version: a number somewhere, and none of the signs that patterns are made of.
fn is_version(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-+._ ".contains(c))
}

/// The descriptor for an archive: the one bound to exactly its version, else the one for all versions.
#[must_use]
pub fn choose<'a>(all: &'a [ExtDescriptor], mta: &MtaIdentity) -> Option<&'a ExtDescriptor> {
    let bound_to = |version: &str| all.iter().find(|d| d.mta_id == mta.id && d.mta_version == version);
    bound_to(&mta.version).or_else(|| bound_to(ANY_VERSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn descriptor(id: i64, mta_id: &str, version: &str) -> ExtDescriptor {
        ExtDescriptor {
            id: ExtDescriptorId(id),
            mta_id: mta_id.into(),
            ext_id: format!("ext{id}"),
            mta_version: version.into(),
            blob: String::new(),
        }
    }

    fn mta(id: &str, version: &str) -> MtaIdentity {
        MtaIdentity { id: id.into(), version: version.into() }
    }

    #[test]
    fn the_exact_version_wins_over_the_wildcard() {
        let all = [descriptor(1, "shop", "*"), descriptor(2, "shop", "1.4.2"), descriptor(3, "other", "*")];
        let chosen = |version| choose(&all, &mta("shop", version)).map(|d| d.id.0);
        assert_eq!(chosen("1.4.2"), Some(2));
        assert_eq!(chosen("1.5.0"), Some(1));
        assert_eq!(choose(&all[1..], &mta("shop", "1.5.0")), None);
    }

    #[test]
    fn bindings_are_a_star_or_one_version() {
        for (text, bound) in [(None, "*"), (Some(""), "*"), (Some("*"), "*"), (Some("1.4.2"), "1.4.2")] {
            assert_eq!(binding(text), Ok(bound.to_owned()));
        }
        assert!(binding(Some("1.0.0-20240101120000")).is_ok());
        for exact in ["1.4", "v2", "1.4.2 ", "1.2.3.4", "2024-06 draft"] {
            assert!(binding(Some(exact)).is_ok(), "an archive may have this version: {exact}");
        }
        for bad in ["1.4.*", "x", ">=1.0.0", "^1", "~1.2", "[1,2)", "1 || 2"] {
            assert!(binding(Some(bad)).is_err(), "{bad}");
        }
    }
}
