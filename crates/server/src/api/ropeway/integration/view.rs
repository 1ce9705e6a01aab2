//! Between the engine's types and what is sent.

use super::super::can;
use ::wire::ropeway::integration as wire;
use engine::content::import::Imported;
use engine::content::page::inside::Table;
use engine::content::page::{artifact, package};
use engine::content::resource::Resource;
use engine::content::runtime::Runtime;
use model::runtime::Listener;

/// What the next page is asked with, if there may be one.
pub(super) fn next(count: usize, limit: i64, last: Option<String>) -> Option<String> {
    let is_full = i64::try_from(count).is_ok_and(|count| count >= limit);
    last.filter(|_| is_full)
}

pub(super) fn package_line(line: package::Line) -> wire::PackageLine {
    wire::PackageLine {
        id: line.id,
        name: line.name,
        version: line.version,
        vendor: line.vendor,
        short_text: line.short_text,
        mode: line.mode.to_owned(),
        modified_by: line.modified_by,
        modified_at: line.modified_at.rfc3339_millis(),
        artifacts: line.artifacts,
        drafts: line.drafts,
        deployed: line.deployed,
    }
}

pub(super) fn package(seen: package::Seen) -> wire::PackageDetails {
    let (vendor, description) = (seen.vendor().to_owned(), seen.description().to_owned());
    let package::Seen { package, artifacts, can: allowed } = seen;
    wire::PackageDetails {
        vendor,
        description,
        short_text: package.attribute(engine::content::package::SHORT_TEXT).to_owned(),
        id: package.id,
        name: package.name,
        version: package.version,
        mode: package.mode,
        created_by: package.created_by,
        created_at: package.created_at.rfc3339_millis(),
        modified_by: package.modified_by,
        modified_at: package.modified_at.rfc3339_millis(),
        tags: package.tags,
        artifacts: artifacts.into_iter().map(package_artifact).collect(),
        can: can::told(allowed),
    }
}

fn package_artifact(seen: package::ArtifactSeen) -> wire::PackageArtifact {
    let (status, deployed) = seen.runtime.unzip();
    wire::PackageArtifact {
        id: seen.id,
        r#type: seen.kind,
        name: seen.name,
        version: seen.version,
        draft: seen.draft,
        size_bytes: seen.size,
        description: seen.description,
        modified_by: seen.modified_by,
        modified_at: seen.modified_at.rfc3339_millis(),
        locked_by: seen.locked_by,
        runtime_status: status.map(|status| status.to_string()),
        deployed_version: deployed,
        has_page: seen.has_page,
    }
}

pub(super) fn imported(imported: Imported) -> wire::ImportedPackage {
    wire::ImportedPackage {
        package: imported.package,
        is_new: imported.new_package,
        created: imported.created,
        overwritten: imported.overwritten,
        unchanged: imported.unchanged,
        warnings: imported.warnings,
    }
}

pub(super) fn artifact(seen: artifact::Seen) -> wire::ArtifactDetails {
    let artifact::Seen {
        artifact: row,
        package,
        description,
        parameters,
        versions,
        locked_by,
        runtime: runs,
        can: may,
        configuration_version,
    } = seen;
    wire::ArtifactDetails {
        id: row.id,
        r#type: row.kind,
        name: row.name,
        description,
        package: package.id,
        package_name: package.name,
        version: row.version,
        draft: row.draft,
        size_bytes: row.size,
        created_by: row.created_by,
        created_at: row.created_at.rfc3339_millis(),
        modified_by: row.modified_by,
        modified_at: row.modified_at.rfc3339_millis(),
        locked_by,
        parameters: parameters.into_iter().map(parameter).collect(),
        versions: versions.into_iter().map(version).collect(),
        runtime: runs.map(runtime),
        can: can::told(may),
        configuration_version,
    }
}

fn parameter(value: artifact::Value) -> wire::ArtifactParameter {
    let artifact::Value { parameter, configured } = value;
    wire::ArtifactParameter {
        key: parameter.key,
        data_type: parameter.data_type,
        description: parameter.description,
        default_value: parameter.default,
        configured_value: configured,
    }
}

fn version(version: artifact::Version) -> wire::ArtifactVersion {
    wire::ArtifactVersion {
        version: version.version,
        comment: version.comment,
        created_by: version.created_by,
        created_at: version.created_at.rfc3339_millis(),
    }
}

pub(super) fn runtime(row: Runtime) -> wire::RuntimeArtifact {
    let endpoint = |Listener { protocol, path, .. }| wire::RuntimeEndpoint { protocol, path };
    wire::RuntimeArtifact {
        id: row.id,
        r#type: row.kind,
        name: row.name,
        version: row.version,
        status: row.status.to_string(),
        error: row.error,
        endpoints: row.endpoints.into_iter().map(endpoint).collect(),
        deployed_by: row.deployed_by,
        deployed_at: row.deployed_at.rfc3339_millis(),
    }
}

pub(super) fn resource(resource: Resource) -> wire::ArtifactResource {
    wire::ArtifactResource { name: resource.name, r#type: resource.kind, size_bytes: resource.size }
}

pub(super) fn values(table: Table, next: Option<String>) -> wire::ValueMappingPage {
    let sides = table.sides.into_iter().map(|side| wire::ValueMappingSide { agency: side.agency, schema: side.schema });
    let row = |(number, values)| wire::ValueMappingRow { number, values };
    wire::ValueMappingPage { sides: sides.collect(), items: table.rows.into_iter().map(row).collect(), next }
}
