//! Import queues: their order is total, survives a restart, and holds under concurrency; a request is in all queues it
//! is handed on to, or in none.

use crate::kit::{Answer, Fresh, on_both, open};
use model::node::{Draft, ForwardMode, Node};
use model::queue::{Status, Tail, arrive, forward};
use model::request::{ContentType, StorageType};
use model::{NodeId, NodeName, RequestId, SubaccountId, Time};
use store::queue::{Filter, Span};
use store::request::Request;
use store::{Db, Error, Tx, node, queue, request};
use uuid::Uuid;

const TENANT: SubaccountId = SubaccountId(Uuid::nil());

async fn new_node(db: &Db, name: &'static str) -> NodeId {
    let insert = async move |tx: &mut Tx| -> Answer<NodeId> {
        let name = NodeName(name.to_owned());
        let draft = Draft {
            name,
            upload_allowed: true,
            forward_mode: ForwardMode::Manual,
            is_virtual: true,
            ..Draft::default()
        };
        let id = NodeId(tx.next_id());
        let node = Node { draft, ..Node::bare(id) };
        node::insert(tx, TENANT, &node).await?;
        Ok(id)
    };
    db.write(insert).await.unwrap()
}

async fn new_request(tx: &mut Tx) -> Answer<RequestId> {
    let id = RequestId(tx.next_id());
    let request = Request {
        id,
        description: "d".to_owned(),
        origin: "DEV".to_owned(),
        content_type: ContentType::Mta,
        storage_type: StorageType::Reference,
        entries: Vec::new(),
        created_at: Time(1),
        created_by: "t".to_owned(),
        named_user: None,
    };
    request::insert(tx, TENANT, &request, "[]").await?;
    Ok(id)
}

/// Puts requests at the end of a queue, as a use case does: the queue is held, places are given away, then filled.
async fn append(tx: &mut Tx, node: NodeId, requests: &[RequestId]) -> Answer {
    let last = node::hold(tx, node, i64::try_from(requests.len()).unwrap()).await?.ok_or(Error::NotFound)?;
    let present = queue::present(tx, node, requests).await?;
    let present = present.into_iter().map(|(request, (status, _))| (request, status)).collect();
    queue::place(tx, node, &arrive(&Tail { node, last, present }, requests), Time(1)).await.map(drop)
}

async fn add(db: &Db, node: NodeId) -> RequestId {
    let add = async move |tx: &mut Tx| -> Answer<RequestId> {
        let request = new_request(tx).await?;
        append(tx, node, &[request]).await?;
        Ok(request)
    };
    db.write(add).await.unwrap()
}

/// A queue from its beginning, read in pages: requests and their places.
async fn whole(db: &Db, node: NodeId) -> Vec<(RequestId, i64)> {
    let read = async move |tx: &mut Tx| -> Answer<Vec<(RequestId, i64)>> {
        let statuses = Status::ALL.to_vec();
        let (none, owner) = (None, None);
        let filter = Filter {
            statuses,
            created_from: none,
            created_to: none,
            queued_from: none,
            queued_to: none,
            owner,
            text: String::new(),
        };
        let (mut all, mut after) = (Vec::new(), 0);
        loop {
            let span = Span { after, limit: 7 };
            let mut seen = Vec::new();
            let written = queue::page(tx, node, &filter, span, |queued, _| {
                seen.push((queued.request, queued.pos));
                Ok(())
            });
            let Some((last, _)) = written.await?.ends.last().copied() else { return Ok(all) };
            after = last;
            all.append(&mut seen);
        }
    };
    db.read(read).await.unwrap()
}

fn requests(queue: &[(RequestId, i64)]) -> Vec<RequestId> {
    queue.iter().map(|(request, _)| *request).collect()
}

fn is_total(queue: &[(RequestId, i64)]) -> bool {
    queue.windows(2).all(|pair| pair[0].1 < pair[1].1)
}

