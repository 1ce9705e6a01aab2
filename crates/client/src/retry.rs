//! When a target wants to be asked again.

use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use std::time::Duration;

/// Nobody waits longer, whatever a target asks for.
const LONGEST: Duration = Duration::from_mins(10);

/// The wait that an answer asks for, if its status is one that asks for a wait.
pub(crate) fn asked_for(status: u16, headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    text(RETRY_AFTER).filter(|_| matches!(status, 429 | 503)).and_then(|after| wait(after, text(DATE)))
}

/// `Retry-After`: seconds, or a date, which is read by the clock of the answer itself. Bounded; none if it is neither.
fn wait(after: &str, date: Option<&str>) -> Option<Duration> {
    let after = after.trim();
    if !after.is_empty() && after.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that does not fit is a long one.
        return Some(after.parse().map_or(LONGEST, Duration::from_secs).min(LONGEST));
    }
    let then = httpdate::parse_http_date(after).ok()?;
    let now = httpdate::parse_http_date(date?.trim()).ok()?;
    Some(then.duration_since(now).unwrap_or(Duration::ZERO).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read_and_bounded() {
        let date = Some("Fri, 27 Nov 2026 10:00:00 GMT");
        for (after, date, seconds) in [
            ("0", None, Some(0)),
            ("7", None, Some(7)),
            (" 30 ", date, Some(30)),
            ("86400", None, Some(600)),
            ("99999999999999999999999", None, Some(600)),
            ("Fri, 27 Nov 2026 10:00:45 GMT", date, Some(45)),
            ("Friday, 27-Nov-26 10:00:45 GMT", date, Some(45)),
            ("Fri Nov 27 10:00:45 2026", date, Some(45)),
            ("Sat, 28 Nov 2026 10:00:00 GMT", date, Some(600)),
            ("Fri, 27 Nov 2026 09:00:00 GMT", date, Some(0)),
            ("Fri, 27 Nov 2026 10:00:45 GMT", None, None),
            ("Fri, 27 Nov 2026 10:00:45 GMT", Some("yesterday"), None),
            ("soon", date, None),
            ("-1", date, None),
            ("1.5", date, None),
            ("", date, None),
        ] {
            assert_eq!(wait(after, date), seconds.map(Duration::from_secs), "{after}");
        }
    }

    #[test]
    fn only_a_refusal_for_being_busy_asks_for_a_wait() {
        let headers: HeaderMap = [(RETRY_AFTER, "5".parse().unwrap())].into_iter().collect();
        for (status, seconds) in [(429, Some(5)), (503, Some(5)), (200, None), (301, None), (500, None)] {
            assert_eq!(asked_for(status, &headers), seconds.map(Duration::from_secs), "{status}");
        }
    }
}
