//! One large upload, streamed; how fast, and how much memory it takes.

use crate::connection::Connection;
use crate::landscape::{BOUNDARY, Ground, form_ends};
use crate::server::Server;
use crate::table::Table;
use crate::{Extent, raw};
use anyhow::Result;
use std::time::Instant;

pub(crate) async fn measure(server: &Server, ground: &Ground, extent: Extent, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (hash, disk) = (raw::sha256(extent.upload), raw::disk(folder.path(), extent.upload)?);
    let (before, began) = (server.memory()?, Instant::now());
    upload(ground, extent.upload).await?;
    let rate = extent.upload as f64 / began.elapsed().as_secs_f64();
    let grown = server.peak()? - before;
    let mib = |rate: f64| format!("{:.0} MiB/s", rate / f64::from(1 << 20));
    let axis = format!("upload of {} MiB over HTTP", extent.upload >> 20);
    let limits = format!("SHA-256 {}, write and fsync {}", mib(hash), mib(disk));
    table.row(&axis, &mib(rate), &limits, &format!("{:.2}", rate / hash.min(disk)));
    table.row("memory for it", &format!("{grown:.1} MB at most"), "-", "");
    Ok(())
}

async fn upload(ground: &Ground, size: usize) -> Result<()> {
    // The form around the file counts, too, and the file stays within its limit.
    let size = size - (1 << 20);
    let (head, tail) = form_ends();
    let block = vec![5; 1 << 20];
    let mut connection = Connection::open(&ground.host).await?;
    let head_lines = format!(
        "POST /tms/v2/files/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: {}\r\n\
         Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {}\r\n\r\n",
        ground.bearer,
        head.len() + size + tail.len()
    );
    connection.send(head_lines.as_bytes()).await?;
    connection.send(head.as_bytes()).await?;
    for _ in 0..size >> 20 {
        connection.send(&block).await?;
    }
    connection.send(tail.as_bytes()).await?;
    connection.answer().await.map(drop)
}