#[test]
fn the_order_of_a_queue_is_total() {
    on_both(async |fresh: Fresh| {
        let db = &fresh.db;
        let node = new_node(db, "QA").await;
        let mut order = Vec::new();
        for _ in 0..20 {
            order.push(add(db, node).await);
        }
        assert_eq!(requests(&whole(db, node).await), order);
        // Whoever arrives again stands behind all others.
        let again = [order.remove(11), order.remove(3)];
        db.write(async move |tx| append(tx, node, &again).await).await.unwrap();
        order.extend(again);
        let queue = whole(db, node).await;
        assert!(is_total(&queue), "{queue:?}");
        assert_eq!(requests(&queue), order);
        let candidates = db.read(async move |tx| queue::importable(tx, node).await).await.unwrap();
        assert_eq!(candidates.iter().map(|one| one.request).collect::<Vec<_>>(), order, "an import takes them so");
        // No two can ever be at one place.
        let twice = order[0].get();
        let taken = queue[5].1;
        let same = "update queue_entry set pos = $1 where request = $2";
        let outcome = db.write(async move |tx: &mut Tx| tx.execute(same, store::p![taken, twice]).await).await;
        assert!(matches!(outcome, Err(Error::Unique { constraint }) if constraint == "queue_entry_node_pos_key"));
    });
}

#[test]
fn places_survive_a_restart_and_go_on_behind_the_last_one() {
    on_both(async |Fresh { db, url, _dir }| {
        let node = new_node(&db, "QA").await;
        for _ in 0..5 {
            add(&db, node).await;
        }
        let before = whole(&db, node).await;
        // The last one goes: its place is not given to anybody else.
        let last = before[4].0;
        let gone = "delete from queue_entry where request = $1";
        db.write(async move |tx: &mut Tx| tx.execute(gone, store::p![last.get()]).await).await.unwrap();
        drop(db);
        let db = open(&url).await;
        assert_eq!(whole(&db, node).await, before[..4]);
        let request = add(&db, node).await;
        let after = whole(&db, node).await;
        assert_eq!(after[4].0, request);
        assert!(after[4].1 > before[4].1, "{after:?}");
        assert!(request > last, "numbers go on, too");
    });
}

#[test]
fn many_who_append_at_once_get_a_place_each_in_their_order() {
    on_both(async |fresh: Fresh| {
        let node = new_node(&fresh.db, "QA").await;
        let writers: Vec<_> = (0..8)
            .map(|_| {
                let db = fresh.db.clone();
                tokio::spawn(async move {
                    let mut mine = Vec::new();
                    for _ in 0..25 {
                        mine.push(add(&db, node).await);
                    }
                    mine
                })
            })
            .collect();
        let mut expected = Vec::new();
        for writer in writers {
            expected.push(writer.await.unwrap());
        }
        let queue = whole(&fresh.db, node).await;
        assert!(is_total(&queue), "{queue:?}");
        assert_eq!(queue.len(), 200);
        assert_eq!(queue.last().unwrap().1, 200, "no place was given twice or lost");
        for mine in expected {
            let theirs: Vec<RequestId> = requests(&queue).into_iter().filter(|one| mine.contains(one)).collect();
            assert_eq!(theirs, mine, "what one of them added stands in his order");
        }
    });
}

#[test]
fn a_request_is_handed_on_to_all_queues_or_to_none() {
    on_both(async |fresh: Fresh| {
        let db = &fresh.db;
        let names = ["T0", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"];
        let mut nodes = Vec::new();
        for name in names {
            nodes.push(new_node(db, name).await);
        }
        let hand_on = async |request: RequestId, fails_at: Option<usize>| {
            let nodes = nodes.clone();
            let all = async move |tx: &mut Tx| -> Answer {
                let mut tails = Vec::new();
                for node in &nodes {
                    let last = node::hold(tx, *node, 1).await?.ok_or(Error::NotFound)?;
                    tails.push(Tail { node: *node, last, present: [].into() });
                }
                for (n, (node, placed)) in forward(&tails, &[request]).into_iter().enumerate() {
                    if fails_at == Some(n) {
                        return Err(Error::Unavailable("the power is gone".to_owned()));
                    }
                    queue::place(tx, node, &placed, Time(1)).await?;
                }
                Ok(())
            };
            db.write(all).await
        };
        let request = db.write(async |tx| new_request(tx).await).await.unwrap();
        for fails_at in 0..names.len() {
            assert!(hand_on(request, Some(fails_at)).await.is_err());
            for node in &nodes {
                assert!(whole(db, *node).await.is_empty(), "after a failure at {fails_at}");
            }
        }
        hand_on(request, None).await.unwrap();
        for node in &nodes {
            assert_eq!(whole(db, *node).await, [(request, 1)], "and no place was wasted");
        }
        let tracks = db.read(async move |tx| queue::tracks(tx, request).await).await.unwrap();
        assert_eq!(tracks.into_iter().map(|track| track.node).collect::<Vec<_>>(), nodes);
    });
}
