//! Extension descriptors (`.mtaext`): what a target node changes in the descriptor it imports.
//!
//! Rules: `ExtensionDescriptorChainBuilder` and `PropertiesUtil` of cloudfoundry/multiapps. Each extension is validated
//! against the original descriptor, then they are merged in the
//! order of their chain, later ones winning.

mod chain;
mod merge;
mod read;
mod validate;

use crate::Object;
use crate::descriptor::{Descriptor, SchemaVersion};
use crate::error::Result;

pub use self::chain::chain;

/// The id of the secure descriptor: reserved, and always applied last.
pub const SECURE: &str = "__mta.secure";

/// How strict the extensions are taken when they are put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChainMode {
    /// Every extension must be part of one chain.
    #[default]
    Strict,
    /// The first of several with the same parent wins; those outside of the chain are ignored.
    Lenient,
}

/// A whole extension descriptor. Keys that an extension cannot change are ignored when reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extension {
    pub schema_version: SchemaVersion,
    pub id: String,
    pub extends: String,
    pub parameters: Object,
    pub modules: Vec<ModuleExtension>,
    pub resources: Vec<ResourceExtension>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct ModuleExtension {
    pub name: String,
    pub properties: Object,
    pub parameters: Object,
    pub requires: Vec<DependencyExtension>,
    pub provides: Vec<DependencyExtension>,
    pub hooks: Vec<HookExtension>,
}

/// Of a required or of a provided dependency.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DependencyExtension {
    pub name: String,
    pub properties: Object,
    pub parameters: Object,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct HookExtension {
    pub name: String,
    pub parameters: Object,
    pub requires: Vec<DependencyExtension>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceExtension {
    pub name: String,
    pub active: Option<bool>,
    pub optional: Option<bool>,
    pub properties: Object,
    pub parameters: Object,
    pub requires: Vec<DependencyExtension>,
}

impl Extension {
    /// Reads an extension descriptor; an empty file is an error. Warnings are for people.
    pub fn read(bytes: &[u8]) -> Result<(Self, Vec<String>)> {
        read::extension(bytes)
    }

    /// Whether it can be applied to the descriptor: same schema major, only known names, nothing that may not be
    /// overwritten.
    pub fn validate(&self, original: &Descriptor) -> Result<()> {
        validate::extension(self, original)
    }
}

/// The effective descriptor: extensions put in order, each validated, all merged.
pub fn apply(descriptor: &Descriptor, extensions: &[Extension], mode: ChainMode) -> Result<Descriptor> {
    let ordered = chain(&descriptor.id, extensions, mode)?;
    ordered.iter().try_for_each(|extension| extension.validate(descriptor))?;
    let mut effective = descriptor.clone();
    ordered.iter().try_for_each(|extension| merge::into_descriptor(&mut effective, extension))?;
    Ok(effective)
}
