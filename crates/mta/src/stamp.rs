//! A moment handed in by the caller, as `yyyymmddHHMMSS` in UTC: this crate never asks a clock.

use std::fmt;

use crate::error::{Error, Result};

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A UTC time with a precision of one second, between 1980 and 2107 (what a zip entry can carry).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
}

impl Stamp {
    /// The first moment a zip entry can carry; for files whose bytes must not depend on when they were made.
    pub const FIXED: Stamp = Stamp { year: 1980, month: 1, day: 1, hour: 0, minute: 0, second: 0 };

    /// Reads `yyyymmddHHMMSS`, the form used in MTA versions.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::Time { value: text.to_owned() };
        if text.len() != 14 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let two = |at: usize| text[at..at + 2].parse::<u8>().map_err(|_| wrong());
        let year = text[..4].parse::<u16>().map_err(|_| wrong())?;
        let stamp = Stamp { year, month: two(4)?, day: two(6)?, hour: two(8)?, minute: two(10)?, second: two(12)? };
        if stamp.is_valid() { Ok(stamp) } else { Err(wrong()) }
    }

    fn is_valid(&self) -> bool {
        (1980..=2107).contains(&self.year)
            && (1..=12).contains(&self.month)
            && (1..=days_in(self.year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
            && self.second < 60
    }

    pub(crate) fn zip_time(&self) -> zip::DateTime {
        zip::DateTime::from_date_and_time(self.year, self.month, self.day, self.hour, self.minute, self.second)
            .unwrap_or_default()
    }

    /// The spelling of Java's `Date.toString`, as in `ExportInformation.info`: `Sun Oct 13 03:03:04 UTC 2024`.
    pub fn java_date(&self) -> String {
        let Stamp { year, month, day, hour, minute, second } = *self;
        let (weekday, month) = (DAYS[self.weekday()], MONTHS[usize::from(month) - 1]);
        format!("{weekday} {month} {day:02} {hour:02}:{minute:02}:{second:02} UTC {year}")
    }

    /// Sakamoto's method; 0 is Sunday.
    fn weekday(&self) -> usize {
        const SHIFT: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = usize::from(self.year) - usize::from(self.month < 3);
        (year + year / 4 - year / 100 + year / 400 + SHIFT[usize::from(self.month) - 1] + usize::from(self.day)) % 7
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stamp { year, month, day, hour, minute, second } = self;
        write!(f, "{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_the_version_form() {
        assert_eq!(Stamp::parse("20241013030304").unwrap().to_string(), "20241013030304");
        for wrong in ["", "2024", "20241313030304", "20230229000000", "2024101303030x", "19791231235959"] {
            assert!(Stamp::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn spells_dates_like_java() {
        assert_eq!(Stamp::parse("20241013030304").unwrap().java_date(), "Sun Oct 13 03:03:04 UTC 2024");
        assert_eq!(Stamp::parse("20220509061355").unwrap().java_date(), "Mon May 09 06:13:55 UTC 2022");
        assert_eq!(Stamp::parse("20240229000000").unwrap().java_date(), "Thu Feb 29 00:00:00 UTC 2024");
    }
}
