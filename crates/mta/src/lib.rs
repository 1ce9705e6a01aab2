//! placeholder
pub mod archive;
pub mod assemble;
pub mod bundle;
pub mod check;
pub mod compare;
pub mod descriptor;
mod error;
pub mod extension;
pub mod manifest;
mod naming;
pub mod package;
pub mod properties;
mod stamp;
mod yaml;

pub use archive::{Archive, Limits};
pub use assemble::{PackageModule, Payload, assemble};
pub use bundle::Bundle;
pub use check::{Checked, check};
pub use compare::{Difference, same_content};
pub use descriptor::Descriptor;
pub use error::{Error, Result};
pub use extension::{ChainMode, Extension};
pub use manifest::Manifest;
pub use naming::{module_name, mta_id, mta_version, payload_entry};
pub use package::{Artifact, Package, ResourceType, Selection, write_package};
pub use stamp::Stamp;

/// A JSON object in its original key order.
pub type Object = serde_json::Map<String, serde_json::Value>;
