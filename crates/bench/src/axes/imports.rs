//! Real imports: archives of the guide's package into our own deploy service and tenant, beside the time that each of
//! its operations took by itself.

use crate::Bench;
use crate::connection::{Connection, request};
use crate::landscape::Ground;
use crate::place::Place;
use crate::server::Home;
use crate::table::{Row, Table};
use anyhow::{Context, Result, ensure};
use rusqlite::OpenFlags;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What an import may cost beyond what its target does.
const GOAL: Duration = Duration::from_millis(10);

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, Place::Embedded)?.with(&[("ROPEWAY_SECURITY__ALLOW_PRIVATE_TARGETS", "true")]);
    let server = home.start()?;
    let out = tempfile::tempdir()?;
    let guide = Command::new(&bench.binary)
        .args(["guide", "run", "--json", "--server", &server.url, "--credentials"])
        .arg(home.data().join("first-start.json"))
        .arg("--out")
        .arg(out.path())
        .output()?;
    ensure!(guide.status.success(), "`ropeway guide run` ended with {}", guide.status);
    let queue = Queue::of_guide(out.path()).await?;
    let before = operations(&home.file())?;
    let took = queue.import(bench.imports).await?;
    let after = operations(&home.file())?;
    server.stop()?;
    let count = after.count - before.count;
    ensure!(count == bench.imports, "{count} operations for {} requests", bench.imports);
    table.add(row(took / count, (after.took - before.took) / count));
    Ok(())
}

fn row(took: Duration, own: Duration) -> Row {
    let millis = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
    let beyond = took.saturating_sub(own);
    let goal = format!("{} beyond it: ≤ {}", millis(beyond), millis(GOAL));
    Row::of("a real import, each request of one queue", millis(took))
        .beside(format!("{} at the deploy service", millis(own)))
        .ratio(took.as_secs_f64() / own.as_secs_f64())
        .goal(&goal, beyond <= GOAL)
}

/// The queue of the test node, and a file that can be imported there.
struct Queue {
    ground: Ground,
    node: Value,
    file: Value,
}

impl Queue {
    async fn of_guide(out: &Path) -> Result<Self> {
        let read = |name: &str| -> Result<Value> { Ok(serde_json::from_slice(&std::fs::read(out.join(name))?)?) };
        let ground = Ground::of_key(read("keys/transport.json")?).await?;
        let landscape = read("landscape.json")?;
        let nodes = landscape["nodes"].as_array().context("no nodes")?;
        let node = nodes.iter().find(|node| node["name"] == "TEST").context("no node TEST")?.clone();
        let done = format!("/tms/v2/nodes/{}/transportRequests?status=su", node["id"]);
        let mut wire = Connection::open(&ground.host).await?;
        let done: Value = serde_json::from_slice(&wire.call(&ground.get(&done)).await?)?;
        let file = done["transportRequests"][0]["entries"][0]["uri"].clone();
        let change = request(
            "PUT",
            &format!("/tms/v2/nodes/{}", node["id"]),
            &[("Authorization", &ground.bearer), ("Content-Type", "application/json")],
            json!({ "uploadAllowed": true }).to_string().as_bytes(),
        );
        wire.call(&change).await?;
        Ok(Self { ground, node, file })
    }

    /// How long it takes to import so many requests of the file.
    async fn import(&self, count: u32) -> Result<Duration> {
        let mut wire = Connection::open(&self.ground.host).await?;
        let body = json!({ "nodeName": self.node["name"], "contentType": "MTA", "storageType": "FILE",
            "description": "bench", "entries": [{ "uri": self.file }] });
        for _ in 0..count {
            wire.call(&self.ground.json("/tms/v2/nodes/upload", &body)).await?;
        }
        let import = format!("/tms/v2/nodes/{}/transportRequests/importAll", self.node["id"]);
        let began = Instant::now();
        let started: Value = serde_json::from_slice(&wire.call(&self.ground.json(&import, &json!({}))).await?)?;
        let watch = self.ground.get(&format!("/tms/v2/actions/{}", started["actionId"]));
        loop {
            let seen: Value = serde_json::from_slice(&wire.call(&watch).await?)?;
            if seen["endedAt"].is_string() {
                ensure!(seen["status"] == "succeeded", "the import ended as {}", seen["status"]);
                return Ok(began.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// What the deploy service has done.
struct Operations {
    count: u32,
    took: Duration,
}

fn operations(file: &Path) -> Result<Operations> {
    let db = rusqlite::Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let sum =
        "select count(*), coalesce(sum(ended_at - started_at), 0) from deploy_operation where ended_at is not null";
    let (count, micros): (u32, i64) = db.query_row(sum, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Operations { count, took: Duration::from_micros(micros.unsigned_abs()) })
}
