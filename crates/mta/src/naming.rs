//! Names of what we assemble. The scheme of the original is not public; ours keeps to what an MTA id and version may
//! be.

use aws_lc_rs::digest::{SHA256, digest};

use crate::stamp::Stamp;

/// The longest id of an MTA.
const LONGEST: usize = 128;
/// What is cut off to make room for a hyphen and eight digits.
const SUFFIX: usize = 9;

/// `cpi.<package id>`, with characters that an id may not have replaced; too long ones end in eight digits of their
/// SHA-256.
pub fn mta_id(package_id: &str) -> String {
    bounded(format!("cpi.{}", replaced(package_id)), package_id)
}

/// The module of a package: its id under the same replacement.
pub fn module_name(package_id: &str) -> String {
    bounded(replaced(package_id), package_id)
}

/// The entry of a module's payload: `content/<module>.zip`.
pub fn payload_entry(module: &str) -> String {
    format!("content/{module}.zip")
}

/// `<package version>-<UTC yyyymmddHHMMSS>`: grows with every transport, so that a queue can show it. A package version
/// that is
/// not semantic becomes `1.0.0`; a short one is filled up.
pub fn mta_version(package_version: &str, made_at: Stamp) -> String {
    format!("{}-{made_at}", semantic(package_version).unwrap_or_else(|| "1.0.0".to_owned()))
}

/// Fills up `1` and `1.2`, and leaves build metadata out, behind which nothing would grow; `None` if it is not
/// semantic.
fn semantic(version: &str) -> Option<String> {
    let version = version.trim();
    if !is_semantic(version) {
        return None;
    }
    let version = version.split('+').next().unwrap_or_default();
    let (core, pre) = version.split_once('-').map_or((version, None), |(core, pre)| (core, Some(pre)));
    let filled = match core.matches('.').count() {
        0 => format!("{core}.0.0"),
        1 => format!("{core}.0"),
        _ => core.to_owned(),
    };
    Some(pre.map_or(filled.clone(), |pre| format!("{filled}-{pre}")))
}

/// The version that the original finds in a text, if any: the first numbers, up to three with dots between them, each
/// of at most sixteen digits (`Semver.coerce`, which its `Version` uses).
pub(crate) fn coerced(text: &str) -> Option<[u64; 3]> {
    let mut rest = text;
    loop {
        let at = rest.find(|c: char| c.is_ascii_digit())?;
        let (first, after) = digits(&rest[at..]);
        let Some(major) = number(first) else {
            rest = after;
            continue;
        };
        let mut version = [major, 0, 0];
        let mut left = after;
        for part in &mut version[1..] {
            let Some(next) = left.strip_prefix('.') else { break };
            let (text, after) = digits(next);
            let Some(value) = number(text) else { break };
            (*part, left) = (value, after);
        }
        return Some(version);
    }
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

fn number(text: &str) -> Option<u64> {
    let significant = text.trim_start_matches('0');
    if text.is_empty() || significant.len() > 16 { None } else { Some(significant.parse().unwrap_or(0)) }
}

/// What we write: one to three numbers, then perhaps a pre-release and build metadata.
fn is_semantic(version: &str) -> bool {
    let (version, build) = version.split_once('+').map_or((version, None), |(version, build)| (version, Some(build)));
    let (core, pre) = version.split_once('-').map_or((version, None), |(core, pre)| (core, Some(pre)));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let suffix = |text: Option<&str>| text.is_none_or(|text| text.split('.').all(word));
    core.split('.').count() <= 3 && core.split('.').all(number) && suffix(pre) && suffix(build)
}

fn replaced(id: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let name: String = id.chars().map(|c| if fits(c) { c } else { '_' }).collect();
    if name.is_empty() { "_".to_owned() } else { name }
}

fn bounded(name: String, original: &str) -> String {
    if name.len() <= LONGEST {
        return name;
    }
    let digits = hex(digest(&SHA256, original.as_bytes()).as_ref());
    format!("{}-{}", &name[..LONGEST - SUFFIX], &digits[..SUFFIX - 1])
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_replaced_and_cut() {
        assert_eq!(mta_id("EventHub_Sample"), "cpi.EventHub_Sample");
        assert_eq!(mta_id("a b/\u{e4}"), "cpi.a_b__");
        let (long, other) = (mta_id(&"x".repeat(200)), mta_id(&format!("{}y", "x".repeat(199))));
        assert_eq!((long.len(), other.len()), (128, 128));
        assert_ne!(long, other);
        assert_eq!(payload_entry(&module_name("A b")), "content/A_b.zip");
    }

    #[test]
    fn versions_are_found_where_the_original_finds_them() {
        for (text, version) in [
            ("1.2.3", Some([1, 2, 3])),
            ("1", Some([1, 0, 0])),
            ("v2.1", Some([2, 1, 0])),
            ("1.2.3.4", Some([1, 2, 3])),
            ("01.002.3-rc", Some([1, 2, 3])),
            ("release 7 of 9", Some([7, 0, 0])),
            ("1..2", Some([1, 0, 0])),
            ("99999999999999999 1.5", Some([1, 5, 0])),
            ("000", Some([0, 0, 0])),
            ("draft", None),
            ("", None),
        ] {
            assert_eq!(coerced(text), version, "{text}");
        }
    }

    #[test]
    fn versions_grow_and_stay_semantic() {
        let at = Stamp::parse("20241013030304").unwrap();
        let of = |version| mta_version(version, at);
        assert_eq!(of("1.2.3"), "1.2.3-20241013030304");
        assert_eq!(of("2.1"), "2.1.0-20241013030304");
        assert_eq!(of("1.0.0-beta+7"), "1.0.0-beta-20241013030304");
        for odd in ["", "draft", "1.2.3.4", "v1"] {
            assert_eq!(of(odd), "1.0.0-20241013030304", "{odd}");
        }
        assert!(is_semantic(&of("1.2")));
    }
}
