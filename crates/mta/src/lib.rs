//! placeholder
pub mod archive;
pub mod bundle;
mod error;
pub mod manifest;
mod naming;
pub mod package;
mod stamp;

pub use archive::{Archive, Limits};
pub use bundle::Bundle;
pub use error::{Error, Result};
pub use naming::{module_name, mta_id, mta_version, payload_entry};
pub use package::{Artifact, Package, ResourceType, Selection, write_package};
pub use stamp::Stamp;
