//! Databases of older releases: what they hold is there afterwards, in its new form, on both engines.

use crate::kit::{open, run};
use model::work::Lane;
use store::work::{self, NewWork};
use store::{Db, DbUrl, p};

/// As the release with schema 9 leaves it when it is killed: work that waits, is leased for decades, or was begun.
const ROWS: &str = r#"
    insert into job (id, name, payload, dedup_key, run_at, attempts, created_at)
        values (1, 'alm-deployment', '{"id":7}', 'alm-deployment:7', 50, 3, 1);
    insert into job (id, name, payload, dedup_key, run_at, attempts, lease_owner, lease_until, created_at)
        values (2, 'cf.call', '{"id":"00000000-0000-0000-0000-00000000000a"}', 'cf.call:a', 3579139413000000, 1, 'w',
        3579139413000000, 1);
    insert into job (id, name, payload, dedup_key, run_at, attempts, lease_owner, lease_until, created_at)
        values (3, 'transport.import', '{"node":5}', 'transport.import:5', 3579139413000000, 1, 'w', 3579139413000000, 1);
    insert into import_run (action, node, subaccount, plan, step, remote, rev, is_open)
        values (40, 5, '00000000-0000-0000-0000-0000000000b1', '{}', 2,
        '{"Uploaded":{"archive":"f1","extension":null,"away_since":null}}', 9, true);
    insert into import_run (action, node, subaccount, plan, step, remote, rev, is_open)
        values (41, 5, '00000000-0000-0000-0000-0000000000b1', '{}', 0, null, 0, true);
    insert into import_run (action, node, subaccount, plan, step, remote, rev, is_open)
        values (39, 5, '00000000-0000-0000-0000-0000000000b1', '{}', 4, null, 3, false);
"#;

async fn work_of(db: &Db) -> Vec<(String, Option<String>, i64, String)> {
    let all = "select kind, work_key, run_at, state from work order by id";
    db.read(async move |tx| tx.query(all, p![]).await).await.unwrap()
}

async fn upgraded(url: &DbUrl) {
    store::testing::older(url, 9, ROWS).await.unwrap();
    let db = open(url).await;
    let found = work_of(&db).await;
    let row =
        |kind: &str, key: &str, run_at, state: &str| (kind.to_owned(), Some(key.to_owned()), run_at, state.to_owned());
    assert_eq!(found[0], row("alm-deployment", "alm-deployment:7", 50, r#"{"id":7}"#));
    assert_eq!(found[1].2, 0, "a lease of an older release holds nobody up");
    let (kind, key, run_at, state) = found[2].clone();
    assert_eq!((kind.as_str(), key.as_deref(), run_at), ("transport.import", Some("transport.import:5"), 0));
    let imports: model::import::NodeImports = serde_json::from_str(&state).unwrap();
    let at = |remote: &model::import::At| matches!(remote, model::import::At::Step { action, step: 2, remote: Some(_), .. } if action.get() == 40);
    assert!(at(&imports.at), "{imports:?}");
    assert_eq!(found.len(), 3, "one piece of work for a node, however many imports wait there");
    let again = async |tx: &mut store::Tx| {
        let (run_at, now) = (model::Time(0), model::Time(0));
        let key = Some("transport.import:5");
        let new = NewWork { kind: "transport.import", key, tenant: "", lane: Lane::Local, state: "{}", run_at, now };
        work::order(tx, new).await
    };
    db.write(again).await.unwrap();
    assert_eq!(work_of(&db).await.len(), 3, "and its key is the one that later orders have");
}

#[test]
fn work_that_a_release_with_schema_9_left_goes_on() {
    run(async {
        let dir = tempfile::tempdir().unwrap();
        upgraded(&DbUrl::Sqlite(dir.path().join("data"))).await;
        if let Some(url) = store::testing::postgres_url() {
            upgraded(&url.parse().unwrap()).await;
        }
    });
}
