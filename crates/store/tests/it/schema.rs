//! Migrations, and who may open a database.

use crate::kit::{Answer, Fresh, names, on_both, open, postgres, run, set, sqlite};
use store::{Db, DbUrl, Error, Options, Sql, Tx, p};

#[test]
fn opening_again_keeps_everything() {
    on_both(async |Fresh { db, url, _dir }| {
        db.write(async |tx| set(tx, "a", "1").await).await.unwrap();
        drop(db);
        assert_eq!(names(&open(&url).await).await, ["a"]);
    });
}

#[test]
fn data_of_a_newer_release_is_refused() {
    on_both(async |Fresh { db, url, _dir }| {
        let newer = "insert into refinery_schema_history (version, name, applied_on, checksum) \
                     values (9000, 'later', '2026-01-01T00:00:00Z', '1')";
        db.write(async move |tx| tx.execute(newer, p![]).await).await.unwrap();
        drop(db);
        let refused = Db::open(&url, Options::default()).await.unwrap_err();
        assert!(matches!(refused, Error::SchemaTooNew { found: 9000, .. }), "{refused}");
        assert!(refused.to_string().contains("start the newer release"));
    });
}

#[test]
fn a_second_process_is_refused_until_the_first_is_gone() {
    run(async {
        let Fresh { db, url, _dir } = sqlite().await;
        let refused = Db::open(&url, Options::default()).await.unwrap_err();
        assert!(matches!(refused, Error::Locked { .. }));
        assert!(refused.to_string().contains(&std::process::id().to_string()), "{refused}");
        drop(db);
        open(&url).await;
    });
}

#[test]
fn replicas_may_start_at_the_same_time() {
    run(async {
        let Some(url) = store::testing::postgres_url() else { return };
        let url: DbUrl = url.parse().unwrap();
        let all = (0..4).map(|_| open(&url));
        assert_eq!(futures_util::future::join_all(all).await.len(), 4);
    });
}

#[test]
fn an_address_with_a_password_is_never_shown() {
    let url: DbUrl = "postgres://me:secret@host/db".parse().unwrap();
    assert!(!format!("{url:?}").contains("secret"));
    assert!("mysql://host".parse::<DbUrl>().is_err());
    assert_eq!("sqlite:/data".parse(), Ok(DbUrl::Sqlite("/data".into())));
}

/// Every column as `table.column kind nullable`.
const COLUMNS: Sql = Sql::Pair {
    sqlite: "select t.name || '.' || c.name || ' ' || \
             case lower(c.type) when 'integer' then 'bigint' when 'blob' then 'bytea' else lower(c.type) end || \
             case when c.\"notnull\" = 0 and c.pk = 0 then ' null' else '' end as line \
             from sqlite_master t join pragma_table_info(t.name) c \
             where t.type = 'table' and t.name not like 'sqlite%' and t.name not like 'refinery%' order by line",
    postgres: "select table_name || '.' || column_name || ' ' || data_type || \
               case is_nullable when 'YES' then ' null' else '' end collate \"C\" as line \
               from information_schema.columns \
               where table_schema = 'public' and table_name not like 'refinery%' order by line",
};

/// The names that a violation is told by.
const UNIQUE: Sql = Sql::Pair {
    sqlite: "select distinct t.name || '_pkey' as line from sqlite_master t join pragma_table_info(t.name) c \
             where t.type = 'table' and c.pk > 0 and t.name not like 'refinery%' \
             union all select t.name || '_' || (select group_concat(k.name, '_') from \
             (select name from pragma_index_info(i.name) order by seqno) k) || '_key' \
             from sqlite_master t join pragma_index_list(t.name) i \
             where t.type = 'table' and i.\"unique\" = 1 and i.origin <> 'pk' order by line",
    postgres: "select c.relname::text collate \"C\" as line from pg_index i \
               join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace \
               where i.indisunique and n.nspname = 'public' and c.relname not like 'refinery%' order by line",
};

async fn lines(db: &Db, sql: Sql) -> Vec<String> {
    db.read(async move |tx: &mut Tx| -> Answer<Vec<String>> { tx.query(sql, p![]).await }).await.unwrap()
}

#[test]
fn both_engines_have_the_same_schema() {
    run(async {
        let Some(postgres) = postgres().await else { return };
        let sqlite = sqlite().await;
        assert_eq!(lines(&sqlite.db, COLUMNS).await, lines(&postgres.db, COLUMNS).await);
        assert_eq!(lines(&sqlite.db, UNIQUE).await, lines(&postgres.db, UNIQUE).await);
        let kinds = ["bigint", "text", "boolean", "bytea"];
        for column in lines(&postgres.db, COLUMNS).await {
            assert!(column.split(' ').nth(1).is_some_and(|kind| kinds.contains(&kind)), "{column}");
        }
    });
}

#[test]
fn every_text_on_postgresql_sorts_by_bytes() {
    run(async {
        let Some(postgres) = postgres().await else { return };
        let other = "select table_name || '.' || column_name from information_schema.columns \
                     where table_schema = 'public' and table_name not like 'refinery%' \
                     and data_type = 'text' and collation_name is distinct from 'C'";
        assert!(lines(&postgres.db, Sql::Same(other)).await.is_empty());
    });
}
