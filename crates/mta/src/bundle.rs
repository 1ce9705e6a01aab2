//! The zip of one artifact: headers, externalised parameters, resources. Layout: as in 341 bundles of public exports.

mod flow;
mod minimal;
mod parameters;
mod reference;
mod tags;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub use self::flow::Sender;
pub use self::minimal::minimal_bundle;
pub use self::parameters::Parameter;
use self::parameters::{DEFINITIONS, VALUES};
pub use self::reference::Reference;
pub use self::values::ValueEntry;
use crate::archive::{Archive, Limits};
use crate::error::{Error, Result};
use crate::manifest::{MANIFEST, Manifest};
use crate::properties::Properties;
use crate::stamp::Stamp;

/// Adapters are subsystems: their headers stand in another manifest.
const SUBSYSTEM: &str = "OSGI-INF/SUBSYSTEM.MF";
const RESOURCES: &str = "src/main/resources/";
const VALUE_MAPPING: &str = "value_mapping.xml";
const FLOWS: &str = "src/main/resources/scenarioflows/";

/// A bundle over bytes that stay where they are.
#[derive(Debug)]
pub struct Bundle<'a> {
    archive: Archive<Cursor<&'a [u8]>>,
    manifest: Manifest,
    manifest_entry: &'static str,
}

/// A script, mapping, schema or library inside of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleResource {
    /// File name, for example `script1.groovy`.
    pub name: String,
    /// Entry in the bundle.
    pub path: String,
    /// `groovy`, `xslt`, `wsdl` …, as in the resource types of the Integration Content API.
    pub resource_type: String,
    pub size: u64,
}

fn is_model(name: &str) -> bool {
    name.starts_with(FLOWS) && extension(name) == "iflw"
}

impl<'a> Bundle<'a> {
    /// Opens the zip and reads its manifest.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let mut archive = Archive::open(Cursor::new(bytes), Limits::bundle())?;
        let found = [MANIFEST, SUBSYSTEM].into_iter().find(|name| archive.entry(name).is_some());
        let Some(manifest_entry) = found else { return Err(Error::bundle(format!("it has no `{MANIFEST}`"))) };
        let limit = archive.limits().document;
        let manifest = Manifest::read(&archive.read(manifest_entry, limit)?)?;
        Ok(Bundle { archive, manifest, manifest_entry })
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

    /// What the artifact needs, for example `scriptcollection.<id>`: to be present in a target before the import.
    pub fn required_capabilities(&self) -> Vec<&str> {
        let clauses = clauses(self.header("Require-Capability").unwrap_or_default());
        let names = clauses.into_iter().filter_map(|clause| clause.split(';').next());
        names.map(str::trim).filter(|name| !name.is_empty()).collect()
    }

    /// Externalised parameters with their defaults; none if the bundle has none.
    pub fn parameters(&mut self) -> Result<Vec<Parameter>> {
        let values = Properties::read(&self.optional(VALUES)?);
        let definitions = String::from_utf8(self.optional(DEFINITIONS)?);
        let definitions = definitions.map_err(|_| Error::bundle(format!("`{DEFINITIONS}` is not UTF-8")))?;
        parameters::join(&values, definitions.trim_start_matches('\u{feff}'))
    }

    /// Where an integration flow listens.
    pub fn senders(&mut self) -> Result<Vec<Sender>> {
        flow::senders(&self.model()?)
    }

    /// Other artifacts that have to be in the tenant for this one to run.
    pub fn references(&mut self) -> Result<BTreeSet<Reference>> {
        let mut references = reference::required(&self.required_capabilities());
        if self.files().any(is_model) {
            references.extend(reference::of_steps(&self.model()?)?);
        }
        Ok(references)
    }

    /// The values of a value mapping: what means the same, a group each.
    pub fn value_groups(&mut self) -> Result<Vec<Vec<ValueEntry>>> {
        let xml = String::from_utf8(self.read(VALUE_MAPPING)?);
        values::groups(&xml.map_err(|_| Error::bundle(format!("`{VALUE_MAPPING}` is not UTF-8")))?)
    }

