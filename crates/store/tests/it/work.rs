//! Durable work, and the audit trail.

use crate::kit::{Answer, Fresh, on_both, open, run, sqlite};
use futures_util::FutureExt;
use model::Time;
use model::work::Lane;
use std::collections::HashSet;
use std::time::Duration;
use store::audit::{self, NewAudit};
use store::work::{self, Claimed, Longest, NewWork};
use store::{Db, DbUrl, Error, Tx};

const LEASE: Duration = Duration::from_micros(1_000);
const ALL: [Lane; 3] = Lane::ALL;

async fn order_in(db: &Db, lane: Lane, tenant: &'static str, key: Option<&'static str>, run_at: i64) {
    let order = async move |tx: &mut Tx| -> Answer {
        let (run_at, now) = (Time(run_at), Time(0));
        work::order(tx, NewWork { kind: "import", key, tenant, lane, state: "{\"id\":1}", run_at, now }).await
    };
    db.write(order).await.unwrap();
}

async fn order(db: &Db, key: Option<&'static str>, run_at: i64) {
    order_in(db, Lane::Local, "", key, run_at).await;
}

async fn claim(db: &Db, now: i64, limit: i64) -> Vec<Claimed> {
    let claim = async move |tx: &mut Tx| {
        let due = work::due(tx, Time(now), &ALL, &[], limit).await?;
        let ids: Vec<i64> = due.iter().map(|due| due.id).collect();
        work::claim(tx, &ids, Time(now), LEASE).await
    };
    db.write(claim).await.unwrap()
}

async fn end(db: &Db, held: &Claimed) -> bool {
    let held = held.clone();
    let end = async move |tx: &mut Tx| {
        if !work::fence(tx, &held).await? {
            return Ok(false);
        }
        work::end(tx, &held, "{\"first\":1}", Lane::Local).await?;
        Ok::<_, Error>(true)
    };
    db.write(end).await.unwrap()
}

async fn left(db: &Db) -> i64 {
    db.read(async |tx| work::left(tx).await).await.unwrap()
}

async fn next(db: &Db) -> Option<Time> {
    db.read(async |tx| work::next_run_at(tx, &ALL, &[]).await).await.unwrap()
}

async fn next_change(db: &Db) -> Option<Time> {
    db.read(async |tx| work::next_change(tx).await).await.unwrap()
}

async fn repair(db: &Db, now: i64) -> (u64, u64) {
    let (wait, own_wait) = (Duration::from_micros(1_000_000), Duration::from_micros(9_000_000));
    let longest = Longest { lease: LEASE, wait, own_wait };
    db.write(async move |tx: &mut Tx| work::repair(tx, Time(now), longest).await).await.unwrap()
}

#[test]
fn several_workers_claim_nothing_twice() {
    on_both(async |fresh: Fresh| {
        for _ in 0..100 {
            order(&fresh.db, None, 0).await;
        }
        let workers: Vec<_> = (0..4)
            .map(|_| {
                let db = fresh.db.clone();
                tokio::spawn(async move {
                    let mut mine = Vec::new();
                    loop {
                        let some = claim(&db, 1, 3).await;
                        if some.is_empty() && db.read(async |tx| work::count_due(tx, Time(1)).await).await.unwrap() == 0
                        {
                            return mine;
                        }
                        mine.extend(some);
                    }
                })
            })
            .collect();
        let (mut seen, mut claims) = (HashSet::new(), HashSet::new());
        for worker in workers {
            let mine = worker.await.unwrap();
            claims.extend(mine.iter().map(|work| work.claim));
            for work in mine {
                assert!(seen.insert(work.id), "{} twice", work.id);
            }
        }
        assert_eq!(seen.len(), 100);
        assert!(claims.len() >= 34, "every claim has a number of its own");
    });
}

