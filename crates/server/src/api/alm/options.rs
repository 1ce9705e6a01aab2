//! Query options of the features API: which properties and which navigations there are.

use super::error::Problem;
use odata::Query;

/// Properties of a feature.
pub(super) const PROPERTIES: [&str; 15] = [
    "uuid",
    "displayId",
    "title",
    "description",
    "projectId",
    "statusCode",
    "priorityCode",
    "releaseId",
    "scopeId",
    "workstreamId",
    "responsibleId",
    "type",
    "tags",
    "createdAt",
    "modifiedAt",
];

/// Navigations that are told from the feature itself. Releases, scopes and workstreams are ids only.
const LOOKUPS: [&str; 6] = ["toStatus", "toPriority", "toProject", "toRelease", "toScope", "toWorkstream"];
/// Navigations that lead to lists.
const LISTS: [&str; 3] = ["toURLReferences", "toExternalReferences", "toTransports"];

/// Reads the options of a call that is about features.
pub(super) fn of_features(raw: Option<&str>) -> Result<Query, Problem> {
    let query = Query::parse(raw.unwrap_or_default())?;
    let known = |name: &String| LOOKUPS.contains(&name.as_str()) || LISTS.contains(&name.as_str());
    if let Some(unknown) = query.expand.iter().find(|name| !known(name)) {
        return Err(Problem::invalid(format!("$expand: a feature has no navigation '{unknown}' here")));
    }
    let selectable = |name: &String| PROPERTIES.contains(&name.as_str()) || known(name);
    if let Some(unknown) = query.select.iter().find(|name| !selectable(name)) {
        return Err(Problem::invalid(format!("$select: a feature has no property '{unknown}'")));
    }
    Ok(query)
}

/// Whether lists are to come along.
pub(super) fn wants_lists(query: &Query) -> bool {
    query.expand.iter().any(|name| LISTS.contains(&name.as_str()))
}
