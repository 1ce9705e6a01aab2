//! Rules of durable work: in which lane it waits, who may have how many slots, how long to wait.
//!
//! What a piece of work does is told by its own state, an enum with data beside the rules of its area
//! ([`import`](crate::import), [`operation`](crate::operation), …). Here is only what holds for all of them.

use crate::Time;
use crate::word::words;
use std::collections::BTreeMap;
use std::time::Duration;

words! {
    /// What a step mostly waits for. Each lane has slots of its own, so that slow targets never hold up the rest.
    #[derive(PartialOrd, Ord)]
    Lane, "lane", "local, polling, transfer", {
        /// The database and this process.
        Local = "local",
        /// A short answer of another system.
        Polling = "polling",
        /// Much content on its way to or from another system.
        Transfer = "transfer",
    }
}

impl Lane {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Local, Self::Polling, Self::Transfer];

    /// How many steps one process does in it at a time.
    #[must_use]
    pub const fn slots(self) -> usize {
        match self {
            Self::Local | Self::Transfer => 8,
            Self::Polling => 32,
        }
    }

    /// How many of the slots one tenant may have: half, so that one whose targets are silent never has them all.
    #[must_use]
    pub const fn cap(self) -> usize {
        self.slots() / 2
    }

    /// How long one step may take. What is still at work then is dropped and tried again.
    #[must_use]
    pub const fn longest_step(self) -> Duration {
        match self {
            Self::Local => Duration::from_secs(5 * 60),
            Self::Polling => Duration::from_secs(2 * 60),
            Self::Transfer => Duration::from_secs(60 * 60),
        }
    }
}

/// How long a claim holds without being renewed, unless it is set otherwise. Work of a process that died is taken up
/// after two leases: one until it has run out, and one until its holder, should it live, must have noticed.
pub const LEASE: Duration = Duration::from_secs(15);

/// A wait up to this long keeps the claim and the slot: giving both back and taking them again would last longer.
pub const SHORT_WAIT: Duration = Duration::from_millis(50);

/// The longest wait that work for a tenant asks for; a later time comes from a clock that was wrong.
pub const LONGEST_WAIT: Duration = Duration::from_secs(10 * 60);

/// The same for the server's own work.
pub const LONGEST_OWN_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// How many steps one claim does before others get their turn.
pub const STEPS_PER_CLAIM: usize = 256;

/// How long to wait after a failure of our own: 0.2 s, doubling to a minute.
#[must_use]
pub fn backoff(attempts: i64) -> Duration {
    let doublings = u32::try_from(attempts.clamp(0, 9)).unwrap_or(9);
    Duration::from_millis(200).saturating_mul(1 << doublings).min(Duration::from_secs(60))
}

const FIRST_LOOK: Duration = Duration::from_millis(2);
const LONGEST_LOOK: Duration = Duration::from_secs(5);

/// How long to wait before asking again about something that began at `since`: an eighth of the time it has taken so
/// far, so that the wait after its end is small beside its own time, and the number of calls grows slowly.
#[must_use]
pub fn next_look(since: Time, now: Time) -> Duration {
    (now.since(since) / 8).clamp(FIRST_LOOK, LONGEST_LOOK)
}

/// How long to wait before the next of several attempts at something another system refused for now: what it asked
/// for, within bounds, else 0.2 s, doubling to 5 s.
#[must_use]
pub fn next_attempt(attempts: u32, asked: Option<Duration>) -> Duration {
    const SHORTEST: Duration = Duration::from_millis(200);
    const LONGEST: Duration = Duration::from_secs(5);
    const LONGEST_ASKED: Duration = Duration::from_secs(5 * 60);
    match asked {
        Some(asked) => asked.clamp(SHORTEST, LONGEST_ASKED),
        None => SHORTEST.saturating_mul(1 << attempts.min(5)).min(LONGEST),
    }
}

/// Work that is due: its number, where it waits, and whose it is (nothing: the server's own).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Its number.
    pub id: i64,
    /// Where it waits.
    pub lane: Lane,
    /// The subaccount; empty for the server's own.
    pub tenant: String,
}

/// What one process has at work.
#[derive(Debug, Clone, Default)]
pub struct Busy {
    lanes: BTreeMap<Lane, usize>,
    tenants: BTreeMap<(Lane, String), usize>,
}

impl Busy {
    /// Takes a slot, if there is one for this tenant.
    pub fn take(&mut self, lane: Lane, tenant: &str) -> bool {
        if !self.has_room(lane) || self.is_at_cap(lane, tenant) {
            return false;
        }
        *self.lanes.entry(lane).or_default() += 1;
        *self.tenants.entry((lane, tenant.to_owned())).or_default() += 1;
        true
    }