/// Also when it is the same process that claims twice: the number of the claim tells them apart, not its holder.
#[test]
fn a_lease_that_ran_out_passes_the_work_on_and_fences_the_first_holder() {
    on_both(async |Fresh { db, .. }| {
        order(&db, None, 5).await;
        assert!(claim(&db, 4, 10).await.is_empty());
        let first = claim(&db, 5, 10).await.remove(0);
        assert_eq!((first.attempts, first.kind.as_str(), first.state.as_str()), (1, "import", "{\"id\":1}"));
        assert_eq!(
            (next(&db).await, next_change(&db).await),
            (None, Some(Time(5 + 1_000))),
            "a lease is so long, and no longer, on both engines"
        );
        assert_eq!(repair(&db, 1_004).await, (0, 0));
        assert_eq!(repair(&db, 1_005).await, (1, 0));
        assert!(claim(&db, 2_004, 10).await.is_empty(), "its holder may not have noticed yet");
        let second = claim(&db, 2_005, 10).await.remove(0);
        assert_eq!((second.id, second.attempts), (first.id, 2));
        assert_ne!(second.claim, first.claim);
        let held = first.clone();
        assert!(!db.write(async move |tx| work::renew(tx, &held, Time(9_000)).await).await.unwrap());
        assert!(!end(&db, &first).await);
        assert!(end(&db, &second).await);
        assert_eq!(left(&db).await, 0);
    });
}

#[test]
fn a_save_counts_only_if_nothing_has_changed_since_the_state_was_read() {
    on_both(async |Fresh { db, .. }| {
        order(&db, Some("node 1"), 0).await;
        let held = claim(&db, 0, 1).await.remove(0);
        assert!(db.write(async |tx| work::changed(tx, "node 1", Time(7)).await).await.unwrap());
        assert!(!end(&db, &held).await);
        let old = held.clone();
        let now = db.read(async move |tx| work::read_again(tx, &old).await).await.unwrap().expect("still his");
        assert_eq!((now.rev, now.claim), (held.rev + 1, held.claim));
        assert!(end(&db, &now).await);
        let again = claim(&db, 7, 1).await.remove(0);
        assert_eq!(again.state, "{\"first\":1}", "it begins again, because it was told so while it ran");
        assert!(!db.write(async |tx| work::changed(tx, "nobody", Time(7)).await).await.unwrap());
    });
}

#[test]
fn work_is_renewed_released_and_failed() {
    on_both(async |Fresh { db, .. }| {
        order(&db, None, 0).await;
        let held = claim(&db, 0, 1).await.remove(0);
        let same = held.clone();
        assert!(db.write(async move |tx| work::renew(tx, &same, Time(5_000)).await).await.unwrap());
        assert!(claim(&db, 4_999, 1).await.is_empty());
        let release = async move |tx: &mut Tx| -> Answer {
            assert!(work::fence(tx, &held).await?);
            work::release(tx, &held, "{\"id\":2}", Lane::Transfer, Time(6_000)).await
        };
        db.write(release).await.unwrap();
        let held = claim(&db, 6_000, 1).await.remove(0);
        assert_eq!((held.attempts, held.state.as_str(), held.lane, held.rev), (1, "{\"id\":2}", Lane::Transfer, 1));
        let same = held.clone();
        assert!(db.write(async move |tx| work::fail(tx, &same, "no", Time(7_000)).await).await.unwrap());
        assert_eq!(db.read(async |tx| work::count_due(tx, Time(7_000)).await).await.unwrap(), 1);
        let again = claim(&db, 7_000, 1).await.remove(0);
        assert_eq!((again.attempts, again.state), (2, held.state));
    });
}

#[test]
fn the_same_key_is_one_piece_of_work_and_runs_once_more_if_ordered_meanwhile() {
    on_both(async |Fresh { db, .. }| {
        for run_at in [50, 20, 90] {
            order(&db, Some("node 1"), run_at).await;
        }
        assert_eq!(left(&db).await, 1);
        let held = claim(&db, 20, 1).await.remove(0);
        order(&db, Some("node 1"), 30).await;
        assert!(claim(&db, 40, 1).await.is_empty(), "not while it runs");
        assert!(end(&db, &held).await);
        let again = claim(&db, 40, 1).await.remove(0);
        assert!(end(&db, &again).await);
        assert_eq!(left(&db).await, 0);
    });
}

