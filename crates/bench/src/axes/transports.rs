//! Small transports in process: the use cases, called directly.

use crate::local::{Local, Pair};
use crate::place::{Place, Schema};
use crate::table::{Row, Table};
use crate::{Bench, axes, figure, raw};
use anyhow::{Result, ensure};
use std::time::{Duration, Instant};

const TURNS: u32 = 4;

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    for (callers, who) in [(1, "1 caller"), (16, "16 callers"), (64, "64 callers")] {
        let (ours, limit) = in_turns(callers, bench.span).await?;
        let ratio = ours / limit;
        let what = format!("small transports in process, {who}, embedded");
        let beside = format!("{} with bare rusqlite, {callers} a commit", figure::rate(limit));
        table.add(Row::of(what, figure::rate(ours)).beside(beside).ratio(ratio).goal("≥ 0.5", ratio >= 0.5));
    }
    let what = "small transports in process, 16 callers, PostgreSQL";
    let Some(place) = bench.postgres(Schema::Transports).await? else {
        table.absent(what, axes::NO_POSTGRES);
        return Ok(());
    };
    let rate = postgres(&place, bench.span).await?;
    table.add(Row::of(what, figure::rate(rate)).goal("≥ 700/s", rate >= 700.0));
    Ok(())
}

/// Transports a second of the use cases and of the bare statements. The flush of a shared disk changes from second to
/// second, so they take turns.
async fn in_turns(callers: usize, span: Duration) -> Result<(f64, f64)> {
    let (mut ours, mut limit) = (0.0, 0.0);
    for _ in 0..TURNS {
        ours += embedded(callers, span / TURNS).await?;
        limit += bare(callers, span / TURNS).await?;
    }
    Ok((ours / f64::from(TURNS), limit / f64::from(TURNS)))
}

/// Transports a second with 16 callers, on PostgreSQL.
async fn postgres(place: &Place, span: Duration) -> Result<f64> {
    let folder = tempfile::tempdir()?;
    run(&Local::fresh(place, folder.path()).await?, 16, span).await
}

/// Transports a second on the embedded store.
pub(crate) async fn embedded(callers: usize, span: Duration) -> Result<f64> {
    let folder = tempfile::tempdir()?;
    run(&Local::fresh(&Place::Embedded, folder.path()).await?, callers, span).await
}

async fn run(local: &Local, callers: usize, span: Duration) -> Result<f64> {
    let pairs = local.pairs(callers).await?;
    let began = Instant::now();
    let tasks: Vec<_> = pairs.into_iter().map(|pair| tokio::spawn(caller(local.clone(), pair, began + span))).collect();
    let mut done = 0;
    for task in tasks {
        done += task.await??;
    }
    Ok(done as f64 / began.elapsed().as_secs_f64())
}

/// One transport after the other; each must be in the next queue in the end.
async fn caller(local: Local, pair: Pair, end: Instant) -> Result<i64> {
    let mut done = 0;
    while Instant::now() < end {
        local.transport(&pair).await?;
        done += 1;
    }
    let arrived = local.waiting(pair.next).await?;
    ensure!(arrived == done, "{arrived} of {done} transports were forwarded");
    Ok(done)
}

/// Transports a second of the bare statements on a database that the store has made.
async fn bare(group: usize, span: Duration) -> Result<f64> {
    let folder = tempfile::tempdir()?;
    let pairs = {
        let local = Local::fresh(&Place::Embedded, folder.path()).await?;
        let pairs = local.pairs(group).await?;
        if let Some(pair) = pairs.first() {
            local.transport(pair).await?;
        }
        pairs
    };
    raw::transport::rate(&folder.path().join("data/ropeway.db"), &pairs, span)
}