    /// The model of an integration flow. A flow that can be built has exactly one.
    pub fn model(&mut self) -> Result<String> {
        let models: Vec<String> = self.files().filter(|name| is_model(name)).map(str::to_owned).collect();
        let [model] = models.as_slice() else {
            return Err(Error::bundle(format!("it has {} models (`{FLOWS}…/*.iflw`) instead of one", models.len())));
        };
        let xml = String::from_utf8(self.read(model)?);
        let xml = xml.map_err(|_| Error::bundle(format!("`{model}` is not UTF-8")))?;
        Ok(xml.trim_start_matches('\u{feff}').to_owned())
    }

    fn optional(&mut self, path: &str) -> Result<Vec<u8>> {
        if self.archive.entry(path).is_some() { self.read(path) } else { Ok(Vec::new()) }
    }

    /// Everything below `src/main/resources` but the flow itself and its parameters.
    pub fn resources(&self) -> Vec<BundleResource> {
        let below = self.archive.below(RESOURCES).filter(|entry| !entry.name.starts_with(FLOWS));
        let resources = below.filter(|entry| !matches!(extension(&entry.name), "prop" | "propdef"));
        let resource = |entry: &crate::archive::Entry| BundleResource {
            name: entry.name.rsplit('/').next().unwrap_or_default().to_owned(),
            path: entry.name.clone(),
            resource_type: resource_type(&entry.name),
            size: entry.size,
        };
        resources.map(resource).collect()
    }

    /// One file of the bundle.
    pub fn read(&mut self, path: &str) -> Result<Vec<u8>> {
        let limit = self.archive.limits().entry;
        self.archive.read(path, limit)
    }

    /// Names of all files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.archive.entries().iter().filter(|entry| !entry.is_directory()).map(|entry| entry.name.as_str())
    }

    /// A new zip in which `Bundle-SymbolicName` is `id`, directives kept; a given `name` becomes `Bundle-Name`.
    /// Creating an artifact
    /// does this in real tenants.
    pub fn renamed(&mut self, id: &str, name: Option<&str>) -> Result<Vec<u8>> {
        let directives = self.header("Bundle-SymbolicName").and_then(|value| value.split_once(';'));
        let symbolic = directives.map_or_else(|| id.to_owned(), |(_, directives)| format!("{id};{directives}"));
        let mut headers = vec![("Bundle-SymbolicName", symbolic)];
        headers.extend(name.map(|name| ("Bundle-Name", name.to_owned())));
        self.with_headers(&headers)
    }

    /// A new zip with other headers, for example another `Bundle-Version`.
    pub fn with_headers(&mut self, headers: &[(&str, String)]) -> Result<Vec<u8>> {
        let mut manifest = self.manifest.clone();
        headers.iter().for_each(|(name, value)| manifest.main.set(name, value.as_str()));
        self.with_files(&BTreeMap::from([(self.manifest_entry.to_owned(), Some(manifest.write()))]))
    }

    /// A new zip with other defaults of parameters; the merged download writes configured values this way.
    pub fn with_values(&mut self, values: &BTreeMap<String, String>) -> Result<Vec<u8>> {
        let mut properties = Properties::read(&self.optional(VALUES)?);
        values.iter().for_each(|(name, value)| properties.set(name, value.as_str()));
        self.with_files(&BTreeMap::from([(VALUES.to_owned(), Some(properties.write("")))]))
    }

    /// A new zip in which files are replaced, added at the end, or (`None`) left out.
    pub fn with_files(&mut self, changes: &BTreeMap<String, Option<Vec<u8>>>) -> Result<Vec<u8>> {
        let names: Vec<String> = self.files().map(str::to_owned).collect();
        let mut files = Vec::new();
        for name in &names {
            let bytes = match changes.get(name) {
                Some(change) => change.clone(),
                None => Some(self.read(name)?),
            };
            files.extend(bytes.map(|bytes| (name.clone(), bytes)));
        }
        let added = changes.iter().filter(|(name, _)| !names.contains(name));
        files.extend(added.filter_map(|(name, bytes)| Some((name.clone(), bytes.clone()?))));
        Ok(pack(Cursor::new(Vec::new()), files)?.into_inner())
    }
}

