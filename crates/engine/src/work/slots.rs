//! The slots of one process: who has one, and that somebody waits for one.

use model::work::{Busy, Lane};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// The slots of all lanes. Cloning gives the same ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    busy: Mutex<Busy>,
    freed: Notify,
}

impl Slots {
    fn busy(&self) -> MutexGuard<'_, Busy> {
        self.0.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who has what just now.
    pub(super) fn now(&self) -> Busy {
        self.busy().clone()
    }

    /// Takes a slot; only what was chosen by [`Slots::now`] asks for one, so there is one.
    pub(super) fn take(&self, lane: Lane, tenant: &str) -> Slot {
        let taken = self.busy().take(lane, tenant);
        Slot { slots: self.clone(), place: taken.then_some(lane), tenant: tenant.to_owned() }
    }

    /// Ends when a slot was given back.
    pub(super) async fn freed(&self) {
        self.0.freed.notified().await;
    }
}

/// A slot that is taken, until it is dropped.
#[derive(Debug)]
pub(super) struct Slot {
    slots: Slots,
    place: Option<Lane>,
    tenant: String,
}

impl Slot {
    /// Changes to another lane, if there is room. The old slot is free then.
    pub(super) fn change(&mut self, lane: Lane) -> bool {
        if self.place == Some(lane) {
            return true;
        }
        if !self.slots.busy().take(lane, &self.tenant) {
            return false;
        }
        self.give();
        self.place = Some(lane);
        true
    }

    fn give(&mut self) {
        if let Some(lane) = self.place.take() {
            self.slots.busy().give(lane, &self.tenant);
            self.slots.0.freed.notify_one();
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.give();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[test]
    fn a_slot_is_free_again_when_it_is_dropped_or_changed() {
        let slots = Slots::default();
        let cap = Lane::Transfer.cap();
        let mut held: Vec<Slot> = (0..cap).map(|_| slots.take(Lane::Transfer, "a")).collect();
        let mut local = slots.take(Lane::Local, "a");
        assert!(!local.change(Lane::Transfer), "the tenant has all it may have");
        drop(held.pop());
        assert!(local.change(Lane::Transfer) && local.change(Lane::Transfer));
        assert!(slots.freed().now_or_never().is_some());
        assert_eq!(slots.now().capped(), [(Lane::Transfer, "a")]);
        drop((held, local));
        assert!(slots.now().capped().is_empty());
    }
}
