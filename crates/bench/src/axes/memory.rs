//! What the server still holds half a minute after work: requests that succeed, and log-ins that do not.

use crate::connection::{CONNECTIONS, Connection, request};
use crate::landscape::{self, Ground};
use crate::place::Place;
use crate::server::{Home, Server};
use crate::table::{Row, Table};
use crate::{Bench, figure};
use anyhow::Result;
use std::time::Duration;

/// How many of each.
const CALLS: usize = 10_000;
/// What an allocator may take to give memory back.
const REST: Duration = Duration::from_secs(30);
const GOAL: f64 = 64.0;
/// Settings with which every log-in is checked: by default nearly all are refused unread.
const UNLIMITED: [(&str, &str); 3] = [
    ("ROPEWAY_LIMITS__LOGINS_PER_MINUTE", "1000000"),
    ("ROPEWAY_LIMITS__ACCOUNT_LOGINS_PER_MINUTE", "1000000"),
    ("ROPEWAY_SECURITY__LOCKOUT_FAILURES", "1000000"),
];

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, Place::Embedded)?;
    let server = home.start()?;
    let ground = landscape::make(&server, &home.first()?, 1).await?;
    after(&server, &ground, "token requests", (CALLS, ground.token_call()), table).await?;
    after(&server, &ground, "wrong log-ins, throttled", (CALLS, wrong(&home)?), table).await?;
    drop(server);
    let home = Home::new(&bench.binary, Place::Embedded)?.with(&UNLIMITED);
    let server = home.start()?;
    let ground = landscape::make(&server, &home.first()?, 1).await?;
    after(&server, &ground, "wrong log-ins, each checked", (bench.log_ins, wrong(&home)?), table).await
}

fn wrong(home: &Home) -> Result<Vec<u8>> {
    let form = format!("grant_type=password&username={}&password=wrong", home.first()?.administrator.user_name);
    let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Authorization", "Basic Y2Y6")];
    Ok(request("POST", "/cf-uaa/oauth/token", &headers, form.as_bytes()))
}

async fn after(
    server: &Server,
    ground: &Ground,
    what: &str,
    (count, call): (usize, Vec<u8>),
    table: &mut Table,
) -> Result<()> {
    server.forget_peak()?;
    let each = count / CONNECTIONS;
    let repeat = |_| tokio::spawn(repeat(ground.host.clone(), call.clone(), each));
    let tasks: Vec<_> = (0..CONNECTIONS).map(repeat).collect();
    let mut throttled = 0;
    for task in tasks {
        throttled += task.await??;
    }
    let peak = server.peak()?;
    tokio::time::sleep(REST).await;
    let rest = server.memory()?;
    let row = Row::of(format!("memory 30 s after {} {what}", figure::grouped(count as f64)), format!("{rest:.1} MB"));
    let refused = if throttled > 0 { format!("; {throttled} answered with 429") } else { String::new() };
    table.add(row.beside(format!("{peak:.1} MB at most{refused}")).goal("≤ 64 MB", rest <= GOAL));
    Ok(())
}

/// Tells how many were refused unread. A connection that was closed is opened again, and its call repeated.
async fn repeat(host: String, call: Vec<u8>, count: usize) -> Result<usize> {
    let mut connection = Connection::open(&host).await?;
    let (mut done, mut throttled) = (0, 0);
    while done < count {
        let sent = connection.send(&call).await;
        let answer = if sent.is_ok() { connection.any_answer().await } else { sent.map(|()| (0, Vec::new())) };
        match answer {
            Ok((status, _)) => {
                done += 1;
                throttled += usize::from(status == 429);
            }
            Err(_) => connection = Connection::open(&host).await?,
        }
    }
    Ok(throttled)
}
