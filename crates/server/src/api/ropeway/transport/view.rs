//! Everything that goes out.

use super::super::can;
use engine::transport::overview::{Action, ArchiveSeen, ArtifactSeen, Carried, ModuleSeen, NodeSeen, Request};
use engine::transport::stored::{ActionRequest, Message, Track};
use model::route::Route;
use wire::ropeway::transport as wire;

pub(super) fn node(seen: NodeSeen) -> wire::Node {
    let NodeSeen { node, counters, can: allowed } = seen;
    let version = engine::transport::node::version(&node);
    let draft = node.draft;
    let (content_type, destination) =
        draft.target.map(|target| (target.content_type.to_string(), target.destination.to_string())).unzip();
    wire::Node {
        id: node.id.get(),
        name: draft.name.to_string(),
        description: draft.description.unwrap_or_default(),
        upload_allowed: draft.upload_allowed,
        forward_mode: draft.forward_mode.to_string(),
        controlled_by: draft.controlled_by,
        is_virtual: draft.is_virtual,
        tags: draft.tags,
        content_type,
        destination,
        import_disabled: node.import_disabled,
        import_disabled_reason: node.import_disabled_reason,
        counters: counters.into_iter().map(|(status, count)| (status.to_string(), count)).collect(),
        can: can::told(allowed),
        version,
    }
}

pub(super) fn route(route: &Route) -> wire::Route {
    wire::Route {
        id: route.id.get(),
        name: route.draft.name.clone(),
        description: route.draft.description.clone().unwrap_or_default(),
        source: route.draft.source.get(),
        target: route.draft.target.get(),
        version: engine::transport::route::version(route),
    }
}

pub(super) fn request(request: &Request) -> wire::RequestSummary {
    wire::RequestSummary {
        id: request.id.get(),
        description: request.description.clone(),
        owner: request.created_by.clone(),
        named_user: request.named_user.clone(),
        origin: request.origin.clone(),
        content_type: request.content_type.to_string(),
        created_at: request.created_at.rfc3339_millis(),
    }
}

pub(super) fn carried(carried: Carried) -> wire::RequestContent {
    let Carried { entry, size, archive } = carried;
    let (mta, unreadable) = match archive {
        None => (None, None),
        Some(Ok(seen)) => (Some(archive_content(seen)), None),
        Some(Err(why)) => (None, Some(why)),
    };
    wire::RequestContent {
        id: entry.id.get(),
        uri: entry.uri,
        file_name: entry.file_name,
        size_bytes: size,
        mta,
        unreadable,
    }
}

fn archive_content(seen: ArchiveSeen) -> wire::ArchiveContent {
    let artifact = |ArtifactSeen { id, name, version, kind }| wire::ArchiveArtifact { id, name, version, r#type: kind };
    let module = |ModuleSeen { name, kind, sha256, size, artifacts }| wire::ArchiveModule {
        name,
        r#type: kind,
        sha256,
        size_bytes: size,
        artifacts: artifacts.into_iter().map(artifact).collect(),
    };
    wire::ArchiveContent { id: seen.id, version: seen.version, modules: seen.modules.into_iter().map(module).collect() }
}

pub(super) fn track(track: &Track) -> wire::Track {
    wire::Track {
        node: track.node.get(),
        name: track.name.to_string(),
        forward_mode: track.forward_mode.to_string(),
        status: track.status.to_string(),
        position: track.pos,
        queued_at: track.queued_at.rfc3339_millis(),
    }
}

pub(super) fn action(action: &Action) -> wire::Action {
    wire::Action {
        id: action.id.get(),
        r#type: action.kind.to_string(),
        status: action.status.to_string(),
        node: action.node.get(),
        node_name: action.node_name.clone(),
        started_at: action.started_at.rfc3339_millis(),
        ended_at: action.ended_at.map(model::Time::rfc3339_millis),
        triggered_by: action.triggered_by.clone(),
        named_user: action.named_user.clone(),
    }
}

pub(super) fn logged(row: &ActionRequest, messages: Vec<wire::LogMessage>) -> wire::ActionRequest {
    wire::ActionRequest { request: row.request.get(), status: row.status.to_string(), messages }
}

pub(super) fn message(message: &Message) -> wire::LogMessage {
    wire::LogMessage {
        id: message.id.get(),
        severity: message.severity.clone(),
        text: message.message.clone(),
        created_at: message.created_at.rfc3339_millis(),
    }
}
