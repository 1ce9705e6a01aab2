//! What a scalar without quotes is: the words, numbers and dates of YAML 1.1, by the patterns of SnakeYAML's `Resolver`.
//! A date becomes what the original hands on: milliseconds since 1970.

use serde_json::{Number, Value};

const TRUE: [&str; 9] = ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"];
const FALSE: [&str; 9] = ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"];
const NULL: [&str; 6] = ["", " ", "~", "null", "Null", "NULL"];

type Read = Result<Value, String>;

/// A text, unless it looks like something else.
pub(super) fn plain(text: &str) -> Read {
    let known = truth(text).or_else(|| integer(text)).or_else(|| float(text)).or_else(|| null(text));
    known.or_else(|| timestamp(text)).unwrap_or_else(|| Ok(Value::from(text)))
}

/// One that says by a tag what it is.
pub(super) fn tagged(tag: &str, text: &str) -> Read {
    let read = match tag {
        "bool" => truth(text),
        "int" => integer(text),
        "float" => float(text).or_else(|| integer(text)),
        "null" => null(text),
        "timestamp" => timestamp(text),
        _ => return Err(format!("the tag `{tag}` is not known")),
    };
    read.unwrap_or_else(|| Err(format!("`{text}` is no {tag}")))
}

fn truth(text: &str) -> Option<Read> {
    (TRUE.contains(&text) || FALSE.contains(&text)).then(|| Ok(Value::Bool(TRUE.contains(&text))))
}

fn null(text: &str) -> Option<Read> {
    NULL.contains(&text).then_some(Ok(Value::Null))
}

/// Whether it is negative, and what follows the sign.
fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Digits with underscores anywhere but at the beginning.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && is_rest(text)
}

fn is_rest(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
}

/// Parts below sixty, after the first.
fn is_sixtieths<'a>(parts: impl Iterator<Item = &'a str>) -> bool {
    let below_sixty = |part: &str| match part.as_bytes() {
        [one] => one.is_ascii_digit(),
        [ten, one] => (b'0'..=b'5').contains(ten) && one.is_ascii_digit(),
        _ => false,
    };
    let mut parts = parts.peekable();
    parts.peek().is_some() && parts.all(below_sixty)
}

fn integer(text: &str) -> Option<Read> {
    let (negative, digits) = signed(text);
    let plain = digits.replace('_', "");
    let (radix, digits) = if let Some(rest) = digits.strip_prefix("0b") {
        (2, rest)
    } else if let Some(rest) = digits.strip_prefix("0x") {
        (16, rest)
    } else if let Some(rest) = digits.strip_prefix('0').filter(|rest| !rest.is_empty()) {
        (8, rest)
    } else if let Some((first, rest)) = digits.split_once(':') {
        let is_one = is_number(first) && !first.starts_with('0') && is_sixtieths(rest.split(':'));
        let value =
            plain.split(':').try_fold(0_i128, |value, part| value.checked_mul(60)?.checked_add(part.parse().ok()?));
        return is_one.then(|| whole(text, negative, value));
    } else {
        return (is_number(digits)).then(|| whole(text, negative, plain.parse().ok()));
    };
    let bare = digits.replace('_', "");
    let is_one = !bare.is_empty() && bare.chars().all(|digit| digit.is_digit(radix));
    is_one.then(|| whole(text, negative, i128::from_str_radix(&bare, radix).ok()))
}

fn whole(text: &str, negative: bool, value: Option<i128>) -> Read {
    let number = value.map(|value| if negative { -value } else { value }).and_then(Number::from_i128);
    number.map(Value::Number).ok_or_else(|| format!("the number {text} is too large; put it in quotes"))
}

