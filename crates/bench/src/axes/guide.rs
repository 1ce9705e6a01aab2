//! The whole guide, first start and proof included.

use crate::Bench;
use crate::table::{Row, Table};
use anyhow::{Result, ensure};
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let (folder, began) = (tempfile::tempdir()?, Instant::now());
    let output = Command::new(&bench.binary).args(["guide", "run", "--json"]).current_dir(folder.path()).output()?;
    let took = began.elapsed();
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`ropeway guide run` ended with {}: {}", output.status, told.trim());
    let row = Row::of("the whole guide, first start included", format!("{:.2} s", took.as_secs_f64()));
    table.add(row.goal("< 3 s", took < Duration::from_secs(3)));
    Ok(())
}
