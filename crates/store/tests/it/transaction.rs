//! How a transaction begins, ends, and fails.

use crate::kit::{Answer, Fresh, names, on_both, run, set, sqlite};
use store::{Error, Tx, p, record};

record! {
    struct SettingRow { name: String, value: String }
}

#[test]
fn what_is_written_is_read() {
    on_both(async |fresh: Fresh| {
        let db = fresh.db.clone();
        let name = "a".to_owned();
        // Spawned, so the compiler proves that a use case can run in a task.
        let written = tokio::spawn(async move {
            db.write(async move |tx| -> Answer<u64> {
                set(tx, &name, "1").await?;
                tx.execute("update setting set value = $2 where name = $1", p![&name, "2"]).await
            })
            .await
        });
        assert_eq!(written.await.unwrap().unwrap(), 1);
        let read = async |tx: &mut Tx| tx.query::<SettingRow>("select name, value from setting", p![]).await;
        let rows = fresh.db.read(read).await.unwrap();
        assert_eq!(rows, [SettingRow { name: "a".into(), value: "2".into() }]);
    });
}

#[test]
fn an_error_rolls_back() {
    on_both(async |fresh: Fresh| {
        let outcome: Answer = fresh
            .db
            .write(async |tx| {
                set(tx, "a", "1").await?;
                Err(Error::NotFound)
            })
            .await;
        assert!(matches!(outcome, Err(Error::NotFound)));
        assert!(names(&fresh.db).await.is_empty());
    });
}

#[test]
fn waiting_for_something_else_is_suspended() {
    run(async {
        let fresh = sqlite().await;
        let outcome: Answer = fresh
            .db
            .write(async |tx| {
                set(tx, "a", "1").await?;
                std::future::pending().await
            })
            .await;
        assert!(matches!(outcome, Err(Error::Suspended)));
        assert!(names(&fresh.db).await.is_empty());
    });
}
