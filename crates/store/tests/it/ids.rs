//! The numbers shown to people.

use crate::kit::{Answer, Fresh, on_both, open, run, sqlite};
use std::collections::HashSet;
use store::{Db, DbUrl, Error, Tx};

async fn draw(db: &Db, count: usize) -> Vec<i64> {
    let many = async move |tx: &mut Tx| -> Answer<Vec<i64>> { Ok((0..count).map(|_| tx.next_id()).collect()) };
    db.write(many).await.unwrap()
}

#[test]
fn they_start_at_one() {
    on_both(async |fresh: Fresh| assert_eq!(draw(&fresh.db, 3).await, [1, 2, 3]));
}

#[test]
fn they_are_unique_under_concurrency_and_across_replicas() {
    on_both(async |fresh: Fresh| {
        let other = match &fresh.url {
            DbUrl::Sqlite(_) => fresh.db.clone(),
            DbUrl::Postgres(_) => open(&fresh.url).await,
        };
        let tasks: Vec<_> = (0..16)
            .map(|task| {
                let db = if task % 2 == 0 { fresh.db.clone() } else { other.clone() };
                tokio::spawn(async move {
                    let mut all = Vec::new();
                    for _ in 0..20 {
                        all.extend(draw(&db, 25).await);
                    }
                    all
                })
            })
            .collect();
        let mut seen = HashSet::new();
        for task in tasks {
            for id in task.await.unwrap() {
                assert!(seen.insert(id), "{id} twice");
            }
        }
        assert_eq!(seen.len(), 16 * 20 * 25);
    });
}

#[test]
fn they_are_not_reused_after_a_rollback() {
    on_both(async |fresh: Fresh| {
        let (tell, told) = std::sync::mpsc::channel();
        let fail = async move |tx: &mut Tx| -> Answer {
            tell.send(tx.next_id()).unwrap();
            Err(Error::NotFound)
        };
        fresh.db.write(fail).await.unwrap_err();
        let lost = told.recv().unwrap();
        assert!(draw(&fresh.db, 1).await[0] > lost);
    });
}

#[test]
fn they_go_on_after_a_restart() {
    run(async {
        let Fresh { db, url, _dir } = sqlite().await;
        // More than a block in one closure, on an engine that need not draw beforehand.
        let last = draw(&db, 2_500).await[2_499];
        drop(db);
        assert!(draw(&open(&url).await, 1).await[0] > last);
    });
}

#[test]
fn a_restart_after_nothing_but_a_rollback_does_not_repeat() {
    run(async {
        let Fresh { db, url, _dir } = sqlite().await;
        let fail = async |tx: &mut Tx| -> Answer {
            tx.next_id();
            Err(Error::NotFound)
        };
        db.write(fail).await.unwrap_err();
        drop(db);
        assert!(draw(&open(&url).await, 1).await[0] > 1);
    });
}