/// Whether the bytes are a whole bundle: a zip with a manifest, every checksum right.
pub(crate) fn verify(bytes: &[u8]) -> Result<()> {
    Bundle::open(bytes)?.archive.verify()
}

/// A zip of these files, in this order; a bundle's bytes do not depend on when it was made.
fn pack<W: Write + Seek>(out: W, files: Vec<(String, Vec<u8>)>) -> Result<W> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(Stamp::FIXED.zip_time());
    let mut zip = ZipWriter::new(out);
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?)
}

fn extension(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, extension)| extension)
}

/// The extension says the type; two spellings of a stylesheet are one type.
fn resource_type(path: &str) -> String {
    match extension(path).to_ascii_lowercase().as_str() {
        "xsl" => "xslt".to_owned(),
        other => other.to_owned(),
    }
}

/// Splits a header at commas that do not stand in quotes.
fn clauses(value: &str) -> Vec<&str> {
    let mut quoted = false;
    let comma = |c: char| {
        quoted ^= c == '"';
        c == ',' && !quoted
    };
    value.split(comma).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::ResourceType;

    #[test]
    fn minimal_bundles_of_all_types_can_be_opened_and_renamed() {
        for kind in
            ["IFlow", "ValueMapping", "MessageMapping", "ScriptCollection", "RESTAPIProvider", "FunctionLibraries"]
        {
            let bytes = minimal_bundle(&ResourceType::parse(kind), "a.b", "A & <B>").unwrap();
            verify(&bytes).unwrap();
            let renamed = Bundle::open(&bytes).unwrap().renamed("c", None).unwrap();
            let mut bundle = Bundle::open(&renamed).unwrap();
            assert_eq!(
                (bundle.symbolic_name(), bundle.name(), bundle.version()),
                (Some("c"), Some("A & <B>"), Some("1.0.0"))
            );
            assert!(bundle.header("Bundle-SymbolicName").unwrap().ends_with("singleton:=true"));
            assert_eq!(bundle.parameters().unwrap(), []);
        }
        let flow = minimal_bundle(&ResourceType::IFlow, "f", "F").unwrap();
        assert_eq!(Bundle::open(&flow).unwrap().bundle_type(), Some("IntegrationFlow"));
        assert_eq!(Bundle::open(&flow).unwrap().resources(), []);
    }

    #[test]
    fn files_and_values_are_replaced_added_and_left_out() {
        let bytes = minimal_bundle(&ResourceType::IFlow, "f", "F").unwrap();
        let script = "src/main/resources/script/s.groovy".to_owned();
        let changes = BTreeMap::from([(script.clone(), Some(b"x".to_vec())), (".project".to_owned(), None)]);
        let bytes = Bundle::open(&bytes).unwrap().with_files(&changes).unwrap();
        let bytes = Bundle::open(&bytes).unwrap().with_values(&BTreeMap::from([("a b".into(), "1".into())])).unwrap();
        let mut bundle = Bundle::open(&bytes).unwrap();
        assert!(!bundle.files().any(|name| name == ".project"));
        assert_eq!(bundle.read(&script).unwrap(), b"x");
        let resource =
            BundleResource { name: "s.groovy".into(), path: script, resource_type: "groovy".into(), size: 1 };
        assert_eq!(bundle.resources(), [resource]);
        assert_eq!(bundle.parameters().unwrap()[0].value, "1");
    }

    #[test]
    fn capabilities_are_split_outside_of_quotes() {
        let value = "scriptcollection.S;resolution:=optional;x=\"a,b\",messagemapping.M;y=\"c\"";
        assert_eq!(
            clauses(value).iter().map(|c| c.split(';').next().unwrap()).collect::<Vec<_>>(),
            ["scriptcollection.S", "messagemapping.M"]
        );
    }

    #[test]
    fn no_zip_and_no_manifest_are_errors() {
        assert!(matches!(Bundle::open(b"PK"), Err(Error::NotAnArchive { .. })));
        let empty = pack(Cursor::new(Vec::new()), vec![("a".into(), vec![])]).unwrap().into_inner();
        assert!(matches!(Bundle::open(&empty), Err(Error::Bundle { .. })));
    }
}
