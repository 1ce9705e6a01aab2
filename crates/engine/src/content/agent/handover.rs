//! Handing the archive to transport management, directly or through Cloud ALM.
//!
//! Nodes and routes are read first: nothing is uploaded when the source node or the one behind it is missing. The
//! request is put into the queues *behind* the source node (`nodes/export`), not into its own.

use super::held::Work;
use crate::content::remote::{Failure, resolve_destination};
use crate::cx::Cx;
use crate::error::Error;
use crate::transport::place;
use client::{Part, Target};
use futures_util::{FutureExt, StreamExt};
use model::activity::SourceNode;
use model::destination::Destination;
use model::destination::hint::SOURCE_SYSTEM;
use model::package::fit_description;
use model::request::fit_named_user;
use model::{BlobId, SubaccountId};
use std::sync::Arc;
use store::blob::Blobs;
use tokio_util::io::ReaderStream;
use wire::tms::{self, NodeUpload, UploadEntry, Uri};

/// The property that names the source node for this content type alone.
const SOURCE_SYSTEM_CPI: &str = "sourceSystemId.CPI";

async fn transport(cx: &Cx, work: &Work) -> Result<(Destination, Target), Failure> {
    resolve_destination(cx, work.row.subaccount, &work.row.detail.wish.destination).await
}

/// Finds the source node and those behind it.
pub(super) async fn find_node(cx: &Cx, work: &mut Work) -> Result<(), Failure> {
    let (destination, target) = transport(cx, work).await?;
    let name = match &work.row.detail.wish.node {
        Some(name) => name.clone(),
        None => source_system(&destination)?,
    };
    let nodes = client::tms::nodes(&cx.http, &target).await?;
    let routes = client::tms::routes(&cx.http, &target).await?;
    let node = behind(&name, &nodes, &routes).map_err(Failure::Final)?;
    work.info(format!("transport node {} was found, with a node behind it", node.name));
    work.row.detail.node = Some(node);
    Ok(())
}

/// The name of the source node for content of a tenant.
pub(in crate::content) fn source_system(destination: &Destination) -> Result<String, Failure> {
    let found = destination.filled(SOURCE_SYSTEM_CPI).or_else(|| destination.filled(SOURCE_SYSTEM));
    found.map(str::to_owned).ok_or_else(|| {
        let near = destination.properties().keys().find(|key| key.eq_ignore_ascii_case(SOURCE_SYSTEM));
        let hint = near.map(|key| format!("; it has '{key}', but upper and lower case matter")).unwrap_or_default();
        Failure::Final(format!(
            "destination '{}' does not say which node transports start from: add the property '{SOURCE_SYSTEM}'{hint}",
            destination.name()
        ))
    })
}

/// The node of exactly this name, with the nodes right behind it.
fn behind(name: &str, nodes: &[tms::Node], routes: &[tms::Route]) -> Result<SourceNode, String> {
    let names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
    let Some(node) = nodes.iter().find(|node| node.name == name) else {
        let there = if names.is_empty() { "there is no node yet".to_owned() } else { names.join(", ") };
        return Err(format!("transport node '{name}' was not found; nodes that exist, in exact spelling: {there}"));
    };
    if !node.upload_allowed {
        return Err(format!("transport node '{name}' does not allow uploads; switch on 'Allow Upload to Node'"));
    }
    let successors: Vec<i64> =
        routes.iter().filter(|r| Some(r.source_node_id) == node.id).map(|r| r.target_node_id).collect();
    if successors.is_empty() {
        return Err(format!("transport node '{name}' has no node behind it; create a route that starts there"));
    }
    Ok(SourceNode { name: name.to_owned(), successors })
}

/// Uploads the archive.
pub(super) async fn upload(cx: &Cx, work: &mut Work) -> Result<(), Failure> {
    let (_, target) = transport(cx, work).await?;
    let archive = work.row.detail.archive.clone().ok_or_else(|| Error::internal("an export lost its archive"))?;
    let part = Part::streamed("file", archive.name, archive.size, source(cx.blobs.clone(), archive.digest));
    let part = part.of_type("application/octet-stream");
    let (owner, note) = owner(work);
    note.into_iter().for_each(|note| work.warn(note));
    let file = client::tms::upload(&cx.http, &target, part, owner.as_deref()).await?;
    work.info(format!("the archive was uploaded as file {}", file.file_id));
    work.row.detail.file = Some(file.file_id);
    Ok(())
}

/// On whose behalf. Log-in names may be longer than what transport management takes.
fn owner(work: &Work) -> (Option<String>, Option<String>) {
    let (owner, note) = work.row.detail.wish.owner.as_deref().map(fit_named_user).unzip();
    (owner, note.flatten())
}

