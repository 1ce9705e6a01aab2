//! How a transaction begins, ends, and fails, on both engines.

use crate::kit::{Answer, Fresh, names, on_both, postgres, run, set, sqlite};
use store::{Db, Error, Tx, p, record};
use tokio::sync::oneshot;
use uuid::Uuid;

record! {
    struct SettingRow { name: String, value: String }
}

record! {
    struct SwappedRow { value: String, name: String }
}

#[test]
fn what_is_written_is_read() {
    on_both(async |fresh: Fresh| {
        let db = fresh.db.clone();
        let name = "a".to_owned();
        // Spawned, so the compiler proves that a use case can run in a task.
        let written = tokio::spawn(async move {
            let count = async move |tx: &mut Tx| -> Answer<u64> {
                set(tx, &name, "1").await?;
                tx.execute("update setting set value = $2 where name = $1", p![&name, "2"]).await
            };
            db.write(count).await
        });
        assert_eq!(written.await.unwrap().unwrap(), 1);
        let read = async |tx: &mut Tx| tx.query::<SettingRow>("select name, value from setting", p![]).await;
        let rows = fresh.db.read(read).await.unwrap();
        assert_eq!(rows, [SettingRow { name: "a".into(), value: "2".into() }]);
    });
}

#[test]
fn every_kind_of_value_comes_back() {
    on_both(async |fresh: Fresh| {
        let uuid = Uuid::from_u128(7);
        let read = async move |tx: &mut Tx| -> Answer {
            tx.execute("create temporary table kinds (a bigint, b boolean, c text)", p![]).await?;
            tx.execute("insert into kinds values ($1, $2, $3)", p![i64::MAX, true, uuid]).await?;
            tx.execute("insert into kinds values ($1, $2, $3)", p![None::<i64>, None::<bool>, None::<&str>]).await?;
            type Kinds = (Option<i64>, Option<bool>, Option<Uuid>);
            let rows: Vec<Kinds> = tx.query("select a, b, c from kinds order by a nulls last", p![]).await?;
            assert_eq!(rows, [(Some(i64::MAX), Some(true), Some(uuid)), (None, None, None)]);
            // Places may come in any order and more than once.
            let swapped = "select a from kinds where b = $2 and a = $1 and a >= $1";
            assert_eq!(tx.query_one::<i64>(swapped, p![i64::MAX, true]).await?, i64::MAX);
            assert!(matches!(tx.query_one::<i64>(swapped, p![5, true]).await, Err(Error::NotFound)));
            Ok(())
        };
        fresh.db.write(read).await.unwrap();
    });
}

#[test]
fn a_record_with_swapped_columns_is_found() {
    on_both(async |fresh: Fresh| {
        let swapped = async |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            assert!(tx.query::<SwappedRow>("select name, value from setting", p![]).await.is_err());
            Ok(())
        };
        fresh.db.write(swapped).await.unwrap();
    });
}

#[test]
fn a_wrong_number_of_parameters_is_an_error() {
    on_both(async |fresh: Fresh| {
        let wrong = async |tx: &mut Tx| tx.query::<String>("select name from setting where name = $1", p![]).await;
        assert!(matches!(fresh.db.write(wrong).await, Err(Error::Other(_))));
    });
}

#[test]
fn text_sorts_by_bytes() {
    on_both(async |fresh: Fresh| {
        let several = async |tx: &mut Tx| -> Answer {
            let rows = [p!["a", ""], p!["B", ""], p!["ä", ""], p!["_", ""]];
            assert_eq!(tx.execute_many("insert into setting (name, value) values ($1, $2)", &rows).await?, 4);
            Ok(())
        };
        fresh.db.write(several).await.unwrap();
        assert_eq!(names(&fresh.db).await, ["B", "_", "a", "ä"]);
    });
}

#[test]
fn an_error_rolls_back() {
    on_both(async |fresh: Fresh| {
        let fail = async |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            Err(Error::NotFound)
        };
        assert!(matches!(fresh.db.write(fail).await, Err(Error::NotFound)));
        assert!(names(&fresh.db).await.is_empty());
    });
}

#[test]
fn a_panic_rolls_back_and_is_told() {
    on_both(async |fresh: Fresh| {
        let panic = async |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            panic!("as planned");
        };
        let outcome = fresh.db.write(panic).await;
        assert!(matches!(outcome, Err(Error::Panicked(text)) if text == "as planned"));
        assert!(names(&fresh.db).await.is_empty());
        fresh.db.write(async |tx| set(tx, "b", "1").await).await.unwrap();
        assert_eq!(names(&fresh.db).await, ["b"]);
    });
}

#[test]
fn a_swallowed_error_poisons() {
    on_both(async |fresh: Fresh| {
        let swallow = async |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            assert!(set(tx, "a", "2").await.is_err());
            assert!(matches!(set(tx, "b", "2").await, Err(Error::Poisoned)));
            Ok(())
        };
        assert!(matches!(fresh.db.write(swallow).await, Err(Error::Poisoned)));
        assert!(names(&fresh.db).await.is_empty());
    });
}

