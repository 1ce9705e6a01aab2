//! The numbers shown to people: growing, with holes, unique across replicas, and never handed out twice.
//!
//! They are drawn in blocks from the one row of `id_block` and handed out from memory. What makes a number safe is
//! that a mark above it is committed no later than the transaction that used it, whatever happened to that one.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Mutex;

/// How many numbers a block has.
pub(crate) const BLOCK: i64 = 1_000;

/// Where a transaction takes its numbers from.
#[derive(Debug)]
pub(crate) enum Ids {
    /// A read has none.
    None,
    /// The one writer of SQLite.
    Counter(Counter),
    /// What all transactions of a process share on PostgreSQL.
    Shared(std::sync::Arc<Blocks>),
}

impl Ids {
    pub(crate) fn take(&mut self) -> Option<i64> {
        match self {
            Ids::None => None,
            Ids::Counter(counter) => Some(counter.take()),
            Ids::Shared(blocks) => blocks.take(),
        }
    }
}

/// Numbers of a single process with a single writer: it may run ahead of the mark, because the writer raises the
/// mark in the transaction of the group, outside the savepoints of its closures.
#[derive(Debug)]
pub(crate) struct Counter {
    next: i64,
    mark: i64,
}

impl Counter {
    /// Goes on at the mark that was stored.
    pub(crate) fn at(mark: i64) -> Counter {
        Counter { next: mark, mark }
    }

    fn take(&mut self) -> i64 {
        self.next += 1;
        self.next - 1
    }

    /// The mark to commit with the numbers handed out so far, if the stored one is below them.
    pub(crate) fn unmarked(&self) -> Option<i64> {
        (self.next > self.mark).then_some(self.next + BLOCK)
    }

    /// Tells that this mark is committed.
    pub(crate) fn marked(&mut self, mark: i64) {
        self.mark = mark;
    }
}

/// Blocks drawn from PostgreSQL, each in a committed transaction of its own.
#[derive(Debug, Default)]
pub(crate) struct Blocks(Mutex<VecDeque<Range<i64>>>);

impl Blocks {
    fn take(&self) -> Option<i64> {
        let mut blocks = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let first = blocks.front_mut()?;
        let id = first.next()?;
        if first.is_empty() {
            blocks.pop_front();
        }
        Some(id)
    }

    /// Whether less than a block is left.
    pub(crate) fn is_low(&self) -> bool {
        let blocks = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        blocks.iter().map(|block| block.end - block.start).sum::<i64>() < BLOCK
    }

    pub(crate) fn add(&self, block: Range<i64>) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push_back(block);
    }
}
