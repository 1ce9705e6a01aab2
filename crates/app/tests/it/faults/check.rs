//! What must hold after the kills.

use super::ledger::{File, Origin, Shared};
use crate::kit::{Api, Home, Landscape};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::time::{Duration, Instant};
use store::Db;
use store::blob::Blobs;
use store::file::Content;

const PATIENCE: Duration = Duration::from_secs(60);

/// A request in a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    id: i64,
    position: i64,
    status: String,
}

/// All queues by node, each in its order.
pub(super) type Queues = BTreeMap<&'static str, Vec<Entry>>;

/// Reads all queues.
pub(super) async fn queues(tms: &Api, landscape: &Landscape) -> Queues {
    let mut queues = Queues::new();
    for (name, id) in &landscape.nodes {
        let path = format!("/v2/nodes/{id}/transportRequests?status=in,ru,re,su,sk,wa,er,fa,de");
        let seen = tms.get(&path).await.unwrap();
        queues.insert(name, seen["transportRequests"].as_array().unwrap().iter().map(entry).collect());
    }
    queues
}

fn entry(seen: &Value) -> Entry {
    let number = |name: &str| seen[name].as_i64().unwrap();
    Entry { id: number("id"), position: number("position"), status: seen["status"].as_str().unwrap().to_owned() }
}

fn ids(queue: &[Entry]) -> BTreeSet<i64> {
    queue.iter().map(|entry| entry.id).collect()
}

/// The order of each queue as it was last seen. Nothing of this test moves an entry.
#[derive(Debug, Default)]
pub(super) struct Orders(BTreeMap<&'static str, Vec<(i64, i64)>>);

impl Orders {
    /// Guarantee 3: the order is total, and what was there stays where it was.
    pub(super) fn only_grew(&mut self, queues: &Queues) {
        for (node, queue) in queues {
            let now: Vec<(i64, i64)> = queue.iter().map(|entry| (entry.position, entry.id)).collect();
            assert!(now.is_sorted_by(|a, b| a.0 < b.0), "{node}: places are not in strict order: {now:?}");
            assert_eq!(ids(queue).len(), queue.len(), "{node}: a request is there twice");
            let before = self.0.insert(node, now.clone()).unwrap_or_default();
            assert_eq!(now[..before.len().min(now.len())], before, "{node}: the order changed");
        }
    }
}

/// Guarantee 2: what was interrupted is finished after a restart, by itself.
pub(super) async fn settled(tms: &Api, landscape: &Landscape, ledger: &Shared) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let queues = queues(tms, landscape).await;
        let running: Vec<&Entry> = queues.values().flatten().filter(|entry| entry.status == "running").collect();
        if running.is_empty() {
            break;
        }
        assert!(Instant::now() < deadline, "still running: {running:?}");
    }
    let started: Vec<i64> = ledger.lock().imports.values().flatten().copied().collect();
    for action in started {
        while tms.get(&format!("/v2/actions/{action}")).await.unwrap()["endedAt"].is_null() {
            assert!(Instant::now() < deadline, "action {action} does not end");
        }
    }
}

/// Guarantees 3 and 4: every request is in exactly the queues it must be in, in the order of the acknowledgements.
pub(super) async fn requests(tms: &Api, landscape: &Landscape, ledger: &Shared) {
    let queues = queues(tms, landscape).await;
    let in_queue = |node: &str| ids(&queues[node]);
    assert_eq!(in_queue("T1"), in_queue("T2"), "a request came to only one of T1 and T2");
    assert_eq!(in_queue("P2"), in_queue("P3"), "a request came to only one of P2 and P3");
    let done = |node: &str| -> BTreeSet<i64> {
        queues[node].iter().filter(|entry| entry.status != "initial").map(|entry| entry.id).collect()
    };
    assert!(done("SRC").is_subset(&in_queue("T1")), "an import into SRC did not forward");
    assert_eq!(done("T1"), in_queue("P1"), "imports into T1 and the queue of P1 differ");
    let ledger = ledger.lock();
    let of_way =
        |way: Origin| ledger.requests.iter().filter(move |request| request.way == way).map(|request| request.id);
    let (uploads, exports): (BTreeSet<i64>, BTreeSet<i64>) =
        (of_way(Origin::Upload).collect(), of_way(Origin::Export).collect());
    assert!(uploads.is_subset(&in_queue("SRC")), "an acknowledged upload is not in SRC");
    assert!(exports.is_subset(&in_queue("T2")), "an acknowledged export is not in T2");
    assert!(exports.is_disjoint(&in_queue("SRC")), "an export is in the source's own queue");
    assert!(ledger.forwards.iter().all(|id| in_queue("P2").contains(id)), "an acknowledged forward is not in P2");
    for (node, way) in [("SRC", Origin::Upload), ("T2", Origin::Export)] {
        let places: BTreeMap<i64, i64> = queues[node].iter().map(|entry| (entry.id, entry.position)).collect();
        let mut times: Vec<_> = ledger.requests.iter().filter(|request| request.way == way).collect();
        times.sort_by_key(|request| places[&request.id]);
        let mut latest = None;
        for request in times {
            assert!(latest <= Some(request.answered), "{node}: {} stands behind one that came after it", request.id);
            latest = latest.max(Some(request.asked));
        }
    }
}