#[test]
fn unique_violations_have_the_same_names() {
    on_both(async |fresh: Fresh| {
        for (statement, name) in [
            ("insert into setting (name, value) values ('a', ''), ('a', '')", "setting_pkey"),
            (
                "insert into audit (id, at, actor, subaccount, event, object, detail) \
                 values (1, 0, '', '', '', '', ''), (1, 0, '', '', '', '', '')",
                "audit_pkey",
            ),
            (
                "insert into work (id, kind, work_key, tenant, lane, state, rev, run_at, attempts, created_at) \
                 values (1, '', 'k', '', '', '', 0, 0, 0, 0), (2, '', 'k', '', '', '', 0, 0, 0, 0)",
                "work_work_key_key",
            ),
            ("insert into pair (a, b, c) values (1, 2, 3), (1, 2, 4)", "pair_a_b_key"),
            ("insert into pair (a, b, c) values (1, 2, 3), (2, 2, 3)", "pair_c_key"),
        ] {
            let violate = async move |tx: &mut Tx| -> Answer<u64> {
                tx.execute("create table pair (a bigint, b bigint, c bigint, unique (a, b))", p![]).await?;
                tx.execute("create unique index pair_c_key on pair (c) where c > 0", p![]).await?;
                tx.execute(statement, p![]).await
            };
            let outcome = fresh.db.write(violate).await;
            assert!(outcome.as_ref().is_err_and(|e| e.is_unique(name)), "{name}: {outcome:?}");
        }
    });
}

#[test]
fn a_missing_parent_is_a_foreign_key_violation() {
    on_both(async |fresh: Fresh| {
        let orphan = async |tx: &mut Tx| -> Answer<u64> {
            tx.execute("create table parent (id bigint primary key)", p![]).await?;
            tx.execute("create table child (parent bigint not null references parent (id))", p![]).await?;
            tx.execute("insert into child (parent) values ($1)", p![1]).await
        };
        assert!(matches!(fresh.db.write(orphan).await, Err(Error::ForeignKey { .. })));
    });
}

#[test]
fn a_read_cannot_write() {
    on_both(async |fresh: Fresh| {
        let outcome = fresh.db.read(async |tx| set(tx, "a", "1").await).await;
        assert!(matches!(outcome, Err(Error::ReadOnly)), "{outcome:?}");
        assert!(names(&fresh.db).await.is_empty());
        let number = fresh.db.read(async |tx| Answer::Ok(tx.next_id())).await;
        assert!(matches!(number, Err(Error::Poisoned)));
    });
}

#[test]
fn a_read_sees_one_snapshot() {
    on_both(async |fresh: Fresh| {
        let (first_read, wait_for_first) = oneshot::channel();
        let (written, wait_for_write) = oneshot::channel();
        let embedded = matches!(fresh.db, Db::Sqlite(_));
        let db = fresh.db.clone();
        let twice = async move |tx: &mut Tx| -> Answer<(i64, i64)> {
            let before = tx.query_one("select count(*) from setting", p![]).await?;
            first_read.send(()).unwrap();
            // Only the embedded engine may not await here; there the report has a thread of its own.
            if embedded { wait_for_write.blocking_recv() } else { wait_for_write.await }.unwrap();
            Ok((before, tx.query_one("select count(*) from setting", p![]).await?))
        };
        let read = tokio::spawn(async move { db.report(twice).await });
        wait_for_first.await.unwrap();
        fresh.db.write(async |tx| set(tx, "a", "1").await).await.unwrap();
        written.send(()).unwrap();
        assert_eq!(read.await.unwrap().unwrap(), (0, 0));
        assert_eq!(names(&fresh.db).await, ["a"]);
    });
}

#[test]
fn rows_come_one_by_one_until_the_reader_has_enough() {
    on_both(async |fresh: Fresh| {
        let some = async |tx: &mut Tx| -> Answer<Vec<String>> {
            for name in ["a", "b", "c"] {
                set(tx, name, "").await?;
            }
            let mut seen = Vec::new();
            let take = |name: String| {
                seen.push(name);
                if seen.len() == 2 { Err(Error::NotFound) } else { Ok(()) }
            };
            let ended = tx.each("select name from setting order by name", p![], take).await;
            assert!(matches!(ended, Err(Error::NotFound)));
            // The reader's own error is none of the statement.
            set(tx, "d", "").await?;
            Ok(seen)
        };
        assert_eq!(fresh.db.write(some).await.unwrap(), ["a", "b"]);
        assert_eq!(names(&fresh.db).await.len(), 4);
    });
}

#[test]
fn a_cancelled_write_is_rolled_back_on_postgresql() {
    run(async {
        let Some(fresh) = postgres().await else { return };
        let (begun, wait) = oneshot::channel();
        let db = fresh.db.clone();
        let stuck = async move |tx: &mut Tx| -> Answer {
            set(tx, "a", "1").await?;
            begun.send(()).unwrap();
            std::future::pending().await
        };
        let task = tokio::spawn(async move { db.write(stuck).await });
        wait.await.unwrap();
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        // The same key would wait for the lock if the transaction still were open.
        fresh.db.write(async |tx| set(tx, "a", "2").await).await.unwrap();
        assert_eq!(names(&fresh.db).await, ["a"]);
    });
}

#[test]
fn a_write_that_began_is_kept_on_sqlite_though_its_caller_is_gone() {
    run(async {
        let fresh = sqlite().await;
        let (begun, wait) = oneshot::channel();
        let (go, gone) = oneshot::channel::<()>();
        let db = fresh.db.clone();
        let slow = async move |tx: &mut Tx| -> Answer {
            begun.send(()).unwrap();
            gone.blocking_recv().unwrap();
            set(tx, "a", "1").await
        };
        let task = tokio::spawn(async move { db.write(slow).await });
        wait.await.unwrap();
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        go.send(()).unwrap();
        fresh.db.write(async |tx| set(tx, "b", "1").await).await.unwrap();
        assert_eq!(names(&fresh.db).await, ["a", "b"]);
    });
}
