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

/// As the release with schema 21 leaves it: shop came to TEST with two requests, of which the second failed there, and
/// both were exported from DEV; what carries no MTA is not counted.
const CARRIED: &str = r#"
    insert into node (id, subaccount, name, upload_allowed, notification_enabled, forward_mode, is_virtual,
        import_disabled, import_disabled_reason, rev, tail)
        values (1, '00000000-0000-0000-0000-0000000000b1', 'DEV', true, false, 'AUTO', false, false, '', 0, 0);
    insert into node (id, subaccount, name, upload_allowed, notification_enabled, forward_mode, is_virtual,
        import_disabled, import_disabled_reason, rev, tail)
        values (2, '00000000-0000-0000-0000-0000000000b1', 'TEST', true, false, 'AUTO', false, false, '', 0, 0);
    insert into request (id, subaccount, description, origin, content_type, storage_type, entries, created_at, created_by)
        values (11, '00000000-0000-0000-0000-0000000000b1', 'x', 'DEV', 'MTA', 'FILE',
        '{"version":1,"entries":[{"id":1,"uri":"5","file_name":"a","mta":{"id":"shop","version":"1.0.0"}}]}', 100, 'me');
    insert into request (id, subaccount, description, origin, content_type, storage_type, entries, created_at, created_by)
        values (12, '00000000-0000-0000-0000-0000000000b1', 'x', 'DEV', 'MTA', 'FILE',
        '{"version":1,"entries":[{"id":2,"uri":"6","file_name":"b","mta":{"id":"shop","version":"1.1.0"}}]}', 200, 'me');
    insert into request (id, subaccount, description, origin, content_type, storage_type, entries, created_at, created_by)
        values (13, '00000000-0000-0000-0000-0000000000b1', 'x', 'DEV', 'APP', 'REFERENCE',
        '{"version":1,"entries":[{"id":3,"uri":"ref","file_name":"ref","mta":null}]}', 300, 'me');
    insert into queue_entry (id, node, request, status, pos, again, queued_at, changed_at)
        values (21, 2, 11, 'succeeded', 1, false, 100, 150);
    insert into queue_entry (id, node, request, status, pos, again, queued_at, changed_at)
        values (22, 2, 12, 'fatal', 2, false, 200, 250);
    insert into queue_entry (id, node, request, status, pos, again, queued_at, changed_at)
        values (23, 2, 13, 'succeeded', 3, false, 300, 350);
"#;

async fn carried(url: &DbUrl) {
    store::testing::older(url, 21, CARRIED).await.unwrap();
    let db = open(url).await;
    let tenant = model::SubaccountId("00000000-0000-0000-0000-0000000000b1".parse().unwrap());
    let (mtas, installed, pending) = db
        .read(async move |tx| {
            let mtas = store::carried::mtas(tx, tenant, "", "", 9).await?;
            let installed = store::carried::installed(tx, tenant, &mtas).await?;
            let pending = store::carried::pending(tx, tenant, &mtas).await?;
            Ok::<_, store::Error>((mtas, installed, pending))
        })
        .await
        .unwrap();
    assert_eq!(mtas, ["shop"]);
    let installed: Vec<_> =
        installed.iter().map(|one| (one.node.get(), one.version.as_str(), one.request.get(), one.at.0)).collect();
    assert_eq!(installed, [(1, "1.1.0", 12, 200), (2, "1.0.0", 11, 150)]);
    let pending: Vec<_> = pending.iter().map(|one| (one.node.get(), one.status.word(), one.newest.get())).collect();
    assert_eq!(pending, [(2, "fatal", 12)]);
}

#[test]
fn what_requests_of_schema_21_carry_is_found() {
    run(async {
        let dir = tempfile::tempdir().unwrap();
        carried(&DbUrl::Sqlite(dir.path().join("data"))).await;
        if let Some(url) = store::testing::postgres_url() {
            carried(&DbUrl::Postgres(url)).await;
        }
    });
}
