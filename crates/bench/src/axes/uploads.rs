//! Large uploads, streamed: how fast, and how much memory each takes.

use crate::connection::Connection;
use crate::landscape::{BOUNDARY, Ground, form_ends};
use crate::place::Place;
use crate::server::{Home, Server};
use crate::table::{Row, Table};
use crate::{Bench, figure, landscape, nginx, raw};
use anyhow::Result;
use std::time::Instant;

const PARALLEL: usize = 4;
const WARM_UP: usize = 16 << 20;

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, Place::Embedded)?;
    let server = home.start()?;
    let ground = landscape::make(&server, &home.first()?, 0).await?;
    let (folder, size) = (tempfile::tempdir()?, bench.upload);
    // What the first one reads of the binary itself is no memory of an upload.
    upload(&ground, WARM_UP).await?;
    // The disk varies most, so it is measured before and after.
    let (hash, before) = (raw::crypto::sha256(size), raw::disk::write(folder.path(), size)?);
    let (rate, one) = uploads(&server, &ground, 1, size).await?;
    let disk = (before + raw::disk::write(folder.path(), size)?) / 2.0;
    let ratio = rate / hash.min(disk);
    let what = format!("upload of {} MiB over HTTP, on disk when answered", size >> 20);
    let limits = format!("SHA-256 {}, write and fsync {}", figure::mib(hash), figure::mib(disk));
    table.add(Row::of(&what, figure::mib(rate)).beside(limits).ratio(ratio).goal("≥ 0.65", ratio >= 0.65));
    table.add(memory("memory for it", one));
    let (rate, all) = uploads(&server, &ground, PARALLEL, size / PARALLEL).await?;
    let what = format!("{PARALLEL} uploads of {} MiB at once, together", (size / PARALLEL) >> 20);
    table.add(Row::of(&what, figure::mib(rate)));
    table.add(memory("memory for each of these", all / PARALLEL as f64));
    beside_nginx(&ground, size, table).await
}

fn memory(what: &str, grown: f64) -> Row {
    Row::of(what, format!("{grown:.1} MB at most")).goal("< 16 MB", grown < 16.0)
}

/// The same once more, beside what nginx does with a PUT: neither a digest nor a flush.
async fn beside_nginx(ground: &Ground, size: usize, table: &mut Table) -> Result<()> {
    let what = "upload beside nginx";
    let Some(peer) = nginx::start().await? else {
        table.absent(what, "nginx is not installed");
        return Ok(());
    };
    let began = Instant::now();
    let mut connection = Connection::open(&peer.host).await?;
    let head = format!("PUT /file HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n");
    connection.send(head.as_bytes()).await?;
    send_file(&mut connection, size).await?;
    connection.answer().await?;
    let theirs = size as f64 / began.elapsed().as_secs_f64();
    let began = Instant::now();
    upload(ground, size).await?;
    let ours = size as f64 / began.elapsed().as_secs_f64();
    let beside = format!("{} PUT, neither hashed nor synced", figure::mib(theirs));
    table.add(Row::of(what, figure::mib(ours)).beside(beside).ratio(ours / theirs));
    Ok(())
}

/// So many uploads of this size at once: bytes a second, and by how many MB the server's memory grew at most.
async fn uploads(server: &Server, ground: &Ground, count: usize, size: usize) -> Result<(f64, f64)> {
    server.forget_peak()?;
    let (before, began) = (server.memory()?, Instant::now());
    let tasks: Vec<_> = (0..count).map(|_| tokio::spawn(upload_owned(ground.clone(), size))).collect();
    for task in tasks {
        task.await??;
    }
    let rate = (count * size) as f64 / began.elapsed().as_secs_f64();
    Ok((rate, server.peak()? - before))
}

async fn upload_owned(ground: Ground, size: usize) -> Result<()> {
    upload(&ground, size).await
}

async fn upload(ground: &Ground, size: usize) -> Result<()> {
    let (head, tail) = form_ends();
    let mut connection = Connection::open(&ground.host).await?;
    let lines = format!(
        "POST /tms/v2/files/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: {}\r\n\
         Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {}\r\n\r\n",
        ground.bearer,
        head.len() + size + tail.len()
    );
    connection.send(lines.as_bytes()).await?;
    connection.send(head.as_bytes()).await?;
    send_file(&mut connection, size).await?;
    connection.send(tail.as_bytes()).await?;
    connection.answer().await.map(drop)
}

async fn send_file(connection: &mut Connection, size: usize) -> Result<()> {
    let block = vec![5; 1 << 20];
    for _ in 0..size >> 20 {
        connection.send(&block).await?;
    }
    Ok(())
}
