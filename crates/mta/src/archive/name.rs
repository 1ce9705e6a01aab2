//! Which entry names are allowed, and when two of them are the same. The path rule is that of
//! `FileUtils.validatePath` in cloudfoundry/multiapps-controller, with what file systems of other systems could mistake
//! added.

use unicode_normalization::UnicodeNormalization;

/// The longest file name that common file systems take.
const SEGMENT: usize = 255;

/// Says why a name is refused. A directory entry ends with one slash.
pub(crate) fn check(name: &str) -> Result<(), &'static str> {
    if name.is_empty() {
        return Err("it is empty");
    }
    if name.starts_with('/') {
        return Err("it is an absolute path");
    }
    if name.contains('\\') {
        return Err("it contains a backslash; use forward slashes");
    }
    if name.chars().any(char::is_control) {
        return Err("it contains a control character");
    }
    if has_drive_letter(name) {
        return Err("it starts with a drive letter");
    }
    name.strip_suffix('/').unwrap_or(name).split('/').try_for_each(segment)
}

fn has_drive_letter(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() > 1 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':'
}

fn segment(segment: &str) -> Result<(), &'static str> {
    match segment {
        "" => Err("it contains an empty path segment (`//`)"),
        "." => Err("it contains the path segment `.`"),
        ".." => Err("it contains the path segment `..`, which leads out of the archive"),
        long if long.len() > SEGMENT => Err("a path segment is longer than 255 bytes"),
        _ => Ok(()),
    }
}

/// The form in which two names are compared for duplicates. A file `a` and a directory `a/` cannot stand together.
pub(super) fn folded(name: &str, ignore_case: bool) -> String {
    let composed: String = name.trim_end_matches('/').nfc().collect();
    if ignore_case { composed.to_lowercase() } else { composed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let long = "x".repeat(256);
        for bad in
            ["", "/a", "a\\b", "C:x", "c:/x", "../../etc/x", "a/../b", "./a", "a//b", "a/", "a\0b", "a\nb", &long]
        {
            assert_eq!(check(bad).is_err(), bad != "a/", "{bad:?}");
        }
        assert!(check("META-INF/MANIFEST.MF").is_ok());
        assert!(check("src/main/a..b/..c").is_ok());
    }

    #[test]
    fn case_and_composition_do_not_make_a_difference() {
        assert_eq!(folded("A.zip", true), folded("a.ZIP", true));
        assert_ne!(folded("A.zip", false), folded("a.ZIP", false));
        assert_eq!(folded("e\u{301}", false), folded("\u{e9}", false));
        assert_eq!(folded("a/", false), folded("a", false));
    }
}
