//! What is left of subaccounts that are deleted: nothing but the audit trail, the people, and what jobs say about it.

use crate::guided::landscape;
use serde_json::Value;
use std::collections::BTreeMap;
use store::{Sql, Tx, p};
use testkit::TestApp;

/// Tables that outlive a subaccount: the trail, people (they may be known elsewhere) and their sessions at Cloud Foundry,
/// answers about what was done, what is told to those who look for ten minutes more, work that finds nothing to do any
/// more, and the counter of numbers.
const KEPT: [&str; 8] = ["audit", "cis_job", "id_block", "job", "live", "person", "refinery_schema_history", "session"];

const TABLES: Sql = Sql::Pair {
    sqlite: "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name",
    postgres: "select table_name::text from information_schema.tables where table_schema = 'public' order by 1",
};

/// How many rows each table has.
async fn counts(app: &TestApp) -> BTreeMap<String, i64> {
    let count = async |tx: &mut Tx| {
        let mut counts = BTreeMap::new();
        for table in tx.query::<String>(TABLES, p![]).await? {
            let text: &'static str = format!("select count(*) from {table}").leak();
            let rows: i64 = tx.query_one(text, p![]).await?;
            counts.insert(table, rows);
        }
        Ok::<_, store::Error>(counts)
    };
    app.cx.db.read(count).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_deleted_subaccounts() {
    let app = TestApp::start().await;
    app.run_jobs().await;
    let before = counts(&app).await;
    landscape(&app).await;
    let full = counts(&app).await;
    for table in
        ["node", "queue_entry", "import_run", "alm_feature", "alm_history", "artifact", "activity", "deploy_mta"]
    {
        assert!(full[table] > before[table], "the guide fills {table}");
    }

    let uaa = &app.first.cis.uaa;
    let cis = app.client_token(&uaa.url, &uaa.clientid, &uaa.clientsecret).await;
    let all = app.get("/accounts/v1/subaccounts").bearer(&cis).good().await;
    for subaccount in all["value"].as_array().unwrap() {
        let path = format!("/accounts/v1/subaccounts/{}?forceDelete=true", subaccount["guid"].as_str().unwrap());
        let _ = app.request("DELETE", &path).bearer(&cis).send().await.expect_status(200);
    }
    app.run_jobs().await;

    let after = counts(&app).await;
    let left: Vec<(&String, i64)> = after
        .iter()
        .filter(|(table, _)| !KEPT.contains(&table.as_str()))
        .map(|(table, rows)| (table, rows - before[table]))
        .filter(|(_, more)| *more != 0)
        .collect();
    assert!(left.is_empty(), "rows that are left over: {left:?}");
    let running = app.get("/accounts/v1/subaccounts").bearer(&cis).good().await;
    assert_eq!(running["value"], Value::Array(Vec::new()));
}
