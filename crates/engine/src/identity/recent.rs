//! What was read a moment ago, and is believed for another one: verified tokens, zones, clients. What this process takes
//! away or changes ends at once, what another one does within half a second.

use crate::cx::Cx;
use model::Time;
use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long a process may not notice what another one took away.
const BELIEVED: Duration = Duration::from_millis(500);
/// How much of a kind is remembered.
const REMEMBERED: usize = 20_000;

/// When something was read. It is taken before the reading, so that what is removed meanwhile makes the answer stale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    at: Time,
    revocations: u64,
}

impl Look {
    pub(super) fn now(cx: &Cx) -> Self {
        Self { at: cx.now(), revocations: cx.db.revocations() }
    }

    /// A clock that was set back makes nothing fresh.
    fn is_fresh(self, now: Self) -> bool {
        self.at <= now.at && now.at < self.at.plus(BELIEVED) && self.revocations == now.revocations
    }
}

/// Things of one kind by their key.
#[derive(Debug)]
pub(super) struct Recent<K, V>(Mutex<HashMap<K, (Look, V)>>);

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V: Clone> Recent<K, V> {
    pub(super) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q, now: Look) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(key).filter(|(look, _)| look.is_fresh(now)).map(|(_, value)| value.clone())
    }

    pub(super) fn put(&self, key: K, look: Look, value: V) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.retain(|_, (seen, _)| seen.is_fresh(look));
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(key, (look, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_believed_for_a_moment_and_until_something_is_taken_away() {
        let recent = Recent::default();
        let look = |millis: i64, revocations| Look { at: Time::from_millis(1_000_000 + millis), revocations };
        recent.put("zone".to_owned(), look(0, 3), 7);
        assert_eq!(recent.get("zone", look(0, 3)), Some(7));
        assert_eq!(recent.get("zone", look(499, 3)), Some(7));
        assert_eq!(recent.get("zone", look(500, 3)), None, "another process may have removed it");
        assert_eq!(recent.get("zone", look(1, 4)), None, "this process took something away");
        assert_eq!(recent.get("zone", look(-1, 3)), None, "a clock that was set back makes nothing fresh");
    }
}
