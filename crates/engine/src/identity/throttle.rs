//! How often somebody may try to log in.
//!
//! Nobody can lock another one out. What is locked after a few failures is an account *from one address*; attempts
//! are counted by address, and whoever logged in from there lately is not asked to wait because of them; an account that
//! many addresses try is still served, one check at a time. Calls of our own services all come from one address: they
//! count for the subaccount that made them call. All of it is memory of this process, of a bounded size.

use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use crate::visit;
use aws_lc_rs::digest::{SHA256, digest};
use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use model::{SubaccountId, Time};
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What an operator can set about log-ins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Attempts a minute from one address, of those who did not log in from there lately.
    pub attempts: u32,
    /// Attempts a minute at one account, from all addresses, before its checks go one by one.
    pub account_attempts: u32,
    /// Failures at an account from one address that lock it for that address,
    pub failures: u32,
    /// when they come within this time,
    pub window: Duration,
    /// for this long.
    pub lock: Duration,
    /// How many passwords are checked at once; 0: half as many as there are cores, at most 4.
    pub checks_at_once: usize,
    /// How many checks may wait.
    pub checks_waiting: usize,
}

impl Default for Limits {
    /// Failures, window and lock are those of the original.
    fn default() -> Self {
        Self {
            attempts: 120,
            account_attempts: 60,
            failures: 5,
            window: Duration::from_secs(1_200),
            lock: Duration::from_secs(300),
            checks_at_once: 0,
            checks_waiting: 64,
        }
    }
}

/// The code of the error for a locked account.
pub(super) const LOCKED: &str = "account_locked";
/// How long somebody who logged in is known at his address.
const FAMILIAR: Duration = Duration::from_secs(86_400);
/// How many accounts at their addresses, and how many keys of a budget, are remembered.
const REMEMBERED: usize = 20_000;

/// In which queue a check waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    /// That of everybody.
    Wide,
    /// That of accounts which many addresses try.
    Narrow,
}

/// What a log-in is checked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A person's password.
    Password,
    /// A secret that an administrator chose for a client of Cloud Foundry.
    Secret,
}

/// An account at an address.
type Pair = [u8; 16];

#[derive(Debug, Default, Clone, Copy)]
struct Tries {
    failures: u32,
    first: Time,
    locked_until: Option<Time>,
    good: Option<Time>,
}

impl Tries {
    fn is_locked(&self, now: Time) -> bool {
        self.locked_until.is_some_and(|until| now < until)
    }

    fn is_familiar(&self, now: Time) -> bool {
        self.good.is_some_and(|at| now < at.plus(FAMILIAR))
    }
}

/// The time that was handed in last.
#[derive(Debug, Clone, Default)]
struct Handed(Arc<AtomicU64>);

impl Clock for Handed {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::new(self.0.load(Ordering::Relaxed))
    }
}

/// A budget of attempts for each key.
struct Budget<K: Hash + Eq + Clone>(RateLimiter<K, HashMapStateStore<K>, Handed, NoOpMiddleware<Nanos>>);

impl<K: Hash + Eq + Clone> Budget<K> {
    fn new(a_minute: u32, clock: &Handed) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(a_minute).unwrap_or(NonZeroU32::MIN));
        Self(RateLimiter::new(quota, HashMapStateStore::default(), clock.clone()))
    }

    /// Takes one attempt, or says how long there is none.
    fn take(&self, key: &K, clock: &Handed) -> Result<(), Duration> {
        if self.0.len() >= REMEMBERED {
            self.0.retain_recent();
        }
        // More keys in a minute than there is room for: those who come now wait.
        if self.0.len() >= REMEMBERED {
            return Err(Duration::from_secs(60));
        }
        self.0.check_key(key).map_err(|not| not.wait_time_from(clock.now()))
    }
}

struct State {
    clock: Handed,
    latest: Time,
    addresses: Budget<Source>,
    accounts: Budget<Pair>,
    pairs: HashMap<Pair, Tries>,
}

impl State {
    fn new(limits: &Limits, now: Time) -> Self {
        let clock = Handed::default();
        clock.0.store(nanos(now), Ordering::Relaxed);
        let (addresses, accounts) =
            (Budget::new(limits.attempts, &clock), Budget::new(limits.account_attempts, &clock));
        Self { clock, latest: now, addresses, accounts, pairs: HashMap::new() }
    }

