//! Small transports over HTTP: upload a file, make a request of it, import all into a virtual node until forwarded.

use crate::connection::{Connection, request};
use crate::landscape::{BOUNDARY, Ground, form};
use crate::table::Table;
use crate::{Extent, raw};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::time::Instant;

const CALLERS: usize = 16;

pub(crate) async fn measure(ground: &Ground, extent: Extent, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let limit = raw::transports(folder.path(), 16, extent.span)?;
    let alone = raw::transports(folder.path(), 1, extent.span)?;
    let began = Instant::now();
    let callers = (0..CALLERS).map(|_| tokio::spawn(caller(ground.clone(), began, extent)));
    let mut done = 0;
    for caller in callers.collect::<Vec<_>>() {
        done += caller.await??;
    }
    let rate = f64::from(done) / began.elapsed().as_secs_f64();
    let raw = format!("{limit:.0}/s raw loop, 16 a commit ({alone:.0}/s with 1)");
    table.row("small transports over HTTP, 16 callers", &format!("{rate:.0}/s"), &raw, &format!("{:.2}", rate / limit));
    Ok(())
}

async fn caller(ground: Ground, began: Instant, extent: Extent) -> Result<u32> {
    let (mut connection, mut done) = (Connection::open(&ground.host).await?, 0);
    while began.elapsed() < extent.span {
        transport(&ground, &mut connection).await?;
        done += 1;
    }
    Ok(done)
}

async fn transport(ground: &Ground, connection: &mut Connection) -> Result<()> {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("Authorization", ground.bearer.as_str()), ("Content-Type", &kind)];
    let file = connection.call(&request("POST", "/tms/v2/files/upload", &headers, &form(&[7; 2_000]))).await?;
    let file = number(&file, "fileId")?;
    // Content of an own type is not looked into: the file need not be an archive.
    let body = json!({ "nodeName": "SRC", "contentType": "XSCDU", "storageType": "FILE", "description": "bench",
        "entries": [{ "uri": file.to_string() }] });
    let made = connection.call(&ground.json("/tms/v2/nodes/upload", &body)).await?;
    let id = number(&made, "transportRequestId")?;
    let import = format!("/tms/v2/nodes/{}/transportRequests/import", ground.source);
    let started = connection.call(&ground.json(&import, &json!({ "transportRequests": [id] }))).await?;
    let action = number(&started, "actionId")?;
    let watch = request("GET", &format!("/tms/v2/actions/{action}"), &[("Authorization", &ground.bearer)], b"");
    loop {
        let seen: Value = serde_json::from_slice(&connection.call(&watch).await?)?;
        if seen["endedAt"].is_string() {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
}

fn number(body: &[u8], name: &str) -> Result<i64> {
    let body: Value = serde_json::from_slice(body)?;
    body[name].as_i64().with_context(|| format!("no {name} in {body}"))
}
