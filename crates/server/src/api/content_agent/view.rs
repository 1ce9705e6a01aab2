//! Between the engine's types and the Content Agent's wire.

use super::error::Problem;
use engine::content::agent::activity::{Activity, Message};
use engine::content::agent::resources::{Component, Resource};
use odata::query::Compare;
use odata::{Expr, Query, Value};
use wire::content_agent as wire;

const PROCESS_TYPE: &str = "EXPORT";

/// `filters` has the grammar of `$filter`.
pub(super) fn filter(text: Option<&str>) -> Result<Query, Problem> {
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => Ok(Query::filter(text)?),
        None => Ok(Query::default()),
    }
}

/// Activities are filtered by requestor only.
pub(super) fn requestor(query: &Query) -> Result<Option<String>, Problem> {
    match &query.filter {
        None => Ok(None),
        Some(Expr::Compare(Compare::Eq, left, right)) => match (&**left, &**right) {
            (Expr::Property(name), Expr::Literal(Value::Text(text))) if name == "requestor" => Ok(Some(text.clone())),
            _ => Err(only_requestor()),
        },
        Some(_) => Err(only_requestor()),
    }
}

fn only_requestor() -> Problem {
    Problem::bad_request("activities can be filtered by requestor only: requestor eq '…'")
}

pub(super) fn resource(found: Resource) -> wire::ContentResource {
    let sub_type = if found.content_type == "Destination" { "Destination" } else { "package" };
    wire::ContentResource {
        id: found.id,
        resource_id: found.reg_id,
        r#type: found.content_type.to_owned(),
        sub_type: sub_type.to_owned(),
        title: found.name.clone(),
        name: found.name,
        version: found.version,
        components: found.components.into_iter().map(component).collect(),
        dependencies: Vec::new(),
    }
}

fn component(found: Component) -> wire::Component {
    wire::Component {
        id: found.reg_id,
        name: found.id,
        r#type: found.kind,
        version: found.version,
        exportable: found.exportable,
        selected: None,
    }
}

pub(super) fn operation(found: Activity, said: Option<Vec<Message>>) -> wire::Operation {
    wire::Operation {
        id: found.client_id,
        activity_id: found.id.text(),
        process_id: found.id.text(),
        process_type: PROCESS_TYPE.to_owned(),
        started_at: found.started_at.rfc3339_millis(),
        ended_at: found.ended_at.map(|at| at.rfc3339_millis()),
        state: found.state.word().to_owned(),
        progress: found.progress,
        messages: said.map(messages),
    }
}

pub(super) fn messages(said: Vec<Message>) -> Vec<wire::Message> {
    let line = |message: Message| wire::Message {
        id: message.pos,
        text: message.text,
        r#type: message.severity.word().to_owned(),
        timestamp: message.at.rfc3339_millis(),
    };
    said.into_iter().map(line).collect()
}

pub(super) fn config(found: Activity, said: Option<Vec<Message>>) -> wire::Config {
    let (request, url) = found.request.unzip();
    // Every request enters a queue as initial; how it fares there is transport management's to say.
    let nodes = found.queues.into_iter().map(|name| wire::NodeStatus { name, status: "initial".to_owned() });
    wire::Config {
        activity_id: found.id.text(),
        file_id: found.file,
        transport_request_id: request,
        transport_request_url: url,
        tr_status: request.map(|_| wire::RequestStatus { nodes: nodes.collect() }),
        logs: said.map(messages),
    }
}

pub(super) fn activity(found: Activity) -> wire::Activity {
    wire::Activity {
        activity_id: found.id.text(),
        process_id: found.id.text(),
        requestor: found.requestor,
        process_type: PROCESS_TYPE.to_owned(),
        state: found.state.word().to_owned(),
        started_at: found.started_at.rfc3339_millis(),
        ended_at: found.ended_at.map(|at| at.rfc3339_millis()),
        transport_info: found.request.map(|(id, url)| wire::TransportInfo { id, url }),
    }
}
