//! Claims of jobs: one worker, and four that share the table.

use crate::Extent;
use crate::table::Table;
use anyhow::Result;
use std::collections::HashSet;
use std::time::Instant;
use store::job::NewJob;
use store::{Db, DbUrl, Tx, p};

const LEASE: i64 = 60_000_000;

pub(crate) async fn measure(extent: Extent, table: &mut Table) -> Result<()> {
    let jobs = if extent.span.as_secs() > 3 { 20_000 } else { 4_000 };
    let (one, four) = (claims(1, jobs).await?, claims(4, jobs).await?);
    let raw = format!("{one:.0}/s with 1 worker");
    table.row("jobs claimed and completed, 4 workers", &format!("{four:.0}/s"), &raw, &format!("{:.2}", four / one));
    Ok(())
}

async fn claims(workers: usize, jobs: i64) -> Result<f64> {
    let folder = tempfile::tempdir()?;
    let db = Db::open(&DbUrl::Sqlite(folder.path().to_owned()), store::Options::default()).await?;
    db.write(async move |tx: &mut Tx| -> store::Result<()> {
        tx.execute("delete from job", p![]).await?;
        for _ in 0..jobs {
            store::job::enqueue(tx, NewJob { name: "bench", payload: "{}", dedup_key: None, run_at: 0, now: 0 })
                .await?;
        }
        Ok(())
    })
    .await?;
    let began = Instant::now();
    let tasks: Vec<_> = (0..workers).map(|worker| tokio::spawn(work(db.clone(), format!("worker {worker}")))).collect();
    let mut seen = HashSet::new();
    for task in tasks {
        for id in task.await?? {
            anyhow::ensure!(seen.insert(id), "job {id} was claimed twice");
        }
    }
    anyhow::ensure!(i64::try_from(seen.len())? == jobs, "jobs were left");
    Ok(jobs as f64 / began.elapsed().as_secs_f64())
}

/// One job at a time, each claimed and completed durably.
async fn work(db: Db, owner: String) -> Result<Vec<i64>> {
    let mut done = Vec::new();
    loop {
        let name = owner.clone();
        let claimed = db.write(async move |tx: &mut Tx| store::job::claim(tx, 1, &name, LEASE, 1).await).await?;
        let Some(job) = claimed.into_iter().next() else { return Ok(done) };
        done.push(job.id);
        let kept = db.write(async move |tx: &mut Tx| store::job::complete(tx, &job).await).await?;
        anyhow::ensure!(kept, "a lease was lost");
    }
}