fn source(blobs: Blobs, blob: BlobId) -> client::call::Source {
    Arc::new(move || {
        let (blobs, blob) = (blobs.clone(), blob.clone());
        async move {
            let reader = blobs.reader(&blob).await.map_err(std::io::Error::other)?;
            Ok(ReaderStream::new(reader.file).boxed())
        }
        .boxed()
    })
}

/// Puts the uploaded file into the queues behind the node. Unless nothing can have happened since the upload was saved,
/// the queues are looked into first, because the answer to an earlier call may have been lost.
pub(super) async fn export(cx: &Cx, work: &mut Work, is_fresh: bool) -> Result<(), Failure> {
    let (_, target) = transport(cx, work).await?;
    let node = work.row.detail.node.clone().ok_or_else(|| Error::internal("an export lost its node"))?;
    let file = work.row.detail.file.ok_or_else(|| Error::internal("an export lost its file"))?.to_string();
    if !is_fresh && let Some(found) = search(cx, &target, &node, &file).await? {
        work.info("the transport request was found in the queue after an interruption");
        return done(cx, work, &target, (found, Vec::new())).await;
    }
    let (description, notes) = fit_description(&work.row.detail.wish.description);
    notes.into_iter().for_each(|note| work.warn(note));
    let request = NodeUpload {
        node_name: node.name,
        content_type: "MTA".to_owned(),
        storage_type: "FILE".to_owned(),
        description,
        named_user: owner(work).0,
        entries: vec![UploadEntry { uri: Uri(file) }],
    };
    let answer = client::tms::export(&cx.http, &target, &request).await?;
    let queues = answer.queue_entries.into_iter().map(|entry| entry.node_name).collect();
    done(cx, work, &target, (answer.transport_request_id, queues)).await
}

async fn search(cx: &Cx, target: &Target, node: &SourceNode, file: &str) -> Result<Option<i64>, Failure> {
    for successor in &node.successors {
        let queue = client::tms::queue(&cx.http, target, *successor).await?;
        if let Some(found) = queue.iter().find(|request| request.entries.iter().any(|entry| entry.uri == file)) {
            return Ok(Some(found.id));
        }
    }
    Ok(None)
}

/// The words `trId <n>` are what a client looks for in the message.
async fn done(cx: &Cx, work: &mut Work, target: &Target, (request, queues): (i64, Vec<String>)) -> Result<(), Failure> {
    work.row.detail.request = Some(request);
    // A query may hold a secret, and this is shown.
    let root = target.url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    work.row.detail.request_url = Some(format!("{root}/v2/transportRequests/{request}/tracking"));
    work.row.detail.queues = queues;
    work.row.detail.place = place(cx, work, request).await?;
    work.info(format!("the content was handed to transport management: trId {request}"));
    Ok(())
}

async fn place(cx: &Cx, work: &Work, request: i64) -> Result<Option<SubaccountId>, Failure> {
    let detail = &work.row.detail;
    let Some((id, archive)) = detail.file.zip(detail.archive.clone()) else { return Ok(None) };
    Ok(place::of(cx, request, place::Uploaded { id, name: archive.name, size: archive.size }).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json};

    fn landscape() -> (Vec<tms::Node>, Vec<tms::Route>) {
        let nodes = json!([{"id": 1, "name": "DEV", "uploadAllowed": true}, {"id": 2, "name": "TEST", "uploadAllowed": true}, {"id": 3, "name": "Closed"}]);
        let routes = json!([{"id": 1, "name": "r", "sourceNodeId": 1, "targetNodeId": 2}]);
        (from_value(nodes).unwrap(), from_value(routes).unwrap())
    }

    #[test]
    fn the_node_is_found_by_its_exact_name_with_what_is_behind_it() {
        let (nodes, routes) = landscape();
        assert_eq!(behind("DEV", &nodes, &routes).unwrap().successors, [2]);
        let wrong_case = behind("dev", &nodes, &routes).unwrap_err();
        assert!(wrong_case.contains("'dev'") && wrong_case.contains("DEV, TEST, Closed"), "{wrong_case}");
        assert!(behind("TEST", &nodes, &routes).unwrap_err().contains("no node behind it"));
        assert!(behind("Closed", &nodes, &routes).unwrap_err().contains("does not allow uploads"));
        assert!(behind("x", &[], &[]).unwrap_err().contains("no node yet"));
    }

    #[test]
    fn a_misspelt_property_is_named() {
        let of = |key: &str| {
            let pairs = json!({"Name": "TransportManagementService", key: "DEV"});
            Destination::stored(pairs.as_object().unwrap().clone())
        };
        assert_eq!(source_system(&of("sourceSystemId")).unwrap(), "DEV");
        assert_eq!(source_system(&of("sourceSystemId.CPI")).unwrap(), "DEV");
        let Err(Failure::Final(text)) = source_system(&of("SourceSystemId")) else { panic!() };
        assert!(text.contains("'SourceSystemId'"), "{text}");
    }
}
