//! Small transports over HTTP: upload a file, make a request of it, import all into a virtual node until forwarded.

use crate::connection::{CONNECTIONS, Connection, request};
use crate::landscape::{self, BOUNDARY, Ground, Source, form};
use crate::local::CONTENT;
use crate::place::{Place, Schema};
use crate::server::Home;
use crate::table::{Row, Table};
use crate::{Bench, axes, figure};
use anyhow::{Context, Result, ensure};
use axes::transports;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let (rate, limit) = (run(bench, Place::Embedded).await?, transports::embedded(CONNECTIONS, bench.span).await?);
    let what = "small transports over HTTP, 16 callers, embedded";
    let beside = format!("{} in process", figure::rate(limit));
    let row = Row::of(what, figure::rate(rate)).beside(beside).ratio(rate / limit);
    table.add(row.goal("≥ 1,000/s", rate >= 1_000.0));
    let what = "small transports over HTTP, 16 callers, PostgreSQL";
    let Some(place) = bench.postgres(Schema::HttpTransports).await? else {
        table.absent(what, axes::NO_POSTGRES);
        return Ok(());
    };
    let rate = run(bench, place).await?;
    table.add(Row::of(what, figure::rate(rate)).goal("≥ 400/s", rate >= 400.0));
    Ok(())
}

/// Transports a second.
async fn run(bench: &Bench, place: Place) -> Result<f64> {
    let home = Home::new(&bench.binary, place)?;
    let server = home.start()?;
    let ground = landscape::make(&server, &home.first()?, CONNECTIONS).await?;
    let began = Instant::now();
    let callers = ground.sources.iter().cloned();
    let callers = callers.map(|source| tokio::spawn(caller(ground.clone(), source, began + bench.span)));
    let mut done = 0;
    for caller in callers.collect::<Vec<_>>() {
        done += caller.await??;
    }
    let rate = f64::from(done) / began.elapsed().as_secs_f64();
    drop(server);
    Ok(rate)
}

async fn caller(ground: Ground, source: Source, end: Instant) -> Result<u32> {
    let (mut connection, mut done) = (Connection::open(&ground.host).await?, 0);
    while Instant::now() < end {
        transport(&ground, &source, &mut connection).await?;
        done += 1;
    }
    let last = format!("/tms/v2/nodes/{}/transportRequests?status=in&top=1&after={}", source.next, done - 1);
    let seen: Value = serde_json::from_slice(&connection.call(&ground.get(&last)).await?)?;
    ensure!(seen["transportRequests"][0]["position"] == done, "not all of {done} transports were forwarded");
    Ok(done)
}

async fn transport(ground: &Ground, source: &Source, connection: &mut Connection) -> Result<()> {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("Authorization", ground.bearer.as_str()), ("Content-Type", &kind)];
    let file = connection.call(&request("POST", "/tms/v2/files/upload", &headers, &form(&CONTENT))).await?;
    let file = number(&file, "fileId")?;
    // Content of an own type is not looked into: the file need not be an archive.
    let body = json!({ "nodeName": source.name, "contentType": "XSCDU", "storageType": "FILE", "description": "bench",
        "entries": [{ "uri": file.to_string() }] });
    connection.call(&ground.json("/tms/v2/nodes/upload", &body)).await?;
    let import = format!("/tms/v2/nodes/{}/transportRequests/importAll", source.id);
    let started = connection.call(&ground.json(&import, &json!({}))).await?;
    let watch = ground.get(&format!("/tms/v2/actions/{}", number(&started, "actionId")?));
    loop {
        let seen: Value = serde_json::from_slice(&connection.call(&watch).await?)?;
        if seen["endedAt"].is_string() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

fn number(body: &[u8], name: &str) -> Result<i64> {
    let body: Value = serde_json::from_slice(body)?;
    body[name].as_i64().with_context(|| format!("no {name} in {body}"))
}