/// Guarantee 2: no import ran twice, every import ended once, and nobody's import was lost.
pub(super) async fn imports(tms: &Api, landscape: &Landscape, ledger: &Shared) {
    let tried = ledger.lock().imports.clone();
    for (node, queue) in queues(tms, landscape).await {
        for entry in queue {
            let asked = tried.get(&(node, entry.id));
            let path = format!("/v2/nodes/{}/transportRequests/{}/logs", landscape.node(node), entry.id);
            let seen = tms.get(&path).await.unwrap();
            let logs: Vec<&Value> =
                seen["logs"].as_array().unwrap().iter().filter(|log| log["actionType"] == "I").collect();
            let actions: Vec<i64> = logs.iter().map(|log| log["actionId"].as_i64().unwrap()).collect();
            match asked {
                None => assert_eq!(actions, [0; 0], "{node}: nobody asked to import {}", entry.id),
                Some(None) => assert!(actions.len() <= 1, "{node}: {} was imported twice: {seen}", entry.id),
                Some(Some(action)) => assert_eq!(actions, [*action], "{node}: imports of {}", entry.id),
            }
            logs.iter().for_each(|log| ran_once(log));
        }
    }
}

fn ran_once(log: &Value) {
    let count = |word: &str| log["messages"].as_array().unwrap().iter().filter(|m| m["messageId"] == word).count();
    assert_eq!(count("TRANSPORTREQUEST_START"), 1, "{log}");
    assert_eq!(count("TRANSPORTREQUEST_END"), 1, "{log}");
    assert_eq!(log["status"], "succeeded", "{log}");
}

/// Guarantee 1: files that no request refers to yet can still be transported.
pub(super) async fn leftovers_are_usable(tms: &Api, landscape: &Landscape, ledger: &Shared) {
    let left: Vec<Value> = {
        let ledger = ledger.lock();
        let left = ledger.files.iter().filter(|file| !file.used);
        left.map(|file| json!({ "uri": file.id.to_string() })).collect()
    };
    if left.is_empty() {
        return;
    }
    let body = json!({ "nodeName": "SRC", "contentType": "MTA", "storageType": "FILE",
        "description": "left over", "entries": left });
    let request = tms.post("/v2/nodes/upload", body).await.unwrap()["transportRequestId"].clone();
    let path = format!("/v2/nodes/{}/transportRequests/import", landscape.node("SRC"));
    let action = tms.post(&path, json!({ "transportRequests": [request] })).await.unwrap()["actionId"].clone();
    let deadline = Instant::now() + PATIENCE;
    loop {
        let seen = tms.get(&format!("/v2/actions/{action}")).await.unwrap();
        if seen["endedAt"].is_string() {
            assert_eq!(seen["status"], "succeeded");
            return;
        }
        assert!(Instant::now() < deadline, "{seen}");
    }
}

/// Guarantee 1: every acknowledged file is there, byte by byte. Looks at the data itself, while no server runs.
pub(super) async fn files(home: &Home, landscape: &Landscape, ledger: &Shared) {
    let db = Db::open(&home.database(), store::Options::default()).await.unwrap();
    let blobs = Blobs::open(home.data().join("blobs")).unwrap();
    let subaccount = serde_json::from_value(json!(landscape.subaccount)).unwrap();
    let files = ledger.lock().files.clone();
    for file in files {
        let (id, number) = (serde_json::from_value(json!(file.id)).unwrap(), file.id);
        let found = db.read(async move |tx| store::file::find(tx, subaccount, id).await).await.unwrap();
        let found = found.unwrap_or_else(|| panic!("file {number} is gone"));
        let mut bytes = Vec::new();
        match &found.content {
            Content::Inline(inline) => bytes.clone_from(inline),
            Content::Blob(blob) => drop(blobs.file(blob).unwrap().read_to_end(&mut bytes).unwrap()),
        }
        assert!(bytes == File::bytes(file.seed, file.size), "file {number} has other bytes");
    }
}
