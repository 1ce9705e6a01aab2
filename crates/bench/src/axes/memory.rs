//! What the server still holds half a minute after work: requests that succeed, and log-ins that do not.

use crate::connection::{CONNECTIONS, Connection, request};
use crate::place::Place;
use crate::server::{Home, Server};
use crate::table::{Row, Table};
use crate::{Bench, landscape};
use anyhow::Result;
use std::time::Duration;

/// How many of each; divided by the connections it is still 10^4.
const CALLS: usize = 10_000;
/// What an allocator may take to give memory back.
const REST: Duration = Duration::from_secs(30);
const GOAL: f64 = 64.0;

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, Place::Embedded)?;
    let server = home.start()?;
    let first = home.first()?;
    let ground = landscape::make(&server, &first, 1).await?;
    after(&server, &ground.host, "10^4 requests", ground.token_call(), table).await?;
    let form = format!("grant_type=password&username={}&password=wrong", first.administrator.user_name);
    let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Authorization", "Basic Y2Y6")];
    let wrong = request("POST", "/cf-uaa/oauth/token", &headers, form.as_bytes());
    after(&server, &ground.host, "10^4 wrong log-ins", wrong, table).await
}

async fn after(server: &Server, host: &str, what: &str, call: Vec<u8>, table: &mut Table) -> Result<()> {
    server.forget_peak()?;
    let tasks: Vec<_> = (0..CONNECTIONS).map(|_| tokio::spawn(repeat(host.to_owned(), call.clone()))).collect();
    for task in tasks {
        task.await??;
    }
    let peak = server.peak()?;
    tokio::time::sleep(REST).await;
    let rest = server.memory()?;
    let row = Row::of(format!("memory 30 s after {what}"), format!("{rest:.1} MB"));
    table.add(row.beside(format!("{peak:.1} MB at most")).goal("≤ 64 MB", rest <= GOAL));
    Ok(())
}

/// Refusals are answers, too; a connection that broke is opened again.
async fn repeat(host: String, call: Vec<u8>) -> Result<()> {
    let mut connection = Connection::open(&host).await?;
    for _ in 0..CALLS / CONNECTIONS {
        if connection.send(&call).await.is_err() {
            connection = Connection::open(&host).await?;
            continue;
        }
        // The status does not matter here.
        drop(connection.answer().await);
    }
    Ok(())
}
