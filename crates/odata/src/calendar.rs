//! Civil dates and milliseconds since 1970 UTC; the little of a calendar that literals need.

const DAY: i64 = 86_400_000;

/// Days since 1970-01-01 of a civil date (proleptic Gregorian).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted_month + 2) / 5 + 1)
}

/// Reads `2024-09-01`, `2024-09-01T10:00`, `…:30`, `….123456`, each perhaps with `Z` or `+02:00`.
pub(crate) fn millis_of(text: &str) -> Option<i64> {
    let (date, time) = match text.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    if parts.next().is_some() || !(1..=12).contains(&month) || day < 1 || civil(days(year, month, day)).2 != day {
        return None;
    }
    Some(days(year, month, day) * DAY + time.map_or(Some(0), millis_of_day)?)
}

fn millis_of_day(text: &str) -> Option<i64> {
    let (text, offset) = split_offset(text)?;
    let mut parts = text.split(':');
    let (hour, minute) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let (second, fraction) = match parts.next() {
        Some(rest) => seconds(rest)?,
        None => (0, 0),
    };
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(((hour * 60 + minute) * 60 + second) * 1000 + fraction - offset)
}

/// The time without its zone, and the zone's offset in milliseconds.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(text) = text.strip_suffix(['Z', 'z']) {
        return Some((text, 0));
    }
    let Some(at) = text.rfind(['+', '-']) else { return Some((text, 0)) };
    let (hours, minutes) = text[at + 1..].split_once(':')?;
    let sign = if text[at..].starts_with('-') { -1 } else { 1 };
    Some((&text[..at], sign * (number(hours, 2)? * 60 + number(minutes, 2)?) * 60_000))
}

fn seconds(text: &str) -> Option<(i64, i64)> {
    let Some((whole, fraction)) = text.split_once('.') else { return Some((number(text, 2)?, 0)) };
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let millis = format!("{fraction:0<3}");
    Some((number(whole, 2)?, number(millis.get(..3)?, 3)?))
}

fn number(text: &str, digits: usize) -> Option<i64> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// `2024-09-01T10:00:00.123`: the form in Atom, without a zone; whole seconds have no fraction.
pub(crate) fn date_time(millis: i64) -> String {
    let (year, month, day) = civil(millis.div_euclid(DAY));
    let of_day = millis.rem_euclid(DAY);
    let (hour, minute, second) = (of_day / 3_600_000, of_day / 60_000 % 60, of_day / 1000 % 60);
    let whole = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    match of_day % 1000 {
        0 => whole,
        fraction => format!("{whole}.{fraction:03}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_moment() {
        assert_eq!(millis_of("2014-09-01T00:00:00"), Some(1_409_529_600_000));
        assert_eq!(millis_of("2014-09-01"), Some(1_409_529_600_000));
        assert_eq!(millis_of("2014-09-01T02:00:00.5+02:00"), Some(1_409_529_600_500));
        assert_eq!(millis_of("2014-09-01T00:00:00.1234567Z"), Some(1_409_529_600_123));
        assert_eq!(date_time(1_409_529_600_500), "2014-09-01T00:00:00.500");
    }

    #[test]
    fn impossible_moments_are_refused() {
        for bad in ["2023-02-29", "2024-13-01", "2024-1-01", "2024-01-01T24:00", "2024-01-01T10:00:00.", "x", ""] {
            assert_eq!(millis_of(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for day in (-150_000..150_000).step_by(17) {
            let text = date_time(day * DAY);
            assert_eq!(millis_of(&text), Some(day * DAY), "{text}");
        }
    }
}
