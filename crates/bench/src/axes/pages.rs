//! Pages of a very long queue: the first one and the last one.

use crate::local::Local;
use crate::place::{Place, Schema};
use crate::seed::{self, PAGE};
use crate::server::Home;
use crate::table::{Row, Table};
use crate::{Bench, axes, connection, figure, landscape, raw};
use anyhow::{Result, ensure};
use landscape::Ground;
use model::{NodeId, SubaccountId};
use std::time::{Duration, Instant};

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    in_place(bench, Place::Embedded, table).await?;
    match bench.postgres(Schema::Pages).await? {
        Some(place) => in_place(bench, place, table).await?,
        None => table.absent("pages of a long queue, PostgreSQL", axes::NO_POSTGRES),
    }
    Ok(())
}

/// The queue that is read.
#[derive(Debug, Clone, Copy)]
struct Queue {
    subaccount: SubaccountId,
    node: NodeId,
}

async fn in_place(bench: &Bench, place: Place, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, place.clone())?;
    let (ground, node) = {
        let server = home.start()?;
        let ground = landscape::make(&server, &home.first()?, 1).await?;
        let node = ground.sources.first().map_or(0, |source| source.id);
        server.stop()?;
        (ground, node)
    };
    let queue = Queue { subaccount: SubaccountId(ground.subaccount.parse()?), node: NodeId(node) };
    seed::fill(&home.database(), queue.subaccount, queue.node, bench.requests).await?;
    let last = bench.requests - PAGE;
    let direct =
        [without_http(&home, queue, 0, bench.span).await?, without_http(&home, queue, last, bench.span).await?];
    let raw = match place {
        Place::Embedded => Some(raw::page::rate(&home.file(), node, last, bench.span)?),
        Place::Postgres(_) => None,
    };
    let server = home.start()?;
    let mut rates = Vec::new();
    for (which, after, direct) in [("first", 0, direct[0]), ("last", last, direct[1])] {
        let call = ground.get(&path(node, after));
        let load = connection::load(&ground.host, bench.span, call).await?;
        let what =
            format!("{which} page of {PAGE} out of {}, {}", figure::grouped(bench.requests as f64), place.name());
        table.add(row(&what, &place, load, direct, raw));
        rates.push(load.rate);
    }
    drop(server);
    if let [first, last] = &rates[..] {
        let what = format!("last page beside the first, {}", place.name());
        table.add(
            Row::of(what, figure::rate(*last))
                .beside(figure::rate(*first))
                .ratio(last / first)
                .goal("no dependence on depth: ≥ 0.9", last / first >= 0.9),
        );
    }
    if let Place::Embedded = place {
        fixed_body(bench, &home, &ground, node, table).await?;
    }
    Ok(())
}

/// Where there is a raw rate, that is the measure.
fn row(what: &str, place: &Place, load: connection::Load, direct: f64, raw: Option<f64>) -> Row {
    let p99 = load.p99.as_secs_f64() * 1e3;
    let row = Row::of(what, format!("{} over HTTP, p99 {p99:.1} ms", figure::rate(load.rate)));
    let direct = format!("{} read without HTTP", figure::rate(direct));
    match (place, raw) {
        (Place::Embedded, Some(raw)) => {
            let ratio = load.rate / raw;
            let beside = format!("{} with bare rusqlite; {direct}", figure::rate(raw));
            row.beside(beside).ratio(ratio).goal("≥ 0.5, p99 < 5 ms", ratio >= 0.5 && p99 < 5.0)
        }
        _ => row.beside(direct).goal("≥ 2,000/s", load.rate >= 2_000.0),
    }
}

fn path(node: i64, after: i64) -> String {
    format!("/tms/v2/nodes/{node}/transportRequests?status=in&top={PAGE}&after={after}")
}

/// How often the page is read by as many readers as a load has connections, through the use case alone.
async fn without_http(home: &Home, queue: Queue, after: i64, span: Duration) -> Result<f64> {
    let folder = tempfile::tempdir()?;
    let local = Local::open(&home.database(), folder.path(), queue.subaccount).await?;
    let began = Instant::now();
    let readers = (0..connection::CONNECTIONS).map(|_| tokio::spawn(reader(local.clone(), queue, after, began + span)));
    let mut count = 0;
    for reader in readers.collect::<Vec<_>>() {
        count += reader.await??;
    }
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}

async fn reader(local: Local, queue: Queue, after: i64, end: Instant) -> Result<u32> {
    let mut count = 0;
    while Instant::now() < end {
        let rows = local.page(queue.node, after).await?;
        ensure!(rows == usize::try_from(PAGE)?, "a page has {rows} rows");
        count += 1;
        // A read of the embedded store never waits, so that one reader would keep the others out.
        tokio::task::yield_now().await;
    }
    Ok(count)
}

/// As many bytes over HTTP from a server that does nothing else.
async fn fixed_body(bench: &Bench, home: &Home, ground: &Ground, node: i64, table: &mut Table) -> Result<()> {
    let server = home.start()?;
    let body = connection::Connection::open(&ground.host).await?.call(&ground.get(&path(node, 0))).await?;
    let page = connection::load(&ground.host, bench.span, ground.get(&path(node, 0))).await?;
    drop(server);
    let fixed = raw::fixed::serve(&body).await?;
    let load = connection::load(&fixed.host, bench.span, ground.get("/")).await?;
    let what = format!("a page beside a fixed body of {} bytes over HTTP", body.len());
    let beside = format!("{}, answered by the bench itself", figure::rate(load.rate));
    table.add(Row::of(what, figure::rate(page.rate)).beside(beside).ratio(page.rate / load.rate));
    Ok(())
}
