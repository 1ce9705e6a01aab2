//! MTA archives and what is in them, read with suspicion and written exactly.
//!
//! Here live: the guarded zip reader ([`Archive`]), manifests ([`Manifest`]), deployment descriptors ([`Descriptor`])
//! and their extensions
//! ([`Extension`]), what their placeholders mean ([`resolve()`]), the building ([`assemble()`]) and the check ([`check()`]) of whole archives, package exports of
//! Cloud Integration
//! ([`Package`]), the bundles of their artifacts ([`Bundle`]), and the comparison of packages ([`same_content`]).
//!
//! Not here: anything asynchronous, HTTP, stored state, clocks, and the file system. Everything works on `Read + Seek`
//! and `Write`; the
//! time is handed in as a [`Stamp`]. The comments name where a rule comes from: public documentation, public
//! sources, or what was measured on exports that people published.
//!
//! What a content agent does, and then what a transport service and a deployer do with it:
//!
//! ```
//! use std::io::Cursor;
//! use mta::{Archive, Descriptor, Limits, Package, PackageModule, Payload, Selection, Stamp, assemble, check,
//! write_package};
//!
//! # fn main() -> mta::Result<()> {
//! let now = Stamp::parse("20261124151216")?;
//! let package = Package::new("Orders", "0123456789abcdef0123456789abcdef", "Orders", "1.0.0");
//! let export = write_package(Vec::new(), &package, &Selection::All, now)?;
//!
//! let descriptor = Descriptor::of_packages(&[PackageModule::new(&package.id, &package.version)], "first delivery",
//! now)?;
//! let payload = Payload::package("Orders", Cursor::new(export));
//! let mtar = assemble(Cursor::new(Vec::new()), &descriptor, vec![payload], now)?;
//!
//! let mut archive = Archive::open(mtar, Limits::default())?;
//! let checked = check(&mut archive)?;
//! assert_eq!(checked.descriptor.version, "1.0.0-20261124151216");
//! checked.descriptor.check_deployable()?;
//! for module in checked.descriptor.deployment_order()? {
//!     assert_eq!(checked.package(&mut archive, &module.name)?, Package { artifacts: vec![], ..package.clone() });
//! }
//! # Ok(())
//! # }
//! ```

pub mod archive;
pub mod assemble;
pub mod bundle;
pub mod check;
pub mod compare;
pub mod config_files;
pub mod descriptor;
mod error;
pub mod extension;
pub mod json;
pub mod manifest;
mod naming;
pub mod package;
pub mod properties;
pub mod resolve;
mod stamp;
mod yaml;

pub use archive::{Archive, Limits};
pub use assemble::{PackageModule, Payload, assemble};
pub use bundle::Bundle;
pub use check::{Checked, check};
pub use compare::{Difference, same_content};
pub use config_files::configure;
pub use descriptor::Descriptor;
pub use error::{Error, Result};
pub use extension::{ChainMode, Extension};
pub use manifest::Manifest;
pub use naming::{module_name, mta_id, mta_version, payload_entry};
pub use package::{Artifact, Package, ResourceType, Selection, write_package};
pub use resolve::{Target, resolve};
pub use stamp::Stamp;

/// A JSON object in its original key order.
pub type Object = serde_json::Map<String, serde_json::Value>;
