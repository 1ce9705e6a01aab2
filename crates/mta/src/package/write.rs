//! Writes a package export in the layout of the original: contents, `resources.cnt`, `contentmetadata.md`, `hash`,
//! `ExportInformation.info`.

use std::collections::{BTreeSet, HashSet};
use std::io::Write;

use aws_lc_rs::digest::{Context, SHA256};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::{Artifact, Package, Relation, ResourceType};
use crate::Object;
use crate::error::{Error, Result};
use crate::naming::hex;
use crate::stamp::Stamp;

/// Every line of the original; the environment names the writer.
const METADATA: &str = "-- listing properties --\nHashVersion=2.0.0\nEncodingVersion=1.0.0\nOrganization=TEST\n\
    Environment=it-db-design.ropeway\nRelationClassVersion=1.0.0\nResourceClassVersion=1.2.0\nExportModelVersion=1.0.0\n";

/// Which artifacts of a package are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    All,
    /// Artifact-level transport: those of these technical or hidden ids. Tag values belong to the package and always go
    /// along.
    Artifacts(BTreeSet<String>),
}

/// Writes the export. The bytes depend on nothing but the arguments.
pub fn write_package<W: Write>(out: W, package: &Package, selection: &Selection, made_at: Stamp) -> Result<W> {
    let chosen = choose(package, selection)?;
    let metadata = STANDARD.encode(METADATA);
    let resources = STANDARD.encode(resources_json(package, &chosen));
    let mut zip = ZipWriter::new_stream(out);
    for artifact in &chosen {
        if let Some(content) = &artifact.content {
            add(&mut zip, &artifact.content_entry(), content, made_at)?;
        }
    }
    add(&mut zip, "resources.cnt", resources.as_bytes(), made_at)?;
    add(&mut zip, "contentmetadata.md", metadata.as_bytes(), made_at)?;
    add(&mut zip, "hash", hash(&chosen, &resources, &metadata).as_bytes(), made_at)?;
    let information = format!("Name= {}\nDate= {}", package.name, made_at.java_date());
    add(&mut zip, "ExportInformation.info", information.as_bytes(), made_at)?;
    Ok(zip.finish()?.into_inner())
}

fn choose<'a>(package: &'a Package, selection: &Selection) -> Result<Vec<&'a Artifact>> {
    let Selection::Artifacts(wanted) = selection else { return Ok(package.artifacts.iter().collect()) };
    let known = package.artifacts.iter().flat_map(|artifact| [&artifact.unique_id, &artifact.reg_id]);
    let known: HashSet<&String> = known.collect();
    if let Some(unknown) = wanted.iter().find(|id| !known.contains(id)) {
        return Err(Error::UnknownArtifact { artifact: unknown.clone() });
    }
    let chosen = package.artifacts.iter().filter(|artifact| {
        wanted.contains(&artifact.unique_id)
            || wanted.contains(&artifact.reg_id)
            || artifact.resource_type == ResourceType::CustomTags
    });
    Ok(chosen.collect())
}

/// Relations go with their artifacts; those to things outside of the package stay.
fn resources_json(package: &Package, chosen: &[&Artifact]) -> String {
    let written: HashSet<&str> = chosen.iter().map(|artifact| artifact.reg_id.as_str()).collect();
    let all = package.artifacts.iter().map(|artifact| artifact.reg_id.as_str());
    let left_out: HashSet<&str> = all.filter(|id| !written.contains(id)).collect();
    let mut resources: Vec<Object> = chosen.iter().map(|artifact| artifact.to_resource()).collect();
    resources.push(package.to_resource());
    let ends =
        |relation: &Relation| [&relation.source_id, &relation.target_id].map(|id| left_out.contains(id.as_str()));
    let kept = package.relations.iter().filter(|relation| ends(relation) == [false, false]);
    let relations: Vec<Value> = kept.map(|relation| Value::Object(relation.raw.clone())).collect();
    json!({ "resources": resources, "relations": relations }).to_string()
}

/// Two hexadecimal values like the original's: the first over the content, the second over the metadata. The key of the
/// original is
/// not known, and no reader may rely on it.
fn hash(chosen: &[&Artifact], resources: &str, metadata: &str) -> String {
    let mut content = Context::new(&SHA256);
    chosen.iter().filter_map(|artifact| artifact.content.as_deref()).for_each(|bytes| content.update(bytes));
    content.update(resources.as_bytes());
    let mut second = Context::new(&SHA256);
    second.update(metadata.as_bytes());
    json!([hex(content.finish().as_ref()), hex(second.finish().as_ref())]).to_string()
}

fn add<W: Write>(zip: &mut ZipWriter<StreamWriter<W>>, name: &str, bytes: &[u8], made_at: Stamp) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(made_at.zip_time());
    zip.start_file(name, options)?;
    Ok(zip.write_all(bytes)?)
}
