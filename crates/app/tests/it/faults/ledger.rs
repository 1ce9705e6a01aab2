//! What clients know: what was acknowledged to them, and what they only tried.

use crate::kit::{Random, mtar};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Instant;

/// A file whose upload was acknowledged. Its bytes follow from seed and size.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub(super) id: i64,
    pub(super) seed: u64,
    pub(super) size: usize,
    /// Whether somebody tried to make a request of it.
    pub(super) used: bool,
}

impl File {
    pub(super) fn bytes(seed: u64, size: usize) -> Vec<u8> {
        mtar(&Random::new(seed).bytes(size))
    }
}

/// How a request came into the landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Upload,
    Export,
}

/// A request whose creation was acknowledged.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) id: i64,
    pub(super) way: Origin,
    pub(super) asked: Instant,
    pub(super) answered: Instant,
}

/// Everything clients know.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) files: Vec<File>,
    pub(super) requests: Vec<Request>,
    /// Imports that were asked for, by node and request, with the action if it was acknowledged.
    pub(super) imports: BTreeMap<(&'static str, i64), Option<i64>>,
    /// Requests whose forward from T2 was acknowledged.
    pub(super) forwards: Vec<i64>,
}

/// The ledger of all workers.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared(Arc<Mutex<Ledger>>);

impl Shared {
    pub(super) fn lock(&self) -> MutexGuard<'_, Ledger> {
        self.0.lock().unwrap()
    }

    pub(super) fn summary(&self) -> String {
        let ledger = self.lock();
        let started = ledger.imports.values().flatten().count();
        format!(
            "acknowledged: {} files, {} requests, {started} of {} imports, {} forwards",
            ledger.files.len(),
            ledger.requests.len(),
            ledger.imports.len(),
            ledger.forwards.len()
        )
    }
}
