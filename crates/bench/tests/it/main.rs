//! The program as others run it.

use model::node::{Draft, Node};
use model::queue::Status;
use model::{NodeId, NodeName, SubaccountId, Time};
use std::path::Path;
use std::process::{Command, Output};
use store::account::Subaccount;
use store::{Db, DbUrl, Options, Tx};

fn fill(data: &Path, node: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ropeway-bench"));
    command.args(["fill", "--subaccount", "alm", "--node", node, "--requests", "250", "--data"]).arg(data);
    command.output().expect("the program")
}

async fn prepare(db: &Db) -> NodeId {
    let made = db.write(async |tx: &mut Tx| -> store::Result<NodeId> {
        let subaccount = Subaccount {
            id: SubaccountId(uuid::Uuid::from_u128(7)),
            number: 1,
            name: "Cloud ALM".to_owned(),
            subdomain: "alm".to_owned(),
            region: String::new(),
            description: String::new(),
            beta: false,
            production: model::account::Production::default(),
            labels: model::account::Labels::default(),
            created_by: String::new(),
            created_at: Time(1),
            modified_by: String::new(),
            modified_at: Time(1),
        };
        store::account::insert(tx, &subaccount).await?;
        let id = NodeId(tx.next_id());
        let draft = Draft { name: NodeName("DEV".to_owned()), is_virtual: true, ..Draft::default() };
        store::node::insert(tx, subaccount.id, &Node { draft, ..Node::bare(id) }).await?;
        Ok(id)
    });
    made.await.expect("the store")
}

#[tokio::test]
async fn a_queue_is_filled_and_a_node_that_is_not_there_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    let url = DbUrl::Sqlite(dir.path().to_owned());
    let node = prepare(&Db::open(&url, Options::default()).await.expect("a database")).await;
    let missing = fill(dir.path(), "NONE");
    assert!(!missing.status.success());
    assert!(String::from_utf8_lossy(&missing.stderr).contains("no node NONE in the subaccount alm"), "{missing:?}");
    let filled = fill(dir.path(), "DEV");
    assert!(filled.status.success(), "{filled:?}");
    let db = Db::open(&url, Options::default()).await.expect("a database");
    let count = db.read(async move |tx: &mut Tx| store::queue::count(tx, node, Status::Initial).await);
    assert_eq!(count.await.expect("the store"), 250);
}
