//! Reads a package export, generously: any order of entries, a folder around them, junk of desktop tools.

use std::collections::HashMap;
use std::io::{Read, Seek};

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value;

use super::resource::type_of;
use super::{Artifact, Package, Relation};
use crate::Object;
use crate::archive::{Archive, Limits};
use crate::bundle;
use crate::error::{Error, Result};
use crate::json;

const RESOURCES: &str = "resources.cnt";
const CONTENT: &str = "_content";
/// The largest one that was seen has less than one hundredth of this.
const RESOURCES_LIMIT: u64 = 16 * 1024 * 1024;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

impl Package {
    /// Reads an export zip. Every bundle-type artifact must be a readable zip with a manifest; the error names the one
    /// that is not.
    /// The entry `hash` is never verified: it is keyed by the tenant that wrote it.
    pub fn read<R: Read + Seek>(reader: R, limits: Limits) -> Result<Self> {
        Package::from_archive(&mut Archive::open(reader, limits)?, "")
    }

    /// Reads an export that lies unpacked below `directory` of an archive; an empty one is the whole archive.
    pub fn from_archive<R: Read + Seek>(archive: &mut Archive<R>, directory: &str) -> Result<Self> {
        let layout = Layout::find(archive, directory)?;
        let resources = archive.read(&layout.resources, RESOURCES_LIMIT)?;
        let mut package = parse_resources(&resources)?;
        for artifact in &mut package.artifacts {
            load_content(archive, &layout, artifact)?;
        }
        Ok(package)
    }

    /// The decoded content of `resources.cnt`, for people who want to look.
    pub fn resources_json(resources_cnt: &[u8]) -> Result<Value> {
        let text = resources_cnt.strip_prefix(b"\xef\xbb\xbf").unwrap_or(resources_cnt);
        let text: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
        let decoded = BASE64.decode(text).map_err(|error| wrong(format!("is not base64: {error}")))?;
        json::read(&decoded).map_err(|error| wrong(format!("is not JSON: {error}")))
    }
}

/// Where the parts of the export are in its archive.
struct Layout {
    resources: String,
    /// Content entries by hidden id in lower case.
    contents: HashMap<String, String>,
}

impl Layout {
    fn find<R: Read + Seek>(archive: &Archive<R>, directory: &str) -> Result<Self> {
        let names = || archive.below(directory).map(|entry| entry.name.as_str()).filter(|name| !is_junk(name));
        let found: Vec<&str> = names().filter(|name| base(name).eq_ignore_ascii_case(RESOURCES)).collect();
        let resources = match found[..] {
            [] => return Err(Error::package("it has no `resources.cnt`, so it is no package export")),
            [one] => one.to_owned(),
            _ => return Err(Error::package("it has more than one `resources.cnt`")),
        };
        let root = &resources[..resources.len() - RESOURCES.len()];
        let contents = names().filter_map(|name| Some((content_id(name.strip_prefix(root)?)?, name.to_owned())));
        Ok(Layout { contents: contents.collect(), resources })
    }
}

fn content_id(name: &str) -> Option<String> {
    let at = name.len().checked_sub(CONTENT.len())?;
    let (id, suffix) = name.split_at_checked(at)?;
    (suffix.eq_ignore_ascii_case(CONTENT) && !id.contains('/')).then(|| id.to_ascii_lowercase())
}

fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// What desktop systems add when somebody unpacks an export and packs it again.
fn is_junk(name: &str) -> bool {
    name.split('/').any(|segment| segment == "__MACOSX" || segment.starts_with("._") || segment == ".DS_Store")
}

fn parse_resources(bytes: &[u8]) -> Result<Package> {
    let Value::Object(mut root) = Package::resources_json(bytes)? else {
        return Err(wrong("is no JSON object".to_owned()));
    };
    let resources = objects(&mut root, "resources")?;
    let (packages, others): (Vec<Object>, Vec<Object>) =
        resources.into_iter().partition(|resource| type_of(resource) == "ContentPackage");
    let Ok([package]) = <[Object; 1]>::try_from(packages) else {
        return Err(wrong("must describe exactly one resource of type ContentPackage".to_owned()));
    };
    let mut package = Package::from_resource(package)?;
    package.artifacts = others.into_iter().map(Artifact::from_resource).collect::<Result<_>>()?;
    package.relations = objects(&mut root, "relations")?.into_iter().map(Relation::from_json).collect::<Result<_>>()?;
    unique(&package)?;
    Ok(package)
}

fn objects(root: &mut Object, key: &str) -> Result<Vec<Object>> {
    let Some(value) = root.remove(key) else { return Ok(Vec::new()) };
    let Value::Array(values) = value else { return Err(wrong(format!("has a `{key}` that is no list"))) };
    let object = |value| match value {
        Value::Object(object) => Ok(object),
        _ => Err(wrong(format!("has a `{key}` with something else than objects"))),
    };
    values.into_iter().map(object).collect()
}

fn unique(package: &Package) -> Result<()> {
    let mut seen = HashMap::new();
    for artifact in &package.artifacts {
        if let Some(first) = seen.insert(artifact.reg_id.to_ascii_lowercase(), &artifact.name) {
            return Err(wrong(format!("gives `{first}` and `{}` the same id {}", artifact.name, artifact.reg_id)));
        }
    }
    Ok(())
}

fn load_content<R: Read + Seek>(archive: &mut Archive<R>, layout: &Layout, artifact: &mut Artifact) -> Result<()> {
    let entry = artifact.content_entry();
    let bytes = match layout.contents.get(&artifact.reg_id.to_ascii_lowercase()) {
        Some(name) => {
            let limit = archive.limits().entry;
            Some(archive.read(name, limit).map_err(|error| error.of_artifact(&artifact.name, &entry))?)
        }
        None => None,
    };
    if artifact.resource_type.is_bundle() {
        let bytes = bytes.as_deref().ok_or_else(|| Error::MissingEntry { entry: entry.clone() });
        bytes.and_then(bundle::verify).map_err(|error| error.of_artifact(&artifact.name, &entry))?;
    }
    artifact.content = bytes;
    Ok(())
}

fn wrong(reason: String) -> Error {
    Error::package(format!("`resources.cnt` {reason}"))
}
