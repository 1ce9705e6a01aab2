//! Time as a value. The clock is handed in, so a test stops it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// A moment, in microseconds since 1970 UTC: the only form in which time is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Time(pub i64);

impl Time {
    /// Microseconds since 1970 UTC, as stored.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Milliseconds since 1970 UTC, as the account services and OData send it.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// Seconds since 1970 UTC, as tokens carry it.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// The moment `seconds` after 1970 UTC.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds * 1_000_000)
    }

    /// The moment `millis` milliseconds after 1970 UTC.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis * 1_000)
    }

    /// This moment and `span` more.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)))
    }

    /// This moment and `span` less.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)))
    }

    /// How long after `earlier` this is; nothing when it is not.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// `2026-05-04T08:15:30.120Z`, the form every API of ours sends unless its reference says otherwise.
    #[must_use]
    pub fn rfc3339_millis(self) -> String {
        let mut text = Vec::with_capacity(24);
        self.write_rfc3339_millis(&mut text);
        String::from_utf8(text).unwrap_or_default()
    }

    /// The same, at the end of `text`. By hand: a page of a queue has hundreds of times, and reading a pattern for each
    /// took a third of its time.
    pub fn write_rfc3339_millis(self, text: &mut Vec<u8>) {
        const DAY: i64 = 86_400_000;
        let (day, millis) = (self.millis().div_euclid(DAY), self.millis().rem_euclid(DAY));
        if !(FIRST_DAY..=LAST_DAY).contains(&day) {
            text.extend_from_slice(self.format("%Y-%m-%dT%H:%M:%S%.3fZ").as_bytes());
            return;
        }
        let (year, month, day) = civil(day);
        let ([c0, c1], [y0, y1]) = (two(year / 100), two(year % 100));
        let ([m0, m1], [d0, d1]) = (two(month), two(day));
        let (seconds, millis) = (millis / 1_000, millis % 1_000);
        let ([h0, h1], [i0, i1], [s0, s1]) = (two(seconds / 3_600), two(seconds / 60 % 60), two(seconds % 60));
        let ([_, f0], [f1, f2]) = (two(millis / 100), two(millis % 100));
        text.extend_from_slice(&[
            c0, c1, y0, y1, b'-', m0, m1, b'-', d0, d1, b'T', h0, h1, b':', i0, i1, b':', s0, s1, b'.', f0, f1, f2,
            b'Z',
        ]);
    }

    /// `2026-05-04T08:15:30Z`, the form of Cloud Foundry.
    #[must_use]
    pub fn rfc3339_seconds(self) -> String {
        self.format("%Y-%m-%dT%H:%M:%SZ")
    }

    /// Any other form, in UTC, by chrono's format codes.
    #[must_use]
    pub fn format(self, pattern: &str) -> String {
        DateTime::<Utc>::from_timestamp_micros(self.0).unwrap_or_default().format(pattern).to_string()
    }

    /// Reads RFC 3339, with any offset and fraction.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|t| Self(t.timestamp_micros()))
    }
}

/// Days since 1970 of the years that have four digits.
const FIRST_DAY: i64 = -719_528;
const LAST_DAY: i64 = 2_932_896;

/// Year, month and day of a day since 1970: years begin in March, so that the leap day is their last, and 400 of them
/// have the same length always.
const fn civil(day: i64) -> (i64, i64, i64) {
    let since = day + 719_468;
    let (era, day) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let is_next_year = month >= 10;
    let calendar_month = if is_next_year { month - 9 } else { month + 3 };
    (era * 400 + year + is_next_year as i64, calendar_month, day - (153 * month + 2) / 5 + 1)
}

/// The digits of a number below a hundred.
const fn two(number: i64) -> [u8; 2] {
    [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]
}

/// Where the time comes from: the machine, or a test that moves it by hand.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Stands still until it is moved.
    Stopped(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at`.
    #[must_use]
    pub fn stopped(at: Time) -> Self {
        Self::Stopped(Arc::new(AtomicI64::new(at.0)))
    }

    /// The time it shows.
    #[must_use]
    pub fn now(&self) -> Time {
        match self {
            Self::System => Time(system_micros()),
            Self::Stopped(at) => Time(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a stopped clock forward to `at`; the machine's clock cannot be moved and stays.
    pub fn advance_to(&self, at: Time) {
        if let Self::Stopped(now) = self {
            now.fetch_max(at.0, Ordering::SeqCst);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
fn system_micros() -> i64 {
    Utc::now().timestamp_micros()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_moment() {
        let t = Time::from_millis(1_777_882_530_120);
        assert_eq!(t.rfc3339_millis(), "2026-05-04T08:15:30.120Z");
        assert_eq!(t.rfc3339_seconds(), "2026-05-04T08:15:30Z");
        assert_eq!(Time::parse_rfc3339("2026-05-04T10:15:30.12+02:00"), Some(t));
    }

    proptest::proptest! {
        #[test]
        fn milliseconds_are_written_as_by_the_pattern(micros in -70_000_000_000_000_000..300_000_000_000_000_000_i64) {
            let at = Time(micros);
            proptest::prop_assert_eq!(at.rfc3339_millis(), at.format("%Y-%m-%dT%H:%M:%S%.3fZ"));
        }
    }

    #[test]
    fn a_stopped_clock_moves_only_forward() {
        let clock = Clock::stopped(Time(10));
        clock.advance_to(Time(5));
        assert_eq!(clock.now(), Time(10));
        clock.advance_to(Time(15));
        assert_eq!(clock.now(), Time(15));
    }
}
