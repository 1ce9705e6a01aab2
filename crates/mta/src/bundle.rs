//! The zip of one artifact: headers, externalised parameters, resources (cloud-integration reference, 5.2).

use std::io::Cursor;

use crate::archive::{Archive, Limits};
use crate::error::{Error, Result};
use crate::manifest::{MANIFEST, Manifest};

/// Adapters are subsystems: their headers stand in another manifest.
const SUBSYSTEM: &str = "OSGI-INF/SUBSYSTEM.MF";

/// A bundle over bytes that stay where they are.
pub struct Bundle<'a> {
    archive: Archive<Cursor<&'a [u8]>>,
    manifest: Manifest,
}

impl<'a> Bundle<'a> {
    /// Opens the zip and reads its manifest.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let mut archive = Archive::open(Cursor::new(bytes), Limits::bundle())?;
        let name = [MANIFEST, SUBSYSTEM].into_iter().find(|name| archive.entry(name).is_some());
        let Some(name) = name else { return Err(Error::bundle(format!("it has no `{MANIFEST}`"))) };
        let limit = archive.limits().document;
        let manifest = Manifest::read(&archive.read(name, limit)?)?;
        Ok(Bundle { archive, manifest })
    }

    /// `Bundle-SymbolicName` without directives such as `;singleton:=true`: the technical id.
    pub fn symbolic_name(&self) -> Option<&str> {
        let value = self.header("Bundle-SymbolicName").or_else(|| self.header("Subsystem-SymbolicName"))?;
        value.split(';').next().map(str::trim)
    }

    pub fn name(&self) -> Option<&str> {
        self.header("Bundle-Name").or_else(|| self.header("Subsystem-Name"))
    }

    pub fn version(&self) -> Option<&str> {
        self.header("Bundle-Version").or_else(|| self.header("Subsystem-Version"))
    }

    /// `SAP-BundleType`, for example `IntegrationFlow`.
    pub fn bundle_type(&self) -> Option<&str> {
        self.header("SAP-BundleType")
    }

    /// Any header of the main section, trimmed; an empty one counts as absent.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.manifest.main.get(name).map(str::trim).filter(|value| !value.is_empty())
    }
}

/// Whether the bytes are a whole bundle: a zip with a manifest, every checksum right.
pub(crate) fn verify(bytes: &[u8]) -> Result<()> {
    Bundle::open(bytes)?.archive.verify()
}