    fn tries(&self, pair: &Pair) -> Tries {
        self.pairs.get(pair).copied().unwrap_or_default()
    }

    fn keep(&mut self, pair: Pair, tries: Tries, now: Time, window: Duration) {
        if self.pairs.len() >= REMEMBERED {
            let recent = |tries: &Tries| tries.failures > 0 && now < tries.first.plus(window);
            self.pairs.retain(|_, t| t.is_locked(now) || t.is_familiar(now) || recent(t));
        }
        if self.pairs.len() >= REMEMBERED {
            self.pairs.retain(|_, t| t.is_locked(now) || t.is_familiar(now));
        }
        if self.pairs.len() < REMEMBERED {
            self.pairs.insert(pair, tries);
        }
    }
}

fn nanos(now: Time) -> u64 {
    u64::try_from(now.micros()).unwrap_or(0).saturating_mul(1_000)
}

#[derive(Default)]
struct Throttle(Mutex<Option<State>>);

impl Throttle {
    fn with<R>(&self, limits: &Limits, now: Time, work: impl FnOnce(&mut State) -> R) -> R {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // After a clock was set back, budgets would stay empty until it has caught up.
        let usable = slot.take().filter(|state| state.latest <= now.plus(Duration::from_secs(5)));
        let state = slot.insert(usable.unwrap_or_else(|| State::new(limits, now)));
        state.latest = state.latest.max(now);
        state.clock.0.fetch_max(nanos(now), Ordering::Relaxed);
        work(state)
    }
}

/// An attempt that may go on.
#[derive(Debug)]
pub(super) struct Attempt {
    pair: Pair,
    pub(super) lane: Lane,
}

fn key(parts: &[&str]) -> Pair {
    let mut text = String::new();
    for part in parts {
        text.push_str(&part.to_lowercase());
        text.push('\0');
    }
    let mut key = [0; 16];
    key.copy_from_slice(&digest(&SHA256, text.as_bytes()).as_ref()[..16]);
    key
}

/// Where attempts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Source {
    Address(IpAddr),
    /// One of our own services calls for it.
    Subaccount(SubaccountId),
}

impl Source {
    fn of_this_call() -> Self {
        visit::behalf().map_or_else(|| Self::Address(household(visit::address())), Self::Subaccount)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => address.fmt(f),
            Self::Subaccount(id) => f.write_str(&id.text()),
        }
    }
}

/// A household has one address, in IPv6 a whole network.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) >> 64 << 64).into()),
        v4 => v4,
    }
}

fn kind(what: What) -> &'static str {
    match what {
        What::Password => "person",
        What::Secret => "client",
    }
}

fn pair(what: What, account: &str) -> (Pair, Source) {
    let source = Source::of_this_call();
    (key(&[kind(what), account, &source.to_string()]), source)
}

/// Whether a person's account is not locked for the address that calls. Who remembers log-ins asks this first.
///
/// # Errors
/// Unauthenticated, in the words of the original.
pub fn not_locked(cx: &Cx, user_name: &str) -> Result<()> {
    let ((pair, _), now) = (pair(What::Password, user_name), cx.now());
    let tries = cx.cache::<Throttle>().with(&cx.settings.logins, now, |state| state.tries(&pair));
    refuse_locked(What::Password, &tries, now)
}

fn refuse_locked(what: What, tries: &Tries, now: Time) -> Result<()> {
    match (tries.locked_until.filter(|until| now < *until), what) {
        (None, _) => Ok(()),
        (Some(_), What::Password) => {
            let text = "Your account has been locked because of too many failed attempts to login.";
            Err(Error::unauthenticated(text).with_code(LOCKED))
        }
        (Some(until), What::Secret) => Err(wait(until.since(now))),
    }
}

/// Lets an attempt begin, or says why not.
///
/// # Errors
/// As [`not_locked`]; overloaded, when too many came from the address, or for a locked client.
pub(super) fn begin(cx: &Cx, what: What, account: &str) -> Result<Attempt> {
    let (pair, source) = pair(what, account);
    let now = cx.now();
    cx.cache::<Throttle>().with(&cx.settings.logins, now, |state| {
        let tries = state.tries(&pair);
        refuse_locked(what, &tries, now)?;
        if tries.is_familiar(now) {
            return Ok(Attempt { pair, lane: Lane::Wide });
        }
        state.addresses.take(&source, &state.clock).map_err(wait)?;
        let crowded = state.accounts.take(&key(&[kind(what), account]), &state.clock).is_err();
        Ok(Attempt { pair, lane: if crowded { Lane::Narrow } else { Lane::Wide } })
    })
}

