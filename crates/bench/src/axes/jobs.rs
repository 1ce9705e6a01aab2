//! Claims of jobs: one worker, and four that share the table.

use crate::place::{Place, Schema};
use crate::table::{Row, Table};
use crate::{Bench, axes, figure, raw};
use anyhow::{Result, ensure};
use model::Time;
use model::work::Lane;
use std::collections::HashSet;
use std::time::Duration;
use std::time::Instant;
use store::work::{self, NewWork};
use store::{Db, Options, Tx};

const LEASE: Duration = Duration::from_secs(60);
const WORKERS: usize = 4;

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (one, four) = both(&Place::Embedded, folder.path(), bench.jobs).await?;
    let commits = raw::job::commits(&folder.path().join("ropeway.db"), bench.span / 2)?;
    let commits = format!("; {} bare commits of one row", figure::rate(commits));
    table.add(row(&Place::Embedded, one, four, &commits));
    match bench.postgres(Schema::Jobs).await? {
        Some(place) => {
            let (one, four) = both(&place, folder.path(), bench.jobs).await?;
            table.add(row(&place, one, four, ""));
        }
        None => table.absent("jobs claimed and completed, PostgreSQL", axes::NO_POSTGRES),
    }
    Ok(())
}

fn row(place: &Place, one: f64, four: f64, raw: &str) -> Row {
    let what = format!("jobs claimed and completed, {WORKERS} workers, {}", place.name());
    let beside = format!("{} with one worker{raw}", figure::rate(one));
    Row::of(what, figure::rate(four)).beside(beside).ratio(four / one).goal("≥ 2, none twice", four / one >= 2.0)
}

/// Jobs a second with one worker, and with all.
async fn both(place: &Place, folder: &std::path::Path, jobs: i64) -> Result<(f64, f64)> {
    let db = Db::open(&place.url(folder), Options::default()).await?;
    Ok((claims(&db, 1, jobs).await?, claims(&db, WORKERS, jobs).await?))
}

async fn claims(db: &Db, workers: usize, jobs: i64) -> Result<f64> {
    for chunk in (0..jobs).collect::<Vec<_>>().chunks(500) {
        let count = chunk.len();
        db.write(async move |tx: &mut Tx| order(tx, count).await).await?;
    }
    let began = Instant::now();
    let tasks: Vec<_> = (0..workers).map(|_| tokio::spawn(done(db.clone()))).collect();
    let mut seen = HashSet::new();
    for task in tasks {
        for id in task.await?? {
            ensure!(seen.insert(id), "job {id} was claimed twice");
        }
    }
    let took = began.elapsed();
    ensure!(i64::try_from(seen.len())? == jobs, "{} of {jobs} jobs were done", seen.len());
    Ok(jobs as f64 / took.as_secs_f64())
}

async fn order(tx: &mut Tx, count: usize) -> store::Result<()> {
    for _ in 0..count {
        let (run_at, now) = (Time(0), Time(0));
        let new = NewWork { kind: "bench", key: None, tenant: "", lane: Lane::Local, state: "{}", run_at, now };
        work::order(tx, new).await?;
    }
    Ok(())
}

/// One piece of work at a time, each claimed and ended durably, until none is due.
async fn done(db: Db) -> Result<Vec<i64>> {
    let mut done = Vec::new();
    loop {
        let claimed = db.write(async move |tx: &mut Tx| claim(tx).await).await?;
        let Some(held) = claimed.into_iter().next() else { return Ok(done) };
        done.push(held.id);
        let kept = db.write(async move |tx: &mut Tx| end(tx, &held).await).await?;
        ensure!(kept, "a claim was lost");
    }
}

async fn claim(tx: &mut Tx) -> store::Result<Vec<work::Claimed>> {
    let due = work::due(tx, Time(1), &Lane::ALL, &[], 1).await?;
    let ids: Vec<i64> = due.iter().map(|due| due.id).collect();
    work::claim(tx, &ids, Time(1), LEASE).await
}

async fn end(tx: &mut Tx, held: &work::Claimed) -> store::Result<bool> {
    let good = work::fence(tx, held).await?;
    work::end(tx, held, "{}", Lane::Local).await?;
    Ok(good)
}