#[test]
fn lanes_without_room_and_tenants_with_their_share_are_passed_over() {
    on_both(async |Fresh { db, .. }| {
        order_in(&db, Lane::Transfer, "loud", None, 1).await;
        order_in(&db, Lane::Transfer, "quiet", None, 2).await;
        order_in(&db, Lane::Polling, "loud", None, 3).await;
        let due = async |open: &'static [Lane], capped: &'static [(Lane, &'static str)]| {
            let due = async move |tx: &mut Tx| {
                let due = work::due(tx, Time(9), open, capped, 10).await?;
                let next = work::next_run_at(tx, open, capped).await?;
                Ok::<_, Error>((due.into_iter().map(|due| (due.lane, due.tenant)).collect::<Vec<_>>(), next))
            };
            db.write(due).await.unwrap()
        };
        let row = |lane, tenant: &str| (lane, tenant.to_owned());
        let (transfer, polling) = (Lane::Transfer, Lane::Polling);
        assert_eq!(due(&[Lane::Local], &[]).await, (vec![], None));
        assert_eq!(due(&[Lane::Polling], &[]).await, (vec![row(polling, "loud")], Some(Time(3))));
        let capped = due(&ALL, &[(Lane::Transfer, "loud")]).await;
        assert_eq!(capped, (vec![row(transfer, "quiet"), row(polling, "loud")], Some(Time(2))));
    });
}

/// As a version left it that added an absolute time to another, or a machine whose clock was years ahead.
#[test]
fn a_lease_or_a_wait_into_the_far_future_is_repaired() {
    on_both(async |Fresh { db, .. }| {
        for (tenant, run_at) in [("held", 0), ("waits", 5_000_000), ("sound", 900), ("", 5_000_000)] {
            order_in(&db, Lane::Local, tenant, None, run_at).await;
        }
        let held = claim(&db, 0, 1).await.remove(0);
        let same = held.clone();
        assert!(db.write(async move |tx| work::renew(tx, &same, Time(3_000_000_000)).await).await.unwrap());
        assert_eq!(repair(&db, 10).await, (1, 1));
        assert_eq!(repair(&db, 10).await, (0, 0));
        let tenants = async |now| claim(&db, now, 10).await.into_iter().map(|work| work.tenant).collect::<Vec<_>>();
        assert_eq!(tenants(10).await, ["waits"]);
        assert_eq!(tenants(1_010).await, ["held", "sound"], "and the server's own waits on");
        assert!(!end(&db, &held).await);
    });
}

#[test]
fn work_of_a_tenant_that_is_gone_is_forgotten() {
    on_both(async |Fresh { db, .. }| {
        order_in(&db, Lane::Local, "a", None, 0).await;
        order_in(&db, Lane::Local, "b", None, 0).await;
        let held = claim(&db, 0, 1).await.remove(0);
        db.write(async |tx| work::delete_of_tenant(tx, "a").await).await.unwrap();
        assert_eq!((left(&db).await, held.tenant.as_str()), (1, "a"));
        assert!(!end(&db, &held).await);
    });
}

#[test]
fn a_start_on_sqlite_voids_all_claims() {
    run(async {
        let Fresh { db, url, _dir } = sqlite().await;
        order(&db, None, 0).await;
        let held = claim(&db, 0, 1).await.remove(0);
        drop(db);
        let db = open(&url).await;
        let again = claim(&db, 1, 1).await.remove(0);
        assert_eq!(again.attempts, 2);
        assert!(!end(&db, &held).await);
    });
}

#[test]
fn workers_wake_after_a_commit_only() {
    run(async {
        let fresh = sqlite().await;
        let nudge = fresh.db.work();
        let fail = async |tx: &mut Tx| -> Answer {
            tx.wake_workers();
            Err(Error::NotFound)
        };
        fresh.db.write(fail).await.unwrap_err();
        fresh.db.write(async |_| Answer::Ok(())).await.unwrap();
        assert!(nudge.notified().now_or_never().is_none());
        order(&fresh.db, None, 0).await;
        nudge.notified().await;
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
        order(&fresh.db, None, 0).await;
        other.notified().await;
    });
}

#[test]
fn audit_rows_are_chained_in_order_and_paged() {
    on_both(async |Fresh { db, .. }| {
        let write = async |tx: &mut Tx| -> Answer {
            for subaccount in ["x", "y", "x"] {
                let entry =
                    NewAudit { at: Time(1), actor: "me", subaccount, event: "created", object: "node 1", detail: "{}" };
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
