//! Jobs and the audit trail.

use crate::kit::{Answer, Fresh, on_both, open, run, sqlite};
use futures_util::FutureExt;
use std::collections::HashSet;
use store::audit::{self, NewAudit};
use store::job::{self, Claimed, NewJob};
use store::{Db, DbUrl, Error, Tx};

const LEASE: i64 = 1_000;

async fn enqueue(db: &Db, key: Option<&'static str>, run_at: i64) {
    let order = async move |tx: &mut Tx| -> Answer {
        let new = NewJob { name: "import", payload: "{\"id\":1}", dedup_key: key, run_at, now: 0 };
        job::enqueue(tx, new).await
    };
    db.write(order).await.unwrap();
}

async fn claim(db: &Db, now: i64, owner: &'static str, limit: i64) -> Vec<Claimed> {
    db.write(async move |tx| job::claim(tx, now, owner, LEASE, limit).await).await.unwrap()
}

async fn left(db: &Db) -> i64 {
    db.read(async |tx| job::left(tx).await).await.unwrap()
}

#[test]
fn several_workers_claim_nothing_twice() {
    on_both(async |fresh: Fresh| {
        for _ in 0..100 {
            enqueue(&fresh.db, None, 0).await;
        }
        let workers: Vec<_> = ["a", "b", "c", "d"]
            .map(|owner| {
                let db = fresh.db.clone();
                tokio::spawn(async move {
                    let mut mine = Vec::new();
                    loop {
                        let some = claim(&db, 1, owner, 3).await;
                        if some.is_empty() {
                            return mine;
                        }
                        mine.extend(some);
                    }
                })
            })
            .into();
        let mut seen = HashSet::new();
        for worker in workers {
            for job in worker.await.unwrap() {
                assert!(seen.insert(job.id), "{} twice", job.id);
            }
        }
        assert_eq!(seen.len(), 100);
    });
}

#[test]
fn a_lease_that_ran_out_passes_the_job_on() {
    on_both(async |Fresh { db, .. }| {
        enqueue(&db, None, 5).await;
        assert!(claim(&db, 4, "a", 10).await.is_empty());
        let first = claim(&db, 5, "a", 10).await.remove(0);
        assert_eq!((first.attempts, first.name.as_str(), first.payload.as_str()), (1, "import", "{\"id\":1}"));
        assert_eq!(db.read(async |tx| job::next_run_at(tx).await).await.unwrap(), Some(5 + LEASE));
        assert!(claim(&db, 4 + LEASE, "b", 10).await.is_empty());
        let second = claim(&db, 5 + LEASE, "b", 10).await.remove(0);
        assert_eq!((second.id, second.attempts), (first.id, 2));
        let late = db.write(async move |tx| job::complete(tx, &first).await).await.unwrap();
        assert!(!late);
        assert!(db.write(async move |tx| job::complete(tx, &second).await).await.unwrap());
        assert_eq!(left(&db).await, 0);
    });
}

#[test]
fn a_job_is_renewed_rescheduled_and_failed() {
    on_both(async |Fresh { db, .. }| {
        enqueue(&db, None, 0).await;
        let job = claim(&db, 0, "a", 1).await.remove(0);
        let held = job.clone();
        assert!(db.write(async move |tx| job::renew(tx, &held, 5_000).await).await.unwrap());
        assert!(claim(&db, 4_999, "b", 1).await.is_empty());
        assert!(db.write(async move |tx| job::reschedule(tx, &job, 6_000).await).await.unwrap());
        let job = claim(&db, 6_000, "b", 1).await.remove(0);
        assert_eq!(job.attempts, 1);
        assert!(db.write(async move |tx| job::fail(tx, &job, "no", Some(7_000)).await).await.unwrap());
        assert_eq!(db.read(async |tx| job::due(tx, 7_000).await).await.unwrap(), 1);
        let job = claim(&db, 7_000, "b", 1).await.remove(0);
        assert_eq!(job.attempts, 2);
        assert!(db.write(async move |tx| job::fail(tx, &job, "no", None).await).await.unwrap());
        assert_eq!(db.read(async |tx| job::next_run_at(tx).await).await.unwrap(), None);
        assert_eq!(left(&db).await, 1);
    });
}

