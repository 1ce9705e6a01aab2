//! The second start until the server serves: warm and cold, with an empty database and with a very long queue.

use crate::place::Place;
use crate::server::Home;
use crate::table::{Row, Table};
use crate::{Bench, figure, landscape, raw, seed};
use anyhow::{Context, Result};
use model::{NodeId, SubaccountId};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, Place::Embedded)?;
    let server = home.start()?;
    let ground = landscape::make(&server, &home.first()?, 1).await?;
    server.stop()?;
    both(bench, &home, "empty", table)?;
    let node = ground.sources.first().context("no node")?.id;
    let subaccount = SubaccountId(ground.subaccount.parse()?);
    seed::fill(&home.database(), subaccount, NodeId(node), bench.requests).await?;
    let long = format!("with {} requests", figure::grouped(bench.requests as f64));
    both(bench, &home, &long, table)
}

/// The middle of several starts, without and with a page cache.
fn both(bench: &Bench, home: &Home, state: &str, table: &mut Table) -> Result<()> {
    let nothing = Path::new("/bin/true").canonicalize()?;
    let warm = middle(bench.starts, || start(home))?;
    let empty = middle(bench.starts, || run(&nothing))?;
    let row = Row::of(format!("second start, {state}, warm"), figure::millis(warm)).beside(exec(empty));
    table.add(row.goal("< 20 ms", warm < Duration::from_millis(20)));
    let what = format!("second start, {state}, cold");
    if !raw::disk::forget(&nothing) {
        table.absent(&what, "this system does not let dd drop files from the page cache");
        return Ok(());
    }
    let cold = middle(bench.starts, || {
        raw::disk::forget_all(&home.data())?;
        raw::disk::forget(&bench.binary);
        start(home)
    })?;
    let empty = middle(bench.starts, || {
        raw::disk::forget(&nothing);
        run(&nothing)
    })?;
    let row = Row::of(what, figure::millis(cold)).beside(exec(empty));
    table.add(row.goal("< 80 ms", cold < Duration::from_millis(80)));
    Ok(())
}

fn exec(empty: Duration) -> String {
    format!("{} to run an empty program", figure::millis(empty))
}

/// From the call of the binary to the first answer of `/readyz`.
fn start(home: &Home) -> Result<Duration> {
    let began = Instant::now();
    let server = home.start()?;
    let took = began.elapsed();
    server.stop()?;
    Ok(took)
}

fn run(program: &Path) -> Result<Duration> {
    let began = Instant::now();
    Command::new(program).status()?;
    Ok(began.elapsed())
}

fn middle(count: usize, mut once: impl FnMut() -> Result<Duration>) -> Result<Duration> {
    let mut times = (0..count).map(|_| once()).collect::<Result<Vec<_>>>()?;
    times.sort_unstable();
    times.get(times.len() / 2).copied().context("no start")
}
