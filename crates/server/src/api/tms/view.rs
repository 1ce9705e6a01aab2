//! Everything that goes out.

use engine::transport::log::{ActionLog, RequestLog};
use engine::transport::queue::{Queued, Tracked};
use engine::transport::request::Created;
use engine::transport::stored::{self, Described};
use engine::transport::upload::Uploaded;
use model::node::Node;
use model::route::Route;
use model::{ActionId, EntryId, RequestId};
use wire::tms;

pub(super) fn file(file: Uploaded) -> tms::UploadedFile {
    tms::UploadedFile { file_id: file.id.get(), file_name: file.name }
}

pub(super) fn created(made: Created) -> tms::NodeUploadAnswer {
    let entry = |(queue, node, name): (model::QueueId, model::NodeId, String)| tms::QueueEntry {
        queue_id: queue.get(),
        node_id: node.get(),
        node_name: name,
    };
    tms::NodeUploadAnswer {
        transport_request_id: made.request.get(),
        transport_request_description: made.description,
        queue_entries: made.queues.into_iter().map(entry).collect(),
    }
}

pub(super) fn node(node: &Node) -> tms::Node {
    let target = node.target().map(|target| tms::NodeTarget {
        id: Some(target.id.get()),
        content_type: target.content_type.to_string(),
        destination_name: target.destination.to_string(),
        import_options: Some(tms::ImportOptions { strategy: target.strategy }),
    });
    let draft = &node.draft;
    tms::Node {
        id: Some(node.id.get()),
        name: draft.name.to_string(),
        description: draft.description.clone(),
        upload_allowed: draft.upload_allowed,
        notification_enabled: draft.notification_enabled,
        forward_mode: draft.forward_mode.to_string(),
        controlled_by: draft.controlled_by.clone(),
        import_disabled: Some(node.import_disabled),
        import_disabled_reason: Some(node.import_disabled_reason.clone()),
        r#virtual: draft.is_virtual,
        tags: draft.tags.clone(),
        targets: target.into_iter().collect(),
    }
}

pub(super) fn route(route: &Route) -> tms::Route {
    tms::Route {
        id: Some(route.id.get()),
        description: route.draft.description.clone(),
        name: route.draft.name.clone(),
        source_node_id: route.draft.source.get(),
        target_node_id: route.draft.target.get(),
    }
}

