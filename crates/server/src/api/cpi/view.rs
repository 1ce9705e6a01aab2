//! Between the engine's types and a tenant's entities.

use super::error::Problem;
use super::schema::{
    ArtifactKind, CONFIGURATION, CUSTOM_TAG, ENDPOINT, ENTRY_POINT, ERROR_INFORMATION, LOCK, PACKAGE, RESOURCE,
    RUNTIME, TAG_CONFIGURATION,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use engine::content::artifact::Artifact;
use engine::content::configuration::Configuration;
use engine::content::endpoint::Endpoint;
use engine::content::lock::Lock;
use engine::content::package::{Package, PackageChange};
use engine::content::resource::Resource;
use engine::content::runtime::Runtime;
use engine::content::tenant::TagDefinitions;
use odata::Value;
use odata::v2::Entity;
use wire::cpi::PackageWish;

/// Bytes of a property. Line breaks in between are accepted.
pub(super) fn base64(property: &str, text: &str) -> Result<Bytes, Problem> {
    let plain: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let decoded = STANDARD.decode(plain).map(Bytes::from);
    decoded.map_err(|_| Problem::bad_request(format!("Property {property} is not valid base64")))
}

/// Where each property of a package stands in an export.
const ATTRIBUTES: [(&str, &str); 8] = [
    ("ShortText", "shortText"),
    ("Description", "Description"),
    ("Vendor", "Vendor"),
    ("Products", "Product"),
    ("Keywords", "Keyword"),
    ("Countries", "Country"),
    ("Industries", "Industries"),
    ("LineOfBusiness", "LineOfBusiness"),
];

pub(super) fn package(package: &Package) -> Entity {
    PACKAGE.entity(|name| match name {
        "Id" => package.id.as_str().into(),
        "Name" => package.name.as_str().into(),
        "ResourceId" => package.reg_id.as_str().into(),
        "Version" => package.version.as_str().into(),
        "PartnerContent" => Value::Bool(package.attribute("partnerContent") == "true"),
        "UpdateAvailable" => Value::Bool(false),
        "Mode" => package.mode.as_str().into(),
        "SupportedPlatform" => platform(package.attribute("SupportedPlatform")).into(),
        "CreatedBy" => package.created_by.as_str().into(),
        "CreationDate" => package.created_at.millis().to_string().into(),
        "ModifiedBy" => package.modified_by.as_str().into(),
        "ModifiedDate" => package.modified_at.millis().to_string().into(),
        other => match ATTRIBUTES.iter().find(|(property, _)| *property == other) {
            Some((_, key)) => package.attribute(key).into(),
            None => Value::Null,
        },
    })
}

/// Exports still say the product's former name.
fn platform(text: &str) -> &str {
    if text == "SAP HANA Cloud Integration" { "SAP Cloud Integration" } else { text }
}

pub(super) fn wish(wish: &PackageWish) -> Result<PackageChange, Problem> {
    // One that is not can be neither made nor changed here.
    if let Some(mode) = wish.mode.as_deref().filter(|mode| *mode != "EDIT_ALLOWED") {
        return Err(Problem::bad_request(format!("Mode '{mode}' cannot be set; packages made here are EDIT_ALLOWED")));
    }
    let given = [
        ("shortText", &wish.short_text),
        ("Description", &wish.description),
        ("Vendor", &wish.vendor),
        ("Product", &wish.products),
        ("Keyword", &wish.keywords),
        ("Country", &wish.countries),
        ("Industries", &wish.industries),
        ("LineOfBusiness", &wish.line_of_business),
    ];
    let attributes = given.into_iter().filter_map(|(key, value)| Some((key, value.clone()?)));
    Ok(PackageChange { name: wish.name.clone(), version: wish.version.clone(), attributes: attributes.collect() })
}

pub(super) fn has_tag(package: &Package, name: &str, values: &[String]) -> bool {
    package.tags.get(name).is_some_and(|present| present.iter().any(|value| values.contains(value)))
}

/// `|` separates values.
pub(super) fn tag_values(text: &str) -> Vec<String> {
    text.split('|').map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

pub(super) fn custom_tag(name: &str, values: &[String]) -> Entity {
    CUSTOM_TAG.entity(|property| match property {
        "Name" => name.into(),
        _ => values.join("|").into(),
    })
}

pub(super) fn tag_definitions(definitions: &TagDefinitions) -> Vec<u8> {
    serde_json::to_vec(definitions).unwrap_or_default()
}

pub(super) fn tag_configuration(definitions: &TagDefinitions) -> Entity {
    TAG_CONFIGURATION.entity(|property| match property {
        "Id" => "CustomTags".into(),
        _ => STANDARD.encode(tag_definitions(definitions)).into(),
    })
}

pub(super) fn artifact(kind: &'static ArtifactKind, artifact: &Artifact) -> Entity {
    kind.ty.entity(|name| match name {
        "Id" => artifact.id.as_str().into(),
        "Version" => artifact.version.as_str().into(),
        "Name" => artifact.name.as_str().into(),
        "PackageId" => artifact.package.as_str().into(),
        "Description" => artifact.attribute("Description").unwrap_or_default().into(),
        "Sender" => artifact.attribute("source").unwrap_or_default().into(),
        "Receiver" => artifact.attribute("target").unwrap_or_default().into(),
        "Comment" => artifact.comment.as_str().into(),
        "CreatedBy" => artifact.created_by.as_str().into(),
        "CreatedAt" => artifact.created_at.millis().to_string().into(),
        "ModifiedBy" => artifact.modified_by.as_str().into(),
        "ModifiedAt" => artifact.modified_at.millis().to_string().into(),
        _ => Value::Null,
    })
}

pub(super) fn configuration(found: &Configuration) -> Entity {
    CONFIGURATION.entity(|name| match name {
        "ParameterKey" => found.parameter.key.as_str().into(),
        "ParameterValue" => found.value.as_str().into(),
        "DataType" => found.parameter.data_type.as_str().into(),
        _ => found.parameter.description.as_str().into(),
    })
}

pub(super) fn resource(found: &Resource) -> Entity {
    RESOURCE.entity(|name| match name {
        "Name" => found.name.as_str().into(),
        "ResourceType" => found.kind.as_str().into(),
        "ResourceSize" => Value::Int(i64::try_from(found.size).unwrap_or(i64::MAX)),
        "ResourceSizeUnit" => "BYTE".into(),
        _ => Value::Null,
    })
}

pub(super) fn lock(lock: &Lock) -> Entity {
    LOCK.entity(|name| match name {
        "ResourceId" => lock.reg_id.as_str().into(),
        "ArtifactId" => lock.id.as_str().into(),
        "ArtifactName" => lock.name.as_str().into(),
        "ArtifactType" => lock.kind.as_str().into(),
        "PackageId" => lock.package.as_str().into(),
        "PackageName" => lock.package_name.as_str().into(),
        "CreatedAt" => Value::Time(lock.created_at.millis()),
        _ => lock.holder.as_str().into(),
    })
}

pub(super) fn error_information(id: &str) -> Entity {
    ERROR_INFORMATION.entity(|_| id.into())
}

/// Clients read the first parameter.
pub(super) fn error_text(error: &str) -> serde_json::Value {
    serde_json::json!({
        "message": {"subsystemName": "CONTENT_DEPLOY", "subsytemPartName": "CONTENT_DEPLOY", "messageId": "CONTENT_BUILD_FAILED", "messageText": error},
        "parameter": [error],
        "childMessageInstances": [],
    })
}

pub(super) fn endpoint_id(endpoint: &Endpoint) -> String {
    format!("{}$endpointAddress={}", endpoint.flow, endpoint.address)
}

pub(super) fn endpoint(endpoint: &Endpoint) -> Entity {
    ENDPOINT.entity(|name| match name {
        "Id" => endpoint_id(endpoint).into(),
        "Name" => endpoint.flow.as_str().into(),
        "Title" => endpoint.title.as_str().into(),
        "Version" => endpoint.version.as_str().into(),
        "LastUpdated" => Value::Time(endpoint.updated_at.millis()),
        "Protocol" => endpoint.protocol.as_str().into(),
        _ => "".into(),
    })
}

pub(super) fn entry_point(endpoint: &Endpoint, url: &str) -> Entity {
    ENTRY_POINT.entity(|name| match name {
        "Url" => url.into(),
        "Name" => endpoint.flow.as_str().into(),
        "Type" => "PROD".into(),
        _ => "".into(),
    })
}

fn runtime_type(kind: &str) -> &'static str {
    match kind {
        "ValueMapping" => "VALUE_MAPPING",
        "MessageMapping" => "MESSAGE_MAPPING",
        "ScriptCollection" => "SCRIPT_COLLECTION",
        _ => "INTEGRATION_FLOW",
    }
}

pub(super) fn runtime(runtime: &Runtime) -> Entity {
    RUNTIME.entity(|name| match name {
        "Id" => runtime.id.as_str().into(),
        "Version" => runtime.version.as_str().into(),
        "Name" => runtime.name.as_str().into(),
        "Type" => runtime_type(&runtime.kind).into(),
        "DeployedBy" => runtime.deployed_by.as_str().into(),
        "DeployedOn" => Value::Time(runtime.deployed_at.millis()),
        _ => runtime.status.word().into(),
    })
}
