//! Many at once: the order of a queue stays total, a forward appears in all queues or in none, nothing is lost.

use super::kit::{Tms, id, upload};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn reference(tms: &Tms, node: &str) -> i64 {
    let body = json!({
        "nodeName": node, "contentType": "APP", "storageType": "REFERENCE", "description": "d",
        "entries": [{"uri": "x"}]
    });
    id(&tms.post("nodes/upload", body).await.expect_status(200).json()["transportRequestId"])
}

async fn rows(tms: &Tms, node: i64) -> Vec<Value> {
    let answer = tms.get(&format!("nodes/{node}/transportRequests?status=in,ru,re,su,sk,wa,er,fa,de")).await;
    answer["transportRequests"].as_array().expect("a list").clone()
}

fn ids(rows: &[Value]) -> Vec<i64> {
    rows.iter().map(|row| id(&row["id"])).collect()
}

#[tokio::test]
async fn uploads_and_imports_at_once_keep_every_queue_in_order_and_complete() {
    let tms = Tms::start().await;
    let v = tms.virtual_node("V", "AUTO").await;
    let (t1, t2) = (tms.node("T1", json!({})).await, tms.node("T2", json!({})).await);
    tms.route(v, t1).await;
    tms.route(v, t2).await;
    let caller = async || {
        let mut made = Vec::new();
        for _ in 0..6 {
            made.push(reference(&tms, "V").await);
            tms.import_all(v).await;
        }
        made
    };
    let beside = async || {
        let mut made = Vec::new();
        for _ in 0..6 {
            made.push(reference(&tms, "T2").await);
        }
        made
    };
    let (imported, direct) = tokio::join!(join_all((0..6).map(|_| caller())), join_all((0..2).map(|_| beside())));
    let imported: BTreeSet<i64> = imported.into_iter().flatten().collect();
    let direct: BTreeSet<i64> = direct.into_iter().flatten().collect();
    tms.import_all(v).await;

    assert!(rows(&tms, v).await.iter().all(|row| row["status"] == "skipped"));
    let (first, second) = (rows(&tms, t1).await, rows(&tms, t2).await);
    for queue in [&first, &second] {
        let positions: Vec<i64> = queue.iter().map(|row| id(&row["position"])).collect();
        assert!(positions.windows(2).all(|pair| pair[0] < pair[1]), "{positions:?}");
    }
    assert_eq!(ids(&first).into_iter().collect::<BTreeSet<_>>(), imported);
    let both = ids(&second);
    assert_eq!(both.iter().copied().collect::<BTreeSet<_>>(), imported.union(&direct).copied().collect());
    let forwarded: Vec<i64> = both.into_iter().filter(|request| imported.contains(request)).collect();
    assert_eq!(forwarded, ids(&first), "the same order in both");
}

#[tokio::test]
async fn the_same_import_asked_for_at_once_runs_once() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let request = tms.request("V").await;
    let named = [request];
    let answers = join_all((0..8).map(|_| tms.operate(node, "import", &named))).await;
    let good = answers.iter().filter(|answer| answer.status == 200).count();
    let refused = answers.iter().filter(|answer| answer.status == 422).count();
    assert_eq!((good, refused), (1, 7));
    let logs = tms.get(&format!("nodes/{node}/transportRequests/{request}/logs")).await;
    let imports = logs["logs"].as_array().expect("logs").iter().filter(|log| log["actionType"] == "I").count();
    assert_eq!(imports, 1);
}

#[tokio::test]
async fn one_file_may_be_deleted_or_used_but_not_both() {
    let tms = Tms::start().await;
    tms.node("QA", json!({})).await;
    for _ in 0..6 {
        let file = tms.file("shop.mtar", testkit::mtar("shop", "1.0.0")).await;
        let path = format!("files/{file}");
        let (deleted, used) =
            tokio::join!(tms.call("DELETE", &path).send(), tms.post("nodes/upload", upload("QA", file)));
        assert!(matches!((deleted.status, used.status), (204, 404) | (422, 200)), "{} {}", deleted.status, used.status);
    }
}

#[tokio::test]
async fn routes_made_at_once_never_close_a_cycle() {
    let tms = Tms::start().await;
    let mut nodes = Vec::new();
    for name in ["A", "B", "C"] {
        nodes.push(tms.node(name, json!({})).await);
    }
    let body = |from: usize, to: usize| json!({"name": format!("{from}{to}"), "sourceNodeId": nodes[from], "targetNodeId": nodes[to]});
    let answers = join_all([(0, 1), (1, 2), (2, 0)].map(|(from, to)| tms.post("routes", body(from, to)))).await;
    let made = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(made, 2, "two of the three fit, the third closes the cycle");
}

#[tokio::test]
async fn a_long_queue_is_answered_whole_without_paging() {
    let tms = Tms::start().await;
    tms.node("QA", json!({})).await;
    let node = id(&tms.get("nodes").await["nodes"][0]["id"]);
    for _ in 0..65 {
        join_all((0..8).map(|_| reference(&tms, "QA"))).await;
    }
    let all = rows(&tms, node).await;
    assert_eq!(all.len(), 520);
    let page = tms.get(&format!("nodes/{node}/transportRequests?status=in&top=7&after=513")).await;
    assert_eq!(ids(page["transportRequests"].as_array().expect("a page")), ids(&all)[513..]);
}