fn float(text: &str) -> Option<Read> {
    let (negative, digits) = signed(text);
    if [".inf", ".Inf", ".INF"].contains(&digits) || [".nan", ".NaN", ".NAN"].contains(&text) {
        return Some(Err(format!("{text} is no number that can be handed on; put it in quotes")));
    }
    let plain = digits.replace('_', "");
    let value = if digits.contains(':') {
        let (whole, fraction) = digits.split_once('.')?;
        let (first, rest) = whole.split_once(':')?;
        if !is_number(first) || !is_sixtieths(rest.split(':')) || !is_rest(fraction) {
            return None;
        }
        plain.split(':').try_fold(0.0, |value, part| part.parse::<f64>().map(|part| value * 60.0 + part))
    } else {
        let (mantissa, exponent) = digits.split_once(['e', 'E']).unzip();
        let (mantissa, has_exponent) = (mantissa.unwrap_or(digits), exponent.is_some());
        let is_exponent = |text: &str| {
            let digits = signed(text).1;
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_mantissa = match mantissa.split_once('.') {
            Some(("", fraction)) => !fraction.is_empty() && is_rest(fraction),
            Some((whole, fraction)) => is_number(whole) && is_rest(fraction),
            None => has_exponent && is_number(mantissa),
        };
        if !is_mantissa || !exponent.is_none_or(is_exponent) {
            return None;
        }
        plain.parse()
    };
    let number = value.ok().and_then(|value| Number::from_f64(if negative { -value } else { value }));
    Some(number.map(Value::Number).ok_or_else(|| format!("{text} is no finite number; put it in quotes")))
}

/// Takes digits, at least and at most so many, off the front.
fn digits(text: &mut &str, least: usize, most: usize) -> Option<i64> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (taken, rest) = text.split_at_checked(count)?;
    *text = rest;
    if count < least { None } else { taken.parse().ok() }
}

fn sign(text: &mut &str, sign: char) -> Option<()> {
    *text = text.strip_prefix(sign)?;
    Some(())
}

fn timestamp(text: &str) -> Option<Read> {
    let is_short = text.len() == 10;
    let mut rest = text;
    let year = digits(&mut rest, 4, 4)?;
    sign(&mut rest, '-')?;
    let month = digits(&mut rest, 1 + usize::from(is_short), 2)?;
    sign(&mut rest, '-')?;
    let day = digits(&mut rest, 1 + usize::from(is_short), 2)?;
    let midnight = days(year, month, day) * 86_400_000;
    if is_short && rest.is_empty() {
        return Some(Ok(Value::from(midnight)));
    }
    let time = rest.strip_prefix(['T', 't']).unwrap_or_else(|| rest.trim_start_matches([' ', '\t']));
    if time.len() == rest.len() {
        return None;
    }
    rest = time;
    let hours = digits(&mut rest, 1, 2)?;
    sign(&mut rest, ':')?;
    let minutes = digits(&mut rest, 2, 2)?;
    sign(&mut rest, ':')?;
    let seconds = digits(&mut rest, 2, 2)?;
    let millis = rest.strip_prefix('.').map_or(0, |fraction| {
        rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        let fraction = &fraction[..fraction.len() - rest.len()];
        // Rounded by the fourth digit.
        format!("{fraction:0<4}")[..4].parse::<i64>().map_or(0, |tenths| (tenths + 5) / 10)
    });
    let clock = (hours * 3600 + minutes * 60 + seconds) * 1000 + millis;
    Some(Ok(Value::from(midnight + clock - zone(rest)? * 60_000)))
}

/// Minutes east of UTC; `None`: no zone. One that no clock has is UTC.
fn zone(text: &str) -> Option<i64> {
    if text.is_empty() {
        return Some(0);
    }
    let text = text.trim_start_matches([' ', '\t']);
    if text == "Z" {
        return Some(0);
    }
    if !text.starts_with(['+', '-']) {
        return None;
    }
    let (negative, mut rest) = signed(text);
    let hours = digits(&mut rest, 1, 2)?;
    let minutes = match rest.strip_prefix(':') {
        Some(minutes) => {
            rest = minutes;
            digits(&mut rest, 2, 2)?
        }
        None => 0,
    };
    let east = if hours > 23 || minutes > 59 { 0 } else { hours * 60 + minutes };
    rest.is_empty().then_some(if negative { -east } else { east })
}

/// Days since 1970. A month or day that is too large goes on into the next, as in the original.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = (year + (month - 1).div_euclid(12), (month - 1).rem_euclid(12));
    // Years begin in March, so that a leap day is a year's last.
    let (year, month) = if month < 2 { (year - 1, month + 10) } else { (year, month - 2) };
    let of_years = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    of_years + (153 * month + 2) / 5 + day - 1 - 719_468
}
