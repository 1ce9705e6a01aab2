//! Fills a queue with very many requests, in two statements, while no server runs.

use anyhow::{Context, Result};
use model::request::{Entries, Entry};
use model::{EntryId, NodeId, SubaccountId};
use store::{Db, DbUrl, Options, Tx, p};
use wire::tms::RequestEntry;

/// How many requests a page has.
pub(crate) const PAGE: i64 = 100;
/// Far above the numbers that are handed out, and still unique.
const FIRST: i64 = 1_000_000_000_000;
/// 2026-05-04 08:00:00 UTC in microseconds.
const MADE: i64 = 1_777_881_600_000_000;

const REQUESTS: &str = "insert into request (id, subaccount, description, origin, content_type, storage_type, entries, \
    created_at, created_by, named_user, shown) with recursive number(n) as (select cast(1 as bigint) union all \
    select n + 1 from number where n < $1) select $2 + n, $3, 'shop backend 4.1.0 build 881', 'SRC0', 'MTA', 'FILE', \
    $4, $5 + n, 'bench', null, $6 from number";
const ENTRIES: &str = "insert into queue_entry (id, node, request, status, pos, again, queued_at, changed_at) \
    with recursive number(n) as (select cast(1 as bigint) union all select n + 1 from number where n < $1) \
    select $2 + $1 + n, $3, $2 + n, 'initial', n, false, $4 + n, $4 + n from number";
/// Nobody waits a minute here for PostgreSQL to notice by itself that its tables have grown; before that it sorts them.
const STATISTICS: [&str; 2] = ["analyze request", "analyze queue_entry"];
const TAIL: &str = "update node set tail = $2 where id = $1";

/// The same for a node by its name, in the subaccount with this subdomain.
pub(crate) async fn fill_named(url: &DbUrl, (subaccount, node): (&str, &str), count: i64) -> Result<()> {
    let (zone, name) = (subaccount.to_owned(), node.to_owned());
    let db = Db::open(url, Options::default()).await?;
    let found = db
        .read(async move |tx: &mut Tx| -> store::Result<_> {
            let Some(subaccount) = store::account::by_zone(tx, &zone).await? else { return Ok(None) };
            let node = store::node::find_by_name(tx, subaccount.id, &name).await?;
            Ok(node.map(|node| (subaccount.id, node.id)))
        })
        .await?;
    drop(db);
    let (subaccount, node) =
        found.with_context(|| format!("there is no node {node} in the subaccount {subaccount}"))?;
    fill(url, subaccount, node, count).await
}

/// Puts `count` requests into the empty queue of a node, at the places 1 to `count`.
pub(crate) async fn fill(url: &DbUrl, subaccount: SubaccountId, node: NodeId, count: i64) -> Result<()> {
    let db = Db::open(url, Options::default()).await?;
    let entry = Entry {
        id: EntryId(FIRST),
        uri: "123456".to_owned(),
        file_name: "shop-backend_4.1.0.mtar".to_owned(),
        mta: Some(model::request::MtaIdentity { id: "com.example.shop".to_owned(), version: "4.1.0".to_owned() }),
    };
    let shown =
        RequestEntry { id: FIRST, storage_type: "FILE".into(), content_type: "MTA".into(), uri: "123456".into() };
    let shown = wire::tms::queued::entries(std::iter::once(shown));
    let entries = serde_json::to_string(&Entries::new(vec![entry]))?;
    db.write(async move |tx: &mut Tx| -> store::Result<()> {
        tx.execute(REQUESTS, p![count, FIRST, subaccount.0, &entries, MADE, &shown]).await?;
        tx.execute(ENTRIES, p![count, FIRST, node.get(), MADE]).await?;
        tx.execute(TAIL, p![node.get(), count]).await.map(drop)
    })
    .await?;
    if matches!(url, DbUrl::Postgres(_)) {
        db.write(async |tx: &mut Tx| -> store::Result<()> {
            for statement in STATISTICS {
                tx.execute(statement, p![]).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
