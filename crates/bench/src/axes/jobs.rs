//! Claims of jobs: one worker, and four that share the table.

use crate::place::{Place, Schema};
use crate::table::{Row, Table};
use crate::{Bench, axes, figure, raw};
use anyhow::{Result, ensure};
use std::collections::HashSet;
use std::time::Instant;
use store::job::NewJob;
use store::{Db, Options, Tx};

const LEASE: i64 = 60_000_000;
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
    let tasks: Vec<_> = (0..workers).map(|worker| tokio::spawn(work(db.clone(), format!("worker {worker}")))).collect();
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
        store::job::enqueue(tx, NewJob { name: "bench", payload: "{}", dedup_key: None, run_at: 0, now: 0 }).await?;
    }
    Ok(())
}

/// One job at a time, each claimed and completed durably, until none is due.
async fn work(db: Db, owner: String) -> Result<Vec<i64>> {
    let mut done = Vec::new();
    loop {
        let name = owner.clone();
        let claimed = db.write(async move |tx: &mut Tx| store::job::claim(tx, 1, &name, LEASE, 1).await).await?;
        let Some(job) = claimed.into_iter().next() else { return Ok(done) };
        done.push(job.id);
        let kept = db.write(async move |tx: &mut Tx| store::job::complete(tx, &job).await).await?;
        ensure!(kept, "a lease was lost");
    }
}
