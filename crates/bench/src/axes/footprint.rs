//! What the server takes while nobody calls: memory, and room on the disk.

use crate::place::Place;
use crate::server::Home;
use crate::table::{Row, Table};
use crate::{Bench, landscape};
use anyhow::Result;
use std::time::Duration;

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, Place::Embedded)?;
    let server = home.start()?;
    landscape::make(&server, &home.first()?, 1).await?;
    server.stop()?;
    let server = home.start()?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let memory = server.memory()?;
    drop(server);
    table.add(Row::of("idle memory", format!("{memory:.1} MB")).goal("< 25 MB", memory < 25.0));
    let size = std::fs::metadata(&bench.binary)?.len() as f64 / 1e6;
    table.add(Row::of("binary", format!("{size:.1} MB")).goal("< 25 MB", size < 25.0));
    Ok(())
}
