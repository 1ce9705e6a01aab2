//! Changes of the data that no server makes.

use super::process::Home;
use store::{Db, DbUrl, p};

/// Changes the database behind the server's back, in one transaction; answers the schema version it then has.
pub(crate) async fn change(home: &Home, steps: &[&'static str]) -> i64 {
    let steps = steps.to_vec();
    let all = async move |tx: &mut store::Tx| -> store::Result<i64> {
        for step in steps {
            tx.execute(step, p![]).await?;
        }
        tx.query_one("select max(version) from refinery_schema_history", p![]).await
    };
    let db = Db::open(&DbUrl::Sqlite(home.data()), store::Options::default()).await.unwrap();
    db.write(all).await.unwrap()
}