impl Attempt {
    /// It was the right one.
    pub(super) fn succeeded(self, cx: &Cx) {
        let (now, limits) = (cx.now(), &cx.settings.logins);
        let tries = Tries { good: Some(now), ..Tries::default() };
        cx.cache::<Throttle>().with(limits, now, |state| state.keep(self.pair, tries, now, limits.window));
    }

    /// It was not; whether the account is locked from now on.
    pub(super) fn failed(self, cx: &Cx) -> bool {
        let (now, limits) = (cx.now(), &cx.settings.logins);
        cx.cache::<Throttle>().with(limits, now, |state| {
            let mut tries = state.tries(&self.pair);
            if tries.failures == 0 || now >= tries.first.plus(limits.window) {
                (tries.failures, tries.first) = (0, now);
            }
            tries.failures += 1;
            let locked = limits.failures > 0 && tries.failures >= limits.failures;
            if locked {
                (tries.failures, tries.locked_until) = (0, Some(now.plus(limits.lock)));
            }
            state.keep(self.pair, tries, now, limits.window);
            locked
        })
    }
}

/// Counts a wrong secret that cost nothing to find. The right one is never refused because others guess beside it: keys
/// of an instance have 256 random bits, and share its client.
///
/// # Errors
/// Overloaded, when too many came from the address.
pub(super) fn count_wrong(cx: &Cx) -> Result<()> {
    let source = Source::of_this_call();
    cx.cache::<Throttle>()
        .with(&cx.settings.logins, cx.now(), |state| state.addresses.take(&source, &state.clock).map_err(wait))
}

fn wait(pause: Duration) -> Error {
    visit::pause(pause);
    let seconds = pause.as_millis().div_ceil(1_000).max(1);
    let text = format!("Too many attempts to log in; try again in {seconds} seconds");
    Error::new(Kind::Overloaded, text).with_code("too_many_requests")
}

/// Too many passwords are being checked.
pub(super) fn busy() -> Error {
    wait(Duration::from_secs(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_refills_and_its_memory_is_bounded() {
        let clock = Handed::default();
        clock.0.store(1, Ordering::Relaxed);
        let budget: Budget<u64> = Budget::new(2, &clock);
        assert!(budget.take(&0, &clock).is_ok() && budget.take(&0, &clock).is_ok());
        let pause = budget.take(&0, &clock).unwrap_err();
        assert!(pause > Duration::from_secs(29) && pause <= Duration::from_secs(30), "{pause:?}");
        clock.0.fetch_add(30_000_000_000, Ordering::Relaxed);
        assert!(budget.take(&0, &clock).is_ok());
        for key in 0..60_000 {
            let _outcome = budget.take(&key, &clock);
        }
        assert!(budget.0.len() <= REMEMBERED);
        clock.0.fetch_add(120_000_000_000, Ordering::Relaxed);
        assert!(budget.take(&9, &clock).is_ok());
        assert!(budget.0.len() < 10, "{}", budget.0.len());
    }

    #[test]
    fn locked_and_familiar_accounts_stay_when_memory_is_full() {
        let (limits, now) = (Limits::default(), Time(1_000_000));
        let mut state = State::new(&limits, now);
        let locked = Tries { locked_until: Some(now.plus(limits.lock)), ..Tries::default() };
        state.keep([1; 16], locked, now, limits.window);
        state.keep([2; 16], Tries { good: Some(now), ..Tries::default() }, now, limits.window);
        for n in 0..40_000_u128 {
            state.keep(
                (n << 32).to_be_bytes(),
                Tries { failures: 1, first: now, ..Tries::default() },
                now,
                limits.window,
            );
        }
        assert!(state.pairs.len() <= REMEMBERED);
        assert!(state.tries(&[1; 16]).is_locked(now) && state.tries(&[2; 16]).is_familiar(now));
    }

    #[test]
    fn an_ipv6_network_is_one_household_and_an_embedded_address_is_that_of_ipv4() {
        let of = |text: &str| household(text.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::1"));
        assert_ne!(of("2001:db8:1:3::1"), of("2001:db8:1:2::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
