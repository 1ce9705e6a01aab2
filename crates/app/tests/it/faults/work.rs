//! A client at work: uploads, makes requests, imports, forwards, until the server is gone.

use super::ledger::{File, Origin, Request, Shared};
use crate::kit::{Api, Landscape, Lost, Random};
use serde_json::json;
use std::time::Instant;
use tokio::task::JoinHandle;

struct Worker {
    tms: Api,
    landscape: Landscape,
    ledger: Shared,
    random: Random,
}

/// Starts one; it ends with the server.
pub(super) fn spawn(tms: &Api, landscape: &Landscape, ledger: &Shared, seed: u64) -> JoinHandle<()> {
    let (tms, landscape, ledger) = (tms.clone(), landscape.clone(), ledger.clone());
    let mut worker = Worker { tms, landscape, ledger, random: Random::new(seed) };
    tokio::spawn(async move { while worker.one_transport().await != Err(Lost) {} })
}

impl Worker {
    /// The way of one file, or a part of it.
    async fn one_transport(&mut self) -> Result<(), Lost> {
        let file = self.file().await?;
        match self.random.below(8) {
            0 => Ok(()),
            1..4 => self.export(file).await,
            _ => self.upload(file).await,
        }
    }

    /// Small ones are kept in a row, large ones in the folder of blobs.
    async fn file(&mut self) -> Result<i64, Lost> {
        let size = if self.random.below(3) == 0 { 60_000 } else { 2_000 };
        let (seed, size) = (self.random.next(), 1 + usize::try_from(self.random.below(size)).unwrap());
        let answer = self.tms.upload("/v2/files/upload", "shop.mtar", &File::bytes(seed, size)).await?;
        let id = answer["fileId"].as_i64().unwrap();
        self.ledger.lock().files.push(File { id, seed, size, used: false });
        Ok(id)
    }

    async fn request(&mut self, file: i64, way: Origin) -> Result<i64, Lost> {
        self.ledger.lock().files.iter_mut().filter(|known| known.id == file).for_each(|known| known.used = true);
        let path = if way == Origin::Upload { "/v2/nodes/upload" } else { "/v2/nodes/export" };
        let body = json!({ "nodeName": "SRC", "contentType": "MTA", "storageType": "FILE",
            "description": "faults", "entries": [{ "uri": file.to_string() }] });
        let asked = Instant::now();
        let answer = self.tms.post(path, body).await?;
        let id = answer["transportRequestId"].as_i64().unwrap();
        let entries = if way == Origin::Upload { 1 } else { 2 };
        assert_eq!(answer["queueEntries"].as_array().unwrap().len(), entries);
        self.ledger.lock().requests.push(Request { id, way, asked, answered: Instant::now() });
        Ok(id)
    }

    /// Into the source, from there through the import into both that follow, and through T1 on to P1.
    async fn upload(&mut self, file: i64) -> Result<(), Lost> {
        let request = self.request(file, Origin::Upload).await?;
        let action = self.import("SRC", request).await?;
        if self.random.below(3) > 0 {
            self.ended(action).await?;
            self.import("T1", request).await?;
        }
        Ok(())
    }

    /// Into both that follow, and from T2 by hand on to P2 and P3.
    async fn export(&mut self, file: i64) -> Result<(), Lost> {
        let request = self.request(file, Origin::Export).await?;
        let action = self.import("T2", request).await?;
        self.ended(action).await?;
        self.tms.post(&self.queue("T2", "forward"), json!({ "transportRequests": [request] })).await?;
        self.ledger.lock().forwards.push(request);
        Ok(())
    }

    async fn import(&mut self, node: &'static str, request: i64) -> Result<i64, Lost> {
        self.ledger.lock().imports.insert((node, request), None);
        let answer = self.tms.post(&self.queue(node, "import"), json!({ "transportRequests": [request] })).await?;
        let action = answer["actionId"].as_i64().unwrap();
        self.ledger.lock().imports.insert((node, request), Some(action));
        Ok(action)
    }

    async fn ended(&self, action: i64) -> Result<(), Lost> {
        loop {
            let seen = self.tms.get(&format!("/v2/actions/{action}")).await?;
            if seen["endedAt"].is_string() {
                return Ok(());
            }
        }
    }

    fn queue(&self, node: &str, operation: &str) -> String {
        format!("/v2/nodes/{}/transportRequests/{operation}", self.landscape.node(node))
    }
}
