//! Features, transports and history to the wire.

use super::super::can;
use super::super::version::Tagged;
use engine::change::feature::{self, Details, Line, Outlook};
use engine::change::history::HistoryEntry;
use model::FeatureId;
use model::feature::way::At;
use model::feature::{deploy, display_id, transition};
use std::collections::BTreeSet;
use wire::ropeway::alm::{self, Feature, Reference, Step, Transport};

/// A feature with its version as `ETag`.
pub(super) fn tagged(details: Details, warnings: Vec<String>) -> Tagged<Feature> {
    let shown = feature(details, warnings);
    Tagged(shown.version.clone(), shown)
}

pub(super) fn feature(details: Details, warnings: Vec<String>) -> Feature {
    let Outlook { can, steps, groups } = details.outlook();
    let version = feature::version(&details.feature);
    let Details { feature, project, transports, urls, externals, powers } = details;
    let modes: BTreeSet<String> = transports.iter().filter_map(|one| one.way.warning()).collect();
    let next = transition::open(feature.status, &powers).into_iter();
    let urls = urls.into_iter().map(|one| reference(one.id.to_string(), one.name, one.url, false));
    let externals = externals.into_iter().map(|one| reference(one.id, one.name, one.url, true));
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
        references: urls.chain(externals).collect(),
        next: next.map(|(to, name)| Step { status_code: to.word().to_owned(), name: name.to_owned() }).collect(),
        steps: steps.into_iter().map(step).collect(),
        deployments: groups.into_iter().map(deployment).collect(),
        can: can::told(can),
        version,
        warnings: warnings.into_iter().chain(modes).collect(),
    }
}

fn reference(id: String, name: String, url: String, external: bool) -> Reference {
    Reference { id, name, url, external }
}

fn step(step: transition::Step) -> alm::StepSeen {
    alm::StepSeen {
        status_code: step.to.word().to_owned(),
        name: step.name.to_owned(),
        allowed: step.refusal.is_none(),
        reason: step.refusal.map(|why| why.to_string()),
    }
}

fn deployment(group: deploy::Group) -> alm::Deployment {
    let transports = group.transports.iter().map(ToString::to_string).collect();
    alm::Deployment { node: group.name, production: group.production, transports }
}

pub(super) fn line(line: Line) -> alm::FeatureLine {
    let Line { feature, project, transports } = line;
    alm::FeatureLine {
        uuid: feature.id.text(),
        display_id: display_id(feature.number),
        title: feature.title,
        project_id: project.id.text(),
        project_name: project.name,
        status_code: feature.status.word().to_owned(),
        priority_code: feature.priority,
        created_at: feature.created_at.rfc3339_millis(),
        modified_at: feature.modified_at.rfc3339_millis(),
        transports: transports.iter().map(ToString::to_string).collect(),
    }
}

const fn state(at: At) -> &'static str {
    match at {
        At::Ahead => "ahead",
        At::Scheduled => "scheduled",
        At::Deployed => "deployed",
        At::Failed => "failed",
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
        path: way
            .stops
            .iter()
            .map(|stop| alm::Stop { node: stop.name.clone(), state: state(stop.at).to_owned() })
            .collect(),
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
