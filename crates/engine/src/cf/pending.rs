//! What calls that have not ended well say in lists: what was done last to a thing that is there, and what is to be there.

use super::last_operation::LastOperation;
use crate::error::Result;
use crate::platform::operation::Operation;
use std::collections::{BTreeMap, BTreeSet};
use store::cf_job::CfJob;
use uuid::Uuid;

/// The calls of a space, while what is there goes by. `K` is what no two things of the space share, other than GUIDs.
pub(crate) struct Pending<K, T> {
    last: BTreeMap<Uuid, LastOperation>,
    new: Vec<(K, T)>,
    missing: BTreeSet<K>,
}

impl<K: Ord + Clone, T> Pending<K, T> {
    /// Of calls, the oldest first; `new` is what a call is to make, if it is to make anything.
    pub(crate) fn of(calls: &[CfJob], new: impl Fn(&CfJob) -> Result<Option<(K, T)>>) -> Result<Self> {
        let mut all = Vec::new();
        for call in calls {
            all.extend(new(call)?);
        }
        let last = calls.iter().map(|call| (call.resource, LastOperation::of_call(call))).collect();
        let missing = all.iter().map(|(key, _)| key.clone()).collect();
        Ok(Self { last, new: all, missing })
    }

    /// Says that a thing is there, and hears what was done to it last. Between the end of the work and that of its call both
    /// are there.
    pub(crate) fn found(&mut self, guid: Uuid, key: &K, done: Operation) -> LastOperation {
        self.missing.remove(key);
        self.last.remove(&guid).unwrap_or_else(|| LastOperation::done(done))
    }

    /// What has not been found, in the order of the calls.
    pub(crate) fn left(self) -> impl Iterator<Item = T> {
        let Self { new, mut missing, .. } = self;
        new.into_iter().filter_map(move |(key, new)| missing.remove(&key).then_some(new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Time;
    use model::cf::CallState;
    use model::instance::OperationKind;
    use store::sealed::Hidden;

    fn call(resource: u128, name: &str, at: i64) -> CfJob {
        CfJob {
            id: Uuid::from_u128(resource + 100),
            operation: "service_instance.create".to_owned(),
            state: CallState::Failed,
            resource: Uuid::from_u128(resource),
            space: None,
            intent: Hidden(name.to_owned()),
            failure: None,
            created_at: Time(at),
            updated_at: Time(at),
        }
    }

    fn pending(calls: &[CfJob]) -> Pending<String, Uuid> {
        Pending::of(calls, |call| Ok(Some((call.intent.0.clone(), call.resource)))).unwrap()
    }

    #[test]
    fn what_is_there_is_not_shown_again_by_its_call() {
        let mut pending = pending(&[call(1, "b", 1), call(2, "a", 2), call(3, "b", 3), call(4, "c", 4)]);
        let done = Operation { id: Uuid::nil(), kind: OperationKind::Create, at: Time(9) };
        assert_eq!(pending.found(Uuid::from_u128(8), &"a".to_owned(), done).created_at, Time(9));
        let left: Vec<Uuid> = pending.left().collect();
        assert_eq!(left, [Uuid::from_u128(1), Uuid::from_u128(4)]);
    }

    #[test]
    fn the_last_call_about_a_thing_says_what_was_done_to_it() {
        let mut pending = pending(&[call(1, "a", 1), call(1, "a", 2)]);
        let done = Operation { id: Uuid::nil(), kind: OperationKind::Create, at: Time(0) };
        assert_eq!(pending.found(Uuid::from_u128(1), &"a".to_owned(), done).created_at, Time(2));
    }
}
