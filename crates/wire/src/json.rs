//! JSON as it comes over a wire: one reader for every body that a service takes or gives.

use serde::de::DeserializeOwned;

/// Some programs begin every text they write with it.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// JSON that cannot be read; the sentence says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(String);

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// Reads JSON. A mark of UTF-8 at its beginning is passed over, as the standard allows.
///
/// # Errors
/// When it is not JSON, or not what `T` wants; says so in plain words when it is compressed, or in another encoding.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    let plain = bytes.strip_prefix(MARK).unwrap_or(bytes);
    serde_json::from_slice(plain)
        .map_err(|error| Unreadable(foreign(plain).map_or_else(|| error.to_string(), str::to_owned)))
}

/// What it is instead.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [] => Some("it is empty"),
        [0x1f, 0x8b, ..] => Some("it is compressed with gzip; send it uncompressed"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => Some("it is not UTF-8 but UTF-16 or UTF-32"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde_json::Value;

    #[test]
    fn a_mark_before_json_is_passed_over() {
        for text in ["{\"a\":1}", "\u{feff}{\"a\":1}", "\u{feff} {\"a\":1}\r\n"] {
            assert_eq!(read::<Value>(text.as_bytes()).unwrap()["a"], 1, "{text:?}");
        }
        assert!(read::<Value>("\u{feff}\u{feff}{}".as_bytes()).is_err());
    }

    #[test]
    fn what_is_no_json_is_named() {
        for (bytes, part) in [
            (&b""[..], "empty"),
            (b"\xef\xbb\xbf", "empty"),
            (b"\x1f\x8b\x08\0", "gzip"),
            (b"\xff\xfe{\0}\0", "UTF-16"),
            (b"{\0}\0", "UTF-16"),
            (b"\0{\0}", "UTF-16"),
            (b"{", "EOF"),
        ] {
            let error = read::<Value>(bytes).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
    }
}
