//! Features, references and transports as the public API shows them, and what is sent to change them.

use super::error::Problem;
use super::options::{PROPERTIES, Set};
use engine::change::feature::{Details, Edit, Feature, Transport};
use engine::change::project::Project;
use engine::change::reference::{ExternalReference, NewReference, UrlReference};
use model::feature::{display_id, priority};
use odata::{Query, Value};
use serde_json::{Map, Value as Json, json};
use wire::alm::{FeatureBody, ReferenceBody};

/// A property of a feature for filters and orders.
pub(super) fn value((feature, project): &(Feature, Project), path: &str) -> Option<Value> {
    Some(match path {
        "uuid" => Value::from(feature.id.text()),
        "displayId" => Value::from(display_id(feature.number)),
        "title" => Value::from(feature.title.as_str()),
        "description" => Value::from(feature.description.as_str()),
        "projectId" => Value::from(feature.project.text()),
        "statusCode" => Value::from(feature.status.word()),
        "priorityCode" => Value::Int(feature.priority),
        "releaseId" => Value::from(feature.release_id.clone()),
        "scopeId" => Value::from(feature.scope_id.clone()),
        "workstreamId" => Value::from(feature.workstream_id.clone()),
        "responsibleId" => Value::from(feature.responsible_id.clone()),
        "type" => Value::from(feature.kind.as_str()),
        "createdAt" => Value::Time(feature.created_at.millis()),
        "modifiedAt" => Value::Time(feature.modified_at.millis()),
        "toStatus/code" => Value::from(feature.status.word()),
        "toStatus/name" => Value::from(feature.status.label()),
        "toPriority/code" => Value::Int(feature.priority),
        "toPriority/name" => Value::from(priority(feature.priority).unwrap_or_default()),
        "toProject/id" => Value::from(project.id.text()),
        "toProject/name" => Value::from(project.name.as_str()),
        _ => return None,
    })
}

fn property(feature: &Feature, name: &str) -> Json {
    match name {
        "uuid" => json!(feature.id.text()),
        "displayId" => json!(display_id(feature.number)),
        "title" => json!(feature.title),
        "description" => json!(feature.description),
        "projectId" => json!(feature.project.text()),
        "statusCode" => json!(feature.status.word()),
        "priorityCode" => json!(feature.priority),
        "releaseId" => json!(feature.release_id),
        "scopeId" => json!(feature.scope_id),
        "workstreamId" => json!(feature.workstream_id),
        "responsibleId" => json!(feature.responsible_id),
        "type" => json!(feature.kind),
        "tags" => json!(feature.tags),
        "createdAt" => json!(feature.created_at.rfc3339_seconds()),
        "modifiedAt" => json!(feature.modified_at.rfc3339_seconds()),
        _ => Json::Null,
    }
}

fn lookup(feature: &Feature, project: &Project, name: &str) -> Option<Json> {
    let id = |id: &Option<String>| id.as_ref().map_or(Json::Null, |id| json!({ "id": id }));
    Some(match name {
        "toStatus" => json!({ "code": feature.status.word(), "name": feature.status.label() }),
        "toPriority" => json!({ "code": feature.priority, "name": priority(feature.priority) }),
        "toProject" => json!({ "id": project.id.text(), "name": project.name }),
        "toRelease" => id(&feature.release_id),
        "toScope" => id(&feature.scope_id),
        "toWorkstream" => id(&feature.workstream_id),
        _ => return None,
    })
}

/// A feature with what was selected and the lookups that were expanded.
pub(super) fn feature(feature: &Feature, project: &Project, query: &Query) -> Map<String, Json> {
    let wanted = |name: &&str| query.select.is_empty() || query.select.iter().any(|selected| selected == name);
    let own = PROPERTIES.iter().copied().filter(wanted).map(|name| (name.to_owned(), property(feature, name)));
    let expanded = query.expand.iter().filter_map(|name| Some((name.clone(), lookup(feature, project, name)?)));
    own.chain(expanded).collect()
}

/// The same, with the lists that were expanded.
pub(super) fn details(details: &Details, query: &Query) -> Map<String, Json> {
    let mut row = feature(&details.feature, &details.project, query);
    for name in &query.expand {
        let list: Vec<Json> = match name.as_str() {
            "toURLReferences" => details.urls.iter().map(url).collect(),
            "toExternalReferences" => details.externals.iter().map(external).collect(),
            "toTransports" => details.transports.iter().map(transport).collect(),
            _ => continue,
        };
        row.insert(name.clone(), Json::Array(list));
    }
    row
}

pub(super) const URLS: Set = Set { name: "URLReferences", properties: &["uuid", "parent_uuid", "name", "url"] };
pub(super) const EXTERNALS: Set = Set { name: "ExternalReferences", properties: &["id", "parent_uuid", "name", "url"] };
pub(super) const TRANSPORTS: Set = Set {
    name: "Transports",
    properties: &[
        "id",
        "parent_uuid",
        "title",
        "type",
        "statusName",
        "owner",
        "sourceTenant",
        "targetTenant",
        "changedAt",
        "deleted",
    ],
};

pub(super) fn url(link: &UrlReference) -> Json {
    json!({ "uuid": link.id.to_string(), "parent_uuid": link.feature.text(), "name": link.name, "url": link.url })
}

pub(super) fn external(pointer: &ExternalReference) -> Json {
    json!({ "id": pointer.id, "parent_uuid": pointer.feature.text(), "name": pointer.name, "url": pointer.url })
}

pub(super) fn transport(transport: &Transport) -> Json {
    let way = &transport.way;
    json!({
        "id": transport.id.to_string(),
        "parent_uuid": transport.feature.map(model::FeatureId::text),
        "title": transport.title,
        "type": transport.content_type,
        "statusName": way.label(),
        "owner": transport.owner,
        "sourceTenant": way.source.as_deref().unwrap_or("Unknown"),
        "targetTenant": way.target().map(|stop| stop.name.as_str()).unwrap_or_default(),
        "changedAt": transport.changed_at.rfc3339_seconds(),
        "deleted": transport.deleted,
    })
}

/// What a body wishes of the fields.
pub(super) fn edit(body: &FeatureBody) -> Result<Edit, Problem> {
    let code = body.priority_code.as_ref().map(|code| code.0.parse::<i64>());
    let priority = code.transpose().map_err(|_| Problem::invalid("priorityCode: 10, 20, 30 or 40 is wanted"))?;
    Ok(Edit {
        project: body.project_id.clone(),
        title: body.title.clone(),
        description: body.description.clone().map(Option::unwrap_or_default),
        status: body.status_code.clone(),
        priority,
        release_id: body.release_id.clone(),
        scope_id: body.scope_id.clone(),
        workstream_id: body.workstream_id.clone(),
        responsible_id: body.responsible_id.clone(),
        kind: body.r#type.clone(),
        tags: body.tags.clone(),
        version: None,
    })
}

/// The references that come along with a new feature.
pub(super) fn references(body: &FeatureBody) -> Result<Vec<NewReference>, Problem> {
    let urls = body.to_url_references.iter().map(|one| Ok(new_url(one.clone())));
    let externals = body.to_external_references.iter().map(|one| new_external(one.clone()));
    urls.chain(externals).collect()
}

pub(super) fn new_url(body: ReferenceBody) -> NewReference {
    NewReference { external: None, name: body.name, url: body.url }
}

pub(super) fn new_external(body: ReferenceBody) -> Result<NewReference, Problem> {
    let id = body.id.ok_or_else(|| Problem::invalid("id is missing: an external reference needs one"))?;
    Ok(NewReference { external: Some(id), name: body.name, url: body.url })
}