#[test]
fn the_same_key_is_one_job_and_runs_once_more_if_ordered_meanwhile() {
    on_both(async |Fresh { db, .. }| {
        enqueue(&db, Some("node 1"), 50).await;
        enqueue(&db, Some("node 1"), 20).await;
        enqueue(&db, Some("node 1"), 90).await;
        assert_eq!(left(&db).await, 1);
        let job = claim(&db, 20, "a", 1).await.remove(0);
        enqueue(&db, Some("node 1"), 30).await;
        assert!(claim(&db, 40, "b", 1).await.is_empty(), "not while it runs");
        assert!(db.write(async move |tx| job::complete(tx, &job).await).await.unwrap());
        let again = claim(&db, 40, "b", 1).await.remove(0);
        assert!(db.write(async move |tx| job::complete(tx, &again).await).await.unwrap());
        assert_eq!(left(&db).await, 0);
    });
}

#[test]
fn a_start_on_sqlite_voids_all_leases() {
    run(async {
        let Fresh { db, url, _dir } = sqlite().await;
        enqueue(&db, None, 0).await;
        claim(&db, 0, "a", 1).await;
        drop(db);
        let db = open(&url).await;
        let again = claim(&db, 1, "b", 1).await.remove(0);
        assert_eq!(again.attempts, 2);
    });
}

#[test]
fn workers_wake_after_a_commit_only() {
    run(async {
        let fresh = sqlite().await;
        let work = fresh.db.work();
        let fail = async |tx: &mut Tx| -> Answer {
            tx.wake_workers();
            Err(Error::NotFound)
        };
        fresh.db.write(fail).await.unwrap_err();
        fresh.db.write(async |_| Answer::Ok(())).await.unwrap();
        assert!(work.notified().now_or_never().is_none());
        enqueue(&fresh.db, None, 0).await;
        work.notified().await;
        assert_eq!(left(&fresh.db).await, 1);
    });
}

#[test]
fn workers_of_other_processes_wake_too() {
    on_both(async |fresh: Fresh| {
        let DbUrl::Postgres(_) = &fresh.url else { return };
        let other_process = open(&fresh.url).await;
        let other = other_process.work();
        // The first one tells that it listens.
        other.notified().await;
        enqueue(&fresh.db, None, 0).await;
        other.notified().await;
    });
}

#[test]
fn audit_rows_are_chained_in_order_and_paged() {
    on_both(async |Fresh { db, .. }| {
        let write = async |tx: &mut Tx| -> Answer {
            for subaccount in ["x", "y", "x"] {
                let entry =
                    NewAudit { at: 1, actor: "me", subaccount, event: "created", object: "node 1", detail: "{}" };
                audit::append(tx, entry).await?;
            }
            assert_eq!(audit::last_link(tx).await?, None);
            let rows = audit::unchained(tx, 10).await?;
            assert!(rows.is_sorted_by_key(|row| row.id));
            assert!(audit::chain(tx, rows[0].id, 1, "h1").await?);
            assert!(!audit::chain(tx, rows[0].id, 2, "h2").await?);
            assert!(audit::chain(tx, rows[1].id, 2, "h2").await?);
            assert_eq!(audit::last_link(tx).await?, Some((2, "h2".to_owned())));
            assert_eq!(audit::unchained(tx, 10).await?, [rows[2].clone()]);
            assert_eq!(audit::chained(tx, 1, 10).await?[0].hash.as_deref(), Some("h2"));
            let newest = audit::page(tx, None, None, 2).await?;
            assert_eq!(newest.iter().map(|row| row.id).collect::<Vec<_>>(), [rows[2].id, rows[1].id]);
            assert_eq!(audit::page(tx, Some("x"), Some(rows[2].id), 2).await?[0].id, rows[0].id);
            Ok(())
        };
        db.write(write).await.unwrap();
    });
}
