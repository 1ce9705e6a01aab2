//! Randomness, handed in: the machine's for servers, a counted stream for tests that predict ids.

use aws_lc_rs::digest;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Where random bytes come from.
#[derive(Debug, Clone)]
pub enum Random {
    /// The machine's generator, asked directly: one in this process would have to be seeded at every start.
    System,
    /// SHA-256 over a seed and a counter: the same ids in every run of a test.
    Counted(Arc<AtomicU64>),
}

impl Random {
    /// The machine's generator.
    #[must_use]
    pub const fn system() -> Self {
        Self::System
    }

    /// A predictable stream, for tests only.
    #[must_use]
    pub fn counted() -> Self {
        Self::Counted(Arc::new(AtomicU64::new(0)))
    }

    /// Fills `out`. The machine's generator does not fail after start-up; if it ever did, going on would be worse.
    pub fn fill(&self, out: &mut [u8]) {
        match self {
            Self::System => assert!(getrandom::fill(out).is_ok(), "the machine's random generator failed"),
            Self::Counted(counter) => fill_counted(counter, out),
        }
    }

    /// A version 4 GUID.
    #[must_use]
    pub fn uuid(&self) -> Uuid {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// A machine secret: 256 bits, in characters that survive every form of encoding.
    #[must_use]
    pub fn secret(&self) -> String {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        URL_SAFE_NO_PAD.encode(bytes)
    }
}

fn fill_counted(counter: &AtomicU64, out: &mut [u8]) {
    for chunk in out.chunks_mut(32) {
        let n = counter.fetch_add(1, Ordering::SeqCst);
        let block = digest::digest(&digest::SHA256, &n.to_be_bytes());
        chunk.copy_from_slice(&block.as_ref()[..chunk.len()]);
    }
}