    /// Gives a slot back.
    pub fn give(&mut self, lane: Lane, tenant: &str) {
        let key = (lane, tenant.to_owned());
        let lane = self.lanes.entry(lane).or_default();
        *lane = lane.saturating_sub(1);
        if let Some(count) = self.tenants.get_mut(&key) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.tenants.remove(&key);
            }
        }
    }

    fn has_room(&self, lane: Lane) -> bool {
        self.lanes.get(&lane).copied().unwrap_or_default() < lane.slots()
    }

    /// The server's own work has no cap.
    fn is_at_cap(&self, lane: Lane, tenant: &str) -> bool {
        !tenant.is_empty() && self.tenants.get(&(lane, tenant.to_owned())).is_some_and(|count| *count >= lane.cap())
    }

    /// The lanes with a free slot.
    #[must_use]
    pub fn open_lanes(&self) -> Vec<Lane> {
        Lane::ALL.into_iter().filter(|lane| self.has_room(*lane)).collect()
    }

    /// Lane and tenant where the tenant has all it may have.
    #[must_use]
    pub fn capped(&self) -> Vec<(Lane, &str)> {
        let capped = self.tenants.keys().filter(|(lane, tenant)| self.is_at_cap(*lane, tenant));
        capped.map(|(lane, tenant)| (*lane, tenant.as_str())).collect()
    }

    /// Which of the due work is begun now, in its order; their slots are taken.
    pub fn choose(&mut self, due: Vec<Due>) -> Vec<i64> {
        due.into_iter().filter(|work| self.take(work.lane, &work.tenant)).map(|work| work.id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(id: i64, lane: Lane, tenant: &str) -> Due {
        Due { id, lane, tenant: tenant.to_owned() }
    }

    #[test]
    fn a_tenant_gets_half_of_a_lane_and_the_others_the_rest() {
        let mut busy = Busy::default();
        let loud = (0..16).map(|id| due(id, Lane::Transfer, "loud"));
        let quiet = (16..20).map(|id| due(id, Lane::Transfer, "quiet"));
        assert_eq!(busy.choose(loud.chain(quiet).collect()), [0, 1, 2, 3, 16, 17, 18, 19]);
        assert_eq!(busy.open_lanes(), [Lane::Local, Lane::Polling]);
        assert_eq!(busy.capped(), [(Lane::Transfer, "loud"), (Lane::Transfer, "quiet")]);
        busy.give(Lane::Transfer, "loud");
        assert_eq!(busy.choose(vec![due(20, Lane::Transfer, "quiet"), due(21, Lane::Transfer, "loud")]), [21]);
    }

    #[test]
    fn the_servers_own_work_has_no_cap_but_the_slots() {
        let mut busy = Busy::default();
        let own = (0..20).map(|id| due(id, Lane::Local, "")).collect();
        assert_eq!(busy.choose(own).len(), Lane::Local.slots());
        assert!(busy.capped().is_empty());
    }

    #[test]
    fn looks_are_close_at_first_and_never_more_than_an_eighth_late() {
        assert_eq!(next_look(Time(0), Time(0)).as_millis(), 2);
        assert_eq!(next_look(Time(0), Time::from_millis(40)).as_millis(), 5);
        assert_eq!(next_look(Time(0), Time::from_millis(1_000)).as_millis(), 125);
        assert_eq!(next_look(Time(0), Time::from_seconds(3_600)).as_secs(), 5);
        assert_eq!(next_look(Time(5), Time(0)).as_millis(), 2, "a clock that was set back");
    }

    #[test]
    fn a_target_that_says_how_long_is_heard_within_bounds() {
        let asked = |seconds| next_attempt(0, Some(Duration::from_secs(seconds))).as_millis();
        assert_eq!((asked(0), asked(7), asked(86_400)), (200, 7_000, 300_000));
        assert_eq!((next_attempt(0, None).as_millis(), next_attempt(40, None).as_secs()), (200, 5));
        assert_eq!((backoff(0).as_millis(), backoff(1).as_millis(), backoff(99).as_secs()), (200, 400, 60));
    }

    proptest::proptest! {
        #[test]
        fn slots_and_caps_hold_whatever_comes_and_goes(moves in proptest::collection::vec((0..3_usize, 0..4_u8, proptest::bool::ANY), 0..400)) {
            let mut busy = Busy::default();
            let mut held: Vec<(Lane, String)> = Vec::new();
            for (lane, tenant, give) in moves {
                let (lane, tenant) = (Lane::ALL[lane], if tenant == 0 { String::new() } else { tenant.to_string() });
                if give {
                    if let Some(at) = held.iter().position(|one| *one == (lane, tenant.clone())) {
                        held.swap_remove(at);
                        busy.give(lane, &tenant);
                    }
                } else if busy.take(lane, &tenant) {
                    held.push((lane, tenant));
                }
                for lane in Lane::ALL {
                    let mine = |tenant: &str| held.iter().filter(|(l, t)| *l == lane && t == tenant).count();
                    let all = held.iter().filter(|(l, _)| *l == lane).count();
                    proptest::prop_assert!(all <= lane.slots());
                    proptest::prop_assert_eq!(busy.open_lanes().contains(&lane), all < lane.slots());
                    for tenant in ["1", "2", "3"] {
                        proptest::prop_assert!(mine(tenant) <= lane.cap());
                    }
                }
            }
        }
    }
}
