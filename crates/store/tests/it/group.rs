//! The writer thread of SQLite: what closures share, and what they do not.

use crate::kit::{Answer, Fresh, names, run, set, sqlite};
use std::time::Duration;
use store::{Db, Error, Tx};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Holds the writer inside a closure until the sender is used or dropped.
async fn hold(db: &Db) -> oneshot::Sender<()> {
    let (begun, wait) = oneshot::channel();
    let (release, released) = oneshot::channel();
    let db = db.clone();
    let held = async move |_: &mut Tx| -> Answer {
        begun.send(()).unwrap();
        drop(released.blocking_recv());
        Ok(())
    };
    tokio::spawn(async move { db.write(held).await });
    wait.await.unwrap();
    release
}

fn spawn(db: &Db, f: impl AsyncFnOnce(&mut Tx) -> Answer + Send + 'static) -> JoinHandle<Answer> {
    let db = db.clone();
    tokio::task::spawn_local(async move { db.write(f).await })
}

fn run_local(story: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, story);
}

#[test]
fn a_failure_in_a_group_leaves_the_others_alone() {
    run_local(async {
        let Fresh { db, _dir, .. } = sqlite().await;
        let release = hold(&db).await;
        let good = spawn(&db, async |tx| set(tx, "a", "1").await);
        let failing = spawn(&db, async |tx| {
            set(tx, "b", "1").await?;
            Err(Error::NotFound)
        });
        let panicking = spawn(&db, async |tx| {
            set(tx, "c", "1").await?;
            panic!("as planned");
        });
        let violating = spawn(&db, async |tx| set(tx, "a", "2").await);
        let last = spawn(&db, async |tx| set(tx, "d", "1").await);
        tokio::task::yield_now().await;
        release.send(()).unwrap();
        good.await.unwrap().unwrap();
        assert!(matches!(failing.await.unwrap(), Err(Error::NotFound)));
        assert!(matches!(panicking.await.unwrap(), Err(Error::Panicked(_))));
        assert!(matches!(violating.await.unwrap(), Err(Error::Unique { .. })));
        last.await.unwrap().unwrap();
        assert_eq!(names(&db).await, ["a", "d"]);
    });
}

#[test]
fn nobody_is_answered_before_the_commit() {
    run_local(async {
        let Fresh { db, _dir, .. } = sqlite().await;
        let release = hold(&db).await;
        // Both fall into the group of the held closure; the second holds it before its commit.
        let first = spawn(&db, async |tx| set(tx, "a", "1").await);
        tokio::task::yield_now().await;
        let (begun, wait) = oneshot::channel();
        let (go, gone) = oneshot::channel::<()>();
        let second = spawn(&db, async move |tx| {
            begun.send(()).unwrap();
            drop(gone.blocking_recv());
            set(tx, "b", "1").await
        });
        tokio::task::yield_now().await;
        release.send(()).unwrap();
        wait.await.unwrap();
        assert!(!first.is_finished());
        assert!(names(&db).await.is_empty());
        go.send(()).unwrap();
        first.await.unwrap().unwrap();
        second.await.unwrap().unwrap();
        assert_eq!(names(&db).await, ["a", "b"]);
    });
}

#[test]
fn too_many_that_wait_are_turned_away() {
    run_local(async {
        let Fresh { db, _dir, .. } = sqlite().await;
        let release = hold(&db).await;
        let waiting: Vec<_> = (0..1_024).map(|_| spawn(&db, async |_| Ok(()))).collect();
        // A turn lets only some of the tasks reach the queue.
        for _ in 0..1_024 {
            tokio::task::yield_now().await;
        }
        let before = tokio::time::Instant::now();
        let outcome = db.write(async |tx| set(tx, "a", "1").await).await;
        assert!(matches!(outcome, Err(Error::Overloaded)));
        assert!(before.elapsed() >= Duration::from_secs(5));
        release.send(()).unwrap();
        for one in waiting {
            one.await.unwrap().unwrap();
        }
        assert!(names(&db).await.is_empty());
    });
}

#[test]
fn waiting_for_something_else_is_suspended() {
    run(async {
        let fresh = sqlite().await;
        let wait = async |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            std::future::pending().await
        };
        assert!(matches!(fresh.db.write(wait).await, Err(Error::Suspended)));
        assert!(names(&fresh.db).await.is_empty());
    });
}

#[test]
fn another_transaction_inside_a_closure_is_refused() {
    run(async {
        let fresh = sqlite().await;
        let db = fresh.db.clone();
        let nested = async move |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            db.write(async |tx| set(tx, "b", "1").await).await
        };
        assert!(matches!(fresh.db.write(nested).await, Err(Error::Suspended)));
        let db = fresh.db.clone();
        let nested = async move |_: &mut Tx| db.read(async |tx| set(tx, "b", "1").await).await;
        assert!(matches!(fresh.db.read(nested).await, Err(Error::Suspended)));
        assert!(names(&fresh.db).await.is_empty());
    });
}

#[test]
fn a_closure_may_hold_the_last_handle() {
    run(async {
        let Fresh { db, url, _dir } = sqlite().await;
        let inner = db.clone();
        let write = async move |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            drop(inner);
            Ok(())
        };
        let outcome = async move { db.write(write).await }.await;
        outcome.unwrap();
        assert_eq!(names(&crate::kit::open(&url).await).await, ["a"]);
    });
}
