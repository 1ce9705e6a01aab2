//! Whether two packages are the same one, artifact by artifact: the proof that a target got what the source has.

use std::collections::BTreeMap;
use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};

use crate::naming::hex;
use crate::package::{Artifact, Attributes, Package};

/// One thing in which two packages differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Technical id of the artifact; none for the package itself.
    pub artifact: Option<String>,
    pub kind: DifferenceKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DifferenceKind {
    OnlyInFirst,
    OnlyInSecond,
    /// A field or attribute by its name in the export.
    Field {
        name: String,
        first: String,
        second: String,
    },
    /// SHA-256 of the content bytes; empty where there is no content.
    Content {
        first: String,
        second: String,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.artifact {
            Some(artifact) => write!(f, "artifact `{artifact}`")?,
            None => f.write_str("the package")?,
        }
        match &self.kind {
            DifferenceKind::OnlyInFirst => f.write_str(" is only in the first"),
            DifferenceKind::OnlyInSecond => f.write_str(" is only in the second"),
            DifferenceKind::Field { name, first, second } => write!(f, ": `{name}` is `{first}` and `{second}`"),
            DifferenceKind::Content { first, second } => write!(f, ": the content is {first} and {second} (SHA-256)"),
        }
    }
}

/// Compares identity, versions, attributes and content bytes. Who changed something when, and counters of a tenant, do
/// not count.
pub fn same_content(first: &Package, second: &Package) -> Vec<Difference> {
    let mut differences = fields(None, &package_fields(first), &package_fields(second));
    let (left, right) = (by_identity(first), by_identity(second));
    for (identity, artifact) in &left {
        match right.get(identity) {
            Some(other) => differences.extend(artifacts(artifact, other)),
            None => differences.push(only(artifact, DifferenceKind::OnlyInFirst)),
        }
    }
    let added = right.iter().filter(|(identity, _)| !left.contains_key(*identity));
    differences.extend(added.map(|(_, artifact)| only(artifact, DifferenceKind::OnlyInSecond)));
    differences
}

/// Technical id, type, and a number for those that share both.
type Identity<'a> = (&'a str, &'a str, usize);

fn by_identity(package: &Package) -> BTreeMap<Identity<'_>, &Artifact> {
    let mut artifacts: Vec<&Artifact> = package.artifacts.iter().collect();
    artifacts.sort_by(|a, b| a.reg_id.cmp(&b.reg_id));
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for artifact in artifacts {
        let (id, kind) = (artifact.unique_id.as_str(), artifact.resource_type.as_str());
        let nth = counts.entry((id, kind)).or_default();
        found.insert((id, kind, *nth), artifact);
        *nth += 1;
    }
    found
}

fn only(artifact: &Artifact, kind: DifferenceKind) -> Difference {
    Difference { artifact: Some(artifact.unique_id.clone()), kind }
}

fn artifacts(first: &Artifact, second: &Artifact) -> Vec<Difference> {
    let artifact = Some(first.unique_id.clone());
    let mut differences = fields(artifact.clone(), &artifact_fields(first), &artifact_fields(second));
    if first.content != second.content {
        let kind = DifferenceKind::Content { first: sha256(first), second: sha256(second) };
        differences.push(Difference { artifact, kind });
    }
    differences
}

fn sha256(artifact: &Artifact) -> String {
    artifact.content.as_ref().map(|bytes| hex(digest(&SHA256, bytes).as_ref())).unwrap_or_default()
}

type Fields = BTreeMap<String, String>;

fn package_fields(package: &Package) -> Fields {
    let known = [
        ("uniqueId", &package.id),
        ("id", &package.reg_id),
        ("displayName", &package.name),
        ("Version", &package.version),
    ];
    with_attributes(&known, &package.attributes)
}

fn artifact_fields(artifact: &Artifact) -> Fields {
    let kind = artifact.resource_type.to_string();
    let known = [
        ("id", &artifact.reg_id),
        ("displayName", &artifact.name),
        ("semanticVersion", &artifact.version),
        ("resourceType", &kind),
    ];
    with_attributes(&known, &artifact.attributes)
}

/// An attribute without a value and an absent one are the same to people.
fn with_attributes(known: &[(&str, &String)], attributes: &Attributes) -> Fields {
    let named = attributes.iter().map(|(key, values)| (key.clone(), values.join("|")));
    let known = known.iter().map(|(key, value)| ((*key).to_owned(), (*value).clone()));
    named.chain(known).filter(|(_, value)| !value.is_empty()).collect()
}

fn fields(artifact: Option<String>, first: &Fields, second: &Fields) -> Vec<Difference> {
    let names = first.keys().chain(second.keys().filter(|name| !first.contains_key(*name)));
    let value = |fields: &Fields, name: &String| fields.get(name).cloned().unwrap_or_default();
    let differing = names.filter(|name| first.get(*name) != second.get(*name));
    let kind = |name: &String| DifferenceKind::Field {
        name: name.clone(),
        first: value(first, name),
        second: value(second, name),
    };
    differing.map(|name| Difference { artifact: artifact.clone(), kind: kind(name) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::ResourceType;

    fn package() -> Package {
        let mut package = Package::new("Demo", &"a".repeat(32), "Demo", "1.0.0");
        let mut artifact = Artifact::new(&"b".repeat(32), "notes", "Notes", "1.0.0", ResourceType::File);
        artifact.content = Some(b"one".to_vec());
        package.put(artifact);
        package
    }

    #[test]
    fn the_same_package_has_no_differences() {
        let mut other = package();
        other.artifacts[0].resource.insert("modifiedAt".into(), 7.into());
        assert_eq!(same_content(&package(), &other), []);
    }

    #[test]
    fn content_versions_and_absence_are_found() {
        let mut other = package();
        other.version = "1.0.1".into();
        other.artifacts[0].content = Some(b"two".to_vec());
        other.put(Artifact::new(&"c".repeat(32), "link", "Link", "1.0.0", ResourceType::Url));
        let found = same_content(&package(), &other);
        assert!(matches!(&found[0].kind, DifferenceKind::Field { name, .. } if name == "Version"));
        assert!(matches!(&found[1].kind, DifferenceKind::Content { .. }));
        assert_eq!((found[2].artifact.as_deref(), &found[2].kind), (Some("link"), &DifferenceKind::OnlyInSecond));
        assert_eq!(found.len(), 3);
    }
}