/// Writes requests of a queue, each with a comma behind it.
pub(super) fn queued() -> impl FnMut(&Queued<'_>, &str, &mut Vec<u8>) + Send + 'static {
    let mut times = Vec::with_capacity(64);
    move |queued, entries, text| {
        times.clear();
        queued.created_at.write_rfc3339_millis(&mut times);
        let half = times.len();
        queued.queued_at.write_rfc3339_millis(&mut times);
        let times = std::str::from_utf8(&times).unwrap_or_default();
        let request = tms::queued::QueuedRequest {
            id: queued.request.get(),
            status: queued.status.word(),
            position: queued.pos,
            created_at: times.get(..half).unwrap_or_default(),
            queued_at: times.get(half..).unwrap_or_default(),
            created_by: queued.created_by,
            created_by_named_user: queued.named_user.unwrap_or(queued.created_by),
            description: queued.description,
            origin: queued.origin,
            entries,
        };
        request.write(text);
        text.push(b',');
    }
}

pub(super) fn tracking(tracked: &Tracked) -> tms::Tracking {
    let node = |track: &stored::Track| tms::TrackedNode {
        node_id: track.node.get(),
        node_name: track.name.to_string(),
        forward_mode: track.forward_mode.to_string(),
        status: track.status.to_string(),
        position: track.pos,
        queued_at: track.queued_at.rfc3339_millis(),
    };
    tms::Tracking {
        id: tracked.request.id.get(),
        description: tracked.request.description.clone(),
        nodes: tracked.queues.iter().map(node).collect(),
        routes: tracked.routes.iter().map(route).collect(),
    }
}

pub(super) fn import(action: ActionId) -> tms::ImportAnswer {
    tms::ImportAnswer { action_id: action.get(), monitoring_url: model::action::monitoring_url(action) }
}

fn entity(entity: &model::action::ActionEntity) -> tms::Entity {
    tms::Entity {
        id: entity.id.get(),
        uri: entity.uri.clone(),
        file_name: entity.file_name.clone(),
        status: entity.status.to_string(),
    }
}

fn by_named(action: &stored::Action) -> String {
    action.named_user.clone().unwrap_or_else(|| action.triggered_by.clone())
}

pub(super) fn action_request(row: &stored::ActionRequest) -> tms::ActionRequest {
    tms::ActionRequest {
        id: row.request.get(),
        status: row.status.to_string(),
        entities: row.entities.iter().map(entity).collect(),
    }
}

/// An action without its requests.
pub(super) fn action(action: &stored::Action) -> tms::Action {
    tms::Action {
        id: action.id.get(),
        r#type: action.kind.to_string(),
        status: action.status.to_string(),
        started_at: action.started_at.rfc3339_millis(),
        ended_at: action.ended_at.map(model::Time::rfc3339_millis),
        triggered_by: action.triggered_by.clone(),
        triggered_by_named_user: by_named(action),
        node_name: action.node_name.clone(),
        transport_requests: Vec::new(),
    }
}

fn message(message: &stored::Message) -> tms::Message {
    tms::Message {
        id: message.id.get(),
        message_id: message.message_id.clone(),
        severity: message.severity.clone(),
        message: message.message.clone(),
        created_at: message.created_at.rfc3339_millis(),
    }
}

/// The messages about a request in an action, or about one of its entries.
fn about(all: &[stored::Message], action: ActionId, request: RequestId, entry: Option<EntryId>) -> Vec<tms::Message> {
    let ours = |m: &&stored::Message| m.action == action && m.request == request && m.entry == entry;
    all.iter().filter(ours).map(message).collect()
}

fn entities(all: &[stored::Message], action: ActionId, row: &stored::ActionRequest) -> Vec<tms::EntityLog> {
    let log = |entity: &model::action::ActionEntity| tms::EntityLog {
        id: entity.id.get(),
        uri: entity.uri.clone(),
        file_name: entity.file_name.clone(),
        status: entity.status.to_string(),
        messages: about(all, action, row.request, Some(entity.id)),
    };
    row.entities.iter().map(log).collect()
}

pub(super) fn action_logs(id: ActionId, page: &ActionLog) -> Vec<tms::ActionLog> {
    let messages = &page.messages;
    let log = |row: &stored::ActionRequest| tms::ActionLog {
        transport_request_id: row.request.get(),
        status: row.status.to_string(),
        messages: about(messages, id, row.request, None),
        entities: entities(messages, id, row),
    };
    page.requests.iter().map(log).collect()
}

pub(super) fn request_logs(log: &RequestLog) -> Vec<tms::RequestLog> {
    let one = |(action, row): &(stored::Action, stored::ActionRequest)| tms::RequestLog {
        action_id: action.id.get(),
        action_type: action.kind.to_string(),
        status: row.status.to_string(),
        action_started_at: action.started_at.rfc3339_millis(),
        action_triggered_by: action.triggered_by.clone(),
        action_triggered_by_named_user: by_named(action),
        messages: about(&log.messages, action.id, row.request, None),
        entities: entities(&log.messages, action.id, row),
    };
    log.actions.iter().map(one).collect()
}

pub(super) fn descriptor(row: &Described) -> tms::ExtDescriptor {
    tms::ExtDescriptor {
        id: row.id.get(),
        description: row.description.clone(),
        mta_id: row.mta_id.clone(),
        mta_ext_id: row.ext_id.clone(),
        mta_version: row.mta_version.clone(),
        last_changed_at: row.changed_at.rfc3339_millis(),
    }
}
