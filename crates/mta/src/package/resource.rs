//! Between resources of `resources.cnt` and the model: typed fields out of the JSON, and back into it.

use serde_json::{Value, json};

use super::{Artifact, Attributes, Package, Relation, ResourceType};
use crate::Object;
use crate::error::{Error, Result};

/// A field that must be there; `what` names the resource in the error.
fn required(resource: &Object, key: &str, what: &str) -> Result<String> {
    text(resource, key).ok_or_else(|| Error::package(format!("resources.cnt: {what} has no `{key}`")))
}

fn text(resource: &Object, key: &str) -> Option<String> {
    resource.get(key).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
}

pub(super) fn type_of(resource: &Object) -> &str {
    resource.get("resourceType").and_then(Value::as_str).unwrap_or_default()
}

/// The hidden identity becomes part of an entry name, so it may not lead elsewhere.
fn reg_id(resource: &Object, what: &str) -> Result<String> {
    let id = required(resource, "id", what)?;
    let plain = id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if plain { Ok(id) } else { Err(Error::package(format!("resources.cnt: {what} has the unusable id `{id}`"))) }
}

fn attributes(resource: &Object) -> Attributes {
    let Some(Value::Object(attributes)) = resource.get("additionalAttributes") else { return Attributes::new() };
    let values = |value: &Value| match value.get("attributeValues") {
        Some(Value::Array(values)) => values.iter().map(plain).collect(),
        _ => Vec::new(),
    };
    attributes.iter().map(|(key, value)| (key.clone(), values(value))).collect()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl Artifact {
    /// An artifact by its resource, still without content.
    pub fn from_resource(resource: Object) -> Result<Self> {
        let what = format!("the {} `{}`", type_of(&resource), label(&resource));
        Ok(Artifact {
            reg_id: reg_id(&resource, &what)?,
            unique_id: text(&resource, "uniqueId").map_or_else(|| required(&resource, "id", &what), Ok)?,
            name: label(&resource),
            version: text(&resource, "semanticVersion").unwrap_or_default(),
            resource_type: ResourceType::parse(&required(&resource, "resourceType", &what)?),
            attributes: attributes(&resource),
            content: None,
            resource,
        })
    }

    /// The resource to write: as it came, with the typed fields put in.
    pub fn to_resource(&self) -> Object {
        let mut resource = self.resource.clone();
        put(&mut resource, "id", &self.reg_id);
        put(&mut resource, "uniqueId", &self.unique_id);
        put(&mut resource, "displayName", &self.name);
        if !self.version.is_empty() || resource.contains_key("semanticVersion") {
            put(&mut resource, "semanticVersion", &self.version);
        }
        put(&mut resource, "resourceType", self.resource_type.as_str());
        put_attributes(&mut resource, &self.attributes);
        resource
    }

    /// A resource for an artifact that was made here, with the keys that exports have.
    pub fn new(reg_id: &str, unique_id: &str, name: &str, version: &str, kind: ResourceType) -> Self {
        let mut resource = new_resource(reg_id);
        let file_name = if kind.is_bundle() { format!("{unique_id}.zip") } else { name.to_owned() };
        put(&mut resource, "name", &file_name);
        if kind.is_bundle() {
            put(&mut resource, "contentType", "application/zip");
        }
        let mut artifact = Artifact {
            reg_id: reg_id.to_owned(),
            unique_id: unique_id.to_owned(),
            name: name.to_owned(),
            version: version.to_owned(),
            resource_type: kind,
            attributes: Attributes::new(),
            content: None,
            resource,
        };
        artifact.resource = artifact.to_resource();
        artifact
    }
}

impl Package {
    /// A package by its resource, still without artifacts.
    pub fn from_resource(resource: Object) -> Result<Self> {
        let what = "the package";
        let attributes = attributes(&resource);
        let shown = attributes.get("Version").and_then(|values| values.first()).filter(|version| !version.is_empty());
        let version = shown.cloned().or_else(|| text(&resource, "semanticVersion")).unwrap_or_default();
        Ok(Package {
            id: required(&resource, "uniqueId", what)?,
            reg_id: reg_id(&resource, what)?,
            name: label(&resource),
            version,
            attributes,
            artifacts: Vec::new(),
            relations: Vec::new(),
            resource,
        })
    }

    /// The resource to write: as it came, with the typed fields put in.
    pub fn to_resource(&self) -> Object {
        let mut resource = self.resource.clone();
        put(&mut resource, "id", &self.reg_id);
        put(&mut resource, "uniqueId", &self.id);
        put(&mut resource, "displayName", &self.name);
        put(&mut resource, "resourceType", "ContentPackage");
        let mut attributes = self.attributes.clone();
        let semantic = text(&resource, "semanticVersion").unwrap_or_default();
        if attributes.get("Version").is_some_and(|shown| shown.iter().any(|v| !v.is_empty()))
            || semantic != self.version
        {
            attributes.insert("Version".to_owned(), vec![self.version.clone()]);
        }
        put_attributes(&mut resource, &attributes);
        resource
    }

    /// An empty package that was made here.
    pub fn new(id: &str, reg_id: &str, name: &str, version: &str) -> Self {
        let mut resource = new_resource(reg_id);
        put(&mut resource, "name", id);
        put(&mut resource, "semanticVersion", "1.0.0");
        resource.insert("auxilaryProperties".to_owned(), json!({}));
        let fixed =
            [("category", "Integration"), ("SupportedPlatform", "SAP HANA Cloud Integration"), ("Version", version)];
        let attributes = fixed.map(|(key, value)| (key.to_owned(), vec![value.to_owned()]));
        let mut package = Package {
            id: id.to_owned(),
            reg_id: reg_id.to_owned(),
            name: name.to_owned(),
            version: version.to_owned(),
            attributes: Attributes::from(attributes),
            artifacts: Vec::new(),
            relations: Vec::new(),
            resource,
        };
        package.resource = package.to_resource();
        package
    }

    /// Puts an artifact into the package, with its relation; one of the same hidden id is replaced.
    pub fn put(&mut self, artifact: Artifact) {
        if !self.relations.iter().any(|relation| relation.target_id == artifact.reg_id) {
            self.relations.push(Relation::new(&self.reg_id, &artifact.reg_id, "Default"));
        }
        match self.artifacts.iter_mut().find(|present| present.reg_id == artifact.reg_id) {
            Some(present) => *present = artifact,
            None => self.artifacts.push(artifact),
        }
    }
}

impl Relation {
    pub fn new(source_id: &str, target_id: &str, name: &str) -> Self {
        let mut raw = Object::new();
        put(&mut raw, "sourceId", source_id);
        put(&mut raw, "targetId", target_id);
        put(&mut raw, "relationType", "AGGREGATION");
        put(&mut raw, "RelationName", name);
        Relation { source_id: source_id.to_owned(), target_id: target_id.to_owned(), name: name.to_owned(), raw }
    }

    /// A relation as it stands in an export.
    pub fn from_json(raw: Object) -> Result<Self> {
        Ok(Relation {
            source_id: required(&raw, "sourceId", "a relation")?,
            target_id: required(&raw, "targetId", "a relation")?,
            name: text(&raw, "RelationName").unwrap_or_else(|| "Default".to_owned()),
            raw,
        })
    }
}

fn label(resource: &Object) -> String {
    ["displayName", "name", "uniqueId", "id"].iter().find_map(|key| text(resource, key)).unwrap_or_default()
}

fn new_resource(reg_id: &str) -> Object {
    let mut resource = Object::new();
    resource.insert("version".to_owned(), json!(1));
    resource.insert("revision".to_owned(), json!(0));
    // The tenant part is unknown here; the tenant that imports gives its own.
    put(&mut resource, "masterId", &format!("{}:{reg_id}:1", "0".repeat(32)));
    resource.insert("isValidHash".to_owned(), json!(0));
    put(&mut resource, "privilegeState", "EDIT_ALLOWED");
    resource.insert("isRestricted".to_owned(), json!(false));
    resource.insert("isGroupDefault".to_owned(), json!(false));
    resource.insert("resourceReferences".to_owned(), json!([]));
    resource
}

fn put(resource: &mut Object, key: &str, value: &str) {
    resource.insert(key.to_owned(), Value::from(value));
}

/// Only what differs is touched, so that flags beside the values stay as they came.
fn put_attributes(resource: &mut Object, wanted: &Attributes) {
    if attributes(resource) == *wanted {
        return;
    }
    let slot = resource.entry("additionalAttributes").or_insert_with(|| json!({}));
    if !slot.is_object() {
        *slot = json!({});
    }
    let Value::Object(present) = slot else { return };
    present.retain(|key, _| wanted.contains_key(key));
    for (key, values) in wanted {
        let entry = present.entry(key).or_insert_with(|| json!({ "isExtendedLargeAttribute": false }));
        if let Value::Object(entry) = entry {
            entry.insert("attributeValues".to_owned(), json!(values));
        }
    }
}
