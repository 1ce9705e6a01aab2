//! Databases for the tests: each test runs on a fresh one of either engine.

use std::future::Future;
use store::{Db, DbUrl, Options};

/// A database that goes away with the test.
pub struct Fresh {
    pub db: Db,
    pub url: DbUrl,
    pub _dir: Option<tempfile::TempDir>,
}

pub async fn sqlite() -> Fresh {
    let dir = tempfile::tempdir().unwrap();
    let url = DbUrl::Sqlite(dir.path().join("data"));
    Fresh { db: open(&url).await, url, _dir: Some(dir) }
}

pub async fn postgres() -> Option<Fresh> {
    let url = store::testing::postgres_url()?.parse().unwrap();
    Some(Fresh { db: open(&url).await, url, _dir: None })
}

pub async fn open(url: &DbUrl) -> Db {
    Db::open(url, Options::default()).await.unwrap()
}

/// Runs a story on SQLite and, where there is one, on PostgreSQL.
pub fn on_both<F: Future<Output = ()>>(story: impl Fn(Fresh) -> F) {
    run(async {
        story(sqlite().await).await;
        if let Some(fresh) = postgres().await {
            story(fresh).await;
        }
    });
}

pub fn run(story: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(story);
}

pub type Answer<T = ()> = Result<T, store::Error>;

/// Sets a row of the table `setting`.
pub async fn set(tx: &mut store::Tx, name: &str, value: &str) -> Answer {
    tx.execute("insert into setting (name, value) values ($1, $2)", store::p![name, value]).await?;
    Ok(())
}

/// All names in the table `setting`.
pub async fn names(db: &Db) -> Vec<String> {
    db.read(async |tx| tx.query::<String>("select name from setting order by name", store::p![]).await).await.unwrap()
}
