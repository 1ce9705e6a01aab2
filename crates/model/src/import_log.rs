//! The lines that actions write into their logs, in one place, so that they read as one text.

use crate::action::{ActionType, Line, Severity};
use crate::import::{Item, Kind, Plan, PlannedEntry};
use crate::queue::Outcome;
use crate::{ActionId, EntryId, RequestId, Time};

/// Opens the log of a request.
pub const START: &str = "TRANSPORTREQUEST_START";
/// Closes it.
pub const END: &str = "TRANSPORTREQUEST_END";
/// The deploy tool took the archive.
pub const DEPLOYMENT_STARTED: &str = "DEPLOYMENT_STARTED";
/// What was relayed or has no word of its own.
pub const OTHER: &str = " ";
/// What the original calls deploying through the deploy service.
pub const DEPLOY_TYPE: &str = "SLP_CTS";

/// `May-04-2026 08:15:30`, in GMT.
#[must_use]
pub fn stamp(at: Time) -> String {
    at.format("%b-%d-%Y %H:%M:%S")
}

const fn line(request: RequestId, entry: Option<EntryId>, id: &'static str, severity: Severity, text: String) -> Line {
    Line { request, entry, message_id: id, severity, text }
}

fn info(request: RequestId, text: String) -> Line {
    line(request, None, OTHER, Severity::Info, text)
}

/// An import of a request begins.
#[must_use]
pub fn start(plan: &Plan, item: &Item, now: Time) -> Line {
    let kind = match plan.kind {
        Kind::All => "all transport requests",
        Kind::Selected => "selected transport requests",
    };
    let text = format!(
        "Import of {kind}: start of '{}', transport request {}, at {} GMT, action {}",
        item.description,
        item.request,
        stamp(now),
        plan.action
    );
    line(item.request, None, START, Severity::Info, text)
}

/// An address as everybody may see it: what stands in a query or before the host may be a secret.
fn without_query(url: &str) -> String {
    let plain = url.split(['?', '#']).next().unwrap_or_default();
    let Some((scheme, rest)) = plain.split_once("://") else { return plain.to_owned() };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    format!("{scheme}://{}{path}", host.rsplit('@').next().unwrap_or_default())
}

/// Where it goes.
#[must_use]
pub fn destination(plan: &Plan, item: &Item, name: &str, uri: &str) -> Line {
    let (label, code) = (item.content_type.label(), item.content_type);
    let text = format!(
        "Destination of node '{}' ({}): '{name}', content type {label} ({code}), URI {}",
        plan.node_name,
        plan.node,
        without_query(uri)
    );
    info(item.request, text)
}

/// What is deployed.
#[must_use]
pub fn entity(item: &Item, planned: &PlannedEntry) -> Line {
    let entry = &planned.entry;
    let text = format!(
        "{} - {} (entity {}, content type {}, storage type {})",
        entry.uri, entry.file_name, entry.id, item.content_type, item.storage_type
    );
    line(item.request, Some(entry.id), OTHER, Severity::Info, text)
}

/// Which extension descriptor goes with it.
#[must_use]
pub fn descriptor(item: &Item, planned: &PlannedEntry) -> Option<Line> {
    let used = planned.descriptor.as_ref()?;
    let text = format!(
        "MTA extension descriptor '{}' ({}) for '{}', version {}, is used",
        used.ext_id, used.id, used.mta_id, used.mta_version
    );
    Some(line(item.request, Some(planned.entry.id), OTHER, Severity::Info, text))
}

/// The deploy tool took it.
#[must_use]
pub fn process(item: &Item, entry: EntryId, service: &str, process: &str) -> Line {
    let text = format!("Deployment started: service {service}, process {process}");
    line(item.request, Some(entry), DEPLOYMENT_STARTED, Severity::Info, text)
}

/// What the deploy tool says.
#[must_use]
pub fn relayed(item: &Item, entry: EntryId, severity: Severity, text: String) -> Line {
    line(item.request, Some(entry), OTHER, severity, text)
}

/// Where the deploy tool keeps its own logs.
#[must_use]
pub fn operation_logs(item: &Item, entry: EntryId, url: &str) -> Line {
    let url = without_query(url);
    let text = format!("MTA operation logs: {url} (the deploy service keeps them for some days only)");
    line(item.request, Some(entry), OTHER, Severity::Info, text)
}

/// It could not even be started.
#[must_use]
pub fn not_started(item: &Item, entry: EntryId, reason: &str) -> Line {
    let text = format!("Deployment of type {DEPLOY_TYPE} could not be started: {reason}");
    line(item.request, Some(entry), OTHER, Severity::Fatal, text)
}

/// It cannot be deployed at all.
#[must_use]
pub fn refused(request: RequestId, reason: &str) -> Line {
    line(request, None, OTHER, Severity::Fatal, format!("Nothing was deployed: {reason}"))
}

/// A virtual node has nothing to deploy.
#[must_use]
pub fn skipped(plan: &Plan, request: RequestId) -> Line {
    info(request, format!("Node '{}' is virtual: nothing is deployed", plan.node_name))
}

