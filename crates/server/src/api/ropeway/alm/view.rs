//! Features, transports and history to the wire.

use engine::change::feature::{self, Details};
use engine::change::history::HistoryEntry;
use model::FeatureId;
use model::feature::{display_id, transition};
use std::collections::BTreeSet;
use wire::ropeway::alm::{self, Feature, Step, Transport};

pub(super) fn feature(details: Details, warnings: Vec<String>) -> Feature {
    let Details { feature, project, transports, powers, .. } = details;
    let modes: BTreeSet<String> = transports.iter().filter_map(|one| one.way.warning()).collect();
    let steps = transition::open(feature.status, &powers).into_iter();
    Feature {
        uuid: feature.id.text(),
        display_id: display_id(feature.number),
        title: feature.title,
        description: feature.description,
        project_id: project.id.text(),
        project_name: project.name,
        status_code: feature.status.word().to_owned(),
        status_name: feature.status.label().to_owned(),
        priority_code: feature.priority,
        created_at: feature.created_at.rfc3339_millis(),
        modified_at: feature.modified_at.rfc3339_millis(),
        transports: transports.into_iter().map(transport).collect(),
        next: steps.map(|(to, name)| Step { status_code: to.word().to_owned(), name: name.to_owned() }).collect(),
        warnings: warnings.into_iter().chain(modes).collect(),
    }
}

pub(super) fn transport(transport: feature::Transport) -> Transport {
    let way = &transport.way;
    Transport {
        id: transport.id.to_string(),
        status: way.label(),
        source: way.source.clone().unwrap_or_else(|| "Unknown".to_owned()),
        target: way.target().map(|stop| stop.name.clone()).unwrap_or_default(),
        error: transport.problem.or_else(|| way.problem.clone()),
        title: transport.title,
        r#type: transport.content_type,
        owner: transport.owner,
        changed_at: transport.changed_at.rfc3339_millis(),
        deleted: transport.deleted,
        feature: transport.feature.map(FeatureId::text),
    }
}

pub(super) fn entry(entry: HistoryEntry) -> alm::HistoryEntry {
    alm::HistoryEntry {
        at: entry.at.rfc3339_millis(),
        actor: entry.actor,
        heading: entry.heading,
        value: entry.value,
        old_value: entry.old_value,
    }
}
