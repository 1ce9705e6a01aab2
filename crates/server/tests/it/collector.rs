//! The collector of blobs: what anything refers to stays, everything else goes after a day.

use crate::guided::landscape;
use engine::work::collect::CollectBlobs;
use engine::{Error, work};
use std::collections::BTreeSet;
use std::time::Duration;
use store::blob::BlobId;
use store::{Sql, Tx, p};
use testkit::TestApp;

/// Every column that holds the digest of a blob is called so.
const COLUMNS: Sql = Sql::Pair {
    sqlite: "select t.name || ' ' || c.name from sqlite_master t join pragma_table_info(t.name) c \
             where t.type = 'table' and c.name in ('blob', 'digest', 'archive') order by 1",
    postgres: "select (table_name || ' ' || column_name)::text from information_schema.columns \
               where table_schema = 'public' and column_name in ('blob', 'digest', 'archive') order by 1",
};

/// All digests that rows hold.
async fn live(app: &TestApp) -> BTreeSet<BlobId> {
    let read = async |tx: &mut Tx| {
        let mut live = BTreeSet::new();
        for column in tx.query::<String>(COLUMNS, p![]).await? {
            let (table, column) = column.split_once(' ').unwrap();
            let text: &'static str = format!("select {column} from {table} where {column} is not null").leak();
            live.extend(tx.query::<String>(text, p![]).await?.into_iter().map(|digest| digest.parse().unwrap()));
        }
        Ok::<_, store::Error>(live)
    };
    app.cx.db.read(read).await.unwrap()
}

async fn orphan(app: &TestApp, text: &str) -> BlobId {
    let mut writer = app.cx.blobs.writer(100);
    writer.write(text.to_owned().into()).await.unwrap();
    writer.finish().await.unwrap().id
}

/// Has the collector look at the whole folder, as if all that is there had been written long ago, or just now.
async fn collect(app: &TestApp, aged: bool) {
    if aged {
        // The age of a file is told by the clock of its disk, which is ahead of that of the test.
        app.advance(Duration::from_secs(50 * 366 * 24 * 60 * 60));
    }
    let now = app.cx.now();
    app.cx.db.write(async move |tx| work::order(tx, &CollectBlobs {}, now).await).await.unwrap();
    work::worker::run_due(&app.cx).await.unwrap();
}

async fn all(app: &TestApp) -> BTreeSet<BlobId> {
    let end_of_time = model::Time(i64::MAX);
    app.cx.blobs.old(None, usize::MAX, end_of_time).await.unwrap().old.into_iter().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_whole_guide_only_orphans_go_and_after_its_end_everything() {
    let app = TestApp::start().await;
    landscape(&app).await;
    let (live_before, orphan) = (live(&app).await, orphan(&app, "nobody wants this").await);
    assert!(live_before.len() > 3, "{live_before:?}");

    collect(&app, false).await;
    assert!(app.cx.blobs.exists(&orphan).await.unwrap(), "its row may still be on its way");

    collect(&app, true).await;
    assert!(!app.cx.blobs.exists(&orphan).await.unwrap());
    assert_eq!(all(&app).await, live_before);

    let uaa = &app.first.cis.uaa;
    let cis = app.client_token(&uaa.url, &uaa.clientid, &uaa.clientsecret).await;
    let subaccounts = app.get("/accounts/v1/subaccounts").bearer(&cis).good().await;
    for subaccount in subaccounts["value"].as_array().unwrap() {
        let path = format!("/accounts/v1/subaccounts/{}?forceDelete=true", subaccount["guid"].as_str().unwrap());
        let _ = app.request("DELETE", &path).bearer(&cis).send().await.expect_status(200);
    }
    collect(&app, true).await;
    assert!(all(&app).await.is_empty());
}

/// A folder of more than one page is walked through to its end, and the next round begins at its beginning.
#[tokio::test]
async fn the_whole_folder_is_looked_at_page_by_page() {
    let app = TestApp::start().await;
    for n in 0..1_100 {
        orphan(&app, &format!("orphan {n}")).await;
    }
    collect(&app, true).await;
    assert!(all(&app).await.is_empty());
    orphan(&app, "one more").await;
    collect(&app, true).await;
    assert!(all(&app).await.is_empty());
}

/// The job is ordered by the worker itself when it starts.
#[tokio::test]
async fn the_collector_runs_by_itself() {
    let app = TestApp::start().await;
    app.advance(Duration::from_secs(50 * 366 * 24 * 60 * 60));
    let id = orphan(&app, "nobody wants this").await;
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let worker = tokio::spawn(work::worker::run(app.cx.clone(), stopping));
    let ordered = async || {
        let find = async |tx: &mut Tx| {
            let name = "select count(*) from work where kind = 'blobs.collect'";
            Ok::<i64, Error>(tx.query_one(name, p![]).await?)
        };
        app.cx.db.read(find).await.unwrap()
    };
    let gone = async {
        while app.cx.blobs.exists(&id).await.unwrap() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), gone).await.unwrap();
    stop.send_replace(true);
    worker.await.unwrap();
    assert_eq!(ordered().await, 1, "and it will run again");
}