/// Put into the queues that follow. `nodes` are their names.
#[must_use]
pub fn forwarded(request: RequestId, nodes: &[String]) -> Line {
    let text = match nodes {
        [] => "No node follows: nothing is forwarded".to_owned(),
        _ => format!("Forwarded to the queue of {}", quoted(nodes)),
    };
    info(request, text)
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ")
}

const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Skipped => "Skipped",
        Outcome::Succeeded => "Succeeded",
        Outcome::Warning => "Warning",
        Outcome::Error => "Error",
        Outcome::Fatal => "Fatal",
    }
}

/// An import of a request has ended.
#[must_use]
pub fn end(request: RequestId, outcome: Outcome, now: Time) -> Line {
    let text = format!("Import of transport request {request} ended: {}, at {} GMT", word(outcome), stamp(now));
    line(request, None, END, Severity::Info, text)
}

/// The one line of an action that is done at once: upload, export, reset, remove.
#[must_use]
pub fn done(action: ActionId, what: ActionType, request: RequestId, node: &str, now: Time) -> Line {
    let verb = match what {
        ActionType::NodeUpload => "added to the queue of",
        ActionType::NodeExport => "exported from",
        ActionType::Import => "imported into",
        ActionType::Remove => "removed from the queue of",
        ActionType::Reset => "reset in the queue of",
        ActionType::Forward => "forwarded from",
    };
    info(request, format!("Transport request {request} {verb} node '{node}' at {} GMT, action {action}", stamp(now)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ext_descriptor::ExtDescriptor;
    use crate::import::{Treatment, VERSION};
    use crate::node::ForwardMode;
    use crate::request::{ContentType, Entry, StorageType};
    use crate::{BlobId, ExtDescriptorId, FileId, NodeId, QueueId};

    fn plan() -> Plan {
        let entry = Entry { id: EntryId(7101), uri: "9001".into(), file_name: "shop.mtar".into(), mta: None };
        let used = ExtDescriptor {
            id: ExtDescriptorId(55),
            mta_id: "shop".into(),
            ext_id: "shop-qa".into(),
            mta_version: "*".into(),
            blob: BlobId::of(&[7; 32]),
        };
        let entries = vec![PlannedEntry { entry, file: Some(FileId(9001)), descriptor: Some(used) }];
        let item = Item {
            queue: QueueId(7103),
            request: RequestId(7100),
            description: "shop backend 4.1.0".into(),
            content_type: ContentType::Mta,
            storage_type: StorageType::File,
            entries,
        };
        Plan {
            version: VERSION,
            action: ActionId(7200),
            kind: Kind::Selected,
            node: NodeId(12),
            node_name: "QA_EU".into(),
            forward_mode: ForwardMode::Auto,
            way: Treatment::HandOn,
            items: vec![item],
            steps: vec![],
        }
    }

    #[test]
    fn an_address_in_the_log_has_neither_query_nor_credentials() {
        let (plan, url) = (plan(), "https://me:s3cr3t@d.example/slprot?key=s3cr3t#s3cr3t");
        let item = &plan.items[0];
        let lines = [destination(&plan, item, "d", url), operation_logs(item, item.entries[0].entry.id, url)];
        for text in lines.iter().map(show) {
            assert!(text.contains("https://d.example/slprot") && !text.contains("s3cr3t"), "{text}");
        }
    }

    /// The whole log of one import, as people read it.
    #[test]
    fn the_log_of_an_import() {
        let plan = plan();
        let item = &plan.items[0];
        let planned = &item.entries[0];
        let (entry, now) = (planned.entry.id, Time::from_millis(1_777_882_530_120));
        let lines = [
            start(&plan, item, now),
            forwarded(item.request, &["PROD".into(), "PROD2".into()]),
            forwarded(item.request, &[]),
            destination(&plan, item, "qa-eu-deploy", "https://deploy-service.cf.example.org/slprot/o/s/slp"),
            entity(item, planned),
            descriptor(item, planned).unwrap(),
            process(item, entry, "xs2-deploy", "4711"),
            operation_logs(
                item,
                entry,
                "https://deploy-service.cf.example.org/slprot/o/s/slp/runs/xs2-deploy/4711/logs",
            ),
            relayed(item, entry, Severity::Warning, "tag 'x' is not defined".into()),
            not_started(item, entry, "Not Found"),
            refused(item.request, "node 'QA_EU' has no destination"),
            skipped(&plan, item.request),
            end(item.request, Outcome::Succeeded, now),
            done(plan.action, ActionType::NodeUpload, item.request, "QA_EU", now),
        ];
        let text: Vec<String> = lines.iter().map(show).collect();
        assert_eq!(text.join("\n"), include_str!("../tests/golden/import_log.txt").trim_end());
    }

    fn show(line: &Line) -> String {
        let entry = line.entry.map_or_else(|| "-".to_owned(), |entry| entry.to_string());
        format!("{} {entry} [{}] {} {}", line.request, line.message_id, line.severity, line.text)
    }
}
